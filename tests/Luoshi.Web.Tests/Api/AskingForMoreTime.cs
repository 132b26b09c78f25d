using System.Net;

namespace Luoshi.Web.Tests.Api;

/// <summary>More time for a due item, or none needed at all, by programs.</summary>
public sealed class AskingForMoreTime
{
    private static readonly object Later = new { until = "2024-07-31T17:30:00+08:00", reason = "设计变更。" };

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task It_is_asked_for_granted_and_moves_the_due_time(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        using var other = await Program.CreateAsync(site, site.District.HousingReporter);
        var item = await ItemAsync(site);

        var answer = await reporter.PostAsync(item + "/extensions", Later, key: "ask-1");
        var replayed = await reporter.PostAsync(item + "/extensions", Later, key: "ask-1");
        var twice = await reporter.PostAsync(item + "/extensions", Later);
        var path = $"extensions/{(await answer.JsonAsync())["id"]}";
        var unexplained = await clerk.PostAsync(path + "/decision", new { granted = false }, seen: 1);
        var granted = await (await clerk.PostAsync(path + "/decision", new { granted = true }, seen: 1)).JsonAsync();
        var stale = await clerk.PostAsync(path + "/decision", new { granted = false, note = "不同意。" }, seen: 1);

        Assert.Equal((HttpStatusCode.Created, $"/api/v1/{path}"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Equal(["true"], replayed.Headers.GetValues("Idempotent-Replayed"));
        Assert.Equal((409, "extension-asked"), await twice.ProblemAsync());
        Assert.Equal((422, "reason-missing"), await unexplained.ProblemAsync());
        Assert.Equal((412, "changed-meanwhile"), await stale.ProblemAsync());
        Assert.Equal(("granted", "2024-07-31T17:30:00.000+08:00"), ((string)granted["state"]!, (string)(await reporter.ReadAsync(item))["extendedTo"]!));
        Assert.Single((await reporter.ReadAsync("extensions?month=2024-07&state=granted"))["items"]!.AsArray());
        Assert.Equal((404, "extension-not-found"), await (await other.GetAsync(path)).ProblemAsync());
        Assert.Empty((await other.ReadAsync("extensions"))["items"]!.AsArray());
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Who_need_not_report_is_exempt_as_the_item_was_seen(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        var item = await ItemAsync(site);

        var seen = (await clerk.GetAsync(item)).Headers.ETag!.Tag;
        var exempt = await clerk.PostAsync(item + "/exemption", new { reason = "汛期暂停施工。" }, seen: 1);
        var stale = await clerk.PostAsync(item + "/exemption", new { reason = "另一个原因。" }, seen: 1);

        Assert.Equal(("\"1\"", "\"2\""), (seen, exempt.Headers.ETag!.Tag));
        Assert.Equal(("exempt", "汛期暂停施工。"), ((string)(await exempt.JsonAsync())["state"]!, (string)(await reporter.ReadAsync(item))["exemptReason"]!));
        Assert.Equal((412, "changed-meanwhile"), await stale.ProblemAsync());
    }

    [Fact]
    public async Task What_a_unit_was_freed_from_is_asked_again_with_the_reason()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        var item = await ItemAsync(site);
        await clerk.PostAsync(item + "/exemption", new { reason = "汛期暂停施工。" }, seen: 1);

        var forbidden = await reporter.PostAsync(item + "/exemption/lifting", new { reason = "已复工。" }, seen: 2);
        var silent = await clerk.PostAsync(item + "/exemption/lifting", new { reason = " " }, seen: 2);
        var lifted = await clerk.PostAsync(item + "/exemption/lifting", new { reason = "已于7月中旬复工。" }, seen: 2);
        var again = await clerk.PostAsync(item + "/exemption/lifting", new { reason = "已复工。" }, seen: 3);

        Assert.Equal((403, "forbidden"), await forbidden.ProblemAsync());
        Assert.Equal((422, "reason-missing"), await silent.ProblemAsync());
        Assert.Equal(("\"3\"", "due"), (lifted.Headers.ETag!.Tag, (string)(await lifted.JsonAsync())["state"]!));
        Assert.Equal((409, "not-exempt"), await again.ProblemAsync());
    }

    [Fact]
    public async Task Who_may_not_and_what_makes_no_sense_is_told_by_its_code()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        using var other = await Program.CreateAsync(site, site.District.HousingReporter);
        var item = await ItemAsync(site);

        Assert.Equal((404, "due-item-not-found"), await (await other.PostAsync(item + "/extensions", Later)).ProblemAsync());
        Assert.Equal((403, "forbidden"), await (await clerk.PostAsync(item + "/extensions", Later)).ProblemAsync());
        Assert.Equal((403, "forbidden"), await (await reporter.PostAsync(item + "/exemption", new { reason = "不想报。" }, seen: 1)).ProblemAsync());
        Assert.Equal((409, "extension-not-later"), await (await reporter.PostAsync(item + "/extensions", new { until = "2024-07-01T17:30:00+08:00", reason = "设计变更。" })).ProblemAsync());
        Assert.Equal((409, "extension-too-far"), await (await reporter.PostAsync(item + "/extensions", new { until = "9999-12-31T17:30:00+08:00", reason = "设计变更。" })).ProblemAsync());
        Assert.Equal((422, "reason-too-long"), await (await reporter.PostAsync(item + "/extensions", new { until = "2024-07-31T17:30:00+08:00", reason = new string('因', 501) })).ProblemAsync());
        Assert.Equal((428, "version-required"), await (await clerk.PostAsync(item + "/exemption", new { reason = "汛期。" })).ProblemAsync());
        Assert.Equal((422, "reason-missing"), await (await clerk.PostAsync(item + "/exemption", new { reason = " " }, seen: 1)).ProblemAsync());
    }

    private static async Task<string> ItemAsync(Site site) => $"due-items/{(await site.District.OpenAsync(new Core.Reporting.ReportingPeriod(2024, 7), "新建高标准农田")).Id}";
}
