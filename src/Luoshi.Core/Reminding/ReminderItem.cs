using Luoshi.Core.Reporting;

namespace Luoshi.Core.Reminding;

/// <summary>
/// What a unit still has to report: nothing came, or it was returned and not mended. What came, is exempt or voluntary is nobody's to remind of.
/// </summary>
/// <param name="DueItemId">The due item.</param>
/// <param name="UnitId">Whom to ask, as of today.</param>
/// <param name="Unit">Its name, as in an address.</param>
/// <param name="Span">What the return speaks of. Always said: a reminder that leaves it to be guessed is about the wrong period sooner or later.</param>
/// <param name="Content">工作内容.</param>
/// <param name="DueAtUtc">The time in force: with its extension, or the own deadline of what was returned.</param>
public sealed record ReminderItem(Guid DueItemId, Guid UnitId, string Unit, ReportingSpan Span, string Content, DateTime DueAtUtc)
{
    /// <summary>分管领导, name and post.</summary>
    public string? Leader { get; init; }

    /// <summary>序号 under the leader.</summary>
    public int? Number { get; init; }

    /// <summary>已退回 — came once, and has to be mended.</summary>
    public bool IsReturned { get; init; }
}
