namespace Luoshi.Core.Quantities;

/// <summary>Longest match against a fixed table, dispatched on the first character: one array read for the characters that begin no entry.</summary>
internal sealed class WordIndex<T>
{
    private readonly (string Word, T Value)[]?[] _byFirst = new (string, T)[]?[char.MaxValue + 1];

    public WordIndex(IEnumerable<(string Word, T Value)> entries)
    {
        foreach (var group in entries.GroupBy(entry => entry.Word[0]))
        {
            _byFirst[group.Key] = [.. group.OrderByDescending(entry => entry.Word.Length)];
        }
    }

    /// <summary>The longest entry that <paramref name="text"/> begins with; its length, or 0.</summary>
    public int Match(ReadOnlySpan<char> text, out T? value)
    {
        value = default;
        if (text.IsEmpty || _byFirst[text[0]] is not { } entries)
        {
            return 0;
        }

        // Most entries differ in the second character already: comparing it is cheaper than comparing spans.
        var second = text.Length > 1 ? text[1] : '\0';
        foreach (var (word, found) in entries)
        {
            if ((word.Length == 1 || word[1] == second) && text.StartsWith(word, StringComparison.Ordinal))
            {
                value = found;
                return word.Length;
            }
        }

        return 0;
    }
}
