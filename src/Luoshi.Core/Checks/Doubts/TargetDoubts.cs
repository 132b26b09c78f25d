using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>What the comparison of targets and readings gives reason to ask.</summary>
internal static class TargetDoubts
{
    /// <summary>推进7个项目 names a set of things, it does not promise a number of them.</summary>
    private static readonly WordFinder NamesASet = new("加快 推进 支持 加大 抓好 围绕 引导 聚焦 依托 推动 深化 统筹 落实好");

    private static readonly WordFinder AheadOfPace = new("超序时 超过序时 超出序时 高于序时 快于序时 超前序时 领先序时 超时间进度 超过时间进度 高于时间进度 快于时间进度");

    /// <summary>Others give out the figure: its absence is told, and not the unit's fault alone.</summary>
    private static readonly WordFinder Unpublished = new("未公布 未发布 未反馈 未核定 未出 待公布 待发布 年底公布 年底发布 年度核算 待核算");

    private static readonly WordFinder OnSchedule = new("达到序时 达序时 符合序时 按序时 序时推进 按计划推进 按时序");

    public static Doubt? Behind(ExaminedRow examined, CheckSettings settings)
    {
        if (!examined.Row.ClaimsDone)
        {
            return null;
        }

        if (PaceClaimed(examined) is { } claimed)
        {
            return claimed;
        }

        var behind = examined.Comparisons
            .Where(comparison => comparison.Verdict == Verdict.Behind && comparison.Rule != ComparisonRule.SumOfParts && !Judging.HasFloor(examined.Row.Targets, comparison.Target) && (comparison.Yardstick != Yardstick.Time || MayRestOnTime(comparison, examined, settings)))
            .ToList();
        behind.RemoveAll(comparison => RestIsOnSchedule(comparison, examined, settings));
        if (behind.Count == 0)
        {
            return WordingDoubts.LagTold(examined);
        }

        var plain = behind.Find(comparison => IsPlain(comparison, examined, settings));
        var claim = examined.Row.Task.PlanMet == true ? "填报为“是”" : "";
        return new Doubt(
            RuleOf(plain ?? behind[0]),
            plain is null ? DoubtStrength.Weak : DoubtStrength.Strong,
            $"{string.Join("；", behind.Select(comparison => comparison.Reason))}。{claim}{(claim.Length > 0 ? "，" : "")}请核实。",
            [.. behind.SelectMany(comparison => Quotes(examined, comparison))],
            []);
    }

    /// <summary>超序时进度, where the figure of the same sentence is under the time gone by: the text speaks against itself.</summary>
    private static Doubt? PaceClaimed(ExaminedRow examined)
    {
        var text = examined.Row.Progress;
        foreach (var comparison in examined.Comparisons.Where(comparison => comparison is { Verdict: Verdict.Behind, Yardstick: Yardstick.Time, Reading: not null }))
        {
            var reading = examined.Readings[comparison.Reading!.Value];
            var sentence = Clauses.SentenceAround(text, reading.Quantity.Span);
            if (AheadOfPace.Find(text, TextSpan.Between(Math.Min(reading.Quantity.Span.End, sentence.End), sentence.End)) is { } words && text[words.Start - 1] is not ('未' or '不' or '力'))
            {
                return new Doubt(
                    DoubtRule.PaceClaimed,
                    DoubtStrength.Strong,
                    $"{comparison.Reason}，文中写“{words.Of(text)}”。请核实。",
                    [examined.Row.Targets[comparison.Target].Source, reading.Source, examined.Row.Quote(words)],
                    []);
            }
        }

        return null;
    }

    /// <summary>10件已完成4件，其余6件达到序时进度: the row speaks for those that are not done, which only a plain lag contradicts.</summary>
    private static bool RestIsOnSchedule(Comparison comparison, ExaminedRow examined, CheckSettings settings) =>
        comparison is { Yardstick: Yardstick.Time, Reading: { } reading } && !IsPlain(comparison, examined, settings)
            && OnSchedule.Find(examined.Row.Progress, Clauses.SentenceAround(examined.Row.Progress, examined.Readings[reading].Quantity.Span)) is not null;

    private static DoubtRule RuleOf(Comparison comparison) => comparison.Rule switch
    {
        ComparisonRule.PlanPoint or ComparisonRule.PlanLevel => DoubtRule.UnderPlan,
        ComparisonRule.GrowthFlat => DoubtRule.UnderGrowth,
        ComparisonRule.LevelFlat => DoubtRule.UnderLevel,
        ComparisonRule.Ceiling => DoubtRule.OverCeiling,
        ComparisonRule.Rank => DoubtRule.UnderRank,
        ComparisonRule.DatePassed => DoubtRule.AfterDate,
        _ => DoubtRule.UnderTime,
    };

