using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>食品监督抽检1512批次 for 食品安全抽检2400批次: where no figure has the name of the only target of its unit, the one that has the most of it is likely the answer.</summary>
internal static class LastCandidates
{
    // What is so many times the target counts something else.
    private const int Farthest = 3;

    private const int FewestOfSeveral = 2;

    /// <summary>The likely answer, which proves nothing: null where two are as likely, or none has a telling word of the target.</summary>
    public static Pair? Of(CheckedRow row, IReadOnlyList<StatedQuantity> readings, int at, Func<int, bool> isTaken, ScopeRule scopes, ReportingPeriod asOf)
    {
        var target = row.Targets[at];
        if (!Kinds.IsVolume(target.Quantity) || target.Quantity.MetricKey.Length == 0 || row.Targets.Count(other => other.Quantity.BaseUnit == target.Quantity.BaseUnit && other.Quantity.Kind == target.Quantity.Kind) != 1)
        {
            return null;
        }

        var asked = target.Quantity.MetricKey + DeedNames.BehindTheName(row, target);
        var alike = Enumerable.Range(0, readings.Count).Where(i => IsOfUnit(target.Quantity, readings[i].Quantity)).ToList();
        var (best, most, isShared) = (-1, 0, false);
        foreach (var i in alike)
        {
            var reading = readings[i].Quantity;
            var common = Topics.Common(asked, reading.Scope + reading.MetricKey);
            if (common == 0 || !IsToldByItsHead(asked, reading.MetricKey) || isTaken(i) || reading.WholeIndex is not null || !MayBe(row, target.Quantity, reading) || Obstacles.Between(row, target.Quantity, reading, scopes, asOf) is not null)
            {
                continue;
            }

            isShared = common == most && readings[best].Quantity.MetricKey != reading.MetricKey;
            (best, most) = common > most ? (i, common) : (best, most);
        }

        return best < 0 || isShared || (alike.Count > 1 && most < FewestOfSeveral && !EndsAlike(asked, readings[best].Quantity.MetricKey)) ? null : new Pair(at, best, Obstacle.None, null) { IsLikely = true };
    }

    private static bool IsOfUnit(Quantity target, Quantity reading) => reading.Kind == target.Kind && reading.BaseUnit == target.BaseUnit;

    private static bool MayBe(CheckedRow row, Quantity target, Quantity reading) =>
        !(reading.BaseValue > target.BaseValue * Farthest) && !MetricMatch.Contrasted(target.MetricKey, reading.MetricKey) && !(reading.Stage is { } verb && Stages.IsActivity(verb))
            && Stages.StepIn(reading.MetricKey) is null && Stages.Of(row.Progress, reading).Stage is Stage.Finished or Stage.Unknown;

    /// <summary>机械化育插秧 tells no 机械化: what a name is of stands last in it, and that is what the target must speak of.</summary>
    private static bool IsToldByItsHead(string asked, string told)
    {
        const int Head = 2;
        return told.Length >= Head && asked.Contains(told[^Head..], StringComparison.Ordinal);
    }

    private static bool EndsAlike(string asked, string told)
    {
        const int LastWord = 2;
        return told.Length >= LastWord && asked.AsSpan().EndsWith(told.AsSpan(told.Length - LastWord)) && !MetricMatch.IsGeneric(told[^LastWord..]);
    }
}
