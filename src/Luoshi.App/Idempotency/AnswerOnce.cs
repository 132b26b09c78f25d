using Luoshi.App.Data;
using Luoshi.Core;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Idempotency;

/// <summary>Finds the answer that a key was given, and keeps a new one in the transaction of the change that it tells of.</summary>
public sealed class AnswerOnce(LuoshiDb db, TimeProvider clock)
{
    private static readonly KeptQuery<string, IdempotencyRecord> s_ofKey = new((db, key) => db.IdempotencyRecords.AsNoTracking().Where(record => record.Key == key));

    /// <returns>The answer, null where there is none; <c>idempotency-key-reused</c>.</returns>
    public async Task<(IdempotencyRecord? Answer, Refusal? Refusal)> FindAsync(string key, byte[] requestHash, CancellationToken ct)
    {
        var found = await s_ofKey.Of(db, key).SingleOrDefaultAsync(ct);
        if (found is not null && found.At <= clock.GetUtcNow().UtcDateTime - IdempotencyRecord.Kept)
        {
            using var turn = await db.EnterAsync(ct);
            await db.IdempotencyRecords.Where(record => record.Key == key).ExecuteDeleteAsync(ct);
            found = null;
        }

        return found is null || found.RequestHash.AsSpan().SequenceEqual(requestHash)
            ? (found, null)
            : (null, new Refusal("idempotency-key-reused", "这个 Idempotency-Key 已用于另一个请求，请换一个新的。"));
    }

    /// <summary>From here on what the request saves lasts only with <see cref="KeepAsync"/>.</summary>
    public void Begin() => db.HoldCommit();

    /// <summary>Keeps the answer and, with it, all that the request saved.</summary>
    /// <returns>False when the same request was answered meanwhile: nothing was kept then.</returns>
    public async Task<bool> KeepAsync(IdempotencyRecord answer, CancellationToken ct)
    {
        if (!await db.NoteAsync(answer, ct))
        {
            return false;
        }

        await db.CommitAsync(ct);
        return true;
    }

    /// <summary>Undoes what was not kept.</summary>
    public Task EndAsync() => db.UndoAsync();
}
