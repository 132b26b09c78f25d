namespace Luoshi.Core.Reporting;

/// <summary>
/// 配合情况 — what a unit that shares a task says of its own part, for the accountable unit to put into the return. The accountable unit sees it
/// beside its own text; the office reads the return only.
/// </summary>
public sealed class Contribution
{
    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The due item whose return it is for.</summary>
    public required Guid DueItemId { get; init; }

    public required Guid TaskId { get; init; }

    /// <summary>Who writes it.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>The accountable unit that it is written for.</summary>
    public required Guid LeadUnitId { get; init; }

    public required Guid PostId { get; init; }

    public required ReportingPeriod Month { get; init; }

    public string Text { get; private set; } = "";

    public Guid? WrittenBy { get; private set; }

    /// <summary>In UTC.</summary>
    public DateTime? WrittenAt { get; private set; }

    /// <summary>0 before it was written for the first time.</summary>
    public int Version { get; private set; }

    /// <returns>Null when it is written; <c>contribution-empty</c> or <c>text-too-long</c>.</returns>
    public Refusal? Write(string? text, Guid by, DateTime now)
    {
        var written = ReportText.Of(text, null, null);
        if (written.Progress is null)
        {
            return new Refusal("contribution-empty", "还没有写配合情况。请写明本单位承担的部分做到了哪一步。");
        }

        if (written.TooLong() is { } tooLong)
        {
            return tooLong;
        }

        (Text, WrittenBy, WrittenAt) = (written.Progress, by, now);
        Version++;
        return null;
    }
}
