using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Names;

/// <summary>Of what a share is: it seldom says so itself, being told behind what it is a share of.</summary>
internal sealed class ShareNames(CheckedRow row, IReadOnlyList<StatedQuantity> readings)
{
    private readonly bool _hasOneRatio = readings.Count(reading => reading.Quantity.Kind == QuantityKind.Ratio) == 1;

    /// <summary>税收收入17亿元，占比80.6% answers 税收占比: the share is named after what it is the share of.</summary>
    public bool IsOf(Quantity target, Quantity reading)
    {
        if (target.Kind != QuantityKind.Ratio || reading.Kind != QuantityKind.Ratio || Array.Find(MetricMatch.ShareWords, word => target.MetricKey.EndsWith(word, StringComparison.Ordinal)) is not { } share)
        {
            return false;
        }

        var (stem, name) = (target.MetricKey[..^share.Length], reading.MetricKey);
        return stem.IndexOf('占') is > 1 and var sign && reading.Whole is { Length: > 1 } among
            ? IsPartAmong(stem[..sign], SameNames.Kept(stem[(sign + 1)..]), name, SameNames.Kept(MetricNames.Key(among)))
            : (stem.IndexOf('占') is > 1 and var mark && reading.Whole is null && name == stem[..mark] && Clauses.SentenceAround(row.Progress, reading.Span) is var told && row.Progress[told.Start..reading.ValueSpan.Start].Contains(stem[(mark + 1)..], StringComparison.Ordinal)) || NamesThePart(stem, reading) || (reading.Whole is { Length: > 2 } whole && NamesWholeAndPart(stem, whole, name)) || IsSaidBeside(stem, share, reading);
    }

    /// <summary>8个省考断面中，7个达到Ⅲ类，占比87.5%, where 省考断面优良比例 is asked for: the only share there is, in a sentence that names what it is of.</summary>
    public bool IsOnlyRate(Quantity target, int index)
    {
        const int Telling = 3;
        var reading = readings[index].Quantity;
        if (!_hasOneRatio || target is not { Kind: QuantityKind.Ratio, BaseUnit: "%" } || reading is not { Kind: QuantityKind.Ratio, BaseUnit: "%" } || !Array.Exists(MetricMatch.ShareWords, word => reading.Span.Of(row.Progress).StartsWith(word, StringComparison.Ordinal))
            || !(target.MetricKey.EndsWith('率') || Array.Exists(MetricMatch.ShareWords, target.MetricKey.EndsWith)) || row.Targets.Count(asked => asked.Quantity.Kind == QuantityKind.Ratio) != 1)
        {
            return false;
        }

        var sentence = Clauses.SentenceAround(row.Progress, reading.Span);
        return MetricMatch.LongestCommon(target.MetricKey, row.Progress[sentence.Start..Math.Max(sentence.Start, reading.ValueSpan.Start)]) >= Telling;
    }

    /// <summary>累计完成投资12亿元，进度至53%, where 完成工程量50% is asked for: the one share there is does not say itself of what it is.</summary>
    public bool IsOnlyShare(Quantity target, Quantity reading) =>
        target.Kind == QuantityKind.ShareOfPlan && reading is { Kind: QuantityKind.ShareOfPlan, Whole: null, Metric: { } inherited } && (!reading.Span.Of(row.Progress).Contains(inherited, StringComparison.Ordinal) || row.Content.AsSpan().Contains(row.Progress.AsSpan(reading.Span.Start, Math.Max(2, reading.ValueSpan.Start - reading.Span.Start)), StringComparison.Ordinal))
            && readings.Count(other => other.Quantity.Kind == QuantityKind.ShareOfPlan) == 1 && row.Targets.Count(other => other.Quantity.Kind != QuantityKind.Deadline) == 1;

    /// <summary>完成投资607.9亿元，占年度计划54.5%: a share right behind a sum of money is of the money, not of the projects.</summary>
    public bool IsOfOther(Quantity target, int index)
    {
        const int Nearest = 6;
        var share = readings[index].Quantity;
        if (share.Metric is { Length: > 2 } other && row.Content.Contains(other, StringComparison.Ordinal) && target.Metric?.Contains(other, StringComparison.Ordinal) != true)
        {
            // 青溪综合体完成总任务的25%, where the task speaks of the 综合体 as well.
            return true;
        }

        return index > 0 && readings[index - 1].Quantity is var owner && Kinds.IsVolume(owner) && share.Span.Start - owner.Span.End is >= 0 and <= Nearest && !Kinds.Comparable(target, owner);
    }

    /// <summary>高新技术产业增加值，占规上工业增加值的66% answers 高新技术产业增加值占规上工业比重.</summary>
    private static bool IsPartAmong(string part, string whole, string name, string among) =>
        name.Length > 1 && (part.EndsWith(name, StringComparison.Ordinal) || name == part + "收入" || (part.Length > 2 && name.EndsWith(part, StringComparison.Ordinal)))
            && (among.StartsWith(whole, StringComparison.Ordinal) || whole.StartsWith(among, StringComparison.Ordinal));

    /// <summary>民生支出占一般公共预算支出的77% answers 财政民生支出占比, and 授予中小企业5.1亿元，占75% answers 政府采购支持中小企业比例.</summary>
    private bool NamesThePart(string stem, Quantity reading)
    {
        const int LeftOut = 2;
        var name = reading.MetricKey;
        return name.Length > 2
            && ((reading.Whole is { Length: > 2 } && stem.Length - name.Length <= LeftOut && stem.EndsWith(name, StringComparison.Ordinal))
                || (reading.Span.Of(row.Progress).StartsWith('占') && (stem.EndsWith(name, StringComparison.Ordinal) || stem.TrimEnd('量') == name.TrimEnd('量') || name == stem + "收入")));
    }

    /// <summary>民生支出占一般公共预算支出的79.7% answers 一般公共预算支出民生占比 and 一般公共预算支出中民生支出占比.</summary>
    private static bool NamesWholeAndPart(string stem, string whole, string name) =>
        stem.StartsWith(whole, StringComparison.Ordinal)
            && ((stem.Length > whole.Length + 1 && name.StartsWith(stem[whole.Length..], StringComparison.Ordinal)) || (name.Length > 2 && stem.EndsWith(name, StringComparison.Ordinal)));

    /// <summary>税收收入17亿元，占比80.6%: what the target names, with its word for a share in the same clause.</summary>
    private bool IsSaidBeside(string stem, string share, Quantity reading) =>
        stem.Length >= 2 && reading.MetricKey.StartsWith(stem, StringComparison.Ordinal) && Clauses.Around(row.Progress, reading.Span).Of(row.Progress).Contains(share, StringComparison.Ordinal);
}
