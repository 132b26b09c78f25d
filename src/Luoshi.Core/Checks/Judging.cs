using Luoshi.Core.Checks.Answers;
using Luoshi.Core.Checks.Figures;
using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>Holds a reading against its target and says why in one sentence with the arithmetic in it.</summary>
internal sealed class Judging(CheckedRow row, IReadOnlyList<StatedQuantity> readings, CheckSettings settings, ReportingPeriod asOf)
{
    private static readonly WordFinder NotHappened = new("未发生 没有发生 零发生 未出现 没有出现");

    private readonly PlannedSteps _planned = new(row);
    private readonly ExpectedShares _expected = new(row);

    public Comparison Compare(Pair pair)
    {
        var target = row.Targets[pair.Target].Quantity;
        if (target.Kind == QuantityKind.Deadline)
        {
            return ByDate(pair, target);
        }

        if (target.Value is null)
        {
            return target.Against is { } against
                ? NotComparable(pair, ComparisonRule.RelativeTarget, $"目标是与{against}相比，需要另一个数字才能判断")
                : NotComparable(pair, ComparisonRule.FigureUnreadable, "目标的数字太大，不能比较");
        }

        if (pair.Reading is not { } index)
        {
            return NeverHappened(pair, target) ?? StatedSchedule(pair, target) ?? LastYears(pair, target) ?? Without(pair, ComparisonRule.NoFigure, $"目标{Promise(target)}，进展中没有对应的数字");
        }

        var reading = readings[index].Quantity;
        if (pair.WhyNot is { } why)
        {
            return NotComparable(pair, Obstacles.Rule(pair.Obstacle), $"目标{Promise(target)}，进展{Numbers.Text(reading)}：{why}");
        }

        if (target.From is { } from && from.Year > asOf.Year && !Reaches(target, reading))
        {
            return NotComparable(pair, ComparisonRule.OtherPeriod, $"目标是到{from.Year}年的{Promise(target)}，今年应到多少没有写明");
        }

        if (reading.Value is null)
        {
            return NotComparable(pair, ComparisonRule.FigureUnreadable, "进展的数字不完整，不能比较");
        }

        var aim = target.Value.Value;

        return reading.Kind == QuantityKind.ShareOfPlan && Kinds.IsVolume(target)
            ? Volume(pair, target, reading, (reading.Value ?? 0) / 100)
            : target.Kind switch
            {
                QuantityKind.Growth => target.BaseUnit == "%" || target.Value < 0 ? Flat(pair, target, reading, aim) : Volume(pair, target, reading, Numbers.Ratio(reading.BaseValue, target.BaseValue)),
                QuantityKind.Level when AreDaysOfYear(target) || IsEarnedOverTheYear(target) || IsAddedCapacity(target) => Volume(pair, target, reading, Numbers.Ratio(reading.BaseValue, target.BaseValue)),
                QuantityKind.Level or QuantityKind.Ratio => Level(pair, target, reading, aim),
                QuantityKind.Ceiling => Flat(pair, target, reading, aim),
                QuantityKind.Rank => Flat(pair, target, reading, aim),
                QuantityKind.ShareOfPlan => Volume(pair, target, reading, Numbers.Ratio(reading.Value, aim)),
                QuantityKind.Count or QuantityKind.Amount => MustStayUnder(target) || IsForEach(target)
                    ? Flat(pair, target, reading, aim)
                    : OfTotal(pair, target, reading) ?? Recurring(pair, target, reading) ?? Volume(pair, target, reading, Numbers.Ratio(reading.BaseValue, target.BaseValue)),
                QuantityKind.Deadline => ByDate(pair, target),
            };
    }

    /// <summary>Several figures that together answer a target of things that are counted up over the year.</summary>
    public Comparison Together(int target, Quantity sum) =>
        Volume(new Pair(target, null, Obstacle.None, null), row.Targets[target].Quantity, sum, Numbers.Ratio(sum.BaseValue, row.Targets[target].Quantity.BaseValue));

