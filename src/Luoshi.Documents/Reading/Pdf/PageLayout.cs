namespace Luoshi.Documents.Reading.Pdf;

/// <summary>A page's lines outside tables and its tables, each from top to bottom, and what was left out of it.</summary>
internal sealed record PageLayout(
    int Number,
    double Width,
    double Height,
    List<TextLine> Lines,
    List<PageTable> Tables,
    int LeftOutLetters,
    int LettersWithoutMeaning,
    bool HasGuessedColumns)
{
    public static PageLayout Of(PageMarks marks, ReadBudget budget)
    {
        var page = Turned(marks);
        var upright = Readable(page);
        var guessed = WordColumns.Missing(page.Rulings, upright);
        var tables = RulingGrid.Find([.. page.Rulings, .. guessed], budget).ConvertAll(grid => new PageTable(grid, page.Number, budget));
        var outside = new List<Glyph>();
        foreach (var glyph in upright)
        {
            var table = tables.Find(t => t.Grid.Contains(glyph.Middle));
            if (table is null)
            {
                outside.Add(glyph);
            }
            else
            {
                table.Place(glyph);
            }
        }

        tables.ForEach(t => t.GatherLines());
        tables.RemoveAll(t => t.IsEmpty);
        var visible = page.Glyphs.Count(IsPrinted);
        var withoutMeaning = page.Glyphs.Count(g => g.Text == Glyph.WithoutMeaning);
        var lines = TextLine.Gather(outside);
        var leftOut = visible - upright.Count(IsPrinted);
        return new PageLayout(page.Number, page.Width, page.Height, lines, tables, leftOut, withoutMeaning, guessed.Count > 0);
    }

    private static bool IsPrinted(Glyph glyph) => !string.IsNullOrWhiteSpace(glyph.Text);

    /// <summary>A page printed sideways without saying so is turned until most of its letters stand upright.</summary>
    private static PageMarks Turned(PageMarks page)
    {
        var counts = new int[Enum.GetValues<Heading>().Length];
        foreach (var glyph in page.Glyphs)
        {
            counts[(int)glyph.Heading]++;
        }

        var most = (Heading)Array.IndexOf(counts, counts.Max());
        return most switch
        {
            Heading.Up => Turned(page, most, p => new Point(page.Height - p.Y, p.X), swapped: true),
            Heading.Down => Turned(page, most, p => new Point(p.Y, page.Width - p.X), swapped: true),
            Heading.Left => Turned(page, most, p => new Point(page.Width - p.X, page.Height - p.Y), swapped: false),
            Heading.Right or Heading.Slanted => page,
        };
    }

    private static PageMarks Turned(PageMarks page, Heading most, Func<Point, Point> turn, bool swapped)
    {
        var glyphs = page.Glyphs.Select(g =>
        {
            var (start, end) = (turn(g.Start), turn(g.End));
            return g with { Start = start, End = end, Heading = g.Heading == most ? Heading.Right : Heading.Slanted };
        });
        var rulings = page.Rulings.Select(r =>
        {
            var from = turn(r.Horizontal ? new Point(r.From, r.At) : new Point(r.At, r.From));
            var to = turn(r.Horizontal ? new Point(r.To, r.At) : new Point(r.At, r.To));
            return r.Horizontal != swapped
                ? new Ruling(true, from.Y, Math.Min(from.X, to.X), Math.Max(from.X, to.X))
                : new Ruling(false, from.X, Math.Min(from.Y, to.Y), Math.Max(from.Y, to.Y));
        });
        return page with
        {
            Width = swapped ? page.Height : page.Width,
            Height = swapped ? page.Width : page.Height,
            Glyphs = [.. glyphs],
            Rulings = [.. rulings],
        };
    }

    /// <summary>
    /// Leaves out slanted letters and large pale ones, which are watermarks and stamps, and invisible ones, except where a page has no
    /// others: there they are what was recognised on a scan.
    /// </summary>
    private static List<Glyph> Readable(PageMarks page)
    {
        const double watermark = 1.8;
        var upright = page.Glyphs.Where(g => g.Heading == Heading.Right && g.Text.Length > 0 && g.Size > 0).ToList();
        var visible = upright.FindAll(g => !g.Invisible);
        if (!visible.Exists(IsPrinted))
        {
            return upright;
        }

        var sizes = visible.ConvertAll(g => g.Size);
        sizes.Sort();
        var usual = sizes[sizes.Count / 2];
        return visible.FindAll(g => !(g.Pale && g.Size > watermark * usual));
    }
}
