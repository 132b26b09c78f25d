using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ExcelNumberFormat;

namespace Luoshi.Documents.Reading.Xlsx;

/// <summary>One number format, ready to show values as Excel or WPS shows them on a Chinese machine.</summary>
internal sealed partial class CellFormat
{
    // The days between the beginnings of Excel's two calendars.
    private const int DaysFrom1900To1904 = 1462;

    private static readonly CultureInfo ChineseNames = MakeChineseNames();

    private readonly NumberFormat? _format;
    private readonly CultureInfo _names;
    private readonly bool _halfDays;
    private readonly bool _chineseDigits;
    private readonly bool _countsFrom1904;
    private readonly bool _dressesText;

    public CellFormat(string code, bool countsFrom1904)
    {
        var normalized = NumberFormatCodes.Normalize(code);
        var format = new NumberFormat(normalized);
        _format = normalized is NumberFormatCodes.General or "@" or "" || !format.IsValid ? null : format;
        _names = code.Contains("-804]", StringComparison.Ordinal) || code.Contains("aaa", StringComparison.Ordinal)
            ? ChineseNames
            : CultureInfo.InvariantCulture;
        _halfDays = code.Contains("上午/下午", StringComparison.Ordinal);
        _chineseDigits = code.Contains("[DBNum1]", StringComparison.OrdinalIgnoreCase);
        _countsFrom1904 = countsFrom1904;
        _dressesText = _format is not null && normalized.Contains('@');
    }

    public bool IsDate => _format is { IsDateTimeFormat: true };

    public string Show(double value)
    {
        if (IsDate && _countsFrom1904)
        {
            value += DaysFrom1900To1904;
        }

        // There is no day before the calendar begins: the sheet shows ####, the number at least says what stands there.
        if (_format is null || (IsDate && value < 0))
        {
            return General(value);
        }

        var text = _format.Format(value, _names);
        if (_halfDays)
        {
            text = text.Replace("AM", "上午", StringComparison.Ordinal).Replace("PM", "下午", StringComparison.Ordinal);
        }

        if (_chineseDigits && !text.Contains('.'))
        {
            text = Digits().Replace(text, digits => ChineseNumeral(digits.Value, IsDate));
        }

        return text.Trim();
    }

    public string Show(DateTime value) =>
        _format is { IsDateTimeFormat: true } ? _format.Format(value, _names).Trim()
        : value.ToString(value.TimeOfDay == TimeSpan.Zero ? "yyyy/M/d" : "yyyy/M/d H:mm", CultureInfo.InvariantCulture);

    /// <summary>Text in a cell: its own, unless the format puts something around it (<c>@"局"</c>).</summary>
    public string Show(string text) => _dressesText ? _format!.Format(text, CultureInfo.InvariantCulture).Trim() : text;

    /// <summary>Fifteen digits are all that Excel has: 0.1 + 0.2 is 0.3.</summary>
    private static string General(double value) => value == 0 ? "0" : value.ToString("G15", CultureInfo.InvariantCulture);

    /// <summary>二〇二四 for the year of a date, 二十一 for whatever else; numbers over 9999 are left alone.</summary>
    private static string ChineseNumeral(string digits, bool inDate)
    {
        const string Names = "〇一二三四五六七八九";
        if (digits.Length > 4)
        {
            return digits;
        }

        if (digits.Length == 4 && inDate)
        {
            return string.Concat(digits.Select(digit => Names[digit - '0']));
        }

        var numeral = new StringBuilder();
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[i] - '0';
            if (digit > 0)
            {
                numeral.Append(Names[digit]);
                if (digits.Length - i > 1)
                {
                    numeral.Append("十百千"[digits.Length - i - 2]);
                }
            }
            else if (numeral.Length > 0 && numeral[^1] != Names[0] && digits.AsSpan(i).ContainsAnyInRange('1', '9'))
            {
                numeral.Append(Names[0]);
            }
        }

        if (numeral.Length == 0)
        {
            return Names[..1];
        }

        return numeral.Length > 1 && numeral[0] == '一' && numeral[1] == '十' ? numeral.ToString(1, numeral.Length - 1) : numeral.ToString();
    }

    private static CultureInfo MakeChineseNames()
    {
        // The program runs without culture data, so the names are said here.
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        string[] months = ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月", ""];
        culture.DateTimeFormat.DayNames = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"];
        culture.DateTimeFormat.AbbreviatedDayNames = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];
        culture.DateTimeFormat.MonthNames = months;
        culture.DateTimeFormat.AbbreviatedMonthNames = months;
        return culture;
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
