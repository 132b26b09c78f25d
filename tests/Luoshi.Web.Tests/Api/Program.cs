using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Luoshi.App.Accounts;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests.Api;

/// <summary>A program that asks the API with an access token of its own.</summary>
internal sealed class Program(HttpClient http, Access access, string secret) : IDisposable
{
    public HttpClient Http => http;

    /// <summary>As whom it acts.</summary>
    public Access Access => access;

    public string Secret => secret;

    /// <summary>A program of a new person in the position of <paramref name="like"/>.</summary>
    public static async Task<Program> CreateAsync(Site site, Access like, TokenScope scope = TokenScope.ReadWrite, int days = 30)
    {
        var (name, _) = await site.MakeAccountAsync(like);
        var position = await site.Store.LookAsync(Access.System, db => db.Positions.Join(db.Accounts.Where(account => account.UserName == name), one => one.AccountId, account => account.Id, (one, _) => one).SingleAsync());
        var access = like with { AccountId = position.AccountId };
        var created = await site.Store.AskAsync<CreateAccessToken, Outcome<AccessTokenCreated>>(access, create => create.ExecuteAsync(position.Id, "测试", scope, days, CancellationToken.None));
        return new Program(With(site, created.Value.Secret), access, created.Value.Secret);
    }

    /// <summary>A client that shows a secret.</summary>
    public static HttpClient With(Site site, string secret)
    {
        var http = new HttpClient { BaseAddress = new Uri(site.Address, "/api/v1/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return http;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<JsonNode> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    /// <summary>Sends a change under a key of its own, where none is given.</summary>
    /// <param name="method">POST or PUT.</param>
    /// <param name="path">Where.</param>
    /// <param name="body">Null for none.</param>
    /// <param name="seen">The version that was seen; 0 for none yet, null to name none.</param>
    /// <param name="key">The Idempotency-Key.</param>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, int? seen = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Content = body switch { null => null, string text => new StringContent(text, new MediaTypeHeaderValue("application/json")), _ => JsonContent.Create(body) };
        if (method == HttpMethod.Post)
        {
            request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString("N"));
        }

        if (seen is { } version)
        {
            request.Headers.TryAddWithoutValidation(version == 0 ? "If-None-Match" : "If-Match", version == 0 ? "*" : $"\"{version}\"");
        }

        return await http.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null, int? seen = null, string? key = null) => SendAsync(HttpMethod.Post, path, body, seen, key);

    public void Dispose() => http.Dispose();
}

internal static class ProgramAnswers
{
    /// <summary>The status and the code of a refusal; the answer must be a problem.</summary>
    public static async Task<(int Status, string Code)> ProblemAsync(this HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((int)answer.StatusCode, problem.GetProperty("status").GetInt32());
        return ((int)answer.StatusCode, problem.GetProperty("code").GetString()!);
    }

    public static async Task<JsonNode> JsonAsync(this HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }
}
