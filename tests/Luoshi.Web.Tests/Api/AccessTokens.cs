using System.Net;
using Luoshi.App.Accounts;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests.Api;

public sealed class AccessTokens
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_program_sees_what_its_owner_sees(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var farming = await Program.CreateAsync(site, site.District.FarmingReporter);

        var tasks = await farming.ReadAsync("key-tasks");

        Assert.Equal(["创建示范村4个。", "新建高标准农田6000亩。"], tasks["items"]!.AsArray().Select(task => (string)task!["content"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_a_token_nothing_is_answered()
    {
        await using var site = await Site.CreateAsync();
        using var nobody = new HttpClient { BaseAddress = site.Address };

        var answer = await nobody.GetAsync(new Uri("/api/v1/key-tasks", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((401, "not-signed-in"), await answer.ProblemAsync());
    }

    [Theory]
    [InlineData("luoshi_")]
    [InlineData("luoshi_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("x")]
    public async Task A_secret_that_is_none_of_ours_opens_nothing(string secret)
    {
        await using var site = await Site.CreateAsync();
        using var stranger = Program.With(site, secret);

        var answer = await stranger.GetAsync(new Uri("key-tasks", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((401, "not-signed-in"), await answer.ProblemAsync());
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_token_that_was_revoked_opens_nothing_from_the_next_request_on(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        await clerk.ReadAsync("key-tasks");
        var token = await site.Store.LookAsync(clerk.Access, db => db.AccessTokens.SingleAsync());

        await site.Store.AskAsync<RevokeAccessToken, bool>(clerk.Access, async revoke => await revoke.ExecuteAsync(token.Id, CancellationToken.None) is null);

        Assert.Equal((401, "not-signed-in"), await (await clerk.GetAsync("key-tasks")).ProblemAsync());
    }

    [Fact]
    public async Task A_token_ends_on_its_day()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk, days: 30);

        site.Store.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal((401, "not-signed-in"), await (await clerk.GetAsync("key-tasks")).ProblemAsync());
    }

    [Fact]
    public async Task A_token_ends_with_its_position()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);

        await ChangeAsync(site, async db => (await db.Positions.SingleAsync(position => position.AccountId == clerk.Access.AccountId)).EndedAt = site.Store.Clock.GetUtcNow().UtcDateTime);

        Assert.Equal((401, "not-signed-in"), await (await clerk.GetAsync("key-tasks")).ProblemAsync());
    }

    [Fact]
    public async Task A_token_is_worth_nothing_while_its_account_is_disabled()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);

        await ChangeAsync(site, async db => (await db.Accounts.SingleAsync(account => account.Id == clerk.Access.AccountId)).DisabledAt = site.Store.Clock.GetUtcNow().UtcDateTime);

        Assert.Equal((401, "not-signed-in"), await (await clerk.GetAsync("key-tasks")).ProblemAsync());
    }

    [Fact]
    public async Task A_token_that_reads_changes_nothing()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk, TokenScope.Read);

        var answer = await clerk.PostAsync("periods", new { month = "2024-07" });

        Assert.Equal((403, "token-reads-only"), await answer.ProblemAsync());
        Assert.False(await site.Store.LookAsync(site.District.System, db => db.DueItems.AnyAsync()));
    }

    [Fact]
    public async Task An_administrator_has_no_token()
    {
        await using var site = await Site.CreateAsync();
        var administrator = site.District.Person(Role.SystemAdministrator);

        var outcome = await site.Store.AskAsync<CreateAccessToken, Outcome<AccessTokenCreated>>(
            administrator, create => create.ExecuteAsync(Guid.NewGuid(), "测试", TokenScope.Read, 30, CancellationToken.None));

        Assert.Equal("token-for-administrator", outcome.Refusal?.Code);
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_kept_nowhere()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);

        var made = await (await clerk.PostAsync("/account/tokens", new() { ["name"] = "大屏", ["scope"] = "Read", ["days"] = "30" })).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var again = await clerk.ReadAsync("/account/tokens");

        var secret = made[made.IndexOf(AccessTokenSecret.Prefix, StringComparison.Ordinal)..][..50];
        Assert.DoesNotContain(secret, again, StringComparison.Ordinal);
        Assert.Contains("大屏", again, StringComparison.Ordinal);
        using var screen = Program.With(site, secret);
        Assert.Equal(HttpStatusCode.OK, (await screen.GetAsync(new Uri("key-tasks", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.DoesNotContain(await site.Store.LookAsync(site.District.System, db => db.AuditEntries.ToListAsync()), entry => entry.Changes?.Contains(secret, StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_page_of_ours_may_ask_with_its_session()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);

        var answer = await clerk.GetAsync("/api/v1/key-tasks");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static Task<int> ChangeAsync(Site site, Func<Luoshi.App.Data.LuoshiDb, Task> change) => site.Store.LookAsync(Access.System, async db =>
    {
        await change(db);
        db.Record(site.District.GovernmentId, "changed-by-test", nameof(Account), null);
        return await db.SaveChangesAsync();
    });
}
