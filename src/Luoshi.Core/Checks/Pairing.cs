using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>A reading that answers a target, or why the nearest one does not.</summary>
internal readonly record struct Pair(int Target, int? Reading, string? WhyNot, Obstacle Obstacle)
{
    public static Pair None(int target) => new(target, null, null, Obstacle.None);
}

/// <summary>What keeps a figure of the same measure from answering the target.</summary>
internal enum Obstacle
{
    None,
    Scope,
    Stage,
    Period,
    Measure,
}

/// <summary>Puts readings beside targets: the same measure, dimension, scope and stage, else the reason why not.</summary>
internal sealed class Pairing(CheckedRow row, IReadOnlyList<StatedQuantity> readings, ScopeRule scopes, ReportingPeriod asOf)
{
    private readonly HashSet<int> _taken = [];

    public List<Pair> All()
    {
        var pairs = new Pair[row.Targets.Count];
        var open = Enumerable.Range(0, row.Targets.Count).ToList();

        // Surest names first, so that an unnamed figure goes to the target that nothing else answers.
        foreach (var threshold in (double[])[1.0, 0.8, MetricMatch.Enough, 0.5])
        {
            for (var i = open.Count - 1; i >= 0; i--)
            {
                if (Best(open[i], threshold) is { } pair)
                {
                    pairs[open[i]] = pair;
                    open.RemoveAt(i);
                }
            }
        }

        foreach (var target in open)
        {
            pairs[target] = Pair.None(target);
        }

        return [.. pairs];
    }

    private Pair? Best(int at, double threshold)
    {
        var target = row.Targets[at].Quantity;
        (int Index, double Score)? best = null;
        (int Index, Obstacle Obstacle, string Why, double Score)? nearest = null;
        for (var i = 0; i < readings.Count; i++)
        {
            var reading = readings[i].Quantity;
            if (_taken.Contains(i) || !SameKind(target, reading))
            {
                continue;
            }

            var name = NameScore(at, i);
            if (name < threshold)
            {
                continue;
            }

            if (WhyNot(target, reading) is { } obstacle)
            {
                if (nearest is null || name > nearest.Value.Score)
                {
                    nearest = (i, obstacle.Kind, obstacle.Why, name);
                }

                continue;
            }

            var score = name + Preference(reading);
            if (best is null || score > best.Value.Score)
            {
                best = (i, score);
            }
        }

        if (best is { } found)
        {
            // One half of the district's towns says nothing of the other: two partial figures never make the whole.
            _taken.Add(found.Index);
            return new Pair(at, found.Index, null, Obstacle.None);
        }

        return nearest is { } near ? new Pair(at, near.Index, near.Why, near.Obstacle) : null;
    }

    private double NameScore(int at, int readingIndex)
    {
        var target = row.Targets[at].Quantity;
        var reading = readings[readingIndex].Quantity;
        if (reading.MetricKey.Length > 0 && target.MetricKey.Length > 0)
        {
            return Scoped(reading) is { } named && MetricMatch.Score(target.MetricKey, named) >= MetricMatch.Enough && MetricMatch.Score(target.MetricKey, reading.MetricKey) < MetricMatch.Enough
                ? MetricMatch.Enough
                : MetricMatch.Score(target.MetricKey, reading.MetricKey);
        }

        // A figure without a name answers the only target it could be about.
        var rivals = row.Targets.Count(other => SameKind(other.Quantity, reading));
        return rivals == 1 ? 0.5 : 0;
    }

    // 完成投资2亿元 of a named project: the project and the measure together are what a target may name.
    private static string? Scoped(Quantity reading) => reading.Scope is { Length: > 0 } scope ? scope + reading.MetricKey : null;

    private static double Preference(Quantity reading) =>
        (reading.From is { Month: 1 } ? 0.02 : 0) + (reading.WholeIndex is null ? 0.04 : 0) + (reading.Scope is null ? 0.01 : 0) + (reading.To is { } to ? to.Month * 0.0001 : 0);

