using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Reading.Xlsx;

namespace Luoshi.Documents.Reporting;

/// <summary>Takes the answers off the sheet, row by row, and tells what is wrong with each.</summary>
internal sealed class FilledUnitFormReader(LocatedForm form, ReadBudget budget)
{
    private const int LongestQuote = 20;

    private readonly MergedAreas _merged = new(form.Sheet.Merged, budget);
    private readonly Dictionary<int, SheetRow> _rowsByNumber = form.Sheet.Rows.ToDictionary(row => row.Number);
    private readonly Dictionary<string, int> _placeByKey = [];
    private readonly List<FilledUnitFormRow> _rows = [];
    private readonly List<ReadingProblem> _problems = [.. form.Problems];
    private readonly SortedDictionary<int, int> _strayColumns = [];

    public FilledUnitForm Read()
    {
        foreach (var row in form.Sheet.Rows.Where(row => row.Number > form.HeaderRow))
        {
            budget.Step();
            _merged.MoveTo(row.Number);
            NoteStrayCells(row);
            var key = Own(row, form.KeyColumn);
            if (RowMark.Parse(Own(row, form.Column(UnitFormColumns.Check)), form.Mark.FormId, key) is not { } mark)
            {
                ReportUnknown(row, key);
            }
            else
            {
                Take(Answer(row, key, mark));
            }
        }

        foreach (var (column, row) in _strayColumns)
        {
            _problems.Add(form.Problem(ProblemSeverity.Info, "extra-column", $"{CellReference.ColumnName(column)} 列是表外的文字，没有读取。", row));
        }

        if (form.Mark.RowCount > _rows.Count)
        {
            _problems.Add(form.Problem(ProblemSeverity.Warning, "rows-gone", $"原表有 {form.Mark.RowCount} 项，现在认出 {_rows.Count} 项，少了 {form.Mark.RowCount - _rows.Count} 项，按未填处理。", form.HeaderRow));
        }

        return new FilledUnitForm { FormId = form.Mark.FormId, Period = form.Mark.Period, Rows = _rows, Problems = _problems };
    }

    private static string Own(SheetRow row, int? column) => row.Cells.Find(cell => cell.Column == column).Text ?? string.Empty;

    private static bool SaySame(FilledUnitFormRow one, FilledUnitFormRow other) =>
        (one.Progress, one.PlanMet, one.Shortfall) == (other.Progress, other.PlanMet, other.Shortfall);

