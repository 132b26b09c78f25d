using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Luoshi.Testing;

/// <summary>
/// The statements that a store sends to its database, kept so that a test can say how many something takes and how they are carried out, whatever
/// there is of it.
/// </summary>
public sealed partial class Statements : DbCommandInterceptor
{
    private readonly ConcurrentQueue<Statement> _sent = new();

    /// <summary>In the order they were sent, since the last <see cref="Forget"/>.</summary>
    public IReadOnlyList<string> Sent => [.. _sent.Select(statement => statement.Text)];

    /// <summary>Those that look something up.</summary>
    public int Questions => _sent.Count(statement => statement.IsQuestion);

    public void Forget() => _sent.Clear();

    /// <summary>What SQLite would go through from end to end to answer the questions: whole tables, or whole indexes of them.</summary>
    public Task<IReadOnlyList<string>> ScansAsync(string connectionString) =>
        StepsAsync(connectionString, (step, _) => step.StartsWith("SCAN", StringComparison.Ordinal) && !step.StartsWith("SCAN CONSTANT", StringComparison.Ordinal));

    /// <summary>Where SQLite would go through all that a government has in one of <paramref name="tables"/>. Some rows in the order of an index are no such thing: it stops when it has them.</summary>
    public Task<IReadOnlyList<string>> WideSearchesAsync(string connectionString, IReadOnlyList<string> tables) =>
        StepsAsync(connectionString, (step, isLimited) =>
            !isLimited && WideSearch().Match(step) is { Success: true } wide && tables.Any(table => wide.Groups["index"].Value.Contains($"_{table}_", StringComparison.Ordinal)));

    [GeneratedRegex(@"^SEARCH \w+ USING (COVERING )?INDEX (?<index>\w+) \(government_id=\?\)")]
    private static partial Regex WideSearch();

    [GeneratedRegex(@"LIMIT \S+$")]
    private static partial Regex Limited();

    private async Task<IReadOnlyList<string>> StepsAsync(string connectionString, Func<string, bool, bool> isMeant)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        var steps = new List<string>();
        foreach (var statement in _sent.Where(statement => statement.IsQuestion))
        {
            await using var explain = connection.CreateCommand();
            explain.CommandText = "EXPLAIN QUERY PLAN " + statement.Text;
            explain.Parameters.AddRange(statement.Parameters.Select(parameter => new SqliteParameter(parameter.Name, parameter.Value)));
            var plan = new List<string>();
            await using var reader = await explain.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                plan.Add(reader.GetString(3));
            }

            var isLimited = Limited().IsMatch(statement.Text.TrimEnd()) && !plan.Contains("USE TEMP B-TREE FOR ORDER BY");
            steps.AddRange(plan.Where(step => isMeant(step, isLimited)).Select(step => $"{step}: {statement.Text}"));
        }

        return steps;
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
