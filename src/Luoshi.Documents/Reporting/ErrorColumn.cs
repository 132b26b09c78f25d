using System.Globalization;
using System.Xml;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Reading.Packages;
using Luoshi.Documents.Reading.Xlsx;
using Luoshi.Documents.Writing;

namespace Luoshi.Documents.Reporting;

/// <summary>
/// Puts the column 错误原因 into a form that came back. Only that column, the list of column widths and three styles are touched; every
/// other cell and part is copied.
/// </summary>
internal sealed class ErrorColumn
{
    private const int Width = 30;

    private readonly LocatedForm _form;
    private readonly OfficePackage _package;
    private readonly ReadBudget _budget;
    private readonly int _column;

    // What the column says, by row.
    private readonly Dictionary<int, string> _texts;
    private int _headerStyle;
    private int _style;

    public ErrorColumn(LocatedForm form, IReadOnlyDictionary<string, string> errors, OfficePackage package, ReadBudget budget)
    {
        (_form, _package, _budget) = (form, package, budget);
        _column = form.Column(UnitFormColumns.Error) ?? form.Sheet.Rows.Max(row => row.Cells[^1].Column) + 1;
        if (_column >= CellReference.Columns)
        {
            throw new RefusedDocumentException("no-free-column", "填报表右边没有空列，加不上“错误原因”。请删去多余的列再传。");
        }

        _texts = form.Sheet.Rows
            .Where(row => row.Number > form.HeaderRow)
            .Select(row => (row.Number, Key: row.Cells.Find(cell => cell.Column == form.KeyColumn).Text))
            .Where(row => row.Key is not null)
            .ToDictionary(row => row.Number, row => errors.GetValueOrDefault(row.Key) ?? "");
        _texts.Add(form.HeaderRow, UnitFormColumns.Error);
    }

    public byte[] Write()
    {
        using var styles = new MemoryStream();
        if (_form.Workbook.StylesPart is { } part && _package.Has(part))
        {
            WriteStyles(part, styles);
        }

        using var zip = new DeterministicZip();
        foreach (var name in _package.Parts.Where(name => name.Length > 0 && !name.EndsWith('/')))
        {
            using var entry = zip.Add(name);
            if (Is(name, _form.Tab.Part))
            {
                WriteSheet(name, entry);
            }
            else if (Is(name, _form.Workbook.StylesPart))
            {
                entry.Write(styles.ToArray());
            }
            else
            {
                _package.CopyTo(name, entry);
            }
        }

        return zip.Finish();
    }

    private static bool Is(string name, string? part) => name.Equals(part, StringComparison.OrdinalIgnoreCase);

    private void WriteStyles(string part, Stream destination)
    {
        using var copy = new XmlCopy(_package.OpenXml(part), destination, _budget);
        var (fonts, borders, formats) = (0, 0, 0);
        var list = "";
        while (copy.Read())
        {
            var source = copy.Source;
            if (source.NodeType == XmlNodeType.Element && source.Depth == 1)
            {
                list = source.LocalName;
            }

            if (copy.IsElement(2, "font") && list == "fonts")
            {
                fonts++;
            }
            else if (copy.IsElement(2, "border") && list == "borders")
            {
                borders++;
            }
            else if (copy.IsElement(2, "xf") && list == "cellXfs")
            {
                formats++;
            }

            if (source is { NodeType: XmlNodeType.Element, Depth: 1, IsEmptyElement: false, LocalName: "fonts" or "borders" or "cellXfs" })
            {
                copy.Start(("count", null));
                continue;
            }

            if (copy.IsEnd(1, "fonts"))
            {
                Put(copy.Writer, source.NamespaceURI, "font", [("sz", "val", "11"), ("color", "rgb", "FFC00000"), ("name", "val", FontSet.Windows.Song)]);
            }
            else if (copy.IsEnd(1, "borders"))
            {
                PutBorder(copy.Writer, source.NamespaceURI);
            }
            else if (copy.IsEnd(1, "cellXfs") && fonts > 0)
            {
                (_headerStyle, _style) = (formats, formats + 1);
                PutFormat(copy.Writer, source.NamespaceURI, fonts, borders, "center");
                PutFormat(copy.Writer, source.NamespaceURI, fonts, borders, "left");
            }

            copy.Copy();
        }
    }

