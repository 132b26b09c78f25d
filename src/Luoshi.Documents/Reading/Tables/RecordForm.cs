namespace Luoshi.Documents.Reading.Tables;

/// <summary>A form for one task: labels on the left, what they ask on the right, one or two pairs to a row.</summary>
internal static class RecordForm
{
    private const int MostRows = 40;

    /// <summary>The form as one row; null unless it names the task and at least two more fields.</summary>
    public static RowDraft? TryRead(IReadOnlyList<TableRow> rows)
    {
        if (rows.Count > MostRows)
        {
            return null;
        }

        var labels = new List<(TableCell Cell, (ColumnRole Role, int Rank)? Meaning)>();
        var values = new List<string>();
        foreach (var row in rows)
        {
            var cells = row.Cells.Where(cell => !cell.MergedFromAbove).ToList();
            if (labels.Count == 0 && cells.Count > 4)
            {
                // A form has at most two pairs to a row.
                return null;
            }

            for (var i = 0; i + 1 < cells.Count; i += 2)
            {
                if (cells[i].Text.Length == 0)
                {
                    continue;
                }

                labels.Add((new TableCell(cells[i].Text, labels.Count), HeaderWords.Classify(cells[i].Text)));
                values.Add(cells[i + 1].Text);
            }
        }

        // Where the values are header words too, it is an ordinary table that is looked at sideways.
        var understood = labels.Count(label => label.Meaning is { Role: not ColumnRole.Other });
        if (understood < 3 || understood * 2 < labels.Count || values.Count(value => HeaderWords.Classify(value) is not null) * 3 > understood)
        {
            return null;
        }

        var columns = TableColumns.Of(ColumnRoles.Decide(labels));
        var form = new RowDraft(columns, [.. values], rows[0].Location);
        return form.Of(ColumnRole.Content).Length > 0 ? form : null;
    }
}
