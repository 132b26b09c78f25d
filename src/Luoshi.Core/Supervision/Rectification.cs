using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;

namespace Luoshi.Core.Supervision;

/// <summary>
/// 整改 — something about a key task that a unit must put right, with a closure of its own: it is open until the office has verified it, whatever
/// becomes of the month's return (《政府督查工作条例》第十八条).
/// </summary>
public sealed class Rectification
{
    /// <summary>Longest text of a requirement, a reply or a reason, in UTF-16 code units.</summary>
    public const int LongestText = 2000;

    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid TaskId { get; init; }

    /// <summary>Who must put it right.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Of the task when it was opened.</summary>
    public required Guid PostId { get; init; }

    public required RectificationOrigin Origin { get; init; }

    /// <summary>What was found and what must be done.</summary>
    public required string Requirement { get; init; }

    /// <summary>In UTC.</summary>
    public DateTime DueAt { get; private set; }

    public RectificationState State { get; private set; }

    /// <summary>Everything that was said on it, oldest first.</summary>
    public List<RectificationStep> Steps { get; private set; } = [];

    public required Guid OpenedBy { get; init; }

    public required DateTime OpenedAt { get; init; }

    public DateTime? ClosedAt { get; private set; }

    public int Version { get; private set; } = 1;

    /// <summary>下达.</summary>
    /// <returns>It, open; <c>task-closed</c>, <c>requirement-missing</c>, <c>text-too-long</c>, <c>due-past</c>.</returns>
    public static Outcome<Rectification> Open(KeyTask task, RectificationOrigin origin, string? requirement, DateTime dueAt, Guid by, DateTime now)
    {
        if (!task.IsOpen)
        {
            return new Refusal("task-closed", $"这项重点工作{task.State.Name()}，不能再下达整改。");
        }

        if (PlainText.IsNothing(requirement))
        {
            return new Refusal("requirement-missing", "请写明查出了什么、要改成什么样。");
        }

        if (TooLong(requirement) is { } tooLong)
        {
            return tooLong;
        }

        return dueAt <= now
            ? new Refusal("due-past", "整改时限已经过了，请另选一个今后的时间。")
            : new Rectification
            {
                GovernmentId = task.GovernmentId,
                TaskId = task.Id,
                UnitId = task.LeadUnitId,
                PostId = task.PostId,
                Origin = origin,
                Requirement = requirement.Trim(),
                DueAt = dueAt,
                OpenedBy = by,
                OpenedAt = now,
            };
    }

    /// <summary>Whether the unit should have answered by now. It must answer all the same.</summary>
    public bool IsOverdue(DateTime now) => State is (RectificationState.Open or RectificationState.Returned) && now > DueAt;

    /// <summary>反馈 by the unit: what was done, and the files that prove it by name or number.</summary>
    /// <returns>Null when done; <c>rectification-not-open</c>, <c>reply-missing</c>, <c>text-too-long</c>.</returns>
    public Refusal? Reply(string? text, string? files, Guid by, DateTime now)
    {
        if (State is not (RectificationState.Open or RectificationState.Returned))
        {
            return new Refusal("rectification-not-open", State == RectificationState.Closed ? "这项整改已经销号，不用再反馈。" : "整改情况已经反馈，正在核查。有补充的，请等核查结果。");
        }

        if (PlainText.IsNothing(text))
        {
            return new Refusal("reply-missing", "请写明做了什么、结果怎样、还差什么。");
        }

        if ((TooLong(text) ?? TooLong(files)) is { } tooLong)
        {
            return tooLong;
        }

        Step(RectificationState.Replied, text, PlainText.OrNull(files)?.Trim(), by, now);
        return null;
    }

    /// <summary>退回重改 by the office, with the reason and a new due time.</summary>
    /// <returns>Null when done; <c>rectification-not-replied</c>, <c>reason-missing</c>, <c>due-past</c>, <c>text-too-long</c>.</returns>
    public Refusal? Return(string? reason, DateTime dueAt, Guid by, DateTime now)
    {
        if (Verifiable(reason, "请写明哪里还没有改到位，单位才知道怎么改。") is { } refusal)
        {
            return refusal;
        }

        if (dueAt <= now)
        {
            return new Refusal("due-past", "重新整改的时限已经过了，请另选一个今后的时间。");
        }

        Step(RectificationState.Returned, reason!, null, by, now);
        DueAt = dueAt;
        return null;
    }

    /// <summary>销号 by the office, with what it was verified by.</summary>
    /// <returns>Null when done; <c>rectification-not-replied</c>, <c>reason-missing</c>, <c>text-too-long</c>.</returns>
    public Refusal? Close(string? reason, Guid by, DateTime now)
    {
        if (Verifiable(reason, "请写明核查的办法和结论，例如“现场核查，已补种到位”。") is { } refusal)
        {
            return refusal;
        }

        Step(RectificationState.Closed, reason!, null, by, now);
        ClosedAt = now;
        return null;
    }

    private Refusal? Verifiable(string? reason, string missing) =>
        State != RectificationState.Replied ? new Refusal("rectification-not-replied", $"这项整改现在是“{State.Name()}”，单位反馈以后才能核查。")
        : PlainText.IsNothing(reason) ? new Refusal("reason-missing", missing)
        : TooLong(reason);

    private void Step(RectificationState state, string text, string? files, Guid by, DateTime now)
    {
        Steps = [.. Steps, new RectificationStep(state, text.Trim(), files, by, now)];
        State = state;
        Version++;
    }

    private static Refusal? TooLong(string? text) =>
        text?.Length > LongestText ? new Refusal("text-too-long", $"文字有{text.Length}字，最多{LongestText}字，请删减。") : null;
}

/// <summary>What was said on a rectification, and the state it led to. <paramref name="Files"/> names the proofs of a reply.</summary>
public sealed record RectificationStep(RectificationState State, string Text, string? Files, Guid By, DateTime At);
