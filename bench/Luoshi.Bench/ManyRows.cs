using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Luoshi.Bench;

/// <summary>Task tables of any length: seven columns, texts that differ from row to row so that they do not compress to nothing.</summary>
internal static class ManyRows
{
    private static readonly string[] Header = ["序号", "报送频次", "工作内容", "牵头单位", "4月完成情况", "是否完成月度计划", "未完成情况说明"];
    private static readonly string[] Units = ["区发改局", "区经信局", "区住建局、区交通局", "市自然资源和规划局青岚分局", "区农业农村局", "青岚街道"];
    private static readonly string[] Works = ["推进东湖路改造", "新建高标准农田", "整治河道岸线", "完善养老服务设施", "提升园区配套", "扩大学位供给"];

    public static byte[] Write(string format, int rows) => format switch
    {
        "docx" => Zip(("[Content_Types].xml", DocxTypes), ("_rels/.rels", DocxRelations), ("word/document.xml", null), rows: DocxRows(rows)),
        "xlsx" => Zip(("[Content_Types].xml", XlsxTypes), ("_rels/.rels", XlsxRelations), ("xl/worksheets/sheet1.xml", null), rows: XlsxRows(rows), ("xl/workbook.xml", XlsxWorkbook), ("xl/_rels/workbook.xml.rels", XlsxWorkbookRelations)),
        "csv" => Encoding.UTF8.GetBytes(string.Concat(Rows(rows).Prepend(Header).Select(cells => string.Join(',', cells.Select(cell => $"\"{cell}\"")) + "\r\n"))),
        "txt" => Encoding.UTF8.GetBytes(string.Concat(Rows(rows).Prepend(Header).Select(cells => string.Join('\t', cells) + "\n"))),
        _ => throw new ArgumentException($"Unknown format: {format}", nameof(format)),
    };

    private static IEnumerable<string[]> Rows(int rows)
    {
        // A fixed small generator: the same file each time.
        var seed = 12345u;
        for (var i = 1; i <= rows; i++)
        {
            var progress = new StringBuilder();
            for (var part = 0; part < 4; part++)
            {
                seed = (seed * 1664525) + 1013904223;
                progress.Append(CultureInfo.InvariantCulture, $"{Works[(seed >> 8) % Works.Length]}第{(seed >> 11) % 97}标段完成工程量{(seed >> 16) % 1000 / 10.0:F1}%，累计投资{(seed >> 13) % 90000}万元；");
            }

            yield return [i.ToString(CultureInfo.InvariantCulture), "月度报", $"{Works[i % Works.Length]}{i}处，完成投资{i % 37}.{i % 9}亿元。", Units[i % Units.Length], progress.ToString(), i % 50 == 0 ? "否" : "是", i % 50 == 0 ? "雨天影响施工。" : "/"];
        }
    }

    private static IEnumerable<string> DocxRows(int rows)
    {
        yield return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>沈砚秋常务副区长</w:t></w:r></w:p><w:tbl>";
        foreach (var cells in Rows(rows).Prepend(Header))
        {
            yield return "<w:tr>" + string.Concat(cells.Select(cell => $"<w:tc><w:tcPr><w:tcW w:w=\"1800\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr><w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/><w:sz w:val=\"21\"/></w:rPr><w:t>{SecurityElement.Escape(cell)}</w:t></w:r></w:p></w:tc>")) + "</w:tr>";
        }

        yield return "</w:tbl></w:body></w:document>";
    }

    private static IEnumerable<string> XlsxRows(int rows)
    {
        yield return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
        var number = 0;
        foreach (var cells in Rows(rows).Prepend(Header))
        {
            number++;
            yield return $"<row r=\"{number}\">" + string.Concat(cells.Select((cell, i) => $"<c r=\"{(char)('A' + i)}{number}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(cell)}</t></is></c>")) + "</row>";
        }

        yield return "</sheetData></worksheet>";
    }

    private static byte[] Zip((string Name, string Text) first, (string Name, string Text) second, (string Name, string? Text) large, IEnumerable<string> rows, params (string Name, string Text)[] others)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in others.Append(first).Append(second))
            {
                using var small = new StreamWriter(zip.CreateEntry(name).Open());
                small.Write(text);
            }

            using var writer = new StreamWriter(zip.CreateEntry(large.Name).Open());
            foreach (var row in rows)
            {
                writer.Write(row);
            }
        }

        return file.ToArray();
    }

    private const string DocxTypes = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    private const string DocxRelations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    private const string XlsxTypes = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>";
    private const string XlsxRelations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    private const string XlsxWorkbook = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"常务副区长\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    private const string XlsxWorkbookRelations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
}
