using Luoshi.App.Data;
using Luoshi.App.Ledgers;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>What a unit is asked in a month, with all it needs to answer beside it.</summary>
/// <param name="Month">The month shown; null where no period was opened yet.</param>
/// <param name="Months">The months that the unit was asked in, newest first.</param>
/// <param name="Items">In the order of the material.</param>
/// <param name="OpenEarlier">Items of months before, of years that are not locked, that still lie with the unit: returned, or never reported. By month.</param>
/// <param name="Shared">How many tasks of other units the unit may contribute to this month.</param>
/// <param name="SignsOff">Whether the unit's head signs off what is submitted.</param>
public sealed record ReportingSheet(
    ReportingPeriod? Month, IReadOnlyList<ReportingPeriod> Months, IReadOnlyList<SheetItem> Items, IReadOnlyDictionary<ReportingPeriod, int> OpenEarlier, int Shared, bool SignsOff);

/// <summary>One item of the sheet.</summary>
public sealed record SheetItem
{
    public required DueItem Item { get; init; }

    public required KeyTask Task { get; init; }

    /// <summary>The responsible leader's post.</summary>
    public required string Leader { get; init; }

    public required DueState State { get; init; }

    /// <summary>Null before the first draft.</summary>
    public ProgressReport? Report { get; init; }

    /// <summary>The approved plan of the month.</summary>
    public string? Plan { get; init; }

    /// <summary>What the unit itself reported last, before this month.</summary>
    public EarlierReport? Last { get; init; }

    /// <summary>How the text stands against the targets; where there is none yet, what was reported last. Doubts that need earlier months are in it only while the unit is writing: what was sent has its own.</summary>
    public required TaskCheck Check { get; init; }

    /// <summary>Those of the submitted text that are neither corrected nor accepted, strong ones first.</summary>
    public IReadOnlyList<RaisedDoubt> Doubts { get; init; } = [];

    public IReadOnlyList<Attachment> Files { get; init; } = [];

    /// <summary>The newest request for more time.</summary>
    public ExtensionRequest? Extension { get; init; }

    /// <summary>What the units that share the task wrote.</summary>
    public IReadOnlyList<SharedText> Contributions { get; init; } = [];

    public ReportText Text => Report?.Text ?? ReportText.Empty;

    public int Version => Report?.Version ?? 0;

    public ReturnStatus Status => Report?.Status ?? ReturnStatus.Draft;

    /// <summary>Whether it lies with the unit, which may write.</summary>
    public bool IsOpen => Status is ReturnStatus.Draft or ReturnStatus.Returned && Item.ExemptReason is null;

    /// <summary>Until when it is to come: a returned one has a deadline of its own.</summary>
    public DateTime Deadline => Status == ReturnStatus.Returned && Report!.ReturnDueAt is { } due ? due : Item.Deadline;
}

/// <summary>A contribution with the name of the unit.</summary>
public sealed record SharedText(string Unit, string Text, DateTime WrittenAt);

/// <summary>本月填报 — the sheet of the acting unit, by a fixed number of statements.</summary>
public sealed class ReadSheet(LuoshiDb db, TimeProvider clock)
{
    private const int MostMonths = 36;

    private static readonly KeptQuery<bool> s_signsOff = new(db => db.Units.Where(unit => unit.Id == db.Access.UnitId).Select(unit => unit.SignsOff));

    private static readonly KeptQuery<int> s_openYears = new(db => db.Ledgers.Where(ledger => ledger.ClosedAt == null).OrderBy(ledger => ledger.Year).Select(ledger => ledger.Year));

    private static readonly KeptQuery<ReportingPeriod?> s_newest = new(db => db.DueItems.OrderByDescending(item => item.Month).ThenBy(item => item.Id).Select(item => (ReportingPeriod?)item.Month).Take(1));

