namespace Luoshi.Samples.Source;

/// <summary>A responsible leader of the sample district with the key tasks that the ledger lists under the post.</summary>
internal sealed record LeaderSource(string Rank, string Name, string Title, IReadOnlyList<KeyTaskSource> Tasks)
{
    /// <summary>The leader as the material prints it above a table: name and post without a space.</summary>
    public string Line => Name + Title;
}

/// <summary>One key task as the source tells it: the ledger's fields and everything that was reported.</summary>
internal sealed record KeyTaskSource
{
    public required int Number { get; init; }

    public required string Frequency { get; init; }

    /// <summary>牵头单位 as the ledger prints it, separators and stray spaces included.</summary>
    public required string LeadUnits { get; init; }

    public string? SupportingUnits { get; init; }

    public string? Deadline { get; init; }

    public required string Content { get; init; }

    public string? Target { get; init; }

    /// <summary>The sentence of the work report this task comes from.</summary>
    public required string ReportSentence { get; init; }

    /// <summary>What the figures of the monthly plan count.</summary>
    public string? PlannedMetric { get; init; }

    public required IReadOnlyList<PlannedStretch> Plan { get; init; }

    public required IReadOnlyList<Contribution> Contributions { get; init; }

    public IReadOnlyList<string> LeadUnitNames =>
        LeadUnits.Split(['、', ' ', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IReadOnlyList<Contribution> ReportedIn(int month) => [.. Contributions.Where(contribution => contribution.Month == month)];
}

/// <summary>What the plan asks for from one month to another: words, or the figure to be reached.</summary>
internal sealed record PlannedStretch(int From, int To, string Expectation);

/// <summary>What one lead unit reported on a task in one month. The unit is null where the first lead unit speaks for all.</summary>
internal sealed record Contribution(int Month, string? Unit, string Progress, bool PlanMet, string? Shortfall);
