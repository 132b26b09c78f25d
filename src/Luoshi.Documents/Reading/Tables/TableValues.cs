using Luoshi.Core.Reading;

namespace Luoshi.Documents.Reading.Tables;

/// <summary>Looks at the first values below a header where the words of the header leave something open.</summary>
internal static class TableValues
{
    private const int SampleSize = 30;
    private const int LongestState = 6;

    /// <summary>
    /// 月度计划完成情况 whose answers are 是 and 否 is the claim, not the progress. A first column without a header that counts up is the number.
    /// </summary>
    public static TableColumns Refine(TableColumns columns, IReadOnlyList<TableRow> rows, int from)
    {
        if (columns.Columns.All(column => column.Start > 0) && !columns.Has(ColumnRole.Number) && Values(rows, from, 0, 1) is { Count: > 0 } numbers
            && numbers.All(text => ChineseNumber.TryParse(text.Trim('.', '、'), out _)))
        {
            columns = TableColumns.Of([new TableColumn(0, 1, "序号", ColumnRole.Number, null), .. columns.Columns]);
        }

        for (var i = 0; i < columns.Columns.Count && !columns.Has(ColumnRole.PlanMet); i++)
        {
            var column = columns.Columns[i];
            var may = column.Role == ColumnRole.Progress
                ? columns.Columns.Count(c => c.Role == ColumnRole.Progress) > 1
                : column.Role == ColumnRole.Other && PlainText.Compact(column.Header) is var header && (header.Contains("完成", StringComparison.Ordinal) || header.Contains('达', StringComparison.Ordinal));
            if (may && Values(rows, from, column.Start, column.End) is { Count: > 0 } values && values.All(IsAnswer))
            {
                columns = columns.With(i, ColumnRole.PlanMet);
            }
        }

        return SetShortStatesAside(columns, rows, from);
    }

    // 进展情况 in sentences beside 完成情况 that says 正在推进: the sentences are the progress.
    private static TableColumns SetShortStatesAside(TableColumns columns, IReadOnlyList<TableRow> rows, int from)
    {
        var progress = Enumerable.Range(0, columns.Columns.Count).Where(i => columns.Columns[i] is { Role: ColumnRole.Progress, Period: null }).ToList();
        if (progress.Count < 2)
        {
            return columns;
        }

        var lengths = progress.ConvertAll(i => Values(rows, from, columns.Columns[i].Start, columns.Columns[i].End).Select(text => text.Length).DefaultIfEmpty(0).Max());
        if (lengths.Max() <= LongestState)
        {
            return columns;
        }

        for (var i = 0; i < progress.Count; i++)
        {
            columns = lengths[i] is > 0 and <= LongestState ? columns.With(progress[i], ColumnRole.Other) : columns;
        }

        return columns;
    }

    /// <summary>Whether the text is an answer and nothing else.</summary>
    public static bool IsAnswer(string text) => PlainText.Compact(text) is "是" or "否" or "√" or "×" or "✓" or "✔" or "✗" or "✘";

    /// <summary>The texts that begin in the grid columns [start, end) of the first rows from <paramref name="from"/> on; nothing-saying ones left out.</summary>
    public static List<string> Values(IReadOnlyList<TableRow> rows, int from, int start, int end)
    {
        var values = new List<string>();
        for (var i = from; i < Math.Min(rows.Count, from + SampleSize); i++)
        {
            foreach (var cell in rows[i].Cells)
            {
                if (cell.Column >= start && cell.Column < end && (IsAnswer(cell.Text) || !PlainText.IsNothing(cell.Text)))
                {
                    values.Add(cell.Text);
                }
            }
        }

        return values;
    }
}
