namespace Luoshi.Documents.Reading.Xlsx;

/// <summary>What one walk over a sheet found: rows that have text, in order, and what was said of rows and columns beside them.</summary>
internal sealed record Sheet(IReadOnlyList<SheetRow> Rows, IReadOnlyList<MergedArea> Merged, VisibleColumns Columns);

/// <summary>A row that has text, its cells from left to right, empty ones left out.</summary>
internal sealed record SheetRow(int Number, bool Hidden, List<SheetCell> Cells);

internal readonly record struct SheetCell(int Column, string Text);
