using System.Threading.RateLimiting;
using Luoshi.App.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Web.Security;

/// <summary>限频 — how often one address may send a form that takes a secret. The account's own lock counts besides.</summary>
internal sealed class Attempts(AccountSettings settings) : IRateLimiterPolicy<string>
{
    public const string PolicyName = "attempts";

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

    public static IServiceCollection Add(IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy<string, Attempts>(PolicyName);
    });

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => HttpMethods.IsGet(httpContext.Request.Method)
        ? RateLimitPartition.GetNoLimiter("reading")
        : RateLimitPartition.GetFixedWindowLimiter(
            httpContext.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.AttemptsPerMinute, Window = TimeSpan.FromMinutes(1) });
}
