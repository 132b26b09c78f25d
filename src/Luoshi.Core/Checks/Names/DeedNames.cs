using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Names;

/// <summary>
/// Names by what is done: 累计培训296人 for 培训农民500人. They hold for a figure of which nothing else that is promised could be counted.
/// </summary>
internal static class DeedNames
{
    private const int Verb = 2;

    private static readonly string[] Money = ["总金额", "金额", "资金额"];

    /// <summary>Whether a reading, by its index, tells what a target promises by the deed and by what stands around it.</summary>
    public static bool Tell(CheckedRow row, IReadOnlyList<StatedQuantity> readings, int at, int index)
    {
        var target = row.Targets[at];
        var reading = readings[index].Quantity;
        return IsVerbOf(row, target, reading) || IsOccasionOf(row, target.Quantity, reading) || FollowsThePromise(row, target.Quantity, reading) || IsOfSameSort(row, target, reading) || IsOfTheRestated(row, target.Quantity, reading) || RestMakesUp(row, readings, target.Quantity, index) || IsDeedSwapped(row, target, reading) || IsMoneyOfTheKind(row, target.Quantity, reading);
    }

    /// <summary>接种HPV疫苗 of 为9300名适龄女生接种HPV疫苗: what is done for those who are counted, where the name does not say it.</summary>
    public static string BehindTheName(CheckedRow row, StatedQuantity target)
    {
        if (target.Source.Field != "content" || !row.Content.AsSpan(0, target.Source.Span.Start).EndsWith('为'))
        {
            return "";
        }

        var clause = Clauses.Around(row.Content, target.Source.Span);
        return row.Content[Math.Min(target.Source.Span.End, clause.End)..clause.End];
    }

    /// <summary>改造渡口4处，撤销渡口2处: 撤销1处 is told in the verb of the second promise and answers no other of the same unit.</summary>
    public static bool IsOfOtherDeed(CheckedRow row, int at, Quantity reading)
    {
        if (row.Targets.Count < 2 || reading.Span.Start < Verb || (!IsToldInItsOwnVerb(row, row.Targets[at].Quantity, reading) && IsNamed(row.Targets[at].Quantity, reading) && row.Targets.Count(other => IsNamed(other.Quantity, reading)) == 1))
        {
            return false;
        }

        var told = row.Progress[(reading.Span.Start - Verb)..reading.Span.Start];
        return told is not ("完成" or "实施" or "推进" or "开展" or "建设" or "实现" or "累计") && row.Targets.Any(other => !ReferenceEquals(other, row.Targets[at]) && other.Quantity.BaseUnit == reading.BaseUnit && other.Quantity.BaseUnit == row.Targets[at].Quantity.BaseUnit && VerbBefore(row, other) == told)
            && VerbBefore(row, row.Targets[at]) != told && row.Targets[at].Quantity.Stage != told && !row.Targets[at].Quantity.MetricKey.Contains(told, StringComparison.Ordinal);
    }

    /// <summary>雨水管道长度 for 雨水管网: the very name, in other words or with more behind it.</summary>
    private static bool IsNamed(Quantity target, Quantity reading)
    {
        const double Surely = 0.85;
        return MetricMatch.Best(target.MetricKey, reading.MetricKey) >= Surely && target.MetricKey.Length > 0 && reading.MetricKey.Length > 0;
    }

    /// <summary>完成收储806亩；供应土地672亩, where 收储土地 is asked for: beside a figure in the promise's own verb its name alone does not tell.</summary>
    private static bool IsToldInItsOwnVerb(CheckedRow row, Quantity target, Quantity reading) =>
        target.Stage is { } verb && reading.Stage != verb && row.Stated.Any(own => own.Role == QuantityRole.Result && own.Stage == verb && own.BaseUnit == target.BaseUnit && own.Kind == target.Kind);

    /// <summary>盘活国有资产137宗，盘活金额2.74亿元, where 盘活国有资产4亿元 is asked for: the money of the promise's own deed.</summary>
    public static bool IsMoneyOfTheDeed(CheckedRow row, Quantity target, Quantity reading) =>
        target.BaseUnit == "元" && reading.BaseUnit == "元" && Array.Find(Money, reading.MetricKey.EndsWith) is { } word && reading.MetricKey[..^word.Length] is var deed && (deed.Length == 0 || deed == target.Stage)
            && target.Metric is { Length: > 2 } name && Clauses.SentenceAround(row.Progress, reading.Span) is var sentence && row.Progress.AsSpan(sentence.Start, Math.Max(0, reading.ValueSpan.Start - sentence.Start)).Contains(name, StringComparison.Ordinal);

