using Luoshi.App.Auditing;
using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Luoshi.Web.Pages.Audit;

/// <summary>导出审计 — a form and not a link, because the export is itself written into the audit.</summary>
public sealed class ExportModel(LuoshiDb db, ExportAudit export, TimeProvider clock) : PageModel
{
    public IActionResult OnGet() => db.Access.Refuse(Operation.ReadAudit) is null ? Redirect("/audit") : Forbid();

    public async Task<IActionResult> OnPostAsync(DateOnly? from, DateOnly? to, string? person, string? operation, string? subject, CancellationToken ct)
    {
        var filter = new AuditFilter { From = from, To = to, Person = person, Action = operation, Subject = subject };
        var refusal = await export.ExecuteAsync(
            filter,
            () =>
            {
                Name("审计记录", "csv", "text/csv; charset=utf-8");
                return Response.Body;
            },
            ct);
        return refusal is null ? new EmptyResult() : Forbid();
    }

    public async Task<IActionResult> OnPostAnchorsAsync(CancellationToken ct)
    {
        var outcome = await export.AnchorsAsync(ct);
        return outcome.Refusal is null
            ? File(System.Text.Encoding.UTF8.GetBytes(outcome.Value), "text/plain; charset=utf-8", $"审计锚点{OfficeTime.Today(clock):yyyyMMdd}.txt")
            : Forbid();
    }

    private void Name(string what, string ending, string type)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{what}{OfficeTime.Today(clock):yyyyMMdd}.{ending}");
        Response.ContentType = type;
        Response.Headers.ContentDisposition = disposition.ToString();
    }
}
