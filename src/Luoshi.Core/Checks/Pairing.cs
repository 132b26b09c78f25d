using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>A reading that answers a target, or the nearest one and why it does not.</summary>
internal readonly record struct Pair(int Target, int? Reading, Obstacle Obstacle, string? WhyNot)
{
    public static Pair None(int target) => new(target, null, Obstacle.None, null);

    /// <summary>Whether the two go together by what is left of them, and not by their names: worth judging, never a proof.</summary>
    public bool IsLikely { get; init; }
}

/// <summary>What keeps a figure from answering the target.</summary>
internal enum Obstacle
{
    None,

    /// <summary>A part of the district, or another place.</summary>
    Scope,

    /// <summary>申报 for 认定, 开工 for 建成.</summary>
    Stage,

    /// <summary>Of one month, or of another year.</summary>
    Period,

    /// <summary>A share of the work, where a number of things is asked for.</summary>
    Work,

    /// <summary>Another measure of the same sort: 登记失业率 for 调查失业率.</summary>
    Measure,

    /// <summary>Several figures for one measure, none of them told as the total.</summary>
    Several,
}

/// <summary>Puts readings beside targets: the same measure, dimension, scope and stage, else the reason why not.</summary>
internal sealed class Pairing(CheckedRow row, IReadOnlyList<StatedQuantity> readings, ScopeRule scopes, ReportingPeriod asOf)
{
    // A printed share is rounded or cut off.
    private const decimal Rounded = 1;

    private static readonly WordFinder ThisYear = new("本年 今年 年内 本年度");

    private readonly Dictionary<int, int> _takenBy = [];
    private readonly NameScores _names = new(row, readings);

    public List<Pair> All()
    {
        var pairs = new Pair?[row.Targets.Count];

        // Surest names first, so that an unnamed figure goes to the target that nothing else answers.
        foreach (var threshold in (double[])[1.0, 0.8, MetricMatch.Enough, NameScores.Unnamed])
        {
            for (var at = 0; at < pairs.Length; at++)
            {
                // A running total keeps no figure of what came this year from answering under a longer name.
                pairs[at] = pairs[at] is { Obstacle: Obstacle.Measure } total ? (Best(at, threshold) is { Obstacle: Obstacle.None } answer ? answer : total) : pairs[at] ?? Best(at, threshold);
            }
        }

        for (var at = 0; at < pairs.Length; at++)
        {
            pairs[at] = pairs[at] is { Obstacle: Obstacle.Stage } early ? LaterStep(at, early) ?? pairs[at] : pairs[at] is { Obstacle: Obstacle.Measure } ? LikeliestFor(at) ?? pairs[at]
                : pairs[at] is { Obstacle: Obstacle.Scope, Reading: { } part } && ToldTotals.Above(row, readings, part) is { } total && !_takenBy.ContainsKey(total) ? new Pair(at, total, Obstacle.None, null)
                : pairs[at];
        }

        return [.. pairs.Select((pair, at) => pair ?? SharedAnswers.Of(row, readings, at) ?? LikeliestFor(at) ?? OtherMeasure(at) ?? (EarlierStep(at) is { } step ? LaterStep(at, step) ?? step : Pair.None(at)))];
    }

    private Pair? LikeliestFor(int at) => LastCandidates.Of(row, readings, at, i => _takenBy.ContainsKey(i), scopes, asOf);

    private Pair? Best(int at, double threshold)
    {
        var target = row.Targets[at].Quantity;
        Pair? nearest = null;
        (int Index, double Score)? best = null;
        var nearestName = 0.0;
        for (var i = 0; i < readings.Count; i++)
        {
            var reading = readings[i].Quantity;
            if (IsTaken(i, at) || !Kinds.Comparable(target, reading) || (_names.Of(at, i) is var name && name < threshold) || HasNearerPart(at, i, name) || DeedNames.IsOfOtherDeed(row, at, reading) || TwiceCounted.InTheUnitAsked(row, readings, target, i) || IsShareOfTaken(i, at))
            {
                continue;
            }

            if (Obstacles.Between(row, target, reading, scopes, asOf) is { } obstacle)
            {
                if (name > nearestName)
                {
                    (nearest, nearestName) = (new Pair(at, i, obstacle.Kind, obstacle.Why), name);
                }
            }
            else if (name + Preference(target, reading) + (IsConfirmed(target, i) ? 0.05 : 0) is var score && (best is null || score > best.Value.Score))
            {
                best = (i, score);
            }
        }

        if (best is not { } found)
        {
            return nearest;
        }

        found = (TotalOver(at, WorstOfListed(at, WholesTold.Above(row, readings, at, found.Index) is { } whole && !IsTaken(whole, at) ? whole : found.Index)), found.Score);
        _takenBy[found.Index] = at;
        return Rival(target, found.Index) is { } rival
            ? new Pair(at, found.Index, Obstacle.Several, $"进展中有{Numbers.Text(readings[found.Index].Quantity)}和{Numbers.Text(readings[rival].Quantity)}几个数，分不清哪个是总数")
            : new Pair(at, found.Index, Obstacle.None, null);
    }

