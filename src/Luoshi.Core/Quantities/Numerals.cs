namespace Luoshi.Core.Quantities;

/// <summary>A number in plain form: 1,200, 3.5, 三百二十. <see cref="IsBare"/> numbers begin with 百, 千, 万 or 亿 and are mostly parts of names.</summary>
internal readonly record struct Numeral(decimal Value, int End, bool IsChinese, bool IsBare);

/// <summary>Reads numbers. A number that does not fit a decimal is no number: nothing in an office's text is that large.</summary>
internal static class Numerals
{
    private const decimal Largest = 1_000_000_000_000_000_000_000m;

    private const int MostDigits = 27;

    public static bool IsDigit(char c) => char.IsAsciiDigit(c);

    public static bool IsChinese(char c) => ChineseDigit(c) >= 0 || Place(c) > 0;

    /// <summary>Reads digits with thousands separators and a decimal part from <paramref name="start"/>. False where they are a version, a code or too long.</summary>
    public static bool TryArabic(ReadOnlySpan<char> text, int start, out Numeral numeral, out int end)
    {
        numeral = default;
        var at = start;
        var value = 0m;
        var digits = 0;
        for (; at < text.Length && IsDigit(text[at]); at++)
        {
            if (++digits <= MostDigits)
            {
                value = value * 10 + (text[at] - '0');
            }
        }

        while (digits is > 0 and <= MostDigits && IsThousandsGroup(text, start, at))
        {
            value = value * 1000 + (text[at + 1] - '0') * 100 + (text[at + 2] - '0') * 10 + (text[at + 3] - '0');
            digits += 3;
            at += 4;
        }

        if (at + 1 < text.Length && text[at] is '.' && at + 1 < text.Length && IsDigit(text[at + 1]))
        {
            var scale = 1m;
            for (at++; at < text.Length && IsDigit(text[at]); at++)
            {
                if (++digits <= MostDigits)
                {
                    scale /= 10;
                    value += (text[at] - '0') * scale;
                }
            }

            if (at + 1 < text.Length && text[at] is '.' && at + 1 < text.Length && IsDigit(text[at + 1]))
            {
                end = SkipVersion(text, at);
                return false;
            }
        }

        end = at;
        numeral = new Numeral(value, at, false, false);
        return digits is > 0 and <= MostDigits;
    }

    /// <summary>Reads 三百二十, 十二, 两千零五, 廿五, 一〇. False where the characters make no single number: 三四, 一一.</summary>
    public static bool TryChinese(ReadOnlySpan<char> text, int start, out Numeral numeral, out int end)
    {
        numeral = default;
        end = start;
        while (end < text.Length && IsChinese(text[end]))
        {
            end++;
        }

        // 百亿千瓦时: the thousand belongs to the unit.
        if (end - start > 1 && end < text.Length && text[end - 1] is '千' && text[end] is '瓦' or '米' or '克' or '伏')
        {
            end--;
        }

        if (end - start > 16)
        {
            return false;
        }

        // 三十亿元 is 30 亿元: the unit takes the last place along, unless there is another large one before it.
        if (end - start > 1 && Place(text[end - 1]) >= 10_000 && text[start..(end - 1)].IndexOfAny("万亿萬億") < 0)
        {
            end--;
        }

        decimal total = 0, section = 0;
        var digit = -1;
        var lastPlace = decimal.MaxValue;
        for (var at = start; at < end; at++)
        {
            var value = ChineseDigit(text[at]);
            if (value >= 0)
            {
                if (digit > 0)
                {
                    return false;
                }

                digit = value;
                continue;
            }

            var place = Place(text[at]);
            if (place >= 10_000)
            {
                // 亿亿亿 counts nothing, and must not count past what a number can hold.
                if (total > Largest / place)
                {
                    return false;
                }

                total = (total + section + Math.Max(digit, 0)) * place;
                total = total == 0 ? place : total;
                section = 0;
                lastPlace = decimal.MaxValue;
            }
            else
            {
                if (place >= lastPlace)
                {
                    return false;
                }

                section += (text[at] is '廿' ? 2 : text[at] is '卅' ? 3 : digit < 0 ? 1 : digit) * (text[at] is '廿' or '卅' ? 10 : place);
                lastPlace = place;
            }

            digit = -1;
        }

        // 三百二 is 320 in speech and never written so in an office.
        numeral = new Numeral(total + section + Math.Max(digit, 0), end, true, end > start && Place(text[start]) >= 100);
        return end > start;
    }

    private static bool IsThousandsGroup(ReadOnlySpan<char> text, int start, int at) =>
        at + 3 < text.Length && (text[at] == ',' || (text[at] is ' ' or '\u00a0' && at - start <= 3)) && (at - start <= 3 || text[at - 4] is ',')
        && IsDigit(text[at + 1]) && IsDigit(text[at + 2]) && IsDigit(text[at + 3])
        && !(at + 4 < text.Length && IsDigit(text[at + 4]));

    private static int SkipVersion(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (IsDigit(text[at]) || text[at] is '.'))
        {
            at++;
        }

        return at;
    }

    private static int ChineseDigit(char c) => c switch
    {
        '零' or '〇' => 0,
        '一' or '壹' => 1,
        '二' or '两' or '兩' or '贰' => 2,
        '三' or '叁' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => -1,
    };

    private static int Place(char c) => c switch
    {
        '十' or '拾' or '廿' or '卅' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' or '萬' => 10_000,
        '亿' or '億' => 100_000_000,
        _ => 0,
    };
}
