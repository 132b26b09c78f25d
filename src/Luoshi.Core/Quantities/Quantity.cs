using Luoshi.Core.Reporting;

namespace Luoshi.Core.Quantities;

/// <summary>
/// 数量 — one figure an office states about something: 规上工业增加值增长8%以上. What only looks like a figure (a document number, the
/// name of a programme, a filter such as 亿元以上项目) is never a quantity.
/// </summary>
public sealed record Quantity
{
    /// <summary>The statement, from the metric where it stands beside the figure to the last word that belongs to it.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The figure with its unit, inside <see cref="Span"/>.</summary>
    public required TextSpan ValueSpan { get; init; }

    /// <summary>What is measured, the shortest noun phrase as written but in simplified characters; null where the text does not say it.</summary>
    public string? Metric { get; init; }

    /// <summary>
    /// The metric for comparing: without spaces, quotation marks, 新增 and the like, synonyms made one (GDP is 地区生产总值).
    /// Empty where there is no metric.
    /// </summary>
    public string MetricKey { get; init; } = "";

    public required QuantityKind Kind { get; init; }

    public required Comparator Comparator { get; init; }

    /// <summary>The value in <see cref="Unit"/>; a fall is negative. Null for a deadline, and for a comparison without a figure (与上年同步).</summary>
    public decimal? Value { get; init; }

    /// <summary>The upper end of a range whose lower end is <see cref="Value"/>; in <see cref="Unit"/>.</summary>
    public decimal? Upper { get; init; }

    /// <summary>The unit as written, multiplier included: 万人, 亿元, 个百分点, %. Empty for a bare rank and a deadline.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The value in <see cref="BaseUnit"/>: 2.4 万人 is 24000. Null where it does not fit a decimal.</summary>
    public decimal? BaseValue { get; init; }

    /// <summary><see cref="Upper"/> in <see cref="BaseUnit"/>.</summary>
    public decimal? BaseUpper { get; init; }

    /// <summary>The unit that figures of one dimension share: 人, 元, 平方米. Figures are comparable only when this is the same.</summary>
    public string BaseUnit { get; init; } = "";

    /// <summary>力争 — the upper tier of a promise, not its floor.</summary>
    public bool Stretch { get; init; }

    /// <summary>预计, 左右, 约 — not the final figure.</summary>
    public bool Estimated { get; init; }

    /// <summary>Whose figure it is where that is said: 全区, 区本级, a town, a named project.</summary>
    public string? Scope { get; init; }

    /// <summary>The first month the figure covers; null where the text does not say it or no period was given to resolve it.</summary>
    public ReportingPeriod? From { get; init; }

    /// <summary>The last month the figure covers.</summary>
    public ReportingPeriod? To { get; init; }

    public required QuantityRole Role { get; init; }

    /// <summary>The last moment of a <see cref="QuantityKind.Deadline"/>, as exact as the text; null for every other kind.</summary>
    public DueDate? Due { get; init; }

    /// <summary>What has been done to the things counted, in the text's own word: 申报, 开工, 建成, 新增. 申报 is not 认定.</summary>
    public string? Stage { get; init; }

    /// <summary>What a growth or difference is measured against, as written: 同比, 环比, 目标, 2020年. Null where it is not said.</summary>
    public string? Against { get; init; }

    /// <summary>The whole a share is taken of, as written: 占年度计划投资的121.79% is of 年度计划投资.</summary>
    public string? Whole { get; init; }

    /// <summary>
    /// The index, in the same list, of the figure this one is a part of: the total before 其中, or the base whose share this is
    /// (占年度计划投资(184.08亿元)的121.79%).
    /// </summary>
    public int? WholeIndex { get; init; }
}
