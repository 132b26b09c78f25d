using Luoshi.App.Data;
using Luoshi.App.Meetings;
using Luoshi.Core.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Luoshi.Web.Pages.Meetings;

/// <summary>A material as a file.</summary>
public sealed class DownloadModel(LuoshiDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, string file, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ReadMaterial) is not null)
        {
            return Forbid();
        }

        var kind = MaterialFiles.For(db.Access.Refuse(Operation.ReviewReport) is null).FirstOrDefault(one => one.Name == file);
        if (kind is null || await PrintedMaterial.LoadAsync(db, id, ct) is not { } printed || await MaterialFiles.WriteAsync(db, printed, file, ct) is not { } bytes)
        {
            return NotFound();
        }

        var ending = file[file.LastIndexOf('.')..];
        var draft = printed.Material.IssuedAt is null ? "（未印发）" : "";
        return File(bytes, MaterialFiles.ContentType(ending), printed.Material.Name + kind.Title + draft + ending);
    }
}
