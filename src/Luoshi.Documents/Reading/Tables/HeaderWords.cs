using System.Text.RegularExpressions;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Documents.Reading.Tables;

/// <summary>
/// Headers and labels by their meaning. The same words name the columns of a table and the lines under a numbered task
/// (牵头单位：…). Spaces, line breaks and remarks in brackets do not count.
/// </summary>
internal static partial class HeaderWords
{
    /// <summary>Longer texts are content, not headers.</summary>
    public const int LongestHeader = 40;

    private static readonly string[] ProgressWords =
    [
        "完成情况", "推进情况", "进展情况", "落实情况", "实施情况", "开展情况", "办理情况", "执行情况", "进度情况", "工作动态", "工作情况", "工作进展", "工作进度", "推进进度", "实施进度", "当前进度",
        "目前进度", "形象进度", "完成进度", "当前进展", "目前进展", "最新进展", "进展成效", "工作成效", "取得成效", "落实成效", "办理结果", "落实结果", "进展", "进度", "完成值", "实际完成", "实绩", "完成数",
    ];

    /// <summary>The words for the task itself, the most telling first: of two such columns the earlier word is the task.</summary>
    private static readonly string[] ContentWords =
    [
        "具体工作内容", "具体任务", "细化任务", "分解任务", "二级任务", "工作内容", "任务内容", "工作任务", "重点工作任务", "重点任务", "重点工作", "主要任务", "目标与任务", "任务目标", "工作目标任务", "目标任务及要求", "工作目标及任务要求", "任务事项", "工作事项", "督查事项",
        "督办事项", "事项内容", "项目内容", "主要内容", "建设内容", "工作要点", "工作要求", "任务清单", "任务分解", "报告内容", "任务", "事项", "内容", "主要指标", "指标名称", "指标", "任务名称", "工作名称", "项目名称", "名称",
        "工作举措", "工作措施", "具体举措", "具体措施", "举措", "措施", "重点项目", "项目", "工作",
    ];

    private static readonly string[] TargetWords =
    [
        "年度目标", "全年目标", "目标值", "年度任务", "全年任务", "年度计划", "全年计划", "预期目标", "工作目标", "考核目标", "量化目标", "计划目标", "目标要求", "目标数", "任务数", "计划数", "年目标", "目标",
    ];

    private static readonly string[] DeadlineWords = ["时限", "期限", "完成时间", "截止", "时间节点", "办结时间", "完成日期", "办结日期", "时间要求", "时间安排", "计划时间", "完成节点"];

    /// <summary>The role that a header or label has, and how telling the word is (smaller is more telling) among columns of the same role.</summary>
    public static (ColumnRole Role, int Rank)? Classify(string text)
    {
        if (text.Length > LongestHeader)
        {
            return null;
        }

        var header = WithoutRemark(PlainText.Compact(text));
        if (header.Length is 0 or > 24)
        {
            return null;
        }

        return header is "序号" or "编号" or "序" or "No" or "NO" or "No." or "任务编号" or "任务序号" or "项目序号" or "项目编号" or "总序号" or "序列" or "号" ? (ColumnRole.Number, header == "序号" ? 0 : 1)
            : IsPlanMet(header) ? (ColumnRole.PlanMet, 0)
            : HasAny(header, "频次", "频率", "报送周期", "调度周期", "上报周期", "报送要求") ? (ColumnRole.Frequency, 0)
            : IsLeader(header) ? (ColumnRole.Leader, header.Contains("责任", StringComparison.Ordinal) || header.Contains("分管", StringComparison.Ordinal) ? 0 : 1)
            : Units(header) is { } units ? units
            : IsShortfall(header) ? (ColumnRole.Shortfall, header.Contains("未完成", StringComparison.Ordinal) ? 0 : HasAny(header, "原因") ? 1 : HasAny(header, "问题") ? 2 : 3)
            : HasAny(header, DeadlineWords) ? (ColumnRole.Deadline, 0)
            : IsProgress(header) ? (ColumnRole.Progress, HasAny(header, "情况", "动态", "进展", "成效") ? 0 : 1)
            : RankIn(header, ContentWords, exact: true) is { } exact && header != "工作目标" ? (ColumnRole.Content, exact)
            : IsTarget(header) ? (ColumnRole.Target, header.Contains("计划", StringComparison.Ordinal) ? 1 : 0)
            : IsOther(header) ? (ColumnRole.Other, 0)
            : RankIn(header, ContentWords, exact: false) is { } within ? (ColumnRole.Content, 100 + within)
            : null;
    }

    /// <summary>Whether a column under this header may hold the numeric target instead of the task: 目标任务 stands for both.</summary>
    public static bool MayBeTarget(string text) =>
        PlainText.Compact(text) is var header && HasAny(header, "目标任务", "任务目标", "目标与任务", "计划任务");

    /// <summary>Whether the header is a month or a part of the year and nothing else, as in a plan with twelve of them. It tells when, not what.</summary>
    public static bool IsBarePeriod(string text) => text.Length <= LongestHeader && BarePeriod().IsMatch(WithoutRemark(PlainText.Compact(text)));

