namespace Luoshi.Documents.Reading.Pdf;

/// <summary>
/// The walls of one table on one page. <paramref name="Xs"/> and <paramref name="Ys"/> are the edges of its grid. <paramref name="WallLeft"/>
/// is asked by column and row, <paramref name="WallAbove"/> by row and column. An open side was not drawn: the page's end cut the table there.
/// </summary>
internal sealed record RulingGrid(double[] Xs, double[] Ys, bool[,] WallLeft, bool[,] WallAbove, bool OpenTop, bool OpenBottom)
{
    /// <summary>Lines nearer than this (in points) are one: doubled hairlines, borders drawn cell by cell.</summary>
    public const double Near = 3;

    /// <summary>Nothing printed has more lines than this after those of neighbouring cells are joined.</summary>
    private const int MostLines = 3_000;

    private const int MostGridCells = 100_000;

    public int Columns => Xs.Length - 1;

    public int Rows => Ys.Length - 1;

    public double Left => Xs[0];

    public double Right => Xs[^1];

    public double Top => Ys[0];

    public double Bottom => Ys[^1];

    /// <summary>The tables that a page's lines make, from top to bottom. A frame inside a table's cell is not a table of its own.</summary>
    public static List<RulingGrid> Find(IReadOnlyList<Ruling> rulings, ReadBudget budget)
    {
        var horizontal = Unite(rulings.Where(r => r.Horizontal));
        var vertical = Unite(rulings.Where(r => !r.Horizontal));
        if (horizontal.Count + vertical.Count > MostLines)
        {
            throw new RefusedDocumentException("too-many-elements", $"PDF 有一页的表格线超过 {MostLines:N0} 条，没有读取。请拆成几个文件，或提供 Word 文件。");
        }

        var grids = new List<RulingGrid>();
        foreach (var (across, down) in Connected(horizontal, vertical, budget))
        {
            if (Of(across, down) is { } grid && (grid.Rows > 1 || grid.Columns > 1))
            {
                grids.Add(grid);
            }
        }

        grids.RemoveAll(inner => grids.Exists(outer => outer.Area > inner.Area && outer.Holds(inner)));
        grids.Sort((a, b) => a.Top.CompareTo(b.Top));
        return grids;
    }

    private double Area => (Right - Left) * (Bottom - Top);

    public bool Contains(Point point) => point.X >= Left && point.X <= Right && point.Y >= Top && point.Y <= Bottom;

    /// <summary>The same columns at the same places: a table that goes on from one page to the next.</summary>
    public bool HasEdgesOf(RulingGrid other) =>
        Xs.Length == other.Xs.Length && Xs.Zip(other.Xs).All(edge => Math.Abs(edge.First - edge.Second) <= Near);

    public static int IndexOf(double[] edges, double value)
    {
        var found = Array.BinarySearch(edges, value);
        return Math.Clamp(found >= 0 ? found : ~found - 1, 0, edges.Length - 2);
    }

    private bool Holds(RulingGrid inner) =>
        inner.Left >= Left - Near && inner.Right <= Right + Near && inner.Top >= Top - Near && inner.Bottom <= Bottom + Near;

    /// <summary>Joins what lies on one line and touches, and drops what is too short to be a border.</summary>
    public static List<Ruling> Unite(IEnumerable<Ruling> rulings)
    {
        var united = new List<Ruling>();
        var group = new List<Ruling>();
        foreach (var ruling in rulings.OrderBy(r => r.At))
        {
            if (group.Count > 0 && ruling.At - group[0].At > Near)
            {
                UniteGroup(group, united);
            }

            group.Add(ruling);
        }

        UniteGroup(group, united);
        return united;
    }