    // The plan of a row says what is due when; of a measure it leaves out only a clear lag is worth a look.
    // 24条63公里 is one work counted twice: where the plan counts the one, it speaks for the other.
    private static bool MayRestOnTime(Comparison comparison, ExaminedRow examined, CheckSettings settings) =>
        examined.AsOf.Month >= settings.FirstPaceMonth
        && (examined.Row.PlanPoints.Count == 0 || ((Share(comparison, examined) - comparison.Ratio) * 100 > settings.StrongPaceGap && !IsPlannedByTwin(comparison, examined)));

    private static bool IsPlannedByTwin(Comparison comparison, ExaminedRow examined)
    {
        var key = examined.Row.Targets[comparison.Target].Quantity.MetricKey;
        return key.Length > 0 && examined.Comparisons.Any(other => other != comparison && other.Yardstick == Yardstick.Plan && other.Verdict != Verdict.Behind && examined.Row.Targets[other.Target].Quantity.MetricKey == key);
    }

    /// <summary>The share of the time that the reading covers.</summary>
    private static decimal Share(Comparison comparison, ExaminedRow examined)
    {
        var reading = examined.Readings[comparison.Reading!.Value].Quantity;
        return comparison.ExpectedShare ?? ((reading.To is { } to && to < examined.AsOf ? to.Month : examined.AsOf.Month) / 12m);
    }

    // A rate below its target is plain; a volume under the straight line may yet be as planned, and less than one thing missing is rounding.
    private static bool IsPlain(Comparison comparison, ExaminedRow examined, CheckSettings settings)
    {
        var target = examined.Row.Targets[comparison.Target].Quantity;
        if (comparison.Yardstick is Yardstick.Flat or Yardstick.Plan or Yardstick.Date)
        {
            // A level is to be reached by the end of the year; under it in spring is worth a look, no more.
            return target.Kind is not (QuantityKind.Level or QuantityKind.Ratio) || comparison.Yardstick == Yardstick.Plan || examined.AsOf.Month == 12 || examined.Row.Task.DeadlineDate <= DateText.LastDayOf(examined.AsOf);
        }

        if (examined.Row.PlanPoints.Count > 0)
        {
            return false;
        }

        var reading = examined.Readings[comparison.Reading!.Value].Quantity;
        if (reading.Scope is { } unit && examined.Row.Task.LeadUnits.Count > 1 && examined.Row.Task.LeadUnits.Any(lead => lead.Name == unit))
        {
            // One of several towns that lead the task: another may still add to it.
            return false;
        }

        var expected = Share(comparison, examined);
        var missingThings = target.Kind == QuantityKind.Count && target.BaseValue is < 1000 && reading.BaseValue is { } done ? (target.BaseValue.Value * expected) - done : 1;
        return missingThings >= 1 && comparison.Ratio < expected * settings.StrongPaceRatio && (expected - comparison.Ratio) * 100 > settings.StrongPaceGap;
    }

    /// <summary>目标有数、进展无数.</summary>
    public static Doubt? NoResult(ExaminedRow examined, CheckSettings settings)
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
        var pace = nothing ? AheadOfPace.Find(row.Progress, new TextSpan(0, row.Progress.Length)) : null;
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

    /// <summary>申报不等于认定.</summary>
    public static IEnumerable<Doubt> ApplicationAsResult(ExaminedRow examined)
    {
        foreach (var pair in examined.Pairs.Where(pair => pair is { Obstacle: Obstacle.Stage, Reading: not null }))
        {
            var reading = examined.Readings[pair.Reading!.Value];
            var (stage, words) = Stages.Of(examined.Row.Progress, reading.Quantity);
            var intended = Stages.IsIntention(examined.Row.Progress, words);
            if (!examined.Row.ClaimsDone || !(stage == Stage.Applied || intended))
            {
                continue;
            }

            var target = examined.Row.Targets[pair.Target];
            var clause = Clauses.Around(examined.Row.Progress, reading.Quantity.Span);
            yield return new Doubt(
                intended ? DoubtRule.IntentionCounted : DoubtRule.ApplicationCounted,
                IsNamed(examined.Row, target.Quantity, reading.Quantity) ? DoubtStrength.Strong : DoubtStrength.Weak,
                intended
                    ? $"目标是{target.Quantity.Stage}{Judging.Promise(target.Quantity)}，进展是意向{Numbers.Text(reading.Quantity)}，意向不等于落地。请核实已落地的数量。"
                    : $"目标是{target.Quantity.Stage}{Judging.Promise(target.Quantity)}，进展是申报{Numbers.Text(reading.Quantity)}，申报不等于认定。请核实已认定的数量。",
                [target.Source, examined.Row.Quote(clause)],
                []);
        }
    }

