using System.Text.Json;
using Luoshi.Core.Calendars;

namespace Luoshi.App.Calendars;

/// <summary>
/// 法定节假日安排 as published, built into the program as <c>statutory-days.json</c>. What a ledger starts from: the office edits its own copy
/// when a year's notice comes out.
/// </summary>
public static class StatutoryDays
{
    /// <summary>Read once, in the order of the years.</summary>
    public static IReadOnlyList<StatutoryYear> Years { get; } = ReadYears();

    /// <summary>All days of all years.</summary>
    public static IEnumerable<CalendarDay> Days => Years.SelectMany(year => year.Days);

    private static IReadOnlyList<StatutoryYear> ReadYears()
    {
        using var file = typeof(StatutoryDays).Assembly.GetManifestResourceStream("statutory-days.json")!;
        var years = JsonSerializer.Deserialize<IReadOnlyList<YearInFile>>(file, JsonSerializerOptions.Web)!;
        return [.. years.Select(year => new StatutoryYear(year.Year, year.Source, year.Provisional, year.Note, [.. year.Holidays.SelectMany(DaysOf).OrderBy(day => day.Day)]))];
    }

    private static IEnumerable<CalendarDay> DaysOf(HolidayInFile holiday)
    {
        for (var day = holiday.From; day <= holiday.To; day = day.AddDays(1))
        {
            yield return new CalendarDay(day, DayKind.Holiday, holiday.Name);
        }

        foreach (var day in holiday.Workdays ?? [])
        {
            yield return new CalendarDay(day, DayKind.MakeUpWorkday, holiday.Name);
        }
    }

    private sealed record YearInFile(int Year, string Source, bool Provisional, string? Note, IReadOnlyList<HolidayInFile> Holidays);

    private sealed record HolidayInFile(string Name, DateOnly From, DateOnly To, IReadOnlyList<DateOnly>? Workdays);
}
