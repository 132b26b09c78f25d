using System.Globalization;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Quantities;

/// <summary>时限 — a day, a month or a quarter, no more exact than the text was.</summary>
public readonly record struct DueDate : IComparable<DueDate>
{
    private DueDate(int year, int month, int? day, bool quarter)
    {
        Year = year;
        Month = month;
        Day = day;
        IsQuarter = quarter;
    }

    public int Year { get; }

    /// <summary>The month, or the last month of the quarter.</summary>
    public int Month { get; }

    /// <summary>The day of the month where the text names one.</summary>
    public int? Day { get; }

    /// <summary>Whether the text names a quarter.</summary>
    public bool IsQuarter { get; }

    /// <summary>The month the deadline falls in.</summary>
    public ReportingPeriod Period => new(Year, Month);

    /// <summary>The last day that still keeps the deadline.</summary>
    public DateOnly LastDay => new(Year, Month, Day ?? DateTime.DaysInMonth(Year, Month));

    internal static DueDate OfMonth(ReportingPeriod period) => new(period.Year, period.Month, null, false);

    internal static DueDate OfQuarter(int year, int quarter) => new(year, quarter * 3, null, true);

    internal static DueDate OfDay(int year, int month, int day) => new(year, month, day, false);

    public int CompareTo(DueDate other) => LastDay.CompareTo(other.LastDay);

    public static bool operator <(DueDate left, DueDate right) => left.CompareTo(right) < 0;

    public static bool operator <=(DueDate left, DueDate right) => left.CompareTo(right) <= 0;

    public static bool operator >(DueDate left, DueDate right) => left.CompareTo(right) > 0;

    public static bool operator >=(DueDate left, DueDate right) => left.CompareTo(right) >= 0;

    /// <summary>2024年10月1日, 2024年10月 or 2024年四季度.</summary>
    public string InWords() => IsQuarter ? $"{Year}年{"一二三四"[(Month / 3) - 1]}季度" : $"{Year}年{Month}月{(Day is { } day ? $"{day}日" : "")}";

    /// <summary><c>2024-10-01</c>, <c>2024-10</c> or <c>2024-Q4</c>.</summary>
    public override string ToString() => IsQuarter
        ? string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-Q{Month / 3}")
        : Day is { } day
            ? string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}-{day:D2}")
            : string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}");
}
