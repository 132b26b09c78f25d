using Luoshi.App.Data;
using Luoshi.App.Notices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages;

/// <summary>消息 — one's own, newest first; opening one marks it as read.</summary>
public sealed class NoticesModel(LuoshiDb db, ReadNotices read) : PageModel
{
    private const int MostRows = 100;

    public int Unread { get; private set; }

    public IReadOnlyList<Notice> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Unread = await db.Notices.CountAsync(notice => notice.ReadAt == null, ct);
        Rows = await db.Notices.AsNoTracking().OrderByDescending(notice => notice.At).ThenByDescending(notice => notice.Id).Take(MostRows).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        TempData["Notice"] = $"{await read.ExecuteAsync(null, ct)}条消息已标为已读。";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken ct)
    {
        var link = await db.Notices.Where(notice => notice.Id == id).Select(notice => notice.Link).SingleOrDefaultAsync(ct);
        if (link is null)
        {
            return NotFound();
        }

        await read.ExecuteAsync(id, ct);
        return LocalRedirect(link);
    }
}
