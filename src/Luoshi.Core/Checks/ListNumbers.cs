using System.Globalization;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks;

/// <summary>1.12个示范村均已开工: at the head of a line the number of the item runs into the count behind it. Nothing is counted in hundredths.</summary>
internal static class ListNumbers
{
    private const decimal MostItems = 30;

    /// <summary>The figures with such counts as they are counted.</summary>
    public static IReadOnlyList<Quantity> Apart(string text, IReadOnlyList<Quantity> read) => ReadFigures.Changed(
        read,
        count => count is { Kind: QuantityKind.Count, Value: { } value and < MostItems } && value != Math.Truncate(value) && count.Unit == count.BaseUnit && IsAtHead(text, count.ValueSpan.Start) && text.IndexOf('.', count.ValueSpan.Start, count.ValueSpan.Length) is > 0 and var dot ? Behind(text, count, dot + 1) : null);

    private static bool IsAtHead(string text, int start) => start == 0 || text[start - 1] is '\n' or '；' or '。';

    private static Quantity? Behind(string text, Quantity count, int start)
    {
        var end = start;
        while (end < count.ValueSpan.End && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end > start && decimal.TryParse(text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? count with { Value = value, BaseValue = value, ValueSpan = TextSpan.Between(start, count.ValueSpan.End), Span = count.Span.Start < start ? TextSpan.Between(start, count.Span.End) : count.Span }
            : null;
    }
}
