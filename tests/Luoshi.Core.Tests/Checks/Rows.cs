using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Tests.Checks;

/// <summary>Rows of 青岚区 with only the facts a test is about.</summary>
internal static class Rows
{
    public static ReportedTask Row(string content, string? progress, bool? met = true, int number = 1, string? deadline = null, params (string Header, string Text)[] columns) => new()
    {
        Leader = new LeaderMention("沈砚秋", "常务副区长"),
        Number = number,
        Frequency = ReportingFrequency.Monthly,
        Content = content,
        LeadUnits = [new UnitMention("区发改局")],
        Progress = progress,
        PlanMet = met,
        DeadlineDate = deadline is null ? null : DateOnly.ParseExact(deadline, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        OtherColumns = [.. columns.Select(column => new OtherColumn(column.Header, column.Text))],
    };

    public static TaskDocument Document(int month, params ReportedTask[] rows) => new()
    {
        Source = $"{month}月.docx",
        Government = "海州市青岚区人民政府",
        Period = new ReportingPeriod(2025, month),
        Tasks = rows,
    };

    public static TaskCheck Check(int month, ReportedTask row, params TaskDocument[] previous) =>
        TaskChecks.Examine([Document(month, row)], previous, null, new CheckSettings()).Value.Tasks[0];

    public static IEnumerable<string> Codes(TaskCheck check) => check.Doubts.Select(doubt => doubt.Code.Code());
}
