using System.Text.Json;
using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Tests.Checks;

/// <summary>The labelled rows of <c>samples/labelled</c>: the first line of a file says what it is and what was reached, each other line is a row.</summary>
internal static class LabelledRows
{
    public static (JsonElement Header, IReadOnlyList<JsonElement> Rows) Load(string name)
    {
        var lines = File.ReadLines(Path.Combine(Root(), "samples", "labelled", name)).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        return (lines[0], lines[1..]);
    }

    public static CheckReport Examine(JsonElement header, ReportingPeriod asOf, IReadOnlyList<JsonElement> rows)
    {
        var months = rows.SelectMany(row => Earlier(row, asOf).Select(told => (told.Month, Row: row, told.Text))).GroupBy(told => told.Month).OrderBy(month => month.Key);
        var previous = months.Select(month => Document(header, $"{month.Key}.docx", month.Key, month.Select(told => (told.Row, (string?)told.Text)))).ToList();
        return TaskChecks.Examine([Document(header, "本月.docx", asOf, rows.Select(row => (row, Text(row, "progress"))))], previous, asOf, new CheckSettings()).Value;
    }

    /// <summary>What a row was told of before: <c>before</c> is the last month's text, <c>earlier</c> has one for each of several months.</summary>
    private static IEnumerable<(ReportingPeriod Month, string Text)> Earlier(JsonElement row, ReportingPeriod asOf)
    {
        if (Text(row, "before") is { } last)
        {
            yield return (asOf.Previous(), last);
        }

        foreach (var told in row.TryGetProperty("earlier", out var months) ? months.EnumerateObject().ToList() : [])
        {
            yield return (ReportingPeriod.TryParse(told.Name, out var month) ? month : throw new InvalidDataException($"No month in {told}"), told.Value.GetString()!);
        }
    }

    /// <summary>The month that the rows of a set are judged by.</summary>
    public static ReportingPeriod MonthOfSet(IReadOnlyList<JsonElement> rows) => Text(rows[0], "asOf") is null ? new ReportingPeriod(2025, 6) : MonthOf(rows[0]);

    /// <summary>The month that a row says it is of.</summary>
    public static ReportingPeriod MonthOf(JsonElement row) =>
        ReportingPeriod.TryParse(Text(row, "asOf"), out var month) ? month : throw new InvalidDataException($"No month in {row}");

    /// <summary>The codes of the strong doubts.</summary>
    public static HashSet<string> Strong(TaskCheck task) => [.. task.Doubts.Where(doubt => doubt.Strength == DoubtStrength.Strong).Select(doubt => doubt.Code.Code())];

    public static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Luoshi.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Luoshi.slnx was not found above the tests.");
    }

    private static TaskDocument Document(JsonElement header, string source, ReportingPeriod period, IEnumerable<(JsonElement Row, string? Progress)> rows) => new()
    {
        Source = source,
        Government = Text(header, "government"),
        Period = period,
        Tasks = [.. rows.Select((told, index) => new ReportedTask
        {
            Leader = new LeaderMention(null, "常务副区长"),
            Number = index + 1,
            Frequency = ReportingFrequencyText.Parse(Text(told.Row, "frequency") ?? "月度报"),
            Content = Text(told.Row, "content")!,
            LeadUnits = [new UnitMention("区发改局")],
            Progress = told.Progress,
            PlanMet = !told.Row.TryGetProperty("met", out var met) || met.GetBoolean(),
            Shortfall = Text(told.Row, "shortfall"),
        })],
    };
}