    private void WriteSheet(string part, Stream destination)
    {
        using var copy = new XmlCopy(_package.OpenXml(part), destination, _budget);
        var widthIsSet = false;
        var row = 0;
        var next = 0;
        var isPut = false;
        while (copy.Read())
        {
            var source = copy.Source;
            if (copy.IsElement(1, "dimension"))
            {
                copy.Skip();
                continue;
            }

            if (copy.IsElement(1, "sheetData") && !widthIsSet)
            {
                copy.Writer.WriteStartElement("cols", source.NamespaceURI);
                PutWidth(copy.Writer, source.NamespaceURI);
                copy.Writer.WriteEndElement();
            }
            else if (copy.IsElement(2, "col"))
            {
                widthIsSet = CopyWidth(copy, widthIsSet);
                continue;
            }
            else if (copy.IsEnd(1, "cols"))
            {
                if (!widthIsSet)
                {
                    PutWidth(copy.Writer, source.NamespaceURI);
                }

                widthIsSet = true;
            }
            else if (copy.IsElement(2, "row"))
            {
                (row, next, isPut) = (CellReference.ParseRow(source.GetAttribute("r")) ?? row + 1, 0, false);
                if (!source.IsEmptyElement)
                {
                    copy.Start(("spans", null), ("ht", HeightOf(source.GetAttribute("ht"), row)));
                    continue;
                }
            }
            else if (copy.IsElement(3, "c"))
            {
                var column = CellReference.Parse(source.GetAttribute("r"))?.Column ?? next;
                next = column + 1;
                if (column >= _column && !isPut)
                {
                    isPut = Put(copy.Writer, source.NamespaceURI, row);
                }

                if (column == _column && isPut)
                {
                    copy.Skip();
                    continue;
                }
            }
            else if (copy.IsEnd(2, "row") && !isPut)
            {
                isPut = Put(copy.Writer, source.NamespaceURI, row);
            }

            copy.Copy();
        }
    }

    /// <summary>Copies the width of a range of columns, without ours.</summary>
    private bool CopyWidth(XmlCopy copy, bool isSet)
    {
        var source = copy.Source;
        if (!int.TryParse(source.GetAttribute("min"), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !int.TryParse(source.GetAttribute("max"), NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            (first, last) = (int.MaxValue, int.MaxValue);
        }

        var own = _column + 1;
        var space = source.NamespaceURI;
        if (first < own)
        {
            Piece(first, Math.Min(last, own - 1));
        }

        if (last >= own && !isSet)
        {
            PutWidth(copy.Writer, space);
            isSet = true;
        }

        if (last > own && last != int.MaxValue)
        {
            Piece(Math.Max(first, own + 1), last);
        }

        copy.Skip();
        return isSet;

        void Piece(int from, int to)
        {
            copy.Start(("min", Text(from)), ("max", Text(to)));
            copy.Writer.WriteEndElement();
        }
    }

    private string? HeightOf(string? height, int row) =>
        height is not null && _texts.TryGetValue(row, out var text) && double.TryParse(height, NumberStyles.Float, CultureInfo.InvariantCulture, out var points)
        && SheetMarkup.Height(SheetMarkup.Lines(text, Width)) is var needed && needed > points
            ? Text(needed)
            : height;

    /// <summary>Writes our cell of the row; false where the row has none.</summary>
    private bool Put(XmlWriter writer, string space, int row)
    {
        if (!_texts.TryGetValue(row, out var text))
        {
            return false;
        }

        writer.WriteStartElement("c", space);
        writer.WriteAttributeString("r", new CellReference(_column, row).ToString());
        writer.WriteAttributeString("s", Text(row == _form.HeaderRow ? _headerStyle : _style));
        if (text.Length > 0)
        {
            writer.WriteAttributeString("t", "inlineStr");
            writer.WriteStartElement("is", space);
            writer.WriteStartElement("t", space);
            writer.WriteAttributeString("xml", "space", null, "preserve");
            writer.WriteString(SheetMarkup.Fitting(text, "系统"));
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        return true;
    }

    private void PutWidth(XmlWriter writer, string space)
    {
        writer.WriteStartElement("col", space);
        writer.WriteAttributeString("min", Text(_column + 1));
        writer.WriteAttributeString("max", Text(_column + 1));
        writer.WriteAttributeString("width", Text(Width));
        writer.WriteAttributeString("customWidth", "1");
        writer.WriteEndElement();
    }

    private static void Put(XmlWriter writer, string space, string element, ReadOnlySpan<(string Child, string Attribute, string Value)> children)
    {
        writer.WriteStartElement(element, space);
        foreach (var (child, attribute, value) in children)
        {
            writer.WriteStartElement(child, space);
            writer.WriteAttributeString(attribute, value);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void PutBorder(XmlWriter writer, string space)
    {
        writer.WriteStartElement("border", space);
        foreach (var side in (ReadOnlySpan<string>)["left", "right", "top", "bottom"])
        {
            writer.WriteStartElement(side, space);
            writer.WriteAttributeString("style", "thin");
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void PutFormat(XmlWriter writer, string space, int font, int border, string alignment)
    {
        writer.WriteStartElement("xf", space);
        foreach (var (name, value) in (ReadOnlySpan<(string, int)>)[("numFmtId", 0), ("fontId", font), ("fillId", 0), ("borderId", border), ("xfId", 0), ("applyFont", 1), ("applyBorder", 1), ("applyAlignment", 1)])
        {
            writer.WriteAttributeString(name, Text(value));
        }

        writer.WriteStartElement("alignment", space);
        writer.WriteAttributeString("horizontal", alignment);
        writer.WriteAttributeString("vertical", "center");
        writer.WriteAttributeString("wrapText", "1");
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
