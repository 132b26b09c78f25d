using System.Text;
using Luoshi.Core.Reading;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>A progress text as it is compared with others: letters, digits and Han only, cut into pieces of four.</summary>
internal sealed class TextShape
{
    private const int Piece = 4;

    private TextShape(string text, ulong[] pieces)
    {
        Text = text;
        Pieces = pieces;
    }

    public string Text { get; }

    /// <summary>Hashes of the pieces, sorted and distinct.</summary>
    public IReadOnlyList<ulong> Pieces { get; }

    public static TextShape Of(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var original in text)
        {
            var character = PlainText.HalfWidth(original);
            if (char.IsLetterOrDigit(character))
            {
                kept.Append(char.ToLowerInvariant(character));
            }
        }

        var bare = kept.ToString();
        var pieces = new ulong[Math.Max(0, bare.Length - Piece + 1)];
        for (var i = 0; i < pieces.Length; i++)
        {
            pieces[i] = Mixed(((ulong)bare[i] << 48) | ((ulong)bare[i + 1] << 32) | ((ulong)bare[i + 2] << 16) | bare[i + 3]);
        }

        Array.Sort(pieces);
        return new TextShape(bare, [.. pieces.Distinct()]);
    }

    /// <summary>Common pieces over all pieces (Jaccard).</summary>
    public double SimilarityTo(TextShape other)
    {
        if (Pieces.Count == 0 || other.Pieces.Count == 0)
        {
            return Text == other.Text ? 1 : 0;
        }

        var common = CommonWith(other);
        return (double)common / (Pieces.Count + other.Pieces.Count - common);
    }

    /// <summary>How much of this text stands in the other.</summary>
    public double ShareIn(TextShape other) => Pieces.Count == 0 ? 0 : (double)CommonWith(other) / Pieces.Count;

    private int CommonWith(TextShape other)
    {
        var common = 0;
        for (int i = 0, j = 0; i < Pieces.Count && j < other.Pieces.Count;)
        {
            var order = Pieces[i].CompareTo(other.Pieces[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return common;
    }

    /// <summary>The smallest of the pieces' hashes after another mixing: equal for two texts as often as their pieces are common (MinHash, Broder 1997).</summary>
    public ulong Smallest(ulong seed)
    {
        var smallest = ulong.MaxValue;
        foreach (var piece in Pieces)
        {
            smallest = Math.Min(smallest, Mixed(piece ^ seed));
        }

        return smallest;
    }

    // The finisher of SplitMix64: every bit of the input changes half of the output.
    public static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
