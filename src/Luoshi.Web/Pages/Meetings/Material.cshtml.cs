using Luoshi.App.Data;
using Luoshi.App.Meetings;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Meetings;

/// <summary>One material as its pages, with what changed since last month, the internal sheet of doubts, and the steps to its issue.</summary>
public sealed class MaterialModel(LuoshiDb db, CheckMaterial check, IssueMaterial issue, RecallMaterial recall, TimeProvider clock) : PageModel
{
    private const string RefusedKey = "MaterialRefused";

    public PrintedMaterial Printed { get; private set; } = null!;

    public string View { get; private set; } = "preview";

    public MaterialDifference? Difference { get; private set; }

    public DoubtSheet? Doubts { get; private set; }

    /// <summary>The issued correction of this material, where there is one.</summary>
    public NewerMaterial? SupersededBy { get; private set; }

    /// <summary>How many returns of the month were submitted or decided after it was compiled; 0 once it is issued.</summary>
    public int ChangedSince { get; private set; }

    public PeopleNames People { get; private set; } = PeopleNames.None;

    public string? RefusedText { get; private set; }

    public bool IsOffice => db.Access.Refuse(Operation.ReviewReport) is null;

    public bool MayCompile => db.Access.Refuse(Operation.CompileMaterial) is null;

    public bool MayIssue => db.Access.Refuse(Operation.IssueMaterial) is null;

    public bool MayRecall => clock.GetUtcNow().UtcDateTime <= Printed.Material.RecallableUntil;

    public int Reports => Printed.Sections.Sum(section => section.Lines.Count(line => line.ReportId is not null));

    public IEnumerable<(string File, string Text)> Files => MaterialFiles.For(IsOffice, Printed.Printed).Select(file => (file.Name, file.Text));

    public async Task<IActionResult> OnGetAsync(Guid id, string? view, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ReadMaterial) is not null)
        {
            return Forbid();
        }

        if (await PrintedMaterial.LoadAsync(db, id, ct) is not { } printed)
        {
            return NotFound();
        }

        Printed = printed;
        RefusedText = TempData[RefusedKey] as string;
        var material = printed.Material;
        SupersededBy = await db.Materials.AsNoTracking().Where(other => other.SupersedesId == id && other.IssuedAt != null)
            .OrderByDescending(other => other.Edition).Select(other => new NewerMaterial(other.Id, other.Edition, other.SupersedeReason)).FirstOrDefaultAsync(ct);
        if (IsOffice)
        {
            People = await PeopleNames.LoadAsync(db, [material.CompiledBy, material.CheckedBy, material.IssuedBy], ct);
        }

        if (IsOffice && material.IssuedAt is null)
        {
            ChangedSince = await db.ProgressReports.CountAsync(report => report.Month == material.Month && (report.SubmittedAt > material.AsAt || report.ReviewedAt > material.AsAt), ct);
        }

        if (view == "difference")
        {
            View = view;
            Difference = MaterialDifference.Between(await ExaminedMaterial.BeforeAsync(db, printed, ct), printed.Printed);
        }
        else if (view == "doubts" && IsOffice)
        {
            View = view;
            Doubts = await db.MaterialPapers.AsNoTracking().Where(paper => paper.MaterialId == id).Select(paper => paper.Doubts).SingleOrDefaultAsync(ct);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostCheckAsync(Guid id, int version, CancellationToken ct) =>
        Answer(id, await check.ExecuteAsync(id, version, ct), "?view=doubts", material => $"已核对：强疑点{material.StrongDoubts}项，弱疑点{material.WeakDoubts}项。");

    public async Task<IActionResult> OnPostIssueAsync(Guid id, int version, CancellationToken ct) =>
        Answer(id, await issue.ExecuteAsync(id, version, ct), "", material => $"{material.Name}已印发。");

    public async Task<IActionResult> OnPostRecallAsync(Guid id, int version, string? reason, CancellationToken ct) =>
        Answer(id, await recall.ExecuteAsync(id, version, reason, ct), "", material => $"{material.Name}已收回。");

    private IActionResult Answer(Guid id, Outcome<Material> outcome, string view, Func<Material, string> notice)
    {
        switch (outcome.Refusal)
        {
            case { Code: "forbidden" }:
                return Forbid();
            case { Code: "material-not-found" }:
                return NotFound();
            case { } refusal:
                TempData[RefusedKey] = refusal.Message;
                return Redirect($"/materials/{id}");
            default:
                TempData["Notice"] = notice(outcome.Value);
                return Redirect($"/materials/{id}{view}");
        }
    }
}

/// <summary>The issued correction of a material.</summary>
public sealed record NewerMaterial(Guid Id, int Edition, string? Reason);
