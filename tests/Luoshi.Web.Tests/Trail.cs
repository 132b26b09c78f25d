using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Luoshi.Web.Tests;

/// <summary>Watches what a site writes: a transaction that changes the business and says nothing to the audit is kept here, with its statement.</summary>
public sealed partial class Trail : DbCommandInterceptor, IDbTransactionInterceptor
{
    // What the program notes for itself, not what somebody did to the business; each is said in AuditTrail, in a job, or in both.
    private static readonly HashSet<string> s_unaudited =
    [
        "audit_entries", "audit_chains", "audit_anchors", "sessions", "search_entries", "search_grams", "notices", "leases", "idempotency_records", "staged_uploads",
        "protection_keys", "access_tokens", "__EFMigrationsHistory",
    ];

    private readonly ConcurrentDictionary<DbConnection, Written> _open = new();

    private long _changes;

    /// <summary>How many transactions changed the business.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    /// <summary>The statements that changed the business without a word to the audit.</summary>
    public ConcurrentQueue<string> Silent { get; } = new();

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        See(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        See(command);
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        End(eventData.Context!.Database.GetDbConnection(), committed: true);
        return Task.CompletedTask;
    }

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        End(eventData.Context!.Database.GetDbConnection(), committed: false);
        return Task.CompletedTask;
    }

    private void See(DbCommand command)
    {
        var tables = Writes().Matches(command.CommandText).Select(match => match.Groups["table"].Value).ToHashSet(StringComparer.Ordinal);
        if (tables.Count == 0)
        {
            return;
        }

        var written = command.Transaction is null ? new Written() : _open.GetOrAdd(command.Connection!, _ => new Written());
        written.Audited |= tables.Contains("audit_entries");
        written.Statement ??= tables.Any(table => !s_unaudited.Contains(table)) ? command.CommandText : null;
        if (command.Transaction is null)
        {
            Judge(written);
        }
    }

    private void End(DbConnection connection, bool committed)
    {
        if (_open.TryRemove(connection, out var written) && committed)
        {
            Judge(written);
        }
    }

    private void Judge(Written written)
    {
        if (written.Statement is null)
        {
            return;
        }

        Interlocked.Increment(ref _changes);
        if (!written.Audited)
        {
            Silent.Enqueue(written.Statement);
        }
    }

    [GeneratedRegex("""\b(INSERT INTO|UPDATE|DELETE FROM)\s+"?(?<table>[A-Za-z_]+)"?""")]
    private static partial Regex Writes();

    private sealed class Written
    {
        public bool Audited { get; set; }

        public string? Statement { get; set; }
    }
}
