using System.Globalization;
using System.Text.RegularExpressions;

namespace Luoshi.Core.Reading;

/// <summary>The answers of a 是否完成月度计划 column.</summary>
public static partial class PlanMetText
{
    /// <summary>Decide wherever they stand in the answer: 序时进度滞后, 基本未完成.</summary>
    private static readonly string[] No = ["滞后", "落后", "慢", "低于", "未达", "未完成", "未按", "未能", "不达", "没达", "没有完成", "欠", "逾期", "缓慢"];

    private static readonly string[] NoFirst = ["否", "×", "✗", "✘", "x", "不是", "未", "没", "尚未", "暂未", "no", "n"];

    private static readonly string[] YesFirst =
    [
        "是", "√", "✓", "✔", "已完成", "已达", "已按", "已办结", "已落实", "达", "完成", "按", "正常", "超", "提前", "如期", "序时", "符合", "基本", "yes", "y", "有序", "顺利", "快于", "全部", "持平",
    ];

    /// <summary>
    /// Reads 是, 否, √, ×, 达序, 未达序, 已完成, 100%, ☑是□否 and the like from the first clause of the text; null when it is no answer.
    /// A remark may follow: 是（超额完成）. A share short of the whole (已完成80%) is a figure and no answer.
    /// </summary>
    public static bool? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var answer = PlainText.Compact(text);
        if (TickedBox(answer) is { } ticked)
        {
            return ticked;
        }

        answer = answer.TrimStart('(', '[', '【', '"', '“');
        var end = answer.AsSpan().IndexOfAny(",;。(:");
        var clause = end > 0 ? answer[..end] : answer;
        return clause.Length == 0 || IsNotDue(clause) ? null
            : StartsWithAny(clause, NoFirst) || Array.Exists(No, word => clause.Contains(word, StringComparison.Ordinal)) ? false
            : Share().Match(clause) is { Success: true } share ? decimal.Parse(share.Groups["share"].ValueSpan, CultureInfo.InvariantCulture) >= 100 ? true : null
            : StartsWithAny(clause, YesFirst) ? true
            : null;
    }

    /// <summary>Whether the answer is all the text says.</summary>
    public static bool IsAnswerOnly(string text) => PlainText.Compact(text).Length <= 4;

    // 未到时间节点: nothing was due, so nothing was met or missed.
    private static bool IsNotDue(string clause) => clause.StartsWith("未到", StringComparison.Ordinal);

    // 是☑否□ and ☑是□否: the box beside the word decides; which side it stands on is seen from the first character.
    private static bool? TickedBox(string answer)
    {
        var boxes = answer.Count(c => IsTicked(c) || IsEmptyBox(c));
        if (boxes == 0 || !answer.Contains('是', StringComparison.Ordinal) || !answer.Contains('否', StringComparison.Ordinal))
        {
            return null;
        }

        var boxFirst = IsTicked(answer[0]) || IsEmptyBox(answer[0]);
        for (var i = 0; i < answer.Length; i++)
        {
            if (!IsTicked(answer[i]))
            {
                continue;
            }

            var beside = boxFirst ? i + 1 : i - 1;
            if (beside >= 0 && beside < answer.Length && answer[beside] is '是' or '否')
            {
                return answer[beside] == '是';
            }
        }

        return null;
    }

    private static bool IsTicked(char c) => c is '☑' or '☒' or '■' or '√' or '✓' or '✔' or '●';

    private static bool IsEmptyBox(char c) => c is '□' or '☐' or '○' or '〇';

    private static bool StartsWithAny(string text, string[] words) =>
        Array.Exists(words, word => text.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^(?:已|累计|基本)?(?:完成)?(?:率|比例)?(?<share>\d{1,4}(?:\.\d{1,4})?)%$", RegexOptions.CultureInvariant)]
    private static partial Regex Share();
}
