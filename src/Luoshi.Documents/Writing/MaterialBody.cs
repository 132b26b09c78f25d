using System.Globalization;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reading;

namespace Luoshi.Documents.Writing;

/// <summary>The document part: cover, contents, and one section per leader.</summary>
internal sealed class MaterialBody
{
    // A row up to this many lines goes to the next page whole; a longer one fills the page and goes on overleaf.
    private const int LinesKeptTogether = 8;

    private readonly WordMarkup _word;
    private readonly MeetingMaterial _material;
    private readonly PageGeometry _page;
    private readonly IReadOnlyList<MaterialColumn> _columns;
    private readonly IReadOnlyList<int> _widths;
    private readonly string[] _headers;

    private MaterialBody(WordMarkup word, MeetingMaterial material, PageGeometry page)
    {
        _word = word;
        _material = material;
        _page = page;
        _columns = MaterialColumn.Of(material);
        _widths = page.ColumnWidths(_columns);
        _headers = [.. _columns.Select(column => Header(column))];
    }

    public static void Write(Stream part, MeetingMaterial material, PageGeometry page)
    {
        using var word = new WordMarkup(part, "document");
        var body = new MaterialBody(word, material, page);
        word.Open("body");
        body.Cover();
        body.Contents();
        body.Section(numbered: false);
        for (var i = 0; i < material.Sections.Count; i++)
        {
            body.Leader(i);
        }

        // Word wants a paragraph after the last table; one of a single point does not open an empty page.
        word.Open("p").Open("pPr").Open("spacing").With("line", 20).With("lineRule", "exact").Close().Open("rPr").Flag("sz", 2).Close().Close().Close();
        body.SectionProperties(numbered: true);
        word.Close();
    }

    private void Cover()
    {
        if (_material.Government is { } government)
        {
            Line(WordStyles.CoverGovernment, government);
        }

        Line(WordStyles.CoverTitle, "办公会议材料");
        if ((_material.Date?.InWords() ?? _material.Period?.InWords()) is { } date)
        {
            Line(WordStyles.CoverDate, date);
        }
    }

    private void Contents()
    {
        Line(WordStyles.ContentsTitle, "目　录");
        var pages = FirstPages();
        var entries = Enumerable.Range(0, _material.Sections.Count).Where(i => _material.Sections[i].Leader is not null).ToList();
        foreach (var i in entries)
        {
            _word.Open("p").Open("pPr").Flag("pStyle", WordStyles.ContentsEntry).Close();
            if (i == entries[0])
            {
                _word.BeginField("""TOC \o "2-2" \h \z""");
            }

            _word.Open("hyperlink").With("anchor", Bookmark(i)).With("history", 1).Run(LeaderLine(i)).Tab();
            _word.Field($"""PAGEREF {Bookmark(i)} \h""", pages[i].ToString(CultureInfo.InvariantCulture)).Close();
            if (i == entries[^1])
            {
                _word.EndField();
            }

            _word.Close();
        }
    }

    private void Leader(int index)
    {
        _word.Open("p").Open("pPr").Flag("pStyle", WordStyles.Heading);
        if (index > 0)
        {
            _word.Flag("pageBreakBefore");
        }

        _word.Close().Run(_material.Heading).Close();
        if (_material.Sections[index].Leader is not null)
        {
            _word.Open("p").Open("pPr").Flag("pStyle", WordStyles.Leader).Close();
            _word.Open("bookmarkStart").With("id", index).With("name", Bookmark(index)).Close();
            _word.Run(LeaderLine(index));
            _word.Open("bookmarkEnd").With("id", index).Close().Close();
        }

        Table(_material.Sections[index].Rows);
    }

    private void Table(IReadOnlyList<MaterialRow> rows)
    {
        _word.Open("tbl").Open("tblPr").Flag("tblStyle", WordStyles.Table)
            .Open("tblW").With("w", _page.TextWidth).With("type", "dxa").Close()
            .Flag("jc", "center")
            .Open("tblLayout").With("type", "fixed").Close().Close();
        _word.Open("tblGrid");
        foreach (var width in _widths)
        {
            _word.Open("gridCol").With("w", width).Close();
        }

        _word.Close();
        HeaderRow();
        foreach (var row in rows)
        {
            Row(Texts(row), Labels(row.Task));
        }

        _word.Close();
    }

    private void HeaderRow()
    {
        _word.Open("tr").Open("trPr").Flag("cantSplit").Flag("tblHeader").Close();
        for (var i = 0; i < _headers.Length; i++)
        {
            Cell(i);
            _word.Open("p").Open("pPr").Flag("pStyle", WordStyles.TableHeader).Close();
            var lines = _headers[i].Split('\n');
            _word.Run(lines[0]);
            foreach (var line in lines.Skip(1))
            {
                _word.Break().Run(line);
            }

            _word.Close().Close();
        }

        _word.Close();
    }

    private void Row(string[] texts, HashSet<string> labels)
    {
        _word.Open("tr");
        if (!MayBreak(texts))
        {
            _word.Open("trPr").Flag("cantSplit").Close();
        }

        for (var i = 0; i < texts.Length; i++)
        {
            Cell(i);
            var style = texts[i] == MaterialWording.Nothing || IsCentered(_columns[i].Kind) ? WordStyles.TableCentered : WordStyles.TableText;
            foreach (var line in texts[i].Split('\n'))
            {
                TableLine(style, line, labels);
            }

            _word.Close();
        }

        _word.Close();
    }

