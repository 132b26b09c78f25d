using System.Globalization;
using Luoshi.App;
using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Load;

/// <summary>The operations alone, in this process and without the web: what a change to one of them is worth.</summary>
internal sealed class OperationLoad(DatabaseChoice database, int clients, int seconds, int warm) : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddLuoshi(database).BuildServiceProvider();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    public async Task SubmitAsync()
    {
        IReadOnlyList<OpenItem> items;
        await using (var scope = _services.CreateAsyncScope())
        {
            items = await OpenItems.ReadAsync(scope.ServiceProvider.GetRequiredService<LuoshiDb>(), int.MaxValue, CancellationToken.None);
        }

        var next = -1;
        var code = "";
        var measured = await Latencies.MeasureAsync("submit (operation)", clients, seconds, warm, Latencies.Own, async _ =>
        {
            var at = Interlocked.Increment(ref next);
            if (at >= items.Count)
            {
                code = "no item left";
                await Task.Delay(100);
                return false;
            }

            var item = items[at];
            await using var scope = _services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<LuoshiDb>().ActAs(Reporter(item));
            var outcome = await scope.ServiceProvider.GetRequiredService<SubmitReport>().ExecuteAsync(item.Id, 0, item.Text, CancellationToken.None);
            code = outcome.Refusal?.Code ?? code;
            return outcome.Refusal is null;
        });
        Console.WriteLine(measured + (code.Length > 0 ? $" ({code})" : ""));
    }

    public async Task OpenAsync(ReportingPeriod month)
    {
        List<int> governments;
        await using (var scope = _services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<LuoshiDb>();
            db.ActAs(Access.System);
            governments = await db.Governments.OrderBy(government => government.Id).Select(government => government.Id).ToListAsync();
        }

        var clock = System.Diagnostics.Stopwatch.StartNew();
        var own = Latencies.Own();
        var opened = 0;
        foreach (var government in governments)
        {
            await using var scope = _services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<LuoshiDb>().ActAs(Access.SystemOf(government));
            var outcome = await scope.ServiceProvider.GetRequiredService<OpenPeriod>().ExecuteAsync(month, CancellationToken.None);
            opened += outcome.Value.Due + outcome.Value.Voluntary;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"open period            {opened} due items of {governments.Count} governments in {clock.Elapsed.TotalSeconds:F2} s, CPU {Latencies.Own() - own:F2} s"));
    }

    private static Access Reporter(OpenItem item) => new()
    {
        GovernmentId = item.Government,
        Scope = Scope.Unit,
        AccountId = new Guid(item.Government, 0, 1, item.UnitId.ToByteArray()[..8]),
        Name = string.Create(CultureInfo.InvariantCulture, $"unit-{item.UnitRank}"),
        Role = Role.UnitReporter,
        UnitId = item.UnitId,
        Address = "127.0.0.1",
        RequestId = "load",
    };
}
