using Luoshi.Core.Reading;

namespace Luoshi.Documents.Reading.Docx;

/// <summary>
/// The tables that are open, the outermost first. The outermost becomes a block; the text of those nested in it goes into its cell,
/// cells divided by tabs and rows by line ends.
/// </summary>
internal sealed class OpenTables(GatheredText text, ReadBudget budget, ReadingNotes notes)
{
    private readonly Stack<OpenTable> _tables = new();
    private int _finished;

    public bool Any => _tables.Count > 0;

    /// <summary>Where in the document the walk is: nowhere that has a number outside tables.</summary>
    public SourceLocation Place => _tables.TryPeek(out var table) ? table.Place : default;

    public bool IsInHiddenRow => _tables.TryPeek(out var table) && table.Row.Hidden;

    public bool IsInCoveredCell => _tables.TryPeek(out var table) && table.IsInCoveredCell;

    public void OpenTable(int depth) =>
        _tables.Push(Any
            ? new OpenTable(depth, nested: true, Place)
            : new OpenTable(depth, nested: false, new SourceLocation(Table: _finished + 1)));

    public void OpenRow(int depth)
    {
        if (_tables.TryPeek(out var table) && !table.IsInRow)
        {
            table.OpenRow(depth, text.Length);
        }
    }

    public void ReadRowProperties(WordXml xml)
    {
        var properties = RowProperties.Read(xml);
        budget.CountCells(properties.ColumnsBefore);
        if (_tables.TryPeek(out var table) && table.IsInRow)
        {
            table.Row = properties;
        }
    }

    /// <returns>Whether the cell counts: those of a deleted row do not.</returns>
    public bool OpenCell(int depth)
    {
        if (!_tables.TryPeek(out var table) || !table.IsInRow || table.IsInCell)
        {
            return true;
        }

        if (table.Row.Deleted)
        {
            return false;
        }

        budget.CountCells(1);
        table.OpenCell(depth, text.Length);
        text.StartParagraph();
        return true;
    }

    public void ReadCellProperties(WordXml xml)
    {
        var properties = CellProperties.Read(xml);
        budget.CountCells(properties.Span - 1);
        if (_tables.TryPeek(out var table) && table.IsInCell)
        {
            table.Cell = properties;
        }
    }

    public void CloseCell(int depth)
    {
        if (!_tables.TryPeek(out var table) || table.CellDepth != depth)
        {
            return;
        }

        if (!table.IsNested)
        {
            if (table.CloseCell(text.Take()))
            {
                notes.CoveredText(Place);
            }

            return;
        }

        if (table.Cell.Deleted)
        {
            text.CutBack(table.CellStart);
        }
        else
        {
            text.TrimEnd(table.CellStart);
            text.Append('\t');
        }

        table.CloseCell("");
        text.StartParagraph();
    }

    public void CloseRow(int depth)
    {
        if (!_tables.TryPeek(out var table) || table.RowDepth != depth)
        {
            return;
        }

        if (table.IsNested)
        {
            text.TrimEnd(table.RowStart);
            if (text.Length > table.RowStart)
            {
                text.Append('\n');
            }

            text.StartParagraph();
        }
        else if (table.Row is { Hidden: true, Deleted: false })
        {
            notes.HiddenRow(Place);
        }

        table.CloseRow();
    }

    /// <returns>The table, when it is an outermost one that has a row left; else null.</returns>
    public TableBlock? CloseTable(int depth)
    {
        if (!_tables.TryPeek(out var table) || table.Depth != depth)
        {
            return null;
        }

        _tables.Pop();
        if (table.IsNested || table.Close() is not { } block)
        {
            return null;
        }

        _finished++;
        return block;
    }
}
