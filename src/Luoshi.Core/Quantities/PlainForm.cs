using System.Buffers;
using System.Text;
using Luoshi.Core.Reading;

namespace Luoshi.Core.Quantities;

/// <summary>
/// A text as the rules read it, whoever typed it: digits, letters and signs half-width, punctuation Chinese, no blanks beside figures and punctuation
/// (完成 84 条, 95 ％), no commas inside 2,400, no numbers before the items of a list, no brackets that say who is in charge, no line that breaks inside a
/// figure or a word. It tells where everything stands in the text as written.
/// </summary>
internal sealed class PlainForm
{
    // What a unit may stand behind: 6 月, 3 至 5 个.
    private const string AfterNumbers = "年月日号季时分期余多至到";

    private const string HalfSigns = "％．－＋／＜＞＝";

    private const string WesternMarks = ",;:()";

    private const string ChineseMarks = "，；：（）";

    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        " \t\u00A0\u2002\u2003\u2009\u200B\u202F\u3000\uFEFF" + WesternMarks + HalfSigns
        + string.Concat(Enumerable.Range('０', 10).Concat(Enumerable.Range('Ａ', 26)).Concat(Enumerable.Range('ａ', 26)).Select(code => (char)code)));

    private readonly string _written;
    private readonly RemovedCharacters _blanks;
    private readonly LineBreaks _lines;

    private PlainForm(string written, string plain, RemovedCharacters blanks)
    {
        _written = written;
        _blanks = blanks;
        _lines = LineBreaks.Heal(plain);
    }

    /// <summary>The text to be read; the very text that was given where it is plain already.</summary>
    public string Text => _lines.Text;

    public bool IsAsWritten => ReferenceEquals(Text, _written);

    public static PlainForm Of(string text)
    {
        List<TextSpan> idle = [.. ItemNumbers.In(text), .. Asides.In(text)];
        idle.Sort((left, right) => left.Start.CompareTo(right.Start));
        var at = text.AsSpan(0, idle.Count > 0 ? idle[0].Start : text.Length).IndexOfAny(Suspects);
        at = at < 0 && idle.Count > 0 ? idle[0].Start : at;
        if (at < 0)
        {
            return new PlainForm(text, text, RemovedCharacters.None);
        }

        var next = 0;
        var plain = new StringBuilder(text.Length).Append(text, 0, at);
        List<int> removed = [];
        var isChanged = false;
        for (; at < text.Length; at++)
        {
            if (next < idle.Count && idle[next].Start == at)
            {
                removed.AddRange(Enumerable.Range(at, idle[next].Length));
                at = idle[next++].End - 1;
                continue;
            }

            if (IsBlank(text[at]))
            {
                var end = at + 1;
                while (end < text.Length && IsBlank(text[end]))
                {
                    end++;
                }

                if (IsIdle(text, at, end))
                {
                    removed.AddRange(Enumerable.Range(at, end - at));
                }
                else
                {
                    plain.Append(text, at, end - at);
                }

                at = end - 1;
                continue;
            }

            if (PlainText.IsGrouping(text, at) || IsWideGrouping(text, at))
            {
                removed.Add(at);
                continue;
            }

            var c = Plain(text, at);
            isChanged |= c != text[at];
            plain.Append(c);
        }

        return new PlainForm(text, isChanged || removed.Count > 0 ? plain.ToString() : text, new RemovedCharacters(removed));
    }

    /// <summary>Where the span of <see cref="Text"/> stands in the text as it was written.</summary>
    public TextSpan Written(TextSpan span) => _blanks.Written(_lines.Written(span));

    /// <summary>The figure that was read from <see cref="Text"/>, its spans and its unit as they were written: 15％.</summary>
    public Quantity Written(Quantity quantity)
    {
        var value = Written(quantity.ValueSpan);
        var unit = _written.AsSpan(Math.Max(value.Start, value.End - quantity.Unit.Length), Math.Min(value.Length, quantity.Unit.Length));
        return quantity with { Span = Written(quantity.Span), ValueSpan = value, Unit = unit.Length == quantity.Unit.Length && PlainText.Compact(unit.ToString()) == quantity.Unit ? unit.ToString() : quantity.Unit };
    }

    private static char Plain(string text, int at)
    {
        var c = text[at];
        if (c is >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' || HalfSigns.Contains(c, StringComparison.Ordinal))
        {
            return PlainText.HalfWidth(c);
        }

        // 9:30 and the numbers 3,5 keep theirs.
        var mark = WesternMarks.IndexOf(c, StringComparison.Ordinal);
        return mark < 0 || (c is ',' or ':' && PlainText.IsDigit(text, at - 1) && PlainText.IsDigit(text, at + 1)) ? c : ChineseMarks[mark];
    }

    /// <summary>Whether the digits before the blanks begin a sentence without counting anything: 1 新建小学; 3 个 counts.</summary>
    private static bool IsItem(string text, int end)
    {
        var start = end;
        while (PlainText.IsDigit(text, start - 1))
        {
            start--;
        }

        var behind = text.AsSpan(end).TrimStart();
        return (start == 0 || "。；;\n".Contains(text[start - 1], StringComparison.Ordinal)) && behind.Length > 0 && char.IsLetter(behind[0]) && !AfterNumbers.Contains(behind[0], StringComparison.Ordinal)
            && Units.Match(behind, out _) == 0 && Units.Multiplier(behind, out _) == 0;
    }

    /// <summary>１２，３４５: who types wide digits types the comma wide, too.</summary>
    private static bool IsWideGrouping(string text, int at) =>
        text[at] == '，' && at > 0 && at + 3 < text.Length && IsWide(text[at - 1]) && IsWide(text[at + 1]) && IsWide(text[at + 2]) && IsWide(text[at + 3]) && !PlainText.IsDigit(text, at + 4);

    private static bool IsWide(char c) => c is >= '０' and <= '９';

    private static bool IsBlank(char c) => c != '\n' && (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF');

    /// <summary>Whether the blanks part nothing. Those between two words do, and those of 3 012 and of 1 新建小学.</summary>
    private static bool IsIdle(string text, int start, int end)
    {
        if (start == 0 || end == text.Length)
        {
            return true;
        }

        var (before, after) = (text[start - 1], text[end]);
        if (PlainText.IsDigit(text, start - 1))
        {
            return !PlainText.IsDigit(text, end) && !IsItem(text, start);
        }

        return !char.IsLetter(before) || !char.IsLetter(after) || PlainText.IsHan(before) != PlainText.IsHan(after);
    }
}

/// <summary>Characters taken out of a text, by where they stood, in order.</summary>
internal readonly struct RemovedCharacters(List<int> positions)
{
    public static RemovedCharacters None { get; } = new([]);

    /// <summary>Where a stretch of what was left stands in the text that they were taken out of. Those inside it belong to it, those at its ends do not.</summary>
    public TextSpan Written(TextSpan span) => positions.Count == 0 ? span
        : span.Length == 0 ? new TextSpan(Written(span.Start), 0)
        : TextSpan.Between(Written(span.Start), Written(span.End - 1) + 1);

    private int Written(int position)
    {
        var (low, high) = (0, positions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = positions[middle] - middle <= position ? (middle + 1, high) : (low, middle);
        }

        return position + low;
    }
}
