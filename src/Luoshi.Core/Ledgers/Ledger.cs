namespace Luoshi.Core.Ledgers;

/// <summary>台账 — one year's key tasks of one government: 年初建账、逐月查账、年底交账.</summary>
public sealed class Ledger
{
    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>One ledger a year.</summary>
    public required int Year { get; init; }

    public required string Title { get; set; }

    /// <summary>Null while the year is open; a closed ledger changes no more.</summary>
    public DateTime? ClosedAt { get; private set; }

    public int Version { get; private set; }

    public bool IsClosed => ClosedAt is not null;

    /// <summary>年底交账.</summary>
    /// <returns>Null when it is closed now; otherwise <c>ledger-closed</c>.</returns>
    public Refusal? Close(DateTime now)
    {
        if (IsClosed)
        {
            return new Refusal("ledger-closed", $"{Title}已经办结。");
        }

        ClosedAt = now;
        Version++;
        return null;
    }
}

/// <summary>A sentence of the work report that tasks were made of. Several tasks may come from one.</summary>
public sealed class SourceSentence
{
    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid LedgerId { get; init; }

    /// <summary>Its place in the report, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>The headings it stands under; empty where there are none.</summary>
    public required string Heading { get; init; }

    public required string Text { get; init; }
}
