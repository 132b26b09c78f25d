using Luoshi.App.Auditing;
using Luoshi.App.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Luoshi.Web.Pages.Audit;

/// <summary>审计查询.</summary>
public sealed class AuditModel(LuoshiDb db, SearchAudit search) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    // “action” is taken by the routing.
    [BindProperty(SupportsGet = true)]
    public string? Operation { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? SubjectId { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    public long? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Core.Accounts.Operation.ReadAudit) is not null)
        {
            return Forbid();
        }

        var filter = new AuditFilter { From = From, To = To, Person = Person, Action = Operation, Subject = Subject, SubjectId = SubjectId };
        var page = (await search.ExecuteAsync(filter, Before, ct)).Value;
        (Entries, Next) = (page.Entries, page.Next);
        return Page();
    }
}
