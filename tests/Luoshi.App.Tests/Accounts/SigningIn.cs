using Luoshi.Core.Accounts;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Accounts;

public sealed class SigningIn
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task An_unknown_name_and_a_wrong_password_get_the_same_answer(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var reporter = await Someone.CreateAsync(store, district.FarmingReporter);

        var wrong = await reporter.TrySignInAsync("Wrong-1234");
        var unknown = await store.AskAsync<App.Accounts.SignIn, Core.Outcome<string>>(Access.Nobody, signIn => signIn.ExecuteAsync(new("nobody", "Wrong-1234", null, null), CancellationToken.None));

        Assert.Equal("sign-in-failed", wrong.Refusal?.Code);
        Assert.Equal(wrong.Refusal, unknown.Refusal);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task After_five_failures_it_is_locked_for_half_an_hour(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var reporter = await Someone.CreateAsync(store, district.FarmingReporter);
        for (var i = 0; i < 5; i++)
        {
            await reporter.TrySignInAsync("Wrong-1234");
        }

        var locked = await reporter.TrySignInAsync();

        Assert.Equal("account-locked", locked.Refusal?.Code);
        Assert.Equal(5, await store.LookAsync(Access.System, db => db.AuditEntries.CountAsync(entry => entry.Action == "sign-in-failed")));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_disabled_account_and_one_without_a_role_do_not_come_in(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var disabled = await Someone.CreateAsync(store, district.FarmingReporter);
        await disabled.ChangeAsync(row => row.DisabledAt = DateTime.UtcNow);
        var idle = await Someone.CreateAsync(store, district.FarmingReporter);
        await store.LookAsync(Access.System, async db =>
        {
            (await db.Positions.SingleAsync(position => position.AccountId == idle.Id)).EndedAt = DateTime.UtcNow;
            db.Record(district.GovernmentId, "role-ended", "Position", null);
            return await db.SaveChangesAsync();
        });

        Assert.Equal("account-disabled", (await disabled.TrySignInAsync()).Refusal?.Code);
        Assert.Equal("no-position", (await idle.TrySignInAsync()).Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_password_of_three_months_must_be_changed_first(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var reporter = await Someone.CreateAsync(store, district.FarmingReporter);
        store.Clock.Advance(TimeSpan.FromDays(91));

        var person = await reporter.FindAsync(await reporter.SignInAsync());

        Assert.Equal(App.Accounts.SessionNeed.NewPassword, person?.Need);
        Assert.Equal("forbidden", person?.Access.Refuse(Operation.FillReport)?.Code);
        Assert.Equal(Scope.None, person?.Access.Scope);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Neither_password_nor_secret_stands_in_the_database_or_the_audit(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var reporter = await Someone.CreateAsync(store, district.FarmingReporter);
        var secret = await reporter.SignInAsync();

        var told = await store.LookAsync(Access.System, db => db.AuditEntries.Select(entry => entry.Changes ?? "").ToListAsync());

        Assert.DoesNotContain(told, changes => changes.Contains(secret, StringComparison.Ordinal) || changes.Contains(reporter.Password, StringComparison.Ordinal) || changes.Contains("AQAAAA", StringComparison.Ordinal));
    }
}
