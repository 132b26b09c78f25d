using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Luoshi.Web.Api;

/// <summary>How much a program may ask for: the section <c>Api</c> of the settings.</summary>
public sealed record ApiLimits
{
    /// <summary>For each token, and for each account that asks without one. Ten a second are more than any list needs.</summary>
    public int RequestsPerMinute { get; init; } = 600;
}

/// <summary>One program that asks in a loop leaves the others their turn.</summary>
internal static class ApiRateLimit
{
    public const string Policy = "api";

    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);

    public static void AddApiRateLimit(this IServiceCollection services)
    {
        services.AddOptions<ApiLimits>().BindConfiguration("Api");
        services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(Policy, http => RateLimitPartition.GetFixedWindowLimiter(
                http.User.FindFirstValue(AccessTokenAuthentication.TokenClaim) ?? http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = http.RequestServices.GetRequiredService<IOptions<ApiLimits>>().Value.RequestsPerMinute, Window = s_window }));
            limiter.OnRejected = RejectAsync;
        });
    }

    private static async ValueTask RejectAsync(OnRejectedContext context, CancellationToken ct)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : s_window;
        context.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == Policy)
        {
            await Problems.WriteAsync(context.HttpContext, StatusCodes.Status429TooManyRequests, "too-many-requests", "请求太频繁，请按 Retry-After 等待后再试。");
        }
    }
}
