using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Reporting;

/// <summary>延期 is asked for before the time is up, and decided by the office.</summary>
public sealed class AskingForMoreTime
{
    private static readonly ReportingPeriod July = new(2024, 7);

    private static readonly DateTime Later = new(2024, 7, 29, 9, 30, 0, DateTimeKind.Utc);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Granted_it_moves_the_deadline_of_the_item(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");
        var request = (await AskAsync(store, district.FarmingReporter, item, Later)).Value;

        var decided = await DecideAsync(store, district.Clerk, request, granted: true, null);

        Assert.Equal(ExtensionState.Granted, decided.Value.State);
        Assert.Equal(Later, (await store.LookAsync(district.FarmingReporter, db => db.DueItems.SingleAsync(row => row.Id == item.Id))).Deadline);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Declined_it_says_why_and_the_deadline_stays(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");
        var request = (await AskAsync(store, district.FarmingReporter, item, Later)).Value;

        var silent = await DecideAsync(store, district.Clerk, request, granted: false, " ");
        var endless = await DecideAsync(store, district.Clerk, request, granted: false, new string('长', ExtensionRequest.LongestReason + 1));
        var declined = await DecideAsync(store, district.Clerk, request, granted: false, "材料26日要定稿。");
        var again = await DecideAsync(store, district.Reviewer, declined.Value, granted: true, null);

        Assert.Equal("reason-too-long", endless.Refusal?.Code);
        Assert.Equal(("reason-missing", ExtensionState.Declined, "extension-decided"), (silent.Refusal?.Code, declined.Value.State, again.Refusal?.Code));
        Assert.Equal(item.DueAt, (await store.LookAsync(district.FarmingReporter, db => db.DueItems.SingleAsync(row => row.Id == item.Id))).Deadline);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task It_is_refused_too_late_too_far_twice_without_a_reason_and_to_others(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");

        string?[] codes =
        [
            (await AskAsync(store, district.HousingReporter, item, Later)).Refusal?.Code,
            (await AskAsync(store, district.Clerk, item, Later)).Refusal?.Code,
            (await AskAsync(store, district.FarmingReporter, item, Later, reason: "")).Refusal?.Code,
            (await AskAsync(store, district.FarmingReporter, item, item.DueAt)).Refusal?.Code,
            (await AskAsync(store, district.FarmingReporter, item, item.DueAt.AddDays(40))).Refusal?.Code,
            (await AskAsync(store, district.FarmingReporter, item, Later)).Refusal?.Code,
            (await AskAsync(store, district.FarmingHead, item, Later)).Refusal?.Code,
        ];
        store.Clock.SetUtcNow(new DateTimeOffset(item.DueAt.AddMinutes(1)));
        var village = await district.OpenAsync(July, "创建示范村");
        var late = await AskAsync(store, district.FarmingReporter, village, Later);

        Assert.Equal(["due-item-not-found", "forbidden", "reason-missing", "extension-not-later", "extension-too-far", null, "extension-asked"], codes);
        Assert.Equal("extension-too-late", late.Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_unit_does_not_decide_its_own_request(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var request = (await AskAsync(store, district.FarmingReporter, await district.OpenAsync(July, "新建高标准农田"), Later)).Value;

        var decided = await DecideAsync(store, district.FarmingHead, request, granted: true, null);

        Assert.Equal("forbidden", decided.Refusal?.Code);
    }

    private static Task<Outcome<ExtensionRequest>> AskAsync(Store store, Access access, DueItem item, DateTime until, string reason = "汛期后统一验收，数据28日才能核定。") =>
        store.AskAsync<AskExtension, Outcome<ExtensionRequest>>(access, ask => ask.ExecuteAsync(item.Id, until, reason, CancellationToken.None));

    private static Task<Outcome<ExtensionRequest>> DecideAsync(Store store, Access access, ExtensionRequest request, bool granted, string? note) =>
        store.AskAsync<DecideExtension, Outcome<ExtensionRequest>>(access, decide => decide.ExecuteAsync(request.Id, request.Version, granted, note, CancellationToken.None));
}
