using System.Globalization;
using System.Text.RegularExpressions;
using Luoshi.Samples.Office;
using Luoshi.Samples.Source;

namespace Luoshi.Samples.Returns;

/// <summary>A unit's return as an Excel workbook.</summary>
internal static partial class ExcelReturn
{
    public static byte[] Write(UnitReturn unit)
    {
        var workbook = new Workbook();
        if (unit.Habit.Leaders is LeaderPlacement.SheetName)
        {
            foreach (var group in unit.RowsByLeader)
            {
                workbook.Add(Sheet(unit, group.Key.Line, [.. group]));
            }
        }
        else
        {
            workbook.Add(Sheet(unit, $"{unit.Month}月", unit.Rows));
        }

        if (unit.Has(Dirt.HiddenSheet))
        {
            // The draft from which the return was made, hidden but not deleted.
            workbook.Add(Sheet(unit, "底稿", unit.Rows) with { Hidden = true });
        }

        return workbook.File();
    }

    private static Sheet Sheet(UnitReturn unit, string name, IReadOnlyList<ReturnRow> tasks)
    {
        var lastColumn = unit.Habit.Columns.Count - 1;
        var rows = new List<IReadOnlyList<SheetCell>>();
        var merges = new List<SheetMerge>();
        var hiddenRows = new HashSet<int>();
        AddMerged(unit.Title, SheetStyle.Title);
        AddMerged($"填报单位：{unit.Unit}　　　　填报日期：{District.Year}年{unit.Month}月25日", SheetStyle.Body);
        if (unit.Has(Dirt.BlankRows))
        {
            rows.Add([]);
        }

        rows.Add([.. unit.Headers.Select(header => new SheetCell(header))]);
        LeaderSource? leader = null;
        foreach (var task in tasks)
        {
            if (unit.Habit.Leaders is LeaderPlacement.BannerRow && task.Leader != leader)
            {
                AddMerged(task.Leader.Line, SheetStyle.Body);
            }

            if (unit.Has(Dirt.HiddenRow) && task == tasks[^1])
            {
                hiddenRows.Add(rows.Count);
            }

            rows.Add([.. unit.Habit.Columns.Select(column => Cell(unit, task, column.Field))]);
            if (unit.Has(Dirt.BlankRows))
            {
                rows.Add([]);
            }

            leader = task.Leader;
        }

        if (unit.Has(Dirt.MergedLeaderCells))
        {
            MergeLeaderCells();
        }

        if (unit.Has(Dirt.SignedFooter))
        {
            AddMerged(unit.Footer, SheetStyle.Body);
        }

        return new Sheet(name, [.. unit.Habit.Columns.Select(Width)], rows)
        {
            Merges = merges,
            HiddenRows = hiddenRows,
            HiddenColumns = unit.Has(Dirt.HiddenColumn)
                ? [.. unit.Habit.Columns.Index().Where(column => column.Item.Field is ReturnField.Contact).Select(column => column.Index)]
                : new HashSet<int>(),
        };

        void MergeLeaderCells()
        {
            var column = unit.Habit.Columns.Index().First(entry => entry.Item.Field is ReturnField.Leader).Index;
            var row = rows.Count - tasks.Count;
            foreach (var group in tasks.GroupBy(task => task.Leader))
            {
                var last = row + group.Count() - 1;
                if (last > row)
                {
                    merges.Add(SheetMerge.Down(row, last, column));
                }

                for (var covered = row + 1; covered <= last; covered++)
                {
                    rows[covered] = [.. rows[covered].Select((cell, index) => index == column ? new SheetCell(null) : cell)];
                }

                row = last + 1;
            }
        }

        void AddMerged(string text, SheetStyle style)
        {
            merges.Add(SheetMerge.Across(rows.Count, 0, lastColumn));
            rows.Add([new SheetCell(text, style)]);
        }
    }

    private static SheetCell Cell(UnitReturn unit, ReturnRow row, ReturnField field) => field switch
    {
        ReturnField.Number => new SheetCell((double)unit.NumberOf(row)),
        ReturnField.Deadline => Deadline(row.Task.Deadline),
        _ => new SheetCell(unit.Text(row, field), Rich: unit.Has(Dirt.RichStrings) && field is ReturnField.Content, Inline: unit.Has(Dirt.InlineStrings)),
    };

    // A month as a real Excel date, formatted to show year and month only; anything else stays text.
    private static SheetCell Deadline(string? deadline) => YearAndMonth().Match(deadline ?? "") is { Success: true } match
        ? new SheetCell(LastDay(Number(match.Groups["year"]), Number(match.Groups["month"])), SheetStyle.Month)
        : new SheetCell(deadline);

    private static DateOnly LastDay(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    private static double Width(ReturnColumn column) => column.Field switch
    {
        ReturnField.Number => 6,
        ReturnField.Frequency or ReturnField.Leader or ReturnField.PlanMet or ReturnField.Remark or ReturnField.Contact => 10,
        ReturnField.LeadUnits or ReturnField.Deadline => 14,
        ReturnField.Target or ReturnField.Shortfall => 24,
        ReturnField.Content => 40,
        ReturnField.Progress => 60,
    };

    [GeneratedRegex("^(?<year>\\d{4})年(?<month>\\d{1,2})月$")]
    private static partial Regex YearAndMonth();
}