    private static readonly KeptQuery<List<ReportingPeriod>, ReportingPeriod> s_asked = new((db, listed) => db.DueItems
        .Where(item => listed.Contains(item.Month)).Select(item => item.Month).Distinct().OrderByDescending(month => month));

    private static readonly KeptQuery<List<ReportingPeriod>, StillOpen> s_stillOpen = new((db, months) => db.DueItems
        .Where(item => months.Contains(item.Month) && !item.IsVoluntary && item.ExemptReason == null)
        .Where(item => !db.ProgressReports.Any(report => report.DueItemId == item.Id && report.Status != ReturnStatus.Draft && report.Status != ReturnStatus.Returned))
        .GroupBy(item => item.Month)
        .Select(group => new StillOpen(group.Key, group.Count())));

    private static readonly KeptQuery<ReportingPeriod, Guid> s_shared = new((db, month) => db.SharedDueItems.Where(item => item.Month == month).Select(item => item.Id));

    private static readonly KeptQuery<ReportingPeriod, Row> s_rows = new((db, month) => db.DueItems.AsNoTracking().Where(item => item.Month == month)
        .Join(db.TasksAsked.AsNoTracking(), item => item.TaskId, task => task.Id, (item, task) => new { item, task })
        .OrderBy(row => row.task.Number).ThenBy(row => row.item.Span)
        .Select(row => new Row(row.item, row.task)));

    private static readonly KeptQuery<ReportingPeriod, ProgressReport> s_reports = new((db, month) => db.ProgressReports.AsNoTracking().Where(report => report.Month == month));

    private static readonly KeptQuery<ReportingPeriod, RaisedDoubt> s_doubts = new((db, month) => db.RaisedDoubts.AsNoTracking()
        .Where(doubt => doubt.Month == month && (doubt.State == DoubtState.Open || doubt.State == DoubtState.Explained))
        .OrderBy(doubt => doubt.Strength).ThenBy(doubt => doubt.Id));

    private static readonly KeptQuery<ReportingPeriod, Attachment> s_files = new((db, month) => db.Attachments.AsNoTracking()
        .Where(file => db.ProgressReports.Any(report => report.Id == file.ReportId && report.Month == month)).OrderBy(file => file.Id));

    private static readonly KeptQuery<ReportingPeriod, ExtensionRequest> s_extensions = new((db, month) => db.ExtensionRequests.AsNoTracking().Where(request => request.Month == month).OrderBy(request => request.AskedAt));

    private static readonly KeptQuery<ReportingPeriod, Contributed> s_contributions = new((db, month) => db.Contributions.AsNoTracking().Where(part => part.Month == month && part.LeadUnitId == db.Access.UnitId)
        .Join(db.Units, part => part.UnitId, unit => unit.Id, (part, unit) => new { part, unit })
        .OrderBy(both => both.unit.Rank)
        .Select(both => new Contributed(both.part.DueItemId, both.unit.Name, both.unit.Qualifier, both.part.Text, both.part.WrittenAt)));

    /// <param name="month">Null takes the newest month that was opened.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The sheet; <c>forbidden</c>, <c>period-not-open</c>.</returns>
    public async Task<Outcome<ReportingSheet>> ExecuteAsync(ReportingPeriod? month, CancellationToken ct)
    {
        if (db.Access.RefuseReading(Operation.FillReport) is { } refusal)
        {
            return refusal;
        }

        var signsOff = await s_signsOff.Of(db).SingleOrDefaultAsync(ct) && db.Access.Role != Role.UnitHead;
        var months = await MonthsAsync(ct);
        if (month is { } asked && !months.Contains(asked))
        {
            return new Refusal("period-not-open", $"{asked.Year}年{asked.Month}月没有要本单位报送的事项。");
        }

        if ((month ?? (months.Count > 0 ? months[0] : null)) is not { } shown)
        {
            return new ReportingSheet(null, months, [], new Dictionary<ReportingPeriod, int>(), 0, signsOff);
        }

        // What a year that is locked left open stays as it is.
        var years = await s_openYears.Of(db).ToListAsync(ct);
        var before = months.FindAll(known => known < shown && years.Contains(known.Year));
        var earlier = before.Count == 0 ? [] : await s_stillOpen.Of(db, before).ToDictionaryAsync(group => group.Month, group => group.Count, null, ct);
        var shared = await s_shared.Of(db, shown).CountAsync(ct);
        return new ReportingSheet(shown, months, await ItemsAsync(shown, ct), earlier, shared, signsOff);
    }

