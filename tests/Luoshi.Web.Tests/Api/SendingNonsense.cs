using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests.Api;

/// <summary>Requests made from our own description, and spoilt.</summary>
public sealed class SendingNonsense
{
    private static readonly Gen<string> s_text = Gen.OneOf(
        Gen.String[0, 40],
        Gen.OneOf("", " ", "null", "0", "-1", "2024-07", "2024-13", "9999-12", "due", "monthly", "NaN", "\u0000", "\ud800", "'; DROP TABLE key_tasks; --", "%00", "𠮷", "99999999999999999999", "2024-07-24T12:00:00+08:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"));

    private static readonly Gen<JsonNode?> s_value = Gen.OneOf(
        s_text.Select(text => (JsonNode?)JsonValue.Create(text)),
        Gen.Long.Select(number => (JsonNode?)JsonValue.Create(number)),
        Gen.Bool.Select(flag => (JsonNode?)JsonValue.Create(flag)),
        Gen.Const((JsonNode?)null),
        s_text.Array[0, 3].Select(texts => (JsonNode?)new JsonArray([.. texts.Select(text => (JsonNode?)JsonValue.Create(text))])),
        s_text.Select(text => (JsonNode?)new JsonObject { ["x"] = text }));

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Is_refused_and_never_breaks_anything(string database)
    {
        await using var site = await Site.CreateAsync(database);
        await AskingForOthersRows.FillAsync(site.District);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var head = await Program.CreateAsync(site, site.District.FarmingHead);
        var document = await clerk.ReadAsync("openapi.json");
        var operations = document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => (Path: path.Key, Method: operation.Key, Says: operation.Value!)))
            .Where(operation => !operation.Path.EndsWith("export", StringComparison.Ordinal))
            .ToArray();
        var ids = (await AskingForOthersRows.IdsAsync(site, site.District.System)).ToLookup(path => path.Split('/')[0], path => Guid.Parse(path.Split('/')[1]));
        var request =
            from operation in Gen.OneOf(operations)
            from id in Gen.Frequency((3, Gen.OneOf(OfKind(ids, operation.Path))), (1, Gen.Guid))
            from query in s_text.Array[operation.Says["parameters"]?.AsArray().Count ?? 0]
            from given in Gen.Bool.Array[operation.Says["parameters"]?.AsArray().Count ?? 0]
            from body in Body(document, operation.Says)
            from version in Gen.OneOf(Gen.OneOf("\"1\"", "\"2\"", "*", "W/\"1\"", "\"\"", "\"99999999999\"", "\"-1\"", "\"1\", \"2\""), Gen.Const((string)null!))
            select (operation, id, query, given, body, version);

        await request.SampleAsync(
            async one =>
            {
                using var message = Message(one.operation, one.id, one.query, one.given, one.body, one.version);
                using var answer = await (one.query.Length % 2 == 0 ? clerk : head).Http.SendAsync(message);
                Assert.True((int)answer.StatusCode < 500, $"{message.Method} {message.RequestUri} If-Match {one.version}: {one.body}\n{await answer.Content.ReadAsStringAsync()}");
            },
            iter: 250,
            threads: 2);

        Assert.Equal(3, await site.Store.LookAsync(site.District.System, db => db.KeyTasks.CountAsync(task => db.Ledgers.Any(ledger => ledger.Id == task.LedgerId && ledger.Year == 2024))));
    }

    // Rows of the kind that the address asks for, where there are some.
    private static Guid[] OfKind(ILookup<string, Guid> ids, string path)
    {
        var kind = path.Split('/')[3];
        return [.. ids.Contains(kind) ? ids[kind] : ids["due-items"]];
    }

    private static Gen<string?> Body(JsonNode document, JsonNode operation)
    {
        if (operation["requestBody"]?["content"]?["application/json"]?["schema"]?["$ref"] is not { } reference)
        {
            return Gen.OneOf(Gen.Const((string?)null), s_text.Select(text => (string?)text));
        }

        var fields = document["components"]!["schemas"]![((string)reference!).Split('/')[^1]]!["properties"]!.AsObject().Select(field => field.Key).ToArray();
        var whole = Gen.Select(s_value.Array[fields.Length], Gen.Bool.Array[fields.Length], s_value, Gen.Int[0, 9]).Select((values, given, extra, more) =>
        {
            var fill = new JsonObject();
            for (var i = 0; i < fields.Length; i++)
            {
                if (given[i] || more > 4)
                {
                    fill[fields[i]] = values[i];
                }
            }

            if (more == 0)
            {
                fill["extra"] = extra;
            }

            return (string?)fill.ToJsonString();
        });
        return Gen.Frequency((6, whole), (1, s_text.Select(text => (string?)text)), (1, whole.Select(text => (string?)text![..(text!.Length / 2)])), (1, Gen.Const((string?)null)));
    }

    private static HttpRequestMessage Message((string Path, string Method, JsonNode Says) operation, Guid id, string[] query, bool[] given, string? body, string? version)
    {
        var path = System.Text.RegularExpressions.Regex.Replace(operation.Path, @"\{\w+\}", name => name.Value switch { "{year}" => "2024", "{month}" => "2024-08", "{file}" => "material.docx", _ => $"{id}" });
        var named = (operation.Says["parameters"]?.AsArray() ?? []).Select(parameter => ((string)parameter!["name"]!, (string)parameter["in"]!)).ToList();
        var asked = named.Select((parameter, index) => (parameter, index)).Where(one => one.parameter.Item2 == "query" && given[one.index])
            .Select(one => $"{one.parameter.Item1}={Escape(query[one.index])}").ToList();
        var message = new HttpRequestMessage(new HttpMethod(operation.Method.ToUpperInvariant()), new Uri(path + (asked.Count > 0 ? "?" + string.Join('&', asked) : ""), UriKind.Relative));
        if (body is not null)
        {
            message.Content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        }

        if (operation.Method == "post")
        {
            message.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        }

        if (version is not null)
        {
            message.Headers.TryAddWithoutValidation(version == "*" ? "If-None-Match" : "If-Match", version);
        }

        return message;
    }

    // A lone surrogate cannot be written in an address.
    private static string Escape(string text) => Uri.EscapeDataString(new string([.. text.Where(letter => !char.IsSurrogate(letter))]));
}
