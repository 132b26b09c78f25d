using Luoshi.App.Notices;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Notices;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Notices;

/// <summary>An announcement from the office to everybody.</summary>
public sealed class TellingEverybody
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task It_is_read_in_every_role_of_the_government_and_in_no_other(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var other = await SmallDistrict.CreateAsync(store, "丹霞区人民政府");
        await PostAsync(district, district.Clerk, "7月报送提前到24日");

        foreach (var role in Enum.GetValues<Role>())
        {
            Assert.Equal((role, 1), (role, await CountAsync(store, district.Person(role))));
            Assert.Equal((role, 0), (role, await CountAsync(store, other.Person(role))));
        }

        Assert.Equal(0, await CountAsync(store, Access.Nobody));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_is_withdrawn_is_the_offices_alone_until_it_is_put_back(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var posted = (await PostAsync(district, district.Clerk, "系统周六维护")).Value;

        var withdrawn = await store.AskAsync<WithdrawAnnouncement, Refusal?>(district.Clerk, operation => operation.ExecuteAsync(posted.Id, CancellationToken.None));
        var seen = (Office: await CountAsync(store, district.Clerk), Unit: await CountAsync(store, district.FarmingReporter));
        var again = await store.AskAsync<WithdrawAnnouncement, Refusal?>(district.Clerk, operation => operation.ExecuteAsync(posted.Id, CancellationToken.None));
        var restored = await store.AskAsync<WithdrawAnnouncement, Refusal?>(district.Clerk, operation => operation.RestoreAsync(posted.Id, CancellationToken.None));

        Assert.Null(withdrawn);
        Assert.Equal((1, 0), seen);
        Assert.Equal("announcement-withdrawn", again?.Code);
        Assert.Null(restored);
        Assert.Equal(1, await CountAsync(store, district.FarmingReporter));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Only_the_office_writes_one(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);

        foreach (var access in new[] { district.Reviewer, district.FarmingReporter, district.Leader, district.Person(Role.SystemAdministrator) })
        {
            Assert.Equal("forbidden", (await PostAsync(district, access, "标题")).Refusal?.Code);
        }
    }

    [Theory, InlineData(null, "正文", "title-missing"), InlineData("标题", " ", "body-missing")]
    public async Task It_has_a_title_and_a_text(string? title, string? body, string code)
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);

        var posted = await store.AskAsync<PostAnnouncement, Outcome<Announcement>>(district.Clerk, operation => operation.ExecuteAsync(title, body, CancellationToken.None));

        Assert.Equal(code, posted.Refusal?.Code);
    }

    private static Task<int> CountAsync(Store store, Access access) => store.LookAsync(access, db => db.Announcements.CountAsync());

    private static Task<Outcome<Announcement>> PostAsync(SmallDistrict district, Access access, string title) =>
        district.Store.AskAsync<PostAnnouncement, Outcome<Announcement>>(access, operation => operation.ExecuteAsync(title, "请各单位提前准备。", CancellationToken.None));
}
