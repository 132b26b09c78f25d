using Luoshi.Core.Reporting;

namespace Luoshi.Core.Quantities;

/// <summary>Decides what a figure is said for, and up to which month, from the words around it and the document's period.</summary>
internal sealed record FigureRoles(QuantityContext Context, SentenceState State, Lead Lead, Unit Unit, Trailer Trailer, bool Restated, bool Compares, bool ComparesWithPlan, bool ChangesRate, bool IsExpected)
{
    public QuantityRole RoleOf(QuantityKind kind)
    {
        if (Lead.Is(WordClass.From) || Trailer.Is(WordClass.Becomes) || IsPast())
        {
            return QuantityRole.Baseline;
        }

        if (Context.Field == QuantityField.Content)
        {
            return QuantityRole.Target;
        }

        if (Restated)
        {
            return QuantityRole.Restated;
        }

        if (State.Planned || State.Strive || Trailer.Planned || IsLater())
        {
            return QuantityRole.Plan;
        }

        if (IsExpected && State.Period is { } period && Context.AsOf is { } asOf && period.To > asOf)
        {
            return QuantityRole.Plan;
        }

        var differs = kind is QuantityKind.Growth or QuantityKind.ShareOfPlan && (Unit.Class != UnitClass.Share || ComparesWithPlan);
        return differs && (Compares || ChangesRate || Lead.Is(WordClass.YearOnYear)) ? QuantityRole.Comparison : QuantityRole.Result;
    }

    private bool IsPast() => State.Period is { } period && Context.AsOf is { } asOf && period.To.Year < asOf.Year;

    private bool IsLater() => State.Period is { } period && Context.AsOf is { } asOf && period.From > asOf;

    /// <summary>今年已建成5个 in June is January to June.</summary>
    public ReportingPeriod? LastMonth(QuantityRole role) =>
        State.Period is { } period && Context.AsOf is { } asOf && role is QuantityRole.Result or QuantityRole.Comparison && period.From <= asOf && period.To > asOf
            ? asOf
            : State.Period?.To;
}