    private static string Quote(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "……";

    private void NoteStrayCells(SheetRow row)
    {
        // A column with a header of its own is told where the header is read.
        foreach (var cell in row.Cells.Where(cell => !form.IsKnown(cell.Column) && Own(_rowsByNumber[form.HeaderRow], cell.Column).Length == 0))
        {
            _strayColumns.TryAdd(cell.Column, row.Number);
        }
    }

    private void ReportUnknown(SheetRow row, string key)
    {
        var said = UnitFormColumns.Answers.Select(header => Own(row, form.Column(header))).Prepend(row.Cells[0].Text).Last(text => text.Length > 0);
        _problems.Add(key.Length > 0
            ? form.Problem(ProblemSeverity.Error, "unknown-row", $"第 {row.Number} 行的识别码不属于这张填报表，没有读取（“{Quote(said)}”）。请填在原来的行里。", row.Number)
            : form.Problem(ProblemSeverity.Error, "added-row", $"第 {row.Number} 行是自行增加的，没有读取（“{Quote(said)}”）。请填在原来的行里。", row.Number));
    }

    private FilledUnitFormRow Answer(SheetRow row, string key, RowMark mark)
    {
        var problems = new List<ReadingProblem>();
        var progress = PlainText.OrNull(AnswerText(row, UnitFormColumns.Progress, problems));
        var claim = AnswerText(row, UnitFormColumns.PlanMet, problems);
        var shortfall = PlainText.OrNull(AnswerText(row, UnitFormColumns.Shortfall, problems));
        var planMet = Claim(claim);
        var claimed = planMet is not null || !PlainText.IsNothing(claim);
        if (planMet is null && claimed)
        {
            Say(ProblemSeverity.Error, "claim-unreadable", $"“{UnitFormColumns.PlanMet}”填的是“{Quote(claim)}”，认不出是“是”还是“否”，请改填“是”或“否”。");
        }
        else if (planMet is not null && !PlanMetText.IsAnswerOnly(claim))
        {
            Say(ProblemSeverity.Warning, "claim-remark", $"“{UnitFormColumns.PlanMet}”按“{(planMet.Value ? UnitFormColumns.Yes : UnitFormColumns.No)}”读取，后面的说明（“{Quote(claim)}”）没有采用，请写到“{UnitFormColumns.Shortfall}”。");
        }

        if (progress is null && !claimed && shortfall is null)
        {
            if (!mark.Voluntary)
            {
                Say(ProblemSeverity.Warning, "not-filled", "这一项还没有填写。");
            }
        }
        else
        {
            if (progress is null)
            {
                Say(ProblemSeverity.Error, "progress-missing", $"没有填“{UnitFormColumns.Progress}”。");
            }

            if (!claimed)
            {
                Say(ProblemSeverity.Error, "claim-missing", $"没有填“{UnitFormColumns.PlanMet}”，请选“是”或“否”。");
            }

            if (planMet == false && shortfall is null)
            {
                Say(ProblemSeverity.Error, "shortfall-unexplained", $"选了“否”，请填写“{UnitFormColumns.Shortfall}”。");
            }
        }

        CheckLength(UnitFormColumns.Progress, progress);
        CheckLength(UnitFormColumns.Shortfall, shortfall);
        foreach (var (header, digest) in UnitFormColumns.Locked.Zip(mark.Digests))
        {
            if (form.Column(header) is { } column && RowMark.Digest(Own(row, column)) != digest)
            {
                Say(ProblemSeverity.Warning, "locked-cell-changed", $"“{header}”与原表不同，改动没有采用。如有出入，请告知督查部门。");
            }
        }

        return new FilledUnitFormRow
        {
            ItemKey = key,
            Version = mark.Version,
            Voluntary = mark.Voluntary,
            SheetRow = row.Number,
            Progress = progress,
            PlanMet = planMet,
            Shortfall = shortfall,
            Problems = problems,
        };

        void Say(ProblemSeverity severity, string code, string message) => problems.Add(form.Problem(severity, code, message, row.Number));

        void CheckLength(string header, string? text)
        {
            if (text?.Length > UnitForm.LongestAnswer)
            {
                Say(ProblemSeverity.Error, "answer-too-long", $"“{header}”有 {text.Length:N0} 字，超过 {UnitForm.LongestAnswer:N0} 字，请精简。");
            }
        }
    }

    /// <summary>A ticked cell is TRUE to the sheet.</summary>
    private static bool? Claim(string text) => text switch
    {
        "TRUE" => true,
        "FALSE" => false,
        _ => PlanMetText.Parse(text),
    };

    /// <summary>A cell merged over several rows answers for each of them: that is what somebody who merges cells means.</summary>
    private string AnswerText(SheetRow row, string header, List<ReadingProblem> problems)
    {
        var column = form.Column(header)!.Value;
        var own = Own(row, column);
        if (_merged.At(column) is not { } area || area.First == new CellReference(column, row.Number))
        {
            return own;
        }

        if (own.Length > 0)
        {
            problems.Add(form.Problem(ProblemSeverity.Warning, "covered-cell", $"“{header}”在合并单元格下面压着文字（“{Quote(own)}”），没有读取。", row.Number));
        }

        if (area.First.Column != column || area.First.Row <= form.HeaderRow || !_rowsByNumber.TryGetValue(area.First.Row, out var first))
        {
            return string.Empty;
        }

        problems.Add(form.Problem(ProblemSeverity.Warning, "merged-answer", $"“{header}”与第 {area.First.Row} 行合并，按两行内容相同读取，请核对。", row.Number));
        return Own(first, column);
    }

    /// <summary>Of rows that were copied, the first that says something counts.</summary>
    private void Take(FilledUnitFormRow row)
    {
        if (!_placeByKey.TryGetValue(row.ItemKey, out var place))
        {
            _placeByKey.Add(row.ItemKey, _rows.Count);
            _rows.Add(row);
            return;
        }

        var first = _rows[place];
        var (kept, left) = IsBlank(first) && !IsBlank(row) ? (row, first) : (first, row);
        var same = IsBlank(left) || SaySame(kept, left);
        _rows[place] = same
            ? kept
            : kept with { Problems = [.. kept.Problems, form.Problem(ProblemSeverity.Error, "duplicate-row", $"与第 {left.SheetRow} 行是同一项工作，两行填的不一样，请只留一行。", kept.SheetRow)] };
        _problems.Add(form.Problem(same ? ProblemSeverity.Info : ProblemSeverity.Warning, "duplicate-row", $"第 {left.SheetRow} 行与第 {kept.SheetRow} 行是同一项工作，没有读取第 {left.SheetRow} 行。", left.SheetRow));
    }

    private static bool IsBlank(FilledUnitFormRow row) => row.IsEmpty && row.Problems.All(problem => problem.Severity != ProblemSeverity.Error);
}
