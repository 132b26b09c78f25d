using Luoshi.Core.Checks;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Luoshi.Web.Pages;

/// <summary>使用说明 — the month in six steps, and what the marks mean.</summary>
public sealed class HelpModel : PageModel
{
    public static IReadOnlyList<(string Id, string Title)> Parts { get; } = [("month", "一个月怎么走"), ("unit", "单位"), ("office", "督查科"), ("leader", "领导"), ("everybody", "所有人"), ("words", "标记的意思")];

    public static IReadOnlyList<(IHtmlContent Tag, string Meaning)> Legend { get; } =
    [
        (Marks.Tag(DueState.NotDue), "还没到报的月份，不算没报"),
        (Marks.Tag(DueState.Due), "本月该报，还在时限内"),
        (Marks.Tag(DueState.OnTime), "时限前报到"),
        (Marks.Tag(DueState.Late), "报了，但过了时限"),
        (Marks.Tag(DueState.Missing), "过了时限还没报"),
        (Marks.Tag(DueState.Exempt), "经同意不报"),
        (Marks.Tag(DueState.Voluntary), "不要求报，报了也欢迎"),
        (Marks.Tag(ReturnStatus.AwaitingSignOff), "等单位审签人签发"),
        (Marks.Tag(ReturnStatus.InReview), "等督查科审核"),
        (Marks.Tag(ReturnStatus.Returned), "有理由、有时限，改好重报"),
        (Marks.Tag(ReturnStatus.Approved), "督查科已通过"),
        (Marks.Tag(ReturnStatus.Frozen), "已印入材料，要改须写明原因重新打开"),
        (Marks.Tag(Verdict.Met), "达到全年目标"),
        (Marks.Tag(Verdict.Ahead), "快于计划或时间进度"),
        (Marks.Tag(Verdict.OnTrack), "与计划或时间进度相当"),
        (Marks.Tag(Verdict.Behind), "低于计划、时间进度或目标"),
        (Marks.Tag(Verdict.NotComparable), "有数，但口径或时段不同"),
        (Marks.Tag(Verdict.NoNumber), "文中没有可比的数"),
        (Marks.Tag(DoubtStrength.Strong), "从原文就能看出，请先核实"),
        (Marks.Tag(DoubtStrength.Weak), "值得看一眼"),
    ];
}
