using Luoshi.Core.Reporting;

namespace Luoshi.Core.Supervision;

/// <summary>One due item as the office sees it.</summary>
public sealed record BoardItem
{
    public required Guid DueItemId { get; init; }

    public required int DueItemVersion { get; init; }

    public required Guid TaskId { get; init; }

    public required int Number { get; init; }

    public required string Content { get; init; }

    public required Guid UnitId { get; init; }

    public required Guid PostId { get; init; }

    /// <summary>The key of what is reported on.</summary>
    public required string Span { get; init; }

    /// <summary>The instant that counts now: with its extension, or the own one of what was returned.</summary>
    public required DateTime Deadline { get; init; }

    public required DueState State { get; init; }

    /// <summary>Null before anything was written.</summary>
    public Guid? ReportId { get; init; }

    public ReturnStatus? Status { get; init; }

    /// <summary>How many characters of the progress a draft has; 0 where there is none.</summary>
    public int Written { get; init; }

    /// <summary>Strong doubts that nobody has answered.</summary>
    public int StrongDoubts { get; init; }

    public int WeakDoubts { get; init; }

    /// <summary>Workdays since the deadline; 0 while there is time and on the day itself.</summary>
    public int WorkdaysLate { get; init; }

    public BoardPlace Place => BoardPlaces.Of(State, Status);

    public bool IsAsked => Place != BoardPlace.NotAsked;
}

/// <summary>How many of a group's items lie where.</summary>
public sealed record BoardCounts
{
    private readonly Dictionary<BoardPlace, int> _places;

    private BoardCounts(IReadOnlyCollection<BoardItem> items)
    {
        var asked = items.Where(item => item.IsAsked).ToList();
        _places = asked.CountBy(item => item.Place).ToDictionary();
        Asked = asked.Count;
        NotAsked = items.Count - asked.Count;
        Reported = asked.Count(item => item.State is DueState.OnTime or DueState.Late);
        Rate = ReportingRate.Of(asked.Select(item => item.State));
        StrongDoubts = items.Sum(item => item.StrongDoubts);
        WeakDoubts = items.Sum(item => item.WeakDoubts);
    }

    /// <summary>应报.</summary>
    public int Asked { get; }

    /// <summary>不必报.</summary>
    public int NotAsked { get; }

    /// <summary>已报, wherever it lies now.</summary>
    public int Reported { get; }

    /// <summary>Of what had to be there by now; null where nothing had to.</summary>
    public ReportingRate? Rate { get; }

    public int StrongDoubts { get; }

    public int WeakDoubts { get; }

    public int this[BoardPlace place] => _places.GetValueOrDefault(place);

    public static BoardCounts Of(IReadOnlyCollection<BoardItem> items) => new(items);
}

/// <summary>A group of the board: a leader's post or a unit.</summary>
public sealed record BoardGroup(Guid Id, string Name, BoardCounts Counts);

/// <summary>What would be asked for, of how many units; and what would only be welcome.</summary>
public sealed record WouldAsk(int Items, int Units, int Voluntary)
{
    public static WouldAsk Of(IEnumerable<(ReportingFrequency Frequency, Guid UnitId)> tasks, ReportingPeriod month)
    {
        var asked = tasks.Select(task => (task.UnitId, Spans: ReportingSpan.DueIn(task.Frequency, month).Count)).ToList();
        return new WouldAsk(asked.Sum(task => task.Spans), asked.Where(task => task.Spans > 0).Select(task => task.UnitId).Distinct().Count(), asked.Count(task => task.Spans == 0));
    }
}

/// <summary>调度台 — a month of a ledger at one moment.</summary>
public sealed record MonthBoard
{
    public required ReportingPeriod Month { get; init; }

    public required DateTime AsOf { get; init; }

    /// <summary>Null where the year has no ledger.</summary>
    public required string? Ledger { get; init; }

    public required bool IsClosed { get; init; }

    /// <summary>When the month was opened; null before.</summary>
    public required DateTime? OpenedAt { get; init; }

    /// <summary>Tasks of the ledger that are under way.</summary>
    public required int OpenTasks { get; init; }

    /// <summary>What opening the month now would ask for: every task that is under way and has no item in it yet.</summary>
    public required WouldAsk WouldAsk { get; init; }

    /// <summary>By leader, then by number.</summary>
    public required IReadOnlyList<BoardItem> Items { get; init; }

    public required IReadOnlyDictionary<Guid, string> Posts { get; init; }

    public required IReadOnlyDictionary<Guid, string> Units { get; init; }

    /// <summary>When each unit was last reminded.</summary>
    public required IReadOnlyDictionary<Guid, DateTime> LastReminded { get; init; }

    public BoardCounts Counts => BoardCounts.Of(Items);

    /// <summary>In the order of the posts.</summary>
    public IReadOnlyList<BoardGroup> ByLeader() => Groups(Posts, item => item.PostId);

    /// <summary>In the order of the units.</summary>
    public IReadOnlyList<BoardGroup> ByUnit() => Groups(Units, item => item.UnitId);

    private List<BoardGroup> Groups(IReadOnlyDictionary<Guid, string> names, Func<BoardItem, Guid> key)
    {
        var groups = Items.GroupBy(key).ToDictionary(group => group.Key, group => group.ToList());
        return [.. names.Where(name => groups.ContainsKey(name.Key)).Select(name => new BoardGroup(name.Key, name.Value, BoardCounts.Of(groups[name.Key])))];
    }
}
