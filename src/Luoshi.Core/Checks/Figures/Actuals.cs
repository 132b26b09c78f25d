using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Figures;

/// <summary>计划建设10个，实际完成6个; 计划采购80辆，首批40辆已上路运营: what is told as done behind a plan is no part of the plan.</summary>
internal static class Actuals
{
    private static readonly WordFinder Actual = new("实际完成 实际建成 实际分别 实际新增 实际开工 实际到位 实际改造 实际已 实际发放 实际引进 实际培育 实际实施 实际竣工 实际达到 实际为 实际清淤 实际铺设 实际安装 实际供应 实际培训 实际出让 实际拆除 实际投入 实际收储 实际整治");

    private static readonly WordFinder Done = new("已完成 已建成 已完工 已竣工 已投用 已投入 已交付 已上路 已运营 已开通 已到位 已通车 已上线 已安装 已发放 已启用 已落地 已改造");

    private static readonly WordFinder Planned = new("计划 拟 将 预计 力争 确保 争取 待");

    private static readonly string[] Achieved = ["完成", "累计完成", "共完成", "目前完成", "现完成", "建成", "累计建成", "目前建成", "完工", "竣工", "已"];

    /// <summary>The figures with those as results that are told as done in their own clause.</summary>
    public static IReadOnlyList<Quantity> AsResults(string progress, IReadOnlyList<Quantity> read) => ReadFigures.Changed(
        read,
        quantity => quantity is { Role: QuantityRole.Plan, Kind: not QuantityKind.Deadline } && (IsDone(progress, quantity) || IsToldBehindItsPlan(progress, read, quantity)) ? quantity with { Role = QuantityRole.Result, From = null, To = null } : null);

    private static bool IsDone(string progress, Quantity quantity)
    {
        var clause = Clauses.Around(progress, quantity.ValueSpan);
        var before = TextSpan.Between(clause.Start, Math.Max(clause.Start, quantity.ValueSpan.Start));
        if ((Actual.Find(progress, before) ?? InThePlansVerb(progress, before)) is { } actual)
        {
            return Planned.Find(progress, TextSpan.Between(actual.End, before.End)) is null;
        }

        // 计划改造36公里，已完成21公里，完成率58.3%: 已 stands right before the figure, and the rate behind it is of what is done.
        if ((Done.Find(progress, before) is { } done && done.End == before.End) || (quantity.Kind == QuantityKind.ShareOfPlan && clause.Of(progress).StartsWith("完成率", StringComparison.Ordinal) && Done.Find(progress, TextSpan.Between(Clauses.SentenceAround(progress, clause).Start, clause.Start)) is not null))
        {
            return Planned.Find(progress, before) is null;
        }

        return Done.Find(progress, TextSpan.Between(Math.Min(quantity.ValueSpan.End, clause.End), clause.End)) is not null && Planned.Find(progress, clause) is null;
    }

    /// <summary>计划更换9公里，<b>实际更换</b>13公里: what was done in the very verb of the plan before.</summary>
    private static TextSpan? InThePlansVerb(string progress, TextSpan before)
    {
        const string Actually = "实际";
        const int Verb = 2;
        if (progress.IndexOf(Actually, before.Start, before.Length, StringComparison.Ordinal) is not (>= 0 and var at) || at + Actually.Length + Verb > before.End)
        {
            return null;
        }

        var sentence = Clauses.SentenceAround(progress, before);
        var plan = TextSpan.Between(sentence.Start, at);
        return Planned.Find(progress, plan) is { } planned && progress.IndexOf(progress.Substring(at + Actually.Length, Verb), planned.End, at - planned.End, StringComparison.Ordinal) >= 0
            ? new TextSpan(at, Actually.Length + Verb) : null;
    }

    /// <summary>全年计划600个，完成503个: behind what was planned of a thing, the next number of the same thing and unit is what came of it.</summary>
    private static bool IsToldBehindItsPlan(string progress, IReadOnlyList<Quantity> read, Quantity quantity)
    {
        var clause = Clauses.Around(progress, quantity.ValueSpan);
        var before = progress[clause.Start..Math.Max(clause.Start, quantity.ValueSpan.Start)];
        return Array.Exists(Achieved, word => before.StartsWith(word, StringComparison.Ordinal)) && Planned.Find(progress, clause) is null
            && read.LastOrDefault(other => other.Span.End <= quantity.Span.Start) is { Role: QuantityRole.Plan or QuantityRole.Restated } planned && planned.BaseUnit == quantity.BaseUnit && planned.Kind == quantity.Kind
            && (quantity.MetricKey.Length == 0 || SameNames.Kept(quantity.MetricKey) == SameNames.Kept(planned.MetricKey)) && Clauses.SentenceAround(progress, quantity.ValueSpan).Contains(planned.ValueSpan)
            && Planned.Find(progress, Clauses.Around(progress, planned.ValueSpan)) is not null;
    }
}
