namespace Luoshi.Core.Reporting;

/// <summary>What became of a request for more time.</summary>
public enum ExtensionState
{
    /// <summary>待批.</summary>
    Asked,

    /// <summary>已同意.</summary>
    Granted,

    /// <summary>未同意.</summary>
    Declined,
}

/// <summary>The words for an <see cref="ExtensionState"/>.</summary>
public static class ExtensionStates
{
    public static string Name(this ExtensionState state) => state switch
    {
        ExtensionState.Asked => "待批",
        ExtensionState.Granted => "已同意",
        ExtensionState.Declined => "未同意",
    };
}

/// <summary>延期申请 — a unit asks for more time for a due item before its time is up; the office decides.</summary>
public sealed class ExtensionRequest
{
    public const int LongestReason = 500;

    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid DueItemId { get; init; }

    public required Guid TaskId { get; init; }

    public required Guid UnitId { get; init; }

    public required Guid PostId { get; init; }

    public required ReportingPeriod Month { get; init; }

    /// <summary>Until when the unit asks for, in UTC.</summary>
    public required DateTime Until { get; init; }

    public required string Reason { get; init; }

    public required Guid AskedBy { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime AskedAt { get; init; }

    public ExtensionState State { get; private set; }

    /// <summary>What the office wrote with its decision.</summary>
    public string? Note { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public int Version { get; private set; } = 1;

    /// <returns>
    /// The request; <c>already-submitted</c>, <c>extension-too-late</c>, <c>extension-not-later</c>, <c>extension-too-far</c>, <c>reason-missing</c>, <c>reason-too-long</c>.
    /// </returns>
    public static Outcome<ExtensionRequest> Ask(DueItem item, DateTime until, string? reason, Guid by, DateTime now)
    {
        if (item.RefuseExtension(until, now) is { } refusal)
        {
            return refusal;
        }

        // The month's material is put together before the next month's returns come in.
        if (until > item.DueAt.AddDays(31))
        {
            return new Refusal("extension-too-far", "延期最多一个月。更久的请与督查科商量调整报送频次或时限。");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("reason-missing", "请写明延期的原因，督查科据此审批。");
        }

        if (reason.Trim().Length > LongestReason)
        {
            return new Refusal("reason-too-long", $"原因请写在{LongestReason}字以内。");
        }

        return new ExtensionRequest
        {
            GovernmentId = item.GovernmentId,
            DueItemId = item.Id,
            TaskId = item.TaskId,
            UnitId = item.UnitId,
            PostId = item.PostId,
            Month = item.Month,
            Until = until,
            Reason = reason.Trim(),
            AskedBy = by,
            AskedAt = now,
        };
    }

    /// <summary>同意 moves the deadline of the item; 不同意 says why.</summary>
    /// <returns>Null when it is decided; <c>extension-decided</c>, <c>reason-missing</c>, <c>reason-too-long</c>, or what <see cref="DueItem.Extend"/> refuses.</returns>
    public Refusal? Decide(bool granted, string? note, DueItem item, Guid by, DateTime now)
    {
        if (State != ExtensionState.Asked)
        {
            return new Refusal("extension-decided", $"这个延期申请{State.Name()}，不用再批。");
        }

        if (!granted && string.IsNullOrWhiteSpace(note))
        {
            return new Refusal("reason-missing", "不同意延期，请写明原因，单位才知道怎么办。");
        }

        if (note?.Trim().Length > LongestReason)
        {
            return new Refusal("reason-too-long", $"批复请写在{LongestReason}字以内。");
        }

        if (granted && item.Extend(Until, now) is { } refusal)
        {
            return refusal;
        }

        (State, Note, DecidedBy, DecidedAt) = (granted ? ExtensionState.Granted : ExtensionState.Declined, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), by, now);
        Version++;
        return null;
    }
}
