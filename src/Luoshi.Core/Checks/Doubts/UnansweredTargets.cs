using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>目标有数、进展无数 — targets that no figure of the progress answers.</summary>
internal static class UnansweredTargets
{
    /// <summary>推进7个项目 names a set of things, it does not promise a number of them.</summary>
    private static readonly WordFinder NamesASet = new("加快 推进 支持 加大 抓好 围绕 引导 聚焦 依托 推动 深化 统筹 落实好");

    /// <summary>Others give out the figure: its absence is told, and not the unit's fault alone.</summary>
    private static readonly WordFinder Unpublished = new("未公布 未发布 未反馈 未核定 未出 待公布 待发布 年底公布 年底发布 年度核算 待核算");

    public static Doubt? Find(ExaminedRow examined, CheckSettings settings)
    {
        var row = examined.Row;
        // Whoever answers 是 has something to show; without an answer an empty cell is no report at all.
        if (!row.ClaimsDone || (row.Progress.Length == 0 && row.Task.PlanMet is null))
        {
            return null;
        }

        var answered = examined.Comparisons.Any(comparison => comparison.Verdict is not (Verdict.NoNumber or Verdict.NotComparable) && row.Targets[comparison.Target].Quantity.Kind != QuantityKind.Deadline);
        // In the first months most targets have no figure yet; a row with none at all is asked about.
        var early = examined.AsOf.Month < settings.FirstPaceMonth && examined.Readings.Any(reading => reading.Quantity.Kind != QuantityKind.Deadline);
        if (early)
        {
            return null;
        }

        var steps = new PlannedSteps(row);
        var missing = new List<int>();
        foreach (var comparison in examined.Comparisons)
        {
            var pair = examined.Pairs[comparison.Target];
            var other = (pair is { Obstacle: Obstacle.Measure, Reading: { } level } && examined.Readings[level].Quantity.MetricKey != row.Targets[comparison.Target].Quantity.MetricKey) || (pair is { Obstacle: Obstacle.Stage, Reading: { } near } && Stages.Of(row.Progress, examined.Readings[near].Quantity) is var (stage, words) && stage != Stage.Applied && !Stages.IsIntention(row.Progress, words));
            if ((comparison.Verdict == Verdict.NoNumber || other) && Promises(row, comparison.Target) && steps.For(row.Targets[comparison.Target].Quantity, examined.AsOf) is not { IsDue: false } && !AnsweredBySibling(examined, comparison.Target) && !IsToldByName(examined, comparison.Target) && !IsToldInOtherUnit(examined, comparison.Target) && !IsToldUnbegun(examined, comparison.Target) && !IsRestated(examined, comparison.Target)
                && !(answered && Topics.Share(row.Targets[comparison.Target].Quantity.MetricKey, row.Progress)))
            {
                missing.Add(comparison.Target);
            }
        }

        if (missing.Count == 0)
        {
            return null;
        }

        var nothing = row.Progress.Length == 0 || (!examined.Readings.Any(reading => reading.Quantity.Kind != QuantityKind.Deadline) && !missing.Exists(index => TellsOfIt(row, index)) && IsAsked(row.Task.Frequency, examined.AsOf) && examined.AsOf.Month >= settings.FirstPaceMonth);
        var pace = nothing ? TargetDoubts.AheadOfPace.Find(row.Progress, new TextSpan(0, row.Progress.Length)) : null;
        var claim = pace?.Of(row.Progress);
        var targets = string.Join("、", missing.Select(index => Judging.Promise(row.Targets[index].Quantity)));
        return new Doubt(
            nothing ? DoubtRule.NoFigureAtAll : DoubtRule.TargetUnanswered,
            nothing ? DoubtStrength.Strong : DoubtStrength.Weak,
            $"目标有数：{targets}；完成情况中{(claim is null ? "" : $"写“{claim}”，")}{(nothing ? "没有任何完成数" : "没有对应的完成数")}。请核实并补充累计完成数。",
            [.. missing.Select(index => row.Targets[index].Source), .. pace is { } boast ? (Evidence[])[row.Quote(boast)] : []],
            []);
    }

    /// <summary>2024年为2.48%；实际完成95个: a figure of the target's own sort that is not read as this year's result is yet more than nothing.</summary>
    private static bool TellsOfIt(CheckedRow row, int index)
    {
        var target = row.Targets[index].Quantity;
        return Unpublished.In(row.Progress) || row.Stated.Any(stated => stated.Role is QuantityRole.Baseline or QuantityRole.Plan && stated.Kind == target.Kind && stated.BaseUnit == target.BaseUnit && stated.BaseValue != target.BaseValue
            && (stated.Role == QuantityRole.Baseline || Clauses.Around(row.Progress, stated.Span).Of(row.Progress).Contains("实际", StringComparison.Ordinal)));
    }

