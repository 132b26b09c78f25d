using Luoshi.Core.Reporting;

namespace Luoshi.Core.Quantities;

/// <summary>What a reader must know besides the text.</summary>
public sealed record QuantityContext
{
    public required QuantityField Field { get; init; }

    /// <summary>The document's period: 一季度, 本月 and 截至目前 are resolved against it. Without one every period is null.</summary>
    public ReportingPeriod? AsOf { get; init; }

    /// <summary>Names of places a figure may be limited to, without 区 or 镇: the district's own, its towns and parks.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];
}
