using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Supervision;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Supervision;

/// <summary>A rectification from its opening to its closure.</summary>
public sealed class PuttingThingsRight
{
    private static readonly DateTime Due = new(2024, 7, 31, 9, 30, 0, DateTimeKind.Utc);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task It_is_open_until_the_office_has_verified_what_the_unit_says(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var opened = (await OpenAsync(district, district.Clerk, Due)).Value;

        var replied = (await ReplyAsync(district, district.FarmingReporter, opened, "已补建1200亩。")).Value;
        var returned = (await store.AskAsync<ReturnRectification, Outcome<Rectification>>(
            district.Clerk, operation => operation.ExecuteAsync(opened.Id, replied.Version, "没有写明位置。", Due.AddDays(7), CancellationToken.None))).Value;
        var again = (await ReplyAsync(district, district.FarmingReporter, returned, "已补建1200亩，在白石滩街道。")).Value;
        var closed = await CloseAsync(district, district.Clerk, again, "现场核查，已到位。");

        Assert.Equal(RectificationState.Closed, closed.Value.State);
        Assert.Equal(
            [RectificationState.Replied, RectificationState.Returned, RectificationState.Replied, RectificationState.Closed],
            (await store.LookAsync(district.Clerk, db => db.Rectifications.SingleAsync())).Steps.Select(step => step.State));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Nothing_is_closed_before_the_unit_has_answered(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var opened = (await OpenAsync(district, district.Clerk, Due)).Value;

        var closed = await CloseAsync(district, district.Clerk, opened, "已到位。");

        Assert.Equal("rectification-not-replied", closed.Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_due_time_that_has_passed_is_refused(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);

        var opened = await OpenAsync(district, district.Clerk, new DateTime(2024, 7, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal("due-past", opened.Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Another_unit_finds_neither_it_nor_its_list(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var opened = (await OpenAsync(district, district.Clerk, Due)).Value;

        var reply = await ReplyAsync(district, district.HousingReporter, opened, "不是我们的。");

        Assert.Equal("rectification-not-found", reply.Refusal?.Code);
        Assert.False(await store.LookAsync(district.HousingReporter, db => db.Rectifications.AnyAsync()));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_two_who_answer_the_second_is_told(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var opened = (await OpenAsync(district, district.Clerk, Due)).Value;
        await ReplyAsync(district, district.FarmingReporter, opened, "已补建。");

        var second = await ReplyAsync(district, district.FarmingHead, opened, "另一份。");

        Assert.Equal("changed-meanwhile", second.Refusal?.Code);
    }

    [Theory]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.UnitReporter)]
    [InlineData(Role.Leader)]
    [InlineData(Role.AuditAdministrator)]
    public async Task Only_the_clerk_opens_one(Role role)
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);

        var opened = await OpenAsync(district, district.Person(role, district.Farming.Id, district.Posts[0].Id), Due);

        Assert.Equal("forbidden", opened.Refusal?.Code);
    }

    [Fact]
    public async Task It_is_overdue_once_the_due_time_has_passed_and_not_while_it_is_verified()
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);
        var opened = (await OpenAsync(district, district.Clerk, Due)).Value;
        var replied = (await ReplyAsync(district, district.FarmingReporter, opened, "已补建。")).Value;

        Assert.Equal((false, true, false), (opened.IsOverdue(Due), opened.IsOverdue(Due.AddMinutes(1)), replied.IsOverdue(Due.AddMinutes(1))));
    }

    private static async Task<Outcome<Rectification>> OpenAsync(SmallDistrict district, Access access, DateTime due)
    {
        var task = await district.Store.LookAsync(district.Clerk, db => db.KeyTasks.SingleAsync(task => task.Content.StartsWith("新建高标准农田")));
        return await district.Store.AskAsync<OpenRectification, Outcome<Rectification>>(
            access, open => open.ExecuteAsync(task.Id, RectificationOrigin.BehindTask, "进度落后，请补建。", due, CancellationToken.None));
    }

    private static Task<Outcome<Rectification>> ReplyAsync(SmallDistrict district, Access access, Rectification rectification, string text) =>
        district.Store.AskAsync<ReplyToRectification, Outcome<Rectification>>(
            access, reply => reply.ExecuteAsync(rectification.Id, rectification.Version, text, "验收单3份", CancellationToken.None));

    private static Task<Outcome<Rectification>> CloseAsync(SmallDistrict district, Access access, Rectification rectification, string reason) =>
        district.Store.AskAsync<CloseRectification, Outcome<Rectification>>(
            access, close => close.ExecuteAsync(rectification.Id, rectification.Version, reason, CancellationToken.None));
}
