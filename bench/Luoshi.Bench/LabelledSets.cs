using System.Globalization;
using Luoshi.Core.Checks;
using Luoshi.Core.Tests.Checks;
using Luoshi.Core.Tests.Quantities;

namespace Luoshi.Bench;

/// <summary>How well the sentences and rows of <c>samples/labelled</c> are read, judged and asked about, as tables. The tests hold the same to what is recorded.</summary>
internal static class LabelledSets
{
    /// <summary>Every set of the folder: a new one is in the tables without being named here.</summary>
    public static void Run()
    {
        Each("quantities*.tsv", Quantities);
        Each("pairs*.jsonl", Verdicts);
        Each("answers*.jsonl", Answers);
        Each("doubts*.jsonl", Doubts);

        static void Each(string pattern, Action<string> tell)
        {
            foreach (var path in Directory.GetFiles(Path.Combine(LabelledRows.Root(), "samples", "labelled"), pattern).Order(StringComparer.Ordinal))
            {
                tell(Path.GetFileName(path));
            }
        }
    }

    private static void Quantities(string file)
    {
        var (sentences, _, _) = LabelledQuantities.Load(Path.Combine(LabelledRows.Root(), "samples", "labelled", file));
        var results = sentences.Select(LabelledQuantities.Compare).ToList();
        Head($"{file}, {sentences.Count} sentences");
        Row("quantities", new Tally(results.Sum(result => result.Right), results.Sum(result => result.Wrong.Count), results.Sum(result => result.Missed.Count)));
    }

    private static void Verdicts(string file)
    {
        var (header, rows) = LabelledRows.Load(file);
        var tallies = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            Count(tallies, [LabelledRows.Examine(header, LabelledRows.MonthOf(row), [row]).Tasks[0].Verdict.Code()], [row.GetProperty("verdict").GetString()!]);
        }

        Print($"{file}, {rows.Count} pairs", tallies);
    }

    private static void Answers(string file)
    {
        var (header, rows) = LabelledRows.Load(file);
        var tallies = rows.Select(row => LabelledAnswers.Compare(header, row)).ToList();
        Head($"{file}, {rows.Count} rows");
        Row("targets", new Tally(tallies.Sum(tally => tally.Right), tallies.Sum(tally => tally.Wrong), tallies.Sum(tally => tally.Missed)));
    }

    private static void Doubts(string file)
    {
        var (header, rows) = LabelledRows.Load(file);
        var tallies = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var set in rows.GroupBy(row => row.GetProperty("set").GetString()))
        {
            var labelled = set.ToList();
            var checks = LabelledRows.Examine(header, LabelledRows.MonthOfSet(labelled), labelled).Tasks;
            for (var i = 0; i < labelled.Count; i++)
            {
                // A row that does not say which doubts there are says which are strong.
                var saysAll = labelled[i].TryGetProperty("doubts", out var doubts);
                Count(tallies, saysAll ? [.. checks[i].Doubts.Select(doubt => doubt.Code.Code())] : LabelledRows.Strong(checks[i]), [.. (saysAll ? doubts : labelled[i].GetProperty("strong")).EnumerateArray().Select(code => code.GetString()!)]);
            }
        }

        Print($"{file}, {rows.Count} rows", tallies);
    }

    private static void Count(SortedDictionary<string, Tally> tallies, HashSet<string> told, HashSet<string> labelled)
    {
        foreach (var code in told.Union(labelled))
        {
            var tally = tallies.GetValueOrDefault(code);
            tallies[code] = told.Contains(code)
                ? labelled.Contains(code) ? tally with { Right = tally.Right + 1 } : tally with { Wrong = tally.Wrong + 1 }
                : tally with { Missed = tally.Missed + 1 };
        }
    }

    private static void Print(string title, SortedDictionary<string, Tally> tallies)
    {
        Head(title);
        foreach (var (code, tally) in tallies)
        {
            Row(code, tally);
        }

        Row("all", new Tally(tallies.Values.Sum(tally => tally.Right), tallies.Values.Sum(tally => tally.Wrong), tallies.Values.Sum(tally => tally.Missed)));
    }

    private static void Head(string title) => Console.WriteLine($"\n{title,-32}{"right",8}{"wrong",8}{"missed",8}{"precision",12}{"recall",10}");

    private static void Row(string name, Tally tally) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-32}{tally.Right,8}{tally.Wrong,8}{tally.Missed,8}{Share(tally.Right, tally.Wrong),12:F3}{Share(tally.Right, tally.Missed),10:F3}"));

    private static double Share(int right, int others) => right + others == 0 ? 1 : (double)right / (right + others);

    private readonly record struct Tally(int Right, int Wrong, int Missed);
}
