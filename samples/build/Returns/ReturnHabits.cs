using static Luoshi.Samples.Returns.ReturnField;

namespace Luoshi.Samples.Returns;

/// <summary>Which unit sends what: a table, so that the dirt of every file is decided here and nowhere else.</summary>
internal static class ReturnHabits
{
    private static readonly ReturnColumn[] SevenColumns =
    [
        new(Number, "序号"), new(Frequency, "报送频次"), new(Content, "工作内容"), new(LeadUnits, "牵头单位"),
        new(Progress, "{M}月完成情况"), new(PlanMet, "是否完成月度计划"), new(Shortfall, "未完成情况说明"),
    ];

    private static readonly ReturnColumn[] BrokenHeaders =
    [
        new(Number, "序号"), new(Frequency, "报送\n频次"), new(Content, "工 作 内 容"), new(LeadUnits, "牵头\n单位"),
        new(Progress, "{M} 月完成\n情况"), new(PlanMet, "是否完成 月度计划"), new(Shortfall, "未完成情\n况说明"),
    ];

    private static readonly ReturnColumn[] LeaderColumns =
    [
        new(Number, "序号"), new(Leader, "分管领导"), new(Content, "重点任务"), new(LeadUnits, "责任单位"),
        new(Progress, "进展情况"), new(PlanMet, "是否达序"), new(Remark, "备注"), new(Shortfall, "滞后原因"),
    ];

    private static readonly ReturnColumn[] TaskColumns =
    [
        new(Number, "序号"), new(Content, "工作任务"), new(Target, "年度目标"), new(LeadUnits, "牵头部门"),
        new(Progress, "1-{M}月推进情况"), new(PlanMet, "是否达序时"), new(Shortfall, "说明"),
    ];

    private static readonly ReturnColumn[] DatedColumns =
    [
        new(Number, "序号"), new(Leader, "责任领导"), new(Content, "任务内容"), new(Contact, "联系人"), new(LeadUnits, "牵头责任单位"),
        new(Deadline, "完成时限"), new(Progress, "{M}月份进展情况"), new(PlanMet, "是否完成月度计划"), new(Shortfall, "存在问题"),
    ];

    private static readonly ReturnColumn[] ShortColumns =
    [
        new(Number, "序号"), new(Content, "重点工作"), new(Progress, "落实情况"), new(PlanMet, "是否完成"), new(Shortfall, "未完成情况说明"),
    ];

    private static readonly ReturnHabit PlainWord = new() { Format = ReturnFormat.Word, Columns = SevenColumns };

    private static readonly ReturnHabit TornWord = PlainWord with
    {
        Columns = BrokenHeaders,
        Dirt = Dirt.TornRow | Dirt.RepeatedHeader,
    };

    private static readonly ReturnHabit LeaderWord = new()
    {
        Format = ReturnFormat.Word,
        Columns = LeaderColumns,
        Leaders = LeaderPlacement.Column,
        Title = "2024年政府工作报告重点任务进展情况表（{M}月）",
        Kept = "√",
        Missed = "×",
        Nothing = "",
        Dirt = Dirt.SoftBreaks | Dirt.SignedFooter,
    };

    private static readonly ReturnHabit NumberedWord = PlainWord with
    {
        Leaders = LeaderPlacement.BannerRow,
        Columns = TaskColumns,
        Nothing = "无",
        Dirt = Dirt.AutomaticNumbering | Dirt.SpacedDigits,
    };

    private static readonly ReturnHabit FlatExcel = new()
    {
        Format = ReturnFormat.Excel,
        Columns = LeaderColumns,
        Leaders = LeaderPlacement.Column,
        Title = "{U}2024年重点任务推进情况汇总表（{M}月）",
        Kept = "√",
        Missed = "×",
        Nothing = "",
        Dirt = Dirt.MergedLeaderCells,
    };

    private static readonly ReturnHabit SheetsExcel = new()
    {
        Format = ReturnFormat.Excel,
        Columns = SevenColumns,
        Leaders = LeaderPlacement.SheetName,
        Title = "2024年政府工作报告重点工作完成情况（{M}月）",
    };

    private static readonly ReturnHabit DatedExcel = new()
    {
        Format = ReturnFormat.Excel,
        Columns = DatedColumns,
        Leaders = LeaderPlacement.Column,
        Nothing = "无",
        Dirt = Dirt.HiddenColumn | Dirt.SignedFooter,
    };

    private static readonly ReturnHabit BlankyExcel = new()
    {
        Format = ReturnFormat.Excel,
        Columns = TaskColumns,
        Leaders = LeaderPlacement.BannerRow,
        Nothing = "—",
        Kept = "达序",
        Missed = "未达序",
        Dirt = Dirt.BlankRows | Dirt.RichStrings,
    };

    private static readonly ReturnHabit PlainText = new() { Format = ReturnFormat.Text, Columns = SevenColumns };

    private static readonly ReturnHabit PlainCsv = new()
    {
        Format = ReturnFormat.Csv,
        Columns = LeaderColumns,
        Leaders = LeaderPlacement.Column,
        Dirt = Dirt.ByteOrderMark,
    };

