using Luoshi.Core.Ledgers;

namespace Luoshi.Core.Meetings;

/// <summary>One responsible leader's part of a <see cref="Material"/>: a row of its own, so that a leader sees the own part and no other.</summary>
public sealed class MaterialSection
{
    public required int GovernmentId { get; init; }

    public required Guid MaterialId { get; init; }

    /// <summary>From 1, in rank order.</summary>
    public required int Position { get; init; }

    public required Guid PostId { get; init; }

    /// <summary>The post and who held it.</summary>
    public required LeaderMention Leader { get; init; }

    public required List<MaterialLine> Lines { get; init; }
}

/// <summary>A row of the material and where it came from: <paramref name="ReportId"/> as it was submitted for the <paramref name="Submission"/>th time.</summary>
public sealed record MaterialLine(MaterialRow Row, Guid TaskId, Guid UnitId, Guid? ReportId, int Submission);

/// <summary>What goes with a material and is the office's alone: the sheet of doubts, and the document as it was issued.</summary>
public sealed class MaterialPaper
{
    public required int GovernmentId { get; init; }

    public required Guid MaterialId { get; init; }

    /// <summary>疑点清单; null until it was checked.</summary>
    public DoubtSheet? Doubts { get; set; }

    /// <summary>The Word document as it was issued; null before.</summary>
    public byte[]? Document { get; set; }
}
