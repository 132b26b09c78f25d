using System.Globalization;
using Luoshi.App.Supervision;
using Luoshi.Core.Checks;
using Microsoft.AspNetCore.Html;

namespace Luoshi.Web;

/// <summary>How a target's progress is written: percentages as printed, and a gap that is the difference of the two that are printed.</summary>
public static class TaskMarks
{
    /// <summary>The text cut to a length, its final 。 gone: a heading, not a quotation.</summary>
    public static string Clip(string text, int most)
    {
        var line = text.ReplaceLineEndings(" ").TrimEnd('。', ' ');
        return line.Length <= most ? line : line[..(char.IsHighSurrogate(line[most - 2]) ? most - 2 : most - 1)] + "…";
    }

    /// <summary>What a task is called in a line of a list: the target that it lacks most, else the beginning of its text.</summary>
    public static string Called(TaskInMonth task, int most) => Clip(task.Worst?.Promise is { Length: > 0 } promise ? promise : task.Content, most);

    /// <summary>The arithmetic without the target that stands above it.</summary>
    public static string Why(TargetStanding standing) =>
        standing.Reason.StartsWith($"目标{standing.Promise}，", StringComparison.Ordinal) ? standing.Reason[(standing.Promise.Length + 3)..] : standing.Reason;

    /// <summary>49.2%.</summary>
    public static string Percent(decimal share) => Points(share).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>差9.1个百分点, 多4.2个百分点, 持平.</summary>
    public static string Gap(decimal share, decimal expected)
    {
        var points = Points(share) - Points(expected);
        return points == 0 ? "持平" : string.Create(CultureInfo.InvariantCulture, $"{(points < 0 ? "差" : "多")}\u00A0{Math.Abs(points):0.0}个百分点");
    }

    /// <summary>计划 or 序时, as the yardstick is.</summary>
    public static string Word(Yardstick yardstick) => yardstick switch
    {
        Yardstick.Plan => "计划",
        Yardstick.Time => "序时",
        Yardstick.Flat => "目标",
        Yardstick.Date => "时限",
        Yardstick.None => "应达",
    };

    /// <summary>The bar of a target; nothing where a bar would say nothing.</summary>
    public static IHtmlContent Bar(TargetStanding standing) => standing is { Share: { } share, Expected: { } expected }
        ? Marks.Pace($"{standing.Promise}：实际{Percent(share)}，应达{Percent(expected)}", share, expected)
        : HtmlString.Empty;

    /// <summary>The word for what a target's or task's bar is coloured by.</summary>
    public static string Class(Verdict? verdict) => verdict switch
    {
        Verdict.Behind => "is-behind",
        Verdict.NotComparable or Verdict.NoNumber or null => "is-na",
        Verdict.Met or Verdict.Ahead or Verdict.OnTrack => "",
    };

    /// <summary>Behind what is due, month by month: a line of points, hollow where as due and filled where behind, with its sentence.</summary>
    public static IHtmlContent Trend(TaskInMonth task)
    {
        var promise = task.Worst?.Promise;
        var points = task.Earlier.Select(month => (month.Month, Standing: month.Standings.FirstOrDefault(standing => standing.Promise == promise)))
            .Append((Month: default, Standing: task.Worst))
            .Where(point => point.Standing is { Share: not null, Expected: not null })
            .Select(point => (Month: point.Month.Month, Share: Math.Clamp(point.Standing!.Share!.Value, 0, 1), Expected: point.Standing.Expected!.Value, IsBehind: point.Standing.Verdict == Verdict.Behind))
            .ToList();
        if (points.Count < 2)
        {
            return HtmlString.Empty;
        }

        // The month itself came last and has no number of its own here; earlier ones came newest first.
        var ordered = points.SkipLast(1).Reverse().Append(points[^1]).ToList();
        var step = 104m / (ordered.Count - 1);
        var placed = ordered.Select((point, index) => (X: 6 + (index * step), Y: 30 - (point.Share * 26), Due: 30 - (Math.Min(point.Expected, 1) * 26), point.IsBehind)).ToList();
        var label = $"{promise}：" + string.Join("，", ordered.SkipLast(1).Select(point => $"{point.Month}月{Percent(point.Share)}")) + $"，本月{Percent(ordered[^1].Share)}，应达{Percent(ordered[^1].Expected)}";
        return new HtmlString(
            $"<svg class=\"trend\" viewBox=\"0 0 116 36\" role=\"img\" aria-label=\"{System.Text.Encodings.Web.HtmlEncoder.Default.Encode(label)}\">"
            + $"<polyline class=\"c-plan\" points=\"{Line(placed.Select(point => (point.X, point.Due)))}\"/><polyline class=\"c-real\" points=\"{Line(placed.Select(point => (point.X, point.Y)))}\"/>"
            + string.Concat(placed.Select(point => string.Create(CultureInfo.InvariantCulture, $"<circle class=\"{(point.IsBehind ? "c-bad" : "c-dot")}\" cx=\"{point.X:0.#}\" cy=\"{point.Y:0.#}\" r=\"3.5\"/>")))
            + "</svg>");
    }

    private static string Line(IEnumerable<(decimal X, decimal Y)> points) =>
        string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#},{point.Y:0.#}")));

    private static decimal Points(decimal share) => Math.Round(share * 100, 1, MidpointRounding.AwayFromZero);
}
