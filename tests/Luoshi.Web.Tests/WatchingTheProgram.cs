using System.Net;
using Luoshi.App.Outbox;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests;

public sealed class WatchingTheProgram
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_program_with_its_database_is_alive_and_ready(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var watcher = site.Visit();

        Assert.Equal("ok", await watcher.ReadAsync("/health/live"));
        Assert.Equal("""{"ready":true,"checks":{"database":true,"migrations":true,"disk":true}}""", await watcher.ReadAsync("/health/ready"));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Over_a_database_of_another_version_it_is_alive_and_not_ready(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var watcher = site.Visit();

        await site.Store.LookAsync(Access.System, db => db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsHistory" """));

        Assert.Equal(HttpStatusCode.OK, (await watcher.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await watcher.GetAsync("/health/ready")).StatusCode);
    }

    [Fact]
    public async Task What_is_counted_names_nobody_and_nothing_of_the_office()
    {
        await using var site = await Site.CreateAsync();
        using var watcher = site.Visit();
        var item = await site.District.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        await site.Store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(site.District.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 0, new("累计建成3600亩。", true, null), CancellationToken.None));
        await watcher.GetAsync($"/api/v1/due-items/{item.Id}");

        var counted = await watcher.ReadAsync("/metrics");

        Assert.Contains("luoshi_submissions_total", counted, StringComparison.Ordinal);
        Assert.Contains("luoshi_checks_duration_seconds_bucket", counted, StringComparison.Ordinal);
        Assert.Contains("luoshi_outbox_messages{", counted, StringComparison.Ordinal);
        Assert.Contains("state=\"waiting\"", counted, StringComparison.Ordinal);
        Assert.Contains("state=\"dead\"", counted, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds", counted, StringComparison.Ordinal);
        Assert.DoesNotContain(item.Id.ToString(), counted, StringComparison.Ordinal);
        Assert.DoesNotContain(counted, letter => letter >= '一');
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_waits_to_be_sent_is_told_as_the_database_has_it_whichever_node_sends(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var watcher = site.Visit();

        var before = await OutboxAsync(watcher, "waiting");
        await site.Store.LookAsync(Access.SystemOf(site.District.GovernmentId), db =>
        {
            db.AddRange(Enumerable.Range(0, 3).Select(number => new OutboxMessage
            {
                GovernmentId = site.District.GovernmentId,
                Channel = OutboxChannel.Mail,
                To = "nongye@qinglan.example",
                Subject = "催报",
                Body = "请报送。",
                IdempotencyKey = $"{number}",
                CreatedAt = DateTime.UnixEpoch,
                NextAttemptAt = DateTime.UnixEpoch,
            }));
            db.Record("reminders-sent", nameof(OutboxMessage), null);
            return db.SaveChangesAsync();
        });
        var waiting = await OutboxAsync(watcher, "waiting");
        await site.Store.LookAsync(Access.System, db => db.OutboxMessages.OrderBy(message => message.Id).Take(1).ExecuteUpdateAsync(set => set.SetProperty(message => message.State, OutboxState.Dead)));

        Assert.Equal((0, 3), (before, waiting));
        Assert.Equal((2, 1), (await OutboxAsync(watcher, "waiting"), await OutboxAsync(watcher, "dead")));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Where_the_outbox_cannot_be_counted_the_rest_is_told_all_the_same(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var watcher = site.Visit();
        await site.Store.LookAsync(Access.System, db => db.Database.ExecuteSqlRawAsync("ALTER TABLE outbox_messages RENAME TO elsewhere"));

        Assert.Contains("http_server_active_requests", await watcher.ReadAsync("/metrics"), StringComparison.Ordinal);
    }

    private static async Task<int> OutboxAsync(Site.Visitor watcher, string state) =>
        int.Parse(
            (await watcher.ReadAsync("/metrics")).Split('\n').Single(line => line.StartsWith("luoshi_outbox_messages{", StringComparison.Ordinal) && line.Contains($"state=\"{state}\"", StringComparison.Ordinal)).Split(' ')[1],
            System.Globalization.CultureInfo.InvariantCulture);
}