    private static readonly ReturnHabit NumberedLines = new()
    {
        Format = ReturnFormat.Paragraphs,
        Title = "{U}{M}月重点工作完成情况",
        Columns = [new(LeadUnits, "牵头单位"), new(Progress, "{M}月完成情况"), new(PlanMet, "是否完成月度计划"), new(Shortfall, "未完成情况说明")],
        Nothing = "无",
    };

    private static readonly Dictionary<string, ReturnHabit> ByUnit = new()
    {
        ["区府办"] = SheetsExcel,
        ["区府办（金融）"] = PlainWord with { Columns = ShortColumns, Dirt = Dirt.OwnNumbering },
        ["区委组织部<区委人才办>"] = PlainText with { Dirt = Dirt.MarkupLeft },
        ["区发改局"] = TornWord,
        ["区财政局"] = SheetsExcel,
        ["区审计局"] = PlainText,
        ["区统计局"] = FlatExcel,
        ["区国资中心"] = LeaderWord,
        ["区政务服务中心"] = NumberedWord,
        ["区大数据中心"] = PlainCsv,
        ["区应急局"] = PlainWord with { Dirt = Dirt.TrackedChanges },
        ["区消防救援大队"] = PlainText with { Dirt = Dirt.Gb18030 },
        ["高铁新城建设指挥部"] = LeaderWord with { Leaders = LeaderPlacement.Absent, Columns = ShortColumns, Dirt = Dirt.OwnNumbering },
        ["白石滩街道"] = NumberedLines,
        ["云河街道"] = BlankyExcel,
        ["国网青岚供电公司"] = NumberedLines,
        ["区经信局"] = TornWord with { Columns = SevenColumns, Dirt = Dirt.TornRow | Dirt.SpacedDigits },
        ["区投资促进中心"] = FlatExcel with { Dirt = Dirt.OwnNumbering },
        ["青岚经济开发区管委会"] = PlainWord with { Columns = BrokenHeaders, Dirt = Dirt.ContentControls | Dirt.SoftBreaks },
        ["云河科创园管委会"] = PlainText with { Columns = TaskColumns },
        ["区科技局"] = DatedExcel,
        ["南浦镇"] = NumberedLines,
        ["松溪镇"] = PlainWord with { Columns = ShortColumns, Leaders = LeaderPlacement.Absent, Dirt = Dirt.OwnNumbering | Dirt.SignedFooter },
        ["茶岭镇"] = PlainText with { Columns = ShortColumns, Leaders = LeaderPlacement.Absent, Dirt = Dirt.Gb18030 },
        ["竹坑镇"] = NumberedLines,
        ["望湖镇"] = BlankyExcel with { Leaders = LeaderPlacement.Absent },
        ["区城投集团"] = BlankyExcel,
        ["区交投集团"] = PlainCsv with { Dirt = Dirt.Gb18030 },
        ["区文旅集团"] = FlatExcel,
        ["区水务集团"] = DatedExcel,
        ["区农发集团"] = PlainCsv,
        ["区农业农村局"] = NumberedWord with { Dirt = Dirt.AutomaticNumbering | Dirt.RepeatedHeader },
        ["区水利局"] = FlatExcel with { Dirt = Dirt.InlineStrings },
        ["区民政局"] = LeaderWord,
        ["区残联"] = PlainText,
        ["区退役军人事务局"] = NumberedLines,
        ["环湖度假区管委会"] = LeaderWord with { Dirt = Dirt.SoftBreaks | Dirt.FullWidthDigits },
        ["环湖路建设指挥部"] = PlainText with { Columns = TaskColumns },
        ["市自然资源和规划局青岚分局"] = SheetsExcel with { Columns = BrokenHeaders },
        ["市生态环境局青岚分局"] = PlainWord,
        ["市公安局青岚分局"] = LeaderWord with { Kept = "是", Missed = "否" },
        ["区综合执法局"] = BlankyExcel with { Dirt = Dirt.BlankRows | Dirt.HiddenRow },
        ["区文广旅体局"] = TornWord,
        ["区教育局"] = SheetsExcel,
        ["区卫健局"] = PlainWord with { Dirt = Dirt.FullWidthDigits },
        ["区卫健局（区疾控中心）"] = LeaderWord,
        ["区委政法委"] = PlainWord with { Columns = BrokenHeaders },
        ["区司法局"] = DatedExcel,
        ["区信访局"] = PlainText,
        ["区住建局"] = FlatExcel with { Dirt = Dirt.MergedLeaderCells | Dirt.HiddenSheet },
        ["区交通运输局"] = DatedExcel,
        ["区征迁中心"] = NumberedLines,
        ["区人社局"] = PlainCsv,
        ["区商务局"] = BlankyExcel with { Kept = "已完成", Missed = "未完成" },
        ["区市场监管局"] = SheetsExcel,
    };

    /// <summary>The unit's habit; a unit without an entry of its own sends the plain form of the office.</summary>
    public static ReturnHabit Of(string unit) => ByUnit.GetValueOrDefault(unit, PlainWord);
}
