using Luoshi.App.Accounts;
using Luoshi.App.Notices;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Notices;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Notices;

/// <summary>Feedback from anybody, and the office's answer.</summary>
public sealed class HearingWhatPeopleSay
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_office_is_told_and_answers_and_the_person_is_told(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var (clerk, reporter) = (await MakeAsync(district, district.Clerk), await MakeAsync(district, district.FarmingReporter));

        var given = (await GiveAsync(district, reporter, "/reporting", "粘贴表格时列对不齐。")).Value;
        var answered = await AnswerAsync(district, clerk, given.Id, "请把表头一起粘贴，下周改进。");

        Assert.Null(answered);
        Assert.Equal("收到意见反馈：粘贴表格时列对不齐。", await store.LookAsync(clerk, db => db.Notices.Select(notice => notice.Text).SingleAsync()));
        Assert.Equal("意见有了答复：请把表头一起粘贴，下周改进。", await store.LookAsync(reporter, db => db.Notices.Select(notice => notice.Text).SingleAsync()));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task One_sees_ones_own_and_the_office_all(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var (clerk, reporter, auditor) = (await MakeAsync(district, district.Clerk), await MakeAsync(district, district.FarmingReporter), await MakeAsync(district, district.Person(Role.AuditAdministrator)));
        await GiveAsync(district, reporter, "/reporting", "字小了。");
        await GiveAsync(district, auditor, "/audit", "希望能按月导出。");

        var seen = new[] { await CountAsync(store, clerk), await CountAsync(store, reporter), await CountAsync(store, auditor), await CountAsync(store, district.Leader) };

        Assert.Equal([2, 1, 1, 0], seen);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Only_the_office_answers_and_once(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var (clerk, reporter) = (await MakeAsync(district, district.Clerk), await MakeAsync(district, district.FarmingReporter));
        var given = (await GiveAsync(district, reporter, null, "字小了。")).Value;

        var own = await AnswerAsync(district, reporter, given.Id, "我自己答。");
        await AnswerAsync(district, clerk, given.Id, "请点右上角“大字版”。");
        var twice = await AnswerAsync(district, clerk, given.Id, "再答一次。");

        Assert.Equal("forbidden", own?.Code);
        Assert.Equal("feedback-answered", twice?.Code);
    }

    [Theory, InlineData("https://example.org/"), InlineData("//example.org/"), InlineData(null)]
    public async Task An_address_that_is_not_of_this_site_is_not_kept(string? page)
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);

        var given = await GiveAsync(district, await MakeAsync(district, district.Clerk), page, "打不开。");

        Assert.Equal("", given.Value.Page);
    }

    private static Task<int> CountAsync(Store store, Access access) => store.LookAsync(access, db => db.Feedback.CountAsync());

    private static Task<Outcome<Feedback>> GiveAsync(SmallDistrict district, Access access, string? page, string text) =>
        district.Store.AskAsync<GiveFeedback, Outcome<Feedback>>(access, operation => operation.ExecuteAsync(page, text, CancellationToken.None));

    private static Task<Refusal?> AnswerAsync(SmallDistrict district, Access access, Guid id, string text) =>
        district.Store.AskAsync<AnswerFeedback, Refusal?>(access, operation => operation.ExecuteAsync(id, text, CancellationToken.None));

    private static async Task<Access> MakeAsync(SmallDistrict district, Access like)
    {
        var account = (await district.Store.AskAsync<CreateAccount, Outcome<AccountCreated>>(
            Access.System, create => create.ExecuteAsync(district.GovernmentId, $"p{(int)like.Role!}", "程禾", CancellationToken.None))).Value;
        await district.Store.AskAsync<GrantRole, Outcome<Position>>(Access.System, grant => grant.ExecuteAsync(account.Id, like.Role!.Value, like.UnitId, like.PostId, CancellationToken.None));
        return like with { AccountId = account.Id };
    }
}
