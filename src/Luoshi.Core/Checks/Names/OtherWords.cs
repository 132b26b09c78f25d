using Luoshi.Core.Checks.Figures;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Names;

/// <summary>Two names that say the same in words of their own: by the deed, by the verb before or behind, by what a figure inherits its name from.</summary>
internal sealed class OtherWords(CheckedRow row, IReadOnlyList<StatedQuantity> readings)
{
    public const double SurelyTheSame = 0.9;

    // 省级示范镇已公布3个: a word of granting is no name of what was granted.
    private static readonly string[] Grants = ["公布", "命名", "授牌", "认定", "评定"];

    private static readonly string[] Uses = ["使用量", "用量", "施用量", "消费量", "消耗量", "排放量", "排放总量"];


    /// <summary>The score of two names that say the same in words of their own; null where they do not.</summary>
    public double? Score(int at, int index)
    {
        var (target, reading) = (row.Targets[at].Quantity, readings[index].Quantity);
        return IsNamedPart(at, reading) || IsForEachOfWhatStandsBefore(target, reading) || reading.MetricKey == target.Stage + "类" || IsTurned(target, reading, row.Progress) || (row.Targets[at].Source.Field == "content" && IsTurned(reading, target, row.Content))
                || IsBalanceThatGrows(target, reading) || Durations.AreOfOne(target, reading) || IsNamedByScope(target, reading) || HasTheVerbOfItsList(at, reading) || IsVisit(target, reading) ? SurelyTheSame
            : Narrower.IsLowestLevel(target, reading) || IsOfOneHalf(target, reading) || IsDeedBehindAnotherName(at, reading)
                || IsTheDeedAlone(target, reading) || IsUsedLess(target, reading) || IsDoneToWhatIsCounted(at, reading) || IsListedAsLarge(target, reading) || IsRateWithoutItsWord(target, reading) || IsShareOfTheName(target, reading) || IsOfTheDeed(at, index) || IsSomeOfTheNumber(target, reading) ? MetricMatch.Enough
            : null;
    }

    /// <summary>养老床位412张，其中公办机构286张 for 公办养老床位.</summary>
    private bool IsNamedPart(int at, Quantity reading) =>
        reading.WholeIndex is { } whole && whole < row.Stated.Count && row.Stated[whole].BaseUnit == reading.BaseUnit && Wider.IsNamedPart(row, row.Targets[at], row.Stated[whole], reading);

    /// <summary>公共文化设施面积……，人均0.57平方米 for 人均公共文化设施面积: what it is for each of stands before it.</summary>
    private bool IsForEachOfWhatStandsBefore(Quantity target, Quantity reading)
    {
        const int Each = 2;
        return reading.MetricKey.Length == Each && reading.MetricKey.EndsWith('均') && target.MetricKey.Length > Each + Each && target.MetricKey.StartsWith(reading.MetricKey, StringComparison.Ordinal)
            && row.Progress[Clauses.SentenceAround(row.Progress, reading.ValueSpan).Start..reading.ValueSpan.Start].Contains(target.MetricKey[Each..], StringComparison.Ordinal);
    }

    /// <summary>家政服务员培训327人, where 培训养老护理员400人、家政服务员600人 are asked for: the verb before the list stands behind the name.</summary>
    private bool HasTheVerbOfItsList(int at, Quantity reading)
    {
        const int Verb = 2;
        var (target, source) = (row.Targets[at].Quantity, row.Targets[at].Source);
        return source.Field == "content" && target.MetricKey.Length > Verb && reading.MetricKey.Length == target.MetricKey.Length + Verb && reading.MetricKey.StartsWith(target.MetricKey, StringComparison.Ordinal)
            && Clauses.Around(row.Content, source.Span) is var clause && row.Content.AsSpan(clause.Start, source.Span.Start - clause.Start).Contains(reading.MetricKey.AsSpan(target.MetricKey.Length), StringComparison.Ordinal);
    }

    /// <summary>检查企业3284家次 for 安全生产检查6000家次: whoever was visited, it is the visits that are counted.</summary>
    private bool IsVisit(Quantity target, Quantity reading) =>
        reading.Stage is { Length: 2 } act && target.MetricKey.EndsWith(act, StringComparison.Ordinal) && target.Unit == reading.Unit && Kinds.CountsOccasions(target.Unit) && row.Rivals(reading) == 1;

    /// <summary>贷款余额增长12% answers 贷款增长12%, and that of 金融机构贷款 where no other loans are to grow: there is no other that grows.</summary>
    private bool IsBalanceThatGrows(Quantity target, Quantity reading)
    {
        const string Balance = "余额";
        return target.Kind == QuantityKind.Growth && reading.Kind == QuantityKind.Growth && reading.MetricKey.EndsWith(Balance, StringComparison.Ordinal) && reading.MetricKey[..^Balance.Length] is { Length: > 1 } what
            && (target.MetricKey == what || (target.MetricKey.EndsWith(what, StringComparison.Ordinal) && target.MetricKey[..^what.Length] is "金融机构" or "银行" or "银行业" or "本外币" or "各项" or "人民币" && row.Targets.Count(other => other.Quantity.Kind == QuantityKind.Growth && other.Quantity.MetricKey.EndsWith(what, StringComparison.Ordinal)) == 1));
    }