    /// <summary>新增11条，优化13条，合计24条, where 新增（优化）35条 are asked for: the total that the text adds up itself.</summary>
    private int TotalOver(int at, int found) =>
        Kinds.IsVolume(row.Targets[at].Quantity) && !ToldTotals.IsAskedItself(row, readings[found].Quantity, at) && ToldTotals.Above(row, readings, found) is { } total && !IsTaken(total, at) && Obstacles.Between(row, row.Targets[at].Quantity, readings[total].Quantity, scopes, asOf) is null ? total : found;

    /// <summary>办结率82.5%，面商率100%, where 面商率、办结率100% are asked for: what is promised of both is kept as far as the worse of them.</summary>
    private int WorstOfListed(int at, int found)
    {
        var target = row.Targets[at].Quantity;
        if (target.Kind is not (QuantityKind.Ratio or QuantityKind.Growth) || target.Metric?.Contains('、', StringComparison.Ordinal) != true)
        {
            return found;
        }

        var worst = found;
        for (var i = 0; i < readings.Count; i++)
        {
            if (i != worst && readings[i].Quantity is var other && other.Kind == target.Kind && other.MetricKey != readings[found].Quantity.MetricKey && other.WholeIndex is null && other.Value < readings[worst].Quantity.Value && !IsTaken(i, at) && _names.Of(at, i) >= MetricMatch.Enough && Obstacles.Between(row, target, other, scopes, asOf) is null)
            {
                worst = i;
            }
        }

        return worst;
    }

