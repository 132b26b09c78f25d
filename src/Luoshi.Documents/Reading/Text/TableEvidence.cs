using System.Buffers;

namespace Luoshi.Documents.Reading.Text;

/// <summary>
/// Whether separated lines are a table. People align prose, signatures and tables of contents with the same characters, so a table has to
/// show itself: by the words of a header, a drawn line, the same number of columns again and again, or as the rest of the table before it.
/// </summary>
internal static class TableEvidence
{
    private const int LongestHeader = 30;

    private static readonly SearchValues<string> HeaderWords = SearchValues.Create(
        [
            "序号", "编号", "频次", "内容", "任务", "目标", "指标", "项目", "事项", "措施", "要求", "牵头", "责任", "单位", "部门", "领导", "配合", "协办",
            "情况", "进度", "进展", "动态", "成效", "是否", "说明", "备注", "原因", "问题", "打算", "时限", "时间", "期限", "来源", "类别", "名称",
        ],
        StringComparison.Ordinal);

    /// <summary>Whether the cells are a header: most of them short, and two or more with a word that headers of task tables have.</summary>
    public static bool IsHeader(IReadOnlyList<string> cells)
    {
        int named = 0, filled = 0, sentences = 0;
        foreach (var cell in cells)
        {
            var text = cell.AsSpan().Trim();
            if (text.IsEmpty)
            {
                continue;
            }

            filled++;
            if (text.Length > LongestHeader || text.ContainsAny("。；：:"))
            {
                sentences++;
            }
            else if (text.ContainsAny(HeaderWords))
            {
                named++;
            }
        }

        return named >= 2 && named * 2 >= filled && sentences * 4 <= filled;
    }

    /// <summary>
    /// Whether adjacent rows, usually of so many columns, are a table. <paramref name="columnsBefore"/> is the number of columns of the table before them in the document,
    /// 0 where there is none.
    /// </summary>
    public static bool IsTable(IReadOnlyList<TextRow> rows, int columns, int columnsBefore)
    {
        if ((columnsBefore > 1 && columns == columnsBefore) || rows.Any(r => r.IsRuler || IsHeader(r.Cells)))
        {
            return true;
        }

        if (columns < 3 || rows.All(IsForm))
        {
            return false;
        }

        // A page break may leave a single row of a table alone, and a row may lack its last cells.
        return columnsBefore >= 3 || rows.Count(r => r.Cells.Count == columns && r.Filled > 1) >= 2;
    }

    /// <summary>The number of cells that most rows have; of equal ones the larger.</summary>
    public static int UsualColumns(IReadOnlyList<TextRow> rows) =>
        rows.GroupBy(r => r.Cells.Count).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).First().Key;

    /// <summary>审签人：　　填报人：　　日期： — a line to sign on, aligned with tabs.</summary>
    private static bool IsForm(TextRow row) =>
        row.Cells.Count(c => c.AsSpan().ContainsAny('：', ':')) * 2 >= row.Filled;
}
