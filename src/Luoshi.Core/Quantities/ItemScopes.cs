namespace Luoshi.Core.Quantities;

/// <summary>
/// Keeps the place that figures are told of. One at the head of a sentence is said of all of it; one in the middle (步道12公里，城区建成4个；) is of its own
/// item, as are those at the head that it stands beside.
/// </summary>
internal sealed class ItemScopes
{
    /// <summary>How many figures had been found before this part of the sentence.</summary>
    private int _start;

    /// <summary>Whether an item has named its own place, and what the part is told of but for that.</summary>
    private bool _named;
    private string? _around;

    /// <summary>全区, 我市: by which a figure is of all there is.</summary>
    public static bool IsWhole(string scope) => Lexicon.Index.Match(scope, out var word) == scope.Length && (word & WordClass.Scope) != 0;

    /// <summary>Takes the place of a figure that <paramref name="found"/> others stand before.</summary>
    public void Take(SentenceState state, string scope, int found)
    {
        if (found > _start && scope != state.Scope)
        {
            (_around, _named) = (_named ? _around : state.Scope is { } head && IsWhole(head) ? head : null, true);
        }

        state.PlacesInTurn |= state.Scope is { } other && other != scope && !IsWhole(other);
        state.Scope = scope;
    }

    public void EndPart(SentenceState state, int found) => (state.Scope, _named, _start) = (_named ? _around : state.Scope, false, found);

    public void EndSentence(int found) => (_named, _start) = (false, found);
}
