using System.Text;

namespace Luoshi.Core.Meetings;

/// <summary>
/// A task's content as it is compared: letters, digits and Han characters only, full-width forms made narrow, so that a comma, a space
/// or a line break more makes no other task. Similarity is counted on pairs of neighbouring characters, which needs no word list.
/// </summary>
internal sealed class ContentKey
{
    // Below this many pairs a text is too short for "contained in the other" to mean anything.
    private const int PairsForContainment = 8;

    public ContentKey(string content)
    {
        var text = new StringBuilder(content.Length);
        var figures = new StringBuilder();
        foreach (var original in content)
        {
            var character = original is >= '！' and <= '～' ? (char)(original - '！' + '!') : original;
            if (!char.IsLetterOrDigit(character))
            {
                // A figure's own point and percent sign decide: 1.5 is not 15.
                if (character is '.' or '%' && figures.Length > 0)
                {
                    figures.Append(character);
                }

                continue;
            }

            text.Append(char.ToLowerInvariant(character));
            if (char.IsAsciiDigit(character))
            {
                figures.Append(character);
            }
            else if (figures.Length > 0 && figures[^1] != ' ')
            {
                figures.Append(' ');
            }
        }

        Text = text.ToString();
        Figures = figures.ToString().TrimEnd('.', ' ');
        Pairs = PairsOf(Text);
    }

    public string Text { get; }

    /// <summary>The figures in their order: what a promise is measured by.</summary>
    public string Figures { get; }

    /// <summary>Sorted and distinct.</summary>
    public IReadOnlyList<uint> Pairs { get; }

    /// <summary>
    /// 0 to 1: the share of common pairs (Dice); a text that is nearly whole inside the other counts as a shortened form of it.
    /// </summary>
    public double SimilarityTo(ContentKey other)
    {
        if (Pairs.Count == 0 || other.Pairs.Count == 0)
        {
            return Text == other.Text ? 1 : 0;
        }

        var common = 0;
        for (int i = 0, j = 0; i < Pairs.Count && j < other.Pairs.Count;)
        {
            var order = Pairs[i].CompareTo(other.Pairs[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        var dice = 2.0 * common / (Pairs.Count + other.Pairs.Count);
        var shorter = Math.Min(Pairs.Count, other.Pairs.Count);
        return shorter < PairsForContainment ? dice : Math.Max(dice, 0.8 * common / shorter);
    }

    private static uint[] PairsOf(string text)
    {
        var pairs = new SortedSet<uint>();
        for (var i = 1; i < text.Length; i++)
        {
            pairs.Add(((uint)text[i - 1] << 16) | text[i]);
        }

        return [.. pairs];
    }
}
