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

    /// <summary>A base in parentheses is found before the share around it; the list stands in the order of the text.</summary>
    private static List<Quantity> InTextOrder(List<Quantity> found)
    {
        var kept = Nested([.. Enumerable.Range(0, found.Count).OrderBy(index => found[index].Span.Start).ThenByDescending(index => found[index].Span.Length)], found);
        kept = [.. kept.OrderBy(index => found[index].Span.Start).ThenByDescending(index => found[index].Span.Length)];
        var places = new Dictionary<int, int>(kept.Count);
        foreach (var index in kept)
        {
            places[index] = places.Count;
        }

        return [.. kept.Select(index => found[index] with { WholeIndex = found[index].WholeIndex is { } whole && places.TryGetValue(whole, out var place) ? place : null })];
    }

    /// <summary>
    /// Makes statements that cross stand apart: a noun between two figures stays with the second where the first can do without it.
    /// Words that were read twice are kept once.
    /// </summary>
    private static List<int> Nested(int[] order, List<Quantity> found)
    {
        var kept = new List<int>(order.Length);
        var around = new Stack<int>();
        foreach (var index in order)
        {
            var span = found[index].Span;
            while (around.TryPeek(out var outer) && !found[outer].Span.Contains(span))
            {
                if (found[outer].Span.End > span.Start && found[outer].ValueSpan.End <= span.Start)
                {
                    found[outer] = found[outer] with { Span = TextSpan.Between(found[outer].Span.Start, span.Start) };
                }
                else if (found[outer].Span.End > span.Start)
                {
                    span = TextSpan.Between(found[outer].Span.End, Math.Max(span.End, found[outer].Span.End));
                }

                around.Pop();
            }

            if (!span.Contains(found[index].ValueSpan))
            {
                continue;
            }

            found[index] = found[index] with { Span = span };
            around.Push(index);
            kept.Add(index);
        }

        return kept;
    }
}
