using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Board;

/// <summary>An item that nobody has reported on yet, or that is exempt.</summary>
public sealed record ExemptLine(Guid Id, int Version, string Unit, int Number, string Content, bool IsUnderWay, ReportingPeriod Month, DateTime Deadline, string? ExemptReason);

/// <summary>A unit's wish for more time, and what became of it.</summary>
public sealed record ExtensionLine(
    Guid Id, int Version, string Unit, Guid TaskId, string Content, ReportingPeriod Month, DateTime DueAt, DateTime Until, string Reason, DateTime AskedAt, ExtensionState State, string? Note);

/// <summary>延期与免报 — grants more time or says why not, and frees a unit from one return, with the reason on record.</summary>
public sealed class ExtensionsModel(LuoshiDb db, ExemptDueItem exempt, LiftExemption lift, DecideExtension decide) : PageModel
{
    private const int Most = 300;
    private const int MostDecided = 50;

    /// <summary>The item that somebody came for.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Item { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The request that is decided on.</summary>
    [BindProperty]
    public Guid? Extension { get; set; }

    /// <summary>What the unit reads with the decision.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>The one that is due first stands first.</summary>
    public IReadOnlyList<ExtensionLine> Asked { get; private set; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ExtensionLine> Decided { get; private set; } = [];

    public IReadOnlyList<ExemptLine> Open { get; private set; } = [];

    public IReadOnlyList<ExemptLine> Exempt { get; private set; } = [];

    public Refusal? Refusal { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await exempt.ExecuteAsync(Item ?? Guid.Empty, Version, Reason ?? "", ct);
        if (outcome.Refusal is { } refusal)
        {
            Refusal = refusal;
            return refusal.Code == "forbidden" ? Forbid() : await ShowAsync(ct);
        }

        TempData["Notice"] = $"已免报：{await NamedItem.OfAsync(db, outcome.Value.Id, ct)}，原因已记录。";
        TempData["Undo"] = $"/extensions?handler=lift&item={outcome.Value.Id}&version={outcome.Value.Version}&reason={Uri.EscapeDataString("免报办错了，撤销")}";
        return Redirect("/extensions");
    }

    public async Task<IActionResult> OnPostLiftAsync(CancellationToken ct)
    {
        var outcome = await lift.ExecuteAsync(Item ?? Guid.Empty, Version, Reason ?? "", ct);
        if (outcome.Refusal is { } refusal)
        {
            Refusal = refusal;
            return refusal.Code == "forbidden" ? Forbid() : await ShowAsync(ct);
        }

        TempData["Notice"] = $"已恢复应报：{await NamedItem.OfAsync(db, outcome.Value.Id, ct)}，时限{Marks.Moment(outcome.Value.Deadline)}，单位会收到消息。";
        return Redirect("/extensions");
    }

    public async Task<IActionResult> OnPostDecideAsync(bool granted, CancellationToken ct)
    {
        var outcome = await decide.ExecuteAsync(Extension ?? Guid.Empty, Version, granted, Note, ct);
        if (outcome.Refusal is { } refusal)
        {
            Refusal = refusal;
            return refusal.Code == "forbidden" ? Forbid() : await ShowAsync(ct);
        }

        var named = await NamedItem.OfAsync(db, outcome.Value.DueItemId, ct);
        TempData["Notice"] = granted ? $"已同意延期到{Marks.Moment(outcome.Value.Until)}：{named}，单位会收到消息。" : $"未同意延期：{named}，单位会收到消息和原因。";
        return Redirect("/extensions");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ExemptDueItem) is not null)
        {
            return Forbid();
        }

        Asked = await RequestsAsync(db.ExtensionRequests.Where(request => request.State == ExtensionState.Asked).OrderBy(request => request.Until).ThenBy(request => request.Id).Take(Most), ct);
        Decided = await RequestsAsync(db.ExtensionRequests.Where(request => request.State != ExtensionState.Asked).OrderByDescending(request => request.DecidedAt).ThenBy(request => request.Id).Take(MostDecided), ct);
        Open = await LinesAsync(item => item.SubmittedAt == null && item.ExemptReason == null && !item.IsVoluntary, ct);
        Exempt = await LinesAsync(item => item.ExemptReason != null, ct);
        return Page();
    }

    private async Task<IReadOnlyList<ExtensionLine>> RequestsAsync(IQueryable<ExtensionRequest> which, CancellationToken ct)
    {
        var rows = await (
            from request in which.AsNoTracking()
            join item in db.DueItems on request.DueItemId equals item.Id
            join task in db.KeyTasks on request.TaskId equals task.Id
            join unit in db.Units.AsNoTracking() on request.UnitId equals unit.Id
            orderby request.DecidedAt descending, request.Until, request.Id
            select new { Request = request, Unit = unit, task.Content, item.DueAt }).ToListAsync(ct);
        return rows.ConvertAll(row => new ExtensionLine(
            row.Request.Id, row.Request.Version, row.Unit.DisplayName, row.Request.TaskId, row.Content, row.Request.Month, row.DueAt, row.Request.Until, row.Request.Reason, row.Request.AskedAt, row.Request.State, row.Request.Note));
    }

    private async Task<IReadOnlyList<ExemptLine>> LinesAsync(System.Linq.Expressions.Expression<Func<DueItem, bool>> which, CancellationToken ct)
    {
        var rows = await (
            from item in db.DueItems.AsNoTracking().Where(which)
            join ledger in db.Ledgers on item.LedgerId equals ledger.Id
            join task in db.KeyTasks on item.TaskId equals task.Id
            join unit in db.Units.AsNoTracking() on item.UnitId equals unit.Id
            where ledger.ClosedAt == null
            orderby item.Month descending, unit.Rank, task.Number, item.Id
            select new { Item = item, Unit = unit, task.Number, task.Content, task.State }).Take(Most).ToListAsync(ct);
        return rows.ConvertAll(row => new ExemptLine(row.Item.Id, row.Item.Version, row.Unit.DisplayName, row.Number, row.Content, row.State is KeyTaskState.Active or KeyTaskState.Adjusted, row.Item.Month, row.Item.Deadline, row.Item.ExemptReason));
    }
}
