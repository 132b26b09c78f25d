using System.Globalization;
using Luoshi.Core.Meetings;

namespace Luoshi.Documents.Writing;

/// <summary>The document part: cover, contents, and one section per leader.</summary>
internal sealed class MaterialBody
{
    // A row up to this many lines goes to the next page whole; a longer one fills the page and goes on overleaf.
    private const int LinesKeptTogether = 10;

    private readonly WordMarkup _word;
    private readonly MeetingMaterial _material;
    private readonly PageGeometry _page;
    private readonly IReadOnlyList<MaterialColumn> _columns;
    private readonly IReadOnlyList<int> _widths;

    private MaterialBody(WordMarkup word, MeetingMaterial material, PageGeometry page)
    {
        _word = word;
        _material = material;
        _page = page;
        _columns = MaterialColumn.Of(material);
        _widths = page.ColumnWidths(_columns);
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
        var entries = Enumerable.Range(0, _material.Sections.Count).Where(i => _material.Sections[i].Leader is not null).ToList();
        foreach (var i in entries)
        {
            _word.Open("p").Open("pPr").Flag("pStyle", WordStyles.ContentsEntry).Close();
            if (i == entries[0])
            {
                _word.BeginField("""TOC \o "2-2" \h \z""");
            }

            _word.Open("hyperlink").With("anchor", Bookmark(i)).With("history", 1).Run(LeaderLine(i)).Tab();
            _word.Field($"""PAGEREF {Bookmark(i)} \h""", (i + 1).ToString(CultureInfo.InvariantCulture)).Close();
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
        Row([.. _columns.Select(column => column.Header)], header: true);
        var texts = new string[_columns.Count];
        foreach (var row in rows)
        {
            for (var i = 0; i < texts.Length; i++)
            {
                texts[i] = _columns[i].Text(row);
            }

            Row(texts, header: false);
        }

        _word.Close();
    }

    private void Row(string[] texts, bool header)
    {
        _word.Open("tr").Open("trPr");
        if (header || Lines(texts) <= LinesKeptTogether)
        {
            _word.Flag("cantSplit");
        }

        if (header)
        {
            _word.Flag("tblHeader");
        }

        _word.Close();
        for (var i = 0; i < texts.Length; i++)
        {
            _word.Open("tc").Open("tcPr").Open("tcW").With("w", _widths[i]).With("type", "dxa").Close().Flag("vAlign", "center").Close();
            var style = header ? WordStyles.TableHeader : texts[i] == MaterialWording.Nothing || IsCentered(_columns[i].Kind) ? WordStyles.TableCentered : WordStyles.TableText;
            foreach (var line in texts[i].Split('\n'))
            {
                Line(style, line);
            }

            _word.Close();
        }

        _word.Close();
    }

    private int Lines(string[] texts)
    {
        var most = 0;
        for (var i = 0; i < texts.Length; i++)
        {
            var perLine = (_widths[i] - 2 * PageGeometry.CellMargin) / (_page.TableHalfPoints * 10);
            most = Math.Max(most, texts[i].Split('\n').Sum(line => 1 + line.Length / Math.Max(1, perLine)));
        }

        return most;
    }

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
