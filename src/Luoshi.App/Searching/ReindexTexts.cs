using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Searching;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Searching;

/// <summary>How many texts there are, and of how many the index was not as it should be.</summary>
public sealed record TextsReindexed(int Texts, int Mended);

/// <summary>
/// 重建检索 — brings the index to what the texts say, wherever it says something else. What is right already stays as it is. A batch at a time: others
/// go on writing.
/// </summary>
public sealed class ReindexTexts(LuoshiDb db, TimeProvider clock)
{
    /// <returns>What was done; <c>forbidden</c>, or <c>changed-meanwhile</c> where somebody wrote the same text: then it is done again.</returns>
    public async Task<Outcome<TextsReindexed>> ExecuteAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.BackUp) is { } forbidden)
        {
            return forbidden;
        }

        var done = new TextsReindexed(0, 0);
        var governments = new HashSet<int>();
        await foreach (var batch in IndexedTexts.BatchesAsync(db, ct))
        {
            governments.Add(batch.GovernmentId);
            var mended = await InTurnAsync(() => MendAsync(batch, ct), ct);
            if (mended.Refusal is { } changed)
            {
                return changed;
            }

            done = new TextsReindexed(done.Texts + batch.SubjectIds.Count, done.Mended + mended.Value);
        }

        foreach (var governmentId in governments)
        {
            foreach (var kind in Enum.GetValues<SearchKind>())
            {
                var removed = await InTurnAsync(
                    async () =>
                    {
                        var orphans = await IndexedTexts.Orphans(db, governmentId, kind).ToListAsync(ct);
                        db.RemoveRange(orphans);
                        return await db.TrySaveAsync(ct) is { } changed ? changed : orphans.Count;
                    },
                    ct);
                if (removed.Refusal is { } changed)
                {
                    return changed;
                }

                done = done with { Mended = done.Mended + removed.Value };
            }
        }

        return done;
    }

    private async Task<Outcome<int>> InTurnAsync(Func<Task<Outcome<int>>> work, CancellationToken ct)
    {
        // A restore has begun one of its own.
        if (db.Database.CurrentTransaction is not null)
        {
            return await work();
        }

        await using var change = await db.BeginAsync(ct);
        var outcome = await work();
        if (outcome.Refusal is null)
        {
            await change.CommitAsync(ct);
        }

        return outcome;
    }

    private async Task<Outcome<int>> MendAsync(TextBatch batch, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var texts = await IndexedTexts.LoadAsync(db, batch, ct);
        var placed = texts.ToLookup(text => text.Expected().Count > 0);
        foreach (var text in placed[false])
        {
            db.RemoveRange(text.Entries);
            SearchIndex.Add(db, text.Text, clock.GetUtcNow().UtcDateTime);
        }

        if (await db.TrySaveAsync(ct) is { } changed)
        {
            return changed;
        }

        var expected = placed[true].SelectMany(text => text.Expected()).ToList();
        var wrong = (await db.UnindexedAsync(expected, ct)).ToHashSet();
        var again = expected.FindAll(entry => wrong.Contains(entry.Id));
        if (again.Count > 0)
        {
            await db.IndexAsync(again, again, ct);
        }

        db.ChangeTracker.Clear();
        return placed[false].Count() + again.DistinctBy(entry => entry.SubjectId).Count();
    }
}
