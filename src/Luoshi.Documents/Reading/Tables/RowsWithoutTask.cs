using Luoshi.Core.Reading;

namespace Luoshi.Documents.Reading.Tables;

/// <summary>Rows between the tasks of a table that are none: groups, sums, signatures, notes, lines of a form that nobody filled.</summary>
internal static class RowsWithoutTask
{
    private const int LongestSum = 12;

    private static readonly string[] Sums = ["合计", "总计", "小计", "共计"];

    private static readonly string[] Notes =
    [
        "填报人", "填表人", "制表人", "审核人", "审签人", "签发人", "联系人", "联系电话", "填报单位", "填报时间", "填报日期", "单位负责人", "主要负责人", "分管负责人", "负责人签字", "领导签字", "注", "备注", "说明", "填表说明", "填报说明",
    ];

    /// <summary>What to tell of the row; null when it may be a task. <paramref name="texts"/> are its texts by column.</summary>
    public static ReadingProblem? TryTell(TableRow row, string[] texts, TableColumns columns)
    {
        var first = row.Cells.First(cell => cell.Text.Length > 0);
        var head = PlainText.Compact(first.Text);
        if (IsSum(head) || IsNote(head) || IsGroup(row, texts, columns, first))
        {
            return new ReadingProblem(ProblemSeverity.Info, "group-row", $"分组、合计或说明行，未作为任务：{TaskBuilder.Shorten(Excerpt(row))}", row.Location);
        }

        return OnlyNumber(texts, columns)
            ? new ReadingProblem(ProblemSeverity.Info, "empty-row", "只有序号，没有填写，未作为任务。", row.Location)
            : null;
    }

    private static bool IsSum(string head) => head.Length <= LongestSum && Array.Exists(Sums, word => head.StartsWith(word, StringComparison.Ordinal));

    private static bool IsNote(string head) =>
        Array.Exists(Notes, word => head.StartsWith(word, StringComparison.Ordinal) && (head.Length > word.Length ? head[word.Length] == ':' || (head[word.Length] == '(' && head.Contains(':', StringComparison.Ordinal)) : word.Length > 1));

    // 一、加快发展现代农业 over several columns, where a number should be, or beside a Chinese number with nothing else in the row.
    private static bool IsGroup(TableRow row, string[] texts, TableColumns columns, TableCell first)
    {
        var index = columns.IndexAt(first.Column);
        if (TaskDocumentInterpreter.SingleText(row) is not null
            && (index < 0
                || first.Span > columns.Columns[index].Span + 1
                || (columns.Columns[index].Role == ColumnRole.Number && !ChineseNumber.TryParse(first.Text.Trim('.', '、'), out _))))
        {
            return true;
        }

        var content = "";
        var number = "";
        var asksMore = false;
        for (var i = 0; i < texts.Length; i++)
        {
            var role = columns.Columns[i].Role;
            content = role == ColumnRole.Content ? texts[i] : content;
            number = role == ColumnRole.Number ? texts[i] : number;
            asksMore |= role is ColumnRole.LeadUnits or ColumnRole.ResponsibleUnits or ColumnRole.Progress;
            if (texts[i].Length > 0 && role is not (ColumnRole.Content or ColumnRole.Number))
            {
                return false;
            }
        }

        return asksMore && content.Length > 0 && (number.Length > 0 ? IsChineseNumber(number) : ListMark.TryRead(content, out _, out var mark) && IsChineseNumber(content[..mark]));
    }

    private static bool OnlyNumber(string[] texts, TableColumns columns)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            if (texts[i].Length > 0 && columns.Columns[i].Role is not (ColumnRole.Number or ColumnRole.Frequency) && !PlainText.IsNothing(texts[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsChineseNumber(string text) =>
        text.Trim('、', '（', '）', '(', ')', '.', ' ') is { Length: > 0 } bare && PlainText.IsHan(bare[0]) && ChineseNumber.TryParse(bare, out _);

    private static string Excerpt(TableRow row) => string.Join(" | ", row.Cells.Where(cell => cell.Text.Length > 0).Take(4).Select(cell => cell.Text));
}
