using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Figures;

/// <summary>What a rule makes of the figures that were read: some of them changed where they stand, or others among them.</summary>
internal static class ReadFigures
{
    /// <summary>The figures with those changed that <paramref name="change"/> says something else of; the same list where it changes none.</summary>
    public static IReadOnlyList<Quantity> Changed(IReadOnlyList<Quantity> read, Func<Quantity, Quantity?> change)
    {
        List<Quantity>? changed = null;
        for (var at = 0; at < read.Count; at++)
        {
            if (change(read[at]) is { } other)
            {
                changed ??= [.. read];
                changed[at] = other;
            }
        }

        return changed ?? read;
    }

    /// <summary>The figures with those that were found in words, in the order of the text; what is a part of another figure still points to it.</summary>
    public static IReadOnlyList<Quantity> With(IReadOnlyList<Quantity> read, IReadOnlyList<Quantity> added)
    {
        if (added.Count == 0)
        {
            return read;
        }

        var order = read.Select((quantity, at) => (quantity, at)).Concat(added.Select(quantity => (quantity, at: -1))).OrderBy(each => each.quantity.ValueSpan.Start).ToList();
        var places = new int[read.Count];
        for (var place = 0; place < order.Count; place++)
        {
            if (order[place].at >= 0)
            {
                places[order[place].at] = place;
            }
        }

        return order.ConvertAll(each => each is { at: >= 0, quantity.WholeIndex: { } whole } ? each.quantity with { WholeIndex = places[whole] } : each.quantity);
    }
}
