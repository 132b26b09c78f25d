using System.Globalization;
using System.Text;

namespace Luoshi.Core.Searching;

/// <summary>
/// 二元组 — the words of the search index: every two neighbouring characters of a text, one word each, the last character alone. Words that
/// follow one another are then exactly a part of the text, and a single character is the beginning of a word. Each word carries the government's
/// number, so that no government pays for what another one wrote.
/// </summary>
public static class SearchGrams
{
    /// <summary>Longest word that can be asked for, in folded UTF-16 code units; neighbouring pieces of a text share as many.</summary>
    public const int LongestWord = 64;

    // PostgreSQL keeps 16,383 positions of a text and 256 of a word: a piece this long stays within both in any text that somebody would write.
    private const int PieceLength = 2_000;

    /// <summary>The folded text in pieces, each of which is indexed by itself. A word that may be asked for lies whole in one of them.</summary>
    public static IEnumerable<string> Pieces(string folded)
    {
        for (var start = 0; start == 0 || start < folded.Length; start += PieceLength)
        {
            // A pair that is cut in half would be two characters that are none.
            var from = start > 0 && char.IsLowSurrogate(folded[start]) ? start - 1 : start;
            var end = Math.Min(folded.Length, start + PieceLength + LongestWord);
            yield return folded[from..(end < folded.Length && char.IsLowSurrogate(folded[end]) ? end + 1 : end)];
        }
    }

    /// <summary>The words of a piece, in order.</summary>
    public static IReadOnlyList<string> Of(int governmentId, string folded)
    {
        var characters = folded.EnumerateRunes().Select(Letters).ToList();
        return [.. characters.Select((character, index) => Prefix(governmentId) + character + (index + 1 < characters.Count ? characters[index + 1] : ""))];
    }

    /// <summary>What to look for: words that follow one another, or with a single character the beginning of one.</summary>
    public static (IReadOnlyList<string> Grams, bool IsBeginning) Asked(int governmentId, string foldedWord)
    {
        var grams = Of(governmentId, foldedWord);
        return grams.Count == 1 ? (grams, true) : ([.. grams.SkipLast(1)], false);
    }

    private static string Prefix(int governmentId) => governmentId.ToString(CultureInfo.InvariantCulture) + "g";

    // Both databases' own readers would split a text at its punctuation, each in its own way. Four letters hold any character.
    private static string Letters(Rune rune)
    {
        Span<char> letters = stackalloc char[4];
        var rest = rune.Value;
        for (var i = 3; i >= 0; i--)
        {
            letters[i] = "0123456789abcdefghijklmnopqrstuvwxyz"[rest % 36];
            rest /= 36;
        }

        return letters.ToString();
    }
}
