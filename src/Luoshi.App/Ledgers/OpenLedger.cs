using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Ledgers;

/// <summary>年初建账.</summary>
public sealed class OpenLedger(LuoshiDb db)
{
    /// <returns>The ledger; <c>forbidden</c>, <c>ledger-exists</c>, <c>year-unlikely</c>.</returns>
    public async Task<Outcome<Ledger>> ExecuteAsync(int year, string? title, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.OpenLedger) is { } refusal)
        {
            return refusal;
        }

        if (year is < 2000 or > 2099)
        {
            return new Refusal("year-unlikely", $"{year}年不像台账的年份，请填四位数的年份，例如2026。");
        }

        if (await db.Ledgers.AnyAsync(ledger => ledger.Year == year, ct))
        {
            return new Refusal("ledger-exists", $"{year}年台账已经建立。");
        }

        var opened = new Ledger
        {
            GovernmentId = db.Access.GovernmentId,
            Year = year,
            Title = string.IsNullOrWhiteSpace(title) ? $"{year}年政府工作报告重点工作" : title.Trim(),
        };
        db.Add(opened);
        db.Record("ledger-opened", nameof(Ledger), opened.Id);
        return await db.TrySaveAsync(ct) is { } changed ? changed : opened;
    }
}
