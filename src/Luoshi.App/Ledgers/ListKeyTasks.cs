using Luoshi.App.Calendars;
using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Ledgers;

/// <summary>Which key tasks somebody wants to see.</summary>
public sealed record TaskFilter
{
    public required int Year { get; init; }

    public Guid? PostId { get; init; }

    /// <summary>Leads or supports.</summary>
    public Guid? UnitId { get; init; }

    public ReportingFrequency? Frequency { get; init; }

    /// <summary>Null for all.</summary>
    public KeyTaskState? State { get; init; }

    /// <summary>In the content or the target.</summary>
    public string? Words { get; init; }

    public string? Theme { get; init; }

    /// <summary><c>leader</c>, <c>unit</c>, <c>deadline</c> or <c>theme</c>.</summary>
    public string Sort { get; init; } = "leader";
}

/// <summary>A key task in the list.</summary>
public sealed record TaskLine
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public required int Number { get; init; }

    public required string Content { get; init; }

    public required string? Target { get; init; }

    public required string? Deadline { get; init; }

    public required ReportingFrequency Frequency { get; init; }

    public required KeyTaskState State { get; init; }

    public required string Theme { get; init; }

    public required Guid PostId { get; init; }

    public required Guid LeadUnitId { get; init; }

    public required bool HasSource { get; init; }

    public required Guid? ParentId { get; init; }

    /// <summary>Co-leads and supporting units in their order.</summary>
    public IReadOnlyList<Guid> OtherUnits { get; init; } = [];
}

/// <summary>A page of the ledger, with what the filters can offer.</summary>
public sealed record TaskPage
{
    public required Ledger? Ledger { get; init; }

    public required IReadOnlyList<int> Years { get; init; }

    public required IReadOnlyList<TaskLine> Lines { get; init; }

    public required int Count { get; init; }

    public required IReadOnlyDictionary<Guid, string> Units { get; init; }

    public required IReadOnlyDictionary<Guid, string> Posts { get; init; }

    public required IReadOnlyList<string> Themes { get; init; }

    public required IReadOnlyList<SavedView> Views { get; init; }
}

/// <summary>重点工作一览 — the ledger of a year as the person may see it.</summary>
public sealed class ListKeyTasks(LuoshiDb db, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>More than a ledger has: what an export takes at most.</summary>
    public const int MostExported = 20_000;

    /// <param name="filter">Which tasks.</param>
    /// <param name="page">From 1.</param>
    /// <param name="size">How many a page has.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The page; <c>forbidden</c>.</returns>
    public async Task<Outcome<TaskPage>> ExecuteAsync(TaskFilter filter, int page, int size, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ViewTasks) is { } refusal)
        {
            return refusal;
        }

        var ledgers = await db.Ledgers.AsNoTracking().OrderByDescending(ledger => ledger.Year).ToListAsync(ct);
        var ledger = ledgers.Find(ledger => ledger.Year == filter.Year);
        var ledgerId = ledger?.Id ?? Guid.Empty;
        var query = Query(ledgerId, filter);
        var count = await query.CountAsync(ct);
        var lines = await Sorted(query, filter.Sort).Skip((Math.Max(page, 1) - 1) * size).Take(size).Select(task => new TaskLine
        {
            Id = task.Id,
            Version = task.Version,
            Number = task.Number,
            Content = task.Content,
            Target = task.Target,
            Deadline = task.Deadline,
            Frequency = task.Frequency,
            State = task.State,
            Theme = task.Theme,
            PostId = task.PostId,
            LeadUnitId = task.LeadUnitId,
            HasSource = task.SourceSentenceId != null,
            ParentId = task.ParentId,
        }).ToListAsync(ct);
        var ids = lines.ConvertAll(line => line.Id);
        var others = (await db.Responsibilities
                .Where(part => ids.Contains(part.TaskId) && part.Until == null && part.Part != UnitPart.Lead)
                .OrderBy(part => part.Position).ThenBy(part => part.Id)
                .Select(part => new { part.TaskId, part.UnitId })
                .ToListAsync(ct))
            .ToLookup(part => part.TaskId, part => part.UnitId);
        var today = clock.Today();
        return new TaskPage
        {
            Ledger = ledger,
            Years = ledgers.ConvertAll(one => one.Year),
            Lines = lines.ConvertAll(line => line with { OtherUnits = [.. others[line.Id]] }),
            Count = count,
            Units = (await db.Units.AsNoTracking().OrderBy(unit => unit.Rank).ThenBy(unit => unit.Id).ToListAsync(ct)).ToDictionary(unit => unit.Id, unit => unit.DisplayName),
            Posts = (await db.LeaderPosts.AsNoTracking().OrderBy(post => post.Rank).ThenBy(post => post.Id).ToListAsync(ct)).ToDictionary(post => post.Id, post => post.NameOn(today)),
            Themes = await db.KeyTasks.Where(task => task.LedgerId == ledgerId && task.Theme != "").Select(task => task.Theme).Distinct().OrderBy(theme => theme).ToListAsync(ct),
            Views = await db.SavedViews.AsNoTracking().OrderBy(view => view.Name).ToListAsync(ct),
        };
    }

    private IQueryable<KeyTask> Query(Guid ledgerId, TaskFilter filter)
    {
        var tasks = db.KeyTasks.AsNoTracking().Where(task => task.LedgerId == ledgerId);
        if (filter.PostId is { } post)
        {
            tasks = tasks.Where(task => task.PostId == post);
        }

        if (filter.UnitId is { } unit)
        {
            tasks = tasks.Where(task => task.LeadUnitId == unit || db.Responsibilities.Any(part => part.TaskId == task.Id && part.UnitId == unit && part.Until == null));
        }

        if (filter.Frequency is { } frequency)
        {
            tasks = tasks.Where(task => task.Frequency == frequency);
        }

        if (filter.State is { } state)
        {
            tasks = tasks.Where(task => task.State == state);
        }

        if (filter.Words?.Trim() is { Length: > 0 } words)
        {
            tasks = tasks.Where(task => task.Content.Contains(words) || (task.Target != null && task.Target.Contains(words)));
        }

        return filter.Theme is { Length: > 0 } theme ? tasks.Where(task => task.Theme == theme) : tasks;
    }

    private IQueryable<KeyTask> Sorted(IQueryable<KeyTask> tasks, string sort) => sort switch
    {
        "unit" => tasks.Join(db.Units, task => task.LeadUnitId, unit => unit.Id, (task, unit) => new { task, unit.Rank })
            .OrderBy(row => row.Rank).ThenBy(row => row.task.Number).ThenBy(row => row.task.Id).Select(row => row.task),
        "deadline" => tasks.OrderBy(task => task.DeadlineDate == null).ThenBy(task => task.DeadlineDate).ThenBy(task => task.Id),
        "theme" => tasks.OrderBy(task => task.Theme).ThenBy(task => task.Number).ThenBy(task => task.Id),
        _ => tasks.Join(db.LeaderPosts, task => task.PostId, post => post.Id, (task, post) => new { task, post.Rank })
            .OrderBy(row => row.Rank).ThenBy(row => row.task.Number).ThenBy(row => row.task.Id).Select(row => row.task),
    };
}
