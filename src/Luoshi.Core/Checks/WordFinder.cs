using System.Buffers;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks;

/// <summary>Finds the first of many words in a text in one pass.</summary>
internal sealed class WordFinder
{
    private readonly string[] _words;
    private readonly SearchValues<string> _search;

    public WordFinder(string words)
    {
        _words = [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).OrderByDescending(word => word.Length)];
        _search = SearchValues.Create(_words, StringComparison.Ordinal);
    }

    public bool In(ReadOnlySpan<char> text) => text.IndexOfAny(_search) >= 0;

    /// <summary>The first word in the part of the text, the longest where several begin there; null for none.</summary>
    public TextSpan? Find(string text, TextSpan within)
    {
        var part = text.AsSpan(within.Start, within.Length);
        var at = part.IndexOfAny(_search);
        if (at < 0)
        {
            return null;
        }

        foreach (var word in _words)
        {
            if (part[at..].StartsWith(word, StringComparison.Ordinal))
            {
                return new TextSpan(within.Start + at, word.Length);
            }
        }

        return null;
    }

    /// <summary>Every place where one of the words begins, from left to right, not overlapping.</summary>
    public IEnumerable<TextSpan> All(string text)
    {
        for (var from = 0; from < text.Length && Find(text, TextSpan.Between(from, text.Length)) is { } found; from = found.End)
        {
            yield return found;
        }
    }
}
