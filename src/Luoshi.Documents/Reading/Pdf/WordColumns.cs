namespace Luoshi.Documents.Reading.Pdf;

/// <summary>
/// Draws the borders that a table without vertical lines leaves to the eye: columns where a gutter runs through every line between its top
/// and bottom rule, rows where a new entry of the first column starts level with other columns.
/// </summary>
internal static class WordColumns
{
    private const int FewestRules = 3;
    private const int FewestColumns = 3;

    /// <summary>A rule shorter than this is an underline.</summary>
    private const double ShortestRule = 150;

    /// <summary>The borders to add to a page, none where nothing is clearly aligned.</summary>
    public static List<Ruling> Missing(IReadOnlyList<Ruling> rulings, List<Glyph> glyphs)
    {
        var added = new List<Ruling>();
        var rules = RulingGrid.Unite(rulings.Where(r => r.Horizontal)).FindAll(r => r.To - r.From >= ShortestRule);
        foreach (var table in rules.GroupBy(Reach).Where(g => g.Count() >= FewestRules))
        {
            var levels = table.Select(r => r.At).Order().ToList();
            var (left, right) = (table.Min(r => r.From), table.Max(r => r.To));
            if (!rulings.Any(r => !r.Horizontal && r.At > left - RulingGrid.Near && r.At < right + RulingGrid.Near && Crosses(r, levels)))
            {
                Draw(levels, left, right, glyphs, added);
            }
        }

        return added;
    }

    private static (int, int) Reach(Ruling rule) => ((int)Math.Round(rule.From / RulingGrid.Near), (int)Math.Round(rule.To / RulingGrid.Near));

    private static bool Crosses(Ruling vertical, List<double> levels) =>
        vertical.From < levels[^1] && vertical.To > levels[0] && vertical.To - vertical.From > RulingGrid.Near;

    private static void Draw(List<double> levels, double left, double right, List<Glyph> glyphs, List<Ruling> added)
    {
        var inside = glyphs.FindAll(g => !string.IsNullOrWhiteSpace(g.Text)
            && g.Baseline > levels[0] && g.Baseline < levels[^1]
            && g.Left > left - RulingGrid.Near && g.Right < right + RulingGrid.Near);
        var gutters = Gutters(inside);
        if (gutters.Count < FewestColumns - 1)
        {
            return;
        }

        if (levels.Count == FewestRules && !AddRows(levels, gutters, inside))
        {
            return;
        }

        added.AddRange(gutters.Prepend(left).Append(right).Select(x => new Ruling(false, x, levels[0], levels[^1])));
        added.AddRange(levels.Select(y => new Ruling(true, y, left, right)));
    }

    /// <summary>The middles of the strips that no letter of the table touches.</summary>
    private static List<double> Gutters(List<Glyph> inside)
    {
        var gutters = new List<double>();
        var reach = double.MaxValue;
        foreach (var glyph in inside.OrderBy(g => g.Left))
        {
            if (glyph.Left - reach > 0.8 * glyph.Size)
            {
                gutters.Add((reach + glyph.Left) / 2);
            }

            reach = reach == double.MaxValue ? glyph.Right : Math.Max(reach, glyph.Right);
        }

        return gutters;
    }

    /// <summary>Below the header rule of a three-line table: a row starts at each entry of the first column, if the others start there too.</summary>
    private static bool AddRows(List<double> levels, List<double> gutters, List<Glyph> inside)
    {
        const double above = 1.05;
        var body = inside.FindAll(g => g.Baseline > levels[1]);
        var starts = TextLine.Gather(body.FindAll(g => g.Left < gutters[0]));
        foreach (var start in starts)
        {
            var level = body.Where(g => Math.Abs(g.Baseline - start.Baseline) < RulingGrid.Near)
                .Select(g => gutters.FindIndex(x => x > g.Left))
                .Distinct()
                .Count();
            if (level <= gutters.Count / 2)
            {
                return false;
            }
        }

        levels.AddRange(starts.Skip(1).Select(start => start.Baseline - (above * start.Size)));
        levels.Sort();
        return starts.Count > 0;
    }
}
