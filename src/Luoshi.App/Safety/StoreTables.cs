using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Luoshi.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Safety;

/// <summary>
/// The tables of the store as the model knows them, so that a new entity is backed up, restored and moved without another line. What the program
/// derives and keeps outside the model is not among them.
/// </summary>
internal sealed class StoreTables
{
    private StoreTables(IReadOnlyList<StoreTable> tables) => Tables = tables;

    /// <summary>Each after those that it refers to.</summary>
    public IReadOnlyList<StoreTable> Tables { get; }

    public static StoreTables Of(LuoshiDb db)
    {
        var left = db.Model.GetEntityTypes().Where(type => type.GetTableName() is not null).OrderBy(type => type.GetTableName(), StringComparer.Ordinal).ToList();
        var tables = new List<StoreTable>();
        while (left.Count > 0)
        {
            var free = left.FirstOrDefault(type => type.GetForeignKeys().All(key => key.PrincipalEntityType == type || !left.Contains(key.PrincipalEntityType)))
                ?? throw new InvalidOperationException($"Tables refer to each other in a circle: {string.Join(", ", left.Select(type => type.GetTableName()))}.");
            left.Remove(free);
            tables.Add(StoreTable.Of(free));
        }

        return new StoreTables(tables);
    }
}

/// <summary>How a backup writes JSON: Chinese stays Chinese.</summary>
internal static class BackupJson
{
    public static JsonWriterOptions Writer { get; } = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = Writer.Encoder, WriteIndented = true };
}
