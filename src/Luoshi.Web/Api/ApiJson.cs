using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Luoshi.Core.Calendars;
using Luoshi.Core.Reporting;
using Luoshi.Web.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Web.Api;

/// <summary>How the API writes: Chinese as Chinese, instants by Beijing's clock, months as 2024-04. A field that it does not know is refused.</summary>
internal static class ApiJson
{
    public static IServiceCollection AddApiJson(this IServiceCollection services) => services.ConfigureHttpJsonOptions(options =>
    {
        var json = options.SerializerOptions;
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.AllowDuplicateProperties = false;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        json.Converters.Add(new TextConverter());
        json.Converters.Add(new InstantConverter());
        json.Converters.Add(new MonthConverter());
        json.Converters.Add(new CursorConverter());
    });

    /// <summary>For the scripts of our pages as well.</summary>
    public sealed class TextConverter : JsonConverter<string>
    {
        // A text that the database cannot keep is refused before anything is asked.
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.GetString() is { } text && !Nothing.IsIn(text) ? text : throw new JsonException("Not a text.");

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    private sealed class InstantConverter : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var instant) && HasOffset(reader.GetString()!)
                ? instant.UtcDateTime
                : throw new JsonException("Not an instant with its offset.");

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(TimeZoneInfo.ConvertTimeFromUtc(value, BeijingTime.Zone).ToString("yyyy-MM-ddTHH:mm:ss.fff'+08:00'", CultureInfo.InvariantCulture));

        // Without one it would be read by the clock of whatever machine this is.
        private static bool HasOffset(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-');
    }

    private sealed class MonthConverter : JsonConverter<ReportingPeriod>
    {
        public override ReportingPeriod Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && ReportingPeriod.TryParse(reader.GetString(), out var month) ? month : throw new JsonException("Not a month.");

        public override void Write(Utf8JsonWriter writer, ReportingPeriod value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class CursorConverter : JsonConverter<Cursor>
    {
        public override Cursor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Cursor.TryParse(reader.GetString(), out var cursor) ? cursor : throw new JsonException("Not a cursor.");

        public override void Write(Utf8JsonWriter writer, Cursor value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
