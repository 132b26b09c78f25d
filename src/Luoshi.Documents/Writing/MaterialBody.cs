using System.Globalization;
using System.Xml.Linq;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reading;

namespace Luoshi.Documents.Writing;

/// <summary>What a template's placeholders for the contents and the tables stand for.</summary>
internal sealed class MaterialBody
{
    // A row up to this many lines goes to the next page whole; a longer one fills the page and goes on overleaf.
    private const int LinesKeptTogether = 8;

    private readonly WordMarkup _word;
    private readonly MeetingMaterial _material;
    private readonly PageGeometry _page;
    private readonly int _firstPage;
    private readonly TemplateStyles _styles;
    private readonly IReadOnlyList<MaterialColumn> _columns;
    private readonly IReadOnlyList<int> _widths;
    private readonly string[] _headers;

    public MaterialBody(WordMarkup word, MeetingMaterial material, PageGeometry page, int firstPage, TemplateStyles styles)
    {
        _word = word;
        _material = material;
        _page = page;
        _firstPage = firstPage;
        _styles = styles;
        _columns = MaterialColumn.Of(material);
        _widths = page.ColumnWidths(_columns, material, styles.TableHalfPoints);
        _headers = [.. _columns.Select(column => Header(column))];
    }

    /// <summary>One line a leader with the page, as a field that applications can work out again.</summary>
    public void Contents()
    {
        var pages = FirstPages();
        var entries = Enumerable.Range(0, _material.Sections.Count).Where(i => _material.Sections[i].Leader is not null).ToList();
        foreach (var i in entries)
        {
            Begin(WordStyles.ContentsEntry);
            _word.Open("tabs").Open("tab").With("val", "right").With("leader", "middleDot").With("pos", _page.TextWidth).Close().Close().Close();
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

    /// <summary>Every leader's heading and table; then the section break that stood in the placeholder's own line, if one did.</summary>
    public void Sections(XElement? sectionBreak)
    {
        for (var i = 0; i < _material.Sections.Count; i++)
        {
            Leader(i);
        }

        _word.AfterTable(sectionBreak);
    }

    private void Leader(int index)
    {
        Begin(WordStyles.Heading);
        if (index > 0)
        {
            _word.Flag("pageBreakBefore");
        }

        _word.Close().Run(_material.Heading).Close();
        if (_material.Sections[index].Leader is not null)
        {
            Begin(WordStyles.Leader).Close();
            _word.Open("bookmarkStart").With("id", index).With("name", Bookmark(index)).Close();
            _word.Run(LeaderLine(index));
            _word.Open("bookmarkEnd").With("id", index).Close().Close();
        }

        Table(_material.Sections[index].Rows);
    }

    private void Table(IReadOnlyList<MaterialRow> rows)
    {
        _word.Open("tbl").Open("tblPr").Flag("tblStyle", _styles[WordStyles.Table])
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
            Begin(WordStyles.TableHeader).Close();
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
        Begin(style).Close();
        var colon = line.IndexOf('：', StringComparison.Ordinal);
        if (colon > 0 && IsLabel(line[..colon], labels))
        {
            _word.Run(line[..(colon + 1)], _styles[WordStyles.Label]);
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
            most = Math.Max(most, LineMeasure.Lines(texts[i], _widths[i] - 2 * PageGeometry.CellMargin, _styles.TableHalfPoints * 10));
        }

        return most;
    }

    /// <summary>The page each section begins on.</summary>
    private List<int> FirstPages()
    {
        var counter = new PageCounter(_page.TextHeight, _styles.TablePitch, Lines(_headers) * _styles.TablePitch + PageCounter.RowFrame);
        var pages = new List<int>();
        foreach (var section in _material.Sections)
        {
            counter.BeginSection(_styles.Height(WordStyles.Heading) + (section.Leader is null ? 0 : _styles.Height(WordStyles.Leader)));
            pages.Add(_firstPage + counter.Pages - 1);
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

    /// <summary>Opens a paragraph in the style and leaves its properties open.</summary>
    private WordMarkup Begin(string style) => _word.Open("p").Open("pPr").Flag("pStyle", _styles[style]);

    private string LeaderLine(int section) => _material.Sections[section].Leader!.Line();

    private static string Bookmark(int section) => string.Create(CultureInfo.InvariantCulture, $"_Toc{section + 1:D6}");
}