    private void Cell(int column) =>
        _word.Open("tc").Open("tcPr").Open("tcW").With("w", _widths[column]).With("type", "dxa").Close().Flag("vAlign", "center").Close();

    private void TableLine(string style, string line, HashSet<string> labels)
    {
        _word.Open("p").Open("pPr").Flag("pStyle", style).Close();
        var colon = line.IndexOf('：', StringComparison.Ordinal);
        if (colon > 0 && IsLabel(line[..colon], labels))
        {
            _word.Run(line[..(colon + 1)], WordStyles.Label);
            line = line[(colon + 1)..];
        }

        _word.Run(line).Close();
    }

    // 法院层面：and 区财政局：open a section of a joint report; any other text before a colon is the unit's own wording.
    private static bool IsLabel(string text, HashSet<string> labels) => labels.Contains(text) || (text.Length <= 12 && text.EndsWith("层面", StringComparison.Ordinal));

    private static HashSet<string> Labels(ReportedTask task) =>
        task.LeadUnits.Count + task.SupportingUnits.Count > 1 ? [.. task.LeadUnits.Concat(task.SupportingUnits).Select(unit => unit.Name)] : [];

    private string[] Texts(MaterialRow row)
    {
        var texts = new string[_columns.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = _columns[i].Text(row);
        }

        return texts;
    }

    private bool MayBreak(string[] texts) => Lines(texts) > LinesKeptTogether;

    private int Lines(string[] texts)
    {
        var most = 0;
        for (var i = 0; i < texts.Length; i++)
        {
            most = Math.Max(most, LineMeasure.Lines(texts[i], _widths[i] - 2 * PageGeometry.CellMargin, _page.TableHalfPoints * 10));
        }

        return most;
    }

    /// <summary>The page each section begins on.</summary>
    private List<int> FirstPages()
    {
        var counter = new PageCounter(_page.TextHeight, _page.TablePitch, Lines(_headers) * _page.TablePitch + PageCounter.RowFrame);
        var pages = new List<int>();
        foreach (var section in _material.Sections)
        {
            counter.BeginSection(WordStyles.HeadingHeight + (section.Leader is null ? 0 : WordStyles.LeaderHeight));
            pages.Add(counter.Pages);
            foreach (var row in section.Rows)
            {
                var texts = Texts(row);
                counter.Row(Lines(texts), MayBreak(texts));
            }
        }

        return pages;
    }

    // Narrow columns break where an office's typist breaks them; the reader sees through the break.
    private static string Header(MaterialColumn column) => column.Kind switch
    {
        MaterialColumnKind.Frequency => "报送\n频次",
        MaterialColumnKind.PlanMet => "是否完成\n月度计划",
        MaterialColumnKind.Shortfall => "未完成\n情况说明",
        MaterialColumnKind.Number or MaterialColumnKind.Leaders or MaterialColumnKind.Content or MaterialColumnKind.Target or MaterialColumnKind.LeadUnits
            or MaterialColumnKind.SupportingUnits or MaterialColumnKind.Deadline or MaterialColumnKind.EarlierProgress or MaterialColumnKind.Progress
            or MaterialColumnKind.Other => column.Header,
    };

    private static bool IsCentered(MaterialColumnKind kind) => kind switch
    {
        MaterialColumnKind.Number or MaterialColumnKind.Leaders or MaterialColumnKind.Frequency or MaterialColumnKind.LeadUnits
            or MaterialColumnKind.SupportingUnits or MaterialColumnKind.Deadline or MaterialColumnKind.PlanMet => true,
        MaterialColumnKind.Content or MaterialColumnKind.Target or MaterialColumnKind.EarlierProgress or MaterialColumnKind.Progress
            or MaterialColumnKind.Shortfall or MaterialColumnKind.Other => false,
    };

    private void Line(string style, string text) => _word.Open("p").Open("pPr").Flag("pStyle", style).Close().Run(text).Close();

    private void Section(bool numbered)
    {
        _word.Open("p").Open("pPr");
        SectionProperties(numbered);
        _word.Close().Close();
    }

    private void SectionProperties(bool numbered)
    {
        _word.Open("sectPr");
        if (numbered)
        {
            _word.Open("footerReference").With("type", "default").RelationId(WordPackage.OddFooter).Close();
            _word.Open("footerReference").With("type", "even").RelationId(WordPackage.EvenFooter).Close();
        }

        _word.Open("pgSz").With("w", _page.Width).With("h", _page.Height);
        if (_page.Width > _page.Height)
        {
            _word.With("orient", "landscape");
        }

        _word.Close();
        _word.Open("pgMar").With("top", _page.Top).With("right", _page.Right).With("bottom", _page.Bottom).With("left", _page.Left)
            .With("header", 851).With("footer", _page.FooterFromEdge).With("gutter", 0).Close();
        if (numbered)
        {
            _word.Open("pgNumType").With("start", 1).Close();
        }

        _word.Close();
    }

    private string LeaderLine(int section) => _material.Sections[section].Leader!.Line();

    private static string Bookmark(int section) => string.Create(CultureInfo.InvariantCulture, $"_Toc{section + 1:D6}");
}
