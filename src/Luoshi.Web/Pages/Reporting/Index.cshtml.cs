using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Calendars;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Reporting;

/// <summary>本月填报 — one sheet of what the unit is asked this month; earlier months are shown to be read, and what still lies with the unit to be mended.</summary>
public sealed class IndexModel(LuoshiDb db, ReadSheet read, SaveDraft save, SubmitReport submit, WithdrawReport withdraw, AnswerDoubt answer, TimeProvider clock) : PageModel
{
    private readonly Dictionary<Guid, Refusal> _refusals = [];

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    /// <summary>What was typed, by due item.</summary>
    [BindProperty]
    public Dictionary<string, SheetEntry> Entries { get; set; } = [];

    /// <summary>What was answered, by doubt.</summary>
    [BindProperty]
    public Dictionary<string, DoubtAnswer> Answers { get; set; } = [];

    public ReportingSheet Sheet { get; private set; } = null!;

    /// <summary>What was asked when something was refused: 提交.</summary>
    public string Asking { get; private set; } = "保存";

    public IEnumerable<SheetItem> Asked => Sheet.Items.Where(item => !item.Item.IsVoluntary);

    public IEnumerable<SheetItem> Voluntary => Sheet.Items.Where(item => item.Item.IsVoluntary);

    public bool IsCurrent => Sheet.Months.Count == 0 || Sheet.Month == Sheet.Months[0];

    /// <summary>How many items "submit" would send: filled and still with the unit.</summary>
    public int Ready => Asked.Concat(Voluntary).Count(item => item.IsOpen && item.Text.Progress is not null);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ?? Page();

    /// <summary>保存草稿 of one item, or of all that were typed in.</summary>
    public Task<IActionResult> OnPostSaveAsync(Guid? only, CancellationToken ct) => EachAsync(only, "保存草稿", sends: false, async (id, entry) =>
    {
        var outcome = await save.ExecuteAsync(id, entry.Version, entry.Text, ct);
        return outcome.Refusal;
    }, ct);

    /// <summary>报送 of one item, or of all that are filled.</summary>
    public Task<IActionResult> OnPostSubmitAsync(Guid? only, CancellationToken ct) => EachAsync(only, "提交", sends: true, async (id, entry) =>
    {
        var outcome = await submit.ExecuteAsync(id, entry.Version, entry.Text, ct);
        return outcome.Refusal;
    }, ct);

    public async Task<IActionResult> OnPostWithdrawAsync(Guid report, int version, CancellationToken ct)
    {
        await KeepTypedAsync(ct);
        var outcome = await withdraw.ExecuteAsync(report, version, ct);
        TempData["Notice"] = outcome.Refusal?.Message ?? "已撤回，可以修改后重新提交。";
        return await BackAsync(ct);
    }

    /// <summary>说明疑点.</summary>
    public async Task<IActionResult> OnPostExplainAsync(Guid doubt, CancellationToken ct)
    {
        await KeepTypedAsync(ct);
        var given = Answers.GetValueOrDefault(doubt.ToString("N")) ?? new DoubtAnswer();
        if (await answer.ExecuteAsync(doubt, given.Version, given.Text, ct) is not { } refusal)
        {
            TempData["Notice"] = "已说明，督查科审核时会看到。";
            return await BackAsync(ct);
        }

        _refusals[doubt] = refusal;
        return await LoadAsync(ct) ?? Page();
    }

    /// <summary>Why an item or a doubt was not taken; null when nothing is wrong with it.</summary>
    public Refusal? RefusalOf(Guid id) => _refusals.GetValueOrDefault(id);

    /// <summary>The refused items, for the list on top of the page.</summary>
    public IEnumerable<(SheetItem Item, Refusal Refusal)> Refused =>
        Sheet.Items.Where(item => _refusals.ContainsKey(item.Item.Id)).Select(item => (item, _refusals[item.Item.Id]));

    /// <summary>What stands in the fields: what was typed where something was refused, else what is stored. The version is that of the store, so that whoever has seen the other's text may save again.</summary>
    public SheetEntry EntryOf(SheetItem item) => Entries.GetValueOrDefault(item.Item.Id.ToString("N")) is { } typed && _refusals.Count > 0
        ? typed with { Version = item.Version }
        : SheetEntry.Of(item.Version, item.Text);

    /// <summary>A version somebody else saved meanwhile, to be shown beside what was typed.</summary>
    public ReportText? OtherText(SheetItem item) => RefusalOf(item.Item.Id) == Concurrency.Changed ? item.Text : null;

