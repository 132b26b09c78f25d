using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>The figures of a task's earlier reports, read when they are asked for: the last month's nearly always, the others rarely.</summary>
internal sealed class EarlierFigures(IReadOnlyList<EarlierReport> reports, IReadOnlyList<string> places)
{
    private IReadOnlyList<Quantity>? _last;

    public int Count => reports.Count;

    public IReadOnlyList<Quantity> Last => _last ??= Read(reports[^1]);

    /// <summary>Oldest first.</summary>
    public IEnumerable<(ReportingPeriod Period, IReadOnlyList<Quantity> Stated)> All() => reports.Select(report => (report.Period, Read(report)));

    private IReadOnlyList<Quantity> Read(EarlierReport report) =>
        QuantityReader.Read(report.Text, new QuantityContext { Field = QuantityField.Progress, AsOf = report.Period, Places = places });
}
