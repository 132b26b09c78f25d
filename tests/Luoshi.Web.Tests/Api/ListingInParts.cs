using System.Text;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests.Api;

public sealed class ListingInParts
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Following_next_shows_every_row_once(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        var seen = new List<string>();

        for (string? next = ""; next is not null;)
        {
            var part = await clerk.ReadAsync($"key-tasks?limit=1{next}");
            seen.AddRange(part["items"]!.AsArray().Select(task => (string)task!["id"]!));
            next = part["next"] is { } cursor ? $"&cursor={cursor}" : null;
        }

        Assert.Equal(3, seen.Count);
        Assert.Equal(seen.Order(StringComparer.Ordinal).Distinct(), seen);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Filters_choose_by_leader_and_unit(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);

        var ofPost = await clerk.ReadAsync($"key-tasks?post={site.District.Posts[1].Id}&year=2024&state=active");
        var ofUnit = await clerk.ReadAsync($"key-tasks?unit={site.District.Farming.Id}");
        var ofNoYear = await clerk.ReadAsync("key-tasks?year=2023");

        Assert.Equal(["改造老旧小区24个。"], ofPost["items"]!.AsArray().Select(task => (string)task!["content"]!));
        Assert.Equal("钱和", (string)ofPost["items"]![0]!["post"]!["holder"]!);
        Assert.Equal(2, ofUnit["items"]!.AsArray().Count);
        Assert.Empty(ofNoYear["items"]!.AsArray());
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_due_item_is_found_by_the_state_that_it_is_told_in(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        var item = await site.District.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        await (await reporter.PostAsync($"due-items/{item.Id}/progress-report/submission", new { progress = "累计建成3600亩。", planMet = true }, seen: 0)).JsonAsync();

        foreach (var later in (int[])[0, 10])
        {
            site.Store.Clock.Advance(TimeSpan.FromDays(later));
            var all = (await clerk.ReadAsync("due-items"))["items"]!.AsArray().Select(one => ((string)one!["id"]!, (string)one["state"]!)).ToList();
            var found = new List<(string, string)>();
            foreach (var state in Enum.GetNames<DueState>().Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName))
            {
                found.AddRange((await clerk.ReadAsync($"due-items?state={state}"))["items"]!.AsArray().Select(one => ((string)one!["id"]!, state)));
            }

            Assert.Equal(3, all.Count);
            Assert.Equal(all.Order(), found.Order());
        }
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task As_a_file_the_list_holds_the_newest_return_of_each_task(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        var item = await site.District.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        await (await reporter.PostAsync($"due-items/{item.Id}/progress-report/submission", new { progress = "累计建成3600亩。", planMet = true }, seen: 0)).JsonAsync();

        var csv = Encoding.UTF8.GetString(await clerk.Http.GetByteArrayAsync(new Uri("key-tasks/export?format=csv", UriKind.Relative), TestContext.Current.CancellationToken));
        var workbook = await clerk.Http.GetByteArrayAsync(new Uri("key-tasks/export?format=xlsx", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(5, csv.Split("\r\n").Length);
        Assert.Contains("赵宁副区长,1,月度报,新建高标准农田6000亩。,区农业农村局,推进中,2024-07,累计建成3600亩。,是,,达进度", csv, StringComparison.Ordinal);
        Assert.Equal("PK"u8.ToArray(), workbook[..2]);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_doubts_on_a_return_are_listed_with_the_words_they_rest_on(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        var item = await site.District.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        await (await reporter.PostAsync($"due-items/{item.Id}/progress-report/submission", new { progress = "累计建成高标准农田1200亩。", planMet = true }, seen: 0)).JsonAsync();

        var doubts = await reporter.ReadAsync("doubts?month=2024-07&state=open");

        Assert.NotEmpty(doubts["items"]!.AsArray());
        Assert.Equal(await site.Store.LookAsync(site.District.System, db => db.RaisedDoubts.CountAsync()), doubts["items"]!.AsArray().Count);
        Assert.Contains(doubts["items"]!.AsArray().SelectMany(doubt => doubt!["evidence"]!.AsArray()), words => ((string)words!["text"]!).Contains("1200", StringComparison.Ordinal));
    }
}
