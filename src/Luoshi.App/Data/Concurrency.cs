using Luoshi.Core;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Data;

/// <summary>Two people, one row.</summary>
public static class Concurrency
{
    /// <summary>Saves, or says that somebody else was first; nothing is saved then.</summary>
    /// <returns>Null when saved; <c>changed-meanwhile</c>.</returns>
    public static async Task<Refusal?> TrySaveAsync(this LuoshiDb db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Changed;
        }
        catch (DbUpdateException error) when (IsTwice(error.InnerException))
        {
            return Changed;
        }
    }

    /// <summary>What somebody is told whose page is older than the row.</summary>
    public static Refusal Changed { get; } = new("changed-meanwhile", "这一项刚刚被别人改过，您的改动还没有保存。请刷新后核对再提交，已写的文字会保留在页面上。");

    /// <summary>Whether a database says that a row is there that may be there only once.</summary>
    internal static bool IsTwice(Exception? error) => error switch
    {
        Npgsql.PostgresException postgres => postgres.SqlState == Npgsql.PostgresErrorCodes.UniqueViolation,
        Microsoft.Data.Sqlite.SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 2067 or 1555,
        _ => false,
    };
}
