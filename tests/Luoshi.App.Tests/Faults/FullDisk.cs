using System.Globalization;
using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Faults;

/// <summary>SQLite's own limit stands in for the disk's: the same error in the same places.</summary>
internal static class FullDisk
{
    /// <summary>Leaves room for some pages beyond those that there are, on the connection that all write over.</summary>
    public static Task<bool> AfterAsync(Store store, int pages) => store.LookAsync(Access.System, async db =>
        await SetAsync(db, await db.Database.SqlQuery<long>($"""SELECT page_count AS "Value" FROM pragma_page_count""").SingleAsync() + pages));

    /// <summary>The limit is no more.</summary>
    public static Task<bool> NoMoreAsync(Store store) => store.LookAsync(Access.System, db => SetAsync(db, uint.MaxValue - 1));

    private static async Task<bool> SetAsync(LuoshiDb db, long pages)
    {
        using var turn = await db.EnterAsync(CancellationToken.None);
        await db.Database.OpenConnectionAsync();
        await using (var command = db.Database.GetDbConnection().CreateCommand())
        {
            command.CommandText = "PRAGMA max_page_count = " + pages.ToString(CultureInfo.InvariantCulture);
            await command.ExecuteNonQueryAsync();
        }

        await db.Database.CloseConnectionAsync();
        return true;
    }
}
