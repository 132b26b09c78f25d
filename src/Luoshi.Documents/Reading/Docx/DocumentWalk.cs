using System.Xml;
using Luoshi.Core.Reading;
using Luoshi.Documents.Reading.Docx.Numbering;
using Luoshi.Documents.Reading.Packages;

namespace Luoshi.Documents.Reading.Docx;

/// <summary>
/// One walk over <c>word/document.xml</c>, start tag by end tag, with a stack only of the tables that are open. Elements it does not know
/// are walked through: content controls, hyperlinks, insertions and whatever a vendor wraps around a run have their text read.
/// </summary>
internal sealed class DocumentWalk(WordXml xml, ReadBudget budget, AutomaticNumbers numbers)
{
    private const int None = -1;

    private readonly List<Block> _blocks = [];
    private readonly ReadingNotes _notes = new();
    private readonly GatheredText _text = new(budget);
    private readonly OpenFields _fields = new();
    private readonly Stack<OpenTable> _tables = new();
    private readonly Stack<Alternatives> _alternatives = new();
    private readonly char[] _instruction = new char[64];
    private int _tableCount;
    private int _paragraphStart;
    private ParagraphProperties _paragraph;
    private bool _runIsHidden;
    private int _placeholderDepth = None;
    private TextKind _textKind;

    // How often anything was read that shows: what one variant of an AlternateContent gave, the next must not give again.
    private long _shown;

    private enum TextKind
    {
        Ignored,
        Shown,
        Instruction,
    }

    private SourceLocation Place => _tables.TryPeek(out var table) ? table.Place : default;

