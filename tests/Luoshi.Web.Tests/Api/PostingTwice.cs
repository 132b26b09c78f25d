using System.Net;
using Luoshi.App.Idempotency;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests.Api;

/// <summary>What is sent again because its answer was lost.</summary>
public sealed class PostingTwice
{
    private const string Key = "5f0c1d6e-first-try";

    private static readonly object Text = new { progress = "累计建成高标准农田3600亩。", planMet = true };

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Gives_the_same_answer_and_is_done_once(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        var path = await SubmissionAsync(site);

        var first = await reporter.PostAsync(path, Text, seen: 0, Key);
        var second = await reporter.PostAsync(path, Text, seen: 0, Key);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal((first.StatusCode, first.Headers.ETag, await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), (second.StatusCode, second.Headers.ETag, await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(["true"], second.Headers.GetValues("Idempotent-Replayed"));
        Assert.Equal(1, await SubmittedAsync(site));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task At_the_same_time_it_is_done_once_and_both_are_told_so(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        var path = await SubmissionAsync(site);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => reporter.PostAsync(path, Text, seen: 0, Key)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Single((await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)))).Distinct());
        Assert.Equal(1, await SubmittedAsync(site));
    }

    [Fact]
    public async Task On_two_nodes_at_the_same_time_it_is_done_once_and_both_are_told_so()
    {
        await using var site = await Site.CreateAsync("postgres");
        await using var second = await LuoshiHost.BuildAsync(site.Store.Choice, "http://127.0.0.1:0", site.Store.Clock, CancellationToken.None);
        await second.StartAsync(TestContext.Current.CancellationToken);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        using var elsewhere = new HttpClient { BaseAddress = new Uri(new Uri(second.Urls.Single()), "/api/v1/") };
        elsewhere.DefaultRequestHeaders.Authorization = reporter.Http.DefaultRequestHeaders.Authorization;
        using var there = new Program(elsewhere, reporter.Access, reporter.Secret);
        var path = await SubmissionAsync(site);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => (number % 2 == 0 ? reporter : there).PostAsync(path, Text, seen: 0, Key)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Single((await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)))).Distinct());
        Assert.Equal(1, await SubmittedAsync(site));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task With_another_body_under_the_same_key_it_is_refused(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        var path = await SubmissionAsync(site);
        await (await reporter.PostAsync(path, Text, seen: 0, Key)).JsonAsync();

        var answer = await reporter.PostAsync(path, new { progress = "累计建成1200亩。" }, seen: 0, Key);

        Assert.Equal((422, "idempotency-key-reused"), await answer.ProblemAsync());
    }

    [Fact]
    public async Task Without_a_key_it_is_not_taken()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);

        var answer = await clerk.PostAsync("periods", new { month = "2024-07" }, key: "");

        Assert.Equal((400, "idempotency-key-required"), await answer.ProblemAsync());
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_was_refused_may_be_asked_again_under_its_key(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        var path = await SubmissionAsync(site);
        var refused = await reporter.PostAsync(path, new { progress = (string?)null, planMet = true }, seen: 0, Key);

        var answer = await reporter.PostAsync(path, Text, seen: 0, Key);

        Assert.Equal((422, "progress-missing"), await refused.ProblemAsync());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_key_is_its_owners_alone()
    {
        await using var site = await Site.CreateAsync();
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        using var head = await Program.CreateAsync(site, site.District.FarmingHead);
        var path = await SubmissionAsync(site);
        await (await reporter.PostAsync(path, Text, seen: 0, Key)).JsonAsync();

        var answer = await head.PostAsync(path, Text, seen: 0, Key);

        Assert.Equal((412, "changed-meanwhile"), await answer.ProblemAsync());
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task After_a_day_the_answer_is_forgotten(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        await (await clerk.PostAsync("periods", new { month = "2024-07" }, key: Key)).JsonAsync();

        site.Store.Clock.Advance(IdempotencyRecord.Kept);
        var again = await clerk.PostAsync("periods", new { month = "2024-08" }, key: Key);
        site.Store.Clock.Advance(IdempotencyRecord.Kept);
        await site.Store.AskAsync<ForgetAnswers, int>(Access.System, forget => forget.ExecuteAsync(CancellationToken.None));

        Assert.Equal("2024-08", (string)(await again.JsonAsync())["month"]!);
        Assert.False(again.Headers.Contains("Idempotent-Replayed"));
        Assert.False(await site.Store.LookAsync(Access.System, db => db.IdempotencyRecords.AnyAsync()));
    }

    private static async Task<string> SubmissionAsync(Site site) => $"due-items/{(await site.District.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田")).Id}/progress-report/submission";

    private static Task<int> SubmittedAsync(Site site) => site.Store.LookAsync(site.District.System, db => db.AuditEntries.CountAsync(entry => entry.Action == "report-submitted"));
}
