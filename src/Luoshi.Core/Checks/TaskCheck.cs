using Luoshi.Core.Quantities;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>
/// 依据 — words of the document that a doubt or a figure rests on. <paramref name="Field"/> is <c>content</c>, <c>target</c>, <c>progress</c>,
/// <c>shortfall</c>, or the header of another column; <paramref name="Text"/> is exactly that span of the field.
/// </summary>
public sealed record Evidence(string Field, TextSpan Span, string Text);

/// <summary>A figure with the field it stands in. <paramref name="From"/> is where a target starts that asks for a way: 由A提高到B.</summary>
public sealed record StatedQuantity(Quantity Quantity, Evidence Source, Quantity? From = null);

/// <summary>One target beside the reading that answers it. Indices point into the task's own lists.</summary>
public sealed record Comparison
{
    public required int Target { get; init; }

    /// <summary>Null where no figure answers the target.</summary>
    public int? Reading { get; init; }

    /// <summary>Reading over target, to four places; null where that says nothing.</summary>
    public decimal? Ratio { get; init; }

    /// <summary>The share of the target that plan or time ask for by now, to four places; null for what is not counted up over the year.</summary>
    public decimal? ExpectedShare { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>The rule that says how the two are compared, or why not.</summary>
    public required ComparisonRule Rule { get; init; }

    /// <summary>What the reading was held against.</summary>
    public required Yardstick Yardstick { get; init; }

    /// <summary>The light of a volume, by the points it is under what is expected; null for whatever is not counted up over the year.</summary>
    public Light? Light { get; init; }

    /// <summary>One Chinese sentence with the arithmetic in it.</summary>
    public required string Reason { get; init; }
}

/// <summary>What a reading is held against.</summary>
public enum Yardstick
{
    /// <summary>Nothing: there is no comparable figure.</summary>
    None,

    /// <summary>The plan's own point for the month.</summary>
    Plan,

    /// <summary>The share of the year, or of the time up to the deadline, that has gone by.</summary>
    Time,

    /// <summary>The target itself, whatever the month.</summary>
    Flat,

    /// <summary>A date.</summary>
    Date,
}

/// <summary>红黄绿灯. Colours mean other things elsewhere; the settings say what they mean here.</summary>
public enum Light
{
    Green,
    Yellow,
    Red,
}

/// <summary>Another row, as people call it.</summary>
public sealed record RelatedTask(string? Leader, int? Number, string Source);

/// <summary>疑点 — a question with its evidence. It asks; it never says that a claim is false.</summary>
public sealed record Doubt(DoubtRule Rule, DoubtStrength Strength, string Message, IReadOnlyList<Evidence> Evidence, IReadOnlyList<RelatedTask> Related)
{
    public DoubtCode Code => Rule.Code();
}

/// <summary>What was found about one row.</summary>
public sealed record TaskCheck
{
    public required ReportedTask Task { get; init; }

    /// <summary>The document the row stands in.</summary>
    public required string Source { get; init; }

    public IReadOnlyList<StatedQuantity> Targets { get; init; } = [];

    public IReadOnlyList<StatedQuantity> Readings { get; init; } = [];

    /// <summary>Figures of the progress that are no results: plans for later, repeated targets, comparisons.</summary>
    public IReadOnlyList<StatedQuantity> OtherNumbers { get; init; } = [];

    public IReadOnlyList<Comparison> Comparisons { get; init; } = [];

    /// <summary>The comparisons rolled up: the worst that can be computed.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Strong ones first.</summary>
    public IReadOnlyList<Doubt> Doubts { get; init; } = [];
}

/// <summary>A checked set of documents. <paramref name="ExpectedShare"/> is the share of the year gone by at the end of <paramref name="AsOf"/>.</summary>
public sealed record CheckReport(ReportingPeriod AsOf, decimal ExpectedShare, IReadOnlyList<TaskCheck> Tasks);
