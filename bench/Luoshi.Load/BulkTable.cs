using System.Data.Common;
using Luoshi.App.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Luoshi.Load;

/// <summary>
/// Writes rows of one kind past the change tracker: prepared inserts in SQLite, binary COPY in PostgreSQL. Columns and their spelling come from the
/// store's own model, so that a new column is filled without a change here.
/// </summary>
internal sealed class BulkTable<T>
    where T : class
{
    private readonly DbConnection _connection;
    private readonly IProperty[] _properties;
    private readonly Func<object?, object?>?[] _converters;
    private readonly string _table;
    private readonly string _columns;
    private SqliteCommand? _insert;

    public BulkTable(LuoshiDb db)
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Table(type.GetTableName()!);
        _connection = db.Database.GetDbConnection();
        _properties = [.. type.GetProperties()];
        _converters = [.. _properties.Select(property => property.GetTypeMapping().Converter?.ConvertToProvider)];
        _table = table.Name;
        _columns = string.Join(", ", _properties.Select(property => $"\"{property.GetColumnName(table)}\""));
    }

    public long Written { get; private set; }

    public async Task WriteAsync(IEnumerable<T> rows, CancellationToken ct)
    {
        if (_connection is NpgsqlConnection postgres)
        {
            await using var copy = await postgres.BeginBinaryImportAsync($"COPY {_table} ({_columns}) FROM STDIN (FORMAT BINARY)", ct);
            foreach (var row in rows)
            {
                await copy.StartRowAsync(ct);
                for (var index = 0; index < _properties.Length; index++)
                {
                    await (Value(row, index) is { } value ? copy.WriteAsync(value, ct) : copy.WriteNullAsync(ct));
                }

                Written++;
            }

            await copy.CompleteAsync(ct);
            return;
        }

        var insert = _insert ??= Prepare((SqliteConnection)_connection);
        foreach (var row in rows)
        {
            for (var index = 0; index < _properties.Length; index++)
            {
                insert.Parameters[index].Value = Value(row, index) ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
            Written++;
        }
    }

    private SqliteCommand Prepare(SqliteConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {_table} ({_columns}) VALUES ({string.Join(", ", _properties.Select((_, index) => $"@p{index}"))})";
        foreach (var index in Enumerable.Range(0, _properties.Length))
        {
            command.Parameters.Add(new SqliteParameter($"@p{index}", null));
        }

        command.Prepare();
        return command;
    }

    private object? Value(T row, int index)
    {
        var value = _properties[index].GetGetter().GetClrValue(row);
        return value is not null && _converters[index] is { } convert ? convert(value) : value;
    }
}
