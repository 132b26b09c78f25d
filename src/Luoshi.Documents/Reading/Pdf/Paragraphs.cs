using System.Text;
using System.Text.RegularExpressions;

namespace Luoshi.Documents.Reading.Pdf;

/// <summary>
/// Tells a line that was broken because it was full from one where a paragraph ends. A PDF keeps no paragraphs: what it keeps is whether
/// the next piece of text would still have fitted.
/// </summary>
internal static partial class Paragraphs
{
    /// <summary>The lines as text between two edges, wrapped lines joined, paragraphs parted by <c>\n</c>.</summary>
    public static string Join(IReadOnlyList<TextLine> lines, double left, double right)
    {
        var text = new StringBuilder();
        var pitch = Pitch(lines);
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
            {
                Append(text, Between(lines[i - 1], lines[i], left, right, pitch));
            }

            text.Append(lines[i].Text);
        }

        return text.ToString().Trim();
    }

    /// <summary>True where a paragraph ends with <paramref name="line"/>.</summary>
    public static bool Ends(TextLine line, TextLine next, double left, double right, double pitch)
    {
        const double anotherSize = 1.15;
        const double fits = 0.35;
        const double space = 0.35;
        const double indent = 1.2;
        if (Math.Max(line.Size, next.Size) > anotherSize * Math.Min(line.Size, next.Size) || next.Baseline - line.Baseline > 1.5 * pitch)
        {
            return true;
        }

        // A centred line leaves its room on both sides.
        var before = line.Left - left;
        var after = right - line.Right;
        var centred = before > fits * line.Size && Math.Abs(before - after) < 0.5 * line.Size;
        var room = centred ? before + after : after;

        // A space at the break is not printed, but had to fit too.
        var mayHideASpace = Script.IsLatin(line.Text[^1]) || Script.IsLatin(next.Text[0]);
        if (room > next.FirstPiece + ((mayHideASpace ? fits + space : fits) * line.Size))
        {
            return true;
        }

        // Set in from the line before, as a first line is; a centred last line is set in too, and ends as far from the right.
        var indented = !centred && next.Left - line.Left > indent * next.Size && right - next.Right < next.Left - left - next.Size;
        return indented || (SentenceEnd().IsMatch(line.Text) && ListMark().IsMatch(next.Text));
    }

    /// <summary>The usual distance of two baselines; without two lines on one page nothing is too far.</summary>
    public static double Pitch(IReadOnlyList<TextLine> lines)
    {
        var pitch = double.MaxValue;
        for (var i = 1; i < lines.Count; i++)
        {
            var distance = lines[i].Baseline - lines[i - 1].Baseline;
            if (distance > 0)
            {
                pitch = Math.Min(pitch, distance);
            }
        }

        return pitch;
    }

    private static string Between(TextLine line, TextLine next, double left, double right, double pitch) =>
        Ends(line, next, left, right, pitch) ? "\n"
            : WasBrokenBetweenWords(line, next) ? " "
            : "";

    /// <summary>Digits are only ever broken where a number was too long for its column; words are broken at their spaces.</summary>
    private static bool WasBrokenBetweenWords(TextLine line, TextLine next) =>
        char.IsAsciiLetterOrDigit(line.Text[^1]) && char.IsAsciiLetter(next.Text[0]);

    private static void Append(StringBuilder text, string separator)
    {
        if (separator == "\n")
        {
            while (text.Length > 0 && char.IsWhiteSpace(text[^1]))
            {
                text.Length--;
            }
        }

        text.Append(separator);
    }

    [GeneratedRegex(@"[。；：;:！？]\s*$")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^(\d{1,2}[、)）]|\d{1,2}[.．](?!\d)|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳•·●■◆])")]
    private static partial Regex ListMark();
}
