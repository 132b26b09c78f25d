using System.Globalization;
using System.Threading.RateLimiting;
using Luoshi.App.Accounts;
using Luoshi.Web.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Luoshi.Web.Security;

/// <summary>
/// Lets nobody ask more often than the policy allows that the page or the address of the API names. The framework's own middleware does the same, but never
/// stops its clock, and the clock holds a host that is gone in memory with all that it had; this one stops with its host.
/// </summary>
internal sealed class RateLimits(AccountSettings accounts, IOptions<ApiLimits> api) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, (string, string)>(http => PolicyOf(http) switch
    {
        null => RateLimitPartition.GetNoLimiter(("", "")),
        Attempts.PolicyName => Attempts.Of(http, accounts),
        ApiRateLimit.Policy => ApiRateLimit.Of(http, api.Value),
        var unknown => throw new InvalidOperationException($"No limit is called {unknown}."),
    });

    /// <summary>Goes on, or answers 429 with the time to wait.</summary>
    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        using var lease = _limiter.AttemptAcquire(http);
        if (lease.IsAcquired)
        {
            await next(http);
            return;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (PolicyOf(http) == ApiRateLimit.Policy)
        {
            await Problems.WriteAsync(http, StatusCodes.Status429TooManyRequests, "too-many-requests", "请求太频繁，请按 Retry-After 等待后再试。");
        }
    }

    public void Dispose() => _limiter.Dispose();

    private static string? PolicyOf(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName;
}
