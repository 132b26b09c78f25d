using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Luoshi.App.Data;

/// <summary>A table as the model knows it, and how its rows are written past the change tracker: by name, so that a new column is written without another line.</summary>
internal sealed class StoreTable
{
    private static readonly ConcurrentDictionary<(IModel, Type), StoreTable> s_known = new();

    private StoreTable(string name, IReadOnlyList<StoreColumn> columns)
    {
        (Name, Columns) = (name, columns);
        ColumnList = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        Parameters = [.. columns.Select((_, index) => $"@p{index}")];
        Insert = $"INSERT INTO \"{name}\" ({ColumnList}) VALUES ({string.Join(", ", Parameters)})";
        var (key, others) = (columns.Where(column => column.KeyPosition is not null), columns.Where(column => column.KeyPosition is null));
        Renew = $"{Insert} ON CONFLICT ({string.Join(", ", key.Select(column => $"\"{column.Name}\""))}) DO UPDATE SET {string.Join(", ", others.Select(column => $"\"{column.Name}\" = excluded.\"{column.Name}\""))}";
    }

    public string Name { get; }

    public IReadOnlyList<StoreColumn> Columns { get; }

    public string ColumnList { get; }

    /// <summary>What the values are called in <see cref="Insert"/>, in the order of the columns.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>The statement that adds a row.</summary>
    public string Insert { get; }

    /// <summary>The same, or changes the row of the same key.</summary>
    public string Renew { get; }

    /// <summary>All columns in the order of the primary key: by bytes in both databases.</summary>
    public string SelectSql(bool isPostgres)
    {
        var order = Columns.Where(column => column.KeyPosition is not null).OrderBy(column => column.KeyPosition)
            .Select(column => isPostgres && column.StoredAs == typeof(string) ? $"\"{column.Name}\" COLLATE \"C\"" : $"\"{column.Name}\"");
        return $"SELECT {ColumnList} FROM \"{Name}\" ORDER BY {string.Join(", ", order)}";
    }

    /// <summary>The table of an entity, put together once for a model.</summary>
    public static StoreTable Of<T>(DbContext db) => s_known.GetOrAdd((db.Model, typeof(T)), _ => Of(db.Model.FindEntityType(typeof(T))!));

    public static StoreTable Of(IEntityType type)
    {
        var store = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        var key = type.FindPrimaryKey()!.Properties.ToList();
        return new StoreTable(
            store.Name,
            [
                .. type.GetProperties()
                    .Where(property => property.GetColumnName(store) is not null && property.GetComputedColumnSql(store) is null)
                    .Select(property => new StoreColumn(property.GetColumnName(store)!, property, key.IndexOf(property) is var place and >= 0 ? place : null))
                    .OrderBy(column => column.Name, StringComparer.Ordinal),
            ]);
    }
}

/// <summary>Rows of one table, and the statement of that table by which they are written.</summary>
internal sealed record NotedRows(IReadOnlyList<object> Rows, StoreTable Table, string Statement)
{
    /// <summary>Rows that are new.</summary>
    public static NotedRows Added<T>(DbContext db, IReadOnlyList<T> rows)
        where T : class
    {
        var table = StoreTable.Of<T>(db);
        return new NotedRows(rows, table, table.Insert);
    }

    /// <summary>Rows that take these values, whether they were there or not.</summary>
    public static NotedRows Renewed<T>(DbContext db, IReadOnlyList<T> rows)
        where T : class
    {
        var table = StoreTable.Of<T>(db);
        return new NotedRows(rows, table, table.Renew);
    }
}

/// <summary>A column, and the way of its values between an entity, the database and a backup, so that both databases write the same row alike.</summary>
internal sealed class StoreColumn
{
    private static readonly HashSet<Type> s_plain =
    [
        typeof(string), typeof(int), typeof(long), typeof(short), typeof(bool), typeof(byte[]), typeof(Guid),
        typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(decimal), typeof(double),
    ];

    private readonly IProperty _property;
    private readonly Func<object?, object?>? _convert;
    private readonly Func<object, object> _toPlain;
    private readonly Func<object, object> _toStored;
    private readonly Type _plain;

