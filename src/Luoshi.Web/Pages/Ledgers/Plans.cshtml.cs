using System.Globalization;
using Luoshi.App.Calendars;
using Luoshi.App.Data;
using Luoshi.App.Ledgers;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Ledgers;

/// <summary>A row of the grid: a task and its planned months, by number.</summary>
public sealed record PlanRow(Guid TaskId, int Number, string Content, string Unit, bool MayWrite, IReadOnlyDictionary<int, PlannedMonth> Months);

/// <summary>月度计划 — tasks by months. Units propose for what they lead, the office approves.</summary>
public sealed class PlansModel(LuoshiDb db, TimeProvider clock, PlanMonth planMonth, ApprovePlan approvePlan) : PageModel
{
    public const int PageSize = 30;

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    /// <summary>The quarter that is shown, 1 to 4.</summary>
    [BindProperty(SupportsGet = true)]
    public int Quarter { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Unit { get; set; }

    /// <summary>Only tasks with a draft in the quarter.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Drafts { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<PlanRow> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public int DraftCount { get; private set; }

    public bool HasLedger { get; private set; }

    public bool MayApprove => db.Access.Refuse(Operation.ApprovePlan) is null;

    public bool IsOffice => db.Access.Scope == Scope.Government;

    public IReadOnlyList<(Guid Id, string Name)> AllUnits { get; private set; } = [];

    public Refusal? Refusal { get; private set; }

    /// <summary>The cell that was refused and what was typed into it.</summary>
    public (Guid Task, int Month, string? Text)? Typed { get; private set; }

    public string? ApprovedBy { get; private set; }

    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);

    public string Query => string.Create(CultureInfo.InvariantCulture, $"year={Year}&quarter={Quarter}{(Unit is { } unit ? $"&unit={unit}" : "")}{(Drafts ? "&drafts=true" : "")}");

    public IEnumerable<int> Months => Enumerable.Range(Quarter * 3 - 2, 3);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostWriteAsync(Guid task, int month, int version, string? text, CancellationToken ct)
    {
        if (Year is < 1900 or > 9999 || month is < 1 or > 12)
        {
            return NotFound();
        }

        var written = await planMonth.ExecuteAsync(task, new ReportingPeriod(Year, month), version, text, ct);
        Typed = written.Refusal is null ? null : (task, month, text);
        return await DoneAsync(written.Refusal, $"已保存{month}月计划，审定后用于核对。", ct);
    }

    public async Task<IActionResult> OnPostApproveAsync(List<string> pick, string? approvedBy, CancellationToken ct)
    {
        var seen = new List<SeenPlan>();
        foreach (var one in pick)
        {
            if (one.Split(':') is [var id, var period, var version] && Guid.TryParse(id, out var task) && ReportingPeriod.TryParse(period, out var month) && int.TryParse(version, CultureInfo.InvariantCulture, out var number))
            {
                seen.Add(new SeenPlan(task, month, number));
            }
        }

        ApprovedBy = approvedBy;
        var approved = await approvePlan.ExecuteAsync([.. seen.DistinctBy(plan => (plan.TaskId, plan.Month))], approvedBy, ct);
        return await DoneAsync(approved.Refusal, approved.Refusal is null ? $"已审定{approved.Value}项月度计划{(approved.Value < seen.Count ? $"，{seen.Count - approved.Value}项刚刚有改动，请核对后再审定" : "")}。" : "", ct);
    }

    private async Task<IActionResult> DoneAsync(Refusal? refusal, string done, CancellationToken ct)
    {
        if (refusal is null)
        {
            TempData["Notice"] = done;
            return Redirect(string.Create(CultureInfo.InvariantCulture, $"/plans?{Query}&p={P}"));
        }

        Refusal = refusal;
        return refusal.Code == "forbidden" ? Forbid() : await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.PlanMonths) is not null && !MayApprove)
        {
            return Forbid();
        }

        var today = clock.Today();
        Year = Year is < 1900 or > 9999 ? today.Year : Year;
        Quarter = Quarter is < 1 or > 4 ? (today.Month + 2) / 3 : Quarter;
        var ledger = await db.Ledgers.AsNoTracking().SingleOrDefaultAsync(ledger => ledger.Year == Year, ct);
        HasLedger = ledger is not null;
        var ledgerId = ledger?.Id ?? Guid.Empty;
        var (first, last) = (new ReportingPeriod(Year, Quarter * 3 - 2), new ReportingPeriod(Year, Quarter * 3));
        var tasks = db.KeyTasks.AsNoTracking().Where(task => task.LedgerId == ledgerId && (task.State == KeyTaskState.Active || task.State == KeyTaskState.Adjusted));
        if (Unit is { } unit)
        {
            tasks = tasks.Where(task => task.LeadUnitId == unit);
        }

        if (Drafts)
        {
            tasks = tasks.Where(task => db.PlannedMonths.Any(plan => plan.TaskId == task.Id && plan.ApprovedBy == null && plan.Month >= first && plan.Month <= last));
        }

        Count = await tasks.CountAsync(ct);
        var page = await (
            from task in tasks
            join post in db.LeaderPosts on task.PostId equals post.Id
            join lead in db.Units on task.LeadUnitId equals lead.Id
            orderby post.Rank, task.Number, task.Id
            select new { task.Id, task.Number, task.Content, Lead = lead }).Skip((Math.Max(P, 1) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var ids = page.ConvertAll(row => row.Id);
        var months = (await db.PlannedMonths.AsNoTracking().Where(plan => ids.Contains(plan.TaskId) && plan.Month >= first && plan.Month <= last).ToListAsync(ct)).ToLookup(plan => plan.TaskId);
        var mayWrite = db.Access.Refuse(Operation.PlanMonths) is null && ledger is { IsClosed: false };
        Rows = page.ConvertAll(row => new PlanRow(
            row.Id, row.Number, row.Content, row.Lead.DisplayName, mayWrite && (IsOffice || row.Lead.Id == db.Access.UnitId), months[row.Id].ToDictionary(plan => plan.Month.Month)));
        DraftCount = Rows.Sum(row => row.Months.Values.Count(plan => plan.ApprovedBy is null));
        AllUnits = IsOffice ? [.. (await db.Units.AsNoTracking().OrderBy(one => one.Rank).ThenBy(one => one.Id).ToListAsync(ct)).Select(one => (one.Id, one.DisplayName))] : [];
        return Page();
    }
}
