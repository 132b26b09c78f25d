using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Luoshi.App.Outbox;

/// <summary>How each kind of robot wants to be spoken to. Pure: the moment is passed in, because it is signed.</summary>
public static class RobotMessages
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Where to post, and what.</summary>
    public static (Uri Url, string Json) Compose(RobotKind kind, Uri url, string? secret, OutboxMessage message, DateTimeOffset now)
    {
        var text = $"{message.Subject}\n\n{message.Body}";
        return kind switch
        {
            RobotKind.DingTalk => (secret is null ? url : SignDingTalk(url, secret, now.ToUnixTimeMilliseconds()), JsonSerializer.Serialize(new { msgtype = "text", text = new { content = text } }, s_json)),
            RobotKind.Feishu => (url, Feishu(text, secret, now.ToUnixTimeSeconds())),
            RobotKind.WeCom => (url, JsonSerializer.Serialize(new { msgtype = "text", text = new { content = WithinBytes(text, 2048) } }, s_json)),
            RobotKind.Webhook => (url, JsonSerializer.Serialize(new { id = message.IdempotencyKey, subject = message.Subject, body = message.Body, createdAt = message.CreatedAt }, s_json)),
        };
    }

    /// <summary>DingTalk: the key is the secret, the text is the moment and the secret; percent-encoded for the address.</summary>
    public static string DingTalkSignature(string secret, long milliseconds) =>
        Uri.EscapeDataString(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(Stamp(milliseconds, secret)))));

    /// <summary>Feishu: the key is the moment and the secret, the text is empty.</summary>
    public static string FeishuSignature(string secret, long seconds) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Stamp(seconds, secret)), Array.Empty<byte>()));

    /// <summary>What the answer says is wrong; null when the message was taken. All three answer 200 and say in the body whether they mean it.</summary>
    public static string? Rejection(RobotKind kind, string answer)
    {
        if (kind == RobotKind.Webhook)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(answer);
            var name = kind == RobotKind.Feishu ? "code" : "errcode";
            return json.RootElement.TryGetProperty(name, out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt64(out var number) && number != 0
                ? $"机器人没有接受（{number.ToString(CultureInfo.InvariantCulture)}）。"
                : null;
        }
        catch (JsonException)
        {
            return "机器人的答复看不懂，可能地址不对。";
        }
    }

    private static Uri SignDingTalk(Uri url, string secret, long milliseconds) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{url.AbsoluteUri}{(url.Query.Length > 0 ? '&' : '?')}timestamp={milliseconds}&sign={DingTalkSignature(secret, milliseconds)}"));

    private static string Feishu(string text, string? secret, long seconds) => secret is null
        ? JsonSerializer.Serialize(new { msg_type = "text", content = new { text } }, s_json)
        : JsonSerializer.Serialize(new { timestamp = seconds.ToString(CultureInfo.InvariantCulture), sign = FeishuSignature(secret, seconds), msg_type = "text", content = new { text } }, s_json);

    private static string Stamp(long moment, string secret) => string.Create(CultureInfo.InvariantCulture, $"{moment}\n{secret}");

    private static string WithinBytes(string text, int most)
    {
        const string More = "……";
        if (Encoding.UTF8.GetByteCount(text) <= most)
        {
            return text;
        }

        var kept = new StringBuilder();
        var left = most - Encoding.UTF8.GetByteCount(More);
        foreach (var rune in text.EnumerateRunes().TakeWhile(rune => (left -= rune.Utf8SequenceLength) >= 0))
        {
            kept.Append(rune);
        }

        return kept.Append(More).ToString();
    }
}