    /// <summary>The task's verdict: the worst that can be computed, and no better than on track while a target has no answer.</summary>
    public static Verdict RollUp(IReadOnlyList<Comparison> comparisons, IReadOnlyList<StatedQuantity> targets)
    {
        // A floor decides; what is striven for beyond it does not.
        var deciding = comparisons.Where(comparison => !HasFloor(targets, comparison.Target)).ToList();
        if (deciding.Exists(IsNumber) && deciding.Where(IsNumber).All(comparison => comparison.Verdict == Verdict.Met))
        {
            // 年底前全部完成12个: where all twelve are done, the date has nothing more to say.
            deciding.RemoveAll(comparison => !IsNumber(comparison) && comparison.Verdict != Verdict.Behind && (targets[comparison.Target].Quantity.MetricKey is var what && (what.Length == 0 || deciding.Exists(other => IsNumber(other) && Topics.Share(what, targets[other.Target].Quantity.MetricKey)))));
        }

        var computed = deciding.Where(comparison => comparison.Verdict is not (Verdict.NotComparable or Verdict.NoNumber)).Select(comparison => comparison.Verdict).ToList();
        if (computed.Count == 0)
        {
            return deciding.Exists(comparison => comparison.Verdict == Verdict.NotComparable) ? Verdict.NotComparable : Verdict.NoNumber;
        }

        var worst = computed.Contains(Verdict.Behind) ? Verdict.Behind : computed.Contains(Verdict.OnTrack) ? Verdict.OnTrack : computed.Contains(Verdict.Ahead) ? Verdict.Ahead : Verdict.Met;
        return worst is Verdict.Met or Verdict.Ahead && computed.Count < deciding.Count ? Verdict.OnTrack : worst;

        bool IsNumber(Comparison comparison) => targets[comparison.Target].Quantity.Kind != QuantityKind.Deadline;
    }

    /// <summary>Whether the target is a stretch above a floor for the same measure.</summary>
    public static bool HasFloor(IReadOnlyList<StatedQuantity> targets, int index)
    {
        var target = targets[index].Quantity;
        return target.Stretch && target.MetricKey.Length > 0 && targets.Any(other => !other.Quantity.Stretch && other.Quantity.MetricKey == target.MetricKey && other.Quantity.Kind == target.Kind && other.Quantity.BaseUnit == target.BaseUnit);
    }

    private static bool Reaches(Quantity target, Quantity reading) =>
        reading.Kind == target.Kind && reading.BaseUnit == target.BaseUnit && (MustStayUnder(target) ? reading.BaseValue <= target.BaseValue : reading.BaseValue >= target.BaseValue);

    /// <summary>新增粮食烘干能力600吨/日: what a day can hold is added up over the year where more of it is asked for.</summary>
    private static bool IsAddedCapacity(Quantity target) => target.Stage?.StartsWith('新') == true && target.Unit.Contains('/', StringComparison.Ordinal);

    /// <summary>优良天数320天: days are counted up over the year.</summary>
    private static bool AreDaysOfYear(Quantity target)
    {
        const int MoreThanAWait = 100;
        return target is { BaseUnit: "天", BaseValue: > MoreThanAWait, Comparator: Comparator.AtLeast or Comparator.Equal or Comparator.GreaterThan } && target.MetricKey.EndsWith("天数", StringComparison.Ordinal);
    }

    /// <summary>亩均税收28万元/亩: what an acre yields is counted up over the year.</summary>
    private static bool IsEarnedOverTheYear(Quantity target) =>
        (target.BaseUnit == "元/亩" || (target.BaseUnit == "元" && target.MetricKey.StartsWith("亩均", StringComparison.Ordinal))) && target.Comparator is Comparator.AtLeast or Comparator.Equal or Comparator.GreaterThan && (target.MetricKey.EndsWith("税收", StringComparison.Ordinal) || target.MetricKey.EndsWith("增加值", StringComparison.Ordinal) || target.MetricKey.EndsWith("产值", StringComparison.Ordinal));

