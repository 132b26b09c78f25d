using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Answers;

/// <summary>任务50公里，其中市政18公里、庭院32公里。市政完成10公里，庭院完成20公里: the progress itself divides the promise, and tells each part.</summary>
internal static class ToldParts
{
    /// <summary>The readings by their index that are the parts, each told once; null where the progress does not divide the promise into parts that make it up.</summary>
    public static List<int>? Of(CheckedRow row, IReadOnlyList<StatedQuantity> readings, Quantity target)
    {
        var whole = -1;
        for (var at = 0; at < row.Stated.Count && whole < 0; at++)
        {
            whole = row.Stated[at] is { Kind: QuantityKind.Count or QuantityKind.Amount } said && said.Kind == target.Kind && said.BaseValue == target.BaseValue && said.BaseUnit == target.BaseUnit ? at : -1;
        }

        if (whole < 0)
        {
            return null;
        }

        var parts = row.Stated.Where(part => part.WholeIndex == whole && part.BaseUnit == target.BaseUnit && part.Kind == target.Kind && part.MetricKey.Length > 1 && Numbers.CanBeAdded(part.BaseValue)).ToList();
        if (parts.Count < 2 || parts.Sum(part => part.BaseValue) != target.BaseValue)
        {
            return null;
        }

        var told = new List<int>();
        foreach (var part in parts)
        {
            var answers = Enumerable.Range(0, readings.Count).Where(i => readings[i].Quantity is { WholeIndex: null } reading && !ReferenceEquals(reading, part) && reading.Span.Start > parts[^1].Span.End && reading.BaseUnit == part.BaseUnit && reading.Kind == part.Kind && reading.BaseValue <= part.BaseValue
                && reading.MetricKey.StartsWith(part.MetricKey, StringComparison.Ordinal) && Stages.Answers(Stages.Asked(target), Stages.Of(row.Progress, reading).Stage)).Take(2).ToList();
            if (answers.Count != 1)
            {
                return null;
            }

            told.Add(answers[0]);
        }

        return told;
    }
}
