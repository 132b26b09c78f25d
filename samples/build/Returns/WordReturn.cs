using System.Xml.Linq;
using Luoshi.Samples.Office;
using Luoshi.Samples.Source;

namespace Luoshi.Samples.Returns;

/// <summary>A unit's return as a Word document.</summary>
internal static class WordReturn
{
    public static byte[] Write(UnitReturn unit) => Word.File(Body(unit));

    private static IEnumerable<XElement> Body(UnitReturn unit)
    {
        yield return Word.Heading(unit.Title);
        if (unit.Habit.Leaders is LeaderPlacement.LineAbove)
        {
            foreach (var (leader, rows) in unit.RowsByLeader.Select(group => (group.Key, group.ToList())))
            {
                yield return Word.Line(leader.Line);
                foreach (var block in Tables(unit, rows))
                {
                    yield return block;
                }
            }
        }
        else
        {
            foreach (var block in Tables(unit, unit.Rows))
            {
                yield return block;
            }
        }

        if (unit.Has(Dirt.SignedFooter))
        {
            yield return Word.Line(unit.Footer, centred: false);
        }
    }

    private static IEnumerable<XElement> Tables(UnitReturn unit, IReadOnlyList<ReturnRow> rows)
    {
        // The row in the middle is the one that the page break meets.
        var torn = unit.Has(Dirt.TornRow) && rows.Count > 2 ? rows.Count / 2 : -1;
        if (torn < 0 || Halves(rows[torn].Contribution.Progress) is not { } halves)
        {
            return [Table(unit, [Header(unit), .. Rows(unit, rows)])];
        }

        var above = new List<XElement> { Header(unit) };
        above.AddRange(Rows(unit, rows.Take(torn)));
        above.Add(Row(unit, rows[torn] with { Contribution = rows[torn].Contribution with { Progress = halves.Above } }));
        var below = new List<XElement>();
        if (unit.Has(Dirt.RepeatedHeader))
        {
            below.Add(Header(unit));
        }

        below.Add(Word.Row(unit.Habit.Columns.Select(column => column.Field is ReturnField.Progress ? Word.Cell(halves.Below) : Word.Cell(""))));
        below.AddRange(Rows(unit, rows.Skip(torn + 1)));
        return [Table(unit, above), Word.PageBreak(), Table(unit, below)];
    }

    private static XElement Table(UnitReturn unit, IEnumerable<XElement> rows) => Word.Table([.. unit.Habit.Columns.Select(Share)], rows);

    private static XElement Header(UnitReturn unit) => Word.Row(unit.Headers.Select(Word.Cell), repeatsAsHeader: !unit.Has(Dirt.RepeatedHeader));

    private static IEnumerable<XElement> Rows(UnitReturn unit, IEnumerable<ReturnRow> rows)
    {
        LeaderSource? leader = null;
        foreach (var row in rows)
        {
            if (unit.Habit.Leaders is LeaderPlacement.BannerRow && row.Leader != leader)
            {
                if (leader is not null && unit.Has(Dirt.RepeatedHeader))
                {
                    yield return Header(unit);
                }

                leader = row.Leader;
                yield return Word.Row([Word.Cell([Word.Line($"分管领导：{leader.Title}　{leader.Name}")], unit.Habit.Columns.Count)]);
            }

            yield return Row(unit, row);
        }
    }

    private static XElement Row(UnitReturn unit, ReturnRow row) => Word.Row(unit.Habit.Columns.Select(column => Cell(unit, row, column.Field)));

    private static XElement Cell(UnitReturn unit, ReturnRow row, ReturnField field)
    {
        var text = unit.Text(row, field) ?? "";
        return field switch
        {
            ReturnField.Number when unit.Has(Dirt.AutomaticNumbering) => Word.Cell([Word.NumberedParagraph("")]),
            ReturnField.Progress when unit.Has(Dirt.TrackedChanges) => Word.Cell(text.Split('\n').Select(Word.CorrectedParagraph)),
            ReturnField.Progress when unit.Has(Dirt.ContentControls) => Word.Cell([Word.Controlled(Word.SoftBrokenParagraph(text))]),
            ReturnField.Progress when unit.Has(Dirt.SoftBreaks) => Word.Cell([Word.SoftBrokenParagraph(text)]),
            _ => Word.Cell(text),
        };
    }

    // Torn inside the sentence, where the page happened to end.
    private static (string Above, string Below)? Halves(string progress)
    {
        var end = progress.IndexOfAny(['，', '；', '。'], progress.Length / 2);
        return end > 0 && end < progress.Length - 1 ? (progress[..(end + 1)], progress[(end + 1)..]) : null;
    }

    private static int Share(ReturnColumn column) => column.Field switch
    {
        ReturnField.Number or ReturnField.PlanMet => 6,
        ReturnField.Frequency or ReturnField.Leader or ReturnField.Deadline or ReturnField.Remark or ReturnField.Contact => 8,
        ReturnField.LeadUnits or ReturnField.Target or ReturnField.Shortfall => 12,
        ReturnField.Content => 28,
        ReturnField.Progress => 34,
    };
}
