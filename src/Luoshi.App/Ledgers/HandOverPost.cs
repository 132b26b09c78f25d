using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Ledgers;

/// <summary>职务交接 — somebody else holds the post from a day on; the tasks stay with the post.</summary>
public sealed class HandOverPost(LuoshiDb db)
{
    /// <returns>Null when done; <c>forbidden</c>, <c>post-not-found</c>, <c>holder-name-missing</c>, <c>changed-meanwhile</c>.</returns>
    public async Task<Refusal?> ExecuteAsync(Guid postId, int version, string name, DateOnly from, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageUnits) is { } refusal)
        {
            return refusal;
        }

        if (await db.LeaderPosts.SingleOrDefaultAsync(post => post.Id == postId, ct) is not { } post)
        {
            return new Refusal("post-not-found", "没有找到这个职务。");
        }

        if (post.Version != version)
        {
            return Concurrency.Changed;
        }

        if (name.Trim() is not { Length: > 0 and <= 50 } holder)
        {
            return new Refusal("holder-name-missing", "请填写接任者的姓名，不超过50字。");
        }

        post.HandOver(holder, from);
        post.Version++;
        db.Record("post-handed-over", nameof(LeaderPost), post.Id);
        return await db.TrySaveAsync(ct);
    }
}
