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

/// <summary>增加一项 by hand.</summary>
public sealed class AddModel(LuoshiDb db, TimeProvider clock, AddKeyTask add) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(Name = "content")]
    public string? TaskContent { get; set; }

    [BindProperty]
    public string? Target { get; set; }

    [BindProperty]
    public string? Deadline { get; set; }

    [BindProperty]
    public ReportingFrequency Frequency { get; set; } = ReportingFrequency.Monthly;

    [BindProperty]
    public Guid PostId { get; set; }

    [BindProperty]
    public Guid LeadUnitId { get; set; }

    [BindProperty]
    public int? Number { get; set; }

    [BindProperty]
    public string? Theme { get; set; }

    [BindProperty]
    public List<Guid> Units { get; set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> AllUnits { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> AllPosts { get; private set; } = [];

    public Refusal? Refusal { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var ledger = await db.Ledgers.Where(ledger => ledger.Year == Year).Select(ledger => (Guid?)ledger.Id).SingleOrDefaultAsync(ct);
        var deadline = string.IsNullOrWhiteSpace(Deadline) ? null : Deadline.Trim();
        var added = await add.ExecuteAsync(
            ledger ?? Guid.Empty,
            new KeyTaskTerms
            {
                Content = TaskContent ?? "",
                Target = string.IsNullOrWhiteSpace(Target) ? null : Target.Trim(),
                Deadline = deadline,
                DeadlineDate = deadline is null ? null : DateText.LastDayOf(deadline, Year),
                Frequency = Frequency,
                PostId = PostId,
                LeadUnitId = LeadUnitId,
            },
            Number,
            Theme,
            Units,
            ct);
        if (added.Refusal is { } refusal)
        {
            Refusal = refusal;
            return refusal.Code == "forbidden" ? Forbid() : await ShowAsync(ct);
        }

        TempData["Notice"] = "已增加一项重点工作。已经开启的月份，请在调度台再点一次开启，向单位要这一项。";
        return Redirect($"/tasks?year={Year}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.EditKeyTask) is not null)
        {
            return Forbid();
        }

        Year = Year == 0 ? clock.Today().Year : Year;
        var today = clock.Today();
        AllUnits = [.. (await db.Units.AsNoTracking().Where(unit => unit.ClosedOn == null).OrderBy(unit => unit.Rank).ThenBy(unit => unit.Id).ToListAsync(ct)).Select(unit => (unit.Id, unit.DisplayName))];
        AllPosts = [.. (await db.LeaderPosts.AsNoTracking().OrderBy(post => post.Rank).ThenBy(post => post.Id).ToListAsync(ct)).Select(post => (post.Id, post.NameOn(today)))];
        return Page();
    }
}
