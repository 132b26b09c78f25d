using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Luoshi.Core.Reporting;

/// <summary>
/// 报送期 — a month, written <c>2024-04</c>. A quarter, half year or year is named by its last month.
/// Valid from 1900-01 to 9999-12; the default value is not a period.
/// </summary>
public readonly record struct ReportingPeriod : IComparable<ReportingPeriod>
{
    /// <exception cref="ArgumentOutOfRangeException">The year is not 1900 to 9999 or the month not 1 to 12.</exception>
    public ReportingPeriod(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1900);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        Year = year;
        Month = month;
    }

    public int Year { get; }

    /// <summary>1 to 12.</summary>
    public int Month { get; }

    /// <summary>Reads <c>2024-04</c> and nothing else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ReportingPeriod period)
    {
        period = default;
        if (text is not { Length: 7 }
            || text[4] != '-'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            || year < 1900
            || month is < 1 or > 12)
        {
            return false;
        }

        period = new ReportingPeriod(year, month);
        return true;
    }

    /// <summary>How many months <paramref name="other"/> lies after this one; negative when before.</summary>
    public int MonthsUntil(ReportingPeriod other) => (other.Year - Year) * 12 + other.Month - Month;

    /// <summary>The month before. The first period there is has none and throws.</summary>
    public ReportingPeriod Previous() => Month == 1 ? new(Year - 1, 12) : new(Year, Month - 1);

    /// <inheritdoc/>
    public int CompareTo(ReportingPeriod other) => other.MonthsUntil(this);

    public static bool operator <(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) < 0;

    public static bool operator <=(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) <= 0;

    public static bool operator >(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) > 0;

    public static bool operator >=(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}");
}
