using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Luoshi.App.Data;

/// <summary>2024-04: sorts as text in both databases.</summary>
internal sealed class ReportingPeriodConverter() : ValueConverter<ReportingPeriod, string>(
    period => period.ToString(),
    text => Read(text))
{
    private static ReportingPeriod Read(string text) => ReportingPeriod.TryParse(text, out var period) ? period : throw new FormatException($"Not a period: {text}");
}

/// <summary>SQLite forgets that an instant is UTC, and PostgreSQL insists on it. Kept to the millisecond, which is what the audit hashes.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    instant => ToMilliseconds(instant),
    instant => DateTime.SpecifyKind(instant, DateTimeKind.Utc))
{
    public static DateTime ToMilliseconds(DateTime instant) => new(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
}

/// <summary>Instants as milliseconds since 1970: eight bytes in SQLite where text takes twenty-seven, in a table of millions twice in every index.</summary>
internal sealed class UtcMillisecondsConverter() : ValueConverter<DateTime, long>(
    instant => (instant.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond,
    milliseconds => DateTime.UnixEpoch.AddTicks(milliseconds * TimeSpan.TicksPerMillisecond));

/// <summary>Ids as sixteen bytes in the order of their time: in SQLite text would take thirty-six.</summary>
internal sealed class GuidBytesConverter() : ValueConverter<Guid, byte[]>(
    id => id.ToByteArray(bigEndian: true),
    bytes => new Guid(bytes, bigEndian: true));

/// <summary>Parts that nobody queries alone are one JSON text.</summary>
internal sealed class JsonConverter<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, Json.Options),
    text => JsonSerializer.Deserialize<T>(text, Json.Options)!);

/// <summary>Such parts are the same when their JSON is.</summary>
internal sealed class JsonComparer<T>() : ValueComparer<T>(
    (left, right) => JsonSerializer.Serialize(left, Json.Options) == JsonSerializer.Serialize(right, Json.Options),
    value => JsonSerializer.Serialize(value, Json.Options).GetHashCode(StringComparison.Ordinal),
    value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, Json.Options), Json.Options)!);

/// <summary>Long parts that are read as a whole or not at all are JSON, packed: a tenth of the size.</summary>
internal sealed class PackedJsonConverter<T>() : ValueConverter<T, byte[]>(
    value => Pack(value),
    bytes => Unpack(bytes))
{
    // Names instead of numbers: what is kept for years is read by programs whose enumerations have grown.
    private static readonly JsonSerializerOptions s_options = new(Json.Options)
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    private static byte[] Pack(T value)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            JsonSerializer.Serialize(gzip, value, s_options);
        }

        return packed.ToArray();
    }

    private static T Unpack(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(gzip, s_options)!;
    }
}

/// <summary>How stored JSON is written.</summary>
internal static class Json
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new PeriodJson() },
    };

    private sealed class PeriodJson : System.Text.Json.Serialization.JsonConverter<ReportingPeriod>
    {
        public override ReportingPeriod Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ReportingPeriod.TryParse(reader.GetString(), out var period) ? period : throw new JsonException("Not a period.");

        public override void Write(Utf8JsonWriter writer, ReportingPeriod value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