    private bool IsOfTheDeed(int at, int index)
    {
        var (target, reading) = (row.Targets[at].Quantity, readings[index].Quantity);
        return DeedNames.IsAreaOf(target, reading) || DeedNames.IsDoneFor(row, target, reading)
            || (row.Rivals(reading) == 1 && (DeedNames.IsMoneyOfTheDeed(row, target, reading) || DeedNames.Tell(row, readings, at, index)));
    }

    /// <summary>签订拆解协议71艘，已拆解36艘, where 拆解渔船 is asked for: told in the promise's own verb and under no name of its own.</summary>
    private bool IsDeedBehindAnotherName(int at, Quantity reading)
    {
        var target = row.Targets[at];
        return reading is { Stage: { } verb, Metric: { } inherited } && target.Quantity.BaseUnit == reading.BaseUnit && Kinds.IsVolume(target.Quantity) && reading.From is not { Month: > 1 } && !Contrasts.Differ(target.Quantity.MetricKey, reading.MetricKey) && !reading.Span.Of(row.Progress).Contains(inherited, StringComparison.Ordinal) && reading.BaseValue <= target.Quantity.BaseValue
            && IsAsked(target) && row.Targets.Count(other => other.Quantity.BaseUnit == reading.BaseUnit && IsAsked(other)) == 1;

        bool IsAsked(StatedQuantity asked) => asked.Quantity.Stage == verb || DeedNames.VerbBefore(row, asked) == verb;
    }

    /// <summary>城镇居民收入 for 城乡居民收入: of the one half of both; that the other half may speak otherwise is seen to where rivals are.</summary>
    private static bool IsOfOneHalf(Quantity target, Quantity reading)
    {
        const int Half = 2;
        return target.Kind == QuantityKind.Growth && target.MetricKey.StartsWith("城乡", StringComparison.Ordinal) && (reading.MetricKey.StartsWith("城镇", StringComparison.Ordinal) || reading.MetricKey.StartsWith("农村", StringComparison.Ordinal))
            && SameNames.Kept(target.MetricKey[Half..]) == SameNames.Kept(reading.MetricKey[Half..]);
    }

    /// <summary>培训432人次, where 培训村干部、致富带头人800人次 is asked for and nothing else that is counted so: the deed needs no more words.</summary>
    private bool IsTheDeedAlone(Quantity target, Quantity reading) =>
        reading.MetricKey.Length == 2 && target.MetricKey.StartsWith(reading.MetricKey, StringComparison.Ordinal) && target.BaseUnit == reading.BaseUnit && (Kinds.CountsOccasions(target.Unit) || target.BaseUnit is "册" or "株" or "盏" or "吨") && row.Rivals(reading) == 1;

    /// <summary>29个村配电网改造, where 配电网改造37个村 is asked for: the target's noun comes first behind the number, and the rest stands in the promise; its very number is likelier said again.</summary>
    private bool IsDoneToWhatIsCounted(int at, Quantity reading)
    {
        var (target, source) = (row.Targets[at].Quantity, row.Targets[at].Source);
        return source.Field == "content" && target.MetricKey.Length > 0 && target.BaseUnit == reading.BaseUnit && target.Kind == reading.Kind && target.BaseValue != reading.BaseValue && reading.MetricKey.Length > target.MetricKey.Length + 1 && reading.MetricKey.StartsWith(target.MetricKey, StringComparison.Ordinal)
            && Clauses.Around(row.Content, source.Span).Of(row.Content).Contains(reading.MetricKey[target.MetricKey.Length..], StringComparison.Ordinal);
    }

    /// <summary>已纳统19家 for 规上服务业企业25家: the offices' word for having become one that is counted by the statistics.</summary>
    private bool IsListedAsLarge(Quantity target, Quantity reading) =>
        reading.MetricKey is "纳统" or "入统" or "升规" or "入规" && target.MetricKey.EndsWith("企业", StringComparison.Ordinal) && (target.MetricKey.Contains("规上", StringComparison.Ordinal) || target.MetricKey.Contains("限上", StringComparison.Ordinal)) && row.Rivals(reading) == 1;

    /// <summary>化肥减量241吨, where 化肥使用量 is to go down by so much.</summary>
    private bool IsUsedLess(Quantity target, Quantity reading) =>
        reading.MetricKey.Length > 1 && target.BaseUnit == reading.BaseUnit && Kinds.IsVolume(target) && target.MetricKey.Length > reading.MetricKey.Length && target.MetricKey.StartsWith(reading.MetricKey, StringComparison.Ordinal)
            && Uses.Contains(target.MetricKey[reading.MetricKey.Length..]) && Reductions.IsOf(row.Content) && Reductions.IsOf(reading.Span.Of(row.Progress));

