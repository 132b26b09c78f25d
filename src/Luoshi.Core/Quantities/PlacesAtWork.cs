namespace Luoshi.Core.Quantities;

/// <summary>Tells the place that did a thing from what was done, where nothing else stands before the figure: 云溪镇完成5200亩.</summary>
internal static class PlacesAtWork
{
    private static readonly string[] Houses = ["医院", "机构", "卫生院", "学校", "院校", "小学", "中学", "大学", "幼儿园", "中心", "企业", "单位", "机关"];

    /// <summary>松岭街道拆除违建1.2万平方米；<b>云溪镇</b>完成8600平方米, <b>云溪镇</b>完成5200亩: nothing has been named in this part of the sentence, and a place is not measured.</summary>
    public static bool Do(FigureParts parts, string own)
    {
        var state = parts.State;
        if (parts.IsCounted && state.Topic is null && state.Scope is { } other && IsTown(other) && IsTown(own) && parts.Trailer.Noun is null && parts.Lead.First == parts.At && parts.Phrase.FirstToken > 1 && parts.Tokens[parts.Phrase.FirstToken - 1].Kind == TokenKind.Pause)
        {
            // 云溪镇完成5200亩、<b>石桥镇</b>4800亩.
            return true;
        }

        return (parts.IsCounted || (parts.IsShare && IsTown(own))) && parts.Lead.Is(WordClass.Achieve) && (state.Topic is null
            ? (state.LastTopicUnit == parts.Measure.Unit.Base && state.LastTopic is not null && Places.IsPlace(own, parts.Context.Places)) || IsTown(own)
            : state.TopicUnit.Length == 0 && IsTown(own));
    }

    /// <summary>云溪镇完成土地流转1200亩、<b>石桥镇</b>860亩: the same thing of another place.</summary>
    public static bool DoTheSame(FigureParts parts, string own)
    {
        var state = parts.State;
        return parts.Trailer.Noun is null && state.TopicUnit == parts.Measure.Unit.Base && state.Topic is not null
            && ((state.TopicScope is { Length: > 1 } whole && own.Length > whole.Length && own.EndsWith(whole, StringComparison.Ordinal) && parts.Lead.Is(WordClass.Achieve))
                || (state.TopicScope is { } other && Places.IsPlace(other, parts.Context.Places) && Places.IsPlace(own, parts.Context.Places))
                || (state.Total >= 0 && IsTown(own))
                || (state.PartsArePlaces && (own.Length == 2 || Places.IsPlace(own, parts.Context.Places))));
    }

    /// <summary>卫生技术人员15114人，其中<b>医院</b>9174人: a house is not counted in 人, and so is only whose they are.</summary>
    public static bool IsHouseOf(FigureParts parts, string own)
    {
        var state = parts.State;
        return state.Total >= 0 && parts.Measure.Unit.Base is "人" && state.TopicUnit == parts.Measure.Unit.Base && parts.Trailer.Noun is null && parts.Lead.First == parts.At
            && state.Topic is { } topic && !MetricWords.EndsWithAny(topic, Houses) && MetricWords.EndsWithAny(own, Houses);
    }

    /// <summary><b>三镇</b>合计完成1.37万亩: as many places as have been told of.</summary>
    public static bool AreThose(FigureParts parts, string own) =>
        parts.State.PlacesInTurn && own.Length is 2 or 3 && Numerals.IsChinese(own[0]) && (own[^1] is '镇' or '乡' or '村' or '县' or '区' or '市' || own.EndsWith("街道", StringComparison.Ordinal));

    private static bool IsTown(string own) => MetricWords.EndsWithAny(own, "镇", "乡", "街道") && Places.EndsWithPlace(own);
}
