using System.Globalization;
using System.Text;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>与上期雷同 — a report in which nothing changed since the one before, or only the month.</summary>
internal static class CopiedReports
{
    private const int Shortest = 10;

    private const double Near = 0.9;

    private static readonly WordFinder Finished = new("已完工 已竣工 已建成 已投用 已完成 全面完成 已投产 已交付 已销号 投入使用 建成投用 已办结 已通车 已开放 验收");

    private static readonly WordFinder Unfinished = new("其余 剩余 余下 尚 未 正在 在建 推进 预计 计划 将 下一步 继续 力争 确保 拟 今年 累计 截至");

    // Others decide, or the season is not there: a month may pass without anything to tell.
    private static readonly WordFinder Waiting = new("等待 待审 待批 待评 待省 待市 待国家 待公布 待现场 待考 待验 待复 待命名 评审 审批 审核 秋季 冬季 秋冬 暑期 暑假 汛后 汛期 雨季 下半年 三季度 四季度 开学后");

    private static readonly WordFinder Regular = new("每月 每周 每季 每旬 每日 定期 常态 月度 逐月 按月 按季");

    public static Doubt? Find(ExaminedRow examined, EarlierReport last)
    {
        var text = examined.Row.Progress;
        var (now, then) = (TextShape.Of(text), TextShape.Of(last.Text));
        if (now.Text.Length < Shortest || !examined.Row.ClaimsDone || examined.Verdict == Verdict.Met)
        {
            return null;
        }

        // A point between the figures is no letter: 31.2 and 312.
        var exact = now.Text == then.Text && Figures(text) == Figures(last.Text);
        var onlyMonth = !exact && WithoutMonths(text) == WithoutMonths(last.Text);
        var near = !exact && !onlyMonth && Figures(text) == Figures(last.Text) && (now.SimilarityTo(then) >= Near || OnlyWordsWereAdded(text, now, then));
        if ((!exact && !onlyMonth && !near) || IsFinished(examined))
        {
            return null;
        }

        var ofOneMonth = onlyMonth && IsOfOneMonth(examined);
        if (ofOneMonth && Regular.In(examined.Row.Content))
        {
            // 每月开展1次: what is to be done every month is told every month in the same words.
            return null;
        }

        var ofNote = ((IsGoingOn(examined) && !AsksForALevel(examined)) || (onlyMonth && !ofOneMonth)) && !Regular.In(examined.Row.Content) && Waiting.Find(text, new TextSpan(0, text.Length)) is null && LaterMonths.In(text, new TextSpan(0, text.Length), examined.AsOf) is null;
        var how = exact ? "完全相同" : onlyMonth ? "只改了月份" : "基本相同，数字没有变化";
        return new Doubt(
            exact ? DoubtRule.TextUnchanged : onlyMonth ? DoubtRule.OnlyMonthChanged : DoubtRule.FiguresUnchanged,
            near || ofOneMonth || !ofNote ? DoubtStrength.Weak : DoubtStrength.Strong,
            string.Create(CultureInfo.InvariantCulture, $"完成情况与{last.Period.Year}年{last.Period.Month}月{how}。请核实本月有无新进展。"),
            [examined.Row.Quote(new TextSpan(0, Math.Min(60, text.Length)))],
            [examined.Row.AsRelated with { Source = last.Source }]);
    }

    /// <summary>What is finished stays finished: 消防站已于3月建成投用，配备消防车6辆, where no number is promised and no rest is spoken of.</summary>
    private static bool IsFinished(ExaminedRow examined)
    {
        var text = examined.Row.Progress;
        return IsAllDone(examined)
            || IsDated(examined)
            || (Finished.In(text) && (examined.Readings.All(reading => reading.Quantity.Kind is QuantityKind.Deadline || reading.Quantity.Value == 100) || !IsGoingOn(examined)));
    }

    /// <summary>C、D级危房已全部消除: all of it, and no figure speaks against it.</summary>
    private static bool IsAllDone(ExaminedRow examined) =>
        examined.Row.Progress is var text && text.Contains('已') && text.Contains("全部", StringComparison.Ordinal) && !Unfinished.In(text) && examined.Comparisons.All(comparison => comparison.Verdict != Verdict.Behind);

    /// <summary>《办法》已于4月15日印发, 区志已正式出版: a deed of a day gone by, or every clause tells what has been done, and no number is promised.</summary>
    private static bool IsDated(ExaminedRow examined) =>
        (examined.Row.Progress.Contains("已于", StringComparison.Ordinal) || Clauses.All(examined.Row.Progress).TrueForAll(clause => clause.Of(examined.Row.Progress).Contains('已'))) && !Unfinished.In(examined.Row.Progress) && !examined.Row.Targets.Any(target => target.Quantity.Kind != QuantityKind.Deadline);

    /// <summary>Whether a number that is promised is still open, or the words say that something is: the rest, by now, as yet.</summary>
    private static bool IsGoingOn(ExaminedRow examined) =>
        Unfinished.In(examined.Row.Progress) || examined.Row.Targets.Any(target => target.Quantity.Kind != QuantityKind.Deadline) || !HasFigures(examined);

    /// <summary>有效利用系数0.62: a level may stand for months, and no work on it is left undone.</summary>
    private static bool AsksForALevel(ExaminedRow examined) =>
        !Unfinished.In(examined.Row.Progress) && examined.Row.Targets.Count > 0 && examined.Row.Targets.All(target => target.Quantity.Kind is QuantityKind.Level or QuantityKind.Ratio or QuantityKind.Ceiling or QuantityKind.Rank);

    private static bool HasFigures(ExaminedRow examined) => examined.Readings.Any(reading => reading.Quantity.Kind != QuantityKind.Deadline);

    /// <summary>The report of before stands in this one, and what was put behind it tells no work: 区民政局每周调度.</summary>
    private static bool OnlyWordsWereAdded(string text, TextShape now, TextShape then) =>
        then.Text.Length >= Shortest && now.Text.StartsWith(then.Text, StringComparison.Ordinal)
            && Clauses.Sentences(text) is { Count: > 1 } sentences && TextShape.Of(text[..sentences[^1].Start]).Text == then.Text && !Stages.TellsWork(text, sentences[^1]);

    /// <summary>6月举办招聘会4场 after 5月举办招聘会4场: each of its own month, and as many may have been held.</summary>
    private static bool IsOfOneMonth(ExaminedRow examined) =>
        examined.Readings.Any(reading => reading.Quantity.From is { } from && from == reading.Quantity.To && from == examined.AsOf)
            && examined.Readings.All(reading => reading.Quantity.From is null || reading.Quantity.From == examined.AsOf);

    /// <summary>The text without its months: 1-3月 and 1-4月 are the same words.</summary>
    private static string WithoutMonths(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '月')
            {
                while (kept.Length > 0 && (char.IsAsciiDigit(kept[^1]) || kept[^1] is '-' or '—' or '－' or '–' or '至' or '~'))
                {
                    kept.Length--;
                }
            }
            else if (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '—' or '－' or '–' or '~' or '.' or '%')
            {
                kept.Append(text[at]);
            }
        }

        return kept.ToString();
    }

    private static string Figures(string text) => string.Concat(text.Where(c => char.IsAsciiDigit(c) || c == '.'));
}
