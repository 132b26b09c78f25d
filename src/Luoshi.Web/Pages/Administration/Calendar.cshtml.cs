using Luoshi.App.Calendars;
using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Calendars;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Administration;

/// <summary>A day of the year view: its look, what it is in full, and in one character.</summary>
public sealed record CalendarCell(DateOnly Day, string Class, string Title, string? Mark);

/// <summary>A month by weeks from Monday on; null before its first and after its last day.</summary>
public sealed record CalendarMonth(int Number, IReadOnlyList<IReadOnlyList<CalendarCell?>> Weeks);

/// <summary>工作日历.</summary>
public sealed class CalendarModel(LuoshiDb db, ChangeCalendar change, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    /// <summary>The version that the person saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    /// <summary>The name of a <see cref="DayKind"/>; empty for what the week says.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Why the year should be checked; null where there is no reason.</summary>
    public string? Warning { get; private set; }

    public IReadOnlyList<CalendarMonth> Months { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Version = await db.OfficeCalendars.Select(calendar => calendar.Version).SingleOrDefaultAsync(ct);
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        DayKind? kind = Enum.TryParse<DayKind>(Kind, out var known) ? known : null;
        var refusal = From is { } from ? await change.ExecuteAsync(Version, from, To ?? from, kind, Name ?? "", ct) : new Refusal("days-invalid", "请填写日期。");
        if (refusal is null)
        {
            TempData["Notice"] = "工作日历已修改。";
            return Redirect($"/administration/calendar?year={From!.Value.Year}");
        }

        Kind ??= "";
        ModelState.Refuse(refusal.Code == "day-name-missing" ? "name" : "from", refusal);
        return refusal.Code == "forbidden" ? Forbid() : await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageCalendar) is not null)
        {
            return Forbid();
        }

        Year = Year is >= 2000 and <= 2099 ? Year : OfficeTime.Today(clock).Year;
        var (first, last) = (new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31));
        var days = await db.OfficeDays.AsNoTracking().Where(day => day.Day >= first && day.Day <= last).OrderBy(day => day.Day).ToDictionaryAsync(day => day.Day, ct);
        Warning = WarningOf(StatutoryDays.Years.FirstOrDefault(year => year.Year == Year), days.Count);
        Months = [.. Enumerable.Range(1, 12).Select(month => MonthOf(month, days))];
        return Page();
    }

    private string? WarningOf(StatutoryYear? published, int days) =>
        published is { IsProvisional: true } ? $"{Year}年的放假通知在本系统发布时还没有公布，只有法定节日，没有调休。请在通知公布后按通知修改。{published.Note}"
        : published is null && days == 0 ? $"还没有{Year}年的放假安排，现在只按周末计算。请按国务院办公厅的通知录入。"
        : null;

    private CalendarMonth MonthOf(int month, Dictionary<DateOnly, OfficeDay> days)
    {
        var first = new DateOnly(Year, month, 1);
        var cells = Enumerable.Repeat<CalendarCell?>(null, ((int)first.DayOfWeek + 6) % 7)
            .Concat(Enumerable.Range(0, DateTime.DaysInMonth(Year, month)).Select(day => CellOf(first.AddDays(day), days)));
        return new CalendarMonth(month, [.. cells.Chunk(7).Select(week => (IReadOnlyList<CalendarCell?>)week)]);
    }

    private static CalendarCell CellOf(DateOnly day, Dictionary<DateOnly, OfficeDay> days) => days.GetValueOrDefault(day) switch
    {
        { Kind: DayKind.Holiday } holiday => new CalendarCell(day, "day-off", $"{day:M月d日} {holiday.Name}，放假", "休"),
        { Kind: DayKind.MakeUpWorkday } worked => new CalendarCell(day, "day-on", $"{day:M月d日} {worked.Name}，调休上班", "班"),
        _ => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? new CalendarCell(day, "day-rest", $"{day:M月d日} 周末", null) : new CalendarCell(day, "", $"{day:M月d日}", null),
    };
}
