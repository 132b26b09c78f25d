using Luoshi.App.Auditing;
using Luoshi.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Safety;

/// <summary>Whether every audit row follows on the one before, and the kept end is the end.</summary>
internal static class StoredChain
{
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(LuoshiDb db, CancellationToken ct)
    {
        var findings = new List<Finding>();
        var ends = await db.AuditChains.AsNoTracking().OrderBy(chain => chain.GovernmentId).ToDictionaryAsync(chain => chain.GovernmentId, ct);
        AuditEntry? before = null;
        var broken = new HashSet<int>();
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(entry => entry.GovernmentId).ThenBy(entry => entry.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (before is not null && before.GovernmentId != entry.GovernmentId)
            {
                End(before);
                before = null;
            }

            // One broken row makes all that follow doubtful: the first is named.
            if (!broken.Contains(entry.GovernmentId) && Fault(before, entry) is { } fault && broken.Add(entry.GovernmentId))
            {
                findings.Add(new Finding("audit-broken", $"audit_entries {entry.GovernmentId}/{entry.Sequence}", fault));
            }

            before = entry;
        }

        if (before is not null)
        {
            End(before);
        }

        findings.AddRange(ends.Values.Where(end => end.Sequence > 0).Select(end => new Finding("audit-broken", $"audit_chains {end.GovernmentId}", $"审计链应到第{end.Sequence}条，实际一条也没有。")));
        return findings;

        void End(AuditEntry last)
        {
            if (!ends.Remove(last.GovernmentId, out var end) || end.Sequence != last.Sequence || !end.Hash.AsSpan().SequenceEqual(last.Hash))
            {
                findings.Add(new Finding("audit-broken", $"audit_chains {last.GovernmentId}", $"审计链应到第{end?.Sequence ?? 0}条，实际到第{last.Sequence}条，末尾可能被删改。"));
            }
        }
    }

    private static string? Fault(AuditEntry? before, AuditEntry entry) =>
        entry.Sequence != (before?.Sequence ?? 0) + 1 ? $"前面缺了审计记录：第{before?.Sequence ?? 0}条之后是第{entry.Sequence}条。"
        : !entry.PreviousHash.AsSpan().SequenceEqual(before?.Hash ?? new byte[32]) ? "与上一条审计记录接不上。"
        : !entry.ComputeHash().AsSpan().SequenceEqual(entry.Hash) ? "审计记录的内容与校验值不符，可能被改过。"
        : null;
}
