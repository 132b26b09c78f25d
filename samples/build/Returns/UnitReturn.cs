using System.Globalization;
using System.Text.RegularExpressions;
using Luoshi.Samples.Source;

namespace Luoshi.Samples.Returns;

/// <summary>What one unit reports in one month, as it sees it: its own tasks, in its own words and columns.</summary>
internal sealed partial record UnitReturn(string Unit, int Month, ReturnHabit Habit, IReadOnlyList<ReturnRow> Rows)
{
    public string Title => Fill(Habit.Title);

    public IReadOnlyList<string> Headers => [.. Habit.Columns.Select(column => Fill(column.Header))];

    public IEnumerable<IGrouping<LeaderSource, ReturnRow>> RowsByLeader => Rows.GroupBy(row => row.Leader);

    /// <summary>A name that every file system takes.</summary>
    public string FileName => Unit.Replace('<', '（').Replace('>', '）') + Habit.Format switch
    {
        ReturnFormat.Word => ".docx",
        ReturnFormat.Excel => ".xlsx",
        ReturnFormat.Csv => ".csv",
        ReturnFormat.Text or ReturnFormat.Paragraphs => ".txt",
    };

    public string Footer => $"填报人：{Unit}办公室　　审签人：单位主要负责人　　填报日期：{District.Year}年{Month}月25日";

    /// <summary>The returns of a month: every lead unit that reported, in the order of the ledger.</summary>
    public static IReadOnlyList<UnitReturn> Of(District district, int month) =>
    [
        .. district.Leaders
            .SelectMany(leader => leader.Tasks.SelectMany(task => task.ReportedIn(month).Select(contribution =>
                (Unit: contribution.Unit ?? task.LeadUnitNames[0], Row: new ReturnRow(leader, task, contribution)))))
            .GroupBy(entry => entry.Unit, entry => entry.Row)
            .Select(entries => new UnitReturn(entries.Key, month, ReturnHabits.Of(entries.Key), [.. entries])),
    ];

    /// <summary>What the unit writes into a column; null where the cell stays empty.</summary>
    public string? Text(ReturnRow row, ReturnField field) => field switch
    {
        ReturnField.Number => NumberOf(row).ToString(CultureInfo.InvariantCulture),
        ReturnField.Frequency => row.Task.Frequency,
        ReturnField.Content => Retyped(row.Task.Content),
        ReturnField.Target => row.Task.Target ?? Habit.Nothing,
        ReturnField.Leader => row.Leader.Name,
        ReturnField.LeadUnits => row.Task.LeadUnits,
        ReturnField.Deadline => row.Task.Deadline,
        ReturnField.Progress => Retyped(row.Contribution.Progress),
        ReturnField.PlanMet => row.Contribution.PlanMet ? Habit.Kept : Habit.Missed,
        ReturnField.Shortfall => row.Contribution.Shortfall ?? Habit.Nothing,
        ReturnField.Remark => "",
        ReturnField.Contact => "办公室",
    };

    public int NumberOf(ReturnRow row) => Habit.Dirt.HasFlag(Dirt.OwnNumbering) ? Rows.Index().First(entry => entry.Item == row).Index + 1 : row.Task.Number;

    public bool Has(Dirt dirt) => Habit.Dirt.HasFlag(dirt);

    private string Fill(string pattern) => pattern
        .Replace("{U}", Unit, StringComparison.Ordinal)
        .Replace("{M}", Month.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    // Units type the ledger's text again; what changes on the way is what a reader has to bear.
    private string Retyped(string text)
    {
        var retyped = text;
        if (Has(Dirt.SpacedDigits))
        {
            retyped = FigureBetweenWords().Replace(retyped, " $0 ");
        }

        if (Has(Dirt.FullWidthDigits))
        {
            retyped = string.Concat(retyped.Select(sign => sign is >= '0' and <= '9' ? (char)(sign - '0' + '０') : sign));
        }

        return retyped;
    }

    [GeneratedRegex("(?<=\\p{IsCJKUnifiedIdeographs})\\d+(\\.\\d+)?(?=\\p{IsCJKUnifiedIdeographs})")]
    private static partial Regex FigureBetweenWords();
}

/// <summary>One task in a unit's return.</summary>
internal sealed record ReturnRow(LeaderSource Leader, KeyTaskSource Task, Contribution Contribution);
