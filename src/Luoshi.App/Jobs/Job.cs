using Luoshi.App.Accounts;
using Luoshi.App.Auditing;
using Luoshi.App.Idempotency;
using Luoshi.App.Outbox;
using Luoshi.App.Searching;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.App.Jobs;

/// <summary>Something that is done by the clock. Every job may be begun twice without harm: the lease only saves the work.</summary>
/// <param name="Name">Of its lease; never changes.</param>
/// <param name="Every">How long after one node began it another may begin it again.</param>
/// <param name="RunAsync">Does it, with services of its own.</param>
public sealed record Job(string Name, TimeSpan Every, Func<IServiceProvider, CancellationToken, Task> RunAsync)
{
    /// <summary>In the order in which they are begun.</summary>
    public static IReadOnlyList<Job> All { get; } =
    [
        new("open-periods", TimeSpan.FromHours(1), (services, ct) => services.GetRequiredService<OpenDuePeriods>().ExecuteAsync(ct)),
        new("remind", TimeSpan.FromHours(1), (services, ct) => services.GetRequiredService<RemindDueUnits>().ExecuteAsync(ct)),
        new("deliver-outbox", TimeSpan.FromMinutes(1), (services, ct) => services.GetRequiredService<DeliverOutbox>().ExecuteAsync(ct)),
        new("anchor-audit", TimeSpan.FromHours(1), (services, ct) => services.GetRequiredService<AnchorAudit>().ExecuteAsync(ct)),
        new("forget-answers", TimeSpan.FromHours(1), (services, ct) => services.GetRequiredService<ForgetAnswers>().ExecuteAsync(ct)),
        new("disable-dormant", TimeSpan.FromDays(1), (services, ct) => services.GetRequiredService<DisableDormantAccounts>().ExecuteAsync(ct)),
        new("join-index", TimeSpan.FromMinutes(1), (services, ct) => services.GetRequiredService<JoinIndex>().ExecuteAsync(ct)),
        new("tidy-up", TimeSpan.FromDays(1), (services, ct) => services.GetRequiredService<TidyUp>().ExecuteAsync(ct)),
    ];
}

/// <summary>定时事项 — what the program does by itself, and when.</summary>
public sealed record JobSettings
{
    /// <summary>On which workday of a month its reporting period is opened, from 1; 0 leaves it to the office.</summary>
    public int OpensOnWorkday { get; init; } = 1;

    /// <summary>Whether units are reminded by the program on their reminder days; else only when the office does it.</summary>
    public bool Reminds { get; init; }

    /// <summary>After how many days an ended or forgotten session is removed.</summary>
    public int KeepsSessionsDays { get; init; } = 180;
}
