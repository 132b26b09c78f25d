using Luoshi.Core.Checks.Answers;
using Luoshi.Core.Checks.Figures;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>What the comparison of targets and readings gives reason to ask.</summary>
internal static class TargetDoubts
{
    /// <summary>Claims of being ahead of the time gone by.</summary>
    public static readonly WordFinder AheadOfPace = new("超序时 超过序时 超出序时 高于序时 快于序时 超前序时 领先序时 超时间进度 超过时间进度 高于时间进度 快于时间进度");

    private static readonly WordFinder Ends = new("完成 建成 完工 竣工 交付 投用 投产 通车 实现 通过 获评 获批 印发 出台 上线 挂牌");

    private static readonly WordFinder Hedges = new("或 基本 大多 多数 部分 总体 整体");

    private static readonly WordFinder OnSchedule = new("达到序时 达序时 符合序时 按序时 序时推进 按计划推进 按时序 达进度 达到进度 正常推进 推进正常 按进度推进");

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
        behind.RemoveAll(comparison => RestIsOnSchedule(comparison, examined, settings) || IsToldEachTime(comparison, examined) || IsOfAMonthOnly(comparison, examined));
        if (behind.Count == 0)
        {
            return WordingDoubts.LagTold(examined);
        }

        var plain = behind.Find(comparison => LagProof.Is(comparison, examined, settings));
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
            if (AheadOfPace.Find(text, TextSpan.Between(Math.Min(reading.Quantity.Span.End, sentence.End), sentence.End)) is { } words && text[words.Start - 1] is not ('未' or '不' or '力') && !IsOfALaterAnswer(examined, comparison, words) && !IsOfAnotherShare(examined, comparison, sentence))
            {
                return new Doubt(
                    DoubtRule.PaceClaimed,
                    LagProof.IsOfThisTarget(examined, comparison) && Hedges.Find(text, Clauses.Around(text, words)) is null ? DoubtStrength.Strong : DoubtStrength.Weak,
                    $"{comparison.Reason}，文中写“{words.Of(text)}”。请核实。",
                    [examined.Row.Targets[comparison.Target].Source, reading.Source, examined.Row.Quote(words)],
                    []);
            }
        }

        return null;
    }

    /// <summary>市级项目完成40.4%，省级项目完成44%，超时间进度2.3个百分点: the boast is of the answer that stands nearest before it.</summary>
    private static bool IsOfALaterAnswer(ExaminedRow examined, Comparison comparison, TextSpan words)
    {
        var own = examined.Readings[comparison.Reading!.Value].Quantity;
        return examined.Comparisons.Any(other => other.Target != comparison.Target && other is { Reading: { } index, Ratio: not null } && examined.Readings[index].Quantity is var later && later.Span.Start >= own.Span.End && later.Span.End <= words.Start);
    }

    /// <summary>完成投资3.2亿元，占年度计划的58%，超序时进度8个百分点: the boast is of the share that the sentence prints, whatever it is of.</summary>
    private static bool IsOfAnotherShare(ExaminedRow examined, Comparison comparison, TextSpan sentence) =>
        examined.Row.Stated.Any(share => share is { Kind: QuantityKind.ShareOfPlan, Value: { } printed } && sentence.Contains(share.ValueSpan) && printed / 100 >= LagProof.Share(comparison, examined));

    /// <summary>10件已完成4件，其余6件达到序时进度: the row speaks for those that are not done, which only a plain lag contradicts.</summary>
    private static bool RestIsOnSchedule(Comparison comparison, ExaminedRow examined, CheckSettings settings) =>
        comparison is { Yardstick: Yardstick.Time, Reading: { } reading } && !LagProof.Is(comparison, examined, settings)
            && OnSchedule.Find(examined.Row.Progress, Clauses.SentenceAround(examined.Row.Progress, examined.Readings[reading].Quantity.Span)) is { } words && (words.Start == 0 || examined.Row.Progress[words.Start - 1] is not ('未' or '没' or '不'));

    /// <summary>每月2场: how many there are each time is no sum of the year.</summary>
    private static bool IsToldEachTime(Comparison comparison, ExaminedRow examined) =>
        comparison is { Yardstick: Yardstick.Time, Reading: { } reading } && Recurrences.Of(examined.Row.Progress, examined.Readings[reading].Quantity) is not null;

    /// <summary>6月33微克，1-6月平均29微克, where 30微克 are not to be passed: one month's level is no lag where the year's own keeps the promise.</summary>
    private static bool IsOfAMonthOnly(Comparison comparison, ExaminedRow examined) =>
        comparison is { Rule: ComparisonRule.Ceiling or ComparisonRule.LevelFlat, Reading: { } index } && examined.Readings[index].Quantity is { From: { Month: > 1 } } own && examined.Row.Targets[comparison.Target].Quantity is { Value: { } aim } target
            && examined.Row.Stated.Any(year => year is { Role: QuantityRole.Result, Value: { } value, From: { Month: 1 } } && year.Kind == own.Kind && year.BaseUnit == own.BaseUnit && year.Scope == own.Scope && (year.MetricKey == own.MetricKey || year.MetricKey is "" or "平均" or "累计" or "均值")
                && (comparison.Rule == ComparisonRule.Ceiling ? value <= aim : value >= aim));

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
        && (examined.Row.PlanPoints.Count == 0 || ((LagProof.Share(comparison, examined) - comparison.Ratio) * 100 > settings.StrongPaceGap && !IsPlannedByTwin(comparison, examined)));

    private static bool IsPlannedByTwin(Comparison comparison, ExaminedRow examined)
    {
        var key = examined.Row.Targets[comparison.Target].Quantity.MetricKey;
        return key.Length > 0 && examined.Comparisons.Any(other => other != comparison && other.Yardstick == Yardstick.Plan && other.Verdict != Verdict.Behind && examined.Row.Targets[other.Target].Quantity.MetricKey == key);
    }

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
        if (SaysTheTaskAgain(row) && !(examined.Verdict == Verdict.Met && (row.Targets.Count == 1 || TellsMore(examined))))
        {
            return new Doubt(DoubtRule.TaskSaidAgain, TellsAnEnd(row) ? DoubtStrength.Weak : DoubtStrength.Strong, "完成情况与工作内容几乎相同，只是把目标再说了一遍。请核实实际完成情况。", [row.Quote(new TextSpan(0, Math.Min(60, row.Progress.Length)))], []);
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

    /// <summary>补助标准提高到每人每年710元, where 670元 were promised: whoever had only copied the task would have copied that.</summary>
    private static bool TellsMore(ExaminedRow examined) =>
        examined.Comparisons.Any(comparison => comparison is { Verdict: Verdict.Met, Reading: { } index } && examined.Readings[index].Quantity is var told && examined.Row.Targets[comparison.Target].Quantity is var asked && told.BaseUnit == asked.BaseUnit && told.BaseValue != asked.BaseValue);

    // Nearly every piece of the progress stands in the task, and none of its own words says that it was done.
    private static bool SaysTheTaskAgain(CheckedRow row)
    {
        var (progress, content) = (TextShape.Of(row.Progress), TextShape.Of(row.Content));
        var tellsOther = row.Stated.Any(stated => stated is { Role: QuantityRole.Result, Value: not null } && row.Targets.Any(target => target.Quantity.Kind == stated.Kind && target.Quantity.BaseUnit == stated.BaseUnit && target.Quantity.MetricKey == stated.MetricKey && target.Quantity.BaseValue != stated.BaseValue));
        return !tellsOther && progress.Text.Length >= 12 && progress.ShareIn(content) >= 0.75 && !row.Progress.Contains('已', StringComparison.Ordinal) && !row.Progress.Contains("累计", StringComparison.Ordinal);
    }

    /// <summary>青溪路完成竣工验收 for 推动青溪路竣工: a verb of the end that the task does not have is a word of one's own.</summary>
    private static bool TellsAnEnd(CheckedRow row) => Ends.All(row.Progress).Any(end => !row.Content.Contains(end.Of(row.Progress), StringComparison.Ordinal));

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
}
