using System.ComponentModel.DataAnnotations;
using Luoshi.App.Ledgers;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Documents.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Web.Api;

/// <summary>What becomes of a row of a document. <c>TaskId</c> is null for a new one and where it cannot be told which is meant.</summary>
public sealed record ImportRowView(int? Number, string Content, ImportKind Kind, Guid? TaskId, IReadOnlyList<ImportChange> Changes, string? Problem);

/// <summary>What an import does, or would do.</summary>
public sealed record ImportView(bool Written, int New, int Matched, int Changed, int Conflicts, IReadOnlyList<ImportRowView> Rows);

/// <summary>Documents into a ledger: first shown, then written.</summary>
internal static class ImportEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder api) => api.MapWithEmptyValues(HttpMethods.Post, "/ledgers/{year:int}/import", ImportAsync).WithTags("Ledgers").Needs(Operation.ImportLedger)
        .Accepts<IFormFile>("application/octet-stream", "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        .WithMetadata(new RequestSizeLimitAttribute(ReadLimits.Upload.FileBytes))
        .Refuses("ledger-not-found", "ledger-closed", "no-tasks", "changed-meanwhile")
        .WithSummary("Import a document: the file is the body; nothing is written unless write=true");

    private static async Task<Results<Ok<ImportView>, ProblemHttpResult>> ImportAsync(
        int year, [FromQuery, MaxLength(255)] string file, [FromQuery] bool? write, HttpRequest request, ImportLedger import, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, ct);
        var read = DocumentReader.Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), file, ReadLimits.Upload);
        if (read.Refusal is { } unread)
        {
            return unread.ToProblem();
        }

        var outcome = await import.ExecuteAsync(year, [read.Value], write == true, ct);
        if (outcome.Refusal is { } refusal)
        {
            return refusal.ToProblem();
        }

        var plan = outcome.Value;
        return TypedResults.Ok(new ImportView(
            write == true, plan.Count(ImportKind.New), plan.Count(ImportKind.Matched), plan.Count(ImportKind.Changed), plan.Count(ImportKind.Conflict),
            [.. plan.Rows.Select(row => new ImportRowView(row.Row.Number, row.Row.Content, row.Kind, row.TaskId, row.Changes, row.Problem))]));
    }
}
