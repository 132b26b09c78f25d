using Luoshi.Core.Checks.Doubts;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>A reading that answers a target, or the nearest one and why it does not.</summary>
internal readonly record struct Pair(int Target, int? Reading, Obstacle Obstacle, string? WhyNot)
{
    public static Pair None(int target) => new(target, null, Obstacle.None, null);
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
    private const double Unnamed = 0.5;

    // A figure with a common noun that is so many times the target counts something else.
    private const int FarAbove = 5;

    private static readonly string[] ShareWords = ["占比", "比重", "比例"];

    private readonly Dictionary<int, int> _takenBy = [];
    private readonly bool _isOneSentence = Clauses.Sentences(row.Progress).Count <= 1;

    public List<Pair> All()
    {
        var pairs = new Pair?[row.Targets.Count];

        // Surest names first, so that an unnamed figure goes to the target that nothing else answers.
        foreach (var threshold in (double[])[1.0, 0.8, MetricMatch.Enough, Unnamed])
        {
            for (var at = 0; at < pairs.Length; at++)
            {
                pairs[at] ??= Best(at, threshold);
            }
        }

        return [.. pairs.Select((pair, at) => pair ?? OtherMeasure(at) ?? EarlierStep(at) ?? Pair.None(at))];
    }

    private Pair? Best(int at, double threshold)
    {
        var target = row.Targets[at].Quantity;
        Pair? nearest = null;
        (int Index, double Score)? best = null;
        var nearestName = 0.0;
        for (var i = 0; i < readings.Count; i++)
        {
            var reading = readings[i].Quantity;
            if (IsTaken(i, at) || !Kinds.Comparable(target, reading) || NameScore(at, i) is var name && name < threshold)
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
            else if (name + Preference(target, reading) is var score && (best is null || score > best.Value.Score))
            {
                best = (i, score);
            }
        }

        if (best is not { } found)
        {
            return nearest;
        }

        _takenBy[found.Index] = at;
        return Rival(target, found.Index) is { } rival
            ? new Pair(at, found.Index, Obstacle.Several, $"进展中有{Numbers.Text(readings[found.Index].Quantity)}和{Numbers.Text(readings[rival].Quantity)}几个数，分不清哪个是总数")
            : new Pair(at, found.Index, Obstacle.None, null);
    }

    // Floor and stretch of one promise are answered by one figure.
    private bool IsTaken(int reading, int target) =>
        _takenBy.TryGetValue(reading, out var by)
        && !(row.Targets[by].Quantity is var other && row.Targets[target].Quantity is var own && other.Stretch != own.Stretch && other.MetricKey == own.MetricKey && other.Kind == own.Kind && other.BaseUnit == own.BaseUnit);

    /// <summary>Another figure for the same measure and time that is no part of the first.</summary>
    private int? Rival(Quantity target, int index)
    {
        var chosen = readings[index].Quantity;
        for (var i = 0; i < readings.Count; i++)
        {
            var other = readings[i].Quantity;
            var areParts = AreParts(target, chosen, other);
            if (i != index && chosen.MetricKey.Length > 0 && (other.MetricKey == chosen.MetricKey || areParts) && (Stages.Phase(other) == Stages.Phase(chosen) || !AsksForTheEnd(target)) && other.Kind == chosen.Kind && other.BaseUnit == chosen.BaseUnit && other.BaseValue != chosen.BaseValue
                && other.From == chosen.From && other.To == chosen.To && other.WholeIndex is null && chosen.WholeIndex is null && (areParts || other.Scope != target.Scope)
                && Obstacles.Between(row, target, other, scopes, asOf) is null && !row.Progress.AsSpan(0, chosen.Span.Start).EndsWith("累计", StringComparison.Ordinal))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>Whether 开工 and the like come before what is asked for: 改造20公里, 建成12个, and not 实施30个项目.</summary>
    private bool AsksForTheEnd(Quantity target) => (target.Kind == QuantityKind.Amount || Stages.Asked(target) == Stage.Finished) && !Obstacles.AsksToBegin(row, target);

    /// <summary>城镇居民收入 and 农村居民收入, where 居民收入 is asked for: neither is the whole.</summary>
    private static bool AreParts(Quantity target, Quantity chosen, Quantity other) =>
        target.MetricKey.Length > 1 && chosen.MetricKey.Length > target.MetricKey.Length && other.MetricKey.Length > target.MetricKey.Length && chosen.MetricKey != other.MetricKey && Math.Abs(chosen.MetricKey.Length - other.MetricKey.Length) <= 1
            && chosen.MetricKey.EndsWith(target.MetricKey, StringComparison.Ordinal) && other.MetricKey.EndsWith(target.MetricKey, StringComparison.Ordinal);

    private double NameScore(int at, int index)
    {
        var target = row.Targets[at].Quantity;
        var reading = readings[index].Quantity;
        if (target.MetricKey.Length > 0 && reading.MetricKey.Length > 0)
        {
            var score = Stages.Intended(reading.MetricKey) is not { } meant ? MetricMatch.Best(target.MetricKey, reading.MetricKey)
                : meant.Length == 0 || MetricMatch.IsGeneric(meant) ? (target.BaseUnit == reading.BaseUnit ? MetricMatch.Enough : 0)
                : MetricMatch.Best(target.MetricKey, meant);
            if (score < MetricMatch.Enough && reading.Scope is { } scope)
            {
                // 完成投资2亿元 of a named project: the project and the measure together are what a target may name.
                score = MetricMatch.Score(target.MetricKey, scope + reading.MetricKey) >= 0.9 ? MetricMatch.Enough : score;
            }

            if (score < Unnamed && reading.Kind == QuantityKind.ShareOfPlan && Kinds.IsVolume(target) && ShareOfTarget.Is(reading) && Rivals(reading) == 1)
            {
                // 占年度目标的54.7% can only be of the one target there is, whatever was named before it.
                return Unnamed;
            }

            if (score < MetricMatch.Enough && IsShareOf(target, reading))
            {
                score = MetricMatch.Enough;
            }

            if (score < 0.8 && MetricMatch.IsGeneric(reading.MetricKey) && (reading.BaseValue > target.BaseValue * FarAbove || (reading.Stage is { } act && act != target.Stage && Stages.IsActivity(act))))
            {
                // 提供岗位7100个, 组织37家企业参展: neither are 公益性岗位 nor 外贸实绩企业.
                return 0;
            }

            if (score < 0.8 && MetricMatch.IsGeneric(reading.MetricKey))
            {
                score = NamedNearby(target, reading) ? 0.7 : score >= MetricMatch.Enough && Rivals(reading) > 1 ? 0 : score;
            }

            return score;
        }

        // A figure without a name answers the only target it could be about, where the text around it speaks of that.
        return (target.Kind != QuantityKind.Count || reading.Kind != QuantityKind.Count || target.BaseUnit == reading.BaseUnit) && Rivals(reading) == 1 && IsAbout(target, reading) ? Unnamed : 0;
    }

    /// <summary>税收收入17亿元，占比80.6% answers 税收占比: the share is named after what it is the share of.</summary>
    private bool IsShareOf(Quantity target, Quantity reading)
    {
        if (target.Kind != QuantityKind.Ratio || reading.Kind != QuantityKind.Ratio || Array.Find(ShareWords, word => target.MetricKey.EndsWith(word, StringComparison.Ordinal)) is not { } share)
        {
            return false;
        }

        var stem = target.MetricKey[..^share.Length];
        if (stem.IndexOf('占') is > 1 and var of && reading.Whole is { Length: > 1 } base0)
        {
            // 高新技术产业增加值，占规上工业增加值的66% answers 高新技术产业增加值占规上工业比重.
            var (part, among) = (stem[..of], stem[(of + 1)..]);
            return reading.MetricKey == part && (MetricNames.Key(base0).StartsWith(among, StringComparison.Ordinal) || among.StartsWith(MetricNames.Key(base0), StringComparison.Ordinal));
        }

        if (reading.Whole is { Length: > 2 } && reading.MetricKey.Length > 2 && stem.Length - reading.MetricKey.Length <= 2 && stem.EndsWith(reading.MetricKey, StringComparison.Ordinal))
        {
            // 民生支出占一般公共预算支出的77% answers 财政民生支出占比.
            return true;
        }

        // 民生支出占一般公共预算支出的76.8% answers 一般公共预算支出中民生支出占比.
        return (reading.Whole is { Length: > 2 } whole && reading.MetricKey.Length > 2 && stem.StartsWith(whole, StringComparison.Ordinal) && stem.EndsWith(reading.MetricKey, StringComparison.Ordinal))
            || stem.Length >= 2 && reading.MetricKey.StartsWith(stem, StringComparison.Ordinal) && Clauses.Around(row.Progress, reading.Span).Of(row.Progress).Contains(share, StringComparison.Ordinal);
    }

    private int Rivals(Quantity reading) => row.Targets.Count(target => Kinds.Comparable(target.Quantity, reading));

    /// <summary>组织8家企业申报省级称号: what is counted is said behind the figure.</summary>
    private bool NamedNearby(Quantity target, Quantity reading)
    {
        var clause = Clauses.Around(row.Progress, reading.Span);
        return MetricMatch.LongestCommon(target.MetricKey, clause.Of(row.Progress)) >= Math.Max(4, target.MetricKey.Length * 6 / 10);
    }

    private bool IsAbout(Quantity target, Quantity reading)
    {
        if (target.MetricKey.Length == 0 || _isOneSentence)
        {
            return true;
        }

        var sentence = Clauses.SentenceAround(row.Progress, reading.Span);
        var before = sentence.Start < 2 ? sentence : Clauses.SentenceAround(row.Progress, new TextSpan(sentence.Start - 2, 1));
        return Topics.Share(target.MetricKey, row.Progress[Math.Min(before.Start, sentence.Start)..sentence.End]);
    }

    /// <summary>A figure of the same sort for another measure: worth showing, never worth comparing.</summary>
    private Pair? OtherMeasure(int at)
    {
        var target = row.Targets[at].Quantity;
        for (var i = 0; i < readings.Count; i++)
        {
            var reading = readings[i].Quantity;
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
            if (_takenBy.ContainsKey(i) || !Kinds.Comparable(target, reading) || Rivals(reading) > 1)
            {
                continue;
            }

            var step = Stages.StepIn(reading.MetricKey) ?? Stages.StepIn(reading.Whole);
            if (step is null && Stages.Phase(reading) is null)
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

    /// <summary>新开工30个、竣工投产15个: what is said in the same word answers first, and what is done before what has begun.</summary>
    private double Preference(Quantity target, Quantity reading) =>
        (Stages.Phase(target) is { } asked && asked == Stages.Phase(reading) ? 0.1 : target.Stage is { } verb && verb == reading.Stage ? 0.1 : 0) + (AsksForTheEnd(target) && Stages.Phase(reading) is "开工" or "签约" or "申报" ? -0.08 : 0) + (reading.From is { Month: 1 } ? 0.02 : 0) + (reading.WholeIndex is null ? 0.04 : 0) + (reading.Scope is null ? 0.01 : 0) + (reading.To is { } to ? to.Month * 0.0001 : 0);
}