    /// <summary>达成意向611人 behind 招聘活动 need not be of the 高技能人才 that are asked for: without the name it is a guess.</summary>
    private static bool IsNamed(CheckedRow row, Quantity target, Quantity reading) =>
        target.MetricKey.Length == 0 || MetricMatch.Best(target.MetricKey, reading.MetricKey) >= MetricMatch.Enough || MetricMatch.IsGeneric(target.MetricKey) || Topics.Share(target.MetricKey, Clauses.SentenceAround(row.Progress, reading.Span).Of(row.Progress));

    /// <summary>A part's figure where the whole is asked for.</summary>
    public static Doubt? PartialCoverage(ExaminedRow examined)
    {
        var parts = examined.Pairs.Where(pair => pair is { Obstacle: Obstacle.Scope, Reading: { } reading } && IsPartOfDistrict(examined.Row.Targets[pair.Target].Quantity, examined.Readings[reading].Quantity)).ToList();
        if (parts.Count == 0 || !examined.Row.ClaimsDone)
        {
            return null;
        }

        return new Doubt(
            DoubtRule.PartOfArea,
            DoubtStrength.Weak,
            $"{string.Join("；", parts.Select(pair => $"目标{Judging.Promise(examined.Row.Targets[pair.Target].Quantity)}，{pair.WhyNot}"))}。请核实全口径的完成数。",
            [.. parts.SelectMany(pair => (Evidence[])[examined.Row.Targets[pair.Target].Source, examined.Readings[pair.Reading!.Value].Source])],
            []);
    }

    /// <summary>The target said again where a result is asked for.</summary>
    public static Doubt? Restated(ExaminedRow examined)
    {
        var row = examined.Row;
        if (!row.ClaimsDone)
        {
            return null;
        }

        // 处理率保持100%: a level that is held can only be said in the same words.
        if (SaysTheTaskAgain(row) && !(examined.Verdict == Verdict.Met && row.Targets.Count == 1))
        {
            return new Doubt(DoubtRule.TaskSaidAgain, DoubtStrength.Strong, "完成情况与工作内容几乎相同，只是把目标再说了一遍。请核实实际完成情况。", [row.Quote(new TextSpan(0, Math.Min(60, row.Progress.Length)))], []);
        }

        // Where a figure answers the target after all, the number said again names only what it is about.
        var asked = examined.Restated.Where(restatement => restatement.IsAsked && examined.Comparisons[restatement.Target].Ratio is null).ToList();
        if (asked.Count == 0)
        {
            return null;
        }

        return new Doubt(
            DoubtRule.TargetSaidAgain,
            asked.Exists(restatement => restatement.IsPlain) ? DoubtStrength.Strong : DoubtStrength.Weak,
            $"完成情况中的{string.Join("、", asked.Select(restatement => row.Stated[restatement.Stated].Span.Of(row.Progress)))}与目标数相同，没有写明已完成。请核实实际完成数。",
            [.. asked.SelectMany(restatement => (Evidence[])[row.Targets[restatement.Target].Source, row.Quote(row.Stated[restatement.Stated].Span)])],
            []);
    }

    // Nearly every piece of the progress stands in the task, and none of its own words says that it was done.
    private static bool SaysTheTaskAgain(CheckedRow row)
    {
        var (progress, content) = (TextShape.Of(row.Progress), TextShape.Of(row.Content));
        var tellsOther = row.Stated.Any(stated => stated is { Role: QuantityRole.Result, Value: not null } && row.Targets.Any(target => target.Quantity.Kind == stated.Kind && target.Quantity.BaseUnit == stated.BaseUnit && target.Quantity.MetricKey == stated.MetricKey && target.Quantity.BaseValue != stated.BaseValue));
        return !tellsOther && progress.Text.Length >= 12 && progress.ShareIn(content) >= 0.75 && !row.Progress.Contains('已', StringComparison.Ordinal) && !row.Progress.Contains("累计", StringComparison.Ordinal);
    }

    // A named project's investment is no part of the district: who asks for the whole would get an answer about something else.
    private static bool IsPartOfDistrict(Quantity target, Quantity reading) =>
        reading.MetricKey.EndsWith(target.MetricKey, StringComparison.Ordinal) && (reading.MetricKey != target.MetricKey || (reading.Scope is { } scope && Obstacles.IsPlace(scope)));

    private static IEnumerable<Evidence> Quotes(ExaminedRow examined, Comparison comparison)
    {
        yield return examined.Row.Targets[comparison.Target].Source;
        if (comparison.Reading is { } reading)
        {
            yield return examined.Readings[reading].Source;
        }
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
