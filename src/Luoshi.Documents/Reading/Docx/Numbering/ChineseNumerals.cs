using System.Text;

namespace Luoshi.Documents.Reading.Docx.Numbering;

/// <summary>Numbers in words: 十一, 一百零五; in financial characters 壹拾壹.</summary>
internal sealed class ChineseNumerals(string digits, string units, bool leadingOne)
{
    public static ChineseNumerals Common { get; } = new("零一二三四五六七八九", "十百千", leadingOne: false);

    public static ChineseNumerals Financial { get; } = new("零壹贰叁肆伍陆柒捌玖", "拾佰仟", leadingOne: true);

    public static ChineseNumerals TraditionalFinancial { get; } = new("零壹貳參肆伍陸柒捌玖", "拾佰仟", leadingOne: true);

    /// <summary>The number in words; null outside 0 to 9999, which no list reaches.</summary>
    public string? Write(int number)
    {
        if (number is < 0 or > 9999)
        {
            return null;
        }

        if (number == 0)
        {
            return digits[..1];
        }

        var words = new StringBuilder();
        var zeroes = false;
        for (int power = 3, divisor = 1000; power >= 0; power--, divisor /= 10)
        {
            var digit = number / divisor % 10;
            if (digit == 0)
            {
                zeroes = words.Length > 0;
                continue;
            }

            if (zeroes)
            {
                words.Append(digits[0]);
                zeroes = false;
            }

            // 十一, not 一十一; but 一百一十一.
            if (digit > 1 || power != 1 || words.Length > 0 || leadingOne)
            {
                words.Append(digits[digit]);
            }

            if (power > 0)
            {
                words.Append(units[power - 1]);
            }
        }

        return words.ToString();
    }
}
