using System.Data.Common;

namespace Luoshi.App.Data;

/// <summary>A database that does not answer: for what goes on by itself and does it when its time comes again.</summary>
public static class DatabaseAway
{
    /// <summary>Whether this is what the database said, or that it could not be reached. The provider wraps what may pass by itself.</summary>
    public static bool IsToldBy(Exception error) => error is DbException or InvalidOperationException { InnerException: DbException };
}
