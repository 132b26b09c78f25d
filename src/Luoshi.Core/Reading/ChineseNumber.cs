namespace Luoshi.Core.Reading;

/// <summary>Whole numbers as lists and dates write them: 12, １２, 十二, 廿, 一二, ⑫.</summary>
public static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Reads a whole number from 0 to 9,999 and nothing else around it.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        text = text.Trim();
        if (text.IsEmpty || text.Length > 9)
        {
            return false;
        }

        if (text.Length == 1 && CircledValue(text[0]) is { } circled)
        {
            value = circled;
            return true;
        }

        return TryParseArabic(text, out value) || TryParsePositional(text, out value) || TryParseSpoken(text, out value);
    }

    private static int? CircledValue(char c) => c switch
    {
        >= '①' and <= '⑳' => c - '①' + 1,
        >= '⑴' and <= '⒇' => c - '⑴' + 1,
        >= '⒈' and <= '⒛' => c - '⒈' + 1,
        >= '㈠' and <= '㈩' => c - '㈠' + 1,
        _ => null,
    };

    private static bool TryParseArabic(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.Length > 4)
        {
            return false;
        }

        foreach (var c in text)
        {
            var digit = PlainText.HalfWidth(c) - '0';
            if (digit is < 0 or > 9)
            {
                return false;
            }

            value = value * 10 + digit;
        }

        return true;
    }

    // 二〇二四: a year written digit by digit.
    private static bool TryParsePositional(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.Length is < 2 or > 4)
        {
            return false;
        }

        foreach (var c in text)
        {
            var digit = DigitValue(c);
            if (digit < 0)
            {
                return false;
            }

            value = value * 10 + digit;
        }

        return true;
    }

    private static bool TryParseSpoken(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        var digit = -1;
        var lastUnit = int.MaxValue;
        foreach (var c in text)
        {
            var unit = c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (c is '廿' or '卅')
            {
                value += c == '廿' ? 20 : 30;
                lastUnit = 10;
            }
            else if (unit > 0)
            {
                if (unit >= lastUnit || (digit < 0 && (unit != 10 || value != 0)))
                {
                    return false;
                }

                value += (digit < 0 ? 1 : digit) * unit;
                lastUnit = unit;
                digit = -1;
            }
            else if (DigitValue(c) is >= 0 and var next && digit <= 0)
            {
                digit = next;
            }
            else
            {
                return false;
            }
        }

        value += Math.Max(digit, 0);
        return true;
    }

    private static int DigitValue(char c) => c switch { '〇' or '○' or 'Ｏ' => 0, '两' => 2, _ => Digits.IndexOf(c, StringComparison.Ordinal) };
}
