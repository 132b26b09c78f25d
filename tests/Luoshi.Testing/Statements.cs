using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Luoshi.Testing;

/// <summary>
/// The statements that a store sends to its database, kept so that a test can say how many something takes and how they are carried out, whatever
/// there is of it.
/// </summary>
public sealed class Statements : DbCommandInterceptor
{
    private readonly ConcurrentQueue<Statement> _sent = new();

    /// <summary>In the order they were sent, since the last <see cref="Forget"/>.</summary>
    public IReadOnlyList<string> Sent => [.. _sent.Select(statement => statement.Text)];

    /// <summary>Those that look something up.</summary>
    public int Questions => _sent.Count(statement => statement.IsQuestion);

    public void Forget() => _sent.Clear();

    /// <summary>What SQLite would go through from end to end to answer the questions: whole tables, or whole indexes of them.</summary>
    public async Task<IReadOnlyList<string>> ScansAsync(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        var scans = new List<string>();
        foreach (var statement in _sent.Where(statement => statement.IsQuestion))
        {
            await using var explain = connection.CreateCommand();
            explain.CommandText = "EXPLAIN QUERY PLAN " + statement.Text;
            explain.Parameters.AddRange(statement.Parameters.Select(parameter => new SqliteParameter(parameter.Name, parameter.Value)));
            await using var plan = await explain.ExecuteReaderAsync();
            while (await plan.ReadAsync())
            {
                if (plan.GetString(3) is var step && step.StartsWith("SCAN", StringComparison.Ordinal) && !step.StartsWith("SCAN CONSTANT", StringComparison.Ordinal))
                {
                    scans.Add($"{step}: {statement.Text}");
                }
            }
        }

        return scans;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _sent.Enqueue(Statement.Of(command));
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        _sent.Enqueue(Statement.Of(command));
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        _sent.Enqueue(Statement.Of(command));
        return base.ScalarExecutingAsync(command, eventData, result, cancellationToken);
    }

    private sealed record Statement(string Text, IReadOnlyList<(string Name, object? Value)> Parameters)
    {
        public bool IsQuestion => Text.StartsWith("SELECT", StringComparison.Ordinal) && Text.Contains("FROM", StringComparison.Ordinal);

        // The command is used again by whoever owns it: what it held is copied.
        public static Statement Of(DbCommand command) =>
            new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]);
    }
}