    /// <summary>人均藏书1.1册, 每村1处: what there is for each stands or does not.</summary>
    private bool IsForEach(Quantity target) => (target.BaseUnit != "元" && Kinds.IsVolume(target) && target.MetricKey.Contains("人均", StringComparison.Ordinal)) || Apiece.IsAskedOfEach(row.Content, target);

    private static bool MustStayUnder(Quantity target) => target.Comparator is Comparator.AtMost or Comparator.LessThan;

    private static string Name(Quantity quantity) => quantity.Metric ?? "";

    /// <summary>The target in short: 地区生产总值增长5%, 失业率不超过5.5%.</summary>
    public static string Promise(Quantity target) => target.Kind == QuantityKind.Rank && target.Value is { } place
        ? $"{Name(target)}{(MustStayUnder(target) ? "进入前" : "第")}{Numbers.Text(place)}{(target.Unit.Length > 0 ? target.Unit : "位")}"
        : Name(target) + (target.Kind == QuantityKind.Growth ? (target.Value < 0 ? "下降" : "增长") : Bound(target)) + Numbers.Text(target.Kind == QuantityKind.Growth && target.Value < 0 ? target with { Value = -target.Value } : target);

    private static Comparison NotComparable(Pair pair, ComparisonRule rule, string reason) =>
        new() { Target = pair.Target, Reading = pair.Reading, Verdict = Verdict.NotComparable, Rule = rule, Yardstick = Yardstick.None, Reason = reason };

    private static Comparison Without(Pair pair, ComparisonRule rule, string reason) =>
        new() { Target = pair.Target, Verdict = Verdict.NoNumber, Rule = rule, Yardstick = Yardstick.None, Reason = reason };

    /// <summary>Growth, ceilings and ranks are compared as they stand: 5% is 5% in every month.</summary>
    private Comparison Flat(Pair pair, Quantity target, Quantity reading, decimal aim)
    {
        var value = reading.Value!.Value;
        if (target.BaseUnit == reading.BaseUnit && target.Unit != reading.Unit && target.BaseValue is { } baseAim && reading.BaseValue is { } baseValue)
        {
            (aim, value) = (baseAim, baseValue);
        }

        var smaller = target.Kind is QuantityKind.Rank or QuantityKind.Ceiling || MustStayUnder(target);
        var missing = smaller ? value - aim : aim - value;
        var tolerance = target.Comparator == Comparator.About ? settings.AboutTolerance : 0;
        var behind = missing > tolerance || (missing == 0 && target.Comparator is Comparator.GreaterThan or Comparator.LessThan);
        var unit = target.Unit.EndsWith('%') || target.Unit is "个百分点" or "百分点" ? "个百分点" : target.Kind == QuantityKind.Rank ? "位" : target.Unit == reading.Unit ? target.Unit : target.BaseUnit;
        var difference = missing == 0 ? "与目标持平" : $"{Side(missing, smaller, target)}{(target.Kind == QuantityKind.Rank ? Numbers.Text(Math.Abs(missing)) : Numbers.Gap(Math.Abs(missing)))}{unit}";
        return new Comparison
        {
            Target = pair.Target,
            Reading = pair.Reading,
            Ratio = Rounded(Numbers.Ratio(value, aim)),
            Verdict = behind ? Verdict.Behind : Verdict.Met,
            Rule = target.Kind == QuantityKind.Rank ? ComparisonRule.Rank : smaller ? ComparisonRule.Ceiling : target.Kind == QuantityKind.Growth ? ComparisonRule.GrowthFlat : ComparisonRule.LevelFlat,
            Yardstick = Yardstick.Flat,
            Reason = $"目标{Promise(target)}，{When(reading)}{Place(reading)}{Change(reading)}，{difference}",
        };
    }

