using Luoshi.App.Data;
using Luoshi.App.Searching;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Ledgers;

/// <summary>How many tasks went on into the next year's ledger, and how many were there already.</summary>
public sealed record LedgerCarried(Ledger Next, int Carried, int AlreadyThere);

/// <summary>
/// 结转 — what is under way at the year's end goes on in the next year's ledger, with the units it has, and says where it comes from. Safe to do
/// twice. Numbers stay; plans are made anew.
/// </summary>
public sealed class CarryOverLedger(LuoshiDb db, TimeProvider clock)
{
    /// <param name="fromYear">The year whose open tasks go on.</param>
    /// <param name="taskIds">Which of them; null for all.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>How many; <c>forbidden</c>, <c>ledger-not-found</c>, <c>ledger-closed</c>, <c>nothing-to-carry</c>, <c>changed-meanwhile</c>.</returns>
    public async Task<Outcome<LedgerCarried>> ExecuteAsync(int fromYear, IReadOnlyCollection<Guid>? taskIds, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.CarryOverLedger) is { } refusal)
        {
            return refusal;
        }

        var ledger = await db.Ledgers.AsNoTracking().SingleOrDefaultAsync(ledger => ledger.Year == fromYear, ct);
        if (ledger is null)
        {
            return new Refusal("ledger-not-found", $"还没有建立{fromYear}年台账。");
        }

        var next = await db.Ledgers.SingleOrDefaultAsync(other => other.Year == fromYear + 1, ct);
        if (next is { IsClosed: true })
        {
            return new Refusal("ledger-closed", $"{next.Title}已经办结，不能再结转。");
        }

        var tasks = await db.KeyTasks.AsNoTracking()
            .Where(task => task.LedgerId == ledger.Id && (task.State == KeyTaskState.Active || task.State == KeyTaskState.Adjusted))
            .OrderBy(task => task.Id)
            .ToListAsync(ct);
        var picked = taskIds is null ? tasks : tasks.FindAll(task => taskIds.Contains(task.Id));
        if (picked.Count == 0)
        {
            return new Refusal("nothing-to-carry", $"{ledger.Title}没有可以结转的重点工作。");
        }

        if (next is null)
        {
            next = new Ledger { GovernmentId = ledger.GovernmentId, Year = fromYear + 1, Title = $"{fromYear + 1}年政府工作报告重点工作" };
            db.Add(next);
        }

        var there = await db.KeyTasks.Where(task => task.LedgerId == next.Id && task.CarriedFromId != null).Select(task => task.CarriedFromId!.Value).ToListAsync(ct);
        var fresh = picked.FindAll(task => !there.Contains(task.Id));
        var parts = (await db.Responsibilities.AsNoTracking()
                .Where(part => part.Until == null && db.KeyTasks.Any(task => task.Id == part.TaskId && task.LedgerId == ledger.Id))
                .OrderBy(part => part.Position).ThenBy(part => part.Id)
                .ToListAsync(ct))
            .ToLookup(part => part.TaskId);
        foreach (var task in fresh)
        {
            Carry(task, next, parts[task.Id]);
        }

        if (fresh.Count > 0)
        {
            db.Record("ledger-carried-over", nameof(Ledger), next.Id, $"{fromYear}年结转{fresh.Count}项");
        }

        return await db.TrySaveAsync(ct) is { } changed ? changed : new LedgerCarried(next, fresh.Count, picked.Count - fresh.Count);
    }

    private void Carry(KeyTask task, Ledger next, IEnumerable<Responsibility> parts)
    {
        var carried = AddKeyTask.New(task.GovernmentId, next.Id, task.Terms(), task.Number, task.Id);
        carried.Theme = task.Theme;
        db.Add(carried);
        SearchIndex.Add(db, SearchedText.Of(carried), clock.GetUtcNow().UtcDateTime);
        var firstDay = new DateOnly(next.Year, 1, 1);
        foreach (var part in parts.GroupBy(part => part.Part))
        {
            ResponsibleUnits.Add(db, carried, part.Key, [.. part.Select(row => row.UnitId)], 0, firstDay);
        }
    }
}
