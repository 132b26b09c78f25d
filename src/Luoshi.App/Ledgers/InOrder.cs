using Luoshi.App.Data;
using Luoshi.Core.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Ledgers;

/// <summary>Who stands in every list of the office, in the order of rank.</summary>
internal static class InOrder
{
    public static KeptQuery<LeaderPost> Posts { get; } = new(db => db.LeaderPosts.AsNoTracking().OrderBy(post => post.Rank).ThenBy(post => post.Id));

    public static KeptQuery<Unit> Units { get; } = new(db => db.Units.AsNoTracking().OrderBy(unit => unit.Rank).ThenBy(unit => unit.Id));
}
