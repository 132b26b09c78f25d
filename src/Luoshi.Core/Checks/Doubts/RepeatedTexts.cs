using System.Runtime.InteropServices;
using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>
/// Progress that stands nearly the same in another row. Candidates come from MinHash bands, and each row looks at a bounded number of them:
/// work grows with the rows, not with their pairs. No text is kept, only its twenty hashes.
/// </summary>
internal sealed class RepeatedTexts(IReadOnlyList<ReportedRow> rows, CheckSettings settings)
{
    private const int Bands = 5;
    private const int RowsInBand = 4;
    private const int Hashes = Bands * RowsInBand;
    private const int MostCandidates = 8;

    // From this share of its pieces in the other a task is the other's, told shorter.
    private const double Told = 0.9;

    // Texts that have 0.85 of their pieces in common agree in fewer than half of the hashes once in fifty thousand times.
    private const int FewestEqualHashes = Hashes / 2;

    private readonly Dictionary<ulong, (int Newest, int Count)> _buckets = new(rows.Count * Bands);
    private readonly List<(int Row, int Before)> _entries = new(rows.Count * Bands);
    private readonly Dictionary<int, Twin> _twins = [];
    private readonly uint[] _hashes = new uint[rows.Count * Hashes];

    /// <summary>Takes the next row. Rows come in the order of the set.</summary>
    public void Add(int at)
    {
        var shape = ShapeOf(at);
        if (shape.Text.Length < settings.ShortestRepeatedText)
        {
            return;
        }

        var candidates = new SortedSet<int>();
        for (var band = 0; band < Bands; band++)
        {
            ref var bucket = ref CollectionsMarshal.GetValueRefOrAddDefault(_buckets, BandHash(shape, at, band), out var exists);
            for (var entry = exists ? bucket.Newest : -1; entry >= 0; entry = _entries[entry].Before)
            {
                candidates.Add(_entries[entry].Row);
            }

            if (bucket.Count < MostCandidates)
            {
                _entries.Add((at, exists ? bucket.Newest : -1));
                bucket = (_entries.Count - 1, bucket.Count + 1);
            }
        }

        foreach (var earlier in candidates.Where(earlier => EqualHashes(earlier, at) >= FewestEqualHashes))
        {
            var other = ShapeOf(earlier);
            var similarity = shape.SimilarityTo(other);
            if (similarity >= settings.NearDuplicate && !IsSameTask(at, earlier))
            {
                var exact = shape.Text == other.Text;
                _twins.TryAdd(earlier, new Twin(at, exact, similarity));
                _twins.TryAdd(at, new Twin(earlier, exact, similarity));
                break;
            }
        }
    }

    /// <summary>The doubt of a row, after every row has been added; null for none. It names one other row, however many there are. A text that has to do with both tasks may be the answer to both.</summary>
    public Doubt? Find(CheckedRow row)
    {
        if (!_twins.TryGetValue(row.Index, out var twin))
        {
            return null;
        }

        var other = rows[twin.Other];
        return new Doubt(
            twin.Exact ? DoubtRule.TextIdentical : DoubtRule.TextAlike,
            twin.Exact && !(Topics.Share(row.Content, row.Progress) && Topics.Share(other.Task.Content, row.Progress)) ? DoubtStrength.Strong : DoubtStrength.Weak,
            $"完成情况与{other.Call}{(twin.Exact ? "完全相同" : $"有{Numbers.Points((decimal)twin.Similarity * 100)}%相同")}，两项工作内容不同。请核实是否填错行。",
            [row.Quote(new TextSpan(0, Math.Min(60, row.Progress.Length)))],
            [other.AsRelated]);
    }

    // One sentence of the report split between two leaders is answered once, and rightly so in both places.
    private bool IsSameTask(int left, int right)
    {
        var (one, other) = (TextShape.Of(rows[left].Task.Content), TextShape.Of(rows[right].Task.Content));
        return one.SimilarityTo(other) >= 0.7 || one.ShareIn(other) >= Told || other.ShareIn(one) >= Told;
    }

    private TextShape ShapeOf(int at) => TextShape.Of(rows[at].Task.Progress ?? "");

    private int EqualHashes(int left, int right)
    {
        var equal = 0;
        for (var at = 0; at < Hashes; at++)
        {
            equal += _hashes[(left * Hashes) + at] == _hashes[(right * Hashes) + at] ? 1 : 0;
        }

        return equal;
    }

    private ulong BandHash(TextShape shape, int at, int band)
    {
        var hash = (ulong)band;
        for (var row = band * RowsInBand; row < (band + 1) * RowsInBand; row++)
        {
            var smallest = shape.Smallest(Fingerprint.Mixed((ulong)row + 1));
            _hashes[(at * Hashes) + row] = (uint)smallest;
            hash = Fingerprint.Mixed(hash ^ smallest);
        }

        return hash;
    }

    private readonly record struct Twin(int Other, bool Exact, double Similarity);
}