    /// <summary>安全感98.7% for 安全感满意度, 优良天数160天，比例88.4% for 空气质量优良天数比例: of two rates the one leaves out the word for a rate.</summary>
    private static bool IsRateWithoutItsWord(Quantity target, Quantity reading) =>
        target.Kind == QuantityKind.Ratio && reading.Kind == QuantityKind.Ratio && reading.MetricKey.Length >= 4 && target.MetricKey.IndexOf(reading.MetricKey, StringComparison.Ordinal) is >= 0 and var at
            && target.MetricKey[(at + reading.MetricKey.Length)..] is "率" or "满意度" or "满意率" or "比例" or "达标率" or "完成率";

    /// <summary>税收15.1亿元，占70.9% for 税收占比, 优良天数160天，比例88.4% for 优良天数比例: the name and the word that introduces the share make up the target's.</summary>
    private bool IsShareOfTheName(Quantity target, Quantity reading) =>
        target.Kind == QuantityKind.Ratio && reading is { Kind: QuantityKind.Ratio, Whole: null, Metric: { } thing } && reading.Span.Of(row.Progress) is var said && (said.StartsWith('占') || said.StartsWith("比例", StringComparison.Ordinal))
            && Array.Exists(MetricMatch.ShareWords, word => MetricNames.Key(thing + word) is var full && (full == target.MetricKey || (full.Length > MetricMatch.ShareWords[0].Length + 1 && target.MetricKey.EndsWith(full, StringComparison.Ordinal))));

    /// <summary>12个园区中已有9个, where 12个园区 are asked for: what is counted among the very number that was promised is counted of it.</summary>
    private bool IsSomeOfTheNumber(Quantity target, Quantity reading) =>
        target.Kind == QuantityKind.Count && reading.Kind == QuantityKind.Count && reading.BaseValue < target.BaseValue && reading.BaseUnit == target.BaseUnit && MetricMatch.LongestCommon(reading.MetricKey, target.MetricKey) >= 2
            && row.Stated.Any(whole => whole.BaseValue == target.BaseValue && whole.BaseUnit == target.BaseUnit && whole.MetricKey == reading.MetricKey && whole.Span.End <= reading.Span.Start && Clauses.SentenceAround(row.Progress, reading.Span).Contains(whole.Span));

    /// <summary>3个乡镇已命名，省级卫生村已命名36个: the figure's own clause names the target, and what it inherits from before does not.</summary>
    private bool IsNamedByScope(Quantity target, Quantity reading)
    {
        const int Telling = 4;
        return reading.Scope is { Length: >= Telling } scope && target.BaseUnit == reading.BaseUnit && MetricMatch.Score(target.MetricKey, MetricNames.Key(scope)) >= 0.95
            && reading.Metric is { } inherited && (!reading.Span.Of(row.Progress).Contains(inherited, StringComparison.Ordinal) || Grants.Contains(inherited) || (Kinds.IsVolume(target) && row.Rivals(reading) == 1 && Stages.StepIn(reading.MetricKey) is null && readings.Count(other => other.Quantity.BaseUnit == reading.BaseUnit) == 1));
    }

    /// <summary>培训农民2万人 answers 农民培训: the verb that stands before the one name stands behind the other.</summary>
    private static bool IsTurned(Quantity named, Quantity told, string text)
    {
        const int Verb = 2;
        var thing = told.MetricKey.EndsWith("人员", StringComparison.Ordinal) ? told.MetricKey[..^2] : told.MetricKey;
        if (thing.Length >= Verb * 2 && named.MetricKey.Length > thing.Length + Verb && named.MetricKey.AsSpan(0, named.MetricKey.Length - Verb).EndsWith(thing) && !MetricMatch.AddsNothing(named.MetricKey[^Verb..]))
        {
            // 清理腾退办公用房 answers 区级机关存量办公用房清理.
            return text.AsSpan(Math.Max(0, told.Span.Start - (Verb * 2)), Math.Min(Verb * 2, told.Span.Start)).Contains(named.MetricKey.AsSpan(named.MetricKey.Length - Verb), StringComparison.Ordinal);
        }

        if (named.MetricKey.Length > Verb * 2 && thing.EndsWith(named.MetricKey[..^Verb], StringComparison.Ordinal) && text.AsSpan(0, told.Span.Start).EndsWith(named.MetricKey.AsSpan(named.MetricKey.Length - Verb), StringComparison.Ordinal))
        {
            // 培训养老护理员187人 answers 护理员培训.
            return true;
        }

        return named.MetricKey.Length - thing.Length is Verb or Verb * 2 && thing.Length >= Verb && named.MetricKey.StartsWith(thing, StringComparison.Ordinal) && named.MetricKey[thing.Length..] is var verbs && !MetricMatch.AddsNothing(verbs)
            && (text.AsSpan(0, told.Span.Start).EndsWith(verbs.AsSpan(0, Verb), StringComparison.Ordinal) || text.AsSpan(0, told.Span.Start).EndsWith(verbs.AsSpan(verbs.Length - Verb), StringComparison.Ordinal));
    }
}