    public StoreColumn(string name, IProperty property, int? keyPosition)
    {
        var mapping = (RelationalTypeMapping)property.GetTypeMapping();
        var model = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var converter = mapping.Converter;
        (_property, _convert) = (property, converter?.ConvertToProvider);
        (Name, KeyPosition, StoreType) = (name, keyPosition, mapping.StoreTypeNameBase);
        StoredAs = Nullable.GetUnderlyingType(converter?.ProviderClrType ?? model) ?? converter?.ProviderClrType ?? model;
        IsGenerated = property.ValueGenerated == ValueGenerated.OnAdd && (model == typeof(int) || model == typeof(long));

        // An id is bytes in one database and a uuid in the other; a month, a choice or a list is the same text in both.
        var isPlain = s_plain.Contains(model);
        _plain = isPlain ? model : StoredAs;
        _toPlain = isPlain && converter is not null ? value => converter.ConvertFromProvider(value)! : value => value;
        _toStored = isPlain && converter is not null ? value => converter.ConvertToProvider(value)! : value => value;
    }

    public string Name { get; }

    public int? KeyPosition { get; }

    /// <summary>What the database's driver gives and takes.</summary>
    public Type StoredAs { get; }

    /// <summary>The name of the database's own type.</summary>
    public string StoreType { get; }

    /// <summary>Whether the database counts it up by itself.</summary>
    public bool IsGenerated { get; }

    /// <summary>The value of an entity for the database; <see cref="DBNull"/> for none.</summary>
    public object ValueOf(object entity)
    {
        var value = _property.GetGetter().GetClrValue(entity);
        return (value is not null && _convert is not null ? _convert(value) : value) ?? DBNull.Value;
    }

    /// <summary>Writes the value of the reader's row; the same text for the same value, whichever database it comes from.</summary>
    public void Write(Utf8JsonWriter json, System.Data.Common.DbDataReader reader, int ordinal)
    {
        if (reader.IsDBNull(ordinal))
        {
            json.WriteNullValue();
            return;
        }

        switch (_toPlain(Stored(reader, ordinal)))
        {
            case string text: json.WriteStringValue(text); break;
            case bool truth: json.WriteBooleanValue(truth); break;
            case byte[] bytes: json.WriteBase64StringValue(bytes); break;
            case Guid id: json.WriteStringValue(id); break;
            case DateTime instant: json.WriteStringValue(instant.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)); break;
            case DateTimeOffset instant: json.WriteStringValue(instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture)); break;
            case DateOnly day: json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case decimal number: json.WriteStringValue((number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)); break;
            case double number: json.WriteNumberValue(number); break;
            case var whole: json.WriteNumberValue(Convert.ToInt64(whole, CultureInfo.InvariantCulture)); break;
        }
    }

    /// <summary>The value for the database; <see cref="DBNull"/> for none.</summary>
    public object Read(JsonElement json) => json.ValueKind == JsonValueKind.Null ? DBNull.Value : _toStored(Plain(json));

    private object Plain(JsonElement json) =>
        _plain == typeof(string) ? json.GetString()!
        : _plain == typeof(bool) ? json.GetBoolean()
        : _plain == typeof(byte[]) ? json.GetBytesFromBase64()
        : _plain == typeof(Guid) ? json.GetGuid()
        : _plain == typeof(DateTime) ? DateTime.Parse(json.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal)
        : _plain == typeof(DateTimeOffset) ? DateTimeOffset.Parse(json.GetString()!, CultureInfo.InvariantCulture)
        : _plain == typeof(DateOnly) ? DateOnly.ParseExact(json.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : _plain == typeof(decimal) ? decimal.Parse(json.GetString()!, CultureInfo.InvariantCulture)
        : _plain == typeof(double) ? json.GetDouble()
        : Convert.ChangeType(json.GetInt64(), _plain, CultureInfo.InvariantCulture);

    private object Stored(System.Data.Common.DbDataReader reader, int ordinal) =>
        StoredAs == typeof(string) ? reader.GetString(ordinal)
        : StoredAs == typeof(bool) ? reader.GetBoolean(ordinal)
        : StoredAs == typeof(int) ? reader.GetInt32(ordinal)
        : StoredAs == typeof(long) ? reader.GetInt64(ordinal)
        : StoredAs == typeof(short) ? reader.GetInt16(ordinal)
        : StoredAs == typeof(byte[]) ? reader.GetFieldValue<byte[]>(ordinal)
        : StoredAs == typeof(Guid) ? reader.GetGuid(ordinal)
        : StoredAs == typeof(DateTime) ? reader.GetDateTime(ordinal)
        : StoredAs == typeof(DateTimeOffset) ? reader.GetFieldValue<DateTimeOffset>(ordinal)
        : StoredAs == typeof(DateOnly) ? reader.GetFieldValue<DateOnly>(ordinal)
        : StoredAs == typeof(decimal) ? reader.GetDecimal(ordinal)
        : StoredAs == typeof(double) ? reader.GetDouble(ordinal)
        : throw new NotSupportedException($"{Name} is stored as {StoredAs.Name}, which no backup can hold yet.");
}