    /// <summary>The months that something was asked in, newest first: as far back as a list shows, however long the history is.</summary>
    private async Task<List<ReportingPeriod>> MonthsAsync(CancellationToken ct)
    {
        if (await s_newest.Of(db).SingleOrDefaultAsync(ct) is not { } newest)
        {
            return [];
        }

        var listed = new List<ReportingPeriod> { newest };
        while (listed.Count < MostMonths)
        {
            listed.Add(listed[^1].Previous());
        }

        return await s_asked.Of(db, listed).ToListAsync(ct);
    }

    private async Task<List<SheetItem>> ItemsAsync(ReportingPeriod month, CancellationToken ct)
    {
        var rows = await s_rows.Of(db, month).ToListAsync(ct);
        var posts = await InOrder.Posts.Of(db).ToDictionaryAsync(post => post.Id, null, ct);
        var reports = await s_reports.Of(db, month).ToDictionaryAsync(report => report.DueItemId, null, ct);
        var doubts = (await s_doubts.Of(db, month).ToListAsync(ct)).ToLookup(doubt => doubt.ReportId);
        var files = (await s_files.Of(db, month).ToListAsync(ct)).ToLookup(file => file.ReportId);
        var extensions = (await s_extensions.Of(db, month).ToListAsync(ct)).ToLookup(request => request.DueItemId);
        var contributions = (await s_contributions.Of(db, month).ToListAsync(ct)).ToLookup(part => part.DueItemId);
        var tasks = rows.Select(row => row.Task).DistinctBy(task => task.Id).ToList();
        var examinations = (await ReportExamination.LoadAsync(db, tasks, month, ct)).ToDictionary(examination => examination.Task.Id);
        var now = clock.GetUtcNow().UtcDateTime;

        return [.. rows.OrderBy(row => posts[row.Item.PostId].Rank).Select(row =>
        {
            var examination = examinations[row.Task.Id];
            var report = reports.GetValueOrDefault(row.Item.Id);
            var last = examination.Earlier.FirstOrDefault(said => said.UnitId == db.Access.UnitId);
            var text = report?.Progress is null && last is not null ? new ReportText(last.Text, null, null) : report?.Text ?? ReportText.Empty;
            var isWritten = report is { Progress: not null, Status: ReturnStatus.Draft or ReturnStatus.Returned };
            return new SheetItem
            {
                Item = row.Item,
                Task = row.Task,
                Leader = posts[row.Item.PostId].Title,
                State = row.Item.StateAt(now),
                Report = report,
                Plan = examination.Plan,
                Last = last,
                Check = isWritten ? examination.Examine(text) : examination.Compare(text),
                Doubts = report is null ? [] : [.. doubts[report.Id]],
                Files = report is null ? [] : [.. files[report.Id]],
                Extension = extensions[row.Item.Id].LastOrDefault(),
                Contributions = [.. contributions[row.Item.Id].Select(part => new SharedText(part.Qualifier.Length == 0 ? part.Name : $"{part.Name}（{part.Qualifier}）", part.Text, part.WrittenAt!.Value))],
            };
        })];
    }

    private sealed record StillOpen(ReportingPeriod Month, int Count);

    private sealed record Row(DueItem Item, KeyTask Task);

    private sealed record Contributed(Guid DueItemId, string Name, string Qualifier, string Text, DateTime? WrittenAt);
}