    /// <summary>新增养老床位312张，其中护理型床位186张, where 护理型床位 are asked for: a part of the figure is nearer to the name than the figure.</summary>
    private bool HasNearerPart(int at, int whole, double score)
    {
        const int Nearest = 4;
        for (var part = whole + 1; score < 0.9 && part < Math.Min(readings.Count, whole + 1 + Nearest); part++)
        {
            if (readings[part].Quantity is { WholeIndex: { } index } narrower && index < row.Stated.Count && ReferenceEquals(row.Stated[index], readings[whole].Quantity) && Kinds.Comparable(row.Targets[at].Quantity, narrower) && _names.Of(at, part) > score)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>开建6万套；竣工1.8万套: behind a figure of an earlier step the one that is asked for needs no name.</summary>
    private Pair? LaterStep(int at, Pair early)
    {
        var target = row.Targets[at].Quantity;
        for (var i = 0; i < readings.Count; i++)
        {
            if (readings[i].Quantity is var reading && !IsTaken(i, at) && Kinds.Comparable(target, reading)
                && ((reading.Stage is not null && (reading.MetricKey.Length == 0 || MetricMatch.IsPlaceholder(reading.MetricKey)) && _names.Of(at, i) >= NameScores.Unnamed) || (reading.Stage is not null && GoesOn(early, i)) || IsFinishedPart(early, i)) && Obstacles.Between(row, target, reading, scopes, asOf) is null)
            {
                _takenBy[i] = at;
                return new Pair(at, i, Obstacle.None, null);
            }
        }

        return null;
    }

    /// <summary>厂房主体完工16.8万平方米，竣工8.2万平方米: the finished ones are of the same things, whose step is not said again.</summary>
    private bool GoesOn(Pair early, int index) =>
        early.Reading is { } first && index > first && readings[index].Quantity is { Kind: not QuantityKind.ShareOfPlan, Metric: { } inherited } reading && reading.BaseUnit == readings[first].Quantity.BaseUnit && Stages.SaysFinished(reading)
            && (reading.MetricKey == readings[first].Quantity.MetricKey ? !reading.Span.Of(row.Progress).Contains(inherited, StringComparison.Ordinal) : IsShorterFor(first, reading));

    /// <summary>实施28处，其中完成安装并通水17处: of those that are in hand, the ones that are done.</summary>
    private bool IsFinishedPart(Pair early, int index) =>
        early.Reading is { } first && readings[index].Quantity is { WholeIndex: { } at } part && at < row.Stated.Count && ReferenceEquals(row.Stated[at], readings[first].Quantity) && part.BaseUnit == readings[first].Quantity.BaseUnit
            && Stages.StepIn(part.MetricKey) is null && !MetricMatch.Contrasted(row.Targets[early.Target].Quantity.MetricKey, part.MetricKey) && Stages.Of(row.Progress, part).Stage == Stage.Finished;

    /// <summary>15个行政村已全部开工，……其中10个村通过验收: the same things in a shorter word, and fewer of them.</summary>
    private bool IsShorterFor(int first, Quantity reading) =>
        reading.MetricKey.Length > 0 && readings[first].Quantity.MetricKey.EndsWith(reading.MetricKey, StringComparison.Ordinal) && reading.BaseValue < readings[first].Quantity.BaseValue && Clauses.SentenceAround(row.Progress, reading.Span).Contains(readings[first].Quantity.ValueSpan);

    /// <summary>开工14898套，占任务的100.27%: a share right behind a figure is of what that figure answers.</summary>
    private bool IsShareOfTaken(int share, int target)
    {
        const int Nearest = 6;
        return share > 0 && readings[share].Quantity is { Kind: QuantityKind.ShareOfPlan } own && readings[share - 1].Quantity is var owner && Kinds.IsVolume(owner) && own.Span.Start - owner.Span.End is >= 0 and <= Nearest && IsTaken(share - 1, target);
    }

    // Floor and stretch of one promise are answered by one figure.
    private bool IsTaken(int reading, int target) =>
        _takenBy.TryGetValue(reading, out var by)
        && !(row.Targets[by].Quantity is var other && row.Targets[target].Quantity is var own && other.Stretch != own.Stretch && other.MetricKey == own.MetricKey && other.Kind == own.Kind && other.BaseUnit == own.BaseUnit);

    /// <summary>Another figure for the same measure and time that is no part of the first.</summary>
    private int? Rival(Quantity target, int index)
    {
        var chosen = readings[index].Quantity;
        if (IsConfirmed(target, index))
        {
            return null;
        }

        if (row.Targets.Count(asked => asked.Quantity.Kind == target.Kind) == 1 && OfTownsAlone(target, chosen) && OtherHalf(target, index) is { } half)
        {
            return half;
        }

        for (var i = 0; i < readings.Count; i++)
        {
            var other = readings[i].Quantity;
            var areParts = AreParts(target, chosen, other) || IsOneOfMany(target, chosen, other);
            if (i != index && !IsStockBeside(target, chosen, other) && !IsTheWholeBefore(target, chosen, other) && !IsOfThisYearAlone(chosen, other) && chosen.MetricKey.Length > 0 && (other.MetricKey == chosen.MetricKey || areParts) && (Stages.Phase(other) == Stages.Phase(chosen) || !(AsksForTheEnd(target) || AsksForThePhase(target, chosen))) && !AnswersAnother(target, other) && other.Kind == chosen.Kind && other.BaseUnit == chosen.BaseUnit && other.BaseValue != chosen.BaseValue
                && other.From == chosen.From && other.To == chosen.To && other.WholeIndex is null && chosen.WholeIndex is null && (areParts || other.Scope != target.Scope)
                && Obstacles.Between(row, target, other, scopes, asOf) is null && !row.Progress.AsSpan(0, chosen.Span.Start).EndsWith("累计", StringComparison.Ordinal))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>共有托位3312个；新增托位338个, where new ones are asked for: what there is does not vie with what was added.</summary>
    private static bool IsStockBeside(Quantity target, Quantity chosen, Quantity other) =>
        other.Stage is null && other.BaseValue > chosen.BaseValue && IsNew(target.Stage) && IsNew(chosen.Stage);

    /// <summary>整治项目共180个，已竣工97个, where 180 are asked for: the whole set does not vie with what is done of it.</summary>
    private bool IsTheWholeBefore(Quantity target, Quantity chosen, Quantity other) =>
        other.Stage is null && chosen.Stage is not null && other.BaseValue == target.BaseValue && chosen.BaseValue < other.BaseValue && other.Span.End <= chosen.Span.Start && Clauses.SentenceAround(row.Progress, chosen.Span).Contains(other.ValueSpan);

    /// <summary>本年完成投资1.58亿元，累计完成4.9亿元: what has been spent since a project began does not vie with the year's.</summary>
    private bool IsOfThisYearAlone(Quantity chosen, Quantity other) =>
        other.BaseValue > chosen.BaseValue && ThisYear.Find(row.Progress, Clauses.Around(row.Progress, chosen.ValueSpan)) is not null && Clauses.Around(row.Progress, other.ValueSpan).Of(row.Progress).Contains("累计", StringComparison.Ordinal);

    private static bool IsNew(string? verb) => verb is not null && verb.StartsWith('新');

    /// <summary>城镇居民收入, where 城乡居民收入 is asked for.</summary>
    private static bool OfTownsAlone(Quantity target, Quantity chosen) =>
        target.Kind == QuantityKind.Growth && target.MetricKey.StartsWith("城乡", StringComparison.Ordinal) && (chosen.MetricKey.StartsWith("城镇", StringComparison.Ordinal) || chosen.MetricKey.StartsWith("农村", StringComparison.Ordinal));

    /// <summary>The figure of the country beside that of the towns, or the other way round, where one reaches the target and the other does not.</summary>
    private int? OtherHalf(Quantity target, int index)
    {
        var chosen = readings[index].Quantity;
        for (var i = 0; i < readings.Count; i++)
        {
            var other = readings[i].Quantity;
            if (i != index && other.Kind == target.Kind && OfTownsAlone(target, other) && other.MetricKey != chosen.MetricKey && other.MetricKey.AsSpan(2).SequenceEqual(chosen.MetricKey.AsSpan(2)) && other.Value >= target.Value != chosen.Value >= target.Value)
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>完成投资77.57亿元，投资完成率122.6%, where the target is 63.27亿元: the share that is printed behind the figure says that it is of this target.</summary>
    private bool IsConfirmed(Quantity target, int index) =>
        index + 1 < readings.Count && readings[index + 1].Quantity is { Kind: QuantityKind.ShareOfPlan, Value: { } printed } && Kinds.IsVolume(target)
            && Numbers.Ratio(readings[index].Quantity.BaseValue, target.BaseValue) is { } ratio && Math.Abs((ratio * 100) - printed) <= Rounded;

    /// <summary>Whether 开工 and the like come before what is asked for: 改造20公里, 建成12个, and not 实施30个项目.</summary>
    private bool AsksForTheEnd(Quantity target) => (target.Kind == QuantityKind.Amount || Stages.Asked(target) == Stage.Finished) && !Obstacles.AsksToBegin(row, target);

    private static bool AsksForThePhase(Quantity target, Quantity chosen) => Stages.Phase(target) is { } phase && Stages.Phase(chosen) == phase;

    /// <summary>工业用电量, where both 用电量 and 工业用电量 are asked for.</summary>
    private bool AnswersAnother(Quantity target, Quantity other) =>
        other.MetricKey.Length > 0 && other.MetricKey != target.MetricKey && row.Targets.Any(asked => (asked.Quantity.MetricKey == other.MetricKey || (asked.Quantity.Metric == other.Scope && asked.Quantity.MetricKey != target.MetricKey)) && asked.Quantity.Kind == other.Kind);

    /// <summary>甲校新增学位540个、乙校新增学位1500个, where 学位 are asked for: a figure under a longer name that is more than this one says that neither is the total.</summary>
    private bool IsOneOfMany(Quantity target, Quantity chosen, Quantity other) =>
        target.MetricKey.Length > 1 && chosen.MetricKey == target.MetricKey && other.MetricKey.Length > target.MetricKey.Length && other.MetricKey.EndsWith(target.MetricKey, StringComparison.Ordinal) && other.BaseValue > chosen.BaseValue && other.Kind != QuantityKind.Level
            && Clauses.SentenceAround(row.Progress, chosen.Span).Contains(other.ValueSpan) && row.Progress.AsSpan(Math.Min(chosen.ValueSpan.End, other.ValueSpan.End), Math.Abs(other.ValueSpan.Start - chosen.ValueSpan.Start)).Contains('、');

    /// <summary>城镇居民收入 and 农村居民收入, where 居民收入 is asked for: neither is the whole.</summary>
    private static bool AreParts(Quantity target, Quantity chosen, Quantity other) =>
        target.MetricKey.Length > 1 && chosen.MetricKey.Length > target.MetricKey.Length && other.MetricKey.Length > target.MetricKey.Length && chosen.MetricKey != other.MetricKey && Math.Abs(chosen.MetricKey.Length - other.MetricKey.Length) <= 1
            && chosen.MetricKey.EndsWith(target.MetricKey, StringComparison.Ordinal) && other.MetricKey.EndsWith(target.MetricKey, StringComparison.Ordinal);

    /// <summary>A figure of the same sort for another measure: worth showing, never worth comparing.</summary>
    private Pair? OtherMeasure(int at)
    {
        var target = row.Targets[at].Quantity;
        for (var i = 0; i < readings.Count; i++)
        {
            var reading = readings[i].Quantity;
            if (target is { Kind: QuantityKind.Growth, Unit: "个百分点" } && reading.Kind == QuantityKind.Ratio && MetricMatch.Score(target.MetricKey, reading.MetricKey) >= MetricMatch.Enough)
            {
                return new Pair(at, i, Obstacle.Measure, $"进展{Numbers.Text(reading)}是达到的水平，目标是提高的幅度");
            }

            if (!_takenBy.ContainsKey(i) && Kinds.Comparable(target, reading) && reading.Kind != QuantityKind.ShareOfPlan && reading.Metric is { } name && MetricMatch.Contrasted(target.MetricKey, reading.MetricKey))
            {
                return new Pair(at, i, Obstacle.Measure, $"进展说的是{name}，不是{target.Metric}");
            }
        }

        return null;
    }

    /// <summary>
    /// A figure of the row's only target that tells an earlier step of it: 主体结构完成70% for 建成安置房, 完成选址8处 for 口袋公园, 土地平整8200亩 for 高标准农田.
    /// It answers nothing, and yet it is a figure.
    /// </summary>
    private Pair? EarlierStep(int at)
    {
        var target = row.Targets[at].Quantity;
        if (!Kinds.IsVolume(target))
        {
            return null;
        }

        for (var i = 0; i < readings.Count; i++)
        {
            var reading = readings[i].Quantity;
            if (!_takenBy.ContainsKey(i) && reading.Kind == QuantityKind.ShareOfPlan && ShareOfTarget.IsOfWork(row.Progress, reading) && (IsAlone(target) || (_names.Rivals(reading) == 1 && AreSharesOfWorks(target))))
            {
                // 已完成总进度70%, whatever it was that was asked for; 甲路形象进度30%，乙路形象进度45%: each is of one of them.
                return new Pair(at, i, Obstacle.Work, "进展是工程量或工作进度的百分比，目标是数量，不能直接相比");
            }

            if (_takenBy.ContainsKey(i) || !Kinds.Comparable(target, reading) || _names.Rivals(reading) > 1)
            {
                continue;
            }

            var step = Stages.StepIn(reading.MetricKey) ?? Stages.StepIn(reading.Whole);
            if (step is not null ? target.MetricKey.Contains(step, StringComparison.Ordinal) : (Stages.Phase(reading) is null || Stages.SaysFinished(reading)))
            {
                continue;
            }

            if (reading.Kind == QuantityKind.ShareOfPlan && !ShareOfTarget.Is(reading))
            {
                return new Pair(at, i, Obstacle.Work, "进展是工程量或工作进度的百分比，目标是数量，不能直接相比");
            }

            var isNamed = target.BaseUnit == reading.BaseUnit || (reading.Scope is { } scope && Topics.Share(target.MetricKey, scope));
            if (reading.Kind != QuantityKind.ShareOfPlan && isNamed && (step is not null || (Stages.Phase(reading) != Stages.Phase(target) && Topics.Share(row.Content, row.Progress))))
            {
                return new Pair(at, i, Obstacle.Stage, $"进展说的是“{step ?? Stages.Phase(reading)}”，目标要求的是“{target.Stage ?? "完成"}”，前面的环节不等于完成");
            }
        }

        return null;
    }

    private bool IsAlone(Quantity target) => readings.Count(reading => reading.Quantity.Kind == QuantityKind.ShareOfPlan || Kinds.Comparable(target, reading.Quantity)) == 1;

    private bool AreSharesOfWorks(Quantity target) =>
        readings.All(reading => reading.Quantity.Kind == QuantityKind.ShareOfPlan ? ShareOfTarget.IsOfWork(row.Progress, reading.Quantity) : !Kinds.Comparable(target, reading.Quantity));

    /// <summary>新开工30个、竣工投产15个: what is said in the same word answers first, and what is done before what has begun.</summary>
    private double Preference(Quantity target, Quantity reading) =>
        (Stages.Phase(target) is { } asked && asked == Stages.Phase(reading) ? 0.1 : target.Stage is { } verb && verb == reading.Stage ? 0.1 : 0) + (AsksForTheEnd(target) && (Stages.Phase(reading) is "开工" or "签约" or "申报" || reading is { Stage: null, MetricKey: "施工" }) ? -0.08 : 0) + (target.BaseUnit == reading.BaseUnit ? 0.03 : 0) + (reading.From is { Month: 1 } ? 0.02 : 0) + (reading.WholeIndex is null ? 0.04 : 0) + (reading.Scope is null ? 0.01 : 0) + (reading.To is { } to ? to.Month * 0.0001 : 0);
}
