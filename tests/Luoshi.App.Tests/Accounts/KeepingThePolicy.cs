using Luoshi.App.Accounts;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Accounts;

/// <summary>What the security administrator sets: how long sessions last, and when an unused account is disabled.</summary>
public sealed class KeepingThePolicy
{
    private static readonly PolicyForm s_strict = new(PasswordProfile.LevelThree, IdleMinutes: 10, SessionHours: 2, DormantDays: 30);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Sessions_that_are_opened_from_then_on_end_by_it(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var person = await Someone.CreateAsync(store, district.FarmingReporter);
        var before = await person.SignInAsync();
        Assert.Null(await ChangeAsync(district, 0, s_strict));
        var after = await person.SignInAsync();

        store.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.NotNull(await person.FindAsync(before));
        Assert.Null(await person.FindAsync(after));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task However_busy_a_session_ends_after_its_hours(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var person = await Someone.CreateAsync(store, district.FarmingReporter);
        await ChangeAsync(district, 0, s_strict);
        var secret = await person.SignInAsync();
        for (var minutes = 0; minutes < 120; minutes += 8)
        {
            store.Clock.Advance(TimeSpan.FromMinutes(8));
            Assert.NotNull(await person.FindAsync(secret));
        }

        store.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(await person.FindAsync(secret));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_two_who_change_it_the_second_is_told(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);

        var first = await ChangeAsync(district, 0, s_strict);
        var second = await ChangeAsync(district, 0, s_strict with { DormantDays = 90 });
        var third = await ChangeAsync(district, 1, s_strict with { DormantDays = 90 });

        Assert.Equal((null, "changed-meanwhile", null), (first?.Code, second?.Code, third?.Code));
    }

    [Theory]
    [InlineData(4, 10, 90, "session-limits-invalid")]
    [InlineData(121, 10, 90, "session-limits-invalid")]
    [InlineData(30, 0, 90, "session-limits-invalid")]
    [InlineData(30, 25, 90, "session-limits-invalid")]
    [InlineData(30, 10, 29, "dormant-days-invalid")]
    [InlineData(30, 10, 366, "dormant-days-invalid")]
    public async Task What_would_protect_nobody_is_refused(int idle, int hours, int days, string code)
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);

        Assert.Equal(code, (await ChangeAsync(district, 0, new PolicyForm(PasswordProfile.Nist, idle, hours, days)))?.Code);
        Assert.False(await store.LookAsync(Access.System, db => db.SecurityPolicies.AnyAsync()));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Whoever_has_not_signed_in_for_ninety_days_is_disabled_and_the_audit_says_so(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var (dormant, busy) = (await Someone.CreateAsync(store, district.FarmingReporter), await Someone.CreateAsync(store, district.HousingReporter));
        await dormant.SignInAsync();
        store.Clock.Advance(TimeSpan.FromDays(60));
        await busy.SignInAsync();
        store.Clock.Advance(TimeSpan.FromDays(31));

        var disabled = await DisableAsync(store);

        Assert.Equal(1, disabled);
        Assert.Equal("account-disabled", (await dormant.TrySignInAsync()).Refusal?.Code);
        Assert.Null((await busy.TrySignInAsync()).Refusal);
        Assert.Equal("连续90天没有登录", (await store.LookAsync(Access.System, db => db.AuditEntries.SingleAsync(entry => entry.Action == "account-disabled"))).Reason);
        Assert.Equal(0, await DisableAsync(store));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Enabled_again_it_has_its_days_anew(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var person = await Someone.CreateAsync(store, district.FarmingReporter);
        store.Clock.Advance(TimeSpan.FromDays(91));
        await DisableAsync(store);
        await store.AskAsync<DisableAccount, Refusal?>(district.Person(Role.SystemAdministrator), disable => disable.ExecuteAsync(person.Id, disabled: false, "返岗", CancellationToken.None));

        var again = await DisableAsync(store);

        Assert.Equal(0, again);
        Assert.Null((await person.TrySignInAsync()).Refusal);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_last_system_administrator_stays(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var administrator = await Someone.CreateAsync(store, district.Person(Role.SystemAdministrator));
        await Someone.CreateAsync(store, district.Clerk);
        store.Clock.Advance(TimeSpan.FromDays(200));

        var disabled = await DisableAsync(store);

        Assert.Equal(1, disabled);
        Assert.Null((await administrator.TrySignInAsync()).Refusal);
    }

    private static Task<Refusal?> ChangeAsync(SmallDistrict district, int version, PolicyForm form) =>
        district.Store.AskAsync<ChangePolicy, Refusal?>(district.Person(Role.SecurityAdministrator), change => change.ExecuteAsync(version, form, CancellationToken.None));

    private static Task<int> DisableAsync(Store store) => store.AskAsync<DisableDormantAccounts, int>(Access.Nobody, disable => disable.ExecuteAsync(CancellationToken.None));
}
