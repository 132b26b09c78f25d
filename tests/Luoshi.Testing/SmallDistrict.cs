using Luoshi.App.Ledgers;
using Luoshi.App.Reporting;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Testing;

/// <summary>A government with two leaders, two units and three tasks: enough for a rule to show, and nothing more.</summary>
public sealed class SmallDistrict
{
    private SmallDistrict(Store store, int governmentId) => (Store, GovernmentId) = (store, governmentId);

    public Store Store { get; }

    public int GovernmentId { get; }

    /// <summary>区农业农村局: leads “新建高标准农田6000亩。” (monthly) and “创建示范村4个。” (quarterly).</summary>
    public required Unit Farming { get; init; }

    /// <summary>区住建局: leads “改造老旧小区24个。” (monthly).</summary>
    public required Unit Housing { get; init; }

    /// <summary>副区长 in charge of both units' tasks but one; the other is 常务副区长's.</summary>
    public required IReadOnlyList<LeaderPost> Posts { get; init; }

    public Access Clerk => Person(Role.Clerk);

    public Access Reviewer => Person(Role.Reviewer);

    public Access FarmingReporter => Person(Role.UnitReporter, Farming.Id);

    public Access FarmingHead => Person(Role.UnitHead, Farming.Id);

    public Access HousingReporter => Person(Role.UnitReporter, Housing.Id);

    /// <summary>Of the post whose tasks are the farming unit's.</summary>
    public Access Leader => Person(Role.Leader, postId: Posts[0].Id);

    public Access System => Access.SystemOf(GovernmentId);

    /// <summary>Somebody in a role; the same role is the same person.</summary>
    public Access Person(Role role, Guid? unitId = null, Guid? postId = null) => new()
    {
        GovernmentId = GovernmentId,
        Scope = role.Scope(),
        AccountId = new Guid((int)role + 1, (short)GovernmentId, 0, (unitId ?? postId ?? Guid.Empty).ToByteArray()[..8]),
        Name = role.Name(),
        Role = role,
        UnitId = unitId,
        PostId = postId,
        Address = "127.0.0.1",
        RequestId = "test",
    };

    /// <summary>Makes it in an empty or a filled store; a second one is another government.</summary>
    public static async Task<SmallDistrict> CreateAsync(Store store, string name = "青岚区人民政府")
    {
        var government = (await store.AskAsync<CreateGovernment, Core.Outcome<Government>>(Access.System, create => create.ExecuteAsync(name, null, CancellationToken.None))).Value;
        var system = Access.SystemOf(government.Id);
        await store.AskAsync<OpenLedger, Core.Outcome<Ledger>>(system, open => open.ExecuteAsync(2024, null, CancellationToken.None));
        var document = new TaskDocument
        {
            Source = "任务分解.xlsx",
            Tasks =
            [
                Row("赵宁", "副区长", 1, ReportingFrequency.Monthly, "新建高标准农田6000亩。", "区农业农村局"),
                Row("赵宁", "副区长", 2, ReportingFrequency.Quarterly, "创建示范村4个。", "区农业农村局"),
                Row("钱和", "常务副区长", 1, ReportingFrequency.Monthly, "改造老旧小区24个。", "区住建局"),
            ],
        };
        await store.AskAsync<ImportLedger, Core.Outcome<ImportPlan>>(system, import => import.ExecuteAsync(2024, [document], write: true, CancellationToken.None));
        return await store.LookAsync(system, async db => new SmallDistrict(store, government.Id)
        {
            Farming = await db.Units.SingleAsync(unit => unit.Name == "区农业农村局"),
            Housing = await db.Units.SingleAsync(unit => unit.Name == "区住建局"),
            Posts = await db.LeaderPosts.OrderBy(post => post.Rank).ToListAsync(),
        });
    }

    /// <summary>Opens a month and gives the due item of the task whose content begins so.</summary>
    public async Task<DueItem> OpenAsync(ReportingPeriod month, string content)
    {
        await Store.AskAsync<OpenPeriod, Core.Outcome<PeriodOpened>>(System, open => open.ExecuteAsync(month, CancellationToken.None));
        return await Store.LookAsync(System, db => db.DueItems.Join(db.KeyTasks.Where(task => task.Content.StartsWith(content)), item => item.TaskId, task => task.Id, (item, _) => item)
            .SingleAsync(item => item.Month == month));
    }

    private static ReportedTask Row(string leader, string title, int number, ReportingFrequency frequency, string content, string unit) => new()
    {
        Leader = new LeaderMention(leader, title),
        Number = number,
        Frequency = frequency,
        Content = content,
        LeadUnits = [new UnitMention(unit)],
    };
}