    // A fall is said as one, a rise needs no word beside a promise to grow.
    private static string Change(Quantity reading) => reading is { Kind: QuantityKind.Growth, Value: < 0 } ? $"下降{Numbers.Text(reading with { Value = -reading.Value })}" : Numbers.Text(reading);

    private static string Side(decimal missing, bool smaller, Quantity target) => target.Kind == QuantityKind.Rank ? (missing > 0 ? "落后" : "靠前")
        : target is { Kind: QuantityKind.Growth, Value: < 0 } ? (missing > 0 ? "少降" : "多降")
        : missing > 0 == smaller ? "高"
        : "低";

    private static string Bound(Quantity target) => target.Comparator switch
    {
        Comparator.AtMost => "不超过",
        Comparator.LessThan => "低于",
        Comparator.GreaterThan => "超过",
        Comparator.AtLeast or Comparator.Equal or Comparator.About => "",
    };

    /// <summary>由A提高到B asks for the way from A to B; any other level stands or does not.</summary>
    private Comparison Level(Pair pair, Quantity target, Quantity reading, decimal aim)
    {
        if (row.Targets[pair.Target].From is { Value: { } start } from && from.Unit == target.Unit && reading.Unit == target.Unit && start != aim && reading.Value is { } value)
        {
            var way = Volume(pair, target, reading, Numbers.Ratio(value - start, aim - start));
            return way.Yardstick == Yardstick.Time ? way with { Rule = ComparisonRule.WayAgainstTime } : way;
        }

        return _planned.For(target, Until(reading)) is { Point.Quantity: { Value: { } step } quantity } point && quantity.Unit == target.Unit && quantity.Kind == target.Kind
            ? ByStep(pair, target, reading, point, step)
            : Flat(pair, target, reading, aim);
    }

    /// <summary>A level that a plan raises month by month is held against the plan's own point.</summary>
    private Comparison ByStep(Pair pair, Quantity target, Quantity reading, PlannedStep point, decimal step)
    {
        var flat = Flat(pair, target, reading, target.Value!.Value);
        if (flat.Verdict == Verdict.Met)
        {
            return flat;
        }

        var missing = point.IsDue && reading.Value is { } value ? (MustStayUnder(target) ? value - step : step - value) : 0;
        var words = point.IsDue ? $"计划到{point.Point.Month.Month}月为{Numbers.Text(point.Point.Quantity)}，{(missing > 0 ? "未达到" : "已达到")}" : $"计划{point.Point.Month.Month}月到{Numbers.Text(point.Point.Quantity)}，未到节点";
        return flat with { Verdict = missing > 0 ? Verdict.Behind : Verdict.OnTrack, Rule = ComparisonRule.PlanLevel, Yardstick = Yardstick.Plan, Reason = $"目标{Promise(target)}，{When(reading)}{Place(reading)}{Change(reading)}，{words}" };
    }