    public string AnswerOf(RaisedDoubt doubt) => Answers.GetValueOrDefault(doubt.Id.ToString("N"))?.Text ?? doubt.Answer ?? doubt.EarlierAnswer ?? "";

    /// <summary>还有2个工作日, or by how much it is late.</summary>
    public string TimeLeft(DateTime due)
    {
        var (today, last) = (Day(clock.GetUtcNow().UtcDateTime), Day(due));
        return due < clock.GetUtcNow().UtcDateTime ? "已过截止时间" : last == today ? "今天截止" : $"还有{last.DayNumber - today.DayNumber}天";
    }

    private static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, BeijingTime.Zone));

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        ReportingPeriod? month = null;
        if (Month is { Length: > 0 })
        {
            if (!ReportingPeriod.TryParse(Month, out var parsed))
            {
                return NotFound();
            }

            month = parsed;
        }

        var outcome = await read.ExecuteAsync(month, ct);
        if (outcome.Refusal is { } refusal)
        {
            return refusal.Code == "forbidden" ? Forbid() : NotFound();
        }

        Sheet = outcome.Value;
        return null;
    }

    private async Task<IActionResult> EachAsync(Guid? only, string what, bool sends, Func<Guid, SheetEntry, Task<Refusal?>> one, CancellationToken ct)
    {
        Asking = what;
        var done = 0;
        foreach (var (key, entry) in Entries.Where(entry => entry.Value is not { IsEmpty: true, Version: 0 }))
        {
            if (!Guid.TryParseExact(key, "N", out var id))
            {
                return BadRequest();
            }

            // What was typed in the others is kept with the one that was meant: the page is loaded anew.
            var isMeant = only is { } wanted ? id == wanted : entry.Text.Progress is not null;
            var refusal = isMeant ? await one(id, entry) : (await save.ExecuteAsync(id, entry.Version, entry.Text, ct)).Refusal;

            // What one attempt left in the store's memory must not be saved with the next one's.
            db.ChangeTracker.Clear();
            if (refusal == Concurrency.Changed && await IsDoneAsync(id, entry.Text, sends && isMeant, ct))
            {
                refusal = null;
            }

            if (refusal?.Code == "forbidden")
            {
                return Forbid();
            }

            if (refusal is not null)
            {
                _refusals[id] = refusal;
            }
            else if (isMeant)
            {
                done++;
            }
        }

        if (_refusals.Count == 0)
        {
            TempData["Notice"] = done == 0 ? "还没有填写任何一项。" : $"已{what}{done}项。";
            return BackToSheet();
        }

        // The items that went through show what is stored now, the refused ones what was typed.
        Entries = Entries.Where(entry => _refusals.ContainsKey(Guid.ParseExact(entry.Key, "N"))).ToDictionary();
        return await LoadAsync(ct) ?? Page();
    }

    /// <summary>Whether the same was sent before: by a button pressed twice, or from a page that the browser had kept.</summary>
    private Task<bool> IsDoneAsync(Guid id, ReportText text, bool isSent, CancellationToken ct) => db.ProgressReports.AsNoTracking().AnyAsync(
        report => report.DueItemId == id && report.Progress == text.Progress && report.PlanMet == text.PlanMet && report.Shortfall == text.Shortfall
            && (report.Status != ReturnStatus.Draft && report.Status != ReturnStatus.Returned) == isSent, ct);

    /// <summary>The page is loaded anew by a step on one item: what was typed in the others becomes their draft first.</summary>
    private async Task KeepTypedAsync(CancellationToken ct)
    {
        foreach (var (key, entry) in Entries.Where(entry => entry.Value is not { IsEmpty: true, Version: 0 }))
        {
            if (Guid.TryParseExact(key, "N", out var id) && (await save.ExecuteAsync(id, entry.Version, entry.Text, ct)).Refusal is { } refusal)
            {
                _refusals[id] = refusal;
            }

            db.ChangeTracker.Clear();
        }
    }

    private async Task<IActionResult> BackAsync(CancellationToken ct) => _refusals.Count == 0 ? BackToSheet() : await LoadAsync(ct) ?? Page();

    private RedirectResult BackToSheet() => Redirect(Month is { Length: > 0 } month && ReportingPeriod.TryParse(month, out var parsed) ? $"/reporting?month={parsed}" : "/reporting");
}

/// <summary>What a unit says to a doubt.</summary>
public sealed record DoubtAnswer
{
    public int Version { get; init; }

    public string? Text { get; init; }
}
