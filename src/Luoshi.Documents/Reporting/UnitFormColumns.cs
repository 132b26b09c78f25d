using System.Globalization;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reporting;

namespace Luoshi.Documents.Reporting;

/// <summary>The columns of the form by their headers, by which they are found again wherever they were moved to.</summary>
internal static class UnitFormColumns
{
    public const string Check = "核对码";
    public const string Progress = "本月完成情况";
    public const string PlanMet = "是否完成月度计划";
    public const string Shortfall = "未完成情况说明";
    public const string Error = "错误原因";
    public const string Yes = "是";
    public const string No = "否";

    /// <summary>What the office filled in and the unit must not change, from the left.</summary>
    public static IReadOnlyList<string> Locked { get; } = ["序号", "分管领导", "报送频次", "工作内容", "月度计划", "上期完成情况"];

    public static IReadOnlyList<string> Answers { get; } = [Progress, PlanMet, Shortfall];

    /// <summary>What the locked cells of a row say, in the order of <see cref="Locked"/>.</summary>
    public static IReadOnlyList<string> LockedTexts(UnitFormRow row) =>
    [
        row.Number?.ToString(CultureInfo.InvariantCulture) ?? MaterialWording.Nothing,
        row.Leader,
        row.Voluntary ? $"{row.Frequency}\n（自愿报送）" : row.Frequency,
        row.Content,
        row.MonthlyPlan ?? MaterialWording.Nothing,
        row.LastProgress is null ? MaterialWording.Nothing : row.LastPeriod is null ? row.LastProgress : $"{row.LastPeriod}：{row.LastProgress}",
    ];

    public static IReadOnlyList<string> AnswerTexts(UnitFormRow row) =>
        [row.Progress ?? "", row.PlanMet switch { true => Yes, false => No, null => "" }, row.Shortfall ?? ""];
}
