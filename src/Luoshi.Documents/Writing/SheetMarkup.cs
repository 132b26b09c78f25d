using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Luoshi.Documents.Reading.Xlsx;

namespace Luoshi.Documents.Writing;

/// <summary>
/// Writes one sheet forward only. Every text is written as text: what begins with = + - @ is shown, never calculated.
/// </summary>
internal sealed partial class SheetMarkup : IDisposable
{
    // Excel calls a file with a longer cell damaged.
    private const int LongestText = 32_767;

    // In points; Excel's own limit for a row.
    private const int HighestRow = 409;
    private const int LineHeight = 15;

    private readonly XmlWriter _xml;
    private readonly string _whole;
    private int _row;
    private int _column;

    /// <param name="part">Is closed with the sheet.</param>
    /// <param name="whole">Where a text too long for a cell can be read to its end.</param>
    public SheetMarkup(Stream part, string whole)
    {
        _xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.None, CloseOutput = true });
        _whole = whole;
        _xml.WriteStartDocument(standalone: true);
        _xml.WriteStartElement("worksheet", WorkbookPackage.Main);
    }

    /// <summary>Markup of our own, without any text from outside.</summary>
    public void Raw(string markup) => _xml.WriteRaw(markup);

    public void BeginRows() => _xml.WriteStartElement("sheetData");

    public void EndRows() => _xml.WriteEndElement();

    /// <summary>Begins the next row; <paramref name="lines"/> of text fit into it.</summary>
    public void BeginRow(int lines)
    {
        _column = 0;
        _xml.WriteStartElement("row");
        _xml.WriteAttributeString("r", Number(++_row));

        // Not every program works out the height of wrapped text when it opens a file.
        _xml.WriteAttributeString("ht", Number(Height(lines)));
        _xml.WriteAttributeString("customHeight", "1");
    }

    public void EndRow() => _xml.WriteEndElement();

    /// <summary>Leaves out the next cells.</summary>
    public void Skip(int cells) => _column += cells;

    /// <summary>The next cell, of text.</summary>
    public void Text(string text, int style)
    {
        BeginCell(style);
        if (text.Length > 0)
        {
            _xml.WriteAttributeString("t", "inlineStr");
            _xml.WriteStartElement("is");
            _xml.WriteStartElement("t");
            _xml.WriteAttributeString("xml", "space", null, "preserve");
            _xml.WriteString(Fitting(text, _whole));
            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    /// <summary>The next cell, of a number as XML writes one.</summary>
    public void Number(string number, int style)
    {
        BeginCell(style);
        _xml.WriteElementString("v", number);
        _xml.WriteEndElement();
    }

    public void Dispose()
    {
        _xml.WriteEndDocument();
        _xml.Dispose();
    }

    /// <summary>In points.</summary>
    public static int Height(int lines) => Math.Min(HighestRow, lines * LineHeight + 4);

    /// <summary>How many lines a text fills in a column: its width counts digits, two to a Chinese character; a little stays free at the border.</summary>
    public static int Lines(string text, int columnWidth) => LineMeasure.Lines(text, columnWidth / 2.0 - 0.5, 1);

    /// <summary><c>$H$12</c>.</summary>
    public static string Absolute(int column, int row) => $"${CellReference.ColumnName(column)}${Number(row)}";

    /// <summary>What can stand in a cell: no character that XML or Excel would take for something else, no more of them than Excel takes.</summary>
    public static string Fitting(string text, string whole)
    {
        // Excel reads _x000D_ as a character: an underscore that looks like the beginning of one is written as one itself.
        var escaped = Escape().Replace(XmlText.Clean(text), "_x005F_x");
        if (escaped.Length <= LongestText)
        {
            return escaped;
        }

        var rest = $"……（本格超过 Excel 上限，全文 {text.Length} 字见{whole}）";
        var cut = LongestText - rest.Length;
        return escaped[..(char.IsHighSurrogate(escaped[cut - 1]) ? cut - 1 : cut)] + rest;
    }

    private void BeginCell(int style)
    {
        _xml.WriteStartElement("c");
        _xml.WriteAttributeString("r", $"{CellReference.ColumnName(_column++)}{Number(_row)}");
        _xml.WriteAttributeString("s", Number(style));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("_x(?=[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();
}
