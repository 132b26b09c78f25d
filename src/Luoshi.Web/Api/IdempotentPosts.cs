using System.Security.Cryptography;
using System.Text;
using Luoshi.App.Data;
using Luoshi.App.Idempotency;
using Microsoft.AspNetCore.Http;

namespace Luoshi.Web.Api;

/// <summary>
/// A POST is done once for its Idempotency-Key, whatever the network does to the answer: what it changes and the answer to it are kept in one
/// transaction (ADR 0013). What was refused changed nothing, and may be asked again under the same key.
/// </summary>
internal sealed class IdempotentPosts(RequestDelegate next, TimeProvider clock)
{
    public const string Header = "Idempotency-Key";

    public async Task InvokeAsync(HttpContext http, LuoshiDb db, AnswerOnce once)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || db.Access.AccountId is null || http.GetEndpoint() is null)
        {
            await next(http);
            return;
        }

        if (http.Request.Headers[Header] is not [{ Length: > 0 and <= IdempotencyRecord.LongestKey } key] || key.Any(letter => letter is < '!' or > '~'))
        {
            await Problems.WriteAsync(http, StatusCodes.Status400BadRequest, "idempotency-key-required", $"请在 {Header} 里写一个新的随机值（1到{IdempotencyRecord.LongestKey}个可见字符），重发同一请求时不变。");
            return;
        }

        var hash = await HashAsync(http.Request);
        if (await AnsweredAsync(http, once, key, hash))
        {
            return;
        }

        var response = http.Response.Body;
        using var body = new MemoryStream();
        http.Response.Body = body;
        bool kept;
        once.Begin();
        try
        {
            await next(http);
            kept = http.Response.StatusCode >= 300 || await once.KeepAsync(Answer(http.Response, db, key, hash, body), http.RequestAborted);
        }
        finally
        {
            await once.EndAsync();
            http.Response.Body = response;
        }

        // Of two that were sent at once, the one that came second tells what the first was told.
        if ((!kept || http.Response.StatusCode >= 400) && await AnsweredAsync(http, once, key, hash))
        {
            return;
        }

        body.Position = 0;
        await body.CopyToAsync(response, http.RequestAborted);
    }

    private IdempotencyRecord Answer(HttpResponse response, LuoshiDb db, string key, byte[] hash, MemoryStream body) => new()
    {
        GovernmentId = db.Access.GovernmentId,
        AccountId = db.Access.AccountId!.Value,
        Key = key,
        RequestHash = hash,
        Status = response.StatusCode,
        ETag = response.Headers.ETag,
        Location = response.Headers.Location,
        ContentType = response.ContentType,
        Body = Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length),
        At = clock.GetUtcNow().UtcDateTime,
    };

    private static async Task<bool> AnsweredAsync(HttpContext http, AnswerOnce once, string key, byte[] hash)
    {
        var (answer, refusal) = await once.FindAsync(key, hash, http.RequestAborted);
        if (answer is null && refusal is null)
        {
            return false;
        }

        http.Response.Headers.Remove("ETag");
        http.Response.Headers.Remove("Location");
        if (answer is null)
        {
            await refusal!.ToProblem().ExecuteAsync(http);
            return true;
        }

        http.Response.StatusCode = answer.Status;
        http.Response.Headers.ETag = answer.ETag;
        http.Response.Headers.Location = answer.Location;
        http.Response.ContentType = answer.ContentType;
        http.Response.Headers["Idempotent-Replayed"] = "true";
        await http.Response.WriteAsync(answer.Body, http.RequestAborted);
        return true;
    }

    private static async Task<byte[]> HashAsync(HttpRequest request)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Path}\n{request.QueryString}\n{request.Headers.IfMatch}\n{request.Headers.IfNoneMatch}\n"));
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }
}
