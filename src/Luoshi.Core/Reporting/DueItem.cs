namespace Luoshi.Core.Reporting;

/// <summary>
/// 应报事项 — one task that one unit is asked to report on for one span. A row made when the period opens: who is asked, and until when,
/// stays as it was then, whatever becomes of the task.
/// </summary>
public sealed class DueItem
{
    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid LedgerId { get; init; }

    public required Guid TaskId { get; init; }

    /// <summary>The accountable unit when the period opened.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>The responsible leader's post when the period opened.</summary>
    public required Guid PostId { get; init; }

    /// <summary>The month whose material it feeds.</summary>
    public required ReportingPeriod Month { get; init; }

    /// <summary>The key of the <see cref="ReportingSpan"/>: 2024-04, 2024-Q2, 2024-W15.</summary>
    public required string Span { get; init; }

    /// <summary>Frozen when the period opened, in UTC.</summary>
    public required DateTime DueAt { get; init; }

    /// <summary>Whether nothing is asked and the unit may report all the same: a quarterly task in April.</summary>
    public bool IsVoluntary { get; init; }

    /// <summary>An extension granted before expiry, in UTC.</summary>
    public DateTime? ExtendedTo { get; private set; }

    /// <summary>Why nothing need be reported; null where it must.</summary>
    public string? ExemptReason { get; private set; }

    /// <summary>When the first return came in, in UTC; a withdrawal takes it back.</summary>
    public DateTime? SubmittedAt { get; set; }

    public int Version { get; private set; } = 1;

    /// <summary>The instant that counts.</summary>
    public DateTime Deadline => ExtendedTo ?? DueAt;

    public DueState StateAt(DateTime now) => DueStates.Of(DueAt, ExtendedTo, SubmittedAt, ExemptReason is not null, IsVoluntary, opened: true, now);

    /// <summary>延期 — decided before the deadline has passed.</summary>
    /// <returns>Null when it holds; <c>extension-too-late</c>, <c>extension-not-later</c> or <c>already-submitted</c>.</returns>
    public Refusal? Extend(DateTime until, DateTime now)
    {
        if (RefuseExtension(until, now) is { } refusal)
        {
            return refusal;
        }

        ExtendedTo = until;
        Version++;
        return null;
    }

    /// <summary>Why the deadline cannot be moved to <paramref name="until"/>; null when it can.</summary>
    public Refusal? RefuseExtension(DateTime until, DateTime now) =>
        SubmittedAt is not null ? new Refusal("already-submitted", "这一项已经报送，不需要延期。")
        : now > Deadline ? new Refusal("extension-too-late", "已过报送截止时间。延期要在到期前申请和批准。")
        : until <= Deadline ? new Refusal("extension-not-later", "延期后的时间要晚于现在的截止时间。")
        : null;

    /// <summary>免报, with the reason.</summary>
    /// <returns>Null when it holds; <c>reason-missing</c> or <c>already-submitted</c>.</returns>
    public Refusal? Exempt(string reason)
    {
        if (SubmittedAt is not null)
        {
            return new Refusal("already-submitted", "这一项已经报送，不需要免报。");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("reason-missing", "请写明免报的原因。");
        }

        ExemptReason = reason.Trim();
        Version++;
        return null;
    }

    /// <summary>恢复应报 — what was exempt is asked again, by the deadline that it had, with the reason.</summary>
    /// <returns>Null when it holds; <c>not-exempt</c> or <c>reason-missing</c>.</returns>
    public Refusal? LiftExemption(string reason)
    {
        if (ExemptReason is null)
        {
            return new Refusal("not-exempt", "这一项没有免报，不用恢复。请刷新后再看。");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("reason-missing", "请写明恢复应报的原因，单位会看到。");
        }

        ExemptReason = null;
        Version++;
        return null;
    }
}
