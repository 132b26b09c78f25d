using System.Diagnostics.Metrics;

namespace Luoshi.App;

/// <summary>What the program counts of its own work, for whoever watches the machine: how much and how long, never what and whose.</summary>
public static class Measures
{
    public const string MeterName = "Luoshi";

    private static readonly Meter s_meter = new(MeterName);

    /// <summary>Returns that were submitted and saved.</summary>
    public static Counter<long> Submissions { get; } = s_meter.CreateCounter<long>("luoshi.submissions", "{submission}", "Returns that were submitted.");

    /// <summary>Messages that wait, and those that were given up, by <c>state</c>: of all nodes, read from the database whenever this one is asked.</summary>
    public static Gauge<long> Outbox { get; } = s_meter.CreateGauge<long>("luoshi.outbox.messages", "{message}", "Messages that wait to be sent, and those that were given up.");

    /// <summary>How long the checks of a submission took.</summary>
    public static Histogram<double> CheckSeconds { get; } = s_meter.CreateHistogram(
        "luoshi.checks.duration", "s", "How long the checks of a submission took.", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1] });
}