    private static bool Promises(CheckedRow row, int index)
    {
        var target = row.Targets[index];
        if (target.Quantity.Kind is QuantityKind.Deadline || target.Quantity.Value is null || target.Quantity.Role != QuantityRole.Target || Judging.HasFloor(row.Targets, index))
        {
            return false;
        }

        if (target.Quantity.Kind is not (QuantityKind.Count or QuantityKind.Amount) || target.Source.Field != "content")
        {
            return true;
        }

        // 新增泊位1500个，惠及居民3万人: whom it is good for follows from what is done.
        if (target.Quantity.Metric is { } metric && (metric.StartsWith("惠及", StringComparison.Ordinal) || metric.StartsWith("受益", StringComparison.Ordinal)))
        {
            return false;
        }

        // 完成10个重点项目年度投资任务: the number is of the projects, and the task is theirs.
        if (target.Quantity.Kind == QuantityKind.Count && target.Quantity.Metric?.EndsWith("任务", StringComparison.Ordinal) == true)
        {
            return false;
        }

        // Only a set in the middle of a clause: 加快推进科创园等7个项目建设.
        var clause = Clauses.Around(row.Content, target.Quantity.Span);
        var behind = clause.End - target.Quantity.Span.End;
        return !(behind > 0 && NamesASet.Find(row.Content, TextSpan.Between(clause.Start, target.Quantity.Span.End)) is not null) && !NamesASet.In(target.Quantity.Stage.AsSpan());
    }

    /// <summary>20条45公里, 60亿元、增长9%: one answer is an answer.</summary>
    private static bool AnsweredBySibling(ExaminedRow examined, int index)
    {
        var key = examined.Row.Targets[index].Quantity.MetricKey;
        return key.Length > 0 && examined.Comparisons.Any(other => other.Target != index && other.Reading is not null && examined.Row.Targets[other.Target].Quantity.MetricKey == key);
    }

    /// <summary>新增上市企业1家, answered by 青云科技已于5月20日上市: few things are told by their names.</summary>
    private static bool IsToldByName(ExaminedRow examined, int index)
    {
        const int Few = 5;
        var target = examined.Row.Targets[index].Quantity;
        return target is { Kind: QuantityKind.Count, BaseValue: <= Few, Metric: { } metric }
            && (Stages.IsToldFinished(examined.Row.Progress, metric)
                || examined.Readings.Any(reading => reading.Quantity is { Kind: QuantityKind.Deadline, Stage: { } told } && (metric.Contains(told, StringComparison.Ordinal) || target.Stage == told)));
    }

    /// <summary>抽检4批次/千人, answered by 抽检1320批次: the figure is there, in another measure.</summary>
    private static bool IsToldInOtherUnit(ExaminedRow examined, int index) =>
        examined.Row.Targets[index].Quantity is { Kind: QuantityKind.Level, MetricKey: { Length: > 1 } key } target && target.Unit.Contains('/', StringComparison.Ordinal)
            && examined.Readings.Any(reading => MetricMatch.Score(key, reading.Quantity.MetricKey) >= 0.9);

    /// <summary>15个项目尚未开工: that nothing has begun is a doubt of its own.</summary>
    private static bool IsToldUnbegun(ExaminedRow examined, int index) =>
        (examined.Pairs[index] is { Obstacle: Obstacle.Stage, Reading: { } near } && examined.Readings[near].Quantity.Stage is "未开工" or "未启动")
            || examined.Restated.Any(restatement => restatement.Target == index && Restatements.IsToldUnbegun(examined.Row.Progress, examined.Row.Stated[restatement.Stated]));

    private static bool IsRestated(ExaminedRow examined, int target) => examined.Restated.Any(restatement => restatement.Target == target && restatement.IsAsked);

    private static bool IsAsked(ReportingFrequency? frequency, ReportingPeriod asOf) => frequency is not { } asked || asked switch
    {
        ReportingFrequency.Weekly or ReportingFrequency.Biweekly or ReportingFrequency.Monthly => true,
        ReportingFrequency.Quarterly => asOf.Month % 3 == 0,
        ReportingFrequency.HalfYearly => asOf.Month % 6 == 0,
        ReportingFrequency.Yearly => asOf.Month == 12,
    };
}
