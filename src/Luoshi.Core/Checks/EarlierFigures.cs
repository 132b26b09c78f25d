using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>The figures of one earlier report that this month's may be held against.</summary>
internal sealed class EarlierFigures
{
    private readonly ILookup<Fingerprint, Quantity> _figures;

    public EarlierFigures(string text, ReportingPeriod period, IReadOnlyList<string> places)
    {
        var read = CheckedRow.OfTowns(text, QuantityReader.Read(text, new QuantityContext { Field = QuantityField.Progress, AsOf = period, Places = places }));
        _figures = read.Where(quantity => Compares(quantity, period)).ToLookup(quantity => KeyOf(WithVerb(read, quantity)));
    }

    /// <summary>成交住宅用地9宗291亩: the second figure of one thing has the verb of the first.</summary>
    public static Quantity WithVerb(IReadOnlyList<Quantity> stated, Quantity quantity) =>
        quantity.Stage is null && stated.FirstOrDefault(first => first.Span.End == quantity.Span.Start && first.MetricKey == quantity.MetricKey && first.BaseUnit != quantity.BaseUnit) is { Stage: { } verb } ? quantity with { Stage = verb } : quantity;

    /// <summary>The one figure of the same measure, scope and stage; null for none or several.</summary>
    public Quantity? Same(Fingerprint key)
    {
        var same = _figures[key].Take(2).ToList();
        return same.Count == 1 ? same[0] : null;
    }

    /// <summary>Sums of the year, shares of a work and standing levels may be held against last month's; rates, ranks and the figures of one month may not.</summary>
    public static bool Compares(Quantity quantity, ReportingPeriod asOf) =>
        quantity is { Kind: QuantityKind.Count or QuantityKind.Amount or QuantityKind.Level or QuantityKind.ShareOfPlan, Role: QuantityRole.Result, BaseValue: not null, WholeIndex: null }
        && (quantity.MetricKey.Length > 0 || quantity.Stage is not null)
        && !IsPassing(quantity.Stage) && !IsPassing(quantity.Metric)
        && (quantity.Kind == QuantityKind.Level || quantity.From is null || (quantity.From is { Month: 1 } from && from.Year == asOf.Year));

    /// <summary>在建33家, 未开工5个, 在谈项目41个: what is under way or yet to come grows fewer by being done.</summary>
    private static bool IsPassing(string? stage) =>
        stage is not null && (stage is "施工" || stage.StartsWith("在建", StringComparison.Ordinal) || stage.StartsWith("在谈", StringComparison.Ordinal) || stage.StartsWith("在手", StringComparison.Ordinal) || stage.StartsWith('未') || stage.StartsWith("尚未", StringComparison.Ordinal) || stage.StartsWith('待') || stage.StartsWith("正在", StringComparison.Ordinal));

    /// <summary>What makes two months' figures the same one.</summary>
    public static Fingerprint KeyOf(Quantity quantity) =>
        Fingerprint.Empty.With((int)quantity.Kind).With(quantity.BaseUnit).With(quantity.MetricKey).With(quantity.Scope).With(quantity.Whole).With(quantity.Stage is { Length: > 2 } stage && stage.StartsWith("完成", StringComparison.Ordinal) ? stage[2..] : quantity.Stage);
}
