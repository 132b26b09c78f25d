using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Tests.Meetings;

/// <summary>Documents of 青岚区 with only the facts a test is about.</summary>
internal static class Documents
{
    public static TaskDocument Document(string source, string? period, params ReportedTask[] tasks) => new()
    {
        Source = source,
        Period = ReportingPeriod.TryParse(period, out var month) ? month : null,
        Tasks = tasks,
    };

    /// <summary>A row; the leader is a post, units are separated by spaces.</summary>
    public static ReportedTask Row(string? leader, int? number, string content, string units, string? progress = null, bool? met = null, string? shortfall = null) => new()
    {
        Leader = leader is null ? null : new LeaderMention(null, leader),
        Number = number,
        Content = content,
        LeadUnits = [.. units.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(unit => new UnitMention(unit))],
        Progress = progress,
        PlanMet = met,
        Shortfall = shortfall,
    };
}
