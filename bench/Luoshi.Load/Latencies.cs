using System.Diagnostics;
using System.Globalization;

namespace Luoshi.Load;

/// <summary>What a number of clients saw, each asking again as soon as it was answered: operations that ended inside the window, and how long each took.</summary>
internal sealed record Latencies(string Name, int Clients, TimeSpan Window, IReadOnlyList<double> Milliseconds, int Errors, double ServerSeconds, double OwnSeconds)
{
    public double PerSecond => Milliseconds.Count / Window.TotalSeconds;

    /// <summary>Runs a closed loop after warming up. An operation that returns false or throws is an error and no operation.</summary>
    /// <param name="name">What the line of figures is called.</param>
    /// <param name="clients">How many ask side by side.</param>
    /// <param name="seconds">The window.</param>
    /// <param name="warm">Seconds before it that are not counted.</param>
    /// <param name="server">CPU seconds of the server so far.</param>
    /// <param name="ask">The operation of a client.</param>
    public static async Task<Latencies> MeasureAsync(string name, int clients, int seconds, int warm, Func<double> server, Func<int, Task<bool>> ask)
    {
        var from = Stopwatch.GetTimestamp() + (warm * Stopwatch.Frequency);
        var until = from + (seconds * Stopwatch.Frequency);
        var (serverBefore, ownBefore) = (0.0, 0.0);
        var watch = Task.Run(async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(warm));
            (serverBefore, ownBefore) = (server(), Own());
        });
        var each = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => LoopAsync(client))));
        await watch;
        return new Latencies(
            name, clients, TimeSpan.FromSeconds(seconds), [.. each.SelectMany(one => one.Taken).Order()], each.Sum(one => one.Errors), server() - serverBefore, Own() - ownBefore);

        async Task<(List<double> Taken, int Errors)> LoopAsync(int client)
        {
            var taken = new List<double>();
            var errors = 0;
            while (Stopwatch.GetTimestamp() is var begun && begun < until)
            {
                var isRight = await ask(client);
                var ended = Stopwatch.GetTimestamp();
                if (begun >= from && ended <= until)
                {
                    if (isRight)
                    {
                        taken.Add((ended - begun) * 1000.0 / Stopwatch.Frequency);
                    }
                    else
                    {
                        errors++;
                    }
                }
            }

            return (taken, errors);
        }
    }

    public static double Own() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Name,-22} {Clients,3} clients  {PerSecond,8:F1}/s  p50 {At(50),7:F2}  p95 {At(95),7:F2}  p99 {At(99),7:F2} ms  {Errors} errors of {Milliseconds.Count + Errors}  server CPU {ServerSeconds * 1000 / Math.Max(1, Milliseconds.Count),6:F2} ms/op  generator {OwnSeconds / Window.TotalSeconds,5:F2} cores");

    private double At(int percent) => Milliseconds.Count == 0 ? 0 : Milliseconds[Math.Min(Milliseconds.Count - 1, Milliseconds.Count * percent / 100)];
}
