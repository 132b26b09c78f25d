using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Ledgers;

/// <summary>What the operations on a key task have in common: find it as it was seen, in a ledger that is still open.</summary>
internal static class OpenTask
{
    /// <returns>The task; <c>forbidden</c>, <c>task-not-found</c>, <c>changed-meanwhile</c>, <c>ledger-closed</c>.</returns>
    public static async Task<Outcome<KeyTask>> LoadAsync(LuoshiDb db, Operation operation, Guid taskId, int version, CancellationToken ct)
    {
        if (db.Access.Refuse(operation) is { } refusal)
        {
            return refusal;
        }

        var task = await db.KeyTasks.SingleOrDefaultAsync(task => task.Id == taskId, ct);
        if (task is null)
        {
            return new Refusal("task-not-found", "没有找到这项重点工作，可能已被删除，或不在您的范围内。");
        }

        if (task.Version != version)
        {
            return Concurrency.Changed;
        }

        return await LedgerRefusesAsync(db, task.LedgerId, ct) is { } closed ? closed : task;
    }

    /// <returns>Null when the ledger may be written to; <c>ledger-not-found</c> or <c>ledger-closed</c>.</returns>
    public static async Task<Refusal?> LedgerRefusesAsync(LuoshiDb db, Guid ledgerId, CancellationToken ct)
    {
        var ledger = await db.Ledgers.AsNoTracking().SingleOrDefaultAsync(ledger => ledger.Id == ledgerId, ct);
        return ledger is null ? new Refusal("ledger-not-found", "没有找到这本台账。")
            : ledger.IsClosed ? new Refusal("ledger-closed", $"{ledger.Title}已经办结，不能再改。")
            : null;
    }

    /// <returns>Null when post and units are the government's own; <c>post-unknown</c>, <c>unit-unknown</c>.</returns>
    public static async Task<Refusal?> UnknownAsync(LuoshiDb db, Guid postId, IReadOnlyCollection<Guid> unitIds, CancellationToken ct)
    {
        if (!await db.LeaderPosts.AnyAsync(post => post.Id == postId, ct))
        {
            return new Refusal("post-unknown", "请选择分管领导。");
        }

        var units = unitIds.Distinct().ToList();
        return await db.Units.CountAsync(unit => units.Contains(unit.Id), ct) == units.Count ? null : new Refusal("unit-unknown", "请选择单位名录里的单位。");
    }

    /// <summary>The next free number under a leader.</summary>
    public static async Task<int> NextNumberAsync(LuoshiDb db, Guid ledgerId, Guid postId, CancellationToken ct) =>
        (await db.KeyTasks.Where(task => task.LedgerId == ledgerId && task.PostId == postId).MaxAsync(task => (int?)task.Number, ct) ?? 0) + 1;
}
