using System.Globalization;
using Luoshi.Core.Checks.Answers;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>数据过期 — a monthly row whose only figures are of an earlier period. What others count and give out comes later than what a unit counts itself.</summary>
internal static class StaleFigures
{
    private static readonly WordFinder SaysWhen = new("1月 2月 3月 4月 5月 6月 7月 8月 9月 0月 月末 月底 当月 本月 月份 季度 上半年 年初");

    // 较一季度提高, 比5月增加: what a figure is compared with does not date the next.
    private static readonly WordFinder Compares = new("较 比");

    private const int Before = 3;

    public static Doubt? Find(ExaminedRow examined, CheckSettings settings)
    {
        var row = examined.Row;
        var figures = examined.Readings.Where(reading => reading.Quantity.Kind != QuantityKind.Deadline && !(reading.Quantity.Stage is { } verb && Stages.IsActivity(verb))).ToList();
        if (!row.ClaimsDone || figures.Count == 0 || row.Task.Frequency is ReportingFrequency.HalfYearly or ReportingFrequency.Yearly || !figures.TrueForAll(reading => reading.Quantity.To is not null) || IsAllReached(examined) || figures.Exists(figure => Holidays.Of(row.Progress, figure.Quantity with { From = null }) is not null))
        {
            return null;
        }

        var newest = figures.Max(reading => reading.Quantity.To!.Value);
        var lag = newest.MonthsUntil(examined.AsOf);
        var allowed = Allowed(row, Dated(row, figures), newest, settings);
        if (lag <= allowed || IsOfAnEvent(row, figures, newest))
        {
            return null;
        }

        return new Doubt(
            DoubtRule.FiguresOutOfDate,
            lag - allowed >= 2 && IsCountedOn(row, figures) && !SpeaksOfLater(row, newest, examined.AsOf) ? DoubtStrength.Strong : DoubtStrength.Weak,
            string.Create(CultureInfo.InvariantCulture, $"报送期是{examined.AsOf.Month}月，最新的数字只到{newest.Year}年{newest.Month}月。请核实是否漏报{PeriodName.YearTo(examined.AsOf)}的数。"),
            [.. figures.Where(reading => reading.Quantity.To == newest).Take(3).Select(reading => reading.Source)],
            []);
    }

    /// <summary>1-3月服务21万人次，4月起闭馆改造: what is said of the months since may say why there is nothing newer.</summary>
    private static bool SpeaksOfLater(CheckedRow row, ReportingPeriod newest, ReportingPeriod asOf) =>
        LaterMonths.In(row.Progress, new TextSpan(0, row.Progress.Length), newest) is { } later && later <= asOf;

    /// <summary>8月完成安装100台, where no more than 100台 were promised: there is nothing newer to tell.</summary>
    private static bool IsAllReached(ExaminedRow examined) => examined.Comparisons.Count > 0 && examined.Comparisons.All(comparison => comparison is { Verdict: Verdict.Met, Rule: ComparisonRule.VolumeReached });

    /// <summary>运动会已于4月举办，参赛运动员1230名: the figures are of what was done and over then.</summary>
    private static bool IsOfAnEvent(CheckedRow row, List<StatedQuantity> figures, ReportingPeriod newest) =>
        figures.Where(figure => figure.Quantity.To == newest).All(figure => Clauses.SentenceAround(row.Progress, figure.Quantity.ValueSpan).Of(row.Progress) is var sentence
            && sentence.Contains("已于", StringComparison.Ordinal) && !sentence.Contains("截至", StringComparison.Ordinal) && !sentence.Contains("累计", StringComparison.Ordinal));

    /// <summary>1-3月完成12个: a sum from the new year on, which goes on. 3月举办1场 is of its month, and nothing newer need be told.</summary>
    private static bool IsCountedOn(CheckedRow row, List<StatedQuantity> figures) =>
        figures.Exists(figure => figure.Quantity.From is { Month: 1 }) && !row.Progress.Contains("已全部", StringComparison.Ordinal);

    /// <summary>1-5月社零总额增长6%；新增限上单位18家: where only statistics are told with a month, the figures behind them need not be of it.</summary>
    private static List<StatedQuantity> Dated(CheckedRow row, List<StatedQuantity> figures)
    {
        var dated = new List<StatedQuantity>();
        var end = 0;
        foreach (var figure in figures)
        {
            if (figure.Quantity.ValueSpan.Start > end && SaysWhen.All(row.Progress[end..figure.Quantity.ValueSpan.Start]).Any(when => !Compares.In(row.Progress.AsSpan(end + Math.Max(0, when.Start - Before), Math.Min(Before, when.Start)))))
            {
                dated.Add(figure);
            }

            end = Math.Max(end, figure.Quantity.ValueSpan.End);
        }

        return dated.Count > 0 ? dated : figures;
    }

    /// <summary>How many months the newest figure may lie back.</summary>
    private static int Allowed(CheckedRow row, List<StatedQuantity> figures, ReportingPeriod newest, CheckSettings settings)
    {
        const int Quarter = 3;
        if (figures.TrueForAll(reading => Names(settings.QuarterlyMetrics, reading.Quantity)))
        {
            // A quarter's statistics come out in the month after it: until then the quarter before is the newest there is.
            return Quarter;
        }

        if (row.Task.Frequency == ReportingFrequency.Quarterly)
        {
            return 2;
        }

        if (!figures.TrueForAll(reading => Names(settings.MonthlyMetrics, reading.Quantity) || Names(settings.QuarterlyMetrics, reading.Quantity) || IsStatistic(row, reading.Quantity)))
        {
            return 0;
        }

        // Whether a rate that no list names comes out by the quarter cannot be told from the text.
        return newest.Month % Quarter == 0 && figures.TrueForAll(reading => IsStatistic(row, reading.Quantity)) ? 2 : 1;
    }

    private static bool Names(IReadOnlyList<string> metrics, Quantity quantity) => metrics.Any(metric => quantity.MetricKey.Contains(metric, StringComparison.Ordinal));

    /// <summary>A rate, a balance, and whatever is compared with the year before: 参保人数78万人，较去年同期减少0.4万人; what there is at the end of a month, 5月末.</summary>
    private static bool IsStatistic(CheckedRow row, Quantity quantity) =>
        quantity.Kind is QuantityKind.Growth or QuantityKind.Ratio or QuantityKind.Level or QuantityKind.Rank or QuantityKind.Ceiling
            || Clauses.SentenceAround(row.Progress, quantity.ValueSpan).Of(row.Progress).Contains("月末", StringComparison.Ordinal)
            || row.Stated.Any(stated => stated.Kind == QuantityKind.Growth && stated.MetricKey == quantity.MetricKey && quantity.MetricKey.Length > 0);
}
