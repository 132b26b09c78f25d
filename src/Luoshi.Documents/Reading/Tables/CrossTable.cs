using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Documents.Reading.Tables;

/// <summary>
/// A cross-table: indicators (or units) side by side, 目标任务、进度 repeated under each, a place or a task in each row. Unfolded, it is
/// an ordinary table with one row for each place and indicator.
/// </summary>
internal static class CrossTable
{
    private const int DeepestHeader = 6;
    private const int MostColumns = 200;

    private sealed record Group(string Heading, string? Above, bool IsUnit, List<(string Label, int Column)> Parts);

    /// <summary>The rows of the ordinary table, its header first; null when the table is no cross-table.</summary>
    public static List<TableRow>? TryUnfold(IReadOnlyList<TableRow> rows)
    {
        for (var labels = 1; labels < Math.Min(rows.Count - 1, DeepestHeader); labels++)
        {
            if (RepeatsItsLabels(rows[labels]) && TryGroup(rows, labels) is { } groups)
            {
                return Unfold(rows, labels, groups);
            }
        }

        return null;
    }

    private static bool RepeatsItsLabels(TableRow row)
    {
        if (row.Cells.Count is < 4 or > MostColumns)
        {
            return false;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return row.Cells.Any(cell => cell.Text.Length is > 0 and <= HeaderWords.LongestHeader && !seen.Add(PlainText.Compact(cell.Text)) && IsMeasure(cell.Text));
    }

    private static bool IsMeasure(string label) => HeaderWords.Classify(label)?.Role is ColumnRole.Progress or ColumnRole.Target or ColumnRole.Content && PeriodText.Find(label) is null;

    private static List<Group>? TryGroup(IReadOnlyList<TableRow> rows, int labels)
    {
        var groups = new List<Group>();
        foreach (var cell in rows[labels].Cells)
        {
            if (cell.Text.Length == 0 || cell.MergedFromAbove)
            {
                continue;
            }

            var above = Enumerable.Range(0, labels).Select(row => TextOver(rows[row], cell.Column)).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).ToList();
            var units = above.FindAll(UnitMentions.LooksLikeUnit);
            var names = above.Except(units).ToList();
            if (above.Count == 0 || PeriodText.Find(above[^1]) is not null)
            {
                return null;
            }

            var isUnit = names.Count == 0;
            var heading = isUnit ? units[^1] : names[^1];
            if (groups.Count == 0 || groups[^1].Heading != heading)
            {
                groups.Add(new Group(heading, isUnit ? null : units.LastOrDefault(), isUnit, []));
            }

            groups[^1].Parts.Add((TaskBuilder.HeaderText(cell.Text), cell.Column));
        }

        var hasContent = KeyColumns(rows, labels, groups).Exists(key => HeaderWords.Classify(key.Header)?.Role == ColumnRole.Content);
        return groups.Count >= 2 && groups.TrueForAll(group => group.IsUnit == hasContent && group.Parts.Exists(part => IsMeasure(part.Label))) ? groups : null;
    }

    private static List<TableRow> Unfold(IReadOnlyList<TableRow> rows, int labels, List<Group> groups)
    {
        var keys = KeyColumns(rows, labels, groups);
        var parts = groups.SelectMany(group => group.Parts.Select(part => part.Label)).Distinct(StringComparer.Ordinal).ToList();
        var isUnit = groups[0].IsUnit;
        List<TableRow> unfolded = [Row([.. keys.Select(key => key.Header), isUnit ? "牵头单位" : "主要指标", .. isUnit ? Array.Empty<string>() : ["牵头单位"], .. parts], rows[labels].Location)];
        var held = new string[keys.Count];
        Array.Fill(held, "");
        foreach (var row in rows.Skip(labels + 1))
        {
            for (var i = 0; i < held.Length; i++)
            {
                held[i] = CellAt(row, keys[i].Column) is { MergedFromAbove: false } cell ? cell.Text : held[i];
            }

            var before = unfolded.Count;
            foreach (var group in groups)
            {
                string[] values = [.. parts.Select(label => group.Parts.Find(part => part.Label == label) is { Label: not null } part ? CellAt(row, part.Column)?.Text ?? "" : "")];
                if (Array.Exists(values, value => !PlainText.IsNothing(value)))
                {
                    unfolded.Add(Row([.. held, group.Heading, .. isUnit ? Array.Empty<string>() : [group.Above ?? ""], .. values], row.Location));
                }
            }

            if (unfolded.Count == before)
            {
                unfolded.Add(row);
            }
        }

        return unfolded;
    }

    // The columns before the first group: what each row is about.
    private static List<(string Header, int Column)> KeyColumns(IReadOnlyList<TableRow> rows, int labels, List<Group> groups)
    {
        var first = groups.Count == 0 ? 0 : groups[0].Parts[0].Column;
        return [.. rows.Take(labels + 1).SelectMany(row => row.Cells).Where(cell => cell.Column < first && cell.Text.Length > 0 && cell.Column + cell.Span <= first).DistinctBy(cell => cell.Column).OrderBy(cell => cell.Column).Select(cell => (cell.Text, cell.Column))];
    }

    private static string TextOver(TableRow row, int column) => row.Cells.LastOrDefault(cell => cell.Column <= column && cell.Text.Length > 0).Text ?? "";

    private static TableCell? CellAt(TableRow row, int column)
    {
        foreach (var cell in row.Cells)
        {
            if (cell.Column <= column && column < cell.Column + cell.Span)
            {
                return cell;
            }
        }

        return null;
    }

    private static TableRow Row(string[] texts, SourceLocation location) => new([.. texts.Select((text, i) => new TableCell(text, i))], location);
}
