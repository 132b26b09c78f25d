using Luoshi.Core.Checks;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Web.Pages.Review;

/// <summary>A piece of a text: its class where it is marked, and the numbers of the doubts that rest on it.</summary>
public sealed record EvidencePiece(string Text, string? Class, IReadOnlyList<int> Notes);

/// <summary>A return's text cut where its evidence begins and ends: what a doubt rests on comes before what was merely read as a figure.</summary>
public static class EvidenceText
{
    /// <param name="text">The text.</param>
    /// <param name="field">Its name in evidence: <c>progress</c> or <c>shortfall</c>.</param>
    /// <param name="doubts">In the order of their notes, which count from 1.</param>
    /// <param name="readings">The figures that were read.</param>
    public static IReadOnlyList<EvidencePiece> Cut(string text, string field, IReadOnlyList<RaisedDoubt> doubts, IEnumerable<StatedQuantity> readings)
    {
        var marks = new List<Mark>();
        foreach (var (doubt, note) in doubts.Select((doubt, index) => (doubt, index + 1)))
        {
            var name = doubt.Strength == DoubtStrength.Strong ? "doubt" : "doubt-weak";
            foreach (var evidence in doubt.Evidence.Where(evidence => evidence.Field == field && IsThere(text, evidence)))
            {
                Put(marks, new Mark(evidence.Span, name, [note]));
            }
        }

        foreach (var reading in readings.Where(reading => reading.Source.Field == field && IsThere(text, reading.Source)))
        {
            if (!marks.Exists(mark => mark.Overlaps(reading.Source.Span)))
            {
                marks.Add(new Mark(reading.Source.Span, "ev", []));
            }
        }

        var pieces = new List<EvidencePiece>();
        var at = 0;
        foreach (var mark in marks.OrderBy(mark => mark.Span.Start))
        {
            if (mark.Span.Start > at)
            {
                pieces.Add(new EvidencePiece(text[at..mark.Span.Start], null, []));
            }

            at = mark.Span.Start + mark.Span.Length;
            pieces.Add(new EvidencePiece(text[mark.Span.Start..at], mark.Class, mark.Notes));
        }

        return at == text.Length ? pieces : [.. pieces, new EvidencePiece(text[at..], null, [])];
    }

    // A doubt on words that are marked already adds its number to them: a mark inside a mark cannot be told apart on paper.
    private static void Put(List<Mark> marks, Mark mark)
    {
        var index = marks.FindIndex(other => other.Overlaps(mark.Span));
        if (index < 0)
        {
            marks.Add(mark);
        }
        else if (!marks[index].Notes.Contains(mark.Notes[0]))
        {
            marks[index] = marks[index] with { Notes = [.. marks[index].Notes, .. mark.Notes] };
        }
    }

    private static bool IsThere(string text, Evidence evidence) =>
        evidence.Span.Start >= 0 && evidence.Span.Length > 0 && evidence.Span.Start + evidence.Span.Length <= text.Length && text.Substring(evidence.Span.Start, evidence.Span.Length) == evidence.Text;

    private sealed record Mark(TextSpan Span, string Class, IReadOnlyList<int> Notes)
    {
        public bool Overlaps(TextSpan other) => Span.Start < other.Start + other.Length && other.Start < Span.Start + Span.Length;
    }
}
