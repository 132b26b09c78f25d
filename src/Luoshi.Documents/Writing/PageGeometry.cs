using Luoshi.Core.Meetings;

namespace Luoshi.Documents.Writing;

/// <summary>
/// Paper, margins, type size and column widths, in twips (1/20 pt). Portrait margins are those of GB/T 9704-2012 (5.2.1); lying
/// paper is the same sheet turned, so its top is the binding side.
/// </summary>
internal sealed record PageGeometry(int Width, int Height, int Top, int Right, int Bottom, int Left, int TableHalfPoints, int TablePitch)
{
    /// <summary>The 一字线 of the page number lies 7 mm under the text (7.5); a line of 四号 is 5 mm high.</summary>
    public const int FooterBelowText = 680;

    /// <summary>Between a cell's border and its text, left and right.</summary>
    public const int CellMargin = 50;

    public int TextWidth => Width - Left - Right;

    public int TextHeight => Height - Top - Bottom;

    public int FooterFromEdge => Bottom - FooterBelowText;

    public static PageGeometry Of(MaterialLook look)
    {
        var (shortSide, longSide, halfPoints, pitch) = look.Paper switch
        {
            Paper.A4 => (11906, 16838, 21, 320),
            Paper.A3 => (16838, 23811, 28, 440),
        };
        return look.Orientation switch
        {
            PaperOrientation.Portrait => new(shortSide, longSide, 2098, 1474, 1984, 1588, halfPoints, pitch),
            PaperOrientation.Landscape => new(longSide, shortSide, 1588, 2098, 1474, 1984, halfPoints, pitch),
        };
    }

    /// <summary>
    /// Widths that fill the text exactly. Columns of a few fixed characters get what these need; the others share the rest by how
    /// much is usually written in them.
    /// </summary>
    public IReadOnlyList<int> ColumnWidths(IReadOnlyList<MaterialColumn> columns)
    {
        var widths = new int[columns.Count];
        var rest = TextWidth;
        double shares = 0;
        for (var i = 0; i < columns.Count; i++)
        {
            if (FixedCharacters(columns[i].Kind) is { } characters)
            {
                widths[i] = (int)(characters * TableHalfPoints * 10) + 2 * CellMargin;
                rest -= widths[i];
            }
            else
            {
                shares += Share(columns[i].Kind);
            }
        }

        var last = -1;
        var left = rest;
        for (var i = 0; i < columns.Count; i++)
        {
            if (widths[i] == 0)
            {
                widths[i] = (int)(rest * Share(columns[i].Kind) / shares);
                left -= widths[i];
                last = columns[i].Kind == MaterialColumnKind.Progress ? i : last < 0 ? i : last;
            }
        }

        // What rounding left over goes to the widest column, where nobody sees it.
        widths[last] += left;
        return widths;
    }

    private static double? FixedCharacters(MaterialColumnKind kind) => kind switch
    {
        MaterialColumnKind.Number => 2.1,
        MaterialColumnKind.Frequency => 3.2,
        MaterialColumnKind.PlanMet => 4.2,
        MaterialColumnKind.Leaders or MaterialColumnKind.Content or MaterialColumnKind.Target or MaterialColumnKind.LeadUnits
            or MaterialColumnKind.SupportingUnits or MaterialColumnKind.Deadline or MaterialColumnKind.EarlierProgress
            or MaterialColumnKind.Progress or MaterialColumnKind.Shortfall or MaterialColumnKind.Other => null,
    };

    private static double Share(MaterialColumnKind kind) => kind switch
    {
        MaterialColumnKind.Content => 52,
        MaterialColumnKind.Progress => 86,
        MaterialColumnKind.EarlierProgress => 50,
        MaterialColumnKind.Target => 32,
        MaterialColumnKind.LeadUnits => 24,
        MaterialColumnKind.SupportingUnits => 24,
        MaterialColumnKind.Shortfall => 26,
        MaterialColumnKind.Leaders => 20,
        MaterialColumnKind.Deadline => 18,
        MaterialColumnKind.Other => 22,
        MaterialColumnKind.Number or MaterialColumnKind.Frequency or MaterialColumnKind.PlanMet => 0,
    };
}