    /// <summary>为613户家庭发放租赁补贴286万元, where 发放租赁补贴800户 are asked for: those it is done for are counted before what is done.</summary>
    public static bool IsDoneFor(CheckedRow row, Quantity target, Quantity reading)
    {
        const int LastWords = 4;
        if (target.BaseUnit != reading.BaseUnit || target.MetricKey is not { Length: > 2 } name || !(row.Progress.AsSpan(0, reading.ValueSpan.Start).TrimEnd('约') is var before && (before.EndsWith('为') || before.EndsWith('向') || before.EndsWith('给'))))
        {
            return false;
        }

        var clause = Clauses.Around(row.Progress, reading.ValueSpan);
        return row.Progress.AsSpan(Math.Min(reading.ValueSpan.End, clause.End), Math.Max(0, clause.End - reading.ValueSpan.End)).Contains(name.AsSpan(Math.Max(0, name.Length - LastWords)), StringComparison.Ordinal);
    }

    /// <summary>房屋征收14.6万平方米 for 征收面积, 水产品1.69万吨 for 水产品产量: whatever is counted in square metres is an area, and a thing in tonnes what there came of it.</summary>
    public static bool IsAreaOf(Quantity target, Quantity reading)
    {
        const string Area = "面积";
        const string Output = "产量";
        return target.BaseUnit == reading.BaseUnit
            && ((target.BaseUnit is "平方米" or "亩" && target.MetricKey.EndsWith(Area, StringComparison.Ordinal) && target.MetricKey[..^Area.Length] is { Length: > 1 } what && reading.MetricKey.EndsWith(what, StringComparison.Ordinal))
                || (target.BaseUnit is "吨" or "千克" && reading.Stage is null && reading.MetricKey.Length > 1 && target.MetricKey == reading.MetricKey + Output));
    }

    /// <summary>举办农民培训班，累计培训296人, where 培训农民500人 is asked for: the verb of the promise stands for the name, and the sentence says of whom.</summary>
    private static bool IsVerbOf(CheckedRow row, StatedQuantity target, Quantity reading)
    {
        const int Telling = 4;
        const int Head = 2;
        if (reading.MetricKey.Length != Verb || target.Quantity.BaseUnit != reading.BaseUnit || target.Quantity.MetricKey.Length < Head || (target.Quantity.Stage != reading.MetricKey && VerbBefore(row, target) != reading.MetricKey))
        {
            return false;
        }

        // 高素质农民 are no 新型职业农民 by name; where they were held for and nothing else is counted so, they are meant.
        var sentence = Clauses.SentenceAround(row.Progress, reading.Span).Of(row.Progress);
        return MetricMatch.LongestCommon(target.Quantity.MetricKey, sentence) >= Math.Min(Telling, target.Quantity.MetricKey.Length)
            || (sentence.Contains(target.Quantity.MetricKey[^Head..], StringComparison.Ordinal) && row.Stated.Count(other => other.BaseUnit == reading.BaseUnit && other.Kind == reading.Kind) == 1);
    }

    /// <summary>开展宣讲活动69场 for 宣讲120场: what was held is counted by the time, and the clause names it by the promise's last word.</summary>
    private static bool IsOccasionOf(CheckedRow row, Quantity target, Quantity reading)
    {
        const string Occasion = "活动";
        return target.MetricKey.Length >= Verb && Kinds.CountsOccasions(target.Unit) && Kinds.SameThings(target.BaseUnit, reading.BaseUnit) && reading.MetricKey.EndsWith(Occasion, StringComparison.Ordinal)
            && row.Progress.AsSpan(0, reading.ValueSpan.Start).EndsWith(target.MetricKey[^Verb..] + Occasion, StringComparison.Ordinal);
    }

    /// <summary>造林任务5000亩，分解到8个镇，已栽植4120亩: behind the promise said again, what has been done in one verb is done of it.</summary>
    private static bool FollowsThePromise(CheckedRow row, Quantity target, Quantity reading) =>
        reading.MetricKey.Length == Verb && row.Progress.AsSpan(0, reading.Span.Start).EndsWith("已") && SaidAgainBefore(row, target, reading).Any(said => Topics.Share(said.MetricKey, target.MetricKey));

