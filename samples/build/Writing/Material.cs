using System.Xml.Linq;
using Luoshi.Samples.Office;
using Luoshi.Samples.Source;

namespace Luoshi.Samples.Writing;

/// <summary>办公会议材料 of one month, as the office put it together by hand: one section per leader with the seven-column table.</summary>
internal static class Material
{
    private static readonly int[] Shares = [5, 8, 28, 11, 34, 7, 12];

    // Nine people typed nine tables: the header is never spelled the same way.
    private static readonly string[][] LastHeaders =
    [
        ["是否完成 月度计划", "未完成情况说明"],
        ["是否完成 月度计划", "未完成情 况说明"],
        ["是否完成\n月度计划", "未完成\n情况说明"],
    ];

    public static byte[] Write(District district, int month) => Word.File(
    [
        Word.Heading($"{District.Government}"),
        Word.Heading("办公会议材料"),
        Word.Line($"{District.Year}年{month}月28日"),
        Word.PageBreak(),
        .. district.Leaders.Index().SelectMany(entry => Section(entry.Item, entry.Index, month)),
    ]);

    private static IEnumerable<XElement> Section(LeaderSource leader, int index, int month)
    {
        var tasks = leader.Tasks.Where(task => task.ReportedIn(month) is not []).ToList();
        if (tasks is [])
        {
            return [];
        }

        return
        [
            Word.Heading($"{District.Year}年政府工作报告重点工作完成情况（{month}月）"),
            Word.Line(leader.Line),
            .. Tables(tasks, Header(index, month), month, torn: index % 3 == 1),
        ];
    }

    /// <summary>One table, or two where a page break was put in by hand and the row that stood there went on below it.</summary>
    private static IEnumerable<XElement> Tables(List<KeyTaskSource> tasks, XElement header, int month, bool torn)
    {
        var middle = tasks.Count / 2;
        var paragraphs = tasks[middle].ReportedIn(month) is [_, _, ..] ? Progress(tasks[middle], month) : [];
        if (!torn || paragraphs is not [_, _, ..])
        {
            return [Word.Table(Shares, [header, .. tasks.Select(task => Row(task, month))])];
        }

        return
        [
            Word.Table(Shares, [header, .. tasks.Take(middle).Select(task => Row(task, month)), Row(tasks[middle], month, paragraphs[..1])]),
            Word.PageBreak(),
            Word.Table(Shares, [Continuation(paragraphs[1..]), .. tasks.Skip(middle + 1).Select(task => Row(task, month))]),
        ];
    }

    private static XElement Header(int index, int month)
    {
        var month2 = index % 2 == 0 ? $"{month}月完成情况" : $"{month} 月完成情况";
        string[] headers = ["序号", "报送频次", "工作内容", "牵头单位", month2, .. LastHeaders[index % LastHeaders.Length]];
        return Word.Row(headers.Select(Word.Cell), repeatsAsHeader: true);
    }

    private static XElement Row(KeyTaskSource task, int month) => Row(task, month, Progress(task, month));

    private static XElement Row(KeyTaskSource task, int month, IReadOnlyList<string> progress)
    {
        var contributions = task.ReportedIn(month);
        var shortfalls = contributions.Select(contribution => contribution.Shortfall).OfType<string>().Distinct();
        return Word.Row(
        [
            Word.Cell($"{task.Number}"),
            Word.Cell(task.Frequency),
            Word.Cell(task.Content),
            Word.Cell(task.LeadUnits),
            Word.Cell(progress.Select(Word.Paragraph)),
            Word.Cell(contributions.All(contribution => contribution.PlanMet) ? "是" : "否"),
            Word.Cell(string.Join('\n', shortfalls.DefaultIfEmpty("/"))),
        ]);
    }

    private static XElement Continuation(IReadOnlyList<string> progress) => Word.Row(
        Shares.Index().Select(column => column.Index == 4 ? Word.Cell(progress.Select(Word.Paragraph)) : Word.Cell("")));

    /// <summary>The paragraphs of the progress cell: a unit that reports for itself has its name before its own words.</summary>
    private static List<string> Progress(KeyTaskSource task, int month) =>
    [
        .. task.ReportedIn(month).SelectMany(contribution =>
            ((contribution.Unit is { } unit ? unit + "：" : "") + contribution.Progress).Split('\n')),
    ];
}
