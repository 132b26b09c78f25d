using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>The figures of a task's earlier reports, read when they are asked for: the last month's nearly always, the others rarely.</summary>
internal sealed class EarlierFigures(IReadOnlyList<EarlierReport> reports, IReadOnlyList<string> places)
{
    private readonly ILookup<Key, Quantity>?[] _months = new ILookup<Key, Quantity>?[reports.Count];

    public int Count => reports.Count;

    /// <summary>The one figure of the same measure, scope and stage in the newest report; null for none or several.</summary>
    public Quantity? Last(Quantity quantity) => Same(quantity, reports.Count - 1);

    /// <summary>The same in every report of the year, oldest first.</summary>
    public IEnumerable<Quantity> OfYear(Quantity quantity, int year) =>
        Enumerable.Range(0, reports.Count).Where(month => reports[month].Period.Year == year).Select(month => Same(quantity, month)).OfType<Quantity>();

    /// <summary>Sums of the year, shares of a work and standing levels may be held against last month's; rates, ranks and the figures of one month may not.</summary>
    public static bool Compares(Quantity quantity, ReportingPeriod asOf) =>
        quantity is { Kind: QuantityKind.Count or QuantityKind.Amount or QuantityKind.Level or QuantityKind.ShareOfPlan, Role: QuantityRole.Result, BaseValue: not null, WholeIndex: null }
        && quantity.MetricKey.Length > 0
        && (quantity.Kind == QuantityKind.Level || quantity.From is null || (quantity.From is { Month: 1 } from && from.Year == asOf.Year));

    private Quantity? Same(Quantity quantity, int month)
    {
        var same = (_months[month] ??= Read(reports[month]))[Key.Of(quantity)].Take(2).ToList();
        return same.Count == 1 ? same[0] : null;
    }

    private ILookup<Key, Quantity> Read(EarlierReport report) =>
        QuantityReader.Read(report.Text, new QuantityContext { Field = QuantityField.Progress, AsOf = report.Period, Places = places })
            .Where(quantity => Compares(quantity, report.Period))
            .ToLookup(Key.Of);

    private readonly record struct Key(QuantityKind Kind, string Unit, string Metric, string? Scope, string? Whole, string? Stage)
    {
        public static Key Of(Quantity quantity) => new(quantity.Kind, quantity.BaseUnit, quantity.MetricKey, quantity.Scope, quantity.Whole, quantity.Stage);
    }
}
