using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Calendars;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Writing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Meetings;

/// <summary>What to compile from the ledger.</summary>
/// <param name="Month">The month it reports on.</param>
/// <param name="Choice">What goes into it.</param>
/// <param name="Date">The day on the cover; null prints the month.</param>
/// <param name="Correction">Why the issued material of the month is corrected; null where none is issued.</param>
public sealed record LedgerCompilation(ReportingPeriod Month, MaterialChoice Choice, DateOnly? Date = null, string? Correction = null);

/// <summary>汇编 — the ledger as it stands now becomes the month's material. Nothing that happens to the ledger later changes it.</summary>
public sealed class CompileFromLedger(LuoshiDb db, TimeProvider clock)
{
    /// <returns>
    /// The material; <c>forbidden</c>, <c>ledger-not-found</c>, <c>ledger-empty</c>, <c>period-not-open</c>, <c>correction-unexplained</c>, <c>changed-meanwhile</c>.
    /// </returns>
    public async Task<Outcome<Material>> ExecuteAsync(LedgerCompilation request, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.CompileMaterial) is { } forbidden)
        {
            return forbidden;
        }

        var ledger = await db.Ledgers.AsNoTracking().SingleOrDefaultAsync(ledger => ledger.Year == request.Month.Year, ct);
        if (ledger is null)
        {
            return new Refusal("ledger-not-found", $"还没有建立{request.Month.Year}年台账，请先建账。");
        }

        if (!await db.OpenedPeriods.AnyAsync(period => period.LedgerId == ledger.Id && period.Month == request.Month, ct))
        {
            return new Refusal("period-not-open", $"{request.Month.InWords()}还没有开启报送期，没有可以汇编的报送。");
        }

        var earlier = await db.Materials.AsNoTracking().Where(material => material.LedgerId == ledger.Id && material.Month == request.Month)
            .OrderBy(material => material.Edition)
            .Select(material => new { material.Id, material.Edition, material.State })
            .ToListAsync(ct);
        var standing = earlier.LastOrDefault(material => material.State == MaterialState.Issued);
        if (standing is not null && PlainText.IsNothing(request.Correction))
        {
            return new Refusal("correction-unexplained", $"{request.Month.InWords()}办公会议材料已经印发（第{standing.Edition}稿），不会改动。重新汇编的是更正稿，请写明更正原因。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, BeijingTime.Zone));
        var rows = await LedgerRows.LoadAsync(db, ledger.Id, request.Month, today, request.Choice, ct);
        if (rows.Sections.Count == 0)
        {
            return new Refusal("ledger-empty", $"{ledger.Title}没有推进中的重点工作，没有可以汇编的内容。");
        }

        var government = await db.Governments.AsNoTracking().Where(government => government.Id == ledger.GovernmentId).Select(government => government.Name).SingleAsync(ct);
        var template = await db.OfficeTemplates.AsNoTracking().Where(template => template.EndedAt == null).OrderByDescending(template => template.Id).FirstOrDefaultAsync(ct);
        var material = New(request, ledger, government, rows, template, now, (earlier.LastOrDefault()?.Edition ?? 0) + 1, standing?.Id, out var sections);
        db.Add(material);
        sections.ForEach(section => db.Add(section));
        db.Add(new MaterialPaper { GovernmentId = ledger.GovernmentId, MaterialId = material.Id });
        db.Record("material-compiled", nameof(Material), material.Id, request.Correction);
        return await db.TrySaveAsync(ct) is { } changed ? changed : material;
    }

    private Material New(
        LedgerCompilation request, Ledger ledger, string government, LedgerRows rows, OfficeTemplate? template, DateTime now, int edition, Guid? supersedes, out List<MaterialSection> sections)
    {
        var look = new MaterialLook();
        var lines = rows.Sections.SelectMany(section => section.Lines).ToList();
        var printed = new MeetingMaterial
        {
            Government = government,
            Period = request.Month,
            Date = request.Date,
            Heading = MaterialWording.Heading(request.Month),
            Sections = [.. rows.Sections.Select(section => new LeaderSection(section.Leader, [.. section.Lines.Select(line => line.Row)]))],
        };
        var material = new Material
        {
            GovernmentId = ledger.GovernmentId,
            LedgerId = ledger.Id,
            Month = request.Month,
            Edition = edition,
            AsAt = now,
            Government = government,
            Heading = printed.Heading,
            Date = request.Date,
            Look = PrintedMaterial.LookOf(look),
            Notes = [.. rows.Notes],
            TemplateId = template?.Id,
            ContentHash = PrintedMaterial.HashOf(PrintedMaterial.Docx(printed, look, template?.Content)),
            Tasks = lines.Count,
            Missing = lines.Count(line => line.Row.Return == ReturnState.Missing),
            Pending = lines.Count(line => line.Row.Return == ReturnState.Pending),
            CompiledBy = db.Access.AccountId ?? Guid.Empty,
            CompiledAt = now,
            SupersedesId = supersedes,
            SupersedeReason = supersedes is null ? null : request.Correction!.Trim(),
        };
        sections = [.. rows.Sections.Select((section, i) => new MaterialSection
        {
            GovernmentId = ledger.GovernmentId,
            MaterialId = material.Id,
            Position = i + 1,
            PostId = section.Post.Id,
            Leader = section.Leader,
            Lines = [.. section.Lines],
        })];
        return material;
    }
}
