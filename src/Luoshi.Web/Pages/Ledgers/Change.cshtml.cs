using Luoshi.App.Data;
using Luoshi.App.Ledgers;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Ledgers;

/// <summary>调整、拆分、分解下达、销号 — everything that changes a key task, on one page.</summary>
public sealed class ChangeModel(LuoshiDb db, EditKeyTask edit, AdjustKeyTask adjust, SplitKeyTask split, HandDownKeyTask handDown, EndKeyTask end) : PageModel
{
    private const int MostParts = 6;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty(Name = "content")]
    public string? TaskContent { get; set; }

    [BindProperty]
    public string? Target { get; set; }

    [BindProperty]
    public string? Deadline { get; set; }

    [BindProperty]
    public ReportingFrequency Frequency { get; set; }

    [BindProperty]
    public Guid PostId { get; set; }

    [BindProperty]
    public Guid LeadUnitId { get; set; }

    [BindProperty]
    public int Number { get; set; }

    [BindProperty]
    public string? Theme { get; set; }

    [BindProperty]
    public List<Guid> Units { get; set; } = [];

    [BindProperty]
    public List<string?> PartContent { get; set; } = [];

    [BindProperty]
    public List<Guid> PartUnit { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? ApprovedBy { get; set; }

    [BindProperty]
    public KeyTaskState State { get; set; } = KeyTaskState.ClosedOut;

    public KeyTask Task { get; private set; } = null!;

    public int Year { get; private set; }

    public IReadOnlyList<(Guid Id, string Name)> AllUnits { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> AllPosts { get; private set; } = [];

    public IReadOnlyList<KeyTaskVersion> Kept { get; private set; } = [];

    public Refusal? Refusal { get; private set; }

    /// <summary>The form that was refused: it stays open with everything that was typed.</summary>
    public string Form { get; private set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostEditAsync(CancellationToken ct) =>
        await DoneAsync("edit", (await edit.ExecuteAsync(Id, Version, Number, Theme, Units, ct)).Refusal, "已保存序号、主题和配合单位。", ct);

    public async Task<IActionResult> OnPostAdjustAsync(CancellationToken ct)
    {
        var terms = new KeyTaskTerms
        {
            Content = TaskContent?.Trim() ?? "",
            Target = Blank(Target),
            Deadline = Blank(Deadline),
            DeadlineDate = Blank(Deadline) is { } deadline ? DateText.LastDayOf(deadline, await YearAsync(ct)) : null,
            Frequency = Frequency,
            PostId = PostId,
            LeadUnitId = LeadUnitId,
        };
        return await DoneAsync("adjust", (await adjust.ExecuteAsync(Id, Version, terms, Reason ?? "", ApprovedBy ?? "", ct)).Refusal, "已调整，原来的内容保留在经过里。", ct);
    }

    public async Task<IActionResult> OnPostSplitAsync(CancellationToken ct)
    {
        var parts = PartContent.Zip(PartUnit).Where(part => !string.IsNullOrWhiteSpace(part.First)).Select(part => new TaskPart(part.First!, part.Second)).ToList();
        return await DoneAsync("split", (await split.ExecuteAsync(Id, Version, parts, Reason ?? "", ApprovedBy ?? "", ct)).Refusal, $"已拆分为{parts.Count}项。", ct);
    }

    public async Task<IActionResult> OnPostHandDownAsync(CancellationToken ct)
    {
        var outcome = await handDown.ExecuteAsync(Id, Version, Units, TaskContent, ct);
        return await DoneAsync("hand-down", outcome.Refusal, outcome.Refusal is null ? $"已分解下达给{outcome.Value.Count}个单位。" : "", ct);
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct) =>
        State is not (KeyTaskState.ClosedOut or KeyTaskState.Terminated)
            ? BadRequest()
            : await DoneAsync("end", (await end.ExecuteAsync(Id, Version, State, Reason ?? "", ApprovedBy ?? "", ct)).Refusal, $"已{(State == KeyTaskState.ClosedOut ? "销号" : "终止")}。", ct);

    private async Task<IActionResult> DoneAsync(string form, Refusal? refusal, string done, CancellationToken ct)
    {
        if (refusal is null)
        {
            TempData["Notice"] = done;
            return Redirect($"/tasks?year={await YearAsync(ct)}");
        }

        (Refusal, Form) = (refusal, form);
        return refusal.Code switch
        {
            "forbidden" => Forbid(),
            "task-not-found" => NotFound(),
            _ => await ShowAsync(ct),
        };
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.EditKeyTask) is not null)
        {
            return Forbid();
        }

        var task = await db.KeyTasks.AsNoTracking().SingleOrDefaultAsync(task => task.Id == Id, ct);
        if (task is null)
        {
            return NotFound();
        }

        Task = task;
        Year = await YearAsync(ct);
        AllUnits = [.. (await db.Units.AsNoTracking().Where(unit => unit.ClosedOn == null).OrderBy(unit => unit.Rank).ThenBy(unit => unit.Id).ToListAsync(ct)).Select(unit => (unit.Id, unit.DisplayName))];
        AllPosts = [.. (await db.LeaderPosts.AsNoTracking().OrderBy(post => post.Rank).ThenBy(post => post.Id).ToListAsync(ct)).Select(post => (post.Id, post.NameOn(new DateOnly(Year, 12, 31))))];
        Kept = await db.KeyTaskVersions.AsNoTracking().Where(version => version.TaskId == Id).OrderByDescending(version => version.Version).ToListAsync(ct);
        if (HttpMethods.IsGet(Request.Method))
        {
            (Version, TaskContent, Target, Deadline, Frequency, PostId, LeadUnitId, Number, Theme) =
                (task.Version, task.Content, task.Target, task.Deadline, task.Frequency, task.PostId, task.LeadUnitId, task.Number, task.Theme);
            PartContent = [task.Content];
            Units = await db.Responsibilities.Where(part => part.TaskId == Id && part.Until == null && part.Part == UnitPart.Supporting).OrderBy(part => part.Position).Select(part => part.UnitId).ToListAsync(ct);
        }

        while (PartContent.Count < MostParts)
        {
            PartContent.Add(null);
        }

        while (PartUnit.Count < MostParts)
        {
            PartUnit.Add(task.LeadUnitId);
        }

        return Page();
    }

    private Task<int> YearAsync(CancellationToken ct) =>
        db.KeyTasks.Where(task => task.Id == Id).Join(db.Ledgers, task => task.LedgerId, ledger => ledger.Id, (_, ledger) => ledger.Year).SingleOrDefaultAsync(ct);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
