using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks;

/// <summary>绿色食品5个、有机农产品2个 answer 绿色食品、有机农产品12个: what is promised of several things together is told of each.</summary>
internal static class ListedTargets
{
    /// <summary>The readings by their index that together answer the target; null where it names one thing, or fewer than two of its things are told, each once and with nothing else.</summary>
    public static List<int>? Parts(CheckedRow row, IReadOnlyList<StatedQuantity> readings, Quantity target)
    {
        if (readings.Count < 2 || target.Metric is not { } listed || !listed.Contains('、', StringComparison.Ordinal))
        {
            return null;
        }

        var names = listed.Split(['、', '和', '及'], StringSplitOptions.RemoveEmptyEntries).Select(MetricNames.Key).Where(name => name.Length > 1).ToList();
        var told = new Dictionary<string, int>();
        for (var i = 0; i < readings.Count; i++)
        {
            var reading = readings[i].Quantity;
            if (reading.Kind != target.Kind || reading.BaseUnit != target.BaseUnit || reading.WholeIndex is not null || !Numbers.CanBeAdded(reading.BaseValue) || names.Find(name => name == reading.MetricKey || MetricMatch.Score(name, reading.MetricKey) >= 0.9 || (reading.MetricKey.StartsWith(name, StringComparison.Ordinal) && reading.MetricKey[name.Length..] is "登记" or "认证")) is not { } thing
                || !Stages.Answers(Stages.Asked(target), Stages.Of(row.Progress, reading).Stage))
            {
                continue;
            }

            if (!told.TryAdd(thing, i))
            {
                return null;
            }
        }

        return told.Count > 1 ? [.. told.Values] : null;
    }
}