    private static void UniteGroup(List<Ruling> group, List<Ruling> united)
    {
        const double shortest = 5;
        if (group.Count == 0)
        {
            return;
        }

        var at = group.Average(r => r.At);
        group.Sort((a, b) => a.From.CompareTo(b.From));
        var joined = group[0] with { At = at };
        foreach (var next in group.Skip(1).Append(new Ruling(joined.Horizontal, at, double.MaxValue, double.MaxValue)))
        {
            if (next.From <= joined.To + Near)
            {
                joined = joined with { To = Math.Max(joined.To, next.To) };
                continue;
            }

            if (joined.To - joined.From >= shortest)
            {
                united.Add(joined);
            }

            joined = next with { At = at };
        }

        group.Clear();
    }

    private static IEnumerable<(List<Ruling> Across, List<Ruling> Down)> Connected(List<Ruling> horizontal, List<Ruling> vertical, ReadBudget budget)
    {
        var group = Enumerable.Range(0, horizontal.Count + vertical.Count).ToArray();
        int Root(int i)
        {
            while (group[i] != i)
            {
                i = group[i] = group[group[i]];
            }

            return i;
        }

        for (var h = 0; h < horizontal.Count; h++)
        {
            for (var v = 0; v < vertical.Count; v++)
            {
                budget.Step();
                if (Touch(horizontal[h], vertical[v]))
                {
                    group[Root(h)] = Root(horizontal.Count + v);
                }
            }
        }

        return Enumerable.Range(0, group.Length)
            .GroupBy(Root)
            .Select(members => (
                members.Where(i => i < horizontal.Count).Select(i => horizontal[i]).ToList(),
                members.Where(i => i >= horizontal.Count).Select(i => vertical[i - horizontal.Count]).ToList()));
    }

    private static bool Touch(Ruling across, Ruling down) =>
        down.At >= across.From - Near && down.At <= across.To + Near && across.At >= down.From - Near && across.At <= down.To + Near;

    private static RulingGrid? Of(List<Ruling> across, List<Ruling> down)
    {
        if (across.Count == 0 || down.Count == 0)
        {
            return null;
        }

        // Where borders were cut off by the page end, or a style leaves the outer ones away, the inner ones still show the reach.
        var xs = Edges(down.Select(r => r.At), across.Min(r => r.From), across.Max(r => r.To));
        var ys = Edges(across.Select(r => r.At), down.Min(r => r.From), down.Max(r => r.To));
        if (xs.Length < 2 || ys.Length < 2 || (long)xs.Length * ys.Length > MostGridCells)
        {
            return null;
        }

        var openTop = across[0].At - ys[0] > Near;
        var openBottom = ys[^1] - across[^1].At > Near;
        return new RulingGrid(xs, ys, Walls(down, xs, ys), Walls(across, ys, xs), openTop, openBottom);
    }

    private static double[] Edges(IEnumerable<double> lines, double first, double last)
    {
        var edges = new List<double>();
        foreach (var at in lines.Append(first).Append(last).Order())
        {
            if (edges.Count == 0 || at - edges[^1] > Near)
            {
                edges.Add(at);
            }
        }

        return [.. edges];
    }

    /// <summary>For each line position and each stretch between two cross positions: is more than half drawn? The outer ones always count.</summary>
    private static bool[,] Walls(List<Ruling> lines, double[] positions, double[] stretches)
    {
        var walls = new bool[positions.Length, stretches.Length - 1];
        foreach (var line in lines)
        {
            var at = Nearest(positions, line.At);
            for (var i = 0; i < stretches.Length - 1; i++)
            {
                var drawn = Math.Min(line.To, stretches[i + 1]) - Math.Max(line.From, stretches[i]);
                walls[at, i] |= drawn > (stretches[i + 1] - stretches[i]) / 2;
            }
        }

        for (var i = 0; i < stretches.Length - 1; i++)
        {
            walls[0, i] = walls[positions.Length - 1, i] = true;
        }

        return walls;
    }

    private static int Nearest(double[] positions, double at)
    {
        var i = IndexOf(positions, at);
        return positions[i + 1] - at < at - positions[i] ? i + 1 : i;
    }
}
