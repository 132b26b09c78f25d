using Luoshi.App.Accounts;
using Luoshi.App.Reporting;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Notices;

/// <summary>Whom a notice reaches when somebody else has done something.</summary>
public sealed class BeingTold
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task An_instruction_reaches_the_unit_and_the_office_and_its_answer_the_leader(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var (clerk, reporter, other, leader) = (await MakeAsync(district, district.Clerk), await MakeAsync(district, district.FarmingReporter), await MakeAsync(district, district.HousingReporter), await MakeAsync(district, district.Leader));
        var task = await store.LookAsync(district.Clerk, db => db.KeyTasks.SingleAsync(task => task.Content.StartsWith("新建高标准农田")));

        var written = (await store.AskAsync<WriteInstruction, Outcome<InstructionStand>>(leader, write => write.ExecuteAsync(task.Id, "请月底前赶上。", new DateOnly(2024, 7, 31), CancellationToken.None))).Value;
        await store.AskAsync<ReplyToInstruction, Outcome<InstructionStand>>(reporter, reply => reply.ExecuteAsync(written.InstructionId, written.Version, "已开工2处。", CancellationToken.None));

        Assert.Equal(["副区长批示：请月底前赶上。"], await NoticesAsync(store, reporter));
        Assert.Equal(["副区长批示：请月底前赶上。"], await NoticesAsync(store, clerk));
        Assert.Equal(["批示有了反馈：已开工2处。"], await NoticesAsync(store, leader));
        Assert.Empty(await NoticesAsync(store, other));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_wish_for_more_time_reaches_the_office_and_the_decision_the_unit(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var (clerk, reporter) = (await MakeAsync(district, district.Clerk), await MakeAsync(district, district.FarmingReporter));
        var item = await district.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");

        var asked = (await store.AskAsync<AskExtension, Outcome<ExtensionRequest>>(reporter, ask => ask.ExecuteAsync(item.Id, item.DueAt.AddDays(3), "数据28日才能核定。", CancellationToken.None))).Value;
        await store.AskAsync<DecideExtension, Outcome<ExtensionRequest>>(clerk, decide => decide.ExecuteAsync(asked.Id, asked.Version, granted: false, "会期已定，请先报预计数。", CancellationToken.None));

        Assert.Equal(["收到延期申请：数据28日才能核定。"], await NoticesAsync(store, clerk));
        Assert.Equal(["7月报送未同意延期：会期已定，请先报预计数。"], await NoticesAsync(store, reporter));
    }

    private static Task<List<string>> NoticesAsync(Store store, Access access) => store.LookAsync(access, db => db.Notices.OrderBy(notice => notice.At).Select(notice => notice.Text).ToListAsync());

    private static async Task<Access> MakeAsync(SmallDistrict district, Access like)
    {
        var name = $"p{(int)like.Role!}-{like.UnitId?.ToString("N")[^6..]}";
        var account = (await district.Store.AskAsync<CreateAccount, Outcome<AccountCreated>>(Access.System, create => create.ExecuteAsync(district.GovernmentId, name, "程禾", CancellationToken.None))).Value;
        await district.Store.AskAsync<GrantRole, Outcome<Position>>(Access.System, grant => grant.ExecuteAsync(account.Id, like.Role!.Value, like.UnitId, like.PostId, CancellationToken.None));
        return like with { AccountId = account.Id };
    }
}
