using Luoshi.App.Data;
using Luoshi.App.Supervision;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Leaders;

/// <summary>分管工作 — the tasks of one post on one page, the worst first. The district head and the office may look at any post's.</summary>
public sealed class IndexModel(LuoshiDb db, TimeProvider clock) : PageModel
{
    private static readonly KeptQuery<Guid?, LeaderPost> s_post = new((db, postId) => db.LeaderPosts.AsNoTracking().Where(post => post.Id == postId));

    /// <summary>2024-06; the newest that was reported on when there is none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    public LeaderPost Leader { get; private set; } = null!;

    /// <summary>Null before the first month was opened.</summary>
    public MonthOfTasks? Ledger { get; private set; }

    /// <summary>Behind with the largest gap, then with strong doubts, then what has not come, then the rest in its order.</summary>
    public IReadOnlyList<TaskInMonth> Tasks { get; private set; } = [];

    public DateTime Now { get; private set; }

    public bool MayInstruct => db.Access.Refuse(Operation.WriteInstruction) is null;

    public async Task<IActionResult> OnGetAsync(Guid? postId, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ReadMaterial) is not null)
        {
            return Forbid();
        }

        if (db.Access.Scope != Scope.Post && postId is null)
        {
            return Redirect("/overview");
        }

        var wanted = db.Access.Scope == Scope.Post ? db.Access.PostId : postId;
        if ((postId is not null && postId != wanted) || await s_post.Of(db, wanted).SingleOrDefaultAsync(ct) is not { } leader)
        {
            return NotFound();
        }

        Leader = leader;
        Now = clock.GetUtcNow().UtcDateTime;
        Ledger = await MonthOfTasks.LoadAsync(db, ReportingPeriod.TryParse(Month, out var asked) ? asked : null, wanted, Now, ct);
        Tasks = [.. (Ledger?.Tasks ?? []).OrderBy(Trouble).ThenByDescending(task => task.IsBehind ? task.Worst?.Gap : 0).ThenByDescending(task => task.StrongDoubts).ThenBy(task => task.Number).ThenBy(task => task.TaskId)];
        return Ledger is null && Month is not null ? NotFound() : Page();
    }

    private static int Trouble(TaskInMonth task) =>
        task.IsBehind ? 0
        : task.StrongDoubts > 0 ? 1
        : task.Due is DueState.Missing ? 2
        : task is { IsReported: false, Due: DueState.Due } ? 3
        : task.IsReported ? 4
        : 5;
}
