using Luoshi.Core.Reading;

namespace Luoshi.Documents.Reading;

/// <summary>
/// A document as a format reader hands it on: paragraphs and tables in reading order, markup gone, merges and hidden rows resolved.
/// Whatever a table means is the business of <see cref="Tables"/>, so that every format is understood in the same way.
/// </summary>
internal sealed record BlockDocument(IReadOnlyList<Block> Blocks, IReadOnlyList<ReadingProblem> Problems);

internal abstract record Block(SourceLocation Location);

/// <summary>One line of text outside tables. Never empty, trimmed; a soft break inside it is <c>\n</c>.</summary>
internal sealed record ParagraphBlock(string Text, SourceLocation Location) : Block(Location);

/// <summary>A table. Its rows may have different numbers of cells: a cell's place is its <see cref="TableCell.Column"/>.</summary>
internal sealed record TableBlock(IReadOnlyList<TableRow> Rows, SourceLocation Location) : Block(Location);

/// <summary>One row, its cells in the order of their columns. A cell swallowed by a merge to its left is not in the list.</summary>
internal sealed record TableRow(IReadOnlyList<TableCell> Cells, SourceLocation Location);

/// <summary>
/// One cell. <paramref name="Text"/> has its paragraphs joined by <c>\n</c>, trimmed, never null. <paramref name="Column"/> counts grid
/// columns from 0, <paramref name="Span"/> how many it covers. A cell that continues a vertical merge has
/// <paramref name="MergedFromAbove"/> set and an empty text.
/// </summary>
internal readonly record struct TableCell(string Text, int Column, int Span = 1, bool MergedFromAbove = false);
