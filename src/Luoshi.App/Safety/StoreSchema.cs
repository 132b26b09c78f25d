using Luoshi.App.Data;
using Luoshi.Core;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Safety;

/// <summary>Whether a store is there and of the version that this program knows. Looks only; creates nothing.</summary>
internal static class StoreSchema
{
    /// <summary>The version that the program brings a store to.</summary>
    public static string Newest(LuoshiDb db) => db.Database.GetMigrations().Last();

    /// <returns>Null when it is; <c>store-not-found</c>, <c>store-unreachable</c>, <c>store-older</c>, <c>store-newer</c>.</returns>
    public static async Task<Refusal?> RefuseAsync(LuoshiDb db, DatabaseChoice choice, CancellationToken ct)
    {
        if (!choice.IsPostgres && !File.Exists(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(choice.Connection).DataSource))
        {
            return new Refusal("store-not-found", "没有找到数据库文件。请用 --data 指明数据目录，或用 --database 指明 PostgreSQL。");
        }

        if (!await db.Database.CanConnectAsync(ct))
        {
            return new Refusal("store-unreachable", "连接不上数据库，请检查数据库是否已启动、连接字符串是否正确。");
        }

        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        return applied.Count == 0 ? new Refusal("store-not-found", "数据库里还没有落实的数据。")
            : applied.Except(known).Any() ? new Refusal("store-newer", "数据库比这个程序新，请改用与数据库相同或更新版本的程序。")
            : known.Except(applied).Any() ? new Refusal("store-older", "数据库是旧版本的，请先用这个版本的程序启动一次（luoshi serve），升级后再做。")
            : null;
    }
}
