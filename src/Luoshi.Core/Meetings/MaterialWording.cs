using System.Globalization;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Meetings;

/// <summary>The office's own words for what a material prints. Every word here is understood again by the reader.</summary>
public static class MaterialWording
{
    /// <summary>What stands where there is nothing to say.</summary>
    public const string Nothing = "/";

    /// <summary>Stands where a leader would, for tasks whose leader no input names.</summary>
    public const string NoLeader = "未明确分管领导";

    /// <summary>What a row says whose return came and is not approved yet.</summary>
    public const string Pending = "已报送，审核中";

    private const string Missing = "未报送";
    private const string MissingButNotDue = "未报送（本月非报送期）";

    /// <summary><c>区府办（金融）</c>, <c>区发改局、区财政局</c>.</summary>
    public static string Names(this IEnumerable<UnitMention> units) =>
        string.Join('、', units.Select(unit => unit.Qualifier is null ? unit.Name : $"{unit.Name}（{unit.Qualifier}）"));

    /// <summary>Name and post in one word, as the line above a leader's table has it.</summary>
    public static string Line(this LeaderMention leader) => leader.Name + leader.Title;

    /// <summary>Month and day without a leading zero, as GB/T 9704 asks (7.3.5).</summary>
    public static string InWords(this DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    public static string InWords(this ReportingPeriod period) => string.Create(CultureInfo.InvariantCulture, $"{period.Year}年{period.Month}月");

    /// <summary>The line above every table when no finished material brings its own.</summary>
    public static string Heading(ReportingPeriod? period) => period is { } month
        ? string.Create(CultureInfo.InvariantCulture, $"{month.Year}年政府工作报告重点工作完成情况（{month.Month}月）")
        : "政府工作报告重点工作完成情况";

    /// <summary>What the progress cell says.</summary>
    public static string Progress(MaterialRow row) => row.Return switch
    {
        ReturnState.Received => row.Task.Progress ?? Nothing,
        ReturnState.Missing => Missing,
        ReturnState.NotDue => row.Task.Progress ?? MissingButNotDue,
        ReturnState.Pending => Pending,
    };

    /// <summary>What a printed progress text says of the return: the inverse of <see cref="Progress"/>.</summary>
    public static ReturnState ReturnOf(string progress) => progress switch
    {
        Missing => ReturnState.Missing,
        MissingButNotDue => ReturnState.NotDue,
        Pending => ReturnState.Pending,
        _ => ReturnState.Received,
    };
}
