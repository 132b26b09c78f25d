namespace Luoshi.Core.Quantities;

/// <summary>Reads the quantities of Chinese official texts. The same text gives the same list, in time linear in its length.</summary>
public static class QuantityReader
{
    /// <summary>The figures of <paramref name="text"/> in the order in which they stand there. Never throws on any text.</summary>
    public static IReadOnlyList<Quantity> Read(string text, QuantityContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var plain = PlainForm.Of(text);
        var found = ReadPlain(plain.Text, context);
        return plain.IsAsWritten ? found : [.. found.Select(plain.Written)];
    }

    private static List<Quantity> ReadPlain(string text, QuantityContext context)
    {
        var simplified = Traditional.Simplify(text);
        var lexer = new Lexer(simplified);
        var tokens = lexer.Read();
        Filters.Apply(simplified, tokens, lexer.Measures);
        var found = InTextOrder(simplified, new SentenceReader(simplified, tokens, lexer.Measures, lexer.Dates, context).Read());
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
    private static List<Quantity> InTextOrder(string text, List<Quantity> found)
    {
        var kept = Nested(text, Sorted([.. Enumerable.Range(0, found.Count)], found), found);
        kept = Sorted(kept, found);
        var places = new int[found.Count];
        Array.Fill(places, -1);
        for (var place = 0; place < kept.Count; place++)
        {
            places[kept[place]] = place;
        }

        var quantities = new List<Quantity>(kept.Count);
        foreach (var index in kept)
        {
            var quantity = found[index];
            quantities.Add(quantity.WholeIndex is { } whole ? quantity with { WholeIndex = places[whole] is >= 0 and var place ? place : null } : quantity);
        }

        return quantities;
    }

    /// <summary>The indexes by where their statements begin, the longer first. Most stand so already.</summary>
    private static List<int> Sorted(List<int> indexes, List<Quantity> found)
    {
        for (var at = 1; at < indexes.Count; at++)
        {
            var (before, span) = (found[indexes[at - 1]].Span, found[indexes[at]].Span);
            if (before.Start > span.Start || (before.Start == span.Start && before.Length < span.Length))
            {
                return [.. indexes.OrderBy(index => found[index].Span.Start).ThenByDescending(index => found[index].Span.Length)];
            }
        }

        return indexes;
    }

    /// <summary>
    /// Makes statements that cross stand apart: a noun between two figures stays with the first.
    /// Words that were read twice are kept once.
    /// </summary>
    private static List<int> Nested(string text, List<int> order, List<Quantity> found)
    {
        var kept = new List<int>(order.Count);
        var around = new Stack<int>();
        foreach (var index in order)
        {
            var span = found[index].Span;
            while (around.TryPeek(out var last) && found[last].Span.End <= span.Start)
            {
                around.Pop();
            }

            foreach (var outer in around)
            {
                var other = found[outer];
                if (other.Span.Contains(span))
                {
                    break;
                }

                if (other.Span.End > span.Start && found[index].ValueSpan.Start < other.Span.End && other.ValueSpan.End <= span.Start)
                {
                    found[outer] = other with { Span = TextSpan.Between(other.Span.Start, span.Start) };
                }
                else if (other.Span.End > span.Start)
                {
                    span = TextSpan.Between(SkipBrackets(text, other.Span.End, found[index].ValueSpan.Start), Math.Max(span.End, other.Span.End));
                }
            }

            if (!span.Contains(found[index].ValueSpan))
            {
                continue;
            }

            while (around.TryPeek(out var passed) && found[passed].Span.End <= span.Start)
            {
                around.Pop();
            }

            found[index] = found[index].Span == span ? found[index] : found[index] with { Span = span };
            around.Push(index);
            kept.Add(index);
        }

        return kept;
    }

    /// <summary>66个村（社区）已有59个, 8个项目中3个: what stands in brackets behind a noun goes with it, and 中 with neither.</summary>
    private static int SkipBrackets(string text, int start, int limit)
    {
        start += start < limit && text[start] is '中' ? 1 : 0;
        if (start >= limit || text[start] is not ('（' or '('))
        {
            return start;
        }

        var close = text.AsSpan(start, limit - start).IndexOfAny('）', ')');
        return close < 0 ? start : start + close + 1;
    }
}
