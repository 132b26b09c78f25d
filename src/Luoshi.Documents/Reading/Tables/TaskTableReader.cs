using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Documents.Reading.Tables;

/// <summary>
/// Reads task tables in document order and remembers what holds across them: the leader of the last leader line, the columns of the
/// last header (the next page may lack it), the last row (a page break may have torn it).
/// </summary>
internal sealed class TaskTableReader(
    int? year, ReportingPeriod? documentPeriod, IReadOnlyDictionary<string, IReadOnlyList<LeaderMention>> sheetLeaders, List<ReadingProblem> problems, ReadBudget budget)
{
    private readonly TaskBuilder _builder = new(year, documentPeriod, problems);
    private readonly List<ReportedTask> _tasks = [];
    private IReadOnlyList<LeaderMention> _leaders = [];
    private TableColumns? _columns;
    private RowDraft? _draft;
    private IReadOnlyList<LeaderMention> _draftLeaders = [];
    private string[] _previousTexts = [];
    private string? _sheet;

    /// <summary>The newest month that a progress header names.</summary>
    public PeriodMention? NewestHeaderPeriod { get; private set; }

    /// <summary>Whether any task table had a column for progress.</summary>
    public bool HasProgressColumn { get; private set; }

    /// <summary>A paragraph outside tables: it may name the leader of what follows.</summary>
    public void Pass(ParagraphBlock paragraph)
    {
        EnterSheet(paragraph.Location.Sheet);
        foreach (var line in paragraph.Text.Split('\n'))
        {
            if (LeaderMentions.ParseLine(line) is { Count: > 0 } leaders)
            {
                StandUnder(leaders);
            }
        }
    }

    public void Read(TableBlock table)
    {
        EnterSheet(table.Location.Sheet);
        var rows = table.Rows;
        if (CrossTable.TryUnfold(rows) is { } unfolded)
        {
            problems.Add(new ReadingProblem(ProblemSeverity.Warning, "cross-table", $"指标横排的交叉表，按每行每个指标拆成 {unfolded.Count - 1} 行读入，请核对。", table.Location));
            rows = unfolded;
        }

        if (rows.All(IsLineOfText))
        {
            // A table used as a frame around lines: a leader's name in a box above the real table.
            foreach (var row in rows)
            {
                PassTitleRow(row);
            }

            return;
        }

        if (RecordForm.TryRead(rows) is { } form)
        {
            TakeForm(form);
            return;
        }

        var start = HeaderRow(rows, out var header, out var rowsTaken);
        if (header is null && (_columns is null || !Fits(rows, _columns)))
        {
            header = ColumnInference.TryInfer(rows);
            if (header is null)
            {
                TellNotUnderstood(table);
                return;
            }

            problems.Add(new ReadingProblem(ProblemSeverity.Warning, "header-inferred", "表格没有表头，各列含义按内容推断，请核对。", table.Location));
            start = 0;
            rowsTaken = 0;
        }

        for (var i = 0; header is not null && i < start; i++)
        {
            PassTitleRow(rows[i]);
        }

        if (header is not null)
        {
            UseColumns(TableValues.Refine(header, rows, start + rowsTaken));
        }

        for (var i = header is null ? 0 : start + rowsTaken; i < rows.Count; i++)
        {
            budget.Step();
            ReadRow(rows, ref i, first: i == 0 || (header is not null && i == start + rowsTaken));
        }
    }

    /// <summary>Closes the last row and hands over the tasks in document order.</summary>
    public IReadOnlyList<ReportedTask> Finish()
    {
        Close();
        return _tasks;
    }

    private void EnterSheet(string? sheet)
    {
        if (sheet == _sheet)
        {
            return;
        }

        _sheet = sheet;
        Close();
        _columns = null;
        _leaders = sheet is not null && sheetLeaders.TryGetValue(sheet, out var leaders) ? leaders : [];
    }

    private void TakeForm(RowDraft form)
    {
        Close();
        UseColumns(form.Columns);
        _draft = form;
        _draftLeaders = _leaders;
        Close();
        _columns = null;
    }

    private void StandUnder(IReadOnlyList<LeaderMention> leaders)
    {
        Close();
        _leaders = leaders;
    }

    private void UseColumns(TableColumns columns)
    {
        _columns = columns;
        _previousTexts = [];
        foreach (var column in columns.Columns)
        {
            if (column.Role != ColumnRole.Progress)
            {
                continue;
            }

            HasProgressColumn = true;
            if (column.Period is { } period && (NewestHeaderPeriod is not { } newest || Months(period) > Months(newest)))
            {
                NewestHeaderPeriod = period;
            }
        }

        int Months(PeriodMention mention) => ((mention.Year ?? year ?? 0) * 12) + mention.Month;
    }

    // Looks for the header below a few title rows; an ordinary table has it first.
    private static int HeaderRow(IReadOnlyList<TableRow> rows, out TableColumns? header, out int rowsTaken)
    {
        for (var i = 0; i < Math.Min(rows.Count, 10); i++)
        {
            if (TableColumns.TryRead(rows, i, out rowsTaken) is { } columns)
            {
                header = columns;
                return i;
            }
        }

        header = null;
        rowsTaken = 0;
        return 0;
    }

    private static bool IsLineOfText(TableRow row) => row.Cells.All(cell => cell.Text.Length == 0 || (cell.Column == 0 && cell.Text.Length <= HeaderWords.LongestHeader));

    // A table without a header goes on with the columns before it when its cells stand where they stood.
    private static bool Fits(IReadOnlyList<TableRow> rows, TableColumns columns)
    {
        var width = rows.Max(row => row.Cells.Count == 0 ? 0 : row.Cells[^1].Column + 1);
        return width > 1 && width <= columns.Width && width * 2 > columns.Columns.Count;
    }

    private void PassTitleRow(TableRow row)
    {
        foreach (var cell in row.Cells)
        {
            foreach (var line in cell.Text.Split('\n'))
            {
                if (LeaderMentions.ParseLine(line) is { Count: > 0 } leaders)
                {
                    StandUnder(leaders);
                }
            }
        }
    }

    private void ReadRow(IReadOnlyList<TableRow> rows, ref int index, bool first)
    {
        var row = rows[index];
        if (_columns!.IsRepeatedBy(row))
        {
            problems.Add(new ReadingProblem(ProblemSeverity.Info, "repeated-header", "重复的表头，已略过。", row.Location));
            return;
        }

        if (TableColumns.TryRead(rows, index, out var taken) is { } columns && columns.Has(ColumnRole.Content))
        {
            Close();
            UseColumns(TableValues.Refine(columns, rows, index + taken));
            index += taken - 1;
            return;
        }

        var single = TaskDocumentInterpreter.SingleText(row);
        if (single is not null && LeaderMentions.ParseLine(single) is { Count: > 0 } leaders && !HasLeaderColumnAt(row))
        {
            StandUnder(leaders);
            return;
        }

        var texts = Texts(row);
        if (texts is null)
        {
            return;
        }

        if (RowsWithoutTask.TryTell(row, texts, _columns) is { } problem)
        {
            problems.Add(problem);
            return;
        }

        if (_draft is { } draft && draft.IsContinuedBy(texts, first) && !row.Cells.Any(cell => cell.MergedFromAbove))
        {
            draft.Append(texts);
            problems.Add(new ReadingProblem(ProblemSeverity.Warning, "continued-row", ContinuedMessage(row.Location, draft.Location), row.Location));
            return;
        }

        Close();
        FillDown(texts);
        _draft = new RowDraft(_columns!, texts, row.Location) { LastPeriods = LastPeriods(row, _columns!) };
        _draftLeaders = _leaders;
        _previousTexts = texts;
    }

    private void Close()
    {
        if (_draft is { } draft)
        {
            _draft = null;
            if (_builder.Build(draft, _draftLeaders) is { } task)
            {
                _tasks.Add(task);
            }
        }
    }

    // The row's texts by column; null for a row without any text. What stands outside every column is told.
    private string[]? Texts(TableRow row)
    {
        var columns = _columns!;
        var texts = new string[columns.Columns.Count];
        Array.Fill(texts, "");
        var any = false;
        foreach (var cell in row.Cells)
        {
            var index = columns.IndexAt(cell.Column);
            if (cell.MergedFromAbove)
            {
                if (index >= 0 && index < _previousTexts.Length && texts[index].Length == 0)
                {
                    texts[index] = _previousTexts[index];
                }

                continue;
            }

            if (cell.Text.Length == 0)
            {
                continue;
            }

            any = true;
            if (index < 0)
            {
                problems.Add(new ReadingProblem(ProblemSeverity.Error, "cell-without-column", $"单元格不在任何一列表头之下，未读入：{TaskBuilder.Shorten(cell.Text)}", row.Location));
            }
            else
            {
                texts[index] = texts[index].Length == 0 ? cell.Text : texts[index] + "\n" + cell.Text;
            }
        }

        return any ? texts : null;
    }

    // A plan for a quarter is one cell across its three months: it is due at the last of them.
    private static Dictionary<int, int> LastPeriods(TableRow row, TableColumns columns)
    {
        var last = new Dictionary<int, int>();
        foreach (var cell in row.Cells.Where(cell => cell.Span > 1 && cell.Text.Length > 0))
        {
            var (from, to) = (columns.IndexAt(cell.Column), columns.IndexAt(cell.Column + cell.Span - 1));
            if (from >= 0 && to > from && columns.Columns.Skip(from).Take(to - from + 1).All(column => column.Role == ColumnRole.Other && HeaderWords.IsBarePeriod(column.Header)))
            {
                last[from] = to;
            }
        }

        return last;
    }

    // In a column of leaders only the first row of each may be filled, as spreadsheets show it; 同上 says so of any short cell.
    private void FillDown(string[] texts)
    {
        for (var i = 0; i < texts.Length && i < _previousTexts.Length; i++)
        {
            if (texts[i] is "同上" or "〃" or "″" || (texts[i].Length == 0 && _columns!.Columns[i].Role == ColumnRole.Leader))
            {
                texts[i] = _previousTexts[i];
            }
        }
    }

    private bool HasLeaderColumnAt(TableRow row) =>
        row.Cells.First(c => c.Text.Length > 0) is var cell && cell.Span == 1 && _columns!.IndexAt(cell.Column) is >= 0 and var index && _columns.Columns[index].Role == ColumnRole.Leader;

    private void TellNotUnderstood(TableBlock table)
    {
        var excerpt = string.Join(" | ", table.Rows.SelectMany(row => row.Cells).Where(cell => cell.Text.Length > 0).Take(4).Select(cell => TaskBuilder.Shorten(cell.Text)));
        if (excerpt.Length > 0)
        {
            problems.Add(new ReadingProblem(ProblemSeverity.Warning, "table-not-understood", $"这张表（{table.Rows.Count} 行）看不出是重点工作表，没有读入：{excerpt}", table.Location));
        }
    }

    private static string ContinuedMessage(SourceLocation rest, SourceLocation start) =>
        rest.Line is { } line && start.Line is { } first ? $"第 {line} 行并入第 {first} 行（分页拆开的同一行）。"
        : $"第 {rest.Row} 行并入{(start.Table == rest.Table ? "" : $"第 {start.Table} 张表")}第 {start.Row} 行（分页拆开的同一行）。";
}
