using System.ComponentModel.DataAnnotations;
using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Api;

/// <summary>佐证材料. It never changes: <c>ContentHash</c> is the SHA-256 of its bytes.</summary>
public sealed record AttachmentView(Guid Id, Guid ReportId, Guid TaskId, Guid UnitId, string Name, long Size, string ContentHash, DateTime AddedAt);

/// <summary>Which attachments are asked for.</summary>
public sealed record AttachmentFilter
{
    [FromQuery(Name = "report")]
    public Guid? ReportId { get; init; }

    [FromQuery(Name = "task")]
    public Guid? TaskId { get; init; }
}

/// <summary>Files that prove what a return says.</summary>
internal static class AttachmentEndpoints
{
    private const string Bytes = "application/octet-stream";

    private static readonly Refusal s_notFound = new("attachment-not-found", "没有找到这个文件，可能已经删去。");

    public static void MapAttachments(this IEndpointRouteBuilder api)
    {
        api.MapWithEmptyValues(HttpMethods.Post, "/due-items/{id:guid}/attachments", AttachAsync).WithTags("Attachments")
            .Accepts<IFormFile>(Bytes)
            .WithMetadata(new RequestSizeLimitAttribute(ReadLimits.Upload.FileBytes))
            .Refuses("forbidden", "due-item-not-found", "report-not-editable", "too-many-files", "file-not-accepted", "macro-file", "changed-meanwhile")
            .WithSummary("Add a file to a return that lies with the unit: the file is the body");

        var attachments = api.MapGroup("/attachments").WithTags("Attachments");
        attachments.MapGet("/", ListAsync).Needs(Operation.ViewTasks).WithSummary("Attachments by return and task");
        attachments.MapGet("/{id:guid}", DownloadAsync).Needs(Operation.ViewTasks).Refuses("attachment-not-found", "attachment-gone")
            .Produces(StatusCodes.Status200OK, contentType: Bytes)
            .WithSummary("An attachment, as it was handed in");
        attachments.MapDelete("/{id:guid}", RemoveAsync).Refuses("forbidden", "attachment-not-found", "report-not-editable", "changed-meanwhile").WithSummary("Remove a file from a return that lies with the unit");
    }

    private static async Task<Ok<Listing<AttachmentView>>> ListAsync([AsParameters] AttachmentFilter filter, [AsParameters] Part part, LuoshiDb db, CancellationToken ct)
    {
        var files = db.Attachments.AsNoTracking().Where(file => file.Id > part.After);
        files = filter.ReportId is { } report ? files.Where(file => file.ReportId == report) : files;
        files = filter.TaskId is { } task ? files.Where(file => file.TaskId == task) : files;
        return TypedResults.Ok(Listings.Of([.. (await files.OrderBy(file => file.Id).Take(part.Size + 1).ToListAsync(ct)).Select(View)], part.Size, file => file.Id));
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> DownloadAsync(Guid id, LuoshiDb db, AttachmentStore store, CancellationToken ct) =>
        await db.Attachments.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, ct) is not { } file ? s_notFound.ToProblem()
        : store.Open(file.ContentHash) is { } content ? TypedResults.File(content, Bytes, file.Name)
        : new Refusal("attachment-gone", "这个文件的内容不在磁盘上了，请告诉管理员。").ToProblem();

    private static async Task<Results<Created<AttachmentView>, ProblemHttpResult>> AttachAsync(Guid id, [FromQuery, MaxLength(255)] string file, HttpRequest request, AttachFile attach, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, ct);
        var outcome = await attach.ExecuteAsync(id, file, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), ct);
        return outcome.Refusal is { } refusal ? refusal.ToProblem() : TypedResults.Created($"{LuoshiApi.Root}/attachments/{outcome.Value.Id}", View(outcome.Value));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, RemoveFile remove, CancellationToken ct) =>
        await remove.ExecuteAsync(id, ct) is { } refusal ? refusal.ToProblem() : TypedResults.NoContent();

    private static AttachmentView View(Attachment file) => new(file.Id, file.ReportId, file.TaskId, file.UnitId, file.Name, file.Size, file.ContentHash, file.AddedAt);
}
