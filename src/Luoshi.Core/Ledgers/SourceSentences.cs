using Luoshi.Core.Reading;

namespace Luoshi.Core.Ledgers;

/// <summary>A sentence of a work report in its place. <paramref name="Theme"/> is the innermost heading without its number.</summary>
public sealed record ReportSentence(int Position, string Heading, string Theme, string Text);

/// <summary>原文 — takes a work report apart and finds the sentence that a task was made of.</summary>
public static class SourceSentences
{
    // On the sample district 113 of 114 tasks score above 0.66, their runner-up below 0.42; a task that shares half its words with a sentence is another one.
    private const double Threshold = 0.6;

    private const double Lead = 0.25;

    private const int LongestHeading = 40;

    private const string BetweenHeadings = " / ";

    /// <summary>
    /// The sentences in their order, under the headings they stand under. What looks back on the year gone by is left out: its figures are last
    /// year's, and nothing of it is promised.
    /// </summary>
    public static IReadOnlyList<ReportSentence> Read(IEnumerable<string> paragraphs)
    {
        var sentences = new List<ReportSentence>();
        var headings = new List<(int Level, string Text)>();
        foreach (var paragraph in paragraphs.Select(text => text.Trim()).Where(text => text.Length > 0))
        {
            if (LevelOf(paragraph) is { } level)
            {
                headings.RemoveAll(heading => heading.Level >= level);
                headings.Add((level, paragraph));
                continue;
            }

            if (headings.Exists(heading => heading.Text.Contains("回顾", StringComparison.Ordinal)))
            {
                continue;
            }

            foreach (var sentence in Split(paragraph))
            {
                sentences.Add(new ReportSentence(sentences.Count + 1, string.Join(BetweenHeadings, headings.Select(heading => heading.Text)), headings.Count == 0 ? "" : ListMark.Strip(headings[^1].Text), sentence));
            }
        }

        return sentences;
    }

    /// <summary>
    /// The sentence whose words hold most of the task's; null when none holds enough of them, or when another holds nearly as many: which of two is
    /// meant is for people to say.
    /// </summary>
    public static ReportSentence? Find(IReadOnlyList<ReportSentence> sentences, string content)
    {
        var wanted = Pairs(content);
        if (wanted.Count == 0)
        {
            return null;
        }

        var (best, second) = (0d, 0d);
        ReportSentence? found = null;
        foreach (var sentence in sentences)
        {
            var there = Pairs(sentence.Text);
            var score = (double)wanted.Count(there.Contains) / wanted.Count;
            if (score > best)
            {
                (second, best, found) = (best, score, sentence);
            }
            else
            {
                second = Math.Max(second, score);
            }
        }

        return best >= Threshold && best - second >= Lead ? found : null;
    }

    // 一、 stands above （一）; a line that ends like a sentence is one, however it begins.
    private static int? LevelOf(string line) =>
        line.Length > LongestHeading || line[^1] is '。' or '；' or '：' or '！' || !ListMark.TryRead(line, out _, out _) ? null
        : line[0] is '（' or '(' ? 2
        : char.IsAsciiDigit(line[0]) ? 3
        : 1;

    private static IEnumerable<string> Split(string paragraph)
    {
        var start = 0;
        for (var at = 0; at < paragraph.Length; at++)
        {
            if (paragraph[at] is '。' or '！' or '？')
            {
                yield return paragraph[start..(at + 1)];
                start = at + 1;
            }
        }

        if (start < paragraph.Length)
        {
            yield return paragraph[start..];
        }
    }

    private static HashSet<(char, char)> Pairs(string text)
    {
        var letters = text.Where(char.IsLetterOrDigit).ToList();
        return [.. letters.Zip(letters.Skip(1))];
    }
}