    private static bool IsPlanMet(string header) =>
        (header.StartsWith("是否", StringComparison.Ordinal) && HasAny(header, "完成", "达", "序", "按", "落实", "办结", "进度"))
        || HasAny(header, "达序情况", "达标情况", "序时完成", "是否达")
        || header is "达序" or "达序时" or "完成与否" or "完成否" or "完成是否" or "计划完成是否" or "达到序时进度" or "达序时进度" or "达序进度" or "月度计划完成" or "进度评价" or "进度判断";

    private static bool IsLeader(string header) =>
        !HasAny(header, "单位", "部门", "批示", "意见", "小组")
        && (HasAny(header, "领导", "包抓人", "挂帅", "领办人")
            || (HasAny(header, "分管", "牵头", "责任", "包联") && HasAny(header, "区长", "县长", "市长", "州长", "常委", "负责人"))
            || header is "区长" or "县长" or "市长" or "副区长" or "副县长" or "副市长");

    private static (ColumnRole Role, int Rank)? Units(string header)
    {
        if (HasAny(header, "责任人", "联系人", "联络员", "电话", "股室", "科室", "负责人"))
        {
            return HasAny(header, "单位", "部门") && HasAny(header, "牵头", "责任") && header.Contains('及', StringComparison.Ordinal) ? (ColumnRole.ResponsibleUnits, 1) : null;
        }

        if (HasAny(header, "配合", "协办", "协同", "协作", "参与单位", "参与部门", "参加单位", "协助"))
        {
            return (ColumnRole.SupportingUnits, 0);
        }

        if (HasAny(header, "牵头"))
        {
            return (ColumnRole.LeadUnits, 0);
        }

        if (HasAny(header, "主办", "承办", "主责", "主要责任单位", "主要责任部门", "第一责任单位"))
        {
            return (ColumnRole.LeadUnits, 1);
        }

        if (HasAny(header, "责任单位", "责任部门", "责任主体", "负责单位", "负责部门", "实施单位", "落实单位", "实施主体"))
        {
            return (ColumnRole.ResponsibleUnits, 0);
        }

        return header is "单位" or "部门" or "填报单位" or "报送单位" or "单位名称" or "部门名称" or "部门单位" or "单位部门" or "上报单位" or "责任" ? (ColumnRole.ResponsibleUnits, 2) : null;
    }

    private static bool IsShortfall(string header) =>
        HasAny(header, "未完成", "原因", "问题", "困难", "滞后", "未达", "短板", "堵点")
        || (header.Contains("说明", StringComparison.Ordinal) && !HasAny(header, "完成情况", "进展", "指标", "任务", "备注", "填报"));

    private static bool IsProgress(string header) =>
        HasAny(header, ProgressWords) && !HasAny(header, "计划完成", "计划进度", "完成比例", "完成率", "进度比例", "时间进度", "进度要求", "计划安排", "下步", "下一步", "上年", "去年", "评价")
        || (PeriodText.Find(header) is not null && HasAny(header, "完成", "进展", "进度", "推进", "落实", "实绩") && !HasAny(header, "计划", "目标", "任务", "下"));

    private static bool IsTarget(string header) =>
        HasAny(header, TargetWords) && !HasAny(header, "月度计划", "月计划", "季度计划", "本月", "当月", "下月", "阶段目标", "下步", "下一步", "完成比例", "占");

    /// <summary>Columns known to have no field, so that no content word inside them misleads.</summary>
    private static bool IsOther(string header) =>
        HasAny(header, "备注", "下步", "下一步", "打算", "计划", "措施及", "整改", "类别", "分类", "板块", "领域", "来源", "单位:", "计量单位", "比例", "完成率", "占比", "排名", "联系", "责任人", "负责人", "科室", "股室", "投资", "资金", "批示", "意见", "建议");

    private static int? RankIn(string header, string[] words, bool exact)
    {
        var at = Array.FindIndex(words, word => exact ? header == word : header.Contains(word, StringComparison.Ordinal) && word.Length > 1);
        return at < 0 ? null : at;
    }

    // 是否完成月度计划（是/否） and 完成情况（截至4月底）: the remark goes, unless it is all there is.
    private static string WithoutRemark(string header)
    {
        var open = header.IndexOf('(', StringComparison.Ordinal);
        var close = header.IndexOf(')', StringComparison.Ordinal);
        if (open <= 0 || close < open)
        {
            return header.TrimEnd(':');
        }

        return (header[..open] + header[(close + 1)..]).TrimEnd(':');
    }

    private static bool HasAny(string header, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (header.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex("^(?:20[0-9]{2}[年.-])?(?:(?:1[0-2]|0?[1-9]|[一二三四五六七八九]|十[一二]?)月份?底?|(?:第|前)?[一二三四1-4]季度?|[上下]半年|全年)$", RegexOptions.CultureInvariant)]
    private static partial Regex BarePeriod();
}
