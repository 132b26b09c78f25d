using System.Runtime.InteropServices;
using Luoshi.Core.Reading;

namespace Luoshi.Core.Meetings;

/// <summary>A key task of the material while it is put together.</summary>
internal sealed class AssembledTask(ReportedTask task, string? leaderKey, ContentKey content, bool expected)
{
    /// <summary>What the ledger, or the first document that has it, says of the task.</summary>
    public ReportedTask Task { get; } = task;

    public string? LeaderKey { get; } = leaderKey;

    public ContentKey Content { get; } = content;

    /// <summary>Whether the ledger has it, so that silence means 未报送.</summary>
    public bool Expected { get; } = expected;

    public HashSet<string> Units { get; } = [.. task.UnitNames()];

    public List<Contribution> Contributions { get; } = [];
}

/// <summary>
/// Finds the task that a row of another document speaks of: the same words first, then similar ones where leader, number or units say
/// the same. Work per row is bounded, whatever the number of tasks.
/// </summary>
internal sealed class TaskIndex
{
    // A pair of characters that stands in more tasks than this tells nothing apart.
    private const int MostPostings = 200;
    private const int RarestPairs = 12;

    private readonly Dictionary<string, List<AssembledTask>> _byText = [];
    private readonly Dictionary<(string?, int), List<AssembledTask>> _byNumber = [];
    private readonly Dictionary<uint, List<AssembledTask>> _byPair = [];

    public List<AssembledTask> Tasks { get; } = [];

    public void Add(AssembledTask task)
    {
        Tasks.Add(task);
        At(_byText, task.Content.Text).Add(task);
        if (task.Task.Number is { } number)
        {
            At(_byNumber, (task.LeaderKey, number)).Add(task);
        }

        foreach (var pair in task.Content.Pairs)
        {
            At(_byPair, pair).Add(task);
        }
    }

    /// <summary>
    /// The task the row speaks of, null for none; two that fit equally well are none, and <paramref name="ambiguous"/>.
    /// </summary>
    public AssembledTask? Find(ReportedTask row, string? leaderKey, ContentKey content, out bool ambiguous)
    {
        AssembledTask? best = null;
        var bestScore = 0.0;
        ambiguous = false;
        foreach (var candidate in Candidates(row, leaderKey, content))
        {
            var score = Score(candidate, row, leaderKey, content);
            if (score > 0 && score == bestScore)
            {
                ambiguous = true;
            }
            else if (score > bestScore)
            {
                (best, bestScore, ambiguous) = (candidate, score, false);
            }
        }

        return ambiguous ? null : best;
    }

    private HashSet<AssembledTask> Candidates(ReportedTask row, string? leaderKey, ContentKey content)
    {
        var candidates = new HashSet<AssembledTask>();
        if (_byText.TryGetValue(content.Text, out var same))
        {
            candidates.UnionWith(same.Take(MostPostings));
        }

        if (row.Number is { } number && _byNumber.TryGetValue((leaderKey, number), out var numbered))
        {
            candidates.UnionWith(numbered.Take(MostPostings));
        }

        if (same is null)
        {
            var rare = content.Pairs
                .Select(pair => _byPair.GetValueOrDefault(pair))
                .OfType<List<AssembledTask>>()
                .Where(postings => postings.Count <= MostPostings)
                .OrderBy(postings => postings.Count)
                .Take(RarestPairs);
            foreach (var postings in rare)
            {
                candidates.UnionWith(postings);
            }
        }

        return candidates;
    }

    /// <summary>0 for no match. Similarity decides; leader, number and units break ties.</summary>
    private static double Score(AssembledTask candidate, ReportedTask row, string? leaderKey, ContentKey content)
    {
        var sameLeader = leaderKey is not null && leaderKey == candidate.LeaderKey;
        var otherLeader = leaderKey is not null && candidate.LeaderKey is not null && !sameLeader;
        var sameNumber = row.Number is { } number && number == candidate.Task.Number;
        var units = row.UnitNames().ToList();
        var sharesUnit = units.Exists(candidate.Units.Contains);
        var otherUnits = units.Count > 0 && candidate.Units.Count > 0 && !sharesUnit;

        var similarity = content.SimilarityTo(candidate.Content);
        var enough = content.Text == candidate.Content.Text ? Exact(candidate, otherLeader, otherUnits)
            : content.Figures != candidate.Content.Figures ? sameNumber && (sameLeader || sharesUnit) && similarity >= 0.6
            : sameNumber && !otherLeader && !otherUnits ? similarity >= 0.5
            : sharesUnit && !otherLeader ? similarity >= 0.65
            : !otherUnits && !otherLeader && similarity >= 0.85;
        return enough ? similarity + (sameLeader ? 0.4 : 0) + (sameNumber ? 0.2 : 0) + (sharesUnit ? 0.1 : 0) : 0;
    }

    // One sentence may be split between leaders or units. The ledger knows whether it is; without one, both must say so.
    private static bool Exact(AssembledTask candidate, bool otherLeader, bool otherUnits) =>
        candidate.Expected ? !(otherLeader && otherUnits) : !otherLeader && !otherUnits;

    private static List<AssembledTask> At<TKey>(Dictionary<TKey, List<AssembledTask>> index, TKey key)
        where TKey : notnull
    {
        ref var tasks = ref CollectionsMarshal.GetValueRefOrAddDefault(index, key, out _);
        return tasks ??= [];
    }
}
