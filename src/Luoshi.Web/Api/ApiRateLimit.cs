using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

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

    public static RateLimitPartition<(string, string)> Of(HttpContext http, ApiLimits limits) => RateLimitPartition.GetFixedWindowLimiter(
        (Policy, http.User.FindFirstValue(AccessTokenAuthentication.TokenClaim) ?? http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? ""),
        _ => new FixedWindowRateLimiterOptions { PermitLimit = limits.RequestsPerMinute, Window = TimeSpan.FromMinutes(1) });
}
