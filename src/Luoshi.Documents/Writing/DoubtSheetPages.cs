using System.Xml.Linq;
using Luoshi.Core.Meetings;

namespace Luoshi.Documents.Writing;

/// <summary>疑点清单 at the end of a material: a section of its own, so that it can be taken off, with its mark on every page.</summary>
internal sealed class DoubtSheetPages(WordMarkup word, PageGeometry page, TemplateStyles styles)
{
    private static readonly XNamespace s_w = WordMarkup.Namespace;

    // In the order of DoubtSheet.Columns: 五号 characters for the first, shares of the rest for the others.
    private static readonly int[] s_shares = [0, 20, 22, 66, 70, 22];

    /// <summary>Ends the material's last section; pages go on counting in the one that begins.</summary>
    /// <returns>The section of the sheet.</returns>
    public static XElement? Begin(WordMarkup word, XElement? last)
    {
        if (last is null)
        {
            word.Open("p").Open("r").Open("br").With("type", "page").Close().Close().Close();
            return null;
        }

        word.AfterTable(last);
        var own = new XElement(last);
        own.Element(s_w + "pgNumType")?.Attribute(s_w + "start")?.Remove();
        own.Element(s_w + "type")?.SetAttributeValue(s_w + "val", "nextPage");
        return own;
    }

    public void Write(DoubtSheet sheet)
    {
        Line(WordStyles.Heading, DoubtSheet.Title);
        Line(WordStyles.TableCentered, sheet.Explanation);
        if (sheet.Sections.Count == 0)
        {
            Line(WordStyles.TableCentered, "没有疑点。");
            return;
        }

        var table = new PlainTable(word, Widths(), styles);
        table.Begin();
        table.Band(DoubtSheet.Notice, repeated: true);
        table.Header(DoubtSheet.Columns);
        foreach (var section in sheet.Sections)
        {
            table.Band(section.Leader);
            foreach (var line in section.Lines)
            {
                table.Row(line.Cells, 0, 1, 2);
            }
        }

        table.End();
    }

    private int[] Widths()
    {
        var number = (int)(2.1 * styles.TableHalfPoints * 10) + 2 * PageGeometry.CellMargin;
        var widths = s_shares.Select(share => (page.TextWidth - number) * share / s_shares.Sum()).ToArray();
        widths[0] = number;
        widths[4] += page.TextWidth - widths.Sum();
        return widths;
    }

    private void Line(string style, string text) => word.Open("p").Open("pPr").Flag("pStyle", styles[style]).Close().Run(text).Close();
}
