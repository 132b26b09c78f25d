using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Answers;

/// <summary>累计建成充电桩6000个，今年新建1500个; “十四五”期间治理90处: promised is how many there will be in all, which is no answer to what comes this year, and is answered by no such figure.</summary>
internal static class TotalsAsked
{
    private const string Total = "累计";

    public static bool Is(CheckedRow row, Quantity target) =>
        Kinds.IsVolume(target) && (IsOfSeveralYears(target) || Yearly(row, target) is not null);

    /// <summary>How many there were at the beginning of the year, by what the task says is to come in it; null where it does not say that.</summary>
    public static decimal? Before(CheckedRow row, Quantity target) =>
        !IsOfSeveralYears(target) && Yearly(row, target) is { BaseValue: { } coming } && target.BaseValue is { } all ? all - coming : null;

    /// <summary>Whether the reading is this year's beside a total of the same in the row.</summary>
    public static bool IsOfTheYear(CheckedRow row, Quantity reading) =>
        !SaysTotal(row.Progress, reading) && row.Stated.Any(total => total.Role == QuantityRole.Result && total.BaseUnit == reading.BaseUnit && total.BaseValue > reading.BaseValue && total.MetricKey == reading.MetricKey && SaysTotal(row.Progress, total));

    private static bool IsOfSeveralYears(Quantity target) => target is { From: { } from, To: { } to } && from.Year < to.Year;

    /// <summary>今年新建1500个 beside 累计建成6000个: the promise of the same things for the year.</summary>
    private static Quantity? Yearly(CheckedRow row, Quantity target) =>
        Kinds.IsVolume(target) && SaysTotal(row.Content, target) && row.Targets.FirstOrDefault(stated => ReferenceEquals(stated.Quantity, target)) is { Source.Field: "content" }
            ? row.Targets.Select(other => other.Quantity).FirstOrDefault(other => other.MetricKey == target.MetricKey && other.MetricKey.Length > 1 && other.Kind == target.Kind && other.BaseUnit == target.BaseUnit && other.BaseValue < target.BaseValue && !SaysTotal(row.Content, other))
            : null;

    private static bool SaysTotal(string text, Quantity quantity)
    {
        if (quantity.ValueSpan.End > text.Length)
        {
            return false;
        }

        var clause = Clauses.Around(text, quantity.ValueSpan);
        return text.AsSpan(clause.Start, Math.Max(0, quantity.ValueSpan.Start - clause.Start)).Contains(Total, StringComparison.Ordinal);
    }
}
