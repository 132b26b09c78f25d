using Luoshi.App.Data;
using Luoshi.App.Notices;
using Luoshi.Core.Accounts;
using Luoshi.Core.Notices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages;

/// <summary>公告 — everybody reads what stands; the office writes, withdraws and puts back.</summary>
public sealed class AnnouncementsModel(LuoshiDb db, PostAnnouncement post, WithdrawAnnouncement withdraw) : PageModel
{
    private const int MostRows = 100;

    public bool MayWrite => db.Access.Refuse(Operation.WriteAnnouncement) is null;

    public IReadOnlyList<Announcement> Standing { get; private set; } = [];

    /// <summary>Empty for whoever may not put them back.</summary>
    public IReadOnlyList<Announcement> Withdrawn { get; private set; } = [];

    public PeopleNames People { get; private set; } = PeopleNames.None;

    /// <summary>Whether the one that somebody came for stands no more.</summary>
    public bool IsGone { get; private set; }

    public string? TypedTitle { get; private set; }

    public string? TypedBody { get; private set; }

    /// <param name="a">The one that somebody comes for, as the home page links it.</param>
    /// <param name="ct">Gives up.</param>
    public async Task OnGetAsync(Guid? a, CancellationToken ct)
    {
        var rows = await db.Announcements.AsNoTracking().OrderByDescending(row => row.PostedAt).ThenByDescending(row => row.Id).Take(MostRows).ToListAsync(ct);
        Standing = rows.FindAll(row => row.WithdrawnAt is null);
        Withdrawn = rows.FindAll(row => row.WithdrawnAt is not null);
        IsGone = a is { } wanted && !Standing.Any(row => row.Id == wanted);
        Response.StatusCode = IsGone ? StatusCodes.Status410Gone : Response.StatusCode;
        People = await PeopleNames.LoadAsync(db, Standing.Select(row => (Guid?)row.PostedBy), ct);
    }

    public async Task<IActionResult> OnPostAsync(string? title, string? body, CancellationToken ct)
    {
        var outcome = await post.ExecuteAsync(title, body, ct);
        if (outcome.Refusal is { } refusal)
        {
            if (refusal.Code == "forbidden")
            {
                return Forbid();
            }

            (TypedTitle, TypedBody) = (title, body);
            ModelState.Refuse(refusal.Code.StartsWith("title", StringComparison.Ordinal) ? "title" : "body", refusal);
            await OnGetAsync(null, ct);
            return Page();
        }

        TempData["Notice"] = "公告已发布，所有人的首页都能看到。";
        TempData["Undo"] = $"/announcements?handler=withdraw&id={outcome.Value.Id}";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct)
    {
        if (await withdraw.ExecuteAsync(id, ct) is { } refusal)
        {
            return Refused(refusal);
        }

        TempData["Notice"] = "公告已撤下。";
        TempData["Undo"] = $"/announcements?handler=restore&id={id}";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken ct)
    {
        if (await withdraw.RestoreAsync(id, ct) is { } refusal)
        {
            return Refused(refusal);
        }

        TempData["Notice"] = "公告已恢复。";
        return RedirectToPage();
    }

    private IActionResult Refused(Core.Refusal refusal)
    {
        switch (refusal.Code)
        {
            case "forbidden":
                return Forbid();
            case "announcement-not-found":
                return NotFound();
            default:
                TempData["Notice"] = refusal.Message;
                return RedirectToPage();
        }
    }
}
