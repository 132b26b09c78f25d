namespace Luoshi.Documents.Writing;

/// <summary>
/// Rows with a bar under the reason: how much is done, and a black tick where the year is. The bar is made of table cells, which every
/// application shows and prints alike and in which nothing can be lost.
/// </summary>
internal sealed class PaceTable
{
    // A table may have 63 columns in Word.
    private const int Steps = 40;
    private const int BarHeight = 150;
    private const string Done = "7F7F7F";

    private readonly WordMarkup _word;
    private readonly TemplateStyles _styles;
    private readonly int _number;
    private readonly int _name;
    private readonly int _step;

    public PaceTable(OfficialDocument document)
    {
        _word = document.Word;
        _styles = document.Styles;
        _number = 560;
        _step = (document.Page.TextWidth - _number) * 58 / 100 / Steps;
        _name = document.Page.TextWidth - _number - (_step * Steps);
    }

    public int HeaderHeight => _styles.TablePitch + PageCounter.RowFrame;

    public int Height(string name, string reason, bool bar)
    {
        var lines = Math.Max(Lines(name, _name), Lines(reason, _step * Steps));
        return lines * _styles.TablePitch + PageCounter.RowFrame + (bar ? BarHeight + PageCounter.RowFrame : 0);
    }

    public void Begin(string number, string name, string reason)
    {
        _word.Open("tbl").Open("tblPr").Flag("tblStyle", _styles[WordStyles.Table])
            .Open("tblW").With("w", _number + _name + (_step * Steps)).With("type", "dxa").Close()
            .Flag("jc", "center")
            .Open("tblLayout").With("type", "fixed").Close().Close();
        _word.Open("tblGrid").Open("gridCol").With("w", _number).Close().Open("gridCol").With("w", _name).Close();
        for (var i = 0; i < Steps; i++)
        {
            _word.Open("gridCol").With("w", _step).Close();
        }

        _word.Close();
        _word.Open("tr").Open("trPr").Flag("cantSplit").Flag("tblHeader").Close();
        Cell(_number, 1, null, WordStyles.TableHeader, number);
        Cell(_name, 1, null, WordStyles.TableHeader, name);
        Cell(_step * Steps, Steps, null, WordStyles.TableHeader, reason);
        _word.Close();
    }

    /// <summary>One task. <paramref name="share"/> is null where a bar would say nothing.</summary>
    public void Row(string number, string name, string reason, decimal? share, decimal tick)
    {
        // Cells merged down the two rows would be cut where they are longer than the reason: they look merged by the line left out.
        var open = share is null ? null : "bottom";
        _word.Open("tr").Open("trPr").Flag("cantSplit").Close();
        Cell(_number, 1, open, WordStyles.TableCentered, number, stays: share is not null);
        Cell(_name, 1, open, WordStyles.TableText, name);
        Cell(_step * Steps, Steps, open, WordStyles.TableText, reason);
        _word.Close();
        if (share is { } done)
        {
            Bar(Step(done), Step(tick));
        }
    }

    public void End()
    {
        _word.Close();
        _word.AfterTable();
    }

    private static int Step(decimal share) => (int)Math.Round(Math.Clamp(share, 0, 1) * Steps, MidpointRounding.AwayFromZero);

    private void Bar(int done, int tick)
    {
        _word.Open("tr").Open("trPr").Flag("cantSplit").Open("trHeight").With("val", BarHeight).With("hRule", "exact").Close().Close();
        Cell(_number, 1, "top", WordStyles.TableCentered, "");
        Cell(_name, 1, "top", WordStyles.TableText, "");
        var ends = new SortedSet<int> { done, tick, Steps };
        ends.Remove(0);
        var from = 0;
        foreach (var end in ends)
        {
            Segment(end - from, filled: end <= done, ticked: end == tick && end < Steps, last: end == Steps);
            from = end;
        }

        _word.Close();
    }

    private void Segment(int steps, bool filled, bool ticked, bool last)
    {
        _word.Open("tc").Open("tcPr").Open("tcW").With("w", steps * _step).With("type", "dxa").Close();
        if (steps > 1)
        {
            _word.Flag("gridSpan", steps);
        }

        _word.Open("tcBorders").Open("top").With("val", "nil").Close();
        if (!last)
        {
            _word.Open("right").With("val", ticked ? "single" : "nil");
            if (ticked)
            {
                _word.With("sz", 24).With("space", 0).With("color", "000000");
            }

            _word.Close();
        }

        _word.Close();
        if (filled)
        {
            _word.Open("shd").With("val", "clear").With("color", "auto").With("fill", Done).Close();
        }

        _word.Close();
        _word.Open("p").Open("pPr").Open("spacing").With("line", 60).With("lineRule", "exact").Close().Open("rPr").Flag("sz", 2).Close().Close().Close();
        _word.Close();
    }

    private void Cell(int width, int span, string? openSide, string style, string text, bool stays = false)
    {
        _word.Open("tc").Open("tcPr").Open("tcW").With("w", width).With("type", "dxa").Close();
        if (span > 1)
        {
            _word.Flag("gridSpan", span);
        }

        if (openSide is not null)
        {
            _word.Open("tcBorders").Open(openSide).With("val", "nil").Close().Close();
        }

        _word.Flag("vAlign", "center").Close();
        _word.Open("p").Open("pPr").Flag("pStyle", _styles[style]);
        if (stays)
        {
            _word.Flag("keepNext");
        }

        _word.Close().Run(text).Close().Close();
    }

    private int Lines(string text, int width) => LineMeasure.Lines(text, width - (2 * PageGeometry.CellMargin), _styles.TableHalfPoints * 10);
}
