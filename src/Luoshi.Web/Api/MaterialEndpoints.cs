using System.ComponentModel.DataAnnotations;
using Luoshi.App.Data;
using Luoshi.App.Meetings;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reporting;
using Luoshi.Web.Pages.Meetings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Api;

/// <summary>会议材料. Its version is the ETag; what it says is in its files.</summary>
public sealed record MaterialView(
    Guid Id,
    ReportingPeriod Month,
    int Edition,
    MaterialState State,
    int Version,
    string Heading,
    DateTime AsAt,
    int Tasks,
    int Missing,
    int Pending,
    int? StrongDoubts,
    int? WeakDoubts,
    string ContentHash,
    DateTime CompiledAt,
    DateTime? CheckedAt,
    DateTime? IssuedAt,
    DateTime? RecalledAt,
    string? RecallReason,
    Guid? SupersedesId,
    string? SupersedeReason);

/// <summary>What goes into a month's material. <c>Correction</c> says why where one of the month is issued already.</summary>
public sealed record NewMaterial(
    ReportingPeriod Month, bool ApprovedOnly = true, bool LastValues = false, DateOnly? Date = null, [property: MaxLength(300)] string? Correction = null);

/// <summary>Why an issued material is called back.</summary>
public sealed record Recalling([property: MaxLength(ReportStepEndpoints.LongestReason)] string Reason);

/// <summary>Which materials are asked for.</summary>
public sealed record MaterialFilter
{
    [FromQuery(Name = "month")]
    public ReportingPeriod? Month { get; init; }

    [FromQuery(Name = "state")]
    public Word<MaterialState>? State { get; init; }
}

/// <summary>The materials of the meetings: compiled, checked, issued, and had as files.</summary>
internal static class MaterialEndpoints
{
    public static void MapMaterials(this IEndpointRouteBuilder api)
    {
        var materials = api.MapGroup("/materials").WithTags("Materials");
        materials.MapGet("/", ListAsync).Needs(Operation.ReadMaterial).WithSummary("Materials by month and state");
        materials.MapPost("/", CompileAsync)
            .Refuses("forbidden", "ledger-not-found", "ledger-empty", "period-not-open", "correction-unexplained", "changed-meanwhile")
            .WithSummary("Compile a month's material from the ledger as it stands now");

        var one = materials.MapGroup("/{id:guid}").Refuses("material-not-found");
        one.MapGet("/", GetAsync).Needs(Operation.ReadMaterial).WithSummary("One material");
        one.MapGet("/files/{file}", DownloadAsync).Needs(Operation.ReadMaterial).Refuses("file-not-found")
            .Produces(StatusCodes.Status200OK, contentType: MaterialFiles.ContentType(".docx"), additionalContentTypes: [MaterialFiles.ContentType(".xlsx"), MaterialFiles.ContentType(".html")])
            .WithSummary("A material as a file: material.docx, material.xlsx, material.html, leader-pages.docx; for the office also difference.docx, doubts.docx, reminders.docx, circular.docx");
        one.MapPost("/check", CheckAsync).Refuses("forbidden", "changed-meanwhile", "material-not-compiled").WithSummary("Examine a material row against row and against last month");
        one.MapPost("/issue", IssueAsync).Refuses("forbidden", "changed-meanwhile", "material-not-checked", "material-already-issued", "material-outdated").WithSummary("Issue a material: from then on it changes no more");
        one.MapPost("/recall", RecallAsync).Refuses("forbidden", "changed-meanwhile", "material-not-issued", "recall-too-late", "reason-missing").WithSummary("Call an issued material back within a day");
    }

    private static async Task<Ok<Listing<MaterialView>>> ListAsync([AsParameters] MaterialFilter filter, [AsParameters] Part part, LuoshiDb db, CancellationToken ct)
    {
        var materials = db.Materials.AsNoTracking().Where(material => material.Id > part.After);
        materials = filter.Month is { } month ? materials.Where(material => material.Month == month) : materials;
        materials = filter.State?.Value is { } state ? materials.Where(material => material.State == state) : materials;
        var rows = await materials.OrderBy(material => material.Id).Take(part.Size + 1).ToListAsync(ct);
        return TypedResults.Ok(Listings.Of([.. rows.Select(View)], part.Size, material => material.Id));
    }

    private static async Task<Results<Ok<MaterialView>, ProblemHttpResult>> GetAsync(Guid id, LuoshiDb db, HttpResponse response, CancellationToken ct) =>
        await db.Materials.AsNoTracking().SingleOrDefaultAsync(material => material.Id == id, ct) is { } material
            ? Answer(material, null, response)
            : new Refusal("material-not-found", "没有找到这份材料。").ToProblem();

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> DownloadAsync(Guid id, [MaxLength(40)] string file, LuoshiDb db, CancellationToken ct)
    {
        if (await PrintedMaterial.LoadAsync(db, id, ct) is not { } printed)
        {
            return new Refusal("material-not-found", "没有找到这份材料。").ToProblem();
        }

        var kind = MaterialFiles.For(db.Access.Refuse(Operation.ReviewReport) is null).FirstOrDefault(one => one.Name == file);
        return kind is not null && await MaterialFiles.WriteAsync(db, printed, file, ct) is { } bytes
            ? TypedResults.File(bytes, MaterialFiles.ContentType(Path.GetExtension(file)), file)
            : new Refusal("file-not-found", "这份材料没有这种文件，或者没有内容。").ToProblem();
    }

    private static async Task<Results<Created<MaterialView>, ProblemHttpResult>> CompileAsync(NewMaterial body, CompileFromLedger compile, HttpResponse response, CancellationToken ct) =>
        (await compile.ExecuteAsync(new LedgerCompilation(body.Month, new MaterialChoice(body.ApprovedOnly, body.LastValues), body.Date, body.Correction), ct))
            .AnswerCreated(response, material => $"materials/{material.Id}", material => material.Version, View);

    private static async Task<Results<Ok<MaterialView>, ProblemHttpResult>> CheckAsync(Guid id, SeenVersion seen, CheckMaterial check, HttpResponse response, CancellationToken ct) =>
        Answer(await check.ExecuteAsync(id, seen.Version, ct), seen, response);

    private static async Task<Results<Ok<MaterialView>, ProblemHttpResult>> IssueAsync(Guid id, SeenVersion seen, IssueMaterial issue, HttpResponse response, CancellationToken ct) =>
        Answer(await issue.ExecuteAsync(id, seen.Version, ct), seen, response);

    private static async Task<Results<Ok<MaterialView>, ProblemHttpResult>> RecallAsync(
        Guid id, SeenVersion seen, Recalling body, RecallMaterial recall, HttpResponse response, CancellationToken ct) =>
        Answer(await recall.ExecuteAsync(id, seen.Version, body.Reason, ct), seen, response);

    private static Results<Ok<MaterialView>, ProblemHttpResult> Answer(Outcome<Material> outcome, SeenVersion? seen, HttpResponse response) =>
        outcome.Answer(seen, response, material => material.Version, View);

    private static MaterialView View(Material material) => new(
        material.Id, material.Month, material.Edition, material.State, material.Version, material.Heading, material.AsAt, material.Tasks, material.Missing, material.Pending,
        material.StrongDoubts, material.WeakDoubts, material.ContentHash, material.CompiledAt, material.CheckedAt, material.IssuedAt, material.RecalledAt, material.RecallReason,
        material.SupersedesId, material.SupersedeReason);
}
