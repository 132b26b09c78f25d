using System.Linq.Expressions;
using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Notices;

/// <summary>Adds notices to what is about to be saved, so that they come with the change they tell of or not at all.</summary>
internal static class Tell
{
    /// <summary>Everybody who reports or signs off for the unit.</summary>
    public static Task UnitAsync(LuoshiDb db, Guid unitId, string text, string link, DateTime now, CancellationToken ct) =>
        EverybodyAsync(db, position => position.UnitId == unitId, text, link, now, ct);

    /// <summary>Each unit its own words, all in one statement.</summary>
    public static async Task UnitsAsync(LuoshiDb db, IReadOnlyDictionary<Guid, string> texts, string link, DateTime now, CancellationToken ct)
    {
        var units = texts.Keys.ToList();
        var people = await db.Positions.Where(position => position.EndedAt == null && position.UnitId != null && units.Contains(position.UnitId.Value))
            .Select(position => new { position.AccountId, UnitId = position.UnitId!.Value })
            .Distinct()
            .ToListAsync(ct);
        foreach (var person in people)
        {
            db.Add(new Notice { GovernmentId = db.Access.GovernmentId, AccountId = person.AccountId, Text = Shortened(texts[person.UnitId]), Link = link, At = now });
        }
    }

    /// <summary>Whoever holds the post.</summary>
    public static Task PostAsync(LuoshiDb db, Guid postId, string text, string link, DateTime now, CancellationToken ct) =>
        EverybodyAsync(db, position => position.PostId == postId, text, link, now, ct);

    /// <summary>Everybody in one of the roles.</summary>
    public static Task RolesAsync(LuoshiDb db, IReadOnlyList<Role> roles, string text, string link, DateTime now, CancellationToken ct) =>
        EverybodyAsync(db, position => roles.Contains(position.Role), text, link, now, ct);

    /// <summary>One person, where the account is still there.</summary>
    public static Task AccountAsync(LuoshiDb db, Guid accountId, string text, string link, DateTime now, CancellationToken ct) =>
        EverybodyAsync(db, position => position.AccountId == accountId, text, link, now, ct);

    private static async Task EverybodyAsync(LuoshiDb db, Expression<Func<Position, bool>> meant, string text, string link, DateTime now, CancellationToken ct)
    {
        var accounts = await db.Positions.Where(position => position.EndedAt == null).Where(meant)
            .Select(position => position.AccountId)
            .Distinct()
            .ToListAsync(ct);

        // Nobody is told what they did themselves.
        foreach (var accountId in accounts.Where(accountId => accountId != db.Access.AccountId))
        {
            db.Add(new Notice { GovernmentId = db.Access.GovernmentId, AccountId = accountId, Text = Shortened(text), Link = link, At = now });
        }
    }

    /// <summary>As long as a notice may be.</summary>
    public static string Shortened(string text) => text.Length <= Notice.LongestText ? text : text[..(Notice.LongestText - 1)] + "…";
}
