using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Luoshi.Web.Tests;

/// <summary>
/// Watches what a site writes, as SQLite runs it: a change of the business that says nothing to the audit is kept here, with its statement. PostgreSQL is not
/// watched: the program that writes is the same.
/// </summary>
public sealed partial class Trail : DbConnectionInterceptor
{
    // What the program notes for itself, not what somebody did to the business; each is said in AuditTrail, in a job, or in both.
    private static readonly HashSet<string> s_unaudited =
    [
        "audit_entries", "audit_chains", "audit_anchors", "sessions", "search_entries", "search_grams", "notices", "leases", "idempotency_records", "staged_uploads",
        "protection_keys", "access_tokens", "__EFMigrationsHistory",
    ];

    private long _changes;

    /// <summary>How many changes there were of the business.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    /// <summary>The statements that changed the business without a word to the audit.</summary>
    public ConcurrentQueue<string> Silent { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Watch(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Watch(connection);
        return Task.CompletedTask;
    }

    // A connection is used by one at a time: what is open on it needs no lock.
    private void Watch(DbConnection connection)
    {
        if (connection is SqliteConnection sqlite)
        {
            Written? open = null;
            raw.sqlite3_trace(sqlite.Handle, (_, statement) => open = See(statement, open), null);
        }
    }

    private Written? See(string statement, Written? open)
    {
        if (statement.StartsWith("SAVEPOINT change", StringComparison.Ordinal))
        {
            return new Written();
        }

        if (statement.StartsWith("RELEASE change", StringComparison.Ordinal) || statement.StartsWith("ROLLBACK TO change", StringComparison.Ordinal))
        {
            Judge(statement.StartsWith("RELEASE", StringComparison.Ordinal) ? open : null);
            return null;
        }

        // What triggers and indexes do is told as a comment, with what it is done for.
        if (Writes().Match(statement) is { Success: true } write)
        {
            var (written, table) = (open ?? new Written(), write.Groups["table"].Value);
            written.Audited |= table == "audit_entries";
            written.Statement ??= s_unaudited.Contains(table) ? null : statement;
            if (open is null)
            {
                Judge(written);
            }
        }

        return open;
    }

    private void Judge(Written? written)
    {
        if (written?.Statement is null)
        {
            return;
        }

        Interlocked.Increment(ref _changes);
        if (!written.Audited)
        {
            Silent.Enqueue(written.Statement);
        }
    }

    [GeneratedRegex("""^\s*(INSERT INTO|UPDATE|DELETE FROM)\s+"?(?<table>[A-Za-z_]+)"?""")]
    private static partial Regex Writes();

    private sealed class Written
    {
        public bool Audited { get; set; }

        public string? Statement { get; set; }
    }
}
