using Luoshi.App.Data;
using Luoshi.App.Idempotency;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Luoshi.Web.Api;

/// <summary>Once an hour the answers that are kept no longer are removed.</summary>
internal sealed partial class ForgettingAnswers(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ForgettingAnswers> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        try
        {
            while (await hourly.WaitForNextTickAsync(stoppingToken))
            {
                await ForgetAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private async Task ForgetAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ForgetAnswers>().ExecuteAsync(ct);
        }
        catch (Exception error) when (DatabaseAway.IsToldBy(error))
        {
            // The database is away for a while: the next hour does it.
            LogFailed(log, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old answers were not removed.")]
    private static partial void LogFailed(ILogger log, Exception error);
}
