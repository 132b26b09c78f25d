using Luoshi.Core.Reporting;

namespace Luoshi.Core.Ledgers;

/// <summary>Where a key task stands in its life.</summary>
public enum KeyTaskState
{
    /// <summary>推进中.</summary>
    Active,

    /// <summary>已调整: in progress, with another wording, unit or deadline than it began with.</summary>
    Adjusted,

    /// <summary>已销号.</summary>
    ClosedOut,

    /// <summary>已终止.</summary>
    Terminated,
}

/// <summary>The words for a <see cref="KeyTaskState"/>.</summary>
public static class KeyTaskStates
{
    public static string Name(this KeyTaskState state) => state switch
    {
        KeyTaskState.Active => "推进中",
        KeyTaskState.Adjusted => "已调整",
        KeyTaskState.ClosedOut => "已销号",
        KeyTaskState.Terminated => "已终止",
    };
}

/// <summary>What of a key task can be adjusted.</summary>
public sealed record KeyTaskTerms
{
    public required string Content { get; init; }

    /// <summary>年度目标 where the ledger has a column of its own for it.</summary>
    public string? Target { get; init; }

    /// <summary>完成时限 as written.</summary>
    public string? Deadline { get; init; }

    /// <summary>The deadline's last day where it names one.</summary>
    public DateOnly? DeadlineDate { get; init; }

    public required ReportingFrequency Frequency { get; init; }

    public required Guid PostId { get; init; }

    /// <summary>The accountable unit.</summary>
    public required Guid LeadUnitId { get; init; }
}

/// <summary>重点工作 — one commitment of the work report, with one accountable lead unit and one responsible leader.</summary>
public sealed class KeyTask
{
    /// <summary>Longest theme, in UTF-16 code units.</summary>
    public const int LongestTheme = 100;

    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid LedgerId { get; init; }

    /// <summary>序号 within its leader.</summary>
    public required int Number { get; set; }

    public required string Content { get; set; }

    public string? Target { get; set; }

    public string? Deadline { get; set; }

    public DateOnly? DeadlineDate { get; set; }

    public required ReportingFrequency Frequency { get; set; }

    /// <summary>The responsible leader's post now; who had it when, <see cref="Responsibility"/> says.</summary>
    public required Guid PostId { get; set; }

    /// <summary>The accountable unit now.</summary>
    public required Guid LeadUnitId { get; set; }

    /// <summary>The theme of the work report it belongs to; empty where it has none.</summary>
    public string Theme { get; set; } = "";

    /// <summary>原文 — the sentence of the report; null where it was not found.</summary>
    public Guid? SourceSentenceId { get; set; }

    /// <summary>The task that handed it down; null for a task of its own.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>The task of last year's ledger that it goes on with.</summary>
    public Guid? CarriedFromId { get; init; }

    /// <summary>The task that went on with it when it was merged; null otherwise.</summary>
    public Guid? MergedIntoId { get; private set; }

    public KeyTaskState State { get; private set; }

    /// <summary>The newest return that was submitted on it; null before the first.</summary>
    public Guid? LatestReportId { get; private set; }

    /// <summary>When that was submitted, UTC.</summary>
    public DateTime? LatestReportAt { get; private set; }

    public int Version { get; private set; } = 1;

    public bool IsOpen => State is KeyTaskState.Active or KeyTaskState.Adjusted;

    /// <summary>The time of a return that is submitted now, UTC: not before the latest one on the task, whatever clock that was submitted by.</summary>
    public DateTime NotBeforeLatest(DateTime now) => LatestReportAt > now ? LatestReportAt.Value : now;

    /// <summary>Keeps a return as the latest, unless there is a later one.</summary>
    /// <param name="reportId">The return.</param>
    /// <param name="at">When it was submitted, UTC.</param>
    public void KeepLatest(Guid reportId, DateTime at)
    {
        if (LatestReportAt is null || LatestReportAt <= at)
        {
            (LatestReportId, LatestReportAt) = (reportId, at);
        }
    }

    /// <summary>The terms it has now.</summary>
    public KeyTaskTerms Terms() => new()
    {
        Content = Content,
        Target = Target,
        Deadline = Deadline,
        DeadlineDate = DeadlineDate,
        Frequency = Frequency,
        PostId = PostId,
        LeadUnitId = LeadUnitId,
    };

