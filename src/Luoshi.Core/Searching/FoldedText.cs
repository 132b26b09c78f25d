using System.Text;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reading;

namespace Luoshi.Core.Searching;

/// <summary>
/// A text as it is searched: white space gone, letters small, full-width made half-width, 2,400 written 2400. A word is found where the folded
/// text contains the folded word, and shown where it stands in the text as written.
/// </summary>
public sealed class FoldedText
{
    private readonly List<TextSpan> _origins;

    private FoldedText(string folded, List<TextSpan> origins) => (Folded, _origins) = (folded, origins);

    public string Folded { get; }

    public static FoldedText Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        var origins = new List<TextSpan>(text.Length);
        for (var i = 0; i < text.Length;)
        {
            // Half a pair is no character: neither database would take it.
            var isWhole = Rune.TryGetRuneAt(text, i, out var whole);
            var rune = isWhole ? whole : Rune.ReplacementChar;
            var next = i + (isWhole ? whole.Utf16SequenceLength : 1);
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && rune.Value is not (0x200B or 0xFEFF) && !PlainText.IsGrouping(text, i))
            {
                var small = Rune.ToLowerInvariant(rune.IsBmp ? new Rune(PlainText.HalfWidth((char)rune.Value)) : rune).ToString();
                folded.Append(small);
                origins.AddRange(Enumerable.Repeat(TextSpan.Between(i, next), small.Length));
            }

            i = next;
        }

        return new FoldedText(folded.ToString(), origins);
    }

    /// <summary>Where the folded word stands in the text as written; the stretches do not overlap.</summary>
    public IEnumerable<TextSpan> Find(string foldedWord)
    {
        for (var at = 0; foldedWord.Length > 0 && (at = Folded.IndexOf(foldedWord, at, StringComparison.Ordinal)) >= 0; at += foldedWord.Length)
        {
            var (first, last) = (_origins[at], _origins[at + foldedWord.Length - 1]);
            yield return TextSpan.Between(first.Start, last.End);
        }
    }
}
