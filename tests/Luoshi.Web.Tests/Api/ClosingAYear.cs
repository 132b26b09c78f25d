namespace Luoshi.Web.Tests.Api;

/// <summary>A year's ledger that is closed, and what goes on in the next.</summary>
public sealed class ClosingAYear
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_is_under_way_goes_on_and_the_year_changes_no_more(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);

        var carried = await (await clerk.PostAsync("ledgers/2024/carrying-over", new { }, key: "carry-1")).JsonAsync();
        var replayed = await clerk.PostAsync("ledgers/2024/carrying-over", new { }, key: "carry-1");
        var again = await (await clerk.PostAsync("ledgers/2024/carrying-over", new { })).JsonAsync();
        var closed = await (await clerk.PostAsync("ledgers/2024/closure")).JsonAsync();
        var twice = await clerk.PostAsync("ledgers/2024/closure");
        var late = await clerk.PostAsync("periods", new { month = "2024-12" });

        Assert.Equal((2025, 3, 0), ((int)carried["next"]!["year"]!, (int)carried["carried"]!, (int)carried["alreadyThere"]!));
        Assert.Equal(["true"], replayed.Headers.GetValues("Idempotent-Replayed"));
        Assert.Equal((0, 3), ((int)again["carried"]!, (int)again["alreadyThere"]!));
        Assert.NotNull(closed["closedAt"]);
        Assert.Equal((409, "ledger-closed"), await twice.ProblemAsync());
        Assert.Equal((409, "ledger-closed"), await late.ProblemAsync());
        Assert.Equal(3, (await clerk.ReadAsync("key-tasks?year=2025"))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_year_with_a_return_that_waits_is_not_closed_and_nobody_else_closes_it()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        var item = await site.District.OpenAsync(new Core.Reporting.ReportingPeriod(2024, 7), "新建高标准农田");
        await (await reporter.PostAsync($"due-items/{item.Id}/progress-report/submission", new { progress = "累计建成3600亩。", planMet = true }, seen: 0)).JsonAsync();

        Assert.Equal((409, "returns-unsettled"), await (await clerk.PostAsync("ledgers/2024/closure")).ProblemAsync());
        Assert.Equal((403, "forbidden"), await (await reporter.PostAsync("ledgers/2024/closure")).ProblemAsync());
        Assert.Equal((403, "forbidden"), await (await reporter.PostAsync("ledgers/2024/carrying-over", new { })).ProblemAsync());
        Assert.Equal((404, "ledger-not-found"), await (await clerk.PostAsync("ledgers/2030/closure")).ProblemAsync());
        Assert.Equal((400, "request-invalid"), await (await clerk.PostAsync("ledgers/9999/carrying-over", new { })).ProblemAsync());
    }
}