    /// <summary>Volumes grow over the year: against the plan's own point, else the share of the time that the reading covers.</summary>
    private Comparison Volume(Pair pair, Quantity target, Quantity reading, decimal? ratio)
    {
        if (ratio is not { } share)
        {
            return NotComparable(pair, ComparisonRule.FigureUnreadable, "数字太大或目标为零，算不出比例");
        }

        var reached = share >= 1 && !(share == 1 && target.Comparator == Comparator.GreaterThan);
        var until = Until(reading);
        var (expected, rule, words) = _expected.Of(target, until);
        var percent = share * 100;
        var gap = percent - (expected * 100);
        var verdict = reached ? Verdict.Met
            : rule is ComparisonRule.PlanPoint or ComparisonRule.PlanNotDue ? (gap < 0 ? Verdict.Behind : Verdict.OnTrack)
            : gap < (expected < 1 ? -settings.PaceTolerance : 0) ? Verdict.Behind
            : Math.Round(gap, 1) > settings.AheadFrom ? Verdict.Ahead
            : Verdict.OnTrack;
        // Whoever takes the two printed shares from each other finds the points that are printed.
        var told = Numbers.Rounded(percent) - Numbers.Rounded(expected * 100);
        var done = reading.Kind == QuantityKind.ShareOfPlan ? $"已完成{Numbers.Text(reading)}" : $"已完成{Numbers.Text(reading)}，占{Numbers.Points(percent)}%";
        var judged = reached ? "已达到目标"
            : $"{words}，" + (told == 0 ? "持平" : $"{(told < 0 ? "低" : "高")}{Numbers.Points(Math.Abs(told))}个百分点");
        return new Comparison
        {
            Target = pair.Target,
            Reading = pair.Reading,
            Ratio = Rounded(share),
            ExpectedShare = Math.Round(expected, 4),
            Verdict = verdict,
            Rule = reached ? ComparisonRule.VolumeReached : rule,
            Yardstick = reached ? Yardstick.Flat : rule is ComparisonRule.PlanPoint or ComparisonRule.PlanNotDue ? Yardstick.Plan : Yardstick.Time,
            Light = reached || -gap <= settings.YellowFrom ? Light.Green : -gap <= settings.RedAbove ? Light.Yellow : Light.Red,
            Reason = $"目标{Promise(target)}，{When(reading)}{Place(reading)}{done}，{judged}",
        };
    }

    /// <summary>累计建成15万亩，当年新建3万亩: of the way that is to be gone this year. Null where the task does not say it.</summary>
    private Comparison? OfTotal(Pair pair, Quantity target, Quantity reading) =>
        TotalsAsked.Before(row, target) is { } before && reading.Kind == target.Kind && reading.BaseValue < target.BaseValue && Volume(pair, target, reading, Numbers.Ratio(reading.BaseValue - before, target.BaseValue - before)) is { Yardstick: Yardstick.Time } way
            ? way with { Rule = ComparisonRule.WayAgainstTime }
            : null;

    /// <summary>每季度2次 asks for eight in the year, and 每季度3次 answers it as it stands. Null for what is promised once.</summary>
    private Comparison? Recurring(Pair pair, Quantity target, Quantity reading)
    {
        var source = row.Targets[pair.Target].Source;
        if (source.Field != "content" || Recurrences.Of(row.Content, target) is not { } times || target is not { Value: { } once, BaseValue: { } baseOnce })
        {
            return null;
        }

        return Recurrences.Of(row.Progress, reading) == times ? Flat(pair, target, reading, once)
            : once < 1_000_000_000 ? Volume(pair, target with { Value = once * times, BaseValue = baseOnce * times, Metric = $"{target.Metric}全年" }, reading, Numbers.Ratio(reading.BaseValue, baseOnce * times))
            : null;
    }

    /// <summary>未发生亡人火灾, where none may happen: nothing is counted, and that is the answer.</summary>
    private Comparison? NeverHappened(Pair pair, Quantity target) =>
        target.Value == 0 && MustStayUnder(target) && target.MetricKey.Length > 1 && Clauses.All(row.Progress).Find(clause => NotHappened.Find(row.Progress, clause) is not null && MetricMatch.LongestCommon(target.MetricKey, clause.Of(row.Progress)) == target.MetricKey.Length) is { Length: > 0 } told
            ? new Comparison { Target = pair.Target, Verdict = Verdict.Met, Rule = ComparisonRule.Ceiling, Yardstick = Yardstick.Flat, Reason = $"目标{Promise(target)}，进展写明{told.Of(row.Progress)}" }
            : null;

