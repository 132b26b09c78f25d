namespace Luoshi.Samples.Source;

/// <summary>The seeded doubts that <c>samples/README.md</c> lists. A list that points at nothing is worse than none.</summary>
internal static class Truths
{
    private static readonly HashSet<string> Codes =
    [
        "behind-target", "zero-value", "not-started", "no-result-for-target", "stale-period", "cross-row-conflict", "duplicate-text", "off-topic",
        "restated-target", "wrong-arithmetic", "figure-fell", "copied-from-last-period", "unit-jump", "application-as-result", "process-only",
        "shortfall-unexplained", "partial-coverage", "future-as-done",
    ];

    /// <summary>The rows of the list that name no reported row of the district or no known code.</summary>
    public static IEnumerable<string> Unfounded(string readme, District district)
    {
        var reported = district.Leaders
            .SelectMany(leader => leader.Tasks.SelectMany(task => task.Contributions.Select(report => $"{leader.Rank}/{task.Number}/{report.Month:00}")))
            .ToHashSet();
        foreach (var line in readme.Split('\n').Where(line => line.StartsWith("| 0", StringComparison.Ordinal)))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (cells is not ["", var leader, var task, var month, var code, var noticed, ""]
                || noticed.Length == 0
                || !reported.Contains($"{leader}/{task}/{month}")
                || !(code is "—" || Codes.Contains(code)))
            {
                yield return line;
            }
        }
    }
}
