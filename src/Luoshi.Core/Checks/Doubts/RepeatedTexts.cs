using System.Runtime.InteropServices;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>
/// Progress that stands nearly the same in another row. Candidates come from MinHash bands, and each row looks at a bounded number of them:
/// work grows with the rows, not with their pairs.
/// </summary>
internal static class RepeatedTexts
{
    private const int Bands = 5;
    private const int RowsInBand = 4;
    private const int MostCandidates = 8;

    public static Dictionary<int, List<Doubt>> Find(IReadOnlyList<ExaminedRow> rows, CheckSettings settings)
    {
        var shapes = new TextShape?[rows.Count];
        var buckets = new Dictionary<(int Band, ulong Hash), List<int>>();
        var found = new Dictionary<int, List<Doubt>>();
        for (var at = 0; at < rows.Count; at++)
        {
            var shape = TextShape.Of(rows[at].Row.Progress);
            if (shape.Text.Length < settings.ShortestRepeatedText)
            {
                continue;
            }

            shapes[at] = shape;
            var candidates = new HashSet<int>();
            for (var band = 0; band < Bands; band++)
            {
                ref var bucket = ref CollectionsMarshal.GetValueRefOrAddDefault(buckets, (band, BandHash(shape, band)), out _);
                bucket ??= [];
                foreach (var earlier in bucket)
                {
                    candidates.Add(earlier);
                }

                if (bucket.Count < MostCandidates)
                {
                    bucket.Add(at);
                }
            }

            foreach (var earlier in candidates.Order())
            {
                var similarity = shape.SimilarityTo(shapes[earlier]!);
                if (similarity >= settings.NearDuplicate && !SameTask(rows[at].Row, rows[earlier].Row))
                {
                    Tell(rows, earlier, at, shape.Text == shapes[earlier]!.Text, similarity, found);
                    break;
                }
            }
        }

        return found;
    }

    // One sentence of the report split between two leaders is answered once, and rightly so in both places.
    private static bool SameTask(CheckedRow left, CheckedRow right) => TextShape.Of(left.Content).SimilarityTo(TextShape.Of(right.Content)) >= 0.7;

    private static void Tell(IReadOnlyList<ExaminedRow> rows, int earlier, int later, bool exact, double similarity, Dictionary<int, List<Doubt>> found)
    {
        foreach (var (here, there) in ((int, int)[])[(earlier, later), (later, earlier)])
        {
            ref var doubts = ref CollectionsMarshal.GetValueRefOrAddDefault(found, here, out _);
            doubts ??= [];
            var row = rows[here].Row;
            var other = rows[there].Row.AsRelated;
            doubts.Add(new Doubt(
                DoubtCode.DuplicateText,
                exact ? DoubtStrength.Strong : DoubtStrength.Weak,
                $"完成情况与{other.Leader ?? "另一位领导"}第{other.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "？"}项{(exact ? "完全相同" : $"有{Numbers.Points((decimal)similarity * 100)}%相同")}，两项工作内容不同。请核实是否填错行。",
                [row.Quote(new TextSpan(0, Math.Min(60, row.Progress.Length)))],
                [other]));
        }
    }

    private static ulong BandHash(TextShape shape, int band)
    {
        var hash = 0UL;
        for (var row = 0; row < RowsInBand; row++)
        {
            hash = TextShape.Mixed(hash ^ shape.Smallest(TextShape.Mixed((ulong)((band * RowsInBand) + row + 1))));
        }

        return hash;
    }
}
