using System.Net;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests.Board;

/// <summary>A unit's wish for more time on the office's page.</summary>
public sealed class DecidingOnMoreTime
{
    [Fact]
    public async Task A_no_needs_its_reason_and_the_request_stays()
    {
        await using var site = await Site.CreateAsync();
        var asked = await AskAsync(site);
        using var reviewer = await site.SignInAsync(site.District.Reviewer);

        var page = await reviewer.ReadAsync("/extensions");
        var refused = await reviewer.PostAsync("/extensions?handler=decide", Decision(asked, granted: false, ""), form: "/extensions");

        Assert.Contains("数据28日才能核定。", page, StringComparison.Ordinal);
        Assert.Contains("不同意延期，请写明原因", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(ExtensionState.Asked, await StateAsync(site));
    }

    [Theory, InlineData(true, ExtensionState.Granted), InlineData(false, ExtensionState.Declined)]
    public async Task It_is_granted_or_not_and_listed_with_what_was_said(bool granted, ExtensionState state)
    {
        await using var site = await Site.CreateAsync();
        var asked = await AskAsync(site);
        using var clerk = await site.SignInAsync(site.District.Clerk);

        var answer = await clerk.PostAsync("/extensions?handler=decide", Decision(asked, granted, "会期已定。"), form: "/extensions");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(state, await StateAsync(site));
        Assert.Contains("会期已定。", await clerk.ReadAsync("/extensions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_decide_the_second_is_told()
    {
        await using var site = await Site.CreateAsync();
        var asked = await AskAsync(site);
        using var clerk = await site.SignInAsync(site.District.Clerk);
        await clerk.PostAsync("/extensions?handler=decide", Decision(asked, granted: true, ""), form: "/extensions");

        var second = await clerk.PostAsync("/extensions?handler=decide", Decision(asked, granted: false, "不同意。"), form: "/extensions");

        Assert.Contains("刚刚被别人改过", await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Decision(ExtensionRequest asked, bool granted, string note) =>
        new() { ["extension"] = asked.Id.ToString(), ["version"] = "1", ["granted"] = granted ? "true" : "false", ["note"] = note };

    private static Task<ExtensionState> StateAsync(Site site) => site.Store.LookAsync(site.District.Clerk, db => db.ExtensionRequests.Select(request => request.State).SingleAsync());

    private static async Task<ExtensionRequest> AskAsync(Site site)
    {
        var item = await site.District.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        return (await site.Store.AskAsync<AskExtension, Outcome<ExtensionRequest>>(
            site.District.FarmingReporter, ask => ask.ExecuteAsync(item.Id, item.DueAt.AddDays(3), "数据28日才能核定。", CancellationToken.None))).Value;
    }
}
