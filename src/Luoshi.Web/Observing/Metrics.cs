using System.Net;
using Luoshi.App;
using Luoshi.App.Data;
using Luoshi.App.Outbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;

namespace Luoshi.Web.Observing;

/// <summary>
/// What the program counts, as Prometheus reads it. Only the machine itself may ask, unless the settings name an address it may be asked from
/// (<c>Metrics:From</c>): it tells no business, but how busy an office is is nobody else's business either.
/// </summary>
internal static partial class Metrics
{
    public static void AddMetricsForPrometheus(this IServiceCollection services) => services.AddOpenTelemetry().WithMetrics(metrics => metrics
        .AddMeter(Measures.MeterName, "Microsoft.EntityFrameworkCore")
        .AddAspNetCoreInstrumentation()
        .AddRuntimeInstrumentation()

        // What is asked is what holds now, not what held for whoever asked just before.
        .AddPrometheusExporter(exporter => exporter.ScrapeResponseCacheDurationMilliseconds = 0));

    public static void MapMetrics(this IEndpointRouteBuilder app) => app.MapPrometheusScrapingEndpoint("/metrics", meterProvider: null, configureBranchedPipeline: branch => branch.Use(OnlyNearAsync).Use(WithOutboxAsync), optionsName: null)
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

    /// <summary>Whichever node is asked tells what waits for all of them: it asks the database, not what it did itself.</summary>
    private static async Task WithOutboxAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await using var scope = http.RequestServices.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<MeasureOutbox>().ExecuteAsync(http.RequestAborted);
        }
        catch (Exception error) when (DatabaseAway.IsToldBy(error))
        {
            // The rest is told all the same: it is asked for most when the database is away. /health/ready says that it is.
            LogUnread(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Metrics)), error);
        }

        await next(http);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox could not be counted: what is told of it is what was counted last.")]
    private static partial void LogUnread(ILogger log, Exception error);
}
