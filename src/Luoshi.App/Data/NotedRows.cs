using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Luoshi.App.Data;

/// <summary>
/// How rows are written that the program notes for itself, with a change and never looked at by it: past the change tracker, which costs several times
/// what such a row does. Columns and their spelling come from the model.
/// </summary>
internal sealed class NotedRows
{
    private static readonly ConcurrentDictionary<(IModel, Type), NotedRows> s_known = new();

    private readonly IProperty[] _properties;
    private readonly Func<object?, object?>?[] _converters;

    private NotedRows(IEntityType type)
    {
        var table = StoreObjectIdentifier.Table(type.GetTableName()!);
        _properties = [.. type.GetProperties()];
        _converters = [.. _properties.Select(property => property.GetTypeMapping().Converter?.ConvertToProvider)];
        var columns = _properties.Select(property => property.GetColumnName(table)).ToList();
        var key = type.FindPrimaryKey()!.Properties.Select(property => property.GetColumnName(table)).ToList();
        Names = [.. columns.Select((_, index) => $"@p{index + 1}")];
        Insert = $"INSERT INTO {table.Name} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", Names)})";
        Renew = $"{Insert} ON CONFLICT ({string.Join(", ", key)}) DO UPDATE SET {string.Join(", ", columns.Except(key).Select(column => $"{column} = excluded.{column}"))}";
    }

    /// <summary>What the values are called, in their order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The statement that adds a row.</summary>
    public string Insert { get; }

    /// <summary>The same, or changes the row of the same key.</summary>
    public string Renew { get; }

    public static NotedRows Of<T>(DbContext db) => s_known.GetOrAdd((db.Model, typeof(T)), _ => new NotedRows(db.Model.FindEntityType(typeof(T))!));

    /// <summary>A value of a row as the database spells it.</summary>
    public object ValueOf(object row, int index)
    {
        var value = _properties[index].GetGetter().GetClrValue(row);
        return (value is not null && _converters[index] is { } convert ? convert(value) : value) ?? DBNull.Value;
    }
}
