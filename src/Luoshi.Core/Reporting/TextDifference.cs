using System.Text;
using Luoshi.Core.Reading;

namespace Luoshi.Core.Reporting;

/// <summary>What a piece of text is to a difference.</summary>
public enum TextChange
{
    Same,
    Removed,
    Added,
}

/// <summary>A piece of one text or of both.</summary>
public readonly record struct TextSegment(TextChange Change, string Text);

/// <summary>
/// 文本差异 — what was changed in a text since it was last seen. A figure is one word: 2,400套 that became 2,600套 shows 2,400 and 2,600,
/// never the digit between. Texts with little in common are compared sentence by sentence, so that chance characters join nothing.
/// </summary>
public static class TextDifference
{
    // Bounds the work (its square) and the memory; beyond it a difference is no longer read by anybody.
    private const int MostEdits = 1_000;

    /// <summary>
    /// The segments in the order of the text, no two of a kind beside each other, what was removed before what came in its place.
    /// Same and Removed make <paramref name="before"/>, Same and Added make <paramref name="after"/>.
    /// </summary>
    public static IReadOnlyList<TextSegment> Between(string before, string after)
    {
        var (old, now) = (TextWords.Split(before), TextWords.Split(after));
        var farApart = Math.Min(MostEdits, (old.Count + now.Count) * 3 / 5);
        var segments = Compare(old, now, farApart) ?? Compare(TextWords.Sentences(before), TextWords.Sentences(after), MostEdits);
        return segments ?? [new(TextChange.Removed, before), new(TextChange.Added, after)];
    }

    /// <summary>Myers' greedy O(ND) walk (1986); null once more than <paramref name="most"/> words would have to be removed and added.</summary>
    private static List<TextSegment>? Compare(List<string> old, List<string> now, int most)
    {
        // Entry k of the furthest: how far into the old words the diagonal k (old minus now) was followed; each round keeps what the last one had.
        var rounds = new List<int[]>();
        var furthest = new int[2 * most + 3];
        for (var edits = 0; edits <= most; edits++)
        {
            rounds.Add(furthest.AsSpan(most + 1 - edits, 2 * edits + 1).ToArray());
            for (var k = -edits; k <= edits; k += 2)
            {
                var at = most + 1 + k;
                var x = k == -edits || (k != edits && furthest[at - 1] < furthest[at + 1]) ? furthest[at + 1] : furthest[at - 1] + 1;
                for (; x < old.Count && x - k < now.Count && old[x] == now[x - k]; x++)
                {
                }

                furthest[at] = x;
                if (x >= old.Count && x - k >= now.Count)
                {
                    return Segments(old, now, rounds);
                }
            }
        }

        return null;
    }

    /// <summary>The walk again from its end.</summary>
    private static List<TextSegment> Segments(List<string> old, List<string> now, List<int[]> rounds)
    {
        var path = new Stack<TextSegment>();
        var (x, y) = (old.Count, now.Count);
        for (var edits = rounds.Count - 1; edits >= 0; edits--)
        {
            var (k, furthest) = (x - y, rounds[edits]);
            var isAddition = k == -edits || (k != edits && furthest[edits + k - 1] < furthest[edits + k + 1]);
            var from = edits == 0 ? 0 : isAddition ? furthest[edits + k + 1] : furthest[edits + k - 1] + 1;
            for (; x > from && y > from - k; x--, y--)
            {
                path.Push(new(TextChange.Same, old[x - 1]));
            }

            if (edits > 0)
            {
                path.Push(isAddition ? new(TextChange.Added, now[--y]) : new(TextChange.Removed, old[--x]));
            }
        }

        return Gathered(path);
    }

    private static List<TextSegment> Gathered(Stack<TextSegment> path)
    {
        var turns = new List<Turn>();
        while (path.Count > 0)
        {
            var turn = new Turn(Take(path, TextChange.Same), "", "");
            while (path.TryPeek(out var next) && next.Change != TextChange.Same)
            {
                turn = turn with { Removed = turn.Removed + Take(path, TextChange.Removed), Added = turn.Added + Take(path, TextChange.Added) };
            }

            // 管网 that became 管线 beside another replaced word: a lone character that stayed by chance is no help to the reader.
            if (turns.Count > 0 && turns[^1].IsReplacement && turn.IsReplacement && turn.Same is [var lone] && PlainText.IsHan(lone) && !TextWords.IsNumeral(lone))
            {
                turns[^1] = turns[^1] with { Removed = turns[^1].Removed + lone + turn.Removed, Added = turns[^1].Added + lone + turn.Added };
            }
            else
            {
                turns.Add(turn);
            }
        }

        return [.. turns.SelectMany(turn => turn.Segments()).Where(segment => segment.Text.Length > 0)];
    }

    private static string Take(Stack<TextSegment> path, TextChange change)
    {
        var text = new StringBuilder();
        while (path.TryPeek(out var next) && next.Change == change)
        {
            text.Append(path.Pop().Text);
        }

        return text.ToString();
    }

    /// <summary>What stayed, and what changed after it.</summary>
    private sealed record Turn(string Same, string Removed, string Added)
    {
        public bool IsReplacement => Removed.Length > 0 && Added.Length > 0;

        public TextSegment[] Segments() => [new(TextChange.Same, Same), new(TextChange.Removed, Removed), new(TextChange.Added, Added)];
    }
}
