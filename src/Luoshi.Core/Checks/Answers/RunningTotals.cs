using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Answers;

/// <summary>累计总数 — how many there are by now, which is no answer to how many are to come this year.</summary>
internal static class RunningTotals
{
    private static readonly WordFinder OneMonth = new("本月 当月 上月 本周 上周 本旬 日新");

    private static readonly WordFinder Counting = new("累计 新增 新建 新认定 新培育 新引进 完成 建成 今年 已 本年");

    /// <summary>What the reading tells instead of what came this year, as the end of a sentence; null where it is no total.</summary>
    public static string? WhyNot(CheckedRow row, Quantity target, Quantity reading)
    {
        var isLevel = reading.Kind == QuantityKind.Level;
        var asksForNew = target.Stage?.StartsWith('新') == true;
        if (asksForNew && reading is { Stage: null, WholeIndex: { } at } && at < row.Stated.Count && IsToldAsExisting(row, row.Stated[at]))
        {
            return "只是现有总数的一部分，目标是新增的数";
        }

        return isLevel && (asksForNew || target.Stage?.StartsWith('净') == true) && IsStock(row, reading) ? "是总数，目标是新增的数"
            : isLevel && IsBesideWhatWasAdded(row, target, reading) ? "是累计总数，今年新增的另有一个数"
            : isLevel && reading.BaseValue > target.BaseValue && HasGrownSinceNewYear(row, reading) ? "是现有的总数，今年增加的另有一个数"
            : reading.Stage is null && reading.BaseValue > target.BaseValue && IsBeforeWhatCame(row, reading) ? "是现有的总数，今年新增的另有一个数"
            : asksForNew && reading.Stage is null && reading.BaseValue > target.BaseValue && (IsToldAsWhatThereIs(row, reading) || IsToldAsExisting(row, reading)) ? "是总数，目标是新增的数"
            : asksForNew && reading.BaseUnit == target.BaseUnit + "次" ? "是次数，目标是新增的数"
            : IsRunningTotal(row, target, reading) ? "是累计总数，今年新增的另有一个数"
            : null;
    }

    /// <summary>入库高新技术企业达114家: how many there are, and not how many came this year.</summary>
    private static bool IsStock(CheckedRow row, Quantity reading) =>
        Clauses.Around(row.Progress, reading.Span).Of(row.Progress) is var clause && !Counting.In(clause) && (reading.Stage is null or "入库" || clause.Contains("总数", StringComparison.Ordinal));

    /// <summary>家庭农场472家，新增6家, where 8家 are asked for: how many there are, with those that came right behind.</summary>
    private static bool IsBeforeWhatCame(CheckedRow row, Quantity reading) =>
        Kinds.IsVolume(reading) && row.Stated.FirstOrDefault(next => next.Span.Start >= reading.Span.End) is { Role: QuantityRole.Result, Stage: { } verb } came && (verb.StartsWith('新') || verb.StartsWith('净'))
            && came.MetricKey == reading.MetricKey && came.BaseUnit == reading.BaseUnit && came.BaseValue < reading.BaseValue && Clauses.SentenceAround(row.Progress, reading.Span).Contains(came.ValueSpan);

    /// <summary>农机总动力达61.2万千瓦, where 1.5万千瓦 more are asked for.</summary>
    private static bool IsToldAsWhatThereIs(CheckedRow row, Quantity reading) =>
        row.Progress[..reading.ValueSpan.Start] is var before && (before.EndsWith('达') || before.EndsWith("达到", StringComparison.Ordinal) || before.EndsWith('为') || before.EndsWith("共有", StringComparison.Ordinal)) && !Counting.In(Clauses.Around(row.Progress, reading.ValueSpan).Of(row.Progress));

    /// <summary>全县现有龙头企业22家: said to be there, and not to have come.</summary>
    private static bool IsToldAsExisting(CheckedRow row, Quantity reading) =>
        reading.Stage is null && Clauses.Around(row.Progress, reading.ValueSpan) is var clause && row.Progress.AsSpan(clause.Start, Math.Max(0, reading.ValueSpan.Start - clause.Start)).Contains("现有", StringComparison.Ordinal);

