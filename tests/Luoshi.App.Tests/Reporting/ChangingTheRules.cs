using Luoshi.App.Checks;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Reporting;

public sealed class ChangingTheRules
{
    private static readonly DueRules s_due = new() { Monthly = new DueRule { DayOfMonth = 28 } };

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task New_rules_hold_from_now_on_and_the_old_ones_are_kept(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var opened = await district.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        store.Clock.Advance(TimeSpan.FromMinutes(1));

        var refusal = await ChangeAsync(district, s_due);

        var next = await district.OpenAsync(new ReportingPeriod(2024, 8), "新建高标准农田");
        Assert.Null(refusal);
        Assert.Equal(2, await store.LookAsync(district.System, db => db.RuleSets.CountAsync()));
        Assert.Equal((25, 28), (opened.DueAt.Day, next.DueAt.Day));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_makes_no_sense_or_changes_nothing_is_refused(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);

        Assert.Equal("rules-unchanged", (await ChangeAsync(district, new DueRules()))?.Code);
        Assert.Equal("due-rule-invalid", (await ChangeAsync(district, new DueRules { Monthly = new DueRule { DayOfMonth = 32 } }))?.Code);
        Assert.Equal("forbidden", (await store.AskAsync<ChangeRules, Refusal?>(district.Reviewer, change => change.ExecuteAsync(Guid.Empty, s_due, CheckSettingsFile.BuiltIn, null, CancellationToken.None)))?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_two_who_change_them_the_second_is_told(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var seen = await SeenAsync(district);

        var first = await ChangeAsync(district, s_due, seen);
        var second = await ChangeAsync(district, new DueRules { Weekly = new DueRule { Weekday = DayOfWeek.Thursday } }, seen);
        var atOnce = await SeenAsync(district);
        var together = await Task.WhenAll(Enumerable.Range(20, 5).Select(day => Task.Run(() => ChangeAsync(district, new DueRules { Monthly = new DueRule { DayOfMonth = day } }, atOnce))));

        Assert.Equal((null, "changed-meanwhile"), (first?.Code, second?.Code));
        Assert.Single(together, refusal => refusal is null);
        Assert.All(together.OfType<Refusal>(), refusal => Assert.Equal("changed-meanwhile", refusal.Code));
    }

    private static async Task<Refusal?> ChangeAsync(SmallDistrict district, DueRules due) => await ChangeAsync(district, due, await SeenAsync(district));

    private static Task<Refusal?> ChangeAsync(SmallDistrict district, DueRules due, Guid seen) =>
        district.Store.AskAsync<ChangeRules, Refusal?>(district.Clerk, change => change.ExecuteAsync(seen, due, CheckSettingsFile.BuiltIn, "按新的督查通知", CancellationToken.None));

    private static Task<Guid> SeenAsync(SmallDistrict district) => district.Store.LookAsync(district.Clerk, db => RulesInForce.NewestId(db).FirstAsync());
}
