namespace Luoshi.Samples.Source;

/// <summary>The whole sample district: its leaders in rank order and the text of its work report.</summary>
internal sealed record District(IReadOnlyList<LeaderSource> Leaders, string WorkReport)
{
    public const string Government = "澜州市青岚区人民政府";
    public const int Year = 2024;

    private static readonly string[] ReportParts = ["report-opening.md", "report-a.md", "report-b.md", "report-closing.md"];

    public static District Read(string folder)
    {
        var leaders = Directory.GetFiles(Path.Combine(folder, "leaders"), "*.md").Order(StringComparer.Ordinal).Select(LeaderFile.Read).ToList();
        var report = string.Join("\n", ReportParts.Select(part => File.ReadAllText(Path.Combine(folder, part)).Trim() + "\n"));
        var homeless = leaders
            .SelectMany(leader => leader.Tasks.Select(task => (leader.Rank, task.Number, task.ReportSentence)))
            .Where(task => !report.Contains(task.ReportSentence, StringComparison.Ordinal))
            .ToList();
        if (homeless is not [])
        {
            var list = string.Join("\n", homeless.Select(task => $"{task.Rank}/{task.Number}: {task.ReportSentence}"));
            throw new InvalidDataException($"These sentences do not stand in the work report:\n{list}");
        }

        return new District(leaders, report);
    }
}
