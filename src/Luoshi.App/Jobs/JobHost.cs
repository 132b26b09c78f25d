using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Luoshi.App.Jobs;

/// <summary>Begins the jobs whose time has come, once a minute. Any number of nodes may run one: the leases decide.</summary>
public sealed partial class JobHost(IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobHost> log) : BackgroundService
{
    private static readonly TimeSpan s_tick = TimeSpan.FromMinutes(1);
    private readonly string _node = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    /// <summary>Does every job that no node has done in its time. A job that fails is told to the log, and the next one is done.</summary>
    /// <returns>The names of those done by this node.</returns>
    public async Task<IReadOnlyList<string>> RunDueAsync(CancellationToken ct)
    {
        var done = new List<string>();
        foreach (var job in Job.All)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<TakeLease>().ExecuteAsync(job.Name, _node, job.Every, ct))
                {
                    await using var work = scopes.CreateAsyncScope();
                    await job.RunAsync(work.ServiceProvider, ct);
                    done.Add(job.Name);
                }
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                throw;
            }
#pragma warning disable CA1031 // A job that fails must not stop the others, nor the web system.
            catch (Exception error)
            {
                LogFailure(job.Name, error);
            }
#pragma warning restore CA1031
        }

        return done;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_tick, clock);
        do
        {
            await RunDueAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Error, "Job {Job} failed; it is tried again when its time comes.")]
    private partial void LogFailure(string job, Exception error);
}
