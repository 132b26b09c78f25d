using System.Threading.RateLimiting;
using Luoshi.App.Accounts;
using Microsoft.AspNetCore.Http;

namespace Luoshi.Web.Security;

/// <summary>限频 — how often one address may send a form that takes a secret. The account's own lock counts besides.</summary>
internal static class Attempts
{
    public const string PolicyName = "attempts";

    public static RateLimitPartition<(string, string)> Of(HttpContext http, AccountSettings settings) => HttpMethods.IsGet(http.Request.Method)
        ? RateLimitPartition.GetNoLimiter((PolicyName, "reading"))
        : RateLimitPartition.GetFixedWindowLimiter(
            (PolicyName, http.Connection.RemoteIpAddress?.ToString() ?? ""),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.AttemptsPerMinute, Window = TimeSpan.FromMinutes(1) });
}
