using System.Xml.Linq;
using Luoshi.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Safety;

/// <summary>
/// The keys of what is encrypted, put where the restored program looks for them: into the database that several nodes share, or into files beside
/// SQLite's. Without them second factors and robots would have to be set up anew.
/// </summary>
internal static class CarriedKeys
{
    /// <param name="db">The filled database, in the transaction of the restore, seen by the program itself.</param>
    /// <param name="choice">Which database it is.</param>
    /// <param name="folder">The data folder that is being filled.</param>
    /// <param name="ct">Gives up.</param>
    public static Task MoveAsync(LuoshiDb db, DatabaseChoice choice, DataFolder folder, CancellationToken ct) =>
        choice.IsPostgres ? IntoDatabaseAsync(db, folder, ct) : IntoFilesAsync(db, folder, ct);

    private static async Task IntoDatabaseAsync(LuoshiDb db, DataFolder folder, CancellationToken ct)
    {
        if (!Directory.Exists(folder.Keys))
        {
            return;
        }

        foreach (var file in Directory.GetFiles(folder.Keys, "*.xml").Order(StringComparer.Ordinal))
        {
            var key = new ProtectionKey { Xml = XElement.Parse(await File.ReadAllTextAsync(file, ct)).ToString(SaveOptions.DisableFormatting) };
            await db.Database.ExecuteSqlAsync($"INSERT INTO protection_keys (id, xml) VALUES ({key.Id}, {key.Xml})", ct);
        }

        Directory.Delete(folder.Keys, recursive: true);
    }

    private static async Task IntoFilesAsync(LuoshiDb db, DataFolder folder, CancellationToken ct)
    {
        foreach (var key in await db.ProtectionKeys.AsNoTracking().OrderBy(key => key.Id).ToListAsync(ct))
        {
            Directory.CreateDirectory(folder.Keys);
            var file = Path.Combine(folder.Keys, $"key-{key.Id}.xml");
            await File.WriteAllTextAsync(file, key.Xml, ct);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }

        // A copy of the file alone tells no secret.
        await db.ProtectionKeys.ExecuteDeleteAsync(ct);
    }
}
