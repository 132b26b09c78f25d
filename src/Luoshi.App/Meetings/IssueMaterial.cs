using Luoshi.App.Data;
using Luoshi.App.Notices;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Meetings;

/// <summary>印发 — the material lies on the table: the returns in it are frozen, the document is kept, the leaders are told.</summary>
public sealed class IssueMaterial(LuoshiDb db, TimeProvider clock)
{
    // Enough to see what is the matter; the page has them all.
    private const int MostNamed = 5;

    /// <returns>
    /// The material; <c>forbidden</c>, <c>material-not-found</c>, <c>changed-meanwhile</c>, <c>material-outdated</c> where a return in it is no longer
    /// the approved one, or what <see cref="Material.Issue"/> refuses.
    /// </returns>
    public async Task<Outcome<Material>> ExecuteAsync(Guid materialId, int version, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.IssueMaterial) is { } forbidden)
        {
            return forbidden;
        }

        if (await PrintedMaterial.LoadAsync(db, materialId, ct) is not { } printed)
        {
            return MaterialNotFound.Refusal;
        }

        var material = printed.Material;
        if (material.Version != version)
        {
            return Concurrency.Changed;
        }

        var standing = await db.Materials.AsNoTracking()
            .Where(other => other.LedgerId == material.LedgerId && other.Month == material.Month && other.State == MaterialState.Issued)
            .OrderByDescending(other => other.Edition)
            .FirstOrDefaultAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        if (material.Issue(standing, db.Access.AccountId ?? Guid.Empty, now) is { } refusal)
        {
            return refusal;
        }

        if (await FreezeAsync(printed, ct) is { } outdated)
        {
            return outdated;
        }

        var paper = await db.MaterialPapers.SingleAsync(paper => paper.MaterialId == materialId, ct);
        paper.Document = printed.Docx();
        await Tell.RolesAsync(db, [Role.Leader, Role.DistrictHead], $"{material.Name}已印发。", $"/materials/{material.Id}", now, ct);
        db.Record("material-issued", nameof(Material), material.Id, material.SupersedeReason);
        return await db.TrySaveAsync(ct) is { } changed ? changed : material;
    }

    private async Task<Refusal?> FreezeAsync(PrintedMaterial printed, CancellationToken ct)
    {
        var reports = await db.ProgressReports.Where(report => report.Month == printed.Material.Month).OrderBy(report => report.Id).ToDictionaryAsync(report => report.Id, ct);
        var outdated = new List<string>();
        foreach (var section in printed.Sections)
        {
            foreach (var line in section.Lines.Where(line => line.ReportId is not null))
            {
                var report = reports.GetValueOrDefault(line.ReportId!.Value);
                if (report is null || report.Submissions != line.Submission || report.Status is not (ReturnStatus.Approved or ReturnStatus.Frozen))
                {
                    outdated.Add($"{section.Leader.Line()}第{line.Row.Task.Number}项（{report?.Status.Name() ?? "已撤回"}）");
                }
                else if (report.Status == ReturnStatus.Approved)
                {
                    // Just found approved: it cannot be refused.
                    _ = report.Freeze();
                }
            }
        }

        return outdated.Count == 0 ? null : new Refusal(
            "material-outdated",
            $"汇编以后有{outdated.Count}项报送还没有审核通过，或者又改过：{string.Join('、', outdated.Take(MostNamed))}{(outdated.Count > MostNamed ? "等" : "")}。请办结后重新汇编。");
    }
}
