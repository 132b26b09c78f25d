using Luoshi.App.Accounts;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Accounts;

public sealed class KeepingASession
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Half_an_hour_without_a_word_ends_it(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var reporter = await Someone.CreateAsync(store, district.FarmingReporter);
        var secret = await reporter.SignInAsync();
        store.Clock.Advance(TimeSpan.FromMinutes(29));
        var seen = await reporter.FindAsync(secret);
        store.Clock.Advance(TimeSpan.FromMinutes(31));

        var idle = await reporter.FindAsync(secret);

        Assert.NotNull(seen);
        Assert.Null(idle);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Ten_hours_end_it_however_busy_and_switching_does_not_lengthen_it(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var person = await Someone.CreateAsync(store, district.FarmingReporter, district.FarmingHead);
        var secret = await person.SignInAsync();
        for (var minutes = 0; minutes < 10 * 60; minutes += 20)
        {
            store.Clock.Advance(TimeSpan.FromMinutes(20));
            secret = minutes == 300 ? (await SwitchAsync(person, secret, Role.UnitHead)).Value : secret;
            Assert.NotNull(await person.FindAsync(secret));
        }

        store.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(await person.FindAsync(secret));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Switching_positions_gives_a_new_secret_and_the_old_one_is_over(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var person = await Someone.CreateAsync(store, district.FarmingReporter, district.FarmingHead);
        var secret = await person.SignInAsync();

        var switched = await SwitchAsync(person, secret, Role.UnitHead);

        Assert.Equal(Role.UnitHead, (await person.FindAsync(switched.Value))?.Access.Role);
        Assert.Null(await person.FindAsync(secret));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Nobody_switches_to_somebody_elses_position(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var reporter = await Someone.CreateAsync(store, district.FarmingReporter);
        var clerk = await Someone.CreateAsync(store, district.Clerk);
        var signedIn = await reporter.FindAsync(await reporter.SignInAsync());
        var other = await store.LookAsync(Access.System, db => db.Positions.Where(position => position.AccountId == clerk.Id).Select(position => position.Id).SingleAsync());

        var outcome = await store.AskAsync<SwitchPosition, Outcome<string>>(Access.Nobody, operation => operation.ExecuteAsync(signedIn!, other, CancellationToken.None));

        Assert.Equal("position-not-found", outcome.Refusal?.Code);
    }

    [Theory]
    [InlineData("sqlite", "sign-out"), InlineData("sqlite", "disable"), InlineData("sqlite", "grant"), InlineData("sqlite", "end-role"), InlineData("sqlite", "reset-password"), InlineData("sqlite", "administrator")]
    [InlineData("postgres", "sign-out"), InlineData("postgres", "disable"), InlineData("postgres", "grant"), InlineData("postgres", "end-role"), InlineData("postgres", "reset-password"), InlineData("postgres", "administrator")]
    public async Task It_ends_with_the_next_request_when(string database, string what)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var person = await Someone.CreateAsync(store, district.FarmingReporter);
        var secret = await person.SignInAsync();
        var signedIn = (await person.FindAsync(secret))!;

        await store.AsAsync(district.System, async services => what switch
        {
            "sign-out" => await DoneAsync(Get<SignOut>(services).ExecuteAsync(signedIn, CancellationToken.None)),
            "disable" => await Get<DisableAccount>(services).ExecuteAsync(person.Id, disabled: true, null, CancellationToken.None),
            "grant" => (await Get<GrantRole>(services).ExecuteAsync(person.Id, Role.UnitHead, district.Farming.Id, null, CancellationToken.None)).Refusal,
            "end-role" => await Get<EndRole>(services).ExecuteAsync(signedIn.PositionId, "调离", CancellationToken.None),
            "reset-password" => (await Get<ResetPassword>(services).ExecuteAsync(person.Id, CancellationToken.None)).Refusal,
            _ => await Get<EndSession>(services).ExecuteAsync(signedIn.SessionId, CancellationToken.None),
        });

        Assert.Null(await person.FindAsync(secret));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_new_password_ends_every_other_session_and_gives_this_one_a_new_secret(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var person = await Someone.CreateAsync(store, district.FarmingReporter);
        var (here, elsewhere) = (await person.SignInAsync(), await person.SignInAsync());
        var signedIn = (await person.FindAsync(here))!;

        var changed = await store.AskAsync<ChangePassword, Outcome<string>>(Access.Nobody, operation => operation.ExecuteAsync(signedIn, person.Password, "Dao-gu7wan", CancellationToken.None));

        Assert.Null(await person.FindAsync(here));
        Assert.Null(await person.FindAsync(elsewhere));
        Assert.NotNull(await person.FindAsync(changed.Value));
        Assert.Equal("sign-in-failed", (await person.TrySignInAsync()).Refusal?.Code);
        Assert.Null((await person.TrySignInAsync("Dao-gu7wan")).Refusal);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_the_last_five_passwords_none_comes_again(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var person = await Someone.CreateAsync(store, district.FarmingReporter);
        var secret = await person.SignInAsync();
        string[] passwords = ["Dao-gu7wan", "Mai-zi8lang", "Gao-liang9hong", "Yu-mi6huang", "Da-dou5lv", "Hua-sheng4"];
        foreach (var password in passwords)
        {
            secret = (await ChangeAsync(person, secret, password)).Value;
            person.Password = password;
        }

        Assert.Equal("password-same", (await ChangeAsync(person, secret, passwords[1])).Refusal?.Code);
        Assert.Null((await ChangeAsync(person, secret, passwords[0])).Refusal);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Somebody_elses_session_is_the_security_administrators_to_end(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var person = await Someone.CreateAsync(store, district.FarmingReporter);
        var secret = await person.SignInAsync();
        var signedIn = (await person.FindAsync(secret))!;

        var byClerk = await store.AskAsync<EndSession, Refusal?>(district.Clerk, end => end.ExecuteAsync(signedIn.SessionId, CancellationToken.None));
        var bySecurity = await store.AskAsync<EndSession, Refusal?>(district.Person(Role.SecurityAdministrator), end => end.ExecuteAsync(signedIn.SessionId, CancellationToken.None));

        Assert.Equal("forbidden", byClerk?.Code);
        Assert.Null(bySecurity);
        Assert.Null(await person.FindAsync(secret));
    }

    private static Task<Outcome<string>> ChangeAsync(Someone person, string secret, string password) => person.Store.AsAsync(Access.Nobody, async services =>
    {
        var signedIn = (await Get<FindSession>(services).ExecuteAsync(secret, null, "r", CancellationToken.None))!;
        return await Get<ChangePassword>(services).ExecuteAsync(signedIn, person.Password, password, CancellationToken.None);
    });

    private static async Task<Outcome<string>> SwitchAsync(Someone person, string secret, Role role)
    {
        var signedIn = (await person.FindAsync(secret))!;
        var position = await person.Store.LookAsync(Access.System, db => db.Positions.Where(position => position.AccountId == person.Id && position.Role == role).Select(position => position.Id).SingleAsync());
        return await person.Store.AskAsync<SwitchPosition, Outcome<string>>(Access.Nobody, operation => operation.ExecuteAsync(signedIn, position, CancellationToken.None));
    }

    private static T Get<T>(IServiceProvider services)
        where T : notnull => Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<T>(services);

    private static async Task<Refusal?> DoneAsync(Task work)
    {
        await work;
        return null;
    }
}
