using System.Text;
using Luoshi.Core.Reading;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>A progress text as it is compared with others: letters, digits and Han only, cut into pieces of four.</summary>
internal sealed class TextShape
{
    private const int Piece = 4;

    // Sorted and distinct.
    private readonly ulong[] _pieces;

    private TextShape(string text, ulong[] pieces)
    {
        Text = text;
        _pieces = pieces;
    }

    public string Text { get; }

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
            pieces[i] = Fingerprint.Mixed(((ulong)bare[i] << 48) | ((ulong)bare[i + 1] << 32) | ((ulong)bare[i + 2] << 16) | bare[i + 3]);
        }

        Array.Sort(pieces);
        var distinct = 0;
        foreach (var piece in pieces)
        {
            if (distinct == 0 || pieces[distinct - 1] != piece)
            {
                pieces[distinct++] = piece;
            }
        }

        Array.Resize(ref pieces, distinct);
        return new TextShape(bare, pieces);
    }

    /// <summary>Common pieces over all pieces (Jaccard).</summary>
    public double SimilarityTo(TextShape other)
    {
        if (_pieces.Length == 0 || other._pieces.Length == 0)
        {
            return Text == other.Text ? 1 : 0;
        }

        var common = CommonWith(other);
        return (double)common / (_pieces.Length + other._pieces.Length - common);
    }

    /// <summary>How much of this text stands in the other.</summary>
    public double ShareIn(TextShape other) => _pieces.Length == 0 ? 0 : (double)CommonWith(other) / _pieces.Length;

    private int CommonWith(TextShape other)
    {
        var common = 0;
        for (int i = 0, j = 0; i < _pieces.Length && j < other._pieces.Length;)
        {
            var order = _pieces[i].CompareTo(other._pieces[j]);
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
        foreach (var piece in _pieces)
        {
            smallest = Math.Min(smallest, Fingerprint.Mixed(piece ^ seed));
        }

        return smallest;
    }
}
