using System.Globalization;
using System.Net;
using System.Text;
using Luoshi.Core.Meetings;

namespace Luoshi.Documents.Writing;

/// <summary>The material as one web page that prints like the document and needs nothing from anywhere: no script, no font, no picture.</summary>
public static class MeetingMaterialHtml
{
    private const string Style = """
        body { font-family: FangSong, 仿宋, 仿宋_GB2312, STFangsong, serif; line-height: 1.5; color: #000; max-width: 297mm; margin: 0 auto; padding: 1em; }
        h1, h2 { font-family: 方正小标宋简体, SimSun, 宋体, serif; font-weight: normal; text-align: center; }
        h3 { font-family: KaiTi, 楷体, 楷体_GB2312, serif; font-weight: normal; text-align: center; margin: 0 0 .5em; }
        .date { text-align: center; }
        table { border-collapse: collapse; width: 100%; table-layout: fixed; }
        th { font-family: SimHei, 黑体, sans-serif; font-weight: normal; }
        th, td { border: 1px solid #000; padding: .15em .2em; vertical-align: middle; overflow-wrap: anywhere; }
        td.short { text-align: center; }
        td p { margin: 0; }
        @page { size: A4 landscape; margin: 28mm 37mm 26mm 35mm; }
        @media print {
          body { max-width: none; padding: 0; font-size: 10.5pt; }
          thead { display: table-header-group; }
          section { break-before: page; }
          h2, h3 { break-after: avoid; }
          nav { display: none; }
        }
        """;

    // In the order of DoubtSheet.Columns.
    private static readonly int[] s_doubtWidths = [9, 20, 22, 66, 70, 22];

    /// <summary><paramref name="doubts"/>, if any, become a section at the end.</summary>
    public static byte[] Write(MeetingMaterial material, DoubtSheet? doubts = null)
    {
        var columns = MaterialColumn.Of(material);
        var widths = PageGeometry.Of(new MaterialLook()).ColumnWidths(columns, material, PageGeometry.TableText(Paper.A4).HalfPoints);
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<title>").Append(Escaped(material.Heading)).Append("</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n<header>\n");
        html.Append("<h1>").Append(Escaped(material.Government)).Append(material.Government is null ? "" : "<br>").Append("办公会议材料</h1>\n");
        html.Append("<p class=\"date\">").Append(Escaped(material.Date?.InWords() ?? material.Period?.InWords())).Append("</p>\n</header>\n");
        Contents(html, material);
        for (var i = 0; i < material.Sections.Count; i++)
        {
            html.Append("<section id=\"leader-").Append(i + 1).Append("\">\n<h2>").Append(Escaped(material.Heading)).Append("</h2>\n");
            if (material.Sections[i].Leader is { } leader)
            {
                html.Append("<h3>").Append(Escaped(leader.Line())).Append("</h3>\n");
            }

            Table(html, [.. columns.Select(column => column.Header)], widths, material.Sections[i].Rows.Select(row => columns.Select(column => column.Text(row))));
            html.Append("</section>\n");
        }

        if (doubts is not null)
        {
            Doubts(html, doubts);
        }

        return Encoding.UTF8.GetBytes(html.Append("</body>\n</html>\n").ToString());
    }

    private static void Contents(StringBuilder html, MeetingMaterial material)
    {
        html.Append("<nav aria-label=\"目录\">\n<ol>\n");
        for (var i = 0; i < material.Sections.Count; i++)
        {
            var name = material.Sections[i].Leader?.Line() ?? MaterialWording.NoLeader;
            html.Append("<li><a href=\"#leader-").Append(i + 1).Append("\">").Append(Escaped(name)).Append("</a></li>\n");
        }

        html.Append("</ol>\n</nav>\n");
    }

    private static void Doubts(StringBuilder html, DoubtSheet doubts)
    {
        html.Append("<section id=\"doubts\">\n<h2>").Append(DoubtSheet.Title).Append("</h2>\n<p class=\"date\">").Append(DoubtSheet.Notice).Append("<br>")
            .Append(Escaped(doubts.Explanation)).Append("</p>\n");
        foreach (var section in doubts.Sections)
        {
            html.Append("<h3>").Append(Escaped(section.Leader)).Append("</h3>\n");
            Table(html, DoubtSheet.Columns, s_doubtWidths, section.Lines.Select(line => line.Cells));
        }

        html.Append("</section>\n");
    }

    private static void Table(StringBuilder html, IReadOnlyList<string> headers, IReadOnlyList<int> widths, IEnumerable<IEnumerable<string>> rows)
    {
        html.Append("<table>\n<colgroup>");
        foreach (var width in widths)
        {
            html.Append(CultureInfo.InvariantCulture, $"<col style=\"width:{100.0 * width / widths.Sum():F2}%\">");
        }

        html.Append("</colgroup>\n<thead><tr>");
        foreach (var header in headers)
        {
            html.Append("<th scope=\"col\">").Append(Escaped(header)).Append("</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            foreach (var text in row)
            {
                html.Append(text.Length <= 4 ? "<td class=\"short\">" : "<td>");
                html.Append(text.Contains('\n', StringComparison.Ordinal) ? "<p>" + string.Join("</p><p>", text.Split('\n').Select(Escaped)) + "</p>" : Escaped(text));
                html.Append("</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    private static string Escaped(string? text) => WebUtility.HtmlEncode(XmlText.Clean(text ?? ""));
}
