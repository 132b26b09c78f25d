using Luoshi.Core.Checks.Answers;
using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>
/// 证据 — whether the text alone proves that a target lags. It does where the answer is the target's by its name, no other figure could be the answer, the
/// promise is one of this year with no lower tier, and the row does not say itself when the rest comes. Everything else is worth a look and no more.
/// </summary>
internal static class LagProof
{
    // One thing may be finished the day after.
    private const decimal FewestMissing = 1.5m;

    // From here on a name says which of several targets it is of.
    private const double SurelyNamed = 0.8;

    private const int LastMonth = 12;

    private const string LaterSeasons = "暑期 暑假 下半年 四季度 秋季 冬季 秋冬 汛后";

    private static readonly WordFinder Left = new("其余 剩余 余下 其他");

    private static readonly WordFinder Arranged = new("安排在 安排于 放在 集中在 定在 统一在");

    // 月度入库11户: those that enter the statistics once a year are still to come.
    private static readonly WordFinder Batches = new("首批 第一批 第二批 第三批 二期 三期 月度新增 月度入库");

    private static readonly WordFinder PromisedSeasons = new(LaterSeasons + " 冬春 春季 春耕 夏季 三秋");

    private static readonly WordFinder Seasons = new(LaterSeasons);

    private static readonly WordFinder Later = new(LaterSeasons + " 三季度 计划 预计 将于");

    private static readonly WordFinder Basis = new("口径 可比 剔除 扣除 不含");

