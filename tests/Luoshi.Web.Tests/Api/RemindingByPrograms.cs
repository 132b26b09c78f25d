using Luoshi.App.Accounts;

namespace Luoshi.Web.Tests.Api;

/// <summary>Reminders, seen before they go.</summary>
public sealed class RemindingByPrograms
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_was_shown_is_sent_once_and_kept_for_the_unit(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        await site.District.OpenAsync(new Core.Reporting.ReportingPeriod(2024, 7), "新建高标准农田");

        var due = (await clerk.ReadAsync("reminders/due"))["items"]!.AsArray();
        var farming = await clerk.PostAsync("reminders", new { units = new[] { site.District.Farming.Id } }, key: "remind-1");
        var replayed = await clerk.PostAsync("reminders", new { units = new[] { site.District.Farming.Id } }, key: "remind-1");
        var rest = await (await clerk.PostAsync("reminders", new { })).JsonAsync();
        var none = await (await clerk.PostAsync("reminders", new { })).JsonAsync();
        var kept = (await reporter.ReadAsync("reminders"))["items"]!.AsArray();

        Assert.Equal(["区农业农村局", "区住建局"], due.Select(one => (string)one!["unit"]!));
        Assert.Equal(["true"], replayed.Headers.GetValues("Idempotent-Replayed"));
        Assert.Equal((string)due[0]!["body"]!, (string)(await farming.JsonAsync())["sent"]![0]!["body"]!);
        Assert.Equal((1, 0), (rest["sent"]!.AsArray().Count, none["sent"]!.AsArray().Count));
        Assert.Equal((string)due[0]!["body"]!, (string)Assert.Single(kept)!["body"]!);
        Assert.Equal(2, (await clerk.ReadAsync("reminders"))["items"]!.AsArray().Count);
        Assert.Single((await clerk.ReadAsync($"reminders?unit={site.District.Housing.Id}"))["items"]!.AsArray());
    }

    [Fact]
    public async Task What_nobody_has_received_yet_is_taken_back()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        await site.District.OpenAsync(new Core.Reporting.ReportingPeriod(2024, 7), "新建高标准农田");
        var sent = (await (await clerk.PostAsync("reminders", new { units = new[] { site.District.Farming.Id } })).JsonAsync())["sent"]![0]!["id"];

        var forbidden = await reporter.PostAsync($"reminders/{sent}/withdrawal", new { });
        var withdrawn = await (await clerk.PostAsync($"reminders/{sent}/withdrawal", new { })).JsonAsync();
        var again = await clerk.PostAsync($"reminders/{sent}/withdrawal", new { });

        Assert.Equal((403, "forbidden"), await forbidden.ProblemAsync());
        Assert.Equal((1, 0), ((int)withdrawn["withdrawn"]!, (int)withdrawn["received"]!));
        Assert.Equal((404, "reminder-not-found"), await again.ProblemAsync());
        Assert.Empty((await clerk.ReadAsync("reminders"))["items"]!.AsArray());
        Assert.Equal(2, (await clerk.ReadAsync("reminders/due"))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_program_that_reads_sees_what_is_due_and_who_may_not_send_is_told_by_its_code()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var reader = await Program.CreateAsync(site, site.District.Clerk, TokenScope.Read);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        await site.District.OpenAsync(new Core.Reporting.ReportingPeriod(2024, 7), "新建高标准农田");

        Assert.Equal(2, (await reader.ReadAsync("reminders/due"))["items"]!.AsArray().Count);
        Assert.Equal((403, "forbidden"), await (await reporter.GetAsync("reminders/due")).ProblemAsync());
        Assert.Equal((403, "forbidden"), await (await reporter.PostAsync("reminders", new { })).ProblemAsync());
        Assert.Equal((403, "token-reads-only"), await (await reader.PostAsync("reminders", new { })).ProblemAsync());
        Assert.Equal((409, "nothing-picked"), await (await clerk.PostAsync("reminders", new { units = Array.Empty<Guid>() })).ProblemAsync());
        Assert.Equal((400, "request-not-understood"), await (await clerk.PostAsync("reminders", new { units = "all" })).ProblemAsync());
    }
}
