using System.Globalization;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>Months that are still to come at the time of a report.</summary>
internal static class LaterMonths
{
    /// <summary>A month in the part of the text that is still to come: 5月12日 in April. In January 12月 is last year's.</summary>
    public static ReportingPeriod? In(string text, TextSpan part, ReportingPeriod asOf)
    {
        const int FarthestMonths = 6;
        for (var at = text.IndexOf('月', part.Start, part.Length); at >= 0; at = text.IndexOf('月', at + 1, part.End - at - 1))
        {
            var digits = at;
            while (digits > part.Start && at - digits < 2 && char.IsAsciiDigit(text[digits - 1]))
            {
                digits--;
            }

            if (digits == at || int.Parse(text.AsSpan(digits, at - digits), CultureInfo.InvariantCulture) is not (>= 1 and <= 12 and var month) || (digits > 0 && char.IsAsciiDigit(text[digits - 1])))
            {
                continue;
            }

            var year = digits >= part.Start + 5 && text[digits - 1] == '年' ? PeriodText.FindYear(text.Substring(digits - 5, 5)) : digits > part.Start && text[digits - 1] == '年' ? null : asOf.Year;
            if (year is { } known && new ReportingPeriod(known, month) is var named && asOf.MonthsUntil(named) is > 0 and <= FarthestMonths)
            {
                return named;
            }
        }

        return null;
    }
}
