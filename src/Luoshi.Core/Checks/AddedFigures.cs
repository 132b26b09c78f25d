using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks;

/// <summary>Figures that a rule finds in words, put among those that were read.</summary>
internal static class AddedFigures
{
    /// <summary>All of them in the order of the text; what is a part of another figure still points to it.</summary>
    public static IReadOnlyList<Quantity> Among(IReadOnlyList<Quantity> read, IReadOnlyList<Quantity> added)
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
