using System.Data.Common;
using Luoshi.App.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Luoshi.Load;

/// <summary>
/// Writes rows of one kind past the change tracker: prepared inserts in SQLite, binary COPY in PostgreSQL. Columns and their spelling come from the
/// store's own model, so that a new column is filled without a change here.
/// </summary>
internal sealed class BulkTable<T>(LuoshiDb db)
    where T : class
{
    private readonly DbConnection _connection = db.Database.GetDbConnection();
    private readonly StoreTable _table = StoreTable.Of<T>(db);
    private SqliteCommand? _insert;

    public long Written { get; private set; }

    public async Task WriteAsync(IEnumerable<T> rows, CancellationToken ct)
    {
        if (_connection is NpgsqlConnection postgres)
        {
            await using var copy = await postgres.BeginBinaryImportAsync($"COPY {_table.Name} ({_table.ColumnList}) FROM STDIN (FORMAT BINARY)", ct);
            foreach (var row in rows)
            {
                await copy.StartRowAsync(ct);
                foreach (var column in _table.Columns)
                {
                    await (column.ValueOf(row) is not DBNull and var value ? copy.WriteAsync(value, ct) : copy.WriteNullAsync(ct));
                }

                Written++;
            }

            await copy.CompleteAsync(ct);
            return;
        }

        var insert = _insert ??= Prepare((SqliteConnection)_connection);
        foreach (var row in rows)
        {
            for (var index = 0; index < _table.Columns.Count; index++)
            {
                insert.Parameters[index].Value = _table.Columns[index].ValueOf(row);
            }

            insert.ExecuteNonQuery();
            Written++;
        }
    }

    private SqliteCommand Prepare(SqliteConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = _table.Insert;
        command.Parameters.AddRange(_table.Parameters.Select(name => new SqliteParameter(name, null)));
        command.Prepare();
        return command;
    }
}