    /// <summary>A rate below its target is plain; a volume under the straight line may yet be as planned, and less than one thing missing is rounding.</summary>
    public static bool Is(Comparison comparison, ExaminedRow examined, CheckSettings settings)
    {
        var target = examined.Row.Targets[comparison.Target].Quantity;
        if (!IsOfThisTarget(examined, comparison) || IsSeasonal(examined.Row, comparison) || KeepsALowerTier(examined, comparison) || IsToldOtherwise(examined, comparison))
        {
            return false;
        }

        if (comparison.Yardstick is Yardstick.Flat or Yardstick.Plan or Yardstick.Date)
        {
            // A level is to be reached by the end of the year; under it in spring is worth a look, no more.
            return (target.Kind is not (QuantityKind.Level or QuantityKind.Ratio) && comparison.Rule != ComparisonRule.LevelFlat) || MustNeverPass(examined, comparison) || comparison.Yardstick == Yardstick.Plan || examined.AsOf.Month == LastMonth || examined.Row.Task.DeadlineDate <= DateText.LastDayOf(examined.AsOf);
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

        if (examined.Readings.Any(work => work.Quantity is { Kind: QuantityKind.ShareOfPlan, Value: < 100 } && ShareOfTarget.IsOfWork(examined.Row.Progress, work.Quantity) && Clauses.SentenceAround(examined.Row.Progress, reading.Span).Contains(work.Quantity.ValueSpan)))
        {
            // 开工16个，形象进度58%，验收2个: how far the works are the row says, and few are ready before all of them are.
            return false;
        }

        if (examined.Readings.Any(step => step.Quantity.BaseUnit == target.BaseUnit && step.Quantity.Kind == target.Kind && Stages.TellsGroundwork(step.Quantity.MetricKey) && Numbers.Ratio(step.Quantity.BaseValue, target.BaseValue) >= Share(comparison, examined) && Clauses.SentenceAround(examined.Row.Progress, reading.Span).Contains(step.Quantity.ValueSpan)))
        {
            // 完成土地平整2.9万亩，建成0.6万亩, of 3.5万亩: so it is where groundwork is told of as many as are due.
            return false;
        }

        if (RestComesLater(examined, target, reading) || IsUnderWay(examined, comparison, target))
        {
            return false;
        }

        var expected = Share(comparison, examined);
        var missingThings = target.Kind == QuantityKind.Count && target.BaseValue is < 1000 && reading.BaseValue is { } done ? (target.BaseValue.Value * expected) - done : 2;
        return missingThings >= FewestMissing && comparison.Ratio < expected * settings.StrongPaceRatio && (expected - comparison.Ratio) * 100 > settings.StrongPaceGap
            && !OtherAnswers.MayDo(examined, comparison, (double)(expected * settings.StrongPaceRatio) * (double)(target.BaseValue ?? 0));
    }

    /// <summary>Whether the answer is the target's by more than what is left of the two, and the promise is one of this year.</summary>
    public static bool IsOfThisTarget(ExaminedRow examined, Comparison comparison) =>
        !examined.Pairs[comparison.Target].IsLikely && IsNamed(examined, comparison) && !IsOfOtherYears(examined.Row.Targets[comparison.Target].Quantity, examined.AsOf);

    /// <summary>冬春农田水利24处, 秋季造林2万亩: what the promise itself puts into a season is not done by the straight line.</summary>
    private static bool IsSeasonal(CheckedRow row, Comparison comparison) =>
        comparison.Yardstick == Yardstick.Time && row.Targets[comparison.Target] is { Source.Field: "content" } target && PromisedSeasons.Find(row.Content, Clauses.Around(row.Content, target.Source.Span)) is not null;

    /// <summary>失业率低于3.5%: a bound holds all the year; 降至13.5% is to be come down to.</summary>
    private static bool MustNeverPass(ExaminedRow examined, Comparison comparison)
    {
        var target = examined.Row.Targets[comparison.Target];
        return target.Quantity.Comparator is Comparator.AtMost or Comparator.LessThan && (target.Source.Field != "content" || !Clauses.Around(examined.Row.Content, target.Source.Span).Of(examined.Row.Content).Contains('降'));
    }

    /// <summary>The share of the time that the reading covers.</summary>
    public static decimal Share(Comparison comparison, ExaminedRow examined)
    {
        var reading = examined.Readings[comparison.Reading!.Value].Quantity;
        return comparison.ExpectedShare ?? ((reading.To is { } to && to < examined.AsOf ? to.Month : examined.AsOf.Month) / 12m);
    }

    /// <summary>Whether the answer's own name says the target's, or nothing else is promised that it could be of.</summary>
    private static bool IsNamed(ExaminedRow examined, Comparison comparison)
    {
        if (comparison.Reading is not { } index)
        {
            return true;
        }

        var (target, reading) = (examined.Row.Targets[comparison.Target].Quantity, examined.Readings[index].Quantity);
        if (MayBeOfATwin(examined, target, reading))
        {
            return false;
        }

        if (Narrower.Is(examined.Row, target, reading) || (ListedTargets.Unread(examined.Row, target).Length > 0 && target.MetricKey == reading.MetricKey))
        {
            return false;
        }

        return MetricMatch.Best(target.MetricKey, reading.MetricKey) >= SurelyNamed || examined.Row.Targets.Count(other => Kinds.Comparable(other.Quantity, reading)) == 1
            || (reading.MetricKey.Length == 0 && target.Metric is { Length: > 2 } name && Clauses.SentenceAround(examined.Row.Progress, reading.Span).Of(examined.Row.Progress).Contains(name, StringComparison.Ordinal));
    }

    /// <summary>累计建成15万亩、当年新建3万亩: of two promises under one name only the verb tells which is answered; 三年改造9万亩、今年改造3万亩 have the same, and where two figures are told so nothing does.</summary>
    private static bool MayBeOfATwin(ExaminedRow examined, Quantity target, Quantity reading)
    {
        var twins = examined.Row.Targets.Where(other => !ReferenceEquals(other.Quantity, target) && other.Quantity.MetricKey == target.MetricKey && other.Quantity.Kind == target.Kind && other.Quantity.BaseUnit == target.BaseUnit && other.Quantity.Stretch == target.Stretch).ToList();
        return twins.Count > 0 && (target.Stage != reading.Stage
            ? Stages.Phase(target) is not { } asked || asked != Stages.Phase(reading)
            : twins.Exists(twin => twin.Quantity.Stage == target.Stage) && examined.Readings.Any(rival => !ReferenceEquals(rival.Quantity, reading) && rival.Quantity.MetricKey == reading.MetricKey && rival.Quantity.Kind == reading.Kind && rival.Quantity.BaseUnit == reading.BaseUnit));
    }

    /// <summary>十四五期间建成6000个, 到2027年建成90个: what is due of it this year the text does not say.</summary>
    private static bool IsOfOtherYears(Quantity target, ReportingPeriod asOf) => target.From is { } from && target.To is { } to && (from.Year != asOf.Year || to.Year != asOf.Year);

    /// <summary>力争增长6.5%、确保6%: under the higher promise and not under the lower one, the floor is kept.</summary>
    private static bool KeepsALowerTier(ExaminedRow examined, Comparison comparison)
    {
        var target = examined.Row.Targets[comparison.Target].Quantity;
        return comparison is { Yardstick: Yardstick.Flat, Reading: { } index } && examined.Readings[index].Quantity.BaseValue is { } reached
            && examined.Comparisons.Any(other => other.Ratio is null && examined.Row.Targets[other.Target].Quantity is var lower && lower.MetricKey == target.MetricKey && lower.BaseUnit == target.BaseUnit && lower.BaseValue < target.BaseValue && reached >= lower.BaseValue);
    }

    /// <summary>Another figure of the same sort that no other target has for its answer and that would have reached this one: which of them is meant the text does not say.</summary>
    private static bool IsToldOtherwise(ExaminedRow examined, Comparison comparison)
    {
        if (comparison.Yardstick != Yardstick.Flat || comparison.Reading is not { } chosen || examined.Row.Targets[comparison.Target].Quantity is not { Value: { } aim } target)
        {
            return false;
        }

        var own = examined.Readings[chosen].Quantity;
        if (examined.Row.Stated.Any(forecast => !ReferenceEquals(forecast, own) && forecast is { Value: { } coming, To: { Month: LastMonth } to } && (forecast.Role == QuantityRole.Plan || forecast.Estimated) && to.Year == examined.AsOf.Year && forecast.Kind == own.Kind && forecast.BaseUnit == own.BaseUnit && Reaches(coming)))
        {
            // 1-11月增长7.1%，预计全年增长8%以上: the row says itself where the year will end.
            return true;
        }

        if (IsOnABasis(examined.Row.Progress, own) || examined.Row.Stated.Any(other => other is { Value: { } value, Role: QuantityRole.Result or QuantityRole.Baseline } && other.BaseUnit == own.BaseUnit && Reaches(value) && IsOnABasis(examined.Row.Progress, other)))
        {
            return true;
        }

        return examined.Row.Stated.Any(other => !ReferenceEquals(other, own) && other is { Value: { } value, Role: QuantityRole.Result } && other.Kind == own.Kind && other.BaseUnit == own.BaseUnit && Reaches(value) && other.Against is not "环比"
            && (IsOfOneMonth(own) ? !IsOfOneMonth(other) || (other.From == own.From && other.MetricKey == own.MetricKey && other.Against != own.Against) : !IsOfOneMonth(other) && other.WholeIndex is null && other.Scope == own.Scope && (other.MetricKey == own.MetricKey || other.MetricKey is "" or "平均" or "累计" or "均值" || AreTwoOfIt(examined.Row.Progress, target, own, other)))
            && !examined.Comparisons.Any(answered => answered is { Ratio: not null, Reading: { } at } && ReferenceEquals(examined.Readings[at].Quantity, other)));

        bool Reaches(decimal value) => target.Kind is QuantityKind.Rank or QuantityKind.Ceiling || target.Comparator is Comparator.AtMost or Comparator.LessThan ? value <= aim : value >= aim;
    }

    /// <summary>按可比口径增长11.4%, 剔除石化行业增长12.6%: counted in a way of its own, which need not be the promise's.</summary>
    private static bool IsOnABasis(string text, Quantity told)
    {
        var clause = Clauses.Around(text, told.ValueSpan);
        return Basis.Find(text, TextSpan.Between(clause.Start, Math.Min(clause.End, told.ValueSpan.End))) is not null;
    }

    /// <summary>进口通关时间压缩3.8%，出口压缩11%, where 通关时间 is asked for: a narrower name beside another figure is of a part.</summary>
    private static bool AreTwoOfIt(string text, Quantity target, Quantity own, Quantity other) =>
        own.MetricKey.Length > target.MetricKey.Length && target.MetricKey.Length > 1 && own.MetricKey.EndsWith(target.MetricKey, StringComparison.Ordinal) && other.Span.Start >= own.Span.End && Clauses.SentenceAround(text, own.Span).Contains(other.ValueSpan);

    // 9月份34微克 beside 1-9月平均27微克: one month is not the year.
    private static bool IsOfOneMonth(Quantity reading) => reading.From is { Month: > 1 };

    /// <summary>项目16个, of which 14 have begun and 6 are finished: a promise without a verb of the end may ask for no more than that they are under way.</summary>
    private static bool IsUnderWay(ExaminedRow examined, Comparison comparison, Quantity target)
    {
        var source = examined.Row.Targets[comparison.Target].Source;
        return Stages.Asked(target) == Stage.Unknown && (source.Field != "content" || !Stages.TellsWork(examined.Row.Content, Clauses.Around(examined.Row.Content, source.Span)))
            && examined.Row.Stated.Any(begun => begun is { Role: QuantityRole.Result } && Stages.Phase(begun) is "开工" && begun.Kind == target.Kind && begun.BaseUnit == target.BaseUnit && Numbers.Ratio(begun.BaseValue, target.BaseValue) >= Share(comparison, examined));
    }

    /// <summary>已完成3所，其余11所暑期施工; 第二批7月进场; 新建类9月底前贯通: the row says when the rest is due, and the straight line proves nothing against that.</summary>
    private static bool RestComesLater(ExaminedRow examined, Quantity target, Quantity reading)
    {
        var text = examined.Row.Progress;
        var sentence = Clauses.SentenceAround(text, reading.Span);
        if (Batches.Find(text, sentence) is not null || (Left.Find(text, sentence) is { } left && Later.Find(text, TextSpan.Between(left.Start, sentence.End)) is not null))
        {
            return true;
        }

        if (Arranged.Find(text, sentence) is { } arranged && Clauses.Around(text, arranged) is var when && (Seasons.Find(text, when) is not null || LaterMonths.In(text, when, examined.AsOf) is not null))
        {
            // 造林安排在秋冬季，目前完成0亩: it is said beforehand when the work is done.
            return true;
        }

        // What stands behind the figure and before the next one is said of it: 280套完成装修，620套正在装修，计划9月交付 is said of all 900套 that are asked for.
        var rest = Rest(examined.Row, target, reading, sentence);
        var next = examined.Row.Stated.Where(other => other.Kind != QuantityKind.Deadline && other.Span.Start >= reading.Span.End && !rest.Contains(other)).Select(other => other.Span.Start).DefaultIfEmpty(text.Length).Min();
        var behind = TextSpan.Between(Math.Min(reading.Span.End, next), next);
        return Seasons.Find(text, behind) is not null || LaterMonths.In(text, behind, examined.AsOf) is { Month: < LastMonth };
    }

    /// <summary>The figures behind the answer, one or all of the sentence, that with it make up what is promised.</summary>
    private static List<Quantity> Rest(CheckedRow row, Quantity target, Quantity reading, TextSpan sentence)
    {
        var behind = row.Stated.Where(other => other.BaseUnit == reading.BaseUnit && other.Kind == reading.Kind && other.Span.Start >= reading.Span.End && sentence.Contains(other.ValueSpan) && Numbers.CanBeAdded(other.BaseValue)).ToList();
        var missing = target.BaseValue - reading.BaseValue;
        return behind.Find(other => other.BaseValue == missing) is { } one ? [one] : behind.Sum(other => other.BaseValue) == missing ? behind : [];
    }
}