    private static bool SameKind(Quantity target, Quantity reading)
    {
        if (target.Kind == QuantityKind.Deadline || reading.Kind == QuantityKind.Deadline)
        {
            return target.Kind == reading.Kind;
        }

        if (target.Kind is QuantityKind.Growth or QuantityKind.Rank || reading.Kind is QuantityKind.Growth or QuantityKind.Rank)
        {
            return target.Kind == reading.Kind && (target.BaseUnit == reading.BaseUnit || target.Value is null || reading.Value is null);
        }

        if (reading.Kind == QuantityKind.ShareOfPlan && target.Kind is QuantityKind.Count or QuantityKind.Amount)
        {
            return true;
        }

        return target.BaseUnit == reading.BaseUnit || (target.Kind == QuantityKind.Count && reading.Kind == QuantityKind.Count && MeasureWords.Alike(target.BaseUnit, reading.BaseUnit));
    }

    private (Obstacle Kind, string Why)? WhyNot(Quantity target, Quantity reading)
    {
        if (reading.Kind == QuantityKind.ShareOfPlan && target.Kind is QuantityKind.Count or QuantityKind.Amount && !ShareOfTarget.Is(reading))
        {
            return (Obstacle.Measure, "进展是工程量或工作进度的百分比，目标是数量，不能直接相比");
        }

        if (reading.Against is "环比" && target.Against is not "环比" && target.Kind == QuantityKind.Growth)
        {
            return (Obstacle.Measure, "进展是环比，目标是全年增长");
        }

        if (!scopes.Covers(target.Scope, reading.Scope))
        {
            return (Obstacle.Scope, $"进展只是{reading.Scope}的数，目标是{target.Scope ?? "全域"}的数");
        }

        if (target.Kind is QuantityKind.Count or QuantityKind.Amount && reading.From is { } from && reading.To is { } to)
        {
            if (to.Year < asOf.Year)
            {
                return (Obstacle.Period, $"进展是{from.Year}年的数");
            }

            // A figure of one month or one quarter is no total of the year so far.
            if (from.Month > 1 && from.Year == asOf.Year && asOf.Month > 1)
            {
                return (Obstacle.Period, $"进展是{PeriodName.Of(from, to)}的数，不是年初以来的累计数");
            }
        }

        if (target.Kind is QuantityKind.Count or QuantityKind.Amount)
        {
            var asked = Stages.Asked(target);
            var (reached, words) = Stages.Of(row.Progress, reading);
            if (!Stages.Answers(asked, reached))
            {
                return (Obstacle.Stage, $"进展说的是“{words?.Of(row.Progress) ?? reading.Stage}”，目标要求的是“{target.Stage ?? "完成"}”，{Stages.Difference(reached)}");
            }
        }

        return null;
    }
}

/// <summary>Measure words for the same things: 台 and 套 of equipment. People are not households.</summary>
internal static class MeasureWords
{
    private const string Things = "个家套台座处所项条栋幢件只部辆艘架块片间支类种批宗";

    public static bool Alike(string left, string right) =>
        left.Length == 1 && right.Length == 1 && Things.Contains(left[0], StringComparison.Ordinal) && Things.Contains(right[0], StringComparison.Ordinal);
}

/// <summary>Tells a share of the target (完成年度任务的60%) from a share of the work (完成工程量的60%).</summary>
internal static class ShareOfTarget
{
    private static readonly WordFinder Plan = new("目标 任务 计划 完成率 年度投资");

    private static readonly WordFinder Work = new("工程 桩基 主体 形象进度 建设进度 施工 路基 基础");

    public static bool Is(Quantity reading) =>
        !Work.In(reading.Whole.AsSpan()) && (Plan.In(reading.Whole.AsSpan()) || (reading.Whole is null && reading.Metric is not null && !Work.In(reading.Metric) && reading.WholeIndex is not null));
}
