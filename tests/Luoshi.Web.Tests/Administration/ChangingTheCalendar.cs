using System.Net;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests.Administration;

/// <summary>Two system administrators, one calendar.</summary>
public sealed class ChangingTheCalendar
{
    private const string Page = "/administration/calendar?year=2024";

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Whoever_comes_second_is_told_and_keeps_what_was_typed(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var first = await site.SignInAsync(site.District.Person(Role.SystemAdministrator));
        using var second = await site.SignInAsync(site.District.Person(Role.SystemAdministrator));
        await second.ReadAsync(Page);

        var changed = await first.PostAsync(Page, Holiday("2024-07-25", "区庆", version: 0));
        var late = await second.PostAsync(Page, Holiday("2024-07-25", "运动会", version: 0));
        var shown = await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (changed.StatusCode, late.StatusCode));
        Assert.Contains("刚刚被别人改过", shown, StringComparison.Ordinal);
        Assert.Contains("value=\"运动会\"", shown, StringComparison.Ordinal);
        Assert.Equal("区庆", await site.Store.LookAsync(site.District.System, db => db.OfficeDays.Where(day => day.Day == new DateOnly(2024, 7, 25)).Select(day => day.Name).SingleAsync()));
        Assert.Contains("name=\"version\" value=\"1\"", await second.ReadAsync(Page), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Holiday(string day, string name, int version) =>
        new() { ["year"] = "2024", ["version"] = $"{version}", ["from"] = day, ["kind"] = "Holiday", ["name"] = name };
}
