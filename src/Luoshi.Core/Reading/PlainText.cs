using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Luoshi.Core.Reading;

/// <summary>What typists do to short texts, undone: spaces inside headers and names, full-width letters and digits, marks for nothing.</summary>
public static class PlainText
{
    private static readonly SearchValues<char> NothingMarks = SearchValues.Create("/／\\＼-－—–―─_＿·.。、…*○〇×");

    /// <summary>Whether a cell says that there is nothing to say: empty, <c>/</c>, <c>—</c>, <c>无</c>, <c>暂无</c>, <c>N/A</c>.</summary>
    public static bool IsNothing([NotNullWhen(false)] string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length > 6)
        {
            return false;
        }

        // × alone is an answer in a column of claims; such columns are read before they are asked here.
        return trimmed.IndexOfAnyExcept(NothingMarks) < 0
            || trimmed.TrimEnd("。.") is "无" or "暂无" or "没有" or "空" or "N/A" or "n/a" or "NA" or "None" or "none" or "（无）" or "(无)";
    }

    /// <summary>The text, or null when it says nothing.</summary>
    public static string? OrNull(string? text) => IsNothing(text) ? null : text;

    /// <summary>Without any white space (also U+3000 and U+00A0) and with full-width letters, digits and signs made half-width.</summary>
    public static string Compact(string text)
    {
        // Most texts are compact already and cost nothing.
        var clean = 0;
        while (clean < text.Length && !IsBlank(text[clean]) && HalfWidth(text[clean]) == text[clean])
        {
            clean++;
        }

        if (clean == text.Length)
        {
            return text;
        }

        var builder = new StringBuilder(text, 0, clean, text.Length);
        foreach (var c in text.AsSpan(clean))
        {
            if (!IsBlank(c))
            {
                builder.Append(HalfWidth(c));
            }
        }

        return builder.ToString();
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF';

    /// <summary>The half-width twin of a full-width ASCII character; any other character as it is. Chinese brackets and commas become ASCII ones.</summary>
    public static char HalfWidth(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;

    /// <summary>Whether the character is a Chinese ideograph of the basic plane.</summary>
    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '〇';

    /// <summary>Whether the character is the comma of 2,400: one between a digit and exactly three digits.</summary>
    public static bool IsGrouping(string text, int at) =>
        text[at] == ',' && IsDigit(text, at - 1) && IsDigit(text, at + 1) && IsDigit(text, at + 2) && IsDigit(text, at + 3) && !IsDigit(text, at + 4);

    /// <summary>Whether a digit, also a full-width one, stands there; false outside the text.</summary>
    public static bool IsDigit(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(HalfWidth(text[at]));
}
