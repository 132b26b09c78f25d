using SQLitePCL;

namespace Luoshi.App.Data;

/// <summary>How SQLite works in this process, said before its first use.</summary>
internal static class SqliteRuntime
{
    private static readonly Lazy<bool> s_isSet = new(Set);

    /// <summary>
    /// Without SQLite's own locks: a connection is one request's, or that of whoever has the turn to write, and never two threads'. And without its count of
    /// memory, which all connections take one lock for. Where something else in the process was first with SQLite, it stays as safe and as slow as it was.
    /// </summary>
    /// <returns>Whether it is so.</returns>
    public static bool Prepare() => s_isSet.Value;

    private static bool Set()
    {
        Batteries_V2.Init();
        return raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD) == raw.SQLITE_OK && raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0) == raw.SQLITE_OK;
    }
}
