using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Luoshi.App.Data;

/// <summary>
/// Keeps what SQLite has compiled from one request to the next, for as long as the connection stays open: compiling a statement anew costs as much
/// as running it. The provider makes a command for each statement and forgets it; here a forgotten one is put aside by its text.
/// </summary>
internal sealed class KeptStatements : DbCommandInterceptor
{
    // More than the program has. Were there ever texts that are made anew each time, there is an end to it.
    private const int Most = 300;

    private static readonly ConditionalWeakTable<DbConnection, Dictionary<string, KeptCommand>> s_kept = [];

    /// <summary>A command of this text over the connection, compiled before if it was asked before. Give it back by disposing of it.</summary>
    public static SqliteCommand Take(SqliteConnection connection, string text)
    {
        var kept = s_kept.GetOrCreateValue(connection);
        if (kept.Remove(text, out var command))
        {
            return command;
        }

        return new KeptCommand(kept) { Connection = connection, CommandText = text };
    }

    /// <inheritdoc/>
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        var asked = (SqliteCommand)result;
        var command = Take(asked.Connection!, asked.CommandText);
        command.Transaction = asked.Transaction;
        command.CommandTimeout = asked.CommandTimeout;
        foreach (var parameter in asked.Parameters.Cast<SqliteParameter>().ToArray())
        {
            asked.Parameters.Remove(parameter);
            command.Parameters.Add(parameter);
        }

        asked.Dispose();
        return command;
    }

    private sealed class KeptCommand(Dictionary<string, KeptCommand> kept) : SqliteCommand
    {
        protected override void Dispose(bool disposing)
        {
            // Two of one text at one time happen when a list is read while the same is asked again: one is enough to keep.
            if (disposing && Connection?.State == System.Data.ConnectionState.Open && kept.Count < Most && kept.TryAdd(CommandText, this))
            {
                Parameters.Clear();
                Transaction = null;
                return;
            }

            base.Dispose(disposing);
        }
    }
}
