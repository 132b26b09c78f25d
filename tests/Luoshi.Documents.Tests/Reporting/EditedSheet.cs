using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Luoshi.Documents.Tests.Reporting;

/// <summary>The form's sheet as somebody changes it in another program.</summary>
internal sealed class EditedSheet
{
    private readonly Worksheet _sheet;

    private EditedSheet(WorkbookPart workbook)
    {
        Workbook = workbook;
        _sheet = ((WorksheetPart)workbook.GetPartById(workbook.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First().Id!)).Worksheet!;
    }

    public WorkbookPart Workbook { get; }

    public SheetData Data => _sheet.GetFirstChild<SheetData>()!;

    public static byte[] Edit(byte[] file, Action<EditedSheet> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            edit(new EditedSheet(document.WorkbookPart!));
        }

        return stream.ToArray();
    }

    public static string[] Errors(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}")];
    }

    /// <summary>What a cell shows as text, null where there is no cell.</summary>
    public static string? Text(byte[] file, string reference)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        return new EditedSheet(document.WorkbookPart!).Data.Descendants<Cell>().SingleOrDefault(cell => cell.CellReference == reference)?.InnerText;
    }

    /// <summary>Types a text; a formula, a number or a truth value where <paramref name="type"/> says so.</summary>
    public void Set(string reference, string text, CellValues? type = null)
    {
        var cell = Cell(reference);
        cell.RemoveAllChildren();
        cell.DataType = type ?? CellValues.InlineString;
        cell.AppendChild<OpenXmlElement>(type is null ? new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }) : new CellValue(text));
    }

    public void SetFormula(string reference, string formula, string cached)
    {
        Set(reference, cached, CellValues.String);
        Cell(reference).PrependChild(new CellFormula(formula));
    }

    public Row Row(int number) => Data.Elements<Row>().Single(row => row.RowIndex! == number);

    /// <summary>Gives the rows, header included, these numbers from the top, in the order given.</summary>
    public void Rearrange(int first, params ReadOnlySpan<Row> rows)
    {
        foreach (var row in Data.Elements<Row>().Where(row => row.RowIndex! >= first).ToList())
        {
            row.Remove();
        }

        foreach (var row in rows)
        {
            row.RowIndex = (uint)first++;
            foreach (var cell in row.Elements<Cell>())
            {
                cell.CellReference = Letters(cell) + row.RowIndex;
            }

            Data.AppendChild(row);
        }
    }

    public void Merge(string area) => _sheet.GetFirstChild<MergeCells>()!.AppendChild(new MergeCell { Reference = area });

    /// <summary>Puts an empty column in before the one named.</summary>
    public void InsertColumn(char before)
    {
        foreach (var cell in Data.Descendants<Cell>())
        {
            var letter = Letters(cell)[0];
            cell.CellReference = $"{(letter >= before ? (char)(letter + 1) : letter)}{cell.CellReference!.Value![1..]}";
        }

        _sheet.GetFirstChild<MergeCells>()!.Remove();
    }

    private static string Letters(Cell cell) => cell.CellReference!.Value!.TrimEnd("0123456789".ToCharArray());

    private Cell Cell(string reference)
    {
        var number = int.Parse(reference.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray()), CultureInfo.InvariantCulture);
        if (Data.Elements<Row>().SingleOrDefault(row => row.RowIndex! == number) is not { } row)
        {
            row = Data.AppendChild(new Row { RowIndex = (uint)number });
        }

        if (row.Elements<Cell>().SingleOrDefault(cell => cell.CellReference == reference) is not { } found)
        {
            found = row.AppendChild(new Cell { CellReference = reference });
        }

        return found;
    }
}
