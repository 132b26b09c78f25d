using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web;

/// <summary>身份 — one of the positions that the person may act in, and the unit or post that it is of.</summary>
public sealed record OwnPosition(Guid Id, Role Role, string? Of)
{
    /// <summary>All of whoever acts, in one statement, in the order in which they were granted.</summary>
    public static async Task<IReadOnlyList<OwnPosition>> ListAsync(LuoshiDb db, CancellationToken ct)
    {
        var id = db.Access.AccountId;
        return await db.Positions.Where(position => position.AccountId == id && position.EndedAt == null)
            .OrderBy(position => position.Id)
            .Select(position => new OwnPosition(
                position.Id,
                position.Role,
                db.Units.Where(unit => unit.Id == position.UnitId).Select(unit => unit.Qualifier == "" ? unit.Name : unit.Name + "（" + unit.Qualifier + "）").FirstOrDefault()
                    ?? db.LeaderPosts.Where(post => post.Id == position.PostId).Select(post => post.Title).FirstOrDefault()))
            .ToListAsync(ct);
    }
}
