using Luoshi.App.Calendars;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Calendars;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Calendars;

/// <summary>Days that an office makes free, worked or ordinary again, each time on top of what was seen.</summary>
public sealed class ChangingTheCalendar
{
    private static readonly DateOnly s_day = new(2024, 7, 25);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_day_made_free_is_free_and_can_be_made_ordinary_again(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);

        await SetAsync(district, 0, s_day, DayKind.Holiday, "区庆");
        var free = await CalendarAsync(district);
        await SetAsync(district, 1, s_day, null, "");
        var ordinary = await CalendarAsync(district);

        Assert.Equal(new DateOnly(2024, 7, 24), free.OnOrBefore(s_day));
        Assert.Equal(s_day, ordinary.OnOrBefore(s_day));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_two_who_saw_the_same_calendar_the_second_is_told_and_changes_nothing(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);

        var first = await SetAsync(district, 0, s_day, DayKind.Holiday, "区庆");
        var second = await SetAsync(district, 0, s_day, null, "");
        var another = await SetAsync(district, 0, s_day.AddDays(1), DayKind.Holiday, "区庆");
        var seen = await SetAsync(district, 1, s_day.AddDays(1), DayKind.Holiday, "区庆");

        Assert.Equal((null, "changed-meanwhile", "changed-meanwhile", null), (first?.Code, second?.Code, another?.Code, seen?.Code));
        Assert.Equal(new DateOnly(2024, 7, 24), (await CalendarAsync(district)).OnOrBefore(s_day.AddDays(1)));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_many_who_change_it_at_once_one_does(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);

        foreach (var version in Enumerable.Range(0, 2))
        {
            var together = await Task.WhenAll(Enumerable.Range(0, 6).Select(day => Task.Run(() => SetAsync(district, version, s_day.AddDays(day), DayKind.Holiday, "区庆"))));

            Assert.Single(together, refusal => refusal is null);
            Assert.Equal(["changed-meanwhile"], together.OfType<Refusal>().Select(refusal => refusal.Code).Distinct());
        }

        Assert.Equal(2, await store.LookAsync(district.System, db => db.AuditEntries.CountAsync(entry => entry.Action == "calendar-changed")));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Another_governments_calendar_has_a_version_of_its_own(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var other = await SmallDistrict.CreateAsync(store, "云岭县人民政府");

        await SetAsync(district, 0, s_day, DayKind.Holiday, "区庆");
        var elsewhere = await SetAsync(other, 0, s_day, DayKind.Holiday, "县庆");

        Assert.Null(elsewhere);
    }

    private static Task<Refusal?> SetAsync(SmallDistrict district, int version, DateOnly day, DayKind? kind, string name) =>
        district.Store.AskAsync<ChangeCalendar, Refusal?>(district.Person(Role.SystemAdministrator), change => change.ExecuteAsync(version, day, day, kind, name, CancellationToken.None));

    private static Task<WorkdayCalendar> CalendarAsync(SmallDistrict district) => district.Store.LookAsync(district.System, db => RulesInForce.CalendarAsync(db, CancellationToken.None));
}
