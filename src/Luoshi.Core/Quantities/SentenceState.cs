using Luoshi.Core.Reporting;

namespace Luoshi.Core.Quantities;

/// <summary>What earlier words of the sentence say about later figures. A semicolon ends the topic, a full stop everything.</summary>
internal sealed class SentenceState
{
    /// <summary>What the last figure measured, for those that follow without a noun.</summary>
    public string? Topic { get; set; }

    public string TopicUnit { get; set; } = "";

    public string? Scope { get; set; }

    public (ReportingPeriod From, ReportingPeriod To)? Period { get; set; }

    /// <summary>Whether <see cref="Period"/> is a written date and not just 目前.</summary>
    public bool PeriodIsWritten { get; set; }

    public bool Strive { get; set; }

    public bool Expected { get; set; }

    public bool Planned { get; set; }

    /// <summary>The figure before 其中, or -1.</summary>
    public int Total { get; set; } = -1;

    /// <summary>The nouns that the figures after 分别 belong to, in turn.</summary>
    public IReadOnlyList<string> Shared { get; set; } = [];

    public int NextShared { get; set; }

    public string? SharedAgainst { get; set; }

    /// <summary>The words before 分别, which lead the later figures too.</summary>
    public WordClass SharedLead { get; set; }

    public void EndClause()
    {
        (Topic, TopicUnit) = (null, "");
        Strive = Expected = Planned = false;
        Shared = [];
    }

    public void EndSentence()
    {
        EndClause();
        (Scope, Period, PeriodIsWritten, Total) = (null, null, false, -1);
    }
}
