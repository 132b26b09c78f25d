using Luoshi.Core.Checks.Answers;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Names;

/// <summary>完成筛查3495人，完成率47.23%, where 7400人 are asked for: the share printed behind a figure says to its last digit of which promise the figure is.</summary>
internal static class ConfirmedShares
{
    private const int Nearest = 12;

    /// <summary>Whether the reading, by its index, is confirmed as the target's and as no other's, where its name does not say it.</summary>
    public static bool Tell(CheckedRow row, IReadOnlyList<StatedQuantity> readings, Quantity target, int index)
    {
        var reading = readings[index].Quantity;
        return index + 1 < readings.Count && Kinds.IsVolume(reading) && readings[index + 1].Quantity is { Kind: QuantityKind.ShareOfPlan, Value: { } printed } share && share.Span.Start - reading.Span.End is >= 0 and <= Nearest && IsOfTheTask(row.Progress, share)
            && Fits(target, reading, printed) && MetricMatch.Best(target.MetricKey, reading.MetricKey) < MetricMatch.Enough && row.Targets.Count(other => Fits(other.Quantity, reading, printed)) == 1;
    }

    private static bool IsOfTheTask(string text, Quantity share) => ShareOfTarget.Is(share) || (share.Whole is null && share.Span.Of(text) is var words && (words.Contains("完成率", StringComparison.Ordinal) || words.Contains("完成进度", StringComparison.Ordinal)));

    // A share is printed to its last digit, rounded or cut off; a whole number of points must be rounded to be believed.
    private static bool Fits(Quantity target, Quantity reading, decimal printed) =>
        target.Kind == reading.Kind && target.BaseUnit == reading.BaseUnit && Numbers.Ratio(reading.BaseValue, target.BaseValue) is { } ratio && Math.Abs((ratio * 100) - printed) <= (printed == Math.Truncate(printed) ? 0.5m : printed.Scale == 1 ? 0.1m : 0.01m);
}
