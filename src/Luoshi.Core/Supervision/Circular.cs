using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Supervision;

/// <summary>How far a <see cref="Circular"/> has come.</summary>
public enum CircularState
{
    /// <summary>送审稿.</summary>
    Draft,

    /// <summary>已印发.</summary>
    Issued,
}

/// <summary>The words for a <see cref="CircularState"/>.</summary>
public static class CircularStates
{
    public static string Name(this CircularState state) => state switch
    {
        CircularState.Draft => "送审稿",
        CircularState.Issued => "已印发",
    };
}

/// <summary>
/// 通报 of a month, drafted from a material and finished by hand. Units are neither ranked nor scored; praise and criticism are suggestions beside the
/// draft, for the head of government to approve (《政府督查工作条例》第二十一条).
/// </summary>
public sealed class Circular
{
    public const int LongestBody = 20_000;

    /// <summary>Of the title, and of who approved it.</summary>
    public const int LongestLine = 200;

    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required ReportingPeriod Month { get; init; }

    /// <summary>The material that it was drafted from.</summary>
    public required Guid MaterialId { get; init; }

    public required string Title { get; set; }

    /// <summary>One paragraph a line; a line that begins with 一、 is a heading.</summary>
    public required string Body { get; set; }

    /// <summary>建议 to praise or to press, one a line. Never printed.</summary>
    public required string Suggestions { get; init; }

    public CircularState State { get; private set; }

    /// <summary>批准: who approved the issue; null in the draft.</summary>
    public string? ApprovedBy { get; private set; }

    public required Guid DraftedBy { get; init; }

    public required DateTime DraftedAt { get; init; }

    public Guid? IssuedBy { get; private set; }

    public DateTime? IssuedAt { get; private set; }

    public int Version { get; private set; } = 1;

    /// <summary>Finishes the text by hand.</summary>
    /// <returns>Null when done; <c>circular-issued</c>, <c>circular-empty</c>, <c>text-too-long</c>.</returns>
    public Refusal? Edit(string? title, string? body)
    {
        if (State == CircularState.Issued)
        {
            return new Refusal("circular-issued", "这份通报已经印发，不能再改。");
        }

        if (PlainText.IsNothing(title) || PlainText.IsNothing(body))
        {
            return new Refusal("circular-empty", "标题和正文都要写。");
        }

        if (body.Length > LongestBody || title.Length > LongestLine)
        {
            return new Refusal("text-too-long", $"标题最多{LongestLine}字，正文最多{LongestBody}字，请删减。");
        }

        (Title, Body) = (title.Trim(), body.ReplaceLineEndings("\n").Trim());
        Version++;
        return null;
    }

    /// <summary>印发, with who approved it.</summary>
    /// <returns>Null when done; <c>circular-issued</c>, <c>approval-missing</c>, <c>approver-too-long</c>.</returns>
    public Refusal? Issue(string? approvedBy, Guid by, DateTime now)
    {
        if (State == CircularState.Issued)
        {
            return new Refusal("circular-issued", "这份通报已经印发。");
        }

        if (PlainText.IsNothing(approvedBy))
        {
            return new Refusal("approval-missing", "请写明批准印发的领导。");
        }

        if (approvedBy.Trim().Length > LongestLine)
        {
            return new Refusal("approver-too-long", $"批准印发的领导请写在{LongestLine}字以内。");
        }

        (State, ApprovedBy, IssuedBy, IssuedAt) = (CircularState.Issued, approvedBy.Trim(), by, now);
        Version++;
        return null;
    }
}
