using Luoshi.App;
using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

// A process to be killed: submits and withdraws without end, and says each text on a line once it was acknowledged, not before.
// Arguments: sqlite FILE | postgres CONNECTION, the government, the unit.
var choice = args[0] == "postgres" ? DatabaseChoice.Postgres(args[1]).Value : DatabaseChoice.File(args[1]);
var access = new Access
{
    GovernmentId = int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture),
    Scope = Scope.Unit,
    Role = Role.UnitReporter,
    AccountId = Guid.NewGuid(),
    Name = "填报人",
    UnitId = Guid.Parse(args[3]),
};
await using var services = new ServiceCollection().AddLogging().AddLuoshi(choice).BuildServiceProvider();
var items = await AskAsync<LuoshiDb, List<Guid>>(db => db.DueItems.OrderBy(item => item.Id).Select(item => item.Id).ToListAsync());
await Parallel.ForEachAsync(Enumerable.Range(0, int.MaxValue), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, ct) =>
{
    try
    {
        await SubmitAsync(items[number % items.Count], ct);
    }
    catch (Exception error) when (error is DbUpdateException or System.Data.Common.DbException or InvalidOperationException or IOException)
    {
        // The connection was cut: nothing was acknowledged, so nothing is said.
    }
});

async Task SubmitAsync(Guid item, CancellationToken ct)
{
    var seen = await AskAsync<LuoshiDb, ProgressReport?>(db => db.ProgressReports.AsNoTracking().SingleOrDefaultAsync(report => report.DueItemId == item, ct));
    if (seen is { IsSubmitted: true })
    {
        await AskAsync<WithdrawReport, object>(async withdraw => await withdraw.ExecuteAsync(seen.Id, seen.Version, ct));
        return;
    }

    var text = $"累计完成{Guid.NewGuid():N}。";
    var outcome = await AskAsync<SubmitReport, Luoshi.Core.Outcome<ReportSubmitted>>(submit => submit.ExecuteAsync(item, seen?.Version ?? 0, new ReportText(text, true, null), ct));
    if (outcome.Refusal is null)
    {
        Console.WriteLine(text);
    }
}

async Task<TResult> AskAsync<TOperation, TResult>(Func<TOperation, Task<TResult>> ask)
    where TOperation : notnull
{
    await using var scope = services.CreateAsyncScope();
    scope.ServiceProvider.GetRequiredService<LuoshiDb>().ActAs(access);
    return await ask(scope.ServiceProvider.GetRequiredService<TOperation>());
}
