using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Reporting;

/// <summary>Hands out an attachment to whoever may see its return, to be saved and never shown in the page.</summary>
public sealed class AttachmentModel(LuoshiDb db, AttachmentStore store) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var file = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, ct);
        return file is null ? NotFound()
            : store.Open(file.ContentHash) is { } content ? File(content, "application/octet-stream", file.Name)
            : StatusCode(StatusCodes.Status410Gone);
    }
}
