using Luoshi.Core.Reporting;
using Luoshi.Documents.Writing;

namespace Luoshi.Documents.Reporting;

/// <summary>填表说明, the second sheet of the form.</summary>
internal static class UnitFormGuidance
{
    public const string SheetName = "填表说明";

    private static readonly string[] s_lines =
    [
        $"一、只填三栏：“{UnitFormColumns.Progress}”“{UnitFormColumns.PlanMet}”“{UnitFormColumns.Shortfall}”。其余各栏已预先填好并锁定，如有出入，请告知督查部门，不要自行改动。",
        $"二、“{UnitFormColumns.Progress}”：写年初以来的累计数和本月新增数，带单位、写明截至时间；再写具体做了什么、到了哪一步。上期写过的内容不必重抄。每格不超过{UnitForm.LongestAnswer:N0}字，Alt+Enter 可在格内换行。",
        $"三、“{UnitFormColumns.PlanMet}”：对照左边的“月度计划”，选“是”或“否”；没有月度计划的，对照年度目标的时间进度。",
        $"四、选“否”的，必须填“{UnitFormColumns.Shortfall}”：为什么没有完成，下一步怎么办，何时补上。没填时该格显示为黄色。",
        "五、报送频次下注明“自愿报送”的，本月不要求报送，不填不算漏报。",
        "六、列宽、行高可以调整，行的先后可以变动；请不要改表头，不要合并答案各格，不要删除左边隐藏的两列（系统靠它认出每一项工作）。",
        $"七、填好后保存为 .xlsx，在系统中上传。有问题的行，系统会在右边加一栏“{UnitFormColumns.Error}”退还，原来填的内容不变，改好再传即可。",
    ];

    private static readonly string[] s_example =
    [
        "开工建设保障性租赁住房3,000套。",
        "累计开工1,200套。",
        "截至4月25日，累计开工1,260套，其中本月新增310套，占年度目标的42%。东湖片区地块完成基坑支护，南桥片区地块取得施工许可证。",
        UnitFormColumns.Yes,
        "",
    ];

    private static readonly int[] s_widths = [30, 24, 52, 10, 26];

    public static void Write(SheetMarkup sheet, Look look)
    {
        sheet.Raw("""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><cols>""");
        for (var i = 0; i < s_widths.Length; i++)
        {
            sheet.Raw($"""<col min="{i + 1}" max="{i + 1}" width="{s_widths[i]}" customWidth="1"/>""");
        }

        sheet.Raw("</cols>");
        sheet.BeginRows();
        Across(sheet, SheetName, look.Title, 2);
        foreach (var line in s_lines)
        {
            Across(sheet, line, look.Text, SheetMarkup.Lines(line, s_widths.Sum()) + 1);
        }

        Across(sheet, "填写示例", look.Header, 2);
        Row(sheet, ["工作内容", "月度计划", .. UnitFormColumns.Answers], _ => look.Header);
        Row(sheet, s_example, i => i == 3 ? look.Centered : look.Text);
        sheet.EndRows();
        var merged = s_lines.Length + 2;
        sheet.Raw($"""<mergeCells count="{merged}">{string.Concat(Enumerable.Range(1, merged).Select(row => $"""<mergeCell ref="A{row}:E{row}"/>"""))}</mergeCells><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>""");
    }

    private static void Across(SheetMarkup sheet, string text, int style, int lines)
    {
        sheet.BeginRow(lines);
        sheet.Text(text, style);
        for (var i = 1; i < s_widths.Length; i++)
        {
            sheet.Text("", style);
        }

        sheet.EndRow();
    }

    private static void Row(SheetMarkup sheet, string[] texts, Func<int, int> style)
    {
        sheet.BeginRow(texts.Zip(s_widths, SheetMarkup.Lines).Max());
        for (var i = 0; i < texts.Length; i++)
        {
            sheet.Text(texts[i], style(i));
        }

        sheet.EndRow();
    }

    /// <summary>The styles of the form's workbook that its guidance takes.</summary>
    internal sealed record Look(int Title, int Header, int Text, int Centered);
}
