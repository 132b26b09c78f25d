using System.Text;

namespace Luoshi.Documents.Reading.Pdf;

/// <summary>
/// One printed line of a cell or of the page. <paramref name="Text"/> may end with a space, which tells that the line was broken at one.
/// <paramref name="FirstPiece"/> is the width of what would have had to fit the line before for this line not to have been broken off.
/// </summary>
internal sealed record TextLine(string Text, double Left, double Right, double Baseline, double Size, double FirstPiece)
{
    /// <summary>In ems.</summary>
    private const double LatinSpace = 0.16;

    /// <summary>Puts letters in lines by their baselines, and each line's letters in order.</summary>
    public static List<TextLine> Gather(List<Glyph> glyphs)
    {
        glyphs.Sort((a, b) => a.Baseline != b.Baseline ? a.Baseline.CompareTo(b.Baseline) : a.Left.CompareTo(b.Left));
        var lines = new List<TextLine>();
        for (var start = 0; start < glyphs.Count;)
        {
            var end = EndOfLine(glyphs, start);
            var ofLine = glyphs.GetRange(start, end - start);
            if (ofLine.Exists(g => !string.IsNullOrWhiteSpace(g.Text)))
            {
                lines.Add(Of(ofLine));
            }

            start = end;
        }

        return lines;
    }

    private static int EndOfLine(List<Glyph> glyphs, int start)
    {
        // Raised and lowered letters (m²) belong to the line: they stay within half a letter of it.
        const double sameLine = 0.5;
        var size = glyphs[start].Size;
        var end = start + 1;
        while (end < glyphs.Count && glyphs[end].Baseline - glyphs[start].Baseline < sameLine * Math.Max(size, glyphs[end].Size))
        {
            size = Math.Max(size, glyphs[end].Size);
            end++;
        }

        return end;
    }

    private static TextLine Of(List<Glyph> glyphs)
    {
        var inOrder = glyphs.OrderBy(g => g.Left).ToList();
        var visible = inOrder.FindAll(g => !string.IsNullOrWhiteSpace(g.Text));
        var largest = visible.MaxBy(g => g.Size);
        var usualGap = UsualGap(visible);

        var text = new StringBuilder();
        Glyph? last = null;
        var spaced = false;
        foreach (var glyph in inOrder)
        {
            if (string.IsNullOrWhiteSpace(glyph.Text))
            {
                if (last is not null)
                {
                    text.Append(glyph.Text.Length == 0 ? "" : glyph.Text[0] == '\u3000' ? "\u3000" : " ");
                    spaced = true;
                }

                continue;
            }

            if (last is { } before)
            {
                if (IsSameLetterAgain(before, glyph))
                {
                    continue;
                }

                if (!spaced && IsGap(before, glyph, usualGap))
                {
                    text.Append(' ');
                }
            }

            text.Append(glyph.Text);
            last = glyph;
            spaced = false;
        }

        return new TextLine(text.ToString(), visible[0].Left, visible.Max(g => g.Right), largest.Baseline, largest.Size, WidthOfFirstPiece(visible));
    }

    /// <summary>Bold made by printing twice, a hair apart.</summary>
    private static bool IsSameLetterAgain(Glyph a, Glyph b) =>
        a.Text == b.Text && b.Left - a.Left < Math.Min(0.15 * a.Size, 0.4 * Math.Max(a.Right - a.Left, 0.5));

    /// <summary>
    /// A gap is a space between Latin letters from a sixth of an em, and where Chinese stands on either side only from three quarters more
    /// than the line's letters are spread: justified lines and the quarter em that Word puts around digits are no spaces.
    /// </summary>
    private static bool IsGap(Glyph a, Glyph b, double usualGap)
    {
        var gap = b.Left - a.Right;
        var size = Math.Min(a.Size, b.Size);
        var space = Script.IsLatin(a.Text[^1]) && Script.IsLatin(b.Text[0]) ? LatinSpace : 0.75;
        return gap > (space * size) + Math.Max(0, usualGap);
    }

    private static double UsualGap(List<Glyph> visible)
    {
        if (visible.Count < 2)
        {
            return 0;
        }

        var gaps = new double[visible.Count - 1];
        for (var i = 0; i < gaps.Length; i++)
        {
            gaps[i] = visible[i + 1].Left - visible[i].Right;
        }

        Array.Sort(gaps);
        return gaps[gaps.Length / 2];
    }

    private static double WidthOfFirstPiece(List<Glyph> visible)
    {
        var end = 1;
        while (end < visible.Count && !MayBreakBetween(visible[end - 1], visible[end]))
        {
            end++;
        }

        return visible[end - 1].Right - visible[0].Left;
    }

    private static bool MayBreakBetween(Glyph a, Glyph b) =>
        !Script.MayNotStartALine(b.Text[0])
        && !Script.MayNotEndALine(a.Text[^1])
        && !(Script.IsLatin(a.Text[^1]) && Script.IsLatin(b.Text[0]) && b.Left - a.Right < LatinSpace * a.Size);
}
