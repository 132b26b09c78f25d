using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Luoshi.App.Supervision;
using Luoshi.Core.Checks;
using Microsoft.AspNetCore.Html;

namespace Luoshi.Web;

/// <summary>进度与计划图 — one target through the year: a dashed line for what is due, dots for what was reached. All of it attributes of one SVG; the table beside says the same.</summary>
public static class TargetChart
{
    private const decimal Left = 58;
    private const decimal Step = 50.5m;
    private const decimal Bottom = 196;
    private const decimal Height = 166;

    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The month's figure in the target's unit: 1,180.</summary>
    public static string Figure(TargetThroughYear target, decimal share) => Number(target.Course.Aim * share, target.Course.Aim);

    public static IHtmlContent Of(TargetThroughYear target, string id)
    {
        var reached = target.ByMonth.Where(month => month.Value.Share is not null).OrderBy(month => month.Key).Select(month => (Month: month.Key, Share: Math.Max(0, month.Value.Share!.Value), month.Value.Verdict)).ToList();
        var top = Math.Max(1, Math.Ceiling(reached.Select(month => month.Share).Append(0).Max() * 4) / 4);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart\" viewBox=\"0 0 660 230\" role=\"img\" aria-labelledby=\"{id}t {id}d\"><title id=\"{id}t\">{Encode(target.Course.Promise)}：每月与应达</title><desc id=\"{id}d\">{Encode(Sentence(target, reached))}</desc>");
        for (var i = 0; i <= 4; i++)
        {
            var (share, y) = (top * i / 4, Y(top * i / 4, top));
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"{(i == 0 ? "c-axis" : "c-grid")}\" x1=\"48\" x2=\"640\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/><text x=\"42\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{Figure(target, share)}</text>");
        }

        for (var month = 1; month <= 12; month++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(month):0.#}\" y=\"216\" text-anchor=\"middle\"{(reached.Count > 0 && reached[^1].Month == month ? " class=\"b\"" : "")}>{month}月</text>");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"c-plan\" points=\"{Line(Enumerable.Range(1, 12).Select(month => (month, target.ExpectedBy(month))), top)}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"c-real\" points=\"{Line(reached.Select(month => (month.Month, month.Share)), top)}\"/>");
        foreach (var month in reached)
        {
            if (month.Verdict == Verdict.Behind && month == reached[^1])
            {
                svg.Append(CultureInfo.InvariantCulture, $"<line class=\"c-gap\" x1=\"{X(month.Month):0.#}\" x2=\"{X(month.Month):0.#}\" y1=\"{Y(target.ExpectedBy(month.Month), top):0.#}\" y2=\"{Y(month.Share, top):0.#}\"/>");
            }

            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"{(month.Verdict == Verdict.Behind ? "c-bad" : "c-dot")}\" cx=\"{X(month.Month):0.#}\" cy=\"{Y(month.Share, top):0.#}\" r=\"{(month.Verdict == Verdict.Behind ? "5" : "3")}\"/>");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"b\" x=\"640\" y=\"{Math.Max(14, Y(1, top) - 8):0.#}\" text-anchor=\"end\">全年{Figure(target, 1)}{Encode(target.Course.Unit)}</text></svg>");
        return new HtmlString(svg.ToString());
    }

    private static string Sentence(TargetThroughYear target, List<(int Month, decimal Share, Verdict Verdict)> reached) => reached.Count == 0
        ? "还没有可比的数字。"
        : $"{reached[^1].Month}月{Figure(target, reached[^1].Share)}{target.Course.Unit}，应达{Figure(target, target.ExpectedBy(reached[^1].Month))}{target.Course.Unit}。";

    private static decimal X(int month) => Left + ((month - 1) * Step);

    private static decimal Y(decimal share, decimal top) => Bottom - (Math.Min(share, top) / top * Height);

    private static string Line(IEnumerable<(int Month, decimal Share)> points, decimal top) =>
        string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.Month):0.#},{Y(point.Share, top):0.#}")));

    // As many places as the target has, one more for what is reached of a small one.
    private static string Number(decimal value, decimal aim) => value.ToString(aim >= 100 ? "#,0" : "#,0.##", CultureInfo.InvariantCulture);

    private static string Encode(string text) => s_encoder.Encode(text);
}
