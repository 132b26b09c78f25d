namespace Luoshi.Core.Reading;

/// <summary>The answers of a 是否完成月度计划 column.</summary>
public static class PlanMetText
{
    private static readonly string[] No =
    [
        "否", "×", "✗", "✘", "x", "不是", "未", "没有", "没", "不达", "欠", "滞后", "落后", "慢于", "低于", "偏慢", "推进缓慢", "进度缓慢", "no", "n", "基本未",
        "尚未", "暂未", "逾期",
    ];

    private static readonly string[] Yes =
    [
        "是", "√", "✓", "✔", "已", "达", "完成", "按", "正常", "超", "提前", "如期", "序时", "符合", "基本", "yes", "y", "有序", "顺利", "快于", "全部",
    ];

    /// <summary>
    /// Reads 是, 否, √, ×, 达序, 未达序, 已完成, ☑是□否 and the like from the start of the text; null when it is no answer.
    /// A remark may follow: 是（超额完成）.
    /// </summary>
    public static bool? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var answer = PlainText.Compact(text);
        if (answer.Length == 0)
        {
            return null;
        }

        if (TickedBox(answer) is { } ticked)
        {
            return ticked;
        }

        answer = answer.TrimStart('(', '[', '【', '"', '“');
        return StartsWithAny(answer, No) ? false
            : StartsWithAny(answer, Yes) ? true
            : null;
    }

    /// <summary>Whether the answer is all the text says.</summary>
    public static bool IsAnswerOnly(string text) => PlainText.Compact(text).Length <= 4;

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
}
