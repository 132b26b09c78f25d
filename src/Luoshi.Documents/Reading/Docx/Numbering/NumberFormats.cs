using System.Globalization;
using System.Text;

namespace Luoshi.Documents.Reading.Docx.Numbering;

/// <summary>Writes a number the way a list level asks (<c>w:numFmt</c>). A format it does not know, or a number the format has no sign for, is in digits.</summary>
internal static class NumberFormats
{
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";
    private const int LongestRepetition = 30;

    public static string Write(int number, string format) => format switch
    {
        "none" => "",
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "upperLetter" => Letters(number, 'A') ?? Digits(number),
        "lowerLetter" => Letters(number, 'a') ?? Digits(number),
        "upperRoman" => Roman(number) ?? Digits(number),
        "lowerRoman" => Roman(number)?.ToLowerInvariant() ?? Digits(number),
        "decimalFullWidth" or "decimalFullWidth2" => Replace(Digits(number), "０１２３４５６７８９"),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Series(number, '①', 20) ?? Digits(number),
        "decimalEnclosedParen" => Series(number, '⑴', 20) ?? Digits(number),
        "decimalEnclosedFullstop" => Series(number, '⒈', 20) ?? Digits(number),
        "ideographEnclosedCircle" => Series(number, '㊀', 10) ?? Digits(number),
        "numberInDash" => $"- {Digits(number)} -",
        "ideographTraditional" => number is >= 1 and <= 10 ? Stems[number - 1].ToString() : Digits(number),
        "ideographZodiac" => number is >= 1 and <= 12 ? Branches[number - 1].ToString() : Digits(number),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => Replace(Digits(number), "〇一二三四五六七八九"),
        "chineseCounting" or "taiwaneseCounting" => ChineseBelowHundred(number) ?? Replace(Digits(number), "〇一二三四五六七八九"),
        "chineseCountingThousand" or "taiwaneseCountingThousand" => ChineseNumerals.Common.Write(number) ?? Digits(number),
        "japaneseCounting" => ChineseNumerals.Common.Write(number) ?? Digits(number),
        "chineseLegalSimplified" => ChineseNumerals.Financial.Write(number) ?? Digits(number),
        "ideographLegalTraditional" => ChineseNumerals.TraditionalFinancial.Write(number) ?? Digits(number),
        _ => Digits(number),
    };

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? ChineseBelowHundred(int number) => number is >= 1 and <= 99 ? ChineseNumerals.Common.Write(number) : null;

    private static string Replace(string digits, string replacements) => string.Create(digits.Length, (digits, replacements), static (span, state) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = char.IsAsciiDigit(state.digits[i]) ? state.replacements[state.digits[i] - '0'] : state.digits[i];
        }
    });

    private static string? Series(int number, char first, int length) =>
        number >= 1 && number <= length ? ((char)(first + number - 1)).ToString() : null;

    // Word goes on after Z with AA, BB, CC.
    private static string? Letters(int number, char first) =>
        number is >= 1 and <= 26 * LongestRepetition ? new string((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1) : null;

    private static string? Roman(int number)
    {
        if (number is < 1 or > 3999)
        {
            return null;
        }

        ReadOnlySpan<int> values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
        string[] signs = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"];
        var roman = new StringBuilder();
        for (var i = 0; i < values.Length; i++)
        {
            for (; number >= values[i]; number -= values[i])
            {
                roman.Append(signs[i]);
            }
        }

        return roman.ToString();
    }
}
