using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Luoshi.App.Ledgers;
using Luoshi.App.Notices;
using Luoshi.App.Reading;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Reading;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Demo;

/// <summary>An account of the demo, to be printed: its password is random and of this run only.</summary>
public sealed record DemoAccount(string Name, string Password, string DisplayName, string Position);

/// <summary>The fictional district as it stood on <see cref="Day"/>: half a year behind it, the seventh month open.</summary>
public sealed class SeedDistrict(LuoshiDb db, CreateGovernment createGovernment, OpenLedger openLedger, ImportLedger importLedger, ImportPlans importPlans, ImportWorkReport importReport,
    OpenPeriod openPeriod, ImportHistory importHistory, CreateAccount createAccount, GrantRole grantRole, SeedReturns seedReturns, PostAnnouncement announce)
{
    private const int Year = 2024;
    private const int LastMonth = 6;

    /// <summary>When the demo plays: three days before July's returns are due.</summary>
    public static DateTimeOffset Day { get; } = new(2024, 7, 22, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Fills an empty store from the folder of the sample district.</summary>
    public async Task<IReadOnlyList<DemoAccount>> ExecuteAsync(string folder, CancellationToken ct)
    {
        db.ActAs(Access.System);
        var government = Demand(await createGovernment.ExecuteAsync("青岚区人民政府", null, ct)).Id;
        db.ActAs(Access.SystemOf(government));
        Demand(await openLedger.ExecuteAsync(Year, null, ct));
        Demand(await importLedger.ExecuteAsync(Year, await ReadAsync(ct, folder, $"{Year}", "重点工作任务分解.xlsx"), write: true, ct));
        var report = await File.ReadAllBytesAsync(Path.Combine(folder, $"{Year}", "政府工作报告.md"), ct);
        Demand(await importReport.ExecuteAsync(Year, Demand(ParagraphReader.Read(report, ReadLimits.Local)), write: true, ct));
        Demand(await importPlans.ExecuteAsync(Year, (await ReadAsync(ct, folder, $"{Year}", "月度计划.xlsx"))[0], "区政府第3次常务会议", ct));
        foreach (var month in Enumerable.Range(1, LastMonth))
        {
            Demand(await openPeriod.ExecuteAsync(new ReportingPeriod(Year, month), ct));
            Demand(await importHistory.ExecuteAsync((await ReadAsync(ct, folder, $"{Year}-{month:00}", "material.docx"))[0], ct));
            db.ChangeTracker.Clear();
        }

        Demand(await openPeriod.ExecuteAsync(new ReportingPeriod(Year, LastMonth + 1), ct));
        var accounts = await AccountsAsync(government, ct);
        await ReturnsAsync(government, folder, ct);
        return accounts;
    }

    private async Task ReturnsAsync(int government, string folder, CancellationToken ct)
    {
        var held = await db.Positions.Join(db.Accounts, position => position.AccountId, account => account.Id, (position, account) => new { position.Role, position.UnitId, account.Id, account.DisplayName }).ToListAsync(ct);
        var clerk = held.Single(position => position.Role == Role.Clerk);
        var reporter = held.Single(position => position.Role == Role.UnitReporter);
        var office = new Access { GovernmentId = government, Scope = Scope.Government, AccountId = clerk.Id, Name = clerk.DisplayName, Role = Role.Clerk };
        db.ActAs(office);
        Demand(await announce.ExecuteAsync("7月报送7月25日17:30截止", "请各牵头单位7月25日17:30前报送。选“否”的，写明原因、补救措施和预计补上的日期。\n确有困难的，到期前在“本月填报”里申请延期。", ct));
        db.ActAs(Access.SystemOf(government));
        var july = await ReadAsync(ct, folder, "demo", $"{Year}-07.csv");
        await seedReturns.ExecuteAsync(july[0], office, new Dictionary<Guid, Guid> { [reporter.UnitId!.Value] = reporter.Id }, ct);
    }

    private async Task<IReadOnlyList<DemoAccount>> AccountsAsync(int government, CancellationToken ct)
    {
        var unit = await db.Units.SingleAsync(unit => unit.Name == "区农业农村局" && unit.Qualifier == "", ct);
        unit.SignsOff = true;
        db.Record("unit-changed", nameof(Unit), unit.Id);
        await db.SaveChangesAsync(ct);
        var leader = await db.LeaderPosts.OrderBy(post => post.Rank).Skip(1).FirstAsync(ct);
        (string Name, string Display, Role Role, Guid? Unit, Guid? Post, string Position)[] people =
        [
            ("ducha", "程禾", Role.Clerk, null, null, "区府办督查科"),
            ("shenhe", "罗一帆", Role.Reviewer, null, null, "区府办督查科"),
            ("nongye", "唐小满", Role.UnitReporter, unit.Id, null, unit.DisplayName),
            ("nongye-ju", "马立冬", Role.UnitHead, unit.Id, null, unit.DisplayName),
            ("fenguan", leader.Holders[^1].Name, Role.Leader, null, leader.Id, leader.Title),
            ("quzhang", "顾清和", Role.DistrictHead, null, null, "区长"),
            ("xitong", "季平", Role.SystemAdministrator, null, null, "区大数据中心"),
            ("anquan", "方守一", Role.SecurityAdministrator, null, null, "区大数据中心"),
            ("shenji", "宋知微", Role.AuditAdministrator, null, null, "区府办机要科"),
        ];
        var made = new List<DemoAccount>();
        foreach (var person in people)
        {
            var account = Demand(await createAccount.ExecuteAsync(government, person.Name, person.Display, ct));
            Demand(await grantRole.ExecuteAsync(account.Id, person.Role, person.Unit, person.Post, ct));
            var row = await db.Accounts.SingleAsync(row => row.Id == account.Id, ct);
            row.MustChangePassword = false;
            db.Record("account-changed", nameof(Account), account.Id);
            await db.SaveChangesAsync(ct);
            made.Add(new DemoAccount(person.Name, account.FirstPassword, person.Display, $"{person.Role.Name()}（{person.Position}）"));
        }

        return made;
    }

    private static async Task<IReadOnlyList<TaskDocument>> ReadAsync(CancellationToken ct, params string[] path) =>
        Demand(await ReadDocuments.ExecuteAsync([Path.Combine(path)], ReadLimits.Local, ct));

    // The sample is ours: what it is refused for is a bug.
    private static T Demand<T>(Outcome<T> outcome)
        where T : notnull => outcome.Value;
}
