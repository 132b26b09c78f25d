using System.Buffers;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Luoshi.App.Data;
using Npgsql;

namespace Luoshi.App.Safety;

/// <summary>How many rows, and the SHA-256 of all of them in order: equal for equal tables, in whichever database.</summary>
internal sealed record TableSum(long Rows, string Sha256);

/// <summary>The rows of a table as lines of JSON, one at a time: a table of millions takes no more memory than one of ten.</summary>
internal static class TableRows
{
    /// <summary>Writes every row as a line.</summary>
    /// <param name="connection">Open, in a transaction that sees one moment.</param>
    /// <param name="table">Which.</param>
    /// <param name="output">Where to; null only to sum up.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<TableSum> WriteAsync(DbConnection connection, StoreTable table, Stream? output, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        await using var json = new Utf8JsonWriter(buffer, BackupJson.Writer);
        await using var command = connection.CreateCommand();
        command.CommandText = table.SelectSql(connection is NpgsqlConnection);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(System.Data.CommandBehavior.SequentialAccess, ct);
        long rows = 0;
        while (await reader.ReadAsync(ct))
        {
            json.WriteStartArray();
            for (var column = 0; column < table.Columns.Count; column++)
            {
                table.Columns[column].Write(json, reader, column);
            }

            json.WriteEndArray();
            json.Flush();
            json.Reset();
            buffer.Write("\n"u8);
            rows++;
            if (buffer.WrittenCount > 1 << 15)
            {
                await PassOnAsync();
            }
        }

        await PassOnAsync();
        return new TableSum(rows, Convert.ToHexStringLower(hash.GetHashAndReset()));

        async Task PassOnAsync()
        {
            hash.AppendData(buffer.WrittenSpan);
            if (output is not null)
            {
                await output.WriteAsync(buffer.WrittenMemory, ct);
            }

            buffer.ResetWrittenCount();
        }
    }

    /// <summary>Puts lines that <see cref="WriteAsync"/> wrote into the table, which is empty.</summary>
    public static Task LoadAsync(DbConnection connection, DbTransaction transaction, StoreTable table, Stream input, CancellationToken ct) =>
        connection is NpgsqlConnection postgres ? CopyAsync(postgres, table, input, ct) : InsertAsync(connection, transaction, table, input, ct);

    private static async Task CopyAsync(NpgsqlConnection connection, StoreTable table, Stream input, CancellationToken ct)
    {
        // One statement for the whole table: a row may refer to one that comes after it.
        await using (var copy = await connection.BeginBinaryImportAsync($"COPY \"{table.Name}\" ({table.ColumnList}) FROM STDIN (FORMAT BINARY)", ct))
        {
            copy.Timeout = TimeSpan.Zero;
            await foreach (var values in ValuesAsync(table, input, ct))
            {
                await copy.StartRowAsync(ct);
                for (var column = 0; column < values.Length; column++)
                {
                    if (values[column] is DBNull)
                    {
                        await copy.WriteNullAsync(ct);
                    }
                    else
                    {
                        await copy.WriteAsync(values[column], table.Columns[column].StoreType, ct);
                    }
                }
            }

            await copy.CompleteAsync(ct);
        }

        foreach (var column in table.Columns.Where(column => column.IsGenerated))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT setval(sequence, (SELECT COALESCE(MAX(\"{column.Name}\"), 0) + 1 FROM \"{table.Name}\"), false) FROM pg_get_serial_sequence('\"{table.Name}\"', '{column.Name}') AS sequence WHERE sequence IS NOT NULL";
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static async Task InsertAsync(DbConnection connection, DbTransaction transaction, StoreTable table, Stream input, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = table.Insert;
        foreach (var name in table.Parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        await foreach (var values in ValuesAsync(table, input, ct))
        {
            for (var column = 0; column < values.Length; column++)
            {
                command.Parameters[column].Value = values[column];
            }

            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static async IAsyncEnumerable<object[]> ValuesAsync(StoreTable table, Stream input, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        using var lines = new StreamReader(input);
        var values = new object[table.Columns.Count];
        while (await lines.ReadLineAsync(ct) is { } line)
        {
            using var row = JsonDocument.Parse(line);
            for (var column = 0; column < values.Length; column++)
            {
                values[column] = table.Columns[column].Read(row.RootElement[column]);
            }

            yield return values;
        }
    }
}