    /// <summary>培训持证救护员718名 for 培训红十字救护员1200名: the same deed to the same sort of people.</summary>
    private static bool IsOfSameSort(CheckedRow row, StatedQuantity target, Quantity reading)
    {
        const int Sort = 3;
        var (asked, told) = (target.Quantity.MetricKey, reading.MetricKey);
        return target.Quantity.BaseUnit is "人" && reading.BaseUnit is "人" && asked.Length > Sort && told.Length > Sort && asked.AsSpan(asked.Length - Sort).SequenceEqual(told.AsSpan(told.Length - Sort)) && !Contrasts.Differ(asked, told)
            && (target.Quantity.Stage ?? VerbBefore(row, target)) is { } deed && (reading.Stage == deed || row.Progress.AsSpan(0, reading.Span.Start).EndsWith(deed));
    }

    /// <summary>通过鉴定的140户已全部开工，竣工96户, where 140户 are asked for: of the same as what the promise was said again of, whatever it was called.</summary>
    private static bool IsOfTheRestated(CheckedRow row, Quantity target, Quantity reading) =>
        reading.MetricKey.Length > 0 && Stages.StepIn(reading.MetricKey) is null && Stages.Of(row.Progress, reading).Stage == Stage.Finished
            && SaidAgainBefore(row, target, reading).Any(said => said.MetricKey == reading.MetricKey || MetricMatch.Score(target.MetricKey, said.MetricKey) >= MetricMatch.Enough || Topics.Common(target.MetricKey, said.MetricKey) > 1);

    /// <summary>Where the sentence says the number of the promise again before a figure that is less of the same unit.</summary>
    private static IEnumerable<Quantity> SaidAgainBefore(CheckedRow row, Quantity target, Quantity reading)
    {
        if (reading.BaseUnit != target.BaseUnit || !(reading.BaseValue < target.BaseValue))
        {
            return [];
        }

        var sentence = Clauses.SentenceAround(row.Progress, reading.Span);
        return row.Stated.Where(said => said.BaseValue == target.BaseValue && said.BaseUnit == target.BaseUnit && said.Span.End <= reading.Span.Start && sentence.Contains(said.ValueSpan));
    }

    /// <summary>已完成412间，其余188间暑假施工, where 600间 are asked for: with the rest it is all of them, whatever it was called.</summary>
    private static bool RestMakesUp(CheckedRow row, IReadOnlyList<StatedQuantity> readings, Quantity target, int index)
    {
        const int Before = 4;
        var reading = readings[index].Quantity;
        return index + 1 < readings.Count && readings[index + 1].Quantity is var rest && AreAlike(reading) && AreAlike(rest) && rest.BaseValue + reading.BaseValue == target.BaseValue
            && Clauses.Left.Find(row.Progress, TextSpan.Between(Math.Max(0, rest.ValueSpan.Start - Before), rest.ValueSpan.Start)) is not null;

        bool AreAlike(Quantity quantity) => quantity.Kind == target.Kind && quantity.BaseUnit == target.BaseUnit && Numbers.CanBeAdded(quantity.BaseValue);
    }

    /// <summary>消除风险432户 for 监测对象860户实现风险消除: the deed that is asked for behind the number, its verb before what it is done to.</summary>
    private static bool IsDeedSwapped(CheckedRow row, StatedQuantity target, Quantity reading) =>
        target.Source.Field == "content" && target.Quantity.BaseUnit == reading.BaseUnit && reading is { Stage: { Length: Verb } verb, Metric: { Length: >= Verb } thing }
            && Clauses.Around(row.Content, target.Source.Span) is var clause && row.Content.AsSpan(Math.Min(target.Source.Span.End, clause.End), Math.Max(0, clause.End - target.Source.Span.End)).Contains(thing + verb, StringComparison.Ordinal);

    /// <summary>引进内资项目36个，实际到位资金14.7亿元 for 到位内资28亿元: the same verb, and the sentence has said what money it speaks of.</summary>
    private static bool IsMoneyOfTheKind(CheckedRow row, Quantity target, Quantity reading) =>
        target.BaseUnit == "元" && reading.BaseUnit == "元" && target.MetricKey.Length >= 2 * Verb && reading.MetricKey == target.MetricKey[..Verb] + "资金"
            && Clauses.SentenceAround(row.Progress, reading.Span) is var sentence && row.Progress.AsSpan(sentence.Start, Math.Max(0, reading.Span.Start - sentence.Start)).Contains(target.MetricKey.AsSpan(Verb), StringComparison.Ordinal);

    /// <summary>培训 of 培训红十字救护员1200名: what the content says right before the name.</summary>
    public static string? VerbBefore(CheckedRow row, StatedQuantity target) =>
        target.Source is { Field: "content", Span.Start: >= Verb and var start } && row.Content[(start - Verb)..start] is var verb && verb.All(Reading.PlainText.IsHan) ? verb : null;
}
