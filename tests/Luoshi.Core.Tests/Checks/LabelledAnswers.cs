using System.Text.Json;
using Luoshi.Core.Checks;

namespace Luoshi.Core.Tests.Checks;

/// <summary>Rows that say of each target which figure answers it: how many pairs are right, wrong, or missed.</summary>
internal static class LabelledAnswers
{
    /// <summary>The row's tally, and a line on each target that is not right.</summary>
    public static (int Right, int Wrong, int Missed, IReadOnlyList<string> Notes) Compare(JsonElement header, JsonElement row)
    {
        var check = LabelledRows.Examine(header, LabelledRows.MonthOf(row), [row]).Tasks[0];
        var (right, wrong, missed) = (0, 0, 0);
        var notes = new List<string>();
        var told = new HashSet<int>();
        foreach (var label in row.GetProperty("targets").EnumerateArray())
        {
            var words = LabelledRows.Text(label, "of")!;
            var verdicts = label.GetProperty("verdicts").EnumerateArray().Select(verdict => verdict.GetString()).ToList();
            var comparison = check.Comparisons.FirstOrDefault(candidate => !told.Contains(candidate.Target) && check.Targets[candidate.Target].Source.Text.Contains(words, StringComparison.Ordinal));
            var isPaired = comparison is not null && comparison.Verdict is not (Verdict.NotComparable or Verdict.NoNumber);
            if (comparison is not null)
            {
                told.Add(comparison.Target);
            }

            if (comparison is not null && verdicts.Contains(comparison.Verdict.Code()) && (!isPaired || IsAnswer(check, comparison, label)))
            {
                right++;
                continue;
            }

            (wrong, missed) = isPaired ? (wrong + 1, missed) : (wrong, missed + 1);
            notes.Add($"{(isPaired ? "wrong" : "missed")} {label} · {comparison?.Reason} · {row}");
        }

        return (right, wrong, missed, notes);
    }

    private static bool IsAnswer(TaskCheck check, Comparison comparison, JsonElement label) =>
        LabelledRows.Text(label, "answer") is { } words ? comparison.Reading is { } reading && check.Readings[reading].Source.Text.Contains(words, StringComparison.Ordinal)
            : label.TryGetProperty("together", out _) && comparison.Reason.EndsWith('）');
}
