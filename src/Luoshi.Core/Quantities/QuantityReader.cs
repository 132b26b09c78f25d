using System.Globalization;

namespace Luoshi.Core.Quantities;

/// <summary>Reads the quantities of Chinese official texts. The same text gives the same list, in time linear in its length.</summary>
public static class QuantityReader
{
    /// <summary>The figures of <paramref name="text"/> in the order in which they stand there. Never throws on any text.</summary>
    public static IReadOnlyList<Quantity> Read(string text, QuantityContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var found = new List<Quantity>();
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && end - start < 28 && (char.IsAsciiDigit(text[end]) || (end > start && text[end] == '.')))
            {
                end++;
            }

            if (end < text.Length && text[end] == '%' && decimal.TryParse(text.AsSpan(start, end - start), CultureInfo.InvariantCulture, out var value))
            {
                var span = TextSpan.Between(start, end + 1);
                var target = context.Field == QuantityField.Content;
                found.Add(new Quantity
                {
                    Span = span,
                    ValueSpan = span,
                    Kind = QuantityKind.Ratio,
                    Comparator = target ? Comparator.AtLeast : Comparator.Equal,
                    Value = value,
                    Unit = "%",
                    BaseValue = value,
                    BaseUnit = "%",
                    Role = target ? QuantityRole.Target : QuantityRole.Result,
                });
            }

            start = Math.Max(start, end - 1);
        }

        return found;
    }
}
