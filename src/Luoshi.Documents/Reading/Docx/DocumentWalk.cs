using System.Xml;
using Luoshi.Documents.Reading.Docx.Numbering;
using Luoshi.Documents.Reading.Packages;

namespace Luoshi.Documents.Reading.Docx;

/// <summary>
/// One walk over <c>word/document.xml</c>, start tag by end tag, with a stack only of the tables that are open. Elements it does not know
/// are walked through: content controls, hyperlinks, insertions and whatever a vendor wraps around a run have their text read.
/// </summary>
internal sealed class DocumentWalk
{
    private const int None = -1;

    private readonly WordXml _xml;
    private readonly ReadBudget _budget;
    private readonly AutomaticNumbers _numbers;
    private readonly List<Block> _blocks = [];
    private readonly ReadingNotes _notes = new();
    private readonly GatheredText _text;
    private readonly OpenTables _tables;
    private readonly OpenFields _fields = new();
    private readonly Stack<Alternatives> _alternatives = new();
    private readonly char[] _instruction = new char[64];
    private ParagraphProperties _paragraph;
    private bool _runIsHidden;
    private int _placeholderDepth = None;
    private TextKind _textKind;

    // How often anything was read that shows: what one variant of an AlternateContent gave, the next must not give again.
    private long _shown;

    public DocumentWalk(WordXml xml, ReadBudget budget, AutomaticNumbers numbers)
    {
        _xml = xml;
        _budget = budget;
        _numbers = numbers;
        _text = new GatheredText(budget);
        _tables = new OpenTables(_text, budget, _notes);
    }

    private enum TextKind
    {
        Ignored,
        Shown,
        Instruction,
    }

    /// <exception cref="RefusedDocumentException">The part is no Word document or passes a cap.</exception>
    public BlockDocument ToBlocks()
    {
        OpenDocument();
        while (_xml.Read())
        {
            switch (_xml.NodeType)
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
        while (_xml.Read())
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                if (_xml.Name != "document")
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
        var name = _xml.Name;
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
                _paragraph = ParagraphProperties.Read(_xml);
                return;
            case "r":
                _runIsHidden = false;
                break;
            case "rPr":
                _runIsHidden = InlineProperties.IsHidden(_xml);
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
            case "br" when _xml.Attribute("type") is not ("page" or "column"):
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
            case "fldSimple" when OpenFields.FetchesFromOutside(_xml.Attribute("instr")):
                _notes.OutsideField(_tables.Place);
                break;
            case "tbl":
                OpenTable();
                break;
            case "tr":
                _tables.OpenRow(_xml.Depth);
                break;
            case "trPr":
                _tables.ReadRowProperties(_xml);
                return;
            case "tc":
                _shown++;
                if (!_tables.OpenCell(_xml.Depth))
                {
                    _xml.Skip();
                    return;
                }

                break;
            case "tcPr":
                _tables.ReadCellProperties(_xml);
                return;
            case "sdtPr":
                ReadContentControlProperties();
                return;
            case "drawing" or "pict" or "object":
                LeaveOutGraphic();
                return;
            case "altChunk" or "subDoc":
                _notes.OutsideContent(_tables.Place);
                break;
            case "del" or "moveFrom" or "rt" or "tblPr" or "tblGrid" or "tblPrEx" or "sectPr":
                _xml.Skip();
                return;
        }

        if (_xml.IsEmpty)
        {
            CloseElement();
        }
    }

    private void CloseElement()
    {
        switch (_xml.Name)
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
            case "tc":
                _tables.CloseCell(_xml.Depth);
                break;
            case "tr":
                _tables.CloseRow(_xml.Depth);
                break;
            case "tbl":
                CloseTable();
                break;
            case "sdt" when _placeholderDepth == _xml.Depth:
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
                _text.AppendFrom(_xml);
                break;
            case TextKind.Instruction:
                int read;
                while ((read = _xml.ReadText(_instruction, 0, _instruction.Length)) > 0)
                {
                    _fields.AddInstruction(_instruction.AsSpan(0, read));
                }

                break;
            case TextKind.Ignored:
                break;
        }
    }

    private void ReadFieldCharacter()
    {
        var fetches = false;
        switch (_xml.Attribute("fldCharType"))
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
            _notes.OutsideField(_tables.Place);
        }
    }

    private void ReadContentControlProperties()
    {
        var controlDepth = _xml.Depth - 1;
        if (InlineProperties.ShowsPrompt(_xml) && _placeholderDepth == None)
        {
            _placeholderDepth = controlDepth;
            _notes.Placeholder(_tables.Place);
        }
    }

    /// <summary>Whether text that comes now is seen. Text hidden inside a hidden row is what hides the row, and hidden rows count.</summary>
    private bool ShowsHere()
    {
        if (_placeholderDepth != None || !_fields.ShowText)
        {
            return false;
        }

        if (_runIsHidden && !_tables.IsInHiddenRow)
        {
            _notes.HiddenText(_tables.Place);
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
        if (Symbols.Read(_xml.Attribute("font"), _xml.Attribute("char")) is { } symbol)
        {
            Show(symbol);
        }
        else
        {
            _notes.UnknownSymbol(_tables.Place);
        }
    }

    private void LeaveOutGraphic()
    {
        if (_tables.Any)
        {
            _notes.Picture(_tables.Place);
        }

        var content = _xml.Content;
        while (_xml.NextElement(content))
        {
            if (_xml.Name == "txbxContent" && !_xml.IsEmpty)
            {
                _notes.TextBox(_tables.Place);
            }
        }
    }

    private void OpenAlternative()
    {
        switch (_xml.CompatibilityName)
        {
            case "AlternateContent":
                _alternatives.Push(new Alternatives(_xml.Depth, _shown));
                break;
            case "Choice" or "Fallback" when _alternatives.TryPeek(out var alternatives) && alternatives.ShownBefore != _shown:
                _xml.Skip();
                break;
        }
    }

    private void CloseAlternatives()
    {
        if (_alternatives.TryPeek(out var alternatives) && alternatives.Depth == _xml.Depth)
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
        var label = _tables.IsInCoveredCell ? "" : _numbers.Next(_paragraph);
        if (label.Length > 0)
        {
            // A numbering format can say much more than the paragraph that uses it: this text inflates the file like any other.
            _budget.CountInflated(label.Length * sizeof(char));
            _shown++;
            _text.InsertBeforeParagraph(label);
        }

        if (_tables.Any)
        {
            _text.Append('\n');
            _text.StartParagraph();
        }
        else
        {
            CloseBodyParagraph();
        }
    }

    private void CloseBodyParagraph()
    {
        var text = _text.Take();
        if (text.Length > 0)
        {
            _blocks.Add(new ParagraphBlock(text, default));
        }
    }

    private void OpenTable()
    {
        if (!_tables.Any)
        {
            CloseBodyParagraph();
        }

        _tables.OpenTable(_xml.Depth);
    }

    private void CloseTable()
    {
        if (_tables.CloseTable(_xml.Depth) is { } table)
        {
            _blocks.Add(table);
        }
    }

    private readonly record struct Alternatives(int Depth, long ShownBefore);
}
