using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Luoshi.App.Supervision;
using Microsoft.AspNetCore.Html;

namespace Luoshi.Web;

/// <summary>
/// 统计图 — status by leader, reporting rate by month, flow of a month. Each is one SVG made of attributes alone; its parts differ by pattern and
/// carry their figures, so that it reads on grey paper, and a table below says the same.
/// </summary>
public static class MonthCharts
{
    private const decimal Left = 44;
    private const decimal Right = 640;
    private const decimal Bottom = 190;
    private const decimal Height = 160;

    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>分管领导的测算情况: a bar as long as what is due, in parts.</summary>
    public static IHtmlContent ByLeader(IReadOnlyList<OverviewRow> rows)
    {
        const decimal From = 150;
        var most = Math.Max(1, rows.Max(row => row.Due));
        var height = rows.Count * 26 + 4;
        var svg = Begin("leaders", height, "各分管领导本月应报事项的测算情况", string.Join('；', rows.Select(row => $"{row.Name}应报{row.Due}项，已完成或超前{row.Good}，达到{row.OnTrack}，落后{row.Behind}，无数可比{row.Silent}，未报{row.Unreported}")));
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, y, x) = (rows[i], i * 26 + 4, From);
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{From - 8}\" y=\"{y + 14}\" text-anchor=\"end\">{Encode(row.Name.Replace('　', ' '))}</text>");
            foreach (var (fill, count) in new[] { ("b-good", row.Good), ("b-track", row.OnTrack), ("b-behind", row.Behind), ("b-silent", row.Silent), ("b-none", row.Unreported) })
            {
                var width = (Right - From) * count / most;
                if (count > 0)
                {
                    svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{fill}\" x=\"{x:0.#}\" y=\"{y}\" width=\"{width:0.#}\" height=\"19\"/><text class=\"on-{fill}\" x=\"{x + width / 2:0.#}\" y=\"{y + 14}\" text-anchor=\"middle\">{count}</text>");
                }

                x += width;
            }
        }

        return End(svg);
    }

    /// <summary>各月报送率: of what is asked, the shares that came on time, came late, are missing and are not due yet.</summary>
    public static IHtmlContent RateByMonth(IReadOnlyList<MonthQuality> months)
    {
        var svg = Begin("rate", 226, "各月按时、迟报、逾期、未到期的比例", string.Join('；', months.Select(month => $"{month.Month.Month}月应报{month.Due}项，按时{month.OnTime}，迟报{month.Late}，逾期{month.Missing}，未到期{month.NotYetDue}")));
        for (var share = 0; share <= 100; share += 25)
        {
            var y = Bottom - Height * share / 100;
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"{(share == 0 ? "c-axis" : "c-grid")}\" x1=\"{Left}\" x2=\"{Right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/><text x=\"{Left - 6}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{share}%</text>");
        }

        foreach (var month in months.Where(month => month.Due > 0))
        {
            var (x, y) = (Left + 10 + (month.Month.Month - 1) * 49.5m, Bottom);
            foreach (var (fill, count) in new[] { ("b-good", month.OnTime), ("b-late", month.Late), ("b-missing", month.Missing), ("b-none", month.NotYetDue) })
            {
                var part = Height * count / month.Due;
                y -= part;
                if (count > 0)
                {
                    svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{fill}\" x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"30\" height=\"{part:0.#}\"/>");
                }
            }

            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"b\" x=\"{x + 15:0.#}\" y=\"{Bottom - Height - 6}\" text-anchor=\"middle\">{Share(month.OnTime + month.Late, month.DueByNow)}</text><text x=\"{x + 15:0.#}\" y=\"{Bottom + 18}\" text-anchor=\"middle\">{month.Month.Month}月</text>");
        }

        return End(svg);
    }

    /// <summary>本月流量: bars for what came and what was approved on a day, a line for what has come by then, up to today.</summary>
    public static IHtmlContent Flow(MonthFlow flow, DateOnly today)
    {
        var svg = Begin("flow", 226, "本月每天的报送和通过", string.Join('；', flow.Days.Where(day => day.Submitted + day.Approved > 0).Select(day => $"{day.Day.Month}月{day.Day.Day}日报送{day.Submitted}项，通过{day.Approved}项，累计报送{day.SubmittedByThen}项")));
        var step = (Right - Left) / Math.Max(1, flow.Days.Count);
        var bar = Math.Min(20, step / 2 - 1);
        decimal Y(int count) => Bottom - Height * count / flow.Asked;
        for (var i = 0; i <= 4; i++)
        {
            var count = (int)Math.Round(flow.Asked * i / 4m);
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"{(i == 0 ? "c-axis" : "c-grid")}\" x1=\"{Left}\" x2=\"{Right}\" y1=\"{Y(count):0.#}\" y2=\"{Y(count):0.#}\"/><text x=\"{Left - 6}\" y=\"{Y(count) + 4:0.#}\" text-anchor=\"end\">{count}</text>");
        }

        var every = Math.Max(1, (int)Math.Ceiling(34 / step));
        for (var i = 0; i < flow.Days.Count; i++)
        {
            var (day, middle) = (flow.Days[i], Left + step * (i + 0.5m));
            foreach (var (fill, count, x) in new[] { ("b-came", day.Submitted, middle - bar), ("b-passed", day.Approved, middle) })
            {
                if (count > 0)
                {
                    svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{fill}\" x=\"{x:0.#}\" y=\"{Y(count):0.#}\" width=\"{bar:0.#}\" height=\"{Bottom - Y(count):0.#}\"/><text x=\"{x + bar / 2:0.#}\" y=\"{Y(count) - 3:0.#}\" text-anchor=\"middle\">{count}</text>");
                }
            }

            if (day.Due > 0)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<line class=\"c-due\" x1=\"{middle + bar:0.#}\" x2=\"{middle + bar:0.#}\" y1=\"{Bottom - Height}\" y2=\"{Bottom}\"/><text class=\"b\" x=\"{middle + bar:0.#}\" y=\"{Bottom - Height - 6}\" text-anchor=\"{(i > flow.Days.Count / 2 ? "end" : "start")}\">时限（{day.Due}项）</text>");
            }

            if (i % every == 0 || i == flow.Days.Count - 1 && i % every > every / 2)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{middle:0.#}\" y=\"{Bottom + 18}\" text-anchor=\"middle\">{day.Day.Month}.{day.Day.Day}</text>");
            }
        }

        svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"c-real\" points=\"{string.Join(' ', flow.Days.TakeWhile(day => day.Day <= today).Select((day, i) => string.Create(CultureInfo.InvariantCulture, $"{Left + step * (i + 0.5m):0.#},{Y(day.SubmittedByThen):0.#}")))}\"/>");
        return End(svg);
    }

    /// <summary>98.9%; a dash where nothing was due.</summary>
    public static string Share(int part, int whole) => whole == 0 ? "—" : string.Create(CultureInfo.InvariantCulture, $"{100m * part / whole:0.#}%");

    private static StringBuilder Begin(string id, int height, string title, string sentence) => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"<svg class=\"chart\" viewBox=\"0 0 660 {height}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\"><title id=\"{id}-t\">{title}</title><desc id=\"{id}-d\">{Encode(sentence)}。</desc>");

    private static HtmlString End(StringBuilder svg) => new(svg.Append("</svg>").ToString());

    private static string Encode(string text) => s_encoder.Encode(text);
}
