using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Luoshi.App;
using Luoshi.App.Data;
using Luoshi.Core.Reporting;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Load;

/// <summary>Asks a server that runs as a process of its own, over connections that are kept, as the accounts of the made governments.</summary>
internal sealed class WebLoad(DatabaseChoice database, Uri server, ServerProcess process, int clients, int seconds, int warm) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = clients, AutomaticDecompression = DecompressionMethods.None })
    {
        BaseAddress = server,
    };

    public void Dispose() => _http.Dispose();

    /// <summary>The floor: an answer for which the server does nothing but answer.</summary>
    public Task FloorAsync(string address) => MeasureAsync("floor " + address, _ => GetAsync(address, null));

    /// <summary>A page, each time as another account of a chair: <c>leader-3</c>, <c>clerk</c>, <c>unit-7</c>.</summary>
    /// <param name="name">What the line of figures is called.</param>
    /// <param name="chair">Whose page it is, for the n-th account.</param>
    /// <param name="address">The page.</param>
    public async Task PageAsync(string name, Func<int, string> chair, string address)
    {
        var governments = await CountGovernmentsAsync();
        var names = Enumerable.Range(0, 500).Select(index => MadeGovernment.AccountName((index % governments) + 1, chair(index))).Distinct().ToList();
        var secrets = (await SessionsAsync(names)).Values.ToList();
        var next = 0;
        await MeasureAsync(name, _ => GetAsync(address, secrets[Interlocked.Increment(ref next) % secrets.Count]));
    }

    /// <summary>Submissions by the reporters of the units, each of an item of its own.</summary>
    public async Task SubmitAsync()
    {
        IReadOnlyList<OpenItem> items;
        await using (var services = Services())
        await using (var scope = services.CreateAsyncScope())
        {
            items = await OpenItems.ReadAsync(scope.ServiceProvider.GetRequiredService<LuoshiDb>(), int.MaxValue, CancellationToken.None);
        }

        var secrets = await SessionsAsync([.. items.Select(Reporter).Distinct()]);
        var next = -1;
        var refused = "";
        await MeasureAsync("submit", async _ =>
        {
            var at = Interlocked.Increment(ref next);
            if (at >= items.Count)
            {
                await Task.Delay(100);
                refused = "no item left";
                return false;
            }

            var item = items[at];
            using var request = Request(HttpMethod.Post, $"/api/v1/due-items/{item.Id}/progress-report/submission", secrets[Reporter(item)]);
            request.Headers.Add("If-None-Match", "*");
            request.Headers.Add("Idempotency-Key", item.Id.ToString("N"));
            request.Content = JsonContent.Create(new { progress = item.Text.Progress, planMet = item.Text.PlanMet, shortfall = item.Text.Shortfall });
            using var answer = await _http.SendAsync(request);
            var body = await answer.Content.ReadAsStringAsync();
            refused = answer.StatusCode == HttpStatusCode.OK ? refused : body;
            return answer.StatusCode == HttpStatusCode.OK;
        });
        Console.WriteLine(refused.Length > 0 ? $"  last refusal: {refused}" : "  nothing refused");
    }

    /// <summary>A month opened by the clerk of each government, one after the other: what the server's own job does on the first of the month.</summary>
    public async Task OpenAsync(ReportingPeriod month)
    {
        var clerks = await SessionsAsync([.. Enumerable.Range(1, await CountGovernmentsAsync()).Select(government => MadeGovernment.AccountName(government, "clerk"))]);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var served = process.Seconds();
        var items = 0;
        foreach (var secret in clerks.Values)
        {
            using var request = Request(HttpMethod.Post, "/api/v1/periods", secret);
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
            request.Content = JsonContent.Create(new { month = month.ToString() });
            using var answer = await _http.SendAsync(request);
            var opened = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>())!;
            items += opened.GetProperty("due").GetInt32() + opened.GetProperty("voluntary").GetInt32();
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"open period            {items} due items of {clerks.Count} governments in {clock.Elapsed.TotalSeconds:F2} s, server CPU {process.Seconds() - served:F2} s"));
    }

    private static string Reporter(OpenItem item) => MadeGovernment.AccountName(item.Government, string.Create(CultureInfo.InvariantCulture, $"unit-{item.UnitRank}"));

    private async Task MeasureAsync(string name, Func<int, Task<bool>> ask)
    {
        var (machine, own, served) = (ServerProcess.MachineSeconds(), Latencies.Own(), process.Seconds());
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var measured = await Latencies.MeasureAsync(name, clients, seconds, warm, process.Seconds, ask);
        var others = (ServerProcess.MachineSeconds() - machine - (Latencies.Own() - own) - (process.Seconds() - served)) / clock.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{measured}  others {others:F2} cores"));
    }

    private async Task<bool> GetAsync(string address, string? secret)
    {
        using var request = Request(HttpMethod.Get, address, secret);
        using var answer = await _http.SendAsync(request);
        await answer.Content.CopyToAsync(Stream.Null);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    private static HttpRequestMessage Request(HttpMethod method, string address, string? secret)
    {
        var request = new HttpRequestMessage(method, address);
        if (secret is not null)
        {
            request.Headers.Add("Cookie", "luoshi=" + secret);
        }

        return request;
    }

    private ServiceProvider Services() => new ServiceCollection().AddLogging().AddLuoshi(database).BuildServiceProvider();

    private async Task<IReadOnlyDictionary<string, string>> SessionsAsync(IReadOnlyCollection<string> names)
    {
        await using var services = Services();
        await using var scope = services.CreateAsyncScope();
        return await Sessions.OpenAsync(scope.ServiceProvider.GetRequiredService<LuoshiDb>(), names, CancellationToken.None);
    }

    private async Task<int> CountGovernmentsAsync()
    {
        await using var services = Services();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LuoshiDb>();
        db.ActAs(Luoshi.Core.Accounts.Access.System);
        return await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(db.Governments);
    }
}
