using System.Net;
using Luoshi.App;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;

namespace Luoshi.Web.Observing;

/// <summary>
/// What the program counts, as Prometheus reads it. Only the machine itself may ask, unless the settings name an address it may be asked from
/// (<c>Metrics:From</c>): it tells no business, but how busy an office is is nobody else's business either.
/// </summary>
internal static class Metrics
{
    public static void AddMetricsForPrometheus(this IServiceCollection services) => services.AddOpenTelemetry().WithMetrics(metrics => metrics
        .AddMeter(Measures.MeterName, "Microsoft.EntityFrameworkCore")
        .AddAspNetCoreInstrumentation()
        .AddRuntimeInstrumentation()
        .AddPrometheusExporter());

    public static void MapMetrics(this IEndpointRouteBuilder app) => app.MapPrometheusScrapingEndpoint("/metrics", meterProvider: null, configureBranchedPipeline: branch => branch.Use(OnlyNearAsync), optionsName: null)
        .AllowAnonymous();

    private static Task OnlyNearAsync(HttpContext http, RequestDelegate next)
    {
        var from = http.Connection.RemoteIpAddress;
        var named = http.RequestServices.GetRequiredService<IConfiguration>()["Metrics:From"];
        if (from is not null && (IPAddress.IsLoopback(from) || (IPAddress.TryParse(named, out var allowed) && from.Equals(allowed))))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
