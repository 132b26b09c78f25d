using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Luoshi.Core.Checks;
using Luoshi.Core.Meetings;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;
using Microsoft.AspNetCore.Html;

namespace Luoshi.Web;

/// <summary>标记 — how a state, a verdict, a pace and a difference look, written once: always a shape and a word, colour only besides.</summary>
public static class Marks
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static IHtmlContent Icon(string name) => new HtmlString($"<svg class=\"i\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><use href=\"#{name}\"/></svg>");

    public static IHtmlContent Tag(DueState state) => Tag(state.Name(), state switch
    {
        DueState.NotDue => "none",
        DueState.Due => "due",
        DueState.OnTime => "done",
        DueState.Late => "late",
        DueState.Missing => "miss",
        DueState.Exempt => "exempt",
        DueState.Voluntary => "extra",
    });

    public static IHtmlContent Tag(ReturnStatus status) => Tag(status.Name(), status switch
    {
        ReturnStatus.Draft => "due",
        ReturnStatus.AwaitingSignOff or ReturnStatus.InReview => "review",
        ReturnStatus.Returned => "back",
        ReturnStatus.Approved => "pass",
        ReturnStatus.Frozen => "frozen",
    });

    /// <summary>系统测算, in the short words of lists.</summary>
    public static IHtmlContent Tag(Verdict? verdict, bool big = false) => verdict is { } known
        ? Tag(Word(known), known switch
        {
            Verdict.Met => "met",
            Verdict.Ahead => "ahead",
            Verdict.OnTrack => "track",
            Verdict.Behind => "behind",
            Verdict.NotComparable => "na",
            Verdict.NoNumber => "none",
        }, big)
        : Tag("未测算", "none", big);

    /// <summary>单位自报.</summary>
    public static IHtmlContent Claim(bool? planMet, bool big = false) =>
        planMet is { } met ? Tag(met ? "是" : "否", met ? "yes" : "no", big) : Tag("未填", "none", big);

    /// <summary>督查认定.</summary>
    public static IHtmlContent Tag(Judgement? judgement, bool big = false) => judgement switch
    {
        Judgement.Accepted => Tag("认可", "pass", big),
        Judgement.Doubted => Tag("存疑", "doubt", big),
        Judgement.Rejected => Tag("不认可", "no", big),
        _ => Tag("尚未认定", "due", big),
    };

    public static IHtmlContent Tag(MaterialState state) => Tag(state.Name(), state switch
    {
        MaterialState.Compiled => "due",
        MaterialState.Checked => "review",
        MaterialState.Issued => "pass",
        MaterialState.Recalled => "back",
    });

    public static IHtmlContent Tag(RectificationState state) => Tag(state.Name(), state switch
    {
        RectificationState.Open => "due",
        RectificationState.Replied => "review",
        RectificationState.Returned => "back",
        RectificationState.Closed => "pass",
    });

    public static IHtmlContent Tag(ObjectionState state) => Tag(state.Name(), state switch
    {
        ObjectionState.Raised => "review",
        ObjectionState.Upheld => "pass",
        ObjectionState.Dismissed => "frozen",
    });

    public static IHtmlContent Tag(ExtensionState state) => Tag(state.Name(), state switch
    {
        ExtensionState.Asked => "review",
        ExtensionState.Granted => "pass",
        ExtensionState.Declined => "no",
    });

    public static IHtmlContent Tag(CircularState state) => Tag(state.Name(), state switch
    {
        CircularState.Draft => "due",
        CircularState.Issued => "pass",
    });

    public static IHtmlContent Tag(DoubtStrength strength) => strength == DoubtStrength.Strong ? Tag("强疑点", "doubt") : Tag("弱疑点", "weak");

    public static IHtmlContent Tag(Instruction instruction, DateOnly today) =>
        instruction.IsOverdueOn(today) ? Tag("逾期未反馈", "miss")
        : instruction.State == InstructionState.Open ? Tag($"{instruction.ReplyBy.Month}月{instruction.ReplyBy.Day}日前反馈", "late")
        : Tag(instruction.State.Name(), instruction.State == InstructionState.Replied ? "review" : "pass");

    /// <summary>落后, 达到 … as the pages of the look say.</summary>
    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Met => "已完成",
        Verdict.Ahead => "超前",
        Verdict.OnTrack => "达到",
        Verdict.Behind => "落后",
        Verdict.NotComparable => "不可比",
        Verdict.NoNumber => "无数",
    };

    /// <summary>The bar of one target: fill is what was reached, the tick what is due, the hatch the gap between. Shares of the target; 1 is all of it.</summary>
    public static IHtmlContent Pace(string label, decimal actual, decimal? due)
    {
        var reached = Percent(actual);
        var gap = due is { } expected && expected > actual ? $"<rect class=\"pace-gap\" x=\"{reached}\" y=\"6\" width=\"{Percent(Math.Min(expected, 1) - Math.Min(actual, 1))}\" height=\"6\"/>" : "";
        var tick = due is { } at ? $"<line class=\"pace-mark\" x1=\"{Percent(at)}\" x2=\"{Percent(at)}\" y1=\"1\" y2=\"17\"/>" : "";
        return new HtmlString(
            $"<svg class=\"pace\" role=\"img\" aria-label=\"{Encode(label)}\"><rect class=\"pace-track\" y=\"6\" width=\"100%\" height=\"6\"/>{gap}"
            + $"<rect class=\"pace-fill\" y=\"6\" width=\"{reached}\" height=\"6\"/>{tick}</svg>");
    }

    /// <summary>
    /// One bar of counted parts: the pattern of each (good, track, behind, silent, none, review, back, missing; see <c>.k-…</c>), its word and its count.
    /// The patterns differ in black and white too, and a part that is wide enough carries its figure.
    /// </summary>
    public static IHtmlContent Stack(params (string Pattern, string Word, int Count)[] parts)
    {
        var total = parts.Sum(part => part.Count);
        if (total == 0)
        {
            return HtmlString.Empty;
        }

        var bars = new System.Text.StringBuilder();
        var from = 0m;
        foreach (var (pattern, _, count) in parts.Where(part => part.Count > 0))
        {
            var share = (decimal)count / total;
            bars.Append(CultureInfo.InvariantCulture, $"<rect class=\"b-{pattern}\" x=\"{Percent(from)}\" width=\"{Percent(share)}\"/>");
            if (share >= (count < 10 ? 0.13m : 0.2m))
            {
                bars.Append(CultureInfo.InvariantCulture, $"<text class=\"on-b-{pattern}\" x=\"{Percent(from + share / 2)}\" y=\"50%\">{count}</text>");
            }

            from += share;
        }

        return new HtmlString($"<svg class=\"stack\" role=\"img\" aria-label=\"{Encode(string.Join("，", parts.Select(part => $"{part.Word}{part.Count}")))}\">{bars}</svg>");
    }

    /// <summary>A text with the words that a doubt rests on or that were read as figures marked: each with its class (ev, doubt, doubt-weak).</summary>
    public static IHtmlContent Marked(string text, IEnumerable<(TextSpan Span, string Class)> spans)
    {
        var html = new HtmlContentBuilder();
        var at = 0;
        foreach (var (span, name) in spans.OrderBy(mark => mark.Span.Start).ThenByDescending(mark => mark.Span.Length))
        {
            // Where two overlap, the first stands: a mark inside a mark cannot be told apart on paper.
            if (span.Start < at || span.Start + span.Length > text.Length)
            {
                continue;
            }

            html.Append(text[at..span.Start]).AppendHtml($"<mark class=\"{name}\">").Append(text.Substring(span.Start, span.Length)).AppendHtml("</mark>");
            at = span.Start + span.Length;
        }

        return html.Append(text[at..]);
    }

    /// <summary>What changed, in the line: removed words struck out, added ones underlined.</summary>
    public static IHtmlContent Difference(string before, string after)
    {
        var html = new HtmlContentBuilder();
        foreach (var segment in TextDifference.Between(before, after))
        {
            _ = segment.Change switch
            {
                TextChange.Removed => html.AppendHtml("<del>").Append(segment.Text).AppendHtml("</del>"),
                TextChange.Added => html.AppendHtml("<ins>").Append(segment.Text).AppendHtml("</ins>"),
                TextChange.Same => html.Append(segment.Text),
            };
        }

        return html;
    }

    /// <summary>7月24日 17:30, by Beijing's clock.</summary>
    public static string Moment(DateTime utc) => string.Create(CultureInfo.InvariantCulture, $"{Local(utc):M月d日 HH:mm}");

    /// <summary>2024年7月24日.</summary>
    public static string Day(DateTime utc) => string.Create(CultureInfo.InvariantCulture, $"{Local(utc):yyyy年M月d日}");

    private static HtmlString Tag(string word, string kind, bool big = false) => new HtmlString($"<span class=\"tag tag-{kind}{(big ? " tag-big" : "")}\">{Encode(word)}</span>");

    private static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Core.Calendars.BeijingTime.Zone);

    private static string Percent(decimal share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(share, 0, 1) * 100:0.##}%");

    private static string Encode(string text) => s_encoder.Encode(text);
}
