using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Auditing;

/// <summary>How a chain is broken.</summary>
public enum ChainBreak
{
    /// <summary>内容被改: the row does not carry its own hash.</summary>
    Changed,

    /// <summary>缺失: the row is gone.</summary>
    Missing,

    /// <summary>多出: the row stands after the end of the chain.</summary>
    Inserted,

    /// <summary>接不上: the row follows on another than the one before it.</summary>
    Unlinked,

    /// <summary>与锚点不符: the row is not the one that was anchored.</summary>
    NotAsAnchored,
}

/// <summary>The words for a <see cref="ChainBreak"/>.</summary>
public static class ChainBreaks
{
    public static string Name(this ChainBreak chainBreak) => chainBreak switch
    {
        ChainBreak.Changed => "内容被改动",
        ChainBreak.Missing => "记录缺失",
        ChainBreak.Inserted => "多出的记录",
        ChainBreak.Unlinked => "与上一条接不上",
        ChainBreak.NotAsAnchored => "与当日锚点不符",
    };
}

/// <summary>What became of one government's chain: whole where there is no <paramref name="Break"/>, or broken first at <paramref name="BrokenAt"/>.</summary>
public sealed record ChainVerified(int GovernmentId, long Entries, ChainBreak? Break, long? BrokenAt);

/// <summary>
/// 审计核验 — reads every row of every chain once, in order, without keeping them, and names the first that is broken. Rows that are written
/// meanwhile do no harm.
/// </summary>
public sealed class VerifyAudit(LuoshiDb db)
{
    // Often enough for somebody who waits, seldom enough to cost nothing.
    private const int ToldEvery = 2_000;

    private long _seen;

    /// <param name="ct">Ends it.</param>
    /// <param name="seen">Is told how many rows have been read, from none on.</param>
    /// <returns>One for each chain, by government; <c>forbidden</c>.</returns>
    public async Task<Outcome<IReadOnlyList<ChainVerified>>> ExecuteAsync(CancellationToken ct, IProgress<long>? seen = null)
    {
        if (db.Access.Refuse(Operation.ReadAudit) is { } refusal)
        {
            return refusal;
        }

        _seen = 0;

        var ids = await db.AuditChains.Select(chain => chain.GovernmentId)
            .Union(db.AuditEntries.Select(entry => entry.GovernmentId))
            .OrderBy(id => id)
            .ToListAsync(ct);
        var verified = new List<ChainVerified>();
        foreach (var id in ids)
        {
            verified.Add(await VerifyAsync(id, seen, ct));
        }

        return verified;
    }

    private async Task<ChainVerified> VerifyAsync(int governmentId, IProgress<long>? seen, CancellationToken ct)
    {
        seen?.Report(_seen);
        var before = await EndAsync(governmentId, ct);
        var anchors = (await db.AuditAnchors.AsNoTracking().Where(anchor => anchor.GovernmentId == governmentId).OrderBy(anchor => anchor.Day).ToListAsync(ct))
            .GroupBy(anchor => anchor.Sequence)
            .ToDictionary(group => group.Key, group => group.Select(anchor => anchor.Hash).ToList());
        var last = 0L;
        var hash = new byte[32];
        await foreach (var entry in db.AuditEntries.AsNoTracking().Where(entry => entry.GovernmentId == governmentId).OrderBy(entry => entry.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            ChainBreak? broken = entry.Sequence != last + 1 ? ChainBreak.Missing
                : !entry.ComputeHash().AsSpan().SequenceEqual(entry.Hash) ? ChainBreak.Changed
                : !entry.PreviousHash.AsSpan().SequenceEqual(hash) ? ChainBreak.Unlinked
                : anchors.TryGetValue(entry.Sequence, out var anchored) && anchored.Exists(known => !known.AsSpan().SequenceEqual(entry.Hash)) ? ChainBreak.NotAsAnchored
                : entry.Sequence == before.Sequence && !before.Hash.AsSpan().SequenceEqual(entry.Hash) ? ChainBreak.Changed
                : null;
            if (broken is not null)
            {
                return new ChainVerified(governmentId, last, broken, last + 1);
            }

            (last, hash) = (entry.Sequence, entry.Hash);
            if (++_seen % ToldEvery == 0)
            {
                seen?.Report(_seen);
            }
        }

        var after = await EndAsync(governmentId, ct);
        return last < Math.Max(before.Sequence, anchors.Keys.DefaultIfEmpty().Max()) ? new ChainVerified(governmentId, last, ChainBreak.Missing, last + 1)
            : last > after.Sequence ? new ChainVerified(governmentId, last, ChainBreak.Inserted, after.Sequence + 1)
            : new ChainVerified(governmentId, last, null, null);
    }

    private async Task<AuditChain> EndAsync(int governmentId, CancellationToken ct) =>
        await db.AuditChains.AsNoTracking().SingleOrDefaultAsync(chain => chain.GovernmentId == governmentId, ct) ?? new AuditChain { GovernmentId = governmentId };
}
