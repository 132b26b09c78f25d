using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Names;

/// <summary>农村网络零售额 for 网络零售额: words before the target's name that the task does not have may say that the figure is of a part. It may speak for the row, and never against it.</summary>
internal static class Narrower
{
    private const string AndAbove = "级以上";

    // 供水管网 of 公共供水管网漏损率: so much of what stands before a name, said by the task too, tells that the two are one.
    private const int LastWords = 4;

    // 总库容, 月度新增规上工业企业, 老旧管网 where 改造 is asked for: words that leave nothing out.
    private static readonly string[] Whole = ["总", "累计", "新增", "月度新增", "年度新增", "月度", "年度", "全部", "各类", "首期", "首批", "第一批", "第一期", "老旧", "既有", "存量", "废旧"];

    /// <summary>Whether the reading's name is the target's with words before it of which the task says nothing.</summary>
    public static bool Is(CheckedRow row, Quantity target, Quantity reading) =>
        IsLowestLevel(target, reading) || (target.MetricKey.Length > 1 && reading.MetricKey.Length > target.MetricKey.Length && SameNames.Kept(reading.MetricKey) != target.MetricKey && reading.MetricKey.EndsWith(target.MetricKey, StringComparison.Ordinal)
            && reading.MetricKey[..^target.MetricKey.Length] is var more && !Whole.Contains(more) && !row.Content.Contains(more[Math.Max(0, more.Length - LastWords)..], StringComparison.Ordinal));

    /// <summary>市级团队 for 市级以上团队: those of the levels above may come to them.</summary>
    public static bool IsLowestLevel(Quantity target, Quantity reading) =>
        target.MetricKey.Contains(AndAbove, StringComparison.Ordinal) && target.MetricKey.Replace(AndAbove, "级", StringComparison.Ordinal) == reading.MetricKey;

    /// <summary>The comparison, or why there is none where a part only would tell that the whole lags.</summary>
    public static Comparison Judged(CheckedRow row, IReadOnlyList<StatedQuantity> readings, Comparison comparison) =>
        comparison is { Verdict: Verdict.Behind, Reading: { } index, Yardstick: Yardstick.Time } && row.Targets[comparison.Target].Quantity is var target && readings[index].Quantity is var reading && Kinds.IsVolume(target) && Is(row, target, reading)
            ? new Comparison { Target = comparison.Target, Reading = index, Verdict = Verdict.NotComparable, Rule = ComparisonRule.OtherMeasure, Yardstick = Yardstick.None, Reason = $"目标{Judging.Promise(target)}，进展{Numbers.Text(reading)}：进展写的是{reading.Metric}，可能只是其中一部分" }
            : comparison;
}
