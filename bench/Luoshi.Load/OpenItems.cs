using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Load;

/// <summary>A due item that waits for its return, with what its unit is going to say.</summary>
internal sealed record OpenItem(Guid Id, int Government, Guid UnitId, int UnitRank, ReportText Text);

/// <summary>The due items of the open months, in an order that is the same each time and has nothing to do with the one they lie in.</summary>
internal static class OpenItems
{
    public static async Task<IReadOnlyList<OpenItem>> ReadAsync(LuoshiDb db, int atMost, CancellationToken ct)
    {
        db.ActAs(Access.System);
        var found = await db.DueItems.Where(item => item.SubmittedAt == null)
            .Join(db.KeyTasks, item => new { item.GovernmentId, Id = item.TaskId }, task => new { task.GovernmentId, task.Id }, (item, task) => new { item, task.Number, task.PostId })
            .Join(db.LeaderPosts, row => new { row.item.GovernmentId, Id = row.PostId }, post => new { post.GovernmentId, post.Id }, (row, post) => new { row.item, row.Number, post.Rank })
            .Join(db.Units, row => new { row.item.GovernmentId, Id = row.item.UnitId }, unit => new { unit.GovernmentId, unit.Id },
                (row, unit) => new { row.item.Id, row.item.GovernmentId, row.item.UnitId, row.item.Month, unit.Rank, row.Number, Post = row.Rank })
            .AsNoTracking().ToListAsync(ct);
        var items = found.Select(row => new OpenItem(row.Id, row.GovernmentId, row.UnitId, row.Rank,
            MadeTexts.Text(((row.Number - 1) * MadeGovernment.Posts) + row.Post - 1, (row.GovernmentId + row.Month.Year) % MadeTexts.Variants, row.Month.Month))).ToArray();
        new Random(20260101).Shuffle(items);
        return [.. items.Take(atMost)];
    }
}
