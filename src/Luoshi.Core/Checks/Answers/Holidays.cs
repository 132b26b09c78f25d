using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Answers;

/// <summary>端午假期接待游客21.4万人次: what a few days brought is no figure of the year so far.</summary>
internal static class Holidays
{
    private static readonly WordFinder Days = new("假期 假日 小长假 黄金周 春节 元旦 清明节 劳动节 五一 端午 中秋 国庆 节期间");

    private static readonly WordFinder WholeTime = new("累计 截至 今年以来 年初以来 上半年 季度 全年 月底 月末");

    // What comes in on every day of the year.
    private static readonly WordFinder Daily = new("游客 旅客 客流 客运 观众 旅游 收入 消费 销售 零售 营业 票房 接待");

    // 春节前 and 五一以来 tell until or since when.
    private static readonly string[] NotThose = ["前", "以来", "后", "奖", "路", "广场", "村", "假期前", "节前", "节后"];

    /// <summary>The word for the days that the figure is of; null where the sentence tells none before it, or a longer time behind that.</summary>
    public static string? Of(string text, Quantity reading)
    {
        var sentence = Clauses.SentenceAround(text, reading.ValueSpan);
        var before = TextSpan.Between(sentence.Start, Math.Max(sentence.Start, reading.ValueSpan.Start));
        return reading.From is null && Daily.In(reading.Stage + reading.Metric) && Days.All(text).LastOrDefault(before.Contains) is { Length: > 0 } days && !Array.Exists(NotThose, text[days.End..].StartsWith)
            && WholeTime.Find(text, TextSpan.Between(days.End, before.End)) is null ? days.Of(text) : null;
    }
}
