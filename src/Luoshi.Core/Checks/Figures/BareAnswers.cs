using System.Buffers;
using System.Globalization;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Figures;

/// <summary>Cells that hold nothing but the answer: 95%, 98.4%（两镇偏慢）, 5155. Beside the row's only target there is nothing else they could be of.</summary>
internal static class BareAnswers
{
    private const int LongestLead = 12;

    private static readonly SearchValues<char> SaysWhen = SearchValues.Create("今年以来截至到目前上半季度月底末初日0123456789-一二三，");

    /// <summary>The figures with a bare percentage as the share of the target, or with a bare number in the target's own unit.</summary>
    public static IReadOnlyList<Quantity> AsAnswers(string progress, IReadOnlyList<Quantity> read, IReadOnlyList<StatedQuantity> targets)
    {
        if (read.Count > 1 || NumberAlone(progress) is not { } number || targets.Where(target => target.Quantity.Kind != QuantityKind.Deadline).Take(2).ToList() is not [{ Quantity: { BaseValue: not 0 } asked }] || !Kinds.IsVolume(asked))
        {
            return read;
        }

        if (read is [{ Kind: QuantityKind.Ratio, MetricKey: "" } share])
        {
            return [share with { Kind = QuantityKind.ShareOfPlan, Whole = "任务" }];
        }

        return read.Count == 0 && number.IsPlain && decimal.TryParse(number.Span.Of(progress), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? [new Quantity { Span = number.Span, ValueSpan = number.Span, Kind = asked.Kind, Comparator = Comparator.Equal, Value = value, Unit = asked.Unit, BaseValue = Times(value, asked), BaseUnit = asked.BaseUnit, Role = QuantityRole.Result }]
            : read;
    }

    private static decimal? Times(decimal value, Quantity asked) => asked is { Value: { } aim and not 0, BaseValue: { } baseAim } && value < 1_000_000_000_000 ? value * (baseAim / aim) : null;

    /// <summary>The number that is all the cell says but for the day it is of and a remark in brackets; plain without a percent sign. Null for any other cell.</summary>
    private static (TextSpan Span, bool IsPlain)? NumberAlone(string progress)
    {
        // 截至6月底，95%.
        var lead = progress.AsSpan(0, Math.Min(progress.Length, LongestLead)).IndexOf('，') + 1;
        var start = progress.AsSpan(0, lead).IndexOfAnyExcept(SaysWhen) < 0 ? lead : 0;
        while (start < progress.Length && char.IsWhiteSpace(progress[start]))
        {
            start++;
        }

        var end = start;
        while (end < progress.Length && (char.IsAsciiDigit(progress[end]) || (progress[end] == '.' && end > start)))
        {
            end++;
        }

        var rest = progress.AsSpan(end).Trim("。； \n");
        var isShare = rest.StartsWith("%");
        rest = isShare ? rest[1..].Trim() : rest;
        return end > start && (rest.IsEmpty || (rest[0] is '（' && rest.IndexOf('）') == rest.Length - 1)) ? (TextSpan.Between(start, end), !isShare) : null;
    }
}
