using Luoshi.Core.Meetings;
using Luoshi.Core.Reporting;

namespace Luoshi.Documents.Writing;

/// <summary>A list as a table on lying A4, the header on every page. The same list gives the same bytes.</summary>
public static class ListDocx
{
    public static byte[] Write(ListSheet list, FontSet fonts) =>
        OfficialDocument.Write(list.Title, new MaterialLook { Orientation = PaperOrientation.Landscape, Fonts = fonts }, document =>
        {
            document.Line(WordStyles.Heading, list.Title);
            if (list.Subtitle is { } subtitle)
            {
                document.Line(WordStyles.TableCentered, subtitle);
            }

            var columns = list.Columns;
            int[] centered = [.. Enumerable.Range(0, columns.Count).Where(i => columns[i].Kind != ListColumnKind.Text)];
            var table = document.Table([.. columns.Select(column => column.Width)]);
            table.Begin();
            table.Header([.. columns.Select(column => column.Header)]);
            foreach (var row in list.Rows)
            {
                table.Row([.. row.Select((value, i) => new ListCell(value, columns[i].Kind).Shown is { Length: > 0 } shown ? shown : MaterialWording.Nothing)], centered);
            }

            table.End();
        });
}
