using System.Globalization;
using System.Xml.Linq;
using Luoshi.Core.Meetings;

namespace Luoshi.Documents.Writing;

/// <summary>
/// Paper, margins, type size and column widths, in twips (1/20 pt). Portrait margins are those of GB/T 9704-2012 (5.2.1); lying
/// paper is the same sheet turned, so its top is the binding side.
/// </summary>
internal sealed record PageGeometry(int Width, int Height, int Top, int Right, int Bottom, int Left)
{
    private static readonly XNamespace s_w = WordMarkup.Namespace;

    /// <summary>The 一字线 of the page number lies 7 mm under the text (7.5); a line of 四号 is 5 mm high.</summary>
    public const int FooterBelowText = 680;

    /// <summary>Between a cell's border and its text, left and right.</summary>
    public const int CellMargin = 50;

    private const int LongExplanation = 60;

    public int TextWidth => Width - Left - Right;

    public int TextHeight => Height - Top - Bottom;

    public int FooterFromEdge => Bottom - FooterBelowText;

    /// <summary>Size in half points and line pitch of the table's text: 五号 on A4, 四号 on A3.</summary>
    public static (int HalfPoints, int Pitch) TableText(Paper paper) => paper switch
    {
        Paper.A4 => (21, 320),
        Paper.A3 => (28, 440),
    };

    public static PageGeometry Of(MaterialLook look)
    {
        var (shortSide, longSide) = look.Paper switch
        {
            Paper.A4 => (11906, 16838),
            Paper.A3 => (16838, 23811),
        };
        return look.Orientation switch
        {
            PaperOrientation.Portrait => new(shortSide, longSide, 2098, 1474, 1984, 1588),
            PaperOrientation.Landscape => new(longSide, shortSide, 1588, 2098, 1474, 1984),
        };
    }

    /// <summary>The page of a section of somebody's document; what it does not say is that of A4 portrait.</summary>
    public static PageGeometry Of(XElement? section)
    {
        var standard = Of(new MaterialLook { Orientation = PaperOrientation.Portrait });
        return new PageGeometry(
            Twips(section, "pgSz", "w", standard.Width),
            Twips(section, "pgSz", "h", standard.Height),
            Twips(section, "pgMar", "top", standard.Top),
            Twips(section, "pgMar", "right", standard.Right),
            Twips(section, "pgMar", "bottom", standard.Bottom),
            Twips(section, "pgMar", "left", standard.Left) + Twips(section, "pgMar", "gutter", 0));
    }

    private static int Twips(XElement? section, string element, string attribute, int standard) => int.TryParse(
        section?.Element(s_w + element)?.Attribute(s_w + attribute)?.Value, CultureInfo.InvariantCulture, out var value) ? Math.Abs(value) : standard;

    /// <summary>
    /// Widths that fill the text exactly. Columns of a few fixed characters get what these need; the others share the rest by how
    /// much is usually written in them. An explanation of some length gets room: in the usual width it would run down the page.
    /// </summary>
    public IReadOnlyList<int> ColumnWidths(IReadOnlyList<MaterialColumn> columns, MeetingMaterial material, int halfPoints)
    {
        var explained = material.Rows.Any(row => row.Task.Shortfall?.Length > LongExplanation);
        var widths = columns.Select(column => FixedCharacters(column.Kind) is { } characters ? (int)(characters * halfPoints * 10) + 2 * CellMargin : 0).ToArray();
        var rest = TextWidth - widths.Sum();
        var shares = columns.Sum(column => Share(column.Kind, explained));
        for (var i = 0; i < columns.Count; i++)
        {
            widths[i] += (int)(rest * Share(columns[i].Kind, explained) / shares);
        }

        // What rounding left over goes to the widest column, where nobody sees it.
        widths[Array.IndexOf(widths, widths.Max())] += TextWidth - widths.Sum();
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

    private static double Share(MaterialColumnKind kind, bool explained) => kind switch
    {
        MaterialColumnKind.Content => 52,
        MaterialColumnKind.Progress => 86,
        MaterialColumnKind.EarlierProgress => 50,
        MaterialColumnKind.Target => 32,
        MaterialColumnKind.LeadUnits => 24,
        MaterialColumnKind.SupportingUnits => 24,
        MaterialColumnKind.Shortfall => explained ? 36 : 26,
        MaterialColumnKind.Leaders => 20,
        MaterialColumnKind.Deadline => 18,
        MaterialColumnKind.Other => 22,
        MaterialColumnKind.Number or MaterialColumnKind.Frequency or MaterialColumnKind.PlanMet => 0,
    };
}
