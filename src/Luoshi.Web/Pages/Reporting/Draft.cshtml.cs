using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Checks;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Reporting;

/// <summary>What the sheet's script asks while somebody writes: examine the text, keep the draft. JSON in, JSON out.</summary>
public sealed class DraftModel(LuoshiDb db, CheckDraft check, SaveDraft save) : PageModel
{
    public IActionResult OnGet() => NotFound();

    /// <summary>随写随核: doubts, figures and pace of a text, without saving it.</summary>
    public async Task<IActionResult> OnPostCheckAsync(Guid dueItemId, [FromBody] SheetEntry entry, CancellationToken ct)
    {
        var outcome = await check.ExecuteAsync(dueItemId, entry.Text, ct);
        return outcome.Refusal is { } refusal ? Refused(refusal) : new JsonResult(LiveCheck.Of(outcome.Value, entry.Text));
    }

    /// <summary>自动保存. Of two who write, the second gets the other's text and loses nothing.</summary>
    public async Task<IActionResult> OnPostDraftAsync(Guid dueItemId, [FromBody] SheetEntry entry, CancellationToken ct)
    {
        var outcome = await save.ExecuteAsync(dueItemId, entry.Version, entry.Text, ct);
        if (outcome.Refusal is not { } refusal)
        {
            return new JsonResult(new { outcome.Value.Version });
        }

        if (refusal != Concurrency.Changed)
        {
            return Refused(refusal);
        }

        var standing = await db.ProgressReports.AsNoTracking().SingleOrDefaultAsync(report => report.DueItemId == dueItemId, ct);
        return new JsonResult(new { refusal.Code, refusal.Message, Standing = SheetEntry.Of(standing?.Version ?? 0, standing?.Text ?? ReportText.Empty) })
        {
            StatusCode = StatusCodes.Status409Conflict,
        };
    }

    private static JsonResult Refused(Refusal refusal) => new(new { refusal.Code, refusal.Message })
    {
        StatusCode = refusal.Code switch
        {
            "forbidden" => StatusCodes.Status403Forbidden,
            "due-item-not-found" => StatusCodes.Status404NotFound,
            _ => StatusCodes.Status422UnprocessableEntity,
        },
    };
}

/// <summary>The answer of the live check.</summary>
/// <param name="Missing">What must be filled in before it can be submitted; null when nothing is.</param>
/// <param name="Doubts">Strong ones first.</param>
/// <param name="Readings">Every figure that was read as a result, as it stands in the text.</param>
/// <param name="Targets">The targets with their pace.</param>
public sealed record LiveCheck(string? Missing, IReadOnlyList<LiveDoubt> Doubts, IReadOnlyList<string> Readings, IReadOnlyList<TargetPace> Targets)
{
    public static LiveCheck Of(TaskCheck check, ReportText text)
    {
        var missing = text.PlanMet is false ? ReturnRules.Submittable(text.Progress ?? "—", text.PlanMet, text.Shortfall)?.Message : null;

        // What the field itself says need not be asked a second time.
        var doubts = check.Doubts.Where(doubt => missing is null || doubt.Code != DoubtCode.ShortfallUnexplained);
        return new LiveCheck(
            missing,
            [.. doubts.Select(doubt => new LiveDoubt(doubt.Strength == DoubtStrength.Strong, doubt.Message))],
            [.. check.Readings.Select(reading => reading.Source.Text)],
            TargetPace.Of(check));
    }
}

public sealed record LiveDoubt(bool IsStrong, string Message);
