using Luoshi.App.Accounts;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Accounts;

public sealed class ShowingASecondFactor
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task An_administrator_may_do_nothing_but_enrol_until_there_is_one(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var administrator = await Someone.CreateAsync(store, district.Person(Role.SecurityAdministrator));

        var person = (await administrator.FindAsync(await administrator.SignInAsync()))!;
        var (enrolled, _) = await EnrolAsync(store, person);
        var after = await administrator.FindAsync(enrolled.SessionSecret);

        Assert.Equal(SessionNeed.Enrolment, person.Need);
        Assert.Equal("forbidden", person.Access.Refuse(Operation.ManageRoles)?.Code);
        Assert.Equal(SessionNeed.Nothing, after?.Need);
        Assert.Null(after?.Access.Refuse(Operation.ManageRoles));
        Assert.Equal(10, enrolled.RecoveryCodes.Distinct().Count());
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_next_sign_in_asks_for_a_code_and_the_same_code_is_not_taken_twice(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var reporter = await Someone.CreateAsync(store, district.FarmingReporter);
        var (_, secret) = await EnrolAsync(store, (await reporter.FindAsync(await reporter.SignInAsync()))!);
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = OneTimeCode.At(secret, store.Clock.GetUtcNow().UtcDateTime);
        var first = (await reporter.FindAsync(await reporter.SignInAsync()))!;
        var second = (await reporter.FindAsync(await reporter.SignInAsync()))!;

        var shown = await ShowAsync(store, first, code);
        var replayed = await ShowAsync(store, second, code);

        Assert.Equal(SessionNeed.SecondFactor, first.Need);
        Assert.Equal("forbidden", first.Access.Refuse(Operation.FillReport)?.Code);
        Assert.Equal(SessionNeed.Nothing, (await reporter.FindAsync(shown.Value))?.Need);
        Assert.Equal("code-wrong", replayed.Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_recovery_code_stands_in_once(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var reporter = await Someone.CreateAsync(store, district.FarmingReporter);
        var (enrolled, _) = await EnrolAsync(store, (await reporter.FindAsync(await reporter.SignInAsync()))!);
        var first = (await reporter.FindAsync(await reporter.SignInAsync()))!;
        var second = (await reporter.FindAsync(await reporter.SignInAsync()))!;

        Assert.Null((await ShowAsync(store, first, enrolled.RecoveryCodes[3].ToUpperInvariant())).Refusal);
        Assert.Equal("code-wrong", (await ShowAsync(store, second, enrolled.RecoveryCodes[3])).Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Guessing_codes_locks_the_account_though_the_password_is_right_each_time(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var reporter = await Someone.CreateAsync(store, district.FarmingReporter);
        await EnrolAsync(store, (await reporter.FindAsync(await reporter.SignInAsync()))!);
        for (var i = 0; i < 5; i++)
        {
            await ShowAsync(store, (await reporter.FindAsync(await reporter.SignInAsync()))!, "not-it");
        }

        Assert.Equal("account-locked", (await reporter.TrySignInAsync()).Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_secret_is_kept_encrypted(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var reporter = await Someone.CreateAsync(store, district.FarmingReporter);
        var (_, secret) = await EnrolAsync(store, (await reporter.FindAsync(await reporter.SignInAsync()))!);

        var kept = await store.LookAsync(Access.System, db => db.Accounts.Where(account => account.Id == reporter.Id).Select(account => account.SecondFactorSecret).SingleAsync());

        var bytes = Convert.FromBase64String(kept!);
        Assert.Equal(-1, bytes.AsSpan().IndexOf(secret));
        Assert.DoesNotContain(await store.LookAsync(Access.System, db => db.AuditEntries.Select(entry => entry.Changes ?? "").ToListAsync()), changes => changes.Contains(kept!, StringComparison.Ordinal));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Another_sessions_offer_is_worth_nothing(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var reporter = await Someone.CreateAsync(store, district.FarmingReporter);
        var (one, other) = ((await reporter.FindAsync(await reporter.SignInAsync()))!, (await reporter.FindAsync(await reporter.SignInAsync()))!);

        var outcome = await store.AskAsync<EnrolSecondFactor, Outcome<SecondFactorEnrolled>>(Access.Nobody, enrol => enrol.ExecuteAsync(other, enrol.Offer(one).Ticket, "000000", CancellationToken.None));

        Assert.Equal("offer-expired", outcome.Refusal?.Code);
    }

    private static Task<(SecondFactorEnrolled Enrolled, byte[] Secret)> EnrolAsync(Store store, SignedIn person) => store.AskAsync<EnrolSecondFactor, (SecondFactorEnrolled, byte[])>(Access.Nobody, async enrol =>
    {
        var offer = enrol.Offer(person);
        var secret = FromBase32(offer.Secret);
        return ((await enrol.ExecuteAsync(person, offer.Ticket, OneTimeCode.At(secret, store.Clock.GetUtcNow().UtcDateTime), CancellationToken.None)).Value, secret);
    });

    private static Task<Outcome<string>> ShowAsync(Store store, SignedIn person, string code) =>
        store.AskAsync<ShowSecondFactor, Outcome<string>>(Access.Nobody, show => show.ExecuteAsync(person, code, CancellationToken.None));

    // As an authenticator does.
    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
