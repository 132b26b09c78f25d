namespace Luoshi.Core.Supervision;

/// <summary>Where an instruction stands.</summary>
public enum InstructionState
{
    /// <summary>待反馈.</summary>
    Open,

    /// <summary>已反馈: the unit has replied, and the leader has not yet said that it is done.</summary>
    Replied,

    /// <summary>已办结.</summary>
    Closed,
}

/// <summary>The words for an <see cref="InstructionState"/>.</summary>
public static class InstructionStates
{
    public static string Name(this InstructionState state) => state switch
    {
        InstructionState.Open => "待反馈",
        InstructionState.Replied => "已反馈",
        InstructionState.Closed => "已办结",
    };
}

/// <summary>批示 — a leader's words on a key task, for its lead unit to answer by a day.</summary>
public sealed class Instruction
{
    /// <summary>Longest text of an instruction or a reply, in UTF-16 code units.</summary>
    public const int LongestText = 2_000;

    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid TaskId { get; init; }

    /// <summary>The unit that is to answer: the lead unit when it was written.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>The post in charge of the task when it was written.</summary>
    public required Guid PostId { get; init; }

    /// <summary>What is shown as its author: a post, not a name. 副区长.</summary>
    public required string Author { get; init; }

    public required string Text { get; init; }

    /// <summary>The last day for an answer.</summary>
    public required DateOnly ReplyBy { get; init; }

    public required Guid WrittenBy { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime WrittenAt { get; init; }

    public InstructionState State { get; private set; }

    /// <summary>When it was closed, in UTC.</summary>
    public DateTime? ClosedAt { get; private set; }

    public int Version { get; private set; } = 1;

    /// <summary>Whether an answer is overdue on a day.</summary>
    public bool IsOverdueOn(DateOnly day) => State == InstructionState.Open && day > ReplyBy;

    /// <returns>Null when a leader may write so; <c>text-missing</c>, <c>text-too-long</c> or <c>reply-day-past</c>.</returns>
    public static Refusal? Writable(string? text, DateOnly replyBy, DateOnly today) =>
        Mistake(text, "批示") is { } mistake ? mistake
        : replyBy < today ? new Refusal("reply-day-past", "反馈时限早于今天，请改为今天或以后的日期。")
        : null;

    /// <summary>反馈 by the unit. It may answer more than once until the instruction is closed.</summary>
    /// <returns>The reply; <c>instruction-closed</c>, <c>text-missing</c> or <c>text-too-long</c>.</returns>
    public Outcome<InstructionReply> Reply(string? text, Guid by, DateTime now)
    {
        if (State == InstructionState.Closed)
        {
            return Closed();
        }

        if (Mistake(text, "落实情况") is { } mistake)
        {
            return mistake;
        }

        State = InstructionState.Replied;
        Version++;
        return new InstructionReply { GovernmentId = GovernmentId, InstructionId = Id, TaskId = TaskId, UnitId = UnitId, PostId = PostId, Text = Clean(text!), RepliedBy = by, RepliedAt = now };
    }

    /// <summary>办结.</summary>
    /// <returns>Null when it is closed now; <c>instruction-closed</c>.</returns>
    public Refusal? Close(DateTime now)
    {
        if (State == InstructionState.Closed)
        {
            return Closed();
        }

        (State, ClosedAt) = (InstructionState.Closed, now);
        Version++;
        return null;
    }

    /// <summary>The text as it is kept: ends trimmed, line ends <c>\n</c>.</summary>
    public static string Clean(string text) => text.ReplaceLineEndings("\n").Trim();

    private static Refusal? Mistake(string? text, string what) =>
        string.IsNullOrWhiteSpace(text) ? new Refusal("text-missing", $"请写明{what}。")
        : Clean(text).Length > LongestText ? new Refusal("text-too-long", $"{what}有{Clean(text).Length}字，最多{LongestText}字，请删减。")
        : null;

    private static Refusal Closed() => new("instruction-closed", "这条批示已经办结，不能再改。");
}

/// <summary>批示反馈 — what a unit answers.</summary>
public sealed class InstructionReply
{
    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid InstructionId { get; init; }

    public required Guid TaskId { get; init; }

    public required Guid UnitId { get; init; }

    public required Guid PostId { get; init; }

    public required string Text { get; init; }

    public required Guid RepliedBy { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime RepliedAt { get; init; }
}
