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
        await site.Store.AskAsync<DeliverOutbox, bool>(Access.System, async deliver =>
        {
            await deliver.ExecuteAsync(CancellationToken.None);
            return true;
        });
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
}
