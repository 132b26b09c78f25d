using System.Buffers;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks;

/// <summary>
/// 下一步，将继续加大工作力度 — how most returns close. Where such words say neither when nor how much, nor who has yet to decide, they say nothing of the
/// month, and no rule is to be led by them.
/// </summary>
internal static class Outlook
{
    private static readonly string[] Openings = ["下一步", "下步", "下一阶段", "下阶段", "接下来"];

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。；！？\n");

    // A time, a number, a decision of others, a reason: with one of them the words may explain something.
    private static readonly WordFinder Telling = new("0 1 2 3 4 5 6 7 8 9 月 季 年底 年内 年末 半年 日前 底前 暑期 汛期 待 审 评 核 验 批 公示 公布 申报 结果 尚未 原因 影响 困难 问题 滞后");

    /// <summary>The text without an outlook at its end that tells nothing; the very text that was given where there is none, or nothing else.</summary>
    public static string Cut(string text)
    {
        foreach (var opening in Openings)
        {
            var at = text.LastIndexOf(opening, StringComparison.Ordinal);
            if (at > 0 && SentenceEnds.Contains(text[at - 1]) && Telling.Find(text, TextSpan.Between(at, text.Length)) is null)
            {
                return text[..at];
            }
        }

        return text;
    }
}
