using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Demo;

/// <summary>The seventh month half way: some units have reported, some returns are approved or sent back, one waits for its head, most are still due.</summary>
public sealed class SeedReturns(LuoshiDb db, CreateAccount createAccount, GrantRole grantRole, SaveDraft saveDraft, SubmitReport submitReport, ApproveReport approveReport, ReturnReport returnReport, TimeProvider clock)
{
    private const string Step = "办理到";

    /// <param name="document">Rows that say in a column of their own how far each return has come.</param>
    /// <param name="clerk">Who reviews.</param>
    /// <param name="reporters">The accounts of units that have one already.</param>
    /// <param name="ct">Gives up.</param>
    public async Task ExecuteAsync(TaskDocument document, Access clerk, IReadOnlyDictionary<Guid, Guid> reporters, CancellationToken ct)
    {
        var system = db.Access;
        var units = await db.Units.ToListAsync(ct);
        var month = document.Period!.Value;
        var items = (await db.DueItems.AsNoTracking().Where(item => item.Month == month)
            .Join(db.KeyTasks, item => item.TaskId, task => task.Id, (item, task) => new { item.Id, item.UnitId, task.Content }).ToListAsync(ct))
            .ToDictionary(item => (item.UnitId, item.Content));
        var accounts = new Dictionary<Guid, Guid>(reporters);
        foreach (var row in document.Tasks)
        {
            var unit = units.Find(unit => unit.IsMeantBy(row.LeadUnits[0]))!;
            if (!accounts.TryGetValue(unit.Id, out var account))
            {
                db.ActAs(system);
                accounts[unit.Id] = account = await ReporterAsync(unit, accounts.Count, ct);
            }

            var reporter = new Access { GovernmentId = unit.GovernmentId, Scope = Scope.Unit, AccountId = account, Name = unit.DisplayName, Role = Role.UnitReporter, UnitId = unit.Id };
            await WalkAsync(row, items[(unit.Id, row.Content)].Id, reporter, clerk, ct);
            db.ChangeTracker.Clear();
        }

        db.ActAs(system);
    }

    private async Task WalkAsync(ReportedTask row, Guid item, Access reporter, Access clerk, CancellationToken ct)
    {
        var text = ReportText.Of(row.Progress, row.PlanMet, row.Shortfall);
        var step = row.OtherColumns.First(column => column.Header == Step).Text;
        db.ActAs(reporter);
        if (step == "草稿")
        {
            _ = (await saveDraft.ExecuteAsync(item, 0, text, ct)).Value;
            return;
        }

        var stand = (await submitReport.ExecuteAsync(item, 0, text, ct)).Value.Stand;
        db.ActAs(clerk);
        if (step == "通过")
        {
            _ = (await approveReport.ExecuteAsync(stand.ReportId, stand.Version, Judgement.Accepted, "已与单位核对台账，情况属实。", ct)).Value;
        }
        else if (step == "退回")
        {
            var again = clock.GetUtcNow().UtcDateTime.AddDays(2);
            _ = (await returnReport.ExecuteAsync(stand.ReportId, stand.Version, "只写了下一步打算，没有写7月完成了多少。请补充新增高新技术企业、科技型中小企业的认定数。", again, Judgement.Doubted, ct)).Value;
        }
    }

    private async Task<Guid> ReporterAsync(Unit unit, int number, CancellationToken ct)
    {
        var account = (await createAccount.ExecuteAsync(unit.GovernmentId, $"unit-{number:00}", "填报人", ct)).Value;
        _ = (await grantRole.ExecuteAsync(account.Id, Role.UnitReporter, unit.Id, null, ct)).Value;
        return account.Id;
    }
}
