using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Ledgers;

/// <summary>维护领导职务 — its title and its place in the order of the material.</summary>
public sealed class SavePost(LuoshiDb db)
{
    private const int LongestTitle = 50;

    /// <param name="postId">Which one; null for a new one.</param>
    /// <param name="version">The version that the person saw; 0 for a new one.</param>
    /// <param name="title">副区长（农业农村）.</param>
    /// <param name="rank">1 first.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The post; <c>forbidden</c>, <c>post-not-found</c>, <c>post-title-invalid</c>, <c>rank-invalid</c>, <c>changed-meanwhile</c>.</returns>
    public async Task<Outcome<LeaderPost>> ExecuteAsync(Guid? postId, int version, string title, int rank, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageUnits) is { } refusal)
        {
            return refusal;
        }

        title = title.Trim();
        if (title.Length is 0 or > LongestTitle)
        {
            return new Refusal("post-title-invalid", $"请填写职务，不超过{LongestTitle}字，例如“副区长（农业农村）”。");
        }

        if (rank is < 1 or > 999)
        {
            return new Refusal("rank-invalid", "排序请填1到999，小的在前。");
        }

        var known = postId is null ? null : await db.LeaderPosts.SingleOrDefaultAsync(post => post.Id == postId, ct);
        if (postId is not null && known is null)
        {
            return new Refusal("post-not-found", "没有找到这个职务。");
        }

        if (known is not null && known.Version != version)
        {
            return Concurrency.Changed;
        }

        var saved = known ?? new LeaderPost { GovernmentId = db.Access.GovernmentId, Title = title, Rank = rank };
        (saved.Title, saved.Rank) = (title, rank);
        if (known is null)
        {
            db.Add(saved);
        }
        else
        {
            saved.Version++;
        }

        db.Record(known is null ? "post-added" : "post-changed", nameof(LeaderPost), saved.Id);
        return await db.TrySaveAsync(ct) is { } changed ? changed : saved;
    }
}
