using Luoshi.App.Accounts;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Accounts;

public sealed class SettingUp
{
    private static readonly FirstAccount[] s_people =
    [
        new(Role.SystemAdministrator, "xitong", "季平"), new(Role.SecurityAdministrator, "anquan", "方守一"), new(Role.AuditAdministrator, "shenji", "宋知微"), new(Role.Clerk, "ducha", "程禾"),
    ];

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_link_makes_the_government_and_four_accounts_once(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var token = await IssueAsync(store);

        var made = await SetUpAsync(store, token, s_people);
        var again = await SetUpAsync(store, token, s_people);

        Assert.Equal(["xitong", "anquan", "shenji", "ducha"], made.Value.Select(account => account.Name));
        Assert.Equal("setup-link-invalid", again.Refusal?.Code);
        Assert.Null(await IssueAsync(store));
        Assert.All(await store.LookAsync(Access.System, db => db.Accounts.ToListAsync()), account => Assert.True(account.MustChangePassword));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_restart_gives_a_new_link_and_the_old_one_is_over(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var (first, second) = (await IssueAsync(store), await IssueAsync(store));

        Assert.False(await IsOpenAsync(store, first));
        Assert.True(await IsOpenAsync(store, second));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task After_a_day_it_opens_nothing(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var token = await IssueAsync(store);
        store.Clock.Advance(TimeSpan.FromHours(24));

        Assert.Equal("setup-link-invalid", (await SetUpAsync(store, token, s_people)).Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_is_refused_leaves_nothing_behind_and_the_link_stays_good(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var token = await IssueAsync(store);

        var same = await SetUpAsync(store, token, [.. s_people[..3], s_people[3] with { DisplayName = "季平" }]);
        var taken = await SetUpAsync(store, token, [.. s_people[..3], s_people[3] with { Name = "XITONG" }]);
        var missing = await SetUpAsync(store, token, s_people[..3]);

        Assert.Equal(["persons-same", "account-exists", "first-account-missing"], new[] { same, taken, missing }.Select(outcome => outcome.Refusal?.Code));
        Assert.False(await store.LookAsync(Access.System, db => db.Governments.AnyAsync()));
        Assert.False(await store.LookAsync(Access.System, db => db.Accounts.AnyAsync()));
        Assert.True(await IsOpenAsync(store, token));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_two_who_use_the_link_at_once_one_sets_up(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var token = await IssueAsync(store);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => SetUpAsync(store, token, s_people, $"青岚区人民政府{i}")));

        Assert.Equal(["setup-link-invalid", "setup-link-invalid", "setup-link-invalid"], outcomes.Where(outcome => outcome.Refusal is not null).Select(outcome => outcome.Refusal!.Code));
        Assert.Equal(1, await store.LookAsync(Access.System, db => db.Governments.CountAsync()));
    }

    private static Task<string?> IssueAsync(Store store) => store.AskAsync<IssueSetupLink, string?>(Access.Nobody, issue => issue.ExecuteAsync(CancellationToken.None));

    private static Task<bool> IsOpenAsync(Store store, string? token) => store.AskAsync<SetUp, bool>(Access.Nobody, setUp => setUp.IsOpenAsync(token, CancellationToken.None));

    private static Task<Outcome<IReadOnlyList<FirstAccountMade>>> SetUpAsync(Store store, string? token, IReadOnlyList<FirstAccount> people, string government = "青岚区人民政府") =>
        store.AskAsync<SetUp, Outcome<IReadOnlyList<FirstAccountMade>>>(Access.Nobody, setUp => setUp.ExecuteAsync(token, government, people, "127.0.0.1", CancellationToken.None));
}
