using Luoshi.Core.Reading;

namespace Luoshi.Core.Notices;

/// <summary>公告 — what the office tells everybody, on their home page until it is withdrawn.</summary>
public sealed class Announcement
{
    public const int LongestTitle = 60;
    public const int LongestBody = 2_000;

    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string Title { get; init; }

    /// <summary>Plain text; lines are separated by <c>\n</c>.</summary>
    public required string Body { get; init; }

    public required Guid PostedBy { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime PostedAt { get; init; }

    /// <summary>In UTC; null while it stands.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    public int Version { get; private set; } = 1;

    /// <returns>The announcement; <c>title-missing</c>, <c>body-missing</c>, <c>title-too-long</c>, <c>body-too-long</c>.</returns>
    public static Outcome<Announcement> Post(int governmentId, string? title, string? body, Guid by, DateTime now)
    {
        if (PlainText.IsNothing(title))
        {
            return new Refusal("title-missing", "请写公告的标题，大家先看到的是它。");
        }

        if (title.Trim().Length > LongestTitle)
        {
            return new Refusal("title-too-long", $"标题有{title.Trim().Length}字，最多{LongestTitle}字，请删减。");
        }

        if (PlainText.IsNothing(body))
        {
            return new Refusal("body-missing", "请写公告的正文。");
        }

        var text = body.ReplaceLineEndings("\n").Trim();
        if (text.Length > LongestBody)
        {
            return new Refusal("body-too-long", $"正文有{text.Length}字，最多{LongestBody}字，请删减。");
        }

        return new Announcement { GovernmentId = governmentId, Title = title.Trim(), Body = text, PostedBy = by, PostedAt = now };
    }

    /// <summary>撤下: nobody but the office sees it any more.</summary>
    /// <returns>Null when done; <c>announcement-withdrawn</c>.</returns>
    public Refusal? Withdraw(DateTime now)
    {
        if (WithdrawnAt is not null)
        {
            return new Refusal("announcement-withdrawn", "这条公告已经撤下。");
        }

        WithdrawnAt = now;
        Version++;
        return null;
    }

    /// <summary>恢复: stands again as it was.</summary>
    /// <returns>Null when done; <c>announcement-standing</c>.</returns>
    public Refusal? Restore()
    {
        if (WithdrawnAt is null)
        {
            return new Refusal("announcement-standing", "这条公告没有撤下，不用恢复。");
        }

        WithdrawnAt = null;
        Version++;
        return null;
    }
}
