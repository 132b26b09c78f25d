namespace Luoshi.Core.Quantities;

/// <summary>Reads the quantities of Chinese official texts. The same text gives the same list, in time linear in its length.</summary>
public static class QuantityReader
{
    /// <summary>The figures of <paramref name="text"/> in the order in which they stand there. Never throws on any text.</summary>
    public static IReadOnlyList<Quantity> Read(string text, QuantityContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var simplified = Traditional.Simplify(text);
        var lexer = new Lexer(simplified);
        var tokens = lexer.Read();
        Filters.Apply(simplified, tokens, lexer.Measures);
        var found = InTextOrder(new SentenceReader(simplified, tokens, lexer.Measures, lexer.Dates, context).Read());
        return ReferenceEquals(simplified, text) ? found : [.. found.Select(quantity => quantity with { Unit = AsWritten(quantity, text, simplified) })];
    }

    private static string AsWritten(Quantity quantity, string text, string simplified)
    {
        var start = quantity.ValueSpan.End - quantity.Unit.Length;
        return start >= 0 && string.CompareOrdinal(simplified, start, quantity.Unit, 0, quantity.Unit.Length) == 0
            ? text.Substring(start, quantity.Unit.Length)
            : quantity.Unit;
    }

    /// <summary>A base in parentheses is found before the share around it; the reader's list stands in the order of the text.</summary>
    private static List<Quantity> InTextOrder(List<Quantity> found)
    {
        var order = Enumerable.Range(0, found.Count).OrderBy(index => found[index].Span.Start).ThenByDescending(index => found[index].Span.Length).ToArray();
        var places = new int[found.Count];
        for (var place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        var ordered = new List<Quantity>(found.Count);
        var around = new Stack<TextSpan>();
        foreach (var index in order)
        {
            var quantity = found[index].WholeIndex is { } whole ? found[index] with { WholeIndex = places[whole] } : found[index];
            while (around.TryPeek(out var last) && last.End <= quantity.Span.Start)
            {
                around.Pop();
            }

            // A noun between two figures belongs to the first: the second's statement begins behind it.
            if (around.TryPeek(out var outer) && !outer.Contains(quantity.Span))
            {
                quantity = quantity with { Span = TextSpan.Between(Math.Min(outer.End, quantity.ValueSpan.Start), quantity.Span.End) };
                around.Pop();
            }

            around.Push(quantity.Span);
            ordered.Add(quantity);
        }

        return ordered;
    }
}
