using Luoshi.App.Data;
using Luoshi.App.Ledgers;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Administration;

/// <summary>领导职务.</summary>
public sealed class PostsModel(LuoshiDb db, SavePost save) : PageModel
{
    private const int Most = 200;

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public int Rank { get; set; }

    public IReadOnlyList<LeaderPost> Posts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageUnits) is not null)
        {
            return Forbid();
        }

        await LoadAsync(ct);
        Rank = Posts.Select(post => post.Rank).DefaultIfEmpty().Max() + 1;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await save.ExecuteAsync(null, 0, Title ?? "", Rank, ct);
        if (outcome.Refusal is { Code: "forbidden" })
        {
            return Forbid();
        }

        if (outcome.Refusal is { } refusal)
        {
            ModelState.Refuse("title", refusal);
            await LoadAsync(ct);
            return Page();
        }

        TempData["Notice"] = $"已新增{outcome.Value.Title}，请接着登记任职的人。";
        return Redirect($"/administration/posts/edit?id={outcome.Value.Id}");
    }

    private async Task LoadAsync(CancellationToken ct) => Posts = await db.LeaderPosts.AsNoTracking().OrderBy(post => post.Rank).ThenBy(post => post.Id).Take(Most).ToListAsync(ct);
}