    /// <summary>调整, with who approved it and why.</summary>
    /// <returns>The version that it had, to be kept; or <c>task-closed</c>, <c>reason-missing</c>, <c>approval-missing</c>, <c>nothing-changed</c>.</returns>
    public Outcome<KeyTaskVersion> Adjust(KeyTaskTerms terms, string reason, string approvedBy, DateTime now)
    {
        if (!IsOpen)
        {
            return Closed();
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("reason-missing", "请写明调整的原因。");
        }

        if (string.IsNullOrWhiteSpace(approvedBy))
        {
            return new Refusal("approval-missing", "请写明批准的领导或会议，例如“区政府第12次常务会议”。");
        }

        if (terms == Terms())
        {
            return new Refusal("nothing-changed", "没有改动任何内容，不需要调整。");
        }

        var kept = KeyTaskVersion.Of(this, reason, approvedBy, now);
        (Content, Target, Deadline, DeadlineDate, Frequency, PostId, LeadUnitId) =
            (terms.Content, terms.Target, terms.Deadline, terms.DeadlineDate, terms.Frequency, terms.PostId, terms.LeadUnitId);
        State = KeyTaskState.Adjusted;
        Version++;
        return kept;
    }

    /// <summary>Its place and its theme, which say nothing of what was promised and need no approval.</summary>
    /// <returns>Null when it is changed; <c>task-closed</c>, <c>number-invalid</c> or <c>theme-too-long</c>.</returns>
    public Refusal? Edit(int number, string? theme)
    {
        if (!IsOpen)
        {
            return Closed();
        }

        if (number is < 0 or > 9_999)
        {
            return new Refusal("number-invalid", "序号请填0到9999的整数。");
        }

        var trimmed = theme?.Trim() ?? "";
        if (trimmed.Length > LongestTheme)
        {
            return new Refusal("theme-too-long", $"主题最多{LongestTheme}字。");
        }

        (Number, Theme) = (number, trimmed);
        Version++;
        return null;
    }

    /// <summary>并入另一项: it ends, and says where it went on.</summary>
    /// <returns>What <see cref="End"/> gives.</returns>
    public Outcome<KeyTaskVersion> MergeInto(KeyTask other, string reason, string approvedBy, DateTime now)
    {
        var ended = End(KeyTaskState.Terminated, reason, approvedBy, now);
        MergedIntoId = ended.Refusal is null ? other.Id : MergedIntoId;
        return ended;
    }

    /// <summary>销号, or 终止 where it is given up.</summary>
    /// <returns>The version that it had; or <c>task-closed</c>, <c>reason-missing</c>, <c>approval-missing</c>.</returns>
    public Outcome<KeyTaskVersion> End(KeyTaskState state, string reason, string approvedBy, DateTime now)
    {
        if (state is not (KeyTaskState.ClosedOut or KeyTaskState.Terminated))
        {
            throw new ArgumentOutOfRangeException(nameof(state), state, "A task ends closed out or terminated.");
        }

        if (!IsOpen)
        {
            return Closed();
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("reason-missing", state == KeyTaskState.ClosedOut ? "请写明销号的依据。" : "请写明终止的原因。");
        }

        if (string.IsNullOrWhiteSpace(approvedBy))
        {
            return new Refusal("approval-missing", "请写明批准的领导或会议。");
        }

        var kept = KeyTaskVersion.Of(this, reason, approvedBy, now);
        State = state;
        Version++;
        return kept;
    }

    private Refusal Closed() => new("task-closed", $"这项重点工作{State.Name()}，不能再改。");
}

/// <summary>A key task as it was before an adjustment or its end, with who approved the change and why.</summary>
public sealed class KeyTaskVersion
{
    public required int GovernmentId { get; init; }

    public required Guid TaskId { get; init; }

    /// <summary>The version that is kept here.</summary>
    public required int Version { get; init; }

    public required KeyTaskTerms Terms { get; init; }

    public required string Reason { get; init; }

    public required string ApprovedBy { get; init; }

    /// <summary>When it ceased to hold, in UTC.</summary>
    public required DateTime EndedAt { get; init; }

    public static KeyTaskVersion Of(KeyTask task, string reason, string approvedBy, DateTime now) => new()
    {
        GovernmentId = task.GovernmentId,
        TaskId = task.Id,
        Version = task.Version,
        Terms = task.Terms(),
        Reason = reason.Trim(),
        ApprovedBy = approvedBy.Trim(),
        EndedAt = now,
    };
}
