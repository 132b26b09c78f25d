using Luoshi.Core.Reading;

namespace Luoshi.Core.Notices;

/// <summary>意见反馈 — what somebody who works with the system tells the office about it, and what the office answers.</summary>
public sealed class Feedback
{
    public const int LongestText = 1_000;
    public const int LongestPage = 200;

    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The page that it is about, as an address of this site; empty for none.</summary>
    public required string Page { get; init; }

    public required string Text { get; init; }

    public required Guid GivenBy { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime GivenAt { get; init; }

    public string? Answer { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    /// <summary>In UTC; null while it waits.</summary>
    public DateTime? AnsweredAt { get; private set; }

    public int Version { get; private set; } = 1;

    /// <returns>The feedback; <c>text-missing</c>, <c>text-too-long</c>.</returns>
    public static Outcome<Feedback> Give(int governmentId, string? page, string? text, Guid by, DateTime now)
    {
        if (Mistake(text, "意见") is { } mistake)
        {
            return mistake;
        }

        // An address that is not of this site leads nowhere good.
        var own = page is { Length: > 0 and <= LongestPage } && page[0] == '/' && !page.StartsWith("//", StringComparison.Ordinal) ? page : "";
        return new Feedback { GovernmentId = governmentId, Page = own, Text = Clean(text!), GivenBy = by, GivenAt = now };
    }

    /// <summary>答复, once.</summary>
    /// <returns>Null when done; <c>feedback-answered</c>, <c>text-missing</c>, <c>text-too-long</c>.</returns>
    public Refusal? Reply(string? text, Guid by, DateTime now)
    {
        if (AnsweredAt is not null)
        {
            return new Refusal("feedback-answered", "这条意见已经答复。");
        }

        if (Mistake(text, "答复") is { } mistake)
        {
            return mistake;
        }

        (Answer, AnsweredBy, AnsweredAt) = (Clean(text!), by, now);
        Version++;
        return null;
    }

    private static string Clean(string text) => text.ReplaceLineEndings("\n").Trim();

    private static Refusal? Mistake(string? text, string what) =>
        PlainText.IsNothing(text) ? new Refusal("text-missing", $"请写明{what}。")
        : Clean(text).Length > LongestText ? new Refusal("text-too-long", $"{what}有{Clean(text).Length}字，最多{LongestText}字，请删减。")
        : null;
}
