using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Web.Tests.Api;

public sealed class DescribingTheApi
{
    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task What_is_published_is_what_is_checked_in()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);

        var published = (await clerk.ReadAsync("openapi.json")).ToJsonString(s_readable) + "\n";

        Matches(published, "openapi.json");
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_and_how_it_refuses()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);

        var document = await clerk.ReadAsync("openapi.json");

        Assert.StartsWith("3.1", (string)document["openapi"]!, StringComparison.Ordinal);
        var operations = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => (Name: $"{operation.Key} {path.Key}", Says: operation.Value!))).ToList();
        Assert.NotEmpty(operations);
        Assert.All(operations, operation => Assert.False(string.IsNullOrEmpty((string?)operation.Says["summary"]), operation.Name));
        Assert.All(operations, operation => Assert.Contains(operation.Says["responses"]!.AsObject(), response => response.Key[0] == '2'));
        Assert.All(operations, operation => Assert.Contains("not-signed-in", (string)operation.Says["responses"]!["401"]!["description"]!, StringComparison.Ordinal));
        Assert.All(operations.Where(operation => operation.Name.StartsWith("post", StringComparison.Ordinal)), operation =>
            Assert.Contains(operation.Says["parameters"]!.AsArray(), parameter => (string)parameter!["name"]! == "Idempotency-Key"));
    }

    [Fact]
    public async Task Every_address_of_the_api_wants_to_know_who_asks_and_counts_it()
    {
        await using var site = await Site.CreateAsync();

        var endpoints = site.Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(endpoints);
        Assert.All(endpoints, endpoint =>
        {
            Assert.NotNull(endpoint.Metadata.GetMetadata<AuthorizationPolicy>());
            Assert.Null(endpoint.Metadata.GetMetadata<IAllowAnonymous>());
            Assert.Equal("api", endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName);
        });
    }

    private static void Matches(string actual, string name, [CallerFilePath] string test = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(test)!, "..", "..", "..", "docs", name);
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDEN") == "1")
        {
            File.WriteAllText(file, actual);
        }

        Assert.Equal(File.ReadAllText(file), actual);
    }
}
