using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Luoshi.App.Accounts;
using Luoshi.App.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Luoshi.App.Auditing;

/// <summary>Tells the rows that are about to be saved as JSON: key, values before, values after.</summary>
internal static class AuditChanges
{
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    // The audit is read by people who may not see these, and outlives them.
    private static readonly HashSet<string> s_secrets =
    [
        nameof(Account.PasswordHash), nameof(Account.SecurityStamp), nameof(Account.ConcurrencyStamp), nameof(Session.SecretHash), "Value", "TokenHash", "Secret",
        nameof(Robot.ProtectedUrl), nameof(Robot.ProtectedSecret),
    ];

    // A whole year is imported at once: what was added stands in its own table, and the audit says how much.
    private const int MostAdded = 20;

    // A hash is told in full, a document by its hash.
    private const int LongestBytes = 64;

    public static string? Of(IEnumerable<EntityEntry> entries)
    {
        using var buffer = new MemoryStream();
        var any = false;
        using (var json = new Utf8JsonWriter(buffer, s_json))
        {
            json.WriteStartArray();
            foreach (var group in entries.GroupBy(entry => (entry.Metadata.ClrType, entry.State)))
            {
                any = true;
                var rows = group.ToList();
                if (rows.Count > MostAdded && group.Key.State == EntityState.Added)
                {
                    json.WriteStartObject();
                    json.WriteString("row", group.Key.ClrType.Name);
                    json.WriteString("change", "added");
                    json.WriteNumber("count", rows.Count);
                    json.WriteEndObject();
                    continue;
                }

                rows.ForEach(entry => Write(json, entry));
            }

            json.WriteEndArray();
        }

        return any ? System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) : null;
    }

    private static void Write(Utf8JsonWriter json, EntityEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("row", entry.Metadata.ClrType.Name);
        json.WriteString("change", entry.State switch { EntityState.Added => "added", EntityState.Deleted => "deleted", _ => "modified" });
        json.WriteStartObject("key");
        foreach (var property in entry.Properties.Where(property => property.Metadata.IsPrimaryKey()))
        {
            json.WriteString(property.Metadata.Name, Text(property, property.CurrentValue));
        }

        json.WriteEndObject();
        if (entry.State is EntityState.Modified or EntityState.Deleted)
        {
            WriteValues(json, "before", entry, property => property.OriginalValue);
        }

        if (entry.State is EntityState.Modified or EntityState.Added)
        {
            WriteValues(json, "after", entry, property => property.CurrentValue);
        }

        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, string name, EntityEntry entry, Func<PropertyEntry, object?> value)
    {
        json.WriteStartObject(name);
        foreach (var property in entry.Properties.Where(property => !property.Metadata.IsPrimaryKey() && (entry.State != EntityState.Modified || property.IsModified)))
        {
            if (s_secrets.Contains(property.Metadata.Name))
            {
                json.WriteString(property.Metadata.Name, "***");
            }
            else if (value(property) is { } known)
            {
                json.WriteString(property.Metadata.Name, Text(property, known));
            }
            else if (entry.State == EntityState.Modified)
            {
                json.WriteNull(property.Metadata.Name);
            }
        }

        json.WriteEndObject();
    }

    // As the database writes it: one spelling for both, whatever the type.
    private static string? Text(PropertyEntry property, object? value) => value switch
    {
        null => null,
        byte[] { Length: > LongestBytes } document => Proof(document),
        DateTime instant => instant.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture),
        Guid id => id.ToString("N"),
        byte[] bytes => Convert.ToHexString(bytes),
        IFormattable formattable and not Enum => formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => property.Metadata.GetTypeMapping().Converter?.ConvertToProvider(value) switch
        {
            byte[] packed => Proof(packed),
            { } stored => stored.ToString(),
            null => value.ToString(),
        },
    };

    // A document stands in its own table; the audit proves which one it was.
    private static string Proof(byte[] bytes) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"sha256:{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))} ({bytes.Length} bytes)");
}
