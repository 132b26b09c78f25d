using Luoshi.Core.Checks.Figures;
using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks.Answers;

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

    /// <summary>Several figures for one measure, none of them told as the total; or a total where so many are asked for of each.</summary>
    Several,
}

/// <summary>Puts readings beside targets: the same measure, dimension, scope and stage, else the reason why not.</summary>
internal sealed class Pairing(CheckedRow row, IReadOnlyList<StatedQuantity> readings, ScopeRule scopes, ReportingPeriod asOf)
{
    private static readonly string[] Works = ["土建工程", "主体工程", "安装工程", "装饰工程", "土建", "工程"];

    private static readonly WordFinder OpenedAndAtWork = new("挂牌运行 挂牌运营 挂牌成立 挂牌投用 挂牌启用");

    private readonly Dictionary<int, int> _takenBy = [];
    private readonly NameScores _names = new(row, readings);
    private readonly RivalFigures _rivals = new(row, readings, scopes, asOf);

    public List<Pair> All()
    {
        var pairs = new Pair?[row.Targets.Count];

        // Surest names first, so that an unnamed figure goes to the target that nothing else answers.
        foreach (var threshold in (double[])[1.0, 0.8, MetricMatch.Enough, NameScores.Unnamed])
        {
            for (var at = 0; at < pairs.Length; at++)
            {
                // A running total keeps no figure of what came this year from answering under a longer name, and 超额完成1% no figure without one.
                pairs[at] = pairs[at] is { Obstacle: Obstacle.Measure or Obstacle.Work } total ? (Best(at, threshold) is { Obstacle: Obstacle.None } answer ? answer : total) : pairs[at] ?? Best(at, threshold);
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
            if (IsTaken(i, at) || !Kinds.Comparable(target, reading) || (_names.Of(at, i) is var name && name < threshold) || HasNearerPart(at, i, name) || DeedNames.IsOfOtherDeed(row, at, reading) || IsNamedForAnother(at, reading) || (HasDoneBehind(i) && !IsSignedAsAsked(target, readings[i].Quantity)) || TwiceCounted.InTheUnitAsked(row, readings, target, i) || IsShareOfTaken(i, at))
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
            else if (name + Preference(target, reading) + (_rivals.IsConfirmed(target, i) ? 0.05 : 0) is var score && (best is null || score > best.Value.Score))
            {
                best = (i, score);
            }
        }

        if (best is not { } found)
        {
            return nearest;
        }

        found = (TotalOver(at, WorstOfListed(at, WholesTold.Above(row, readings, at, found.Index) is { } whole && !IsTaken(whole, at) && !Wider.IsNamedPart(row, row.Targets[at], readings[whole].Quantity, readings[found.Index].Quantity) && !IsSaidByTheTask(at, readings[whole].Quantity, readings[found.Index].Quantity) ? whole : found.Index)), found.Score);
        _takenBy[found.Index] = at;
        return _rivals.Of(target, found.Index) is { } rival
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
        for (var part = whole + 1; part < Math.Min(readings.Count, whole + 1 + Nearest); part++)
        {
            if (readings[part].Quantity is { WholeIndex: { } index } narrower && index < row.Stated.Count && ReferenceEquals(row.Stated[index], readings[whole].Quantity) && Kinds.Comparable(row.Targets[at].Quantity, narrower) && (_names.Of(at, part) > score || IsSaidByTheTask(at, readings[whole].Quantity, narrower) || Wider.IsNamedPart(row, row.Targets[at], readings[whole].Quantity, narrower)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>各类创业补贴520万元，其中大学生创业补贴164万元, where the task speaks of 大学生: beside all sorts of them the part is what is asked for whose name has more of the task.</summary>
    private bool IsSaidByTheTask(int at, Quantity whole, Quantity part)
    {
        const int Word = 2;
        var more = part.MetricKey.Length - whole.MetricKey.Length;
        return more >= Word && row.Targets[at].Quantity.WholeIndex is null && whole.MetricKey.EndsWith(row.Targets[at].Quantity.MetricKey, StringComparison.Ordinal) && part.MetricKey.EndsWith(whole.MetricKey, StringComparison.Ordinal) && row.Content.Contains(part.MetricKey[..more], StringComparison.Ordinal)
            && (row.Progress.AsSpan(0, whole.Span.Start).EndsWith("各类") || whole.Span.Of(row.Progress).Contains("各类", StringComparison.Ordinal));
    }

    /// <summary>散煤替代施工5120户，验收3960户; 签约人才51名、到岗38名; 签约搬迁412户，实际搬迁306户: of those that are being worked on or have signed the ones that are done or have come are told right behind.</summary>
    private bool HasDoneBehind(int at)
    {
        const string Work = "施工";
        var begun = readings[at].Quantity;
        var isBegun = (begun.MetricKey.EndsWith(Work, StringComparison.Ordinal) && !row.Content.Contains(Work, StringComparison.Ordinal)) || (Stages.Phase(begun) is "签约" && !row.Content.Contains("签约", StringComparison.Ordinal));
        return isBegun && at + 1 < readings.Count && readings[at + 1].Quantity is var done && done.Kind == begun.Kind && done.BaseUnit == begun.BaseUnit && done.BaseValue <= begun.BaseValue
            && (LikelyFigures.IsThere(done) || row.Progress.AsSpan(0, done.Span.Start).EndsWith("实际")) && Clauses.SentenceAround(row.Progress, begun.Span).Contains(done.ValueSpan);
    }

    /// <summary>引进项目20个, answered by 签约项目11个，其中投产2个: a project is brought in when it is signed.</summary>
    private static bool IsSignedAsAsked(Quantity target, Quantity reading) =>
        target.Stage?.Contains('引', StringComparison.Ordinal) == true && Stages.Phase(reading) is "签约" && reading.MetricKey.EndsWith("项目", StringComparison.Ordinal);

    /// <summary>优化调整公交线路5条, where 优化线路 is asked for beside 新开公交线路2条: the item has the promise's verb, with another behind it.</summary>
    private bool SaysTheVerb(Quantity target, Quantity reading)
    {
        if (target.Stage is not { } verb || verb == reading.Stage)
        {
            return false;
        }

        var clause = Clauses.Around(row.Progress, reading.ValueSpan);
        var before = row.Progress[clause.Start..Math.Max(clause.Start, reading.ValueSpan.Start)];
        return before[(before.LastIndexOf('、') + 1)..].StartsWith(verb, StringComparison.Ordinal);
    }

    /// <summary>轮岗教师132人, where 骨干教师交流轮岗 and 教师 are asked for: what stands before the name is another promise's word.</summary>
    private bool IsNamedForAnother(int at, Quantity reading)
    {
        const int Word = 2;
        var target = row.Targets[at].Quantity;
        return Kinds.IsVolume(target) && target.MetricKey.Length > 1 && reading.MetricKey.Length > target.MetricKey.Length && reading.MetricKey.EndsWith(target.MetricKey, StringComparison.Ordinal) && reading.MetricKey[..^target.MetricKey.Length] is var more
            && more.Length >= Word && row.Targets.Any(other => !ReferenceEquals(other.Quantity, target) && other.Quantity.BaseUnit == target.BaseUnit && other.Quantity.MetricKey.Contains(more[^Word..], StringComparison.Ordinal) && !other.Quantity.MetricKey.EndsWith(target.MetricKey[^Word..], StringComparison.Ordinal));
    }

    /// <summary>开建6万套；竣工1.8万套: behind a figure of an earlier step the one that is asked for needs no name.</summary>
    private Pair? LaterStep(int at, Pair early)
    {
        var target = row.Targets[at].Quantity;
        for (var i = 0; i < readings.Count; i++)
        {
            if (readings[i].Quantity is var reading && !IsTaken(i, at) && Kinds.Comparable(target, reading)
                && ((reading.Stage is not null && (reading.MetricKey.Length == 0 || MetricMatch.IsPlaceholder(reading.MetricKey)) && _names.Of(at, i) >= NameScores.Unnamed) || (reading.Stage is not null && GoesOn(early, i)) || IsLastWorkOf(early, i) || IsFinishedPart(early, i)) && Obstacles.Between(row, target, reading, scopes, asOf) is null)
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

    /// <summary>农村公路开工62公里，完成路面45公里: the work that comes last on what was begun, told as done.</summary>
    private bool IsLastWorkOf(Pair early, int index) =>
        early.Reading is { } first && index > first && readings[index].Quantity is var reading && Stages.IsLastWork(reading.MetricKey) && reading.BaseUnit == readings[first].Quantity.BaseUnit && reading.BaseValue <= readings[first].Quantity.BaseValue
            && Clauses.SentenceAround(row.Progress, reading.Span).Contains(readings[first].Quantity.ValueSpan) && (IsToldDone(reading) || (index == first + 1 && row.Progress.AsSpan(0, reading.Span.Start).EndsWith('、') && IsToldDone(readings[first].Quantity)));

    private bool IsToldDone(Quantity work) => row.Progress.AsSpan(0, work.Span.Start).EndsWith("完成");

    /// <summary>实施28处，其中完成安装并通水17处: of those that are in hand, the ones that are done.</summary>
    private bool IsFinishedPart(Pair early, int index) =>
        early.Reading is { } first && readings[index].Quantity is { WholeIndex: { } at } part && at < row.Stated.Count && ReferenceEquals(row.Stated[at], readings[first].Quantity) && part.BaseUnit == readings[first].Quantity.BaseUnit
            && Stages.StepIn(part.MetricKey) is null && !Contrasts.Differ(row.Targets[early.Target].Quantity.MetricKey, part.MetricKey) && Stages.Of(row.Progress, part).Stage == Stage.Finished;

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

            if (!_takenBy.ContainsKey(i) && Kinds.Comparable(target, reading) && reading.Kind != QuantityKind.ShareOfPlan && reading.Metric is { } name && Contrasts.Differ(target.MetricKey, reading.MetricKey))
            {
                return new Pair(at, i, Obstacle.Measure, $"进展说的是{name}，不是{target.Metric}");
            }

            if (!_takenBy.ContainsKey(i) && Kinds.Comparable(target, reading) && NamedParts.Of(row, target, reading) is { } part && MetricMatch.LongestCommon(reading.MetricKey, target.MetricKey) >= NamedParts.Measure)
            {
                return new Pair(at, i, Obstacle.Measure, NamedParts.WhyNot(part));
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
            if (!_takenBy.ContainsKey(i) && reading.Kind == QuantityKind.ShareOfPlan && (NamesWorksOn(target, reading) || (ShareOfTarget.IsOfWork(row.Progress, reading) && (IsAlone(target) || (row.Rivals(reading) == 1 && AreSharesOfWorks(target))))))
            {
                // 已完成总进度70%, whatever it was that was asked for; 甲路形象进度30%，乙路形象进度45%: each is of one of them.
                return new Pair(at, i, Obstacle.Work, "进展是工程量或工作进度的百分比，目标是数量，不能直接相比");
            }

            if (_takenBy.ContainsKey(i) || !Kinds.Comparable(target, reading) || row.Rivals(reading) > 1 || IsAtWork(reading))
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

    /// <summary>调处中心挂牌运行5个: opened and at work, which is no step before.</summary>
    private bool IsAtWork(Quantity reading) => Stages.Phase(reading) is "挂牌" && OpenedAndAtWork.In(Clauses.Around(row.Progress, reading.Span).Of(row.Progress));

    /// <summary>污水处理厂土建工程完成85%, where 乡镇污水处理厂2座 are asked for: the works on them, by name.</summary>
    private static bool NamesWorksOn(Quantity target, Quantity share)
    {
        const int Telling = 3;
        return Array.Find(Works, share.MetricKey.EndsWith) is { } works && share.MetricKey.Length - works.Length >= Telling && target.MetricKey.AsSpan().EndsWith(share.MetricKey.AsSpan(0, share.MetricKey.Length - works.Length));
    }

    private bool IsAlone(Quantity target) => readings.Count(reading => reading.Quantity.Kind == QuantityKind.ShareOfPlan || Kinds.Comparable(target, reading.Quantity)) == 1;

    private bool AreSharesOfWorks(Quantity target) =>
        readings.All(reading => reading.Quantity.Kind == QuantityKind.ShareOfPlan ? ShareOfTarget.IsOfWork(row.Progress, reading.Quantity) : !Kinds.Comparable(target, reading.Quantity));

    /// <summary>新开工30个、竣工投产15个: what is said in the same word answers first, and what is done before what has begun.</summary>
    private double Preference(Quantity target, Quantity reading) =>
        (Stages.Phase(target) is { } asked && asked == Stages.Phase(reading) ? 0.1 : target.Stage is { } verb && verb == reading.Stage ? 0.1 : 0) + (SaysTheVerb(target, reading) ? 0.05 : 0) + (RivalFigures.AsksForTheEnd(row, target) && !IsSignedAsAsked(target, reading) && (Stages.Phase(reading) is "开工" or "签约" or "申报" || reading is { Stage: null, MetricKey: "施工" }) ? -0.08 : 0) + (Stages.IsUndone(row.Progress, reading) ? -0.08 : 0) + (reading.Stage is "入库" && reading.MetricKey.EndsWith("项目", StringComparison.Ordinal) ? -0.08 : 0) + (target.BaseUnit == reading.BaseUnit ? 0.03 : 0) + (IsTotalAskedFor(target, reading) ? 0.1 : 0) + (reading.From is { Month: 1 } ? 0.02 : 0) + (reading is { Kind: QuantityKind.Growth, Against: { } against } && against.Contains("年初", StringComparison.Ordinal) ? -0.04 : 0) + (reading.WholeIndex is null ? 0.04 : 0) + (reading.Scope is null ? 0.01 : 0) + (reading.To is { } to ? to.Month * 0.0001 : 0);

    /// <summary>新增示范企业6家、总数达到31家, where 示范企业总数达30家 is asked for: what there is by now, and not what came.</summary>
    private static bool IsTotalAskedFor(Quantity target, Quantity reading) =>
        target.Kind == QuantityKind.Level && reading.Kind == QuantityKind.Level && target.MetricKey.EndsWith("总数", StringComparison.Ordinal);
}