    /// <summary>光网小区累计达342个，今年新增68个: what there is by now stands beside what was added.</summary>
    private static bool IsBesideWhatWasAdded(CheckedRow row, Quantity target, Quantity reading) =>
        row.Stated.Any(other => other is { Role: QuantityRole.Result, Stage: not null } && (SaysNew(row.Progress, other) || IsDoneOfTheNew(row.Progress, target, other, reading)) && other.MetricKey == reading.MetricKey && other.BaseUnit == reading.BaseUnit && other.BaseValue < reading.BaseValue);

    /// <summary>登记家庭农场达682家，较年初净增41家, where 15家 are to be brought up: how many there are, with how many more that is.</summary>
    private static bool HasGrownSinceNewYear(CheckedRow row, Quantity reading) =>
        row.Stated.Any(more => more is { Role: QuantityRole.Comparison, Kind: QuantityKind.Growth } && more.BaseUnit == reading.BaseUnit && more.MetricKey == reading.MetricKey && more.BaseValue < reading.BaseValue && more.Span.Start >= reading.Span.End);

    /// <summary>累计培育1873名，今年新增790名; 新建小区76个，累计建成384个: what there is by now, counted in the same unit as what came this year.</summary>
    private static bool IsRunningTotal(CheckedRow row, Quantity target, Quantity reading) =>
        Kinds.IsVolume(reading) && !SaysNew(row.Progress, reading) && Clauses.Around(row.Progress, reading.Span).Of(row.Progress).Contains("累计", StringComparison.Ordinal)
            && row.Stated.Any(added => added is { Role: QuantityRole.Result, From: null or { Month: 1 } } && (SaysNew(row.Progress, added) || IsDoneOfTheNew(row.Progress, target, added, reading)) && added.BaseUnit == reading.BaseUnit && added.BaseValue < reading.BaseValue && added.MetricKey.EndsWith(reading.MetricKey, StringComparison.Ordinal)
                && (IsOfThisYear(row.Progress, added) || (reading.Stage is null && target.Stage?.StartsWith('新') == true) || IsRightBefore(row.Progress, added, reading)));

    /// <summary>已建成131个，累计达1420个, where 200个 are to be built anew: what was done before the running total is this year's.</summary>
    private static bool IsDoneOfTheNew(string text, Quantity target, Quantity added, Quantity reading) =>
        target.Stage?.StartsWith('新') == true && Stages.SaysFinished(added) && IsRightBefore(text, added, reading) && !Clauses.Around(text, added.ValueSpan).Of(text).Contains("累计", StringComparison.Ordinal);

    /// <summary>新增户厕90座, 新开通基站347个: 新 stands in the verb, in the name, or before the verb where the verb itself does not have it.</summary>
    private static bool SaysNew(string text, Quantity quantity) =>
        quantity.MetricKey.StartsWith('新') || (quantity.Stage is { } verb && (verb.StartsWith('新')
            || (text.LastIndexOf(verb, Math.Max(0, quantity.ValueSpan.Start - 1), StringComparison.Ordinal) is > 0 and var at && text[at - 1] is '新' && Clauses.Around(text, quantity.ValueSpan).Start < at)));

    private static bool IsRightBefore(string text, Quantity added, Quantity reading) =>
        added.Span.End <= reading.Span.Start && Clauses.SentenceAround(text, reading.Span).Contains(added.ValueSpan) && OneMonth.Find(text, Clauses.Around(text, added.ValueSpan)) is null;

    private static bool IsOfThisYear(string text, Quantity added) =>
        Clauses.Around(text, added.ValueSpan) is var clause && text.AsSpan(clause.Start, Math.Max(0, added.ValueSpan.Start - clause.Start)) is var before && (before.Contains("今年", StringComparison.Ordinal) || before.Contains("本年", StringComparison.Ordinal));
}