    /// <exception cref="RefusedDocumentException">The part is no Word document or passes a cap.</exception>
    public BlockDocument ToBlocks()
    {
        OpenDocument();
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    OpenElement();
                    break;
                case XmlNodeType.EndElement:
                    CloseElement();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    ReadText();
                    break;
            }
        }

        CloseBodyParagraph();
        return new BlockDocument(_blocks, _notes.Problems);
    }

    private void OpenDocument()
    {
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                if (xml.Name != "document")
                {
                    break;
                }

                return;
            }
        }

        throw OfficePackage.Damaged();
    }

    private void OpenElement()
    {
        var name = xml.Name;
        switch (name)
        {
            case "":
                OpenAlternative();
                break;
            case "p":
                _paragraph = default;
                _fields.Clear();
                break;
            case "pPr":
                _paragraph = ParagraphProperties.Read(xml);
                return;
            case "r":
                _runIsHidden = false;
                break;
            case "rPr":
                ReadRunProperties();
                return;
            case "t":
                _textKind = ShowsHere() ? TextKind.Shown : TextKind.Ignored;
                break;
            case "instrText":
                _textKind = TextKind.Instruction;
                break;
            case "tab" or "ptab":
                Show('\t');
                break;
            case "br" when xml.Attribute("type") is not ("page" or "column"):
                Show('\n');
                break;
            case "cr":
                Show('\n');
                break;
            case "noBreakHyphen":
                Show('-');
                break;
            case "sym":
                ShowSymbol();
                break;
            case "fldChar":
                ReadFieldCharacter();
                break;
            case "fldSimple" when OpenFields.FetchesFromOutside(xml.Attribute("instr")):
                _notes.OutsideField(Place);
                break;
            case "tbl":
                OpenTable();
                break;
            case "tr" when _tables.TryPeek(out var table) && !table.IsInRow:
                table.OpenRow(xml.Depth, _text.Length);
                break;
            case "trPr" when _tables.TryPeek(out var table) && table.IsInRow:
                table.Row = RowProperties.Read(xml);
                budget.CountCells(table.Row.ColumnsBefore);
                return;
            case "tc" when _tables.TryPeek(out var table) && table.IsInRow && !table.IsInCell:
                if (table.Row.Deleted)
                {
                    xml.Skip();
                    return;
                }

                OpenCell(table);
                break;
            case "tcPr" when _tables.TryPeek(out var table) && table.IsInCell:
                table.Cell = CellProperties.Read(xml);
                budget.CountCells(table.Cell.Span - 1);
                return;
            case "sdtPr":
                ReadContentControlProperties();
                return;
            case "drawing" or "pict" or "object":
                LeaveOutGraphic();
                return;
            case "altChunk" or "subDoc":
                _notes.OutsideContent(Place);
                break;
            case "del" or "moveFrom" or "rt" or "tblPr" or "tblGrid" or "tblPrEx" or "sectPr":
                xml.Skip();
                return;
        }

        if (xml.IsEmpty)
        {
            CloseElement();
        }
    }

    private void CloseElement()
    {
        switch (xml.Name)
        {
            case "":
                CloseAlternatives();
                break;
            case "p":
                CloseParagraph();
                break;
            case "t" or "instrText":
                _textKind = TextKind.Ignored;
                break;
            case "tc" when _tables.TryPeek(out var table) && table.CellDepth == xml.Depth:
                CloseCell(table);
                break;
            case "tr" when _tables.TryPeek(out var table) && table.RowDepth == xml.Depth:
                CloseRow(table);
                break;
            case "tbl" when _tables.TryPeek(out var table) && table.Depth == xml.Depth:
                CloseTable(_tables.Pop());
                break;
            case "sdt" when _placeholderDepth == xml.Depth:
                _placeholderDepth = None;
                break;
        }
    }

    private void ReadText()
    {
        switch (_textKind)
        {
            case TextKind.Shown:
                _shown++;
                _text.AppendFrom(xml);
                break;
            case TextKind.Instruction:
                int read;
                while ((read = xml.ReadText(_instruction, 0, _instruction.Length)) > 0)
                {
                    _fields.AddInstruction(_instruction.AsSpan(0, read));
                }

                break;
            case TextKind.Ignored:
                break;
        }
    }

    private void ReadRunProperties()
    {
        if (xml.IsEmpty)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.ReadInside(depth))
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.Name)
            {
                case "vanish":
                    _runIsHidden = xml.IsOn;
                    break;
                case "rPrChange":
                    xml.Skip();
                    break;
            }
        }
    }

    private void ReadFieldCharacter()
    {
        var fetches = false;
        switch (xml.Attribute("fldCharType"))
        {
            case "begin":
                _fields.Begin();
                break;
            case "separate":
                fetches = _fields.BeginResult();
                break;
            case "end":
                fetches = _fields.End();
                break;
        }

        if (fetches)
        {
            _notes.OutsideField(Place);
        }
    }

    private void ReadContentControlProperties()
    {
        var controlDepth = xml.Depth - 1;
        if (xml.IsEmpty)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.ReadInside(depth))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Name == "showingPlcHdr" && xml.IsOn && _placeholderDepth == None)
            {
                _placeholderDepth = controlDepth;
                _notes.Placeholder(Place);
            }
        }
    }

    /// <summary>Whether text that comes now is seen. Text hidden inside a hidden row is what hides the row, and hidden rows count.</summary>
    private bool ShowsHere()
    {
        if (_placeholderDepth != None || !_fields.ShowText)
        {
            return false;
        }

        if (_runIsHidden && !(_tables.TryPeek(out var table) && table.Row.Hidden))
        {
            _notes.HiddenText(Place);
            return false;
        }

        return true;
    }

    private void Show(char character)
    {
        if (ShowsHere())
        {
            _shown++;
            _text.Append(character);
        }
    }

    private void ShowSymbol()
    {
        if (Symbols.Read(xml.Attribute("font"), xml.Attribute("char")) is { } symbol)
        {
            Show(symbol);
        }
        else
        {
            _notes.UnknownSymbol(Place);
        }
    }

    private void LeaveOutGraphic()
    {
        if (_tables.Count > 0)
        {
            _notes.Picture(Place);
        }

        if (xml.IsEmpty)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.ReadInside(depth))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Name == "txbxContent" && !xml.IsEmpty)
            {
                _notes.TextBox(Place);
            }
        }
    }

    private void OpenAlternative()
    {
        switch (xml.CompatibilityName)
        {
            case "AlternateContent":
                _alternatives.Push(new Alternatives(xml.Depth, _shown));
                break;
            case "Choice" or "Fallback" when _alternatives.TryPeek(out var alternatives) && alternatives.ShownBefore != _shown:
                xml.Skip();
                break;
        }
    }

    private void CloseAlternatives()
    {
        if (_alternatives.TryPeek(out var alternatives) && alternatives.Depth == xml.Depth)
        {
            _alternatives.Pop();
        }
    }

    private void CloseParagraph()
    {
        // As in Word the next paragraph's mark, and with it its number, is what remains of the two.
        if (_paragraph.MarkDeleted)
        {
            return;
        }

        // Cells that a vertical merge covers keep their paragraphs in the file; nobody sees them and Word does not count them.
        var covered = _tables.TryPeek(out var table) && table.IsInCoveredCell;
        var label = covered ? "" : numbers.Next(_paragraph);
        if (label.Length > 0)
        {
            // A numbering format can say much more than the paragraph that uses it: this text inflates the file like any other.
            budget.CountInflated(label.Length * sizeof(char));
            _shown++;
            _text.Insert(_paragraphStart, label);
        }

        if (_tables.Count == 0)
        {
            CloseBodyParagraph();
        }
        else
        {
            _text.Append('\n');
            _paragraphStart = _text.Length;
        }
    }

    private void CloseBodyParagraph()
    {
        var text = _text.Take();
        _paragraphStart = 0;
        if (text.Length > 0)
        {
            _blocks.Add(new ParagraphBlock(text, default));
        }
    }

    private void OpenTable()
    {
        if (_tables.Count == 0)
        {
            CloseBodyParagraph();
            _tables.Push(new OpenTable(xml.Depth, nested: false, new SourceLocation(Table: _tableCount + 1)));
        }
        else
        {
            _tables.Push(new OpenTable(xml.Depth, nested: true, Place));
        }
    }

    private void OpenCell(OpenTable table)
    {
        budget.CountCells(1);
        _shown++;
        table.OpenCell(xml.Depth, _text.Length);
        _paragraphStart = _text.Length;
    }

    private void CloseCell(OpenTable table)
    {
        var text = "";
        if (!table.IsNested)
        {
            text = _text.Take();
        }
        else if (table.Cell.Deleted)
        {
            _text.CutBack(table.CellStart);
        }
        else
        {
            _text.TrimEnd(table.CellStart);
            _text.Append('\t');
        }

        if (table.CloseCell(text))
        {
            _notes.CoveredText(Place);
        }

        _paragraphStart = _text.Length;
    }

    private void CloseRow(OpenTable table)
    {
        if (!table.IsNested)
        {
            if (table.Row is { Hidden: true, Deleted: false })
            {
                _notes.HiddenRow(Place);
            }
        }
        else
        {
            _text.TrimEnd(table.RowStart);
            if (_text.Length > table.RowStart)
            {
                _text.Append('\n');
            }
        }

        table.CloseRow();
        _paragraphStart = _text.Length;
    }

    private void CloseTable(OpenTable table)
    {
        if (!table.IsNested && table.Close() is { } block)
        {
            _tableCount++;
            _blocks.Add(block);
        }
    }

    private readonly record struct Alternatives(int Depth, long ShownBefore);
}
