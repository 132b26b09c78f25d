using Luoshi.App.Data;
using Luoshi.App.Ledgers;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Administration;

/// <summary>修改职务和交接.</summary>
public sealed class PostEditModel(LuoshiDb db, SavePost save, HandOverPost handOver, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version that the person saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public int Rank { get; set; }

    [BindProperty]
    public string? Holder { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    public LeaderPost? Post { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        From = OfficeTime.Today(clock);
        var shown = await ShowAsync(keep: false, ct);
        Version = Post?.Version ?? 0;
        return shown;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync("title", (await save.ExecuteAsync(Id, Version, Title ?? "", Rank, ct)).Refusal, $"已保存{Title}。", ct);

    public async Task<IActionResult> OnPostHandOverAsync(CancellationToken ct) => await AnswerAsync(
        "holder",
        From is { } from ? await handOver.ExecuteAsync(Id, Version, Holder ?? "", from, ct) : new Refusal("holder-day-missing", "请填写从哪天起。"),
        $"已登记{Holder}接任。",
        ct);

    private async Task<IActionResult> AnswerAsync(string field, Refusal? refusal, string done, CancellationToken ct)
    {
        if (refusal is null)
        {
            TempData["Notice"] = done;
            return Redirect("/administration/posts");
        }

        ModelState.Refuse(field, refusal);
        return refusal.Code == "forbidden" ? Forbid() : await ShowAsync(keep: field == "title", ct);
    }

    private async Task<IActionResult> ShowAsync(bool keep, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageUnits) is not null)
        {
            return Forbid();
        }

        if (await db.LeaderPosts.AsNoTracking().SingleOrDefaultAsync(post => post.Id == Id, ct) is not { } post)
        {
            return NotFound();
        }

        Post = post;
        (Title, Rank) = keep ? (Title, Rank) : (post.Title, post.Rank);
        return Page();
    }
}