    /// <summary>Later months' deliveries that the unit itself lists and that add up to the target: nothing is due before the first of them.</summary>
    private Comparison? StatedSchedule(Pair pair, Quantity target)
    {
        var steps = row.Stated.Where(step => step.Role == QuantityRole.Plan && step.BaseUnit == target.BaseUnit && step.Kind == target.Kind && step.To is not null && step.BaseValue is not null).ToList();
        if (steps.Count < 2 || target.BaseValue is not { } aim || steps.Sum(step => (double)step.BaseValue!.Value) != (double)aim)
        {
            return null;
        }

        var next = steps.Min(step => step.To!.Value);
        return next <= asOf ? null : new Comparison
        {
            Target = pair.Target,
            Verdict = Verdict.OnTrack,
            Rule = ComparisonRule.StatedSchedule,
            Yardstick = Yardstick.Plan,
            Reason = $"目标{Promise(target)}，排定{string.Join("、", steps.Select(step => $"{step.To!.Value.Month}月{Numbers.Text(step)}"))}，合计与目标相符，首批在{next.Month}月，未到节点",
        };
    }

    /// <summary>2024年为2.48%: the only figure there is of the measure is of a year gone by.</summary>
    private Comparison? LastYears(Pair pair, Quantity target) =>
        row.Stated.FirstOrDefault(stated => IsLastYears(target, stated, asOf)) is { } old
            ? NotComparable(pair, ComparisonRule.OtherPeriod, $"目标{Promise(target)}，进展只有{old.To!.Value.Year}年的{Numbers.Text(old)}")
            : null;

    /// <summary>Whether the figure is the target's own measure in a year gone by.</summary>
    public static bool IsLastYears(Quantity target, Quantity stated, ReportingPeriod asOf) =>
        stated is { Role: QuantityRole.Baseline, Value: not null, MetricKey.Length: > 1, To: { } to } && to.Year < asOf.Year && stated.Kind == target.Kind && stated.BaseUnit == target.BaseUnit && MetricMatch.Score(target.MetricKey, stated.MetricKey) >= 0.8;

    private Comparison ByDate(Pair pair, Quantity target)
    {
        if (target.Due is not { } due)
        {
            return Without(pair, ComparisonRule.DateUnanswered, "时限不能读成日期");
        }

        var what = $"{Name(target)}{target.Stage}";
        if (pair.Reading is { } index && pair.WhyNot is null && readings[index].Quantity.Due is { } done && done.Period <= asOf && Stages.Answers(Stages.Asked(target), Stages.Of(row.Progress, readings[index].Quantity).Stage))
        {
            var late = done.LastDay > due.LastDay;
            return new Comparison { Target = pair.Target, Reading = index, Verdict = late ? Verdict.Behind : Verdict.Met, Rule = late ? ComparisonRule.DatePassed : ComparisonRule.DateKept, Yardstick = Yardstick.Date, Reason = $"时限{due.InWords()}，{what}已于{done.InWords()}完成{(late ? "，晚于时限" : "")}" };
        }

        return due.Period > asOf
            ? new Comparison { Target = pair.Target, Verdict = Verdict.OnTrack, Rule = ComparisonRule.DateAhead, Yardstick = Yardstick.Date, Reason = $"时限{due.InWords()}，未到节点" }
            : Without(pair, ComparisonRule.DateUnanswered, $"时限{due.InWords()}已到，进展中没有写明{what}的时间");
    }

    /// <summary>The last month the figure covers, never later than the report's.</summary>
    private ReportingPeriod Until(Quantity reading) => reading.To is { } to && to < asOf && to.Year == asOf.Year ? to : asOf;

    private string When(Quantity reading) => reading is { From: { } from, To: { } to } && to < asOf && from.Year == asOf.Year ? PeriodName.Of(from, to) : "";

    private static string Place(Quantity reading) => reading.Scope is { } scope && reading.Kind != QuantityKind.ShareOfPlan ? $"{scope}" : "";

    private static decimal? Rounded(decimal? ratio) => ratio is { } value ? Math.Round(value, 4, MidpointRounding.AwayFromZero) : null;
}
