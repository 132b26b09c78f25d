using Luoshi.App.Data;
using Luoshi.App.Supervision;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Supervision;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Supervision;

/// <summary>下达整改; the address may bring the task, what it comes from and the beginning of the text: from a doubt, an instruction, a task behind.</summary>
public sealed class OpenRectificationModel(LuoshiDb db, OpenRectification open) : PageModel
{
    // More open tasks than a province's ledger has.
    private const int MostTasks = 500;

    public IReadOnlyList<TaskChoice> Tasks { get; private set; } = [];

    [BindProperty]
    public RectificationForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid? task, RectificationOrigin? origin, string? text, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.Rectify) is not null)
        {
            return Forbid();
        }

        Form = new RectificationForm { TaskId = task, Origin = origin ?? RectificationOrigin.BehindTask, Requirement = text };
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.Rectify) is not null)
        {
            return Forbid();
        }

        if (Form.TaskId is not { } taskId)
        {
            ModelState.AddModelError("Form.TaskId", "请选择重点工作。");
        }
        else if (Form.Due is not { } due)
        {
            ModelState.AddModelError("Form.Due", "请选择整改时限。");
        }
        else if (ModelState.IsValid)
        {
            var outcome = await open.ExecuteAsync(taskId, Form.Origin, Form.Requirement, BeijingDay.EndUtc(due), ct);
            if (outcome.Refusal is null)
            {
                TempData["Notice"] = "整改已下达。";
                return Redirect($"/rectifications/{outcome.Value.Id}");
            }

            ModelState.Refuse(outcome.Refusal, ("task-closed", "Form.TaskId"), ("task-not-found", "Form.TaskId"), ("requirement-missing", "Form.Requirement"), ("text-too-long", "Form.Requirement"), ("due-past", "Form.Due"));
        }

        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var tasks = await db.KeyTasks.AsNoTracking()
            .Where(task => task.State == KeyTaskState.Active || task.State == KeyTaskState.Adjusted)
            .Join(db.LeaderPosts, task => task.PostId, post => post.Id, (task, post) => new { task.Id, task.Number, task.Content, post.Title, post.Rank })
            .OrderBy(task => task.Rank).ThenBy(task => task.Number).ThenBy(task => task.Id)
            .Take(MostTasks)
            .ToListAsync(ct);
        Tasks = [.. tasks.Select(task => new TaskChoice(task.Id, $"{task.Title}第{task.Number}项　{(task.Content.Length > 40 ? task.Content[..40] + "……" : task.Content)}"))];
    }
}

/// <summary>A task to choose.</summary>
public sealed record TaskChoice(Guid Id, string Text);

/// <summary>What is filled in.</summary>
public sealed class RectificationForm
{
    public Guid? TaskId { get; set; }

    public RectificationOrigin Origin { get; set; }

    public string? Requirement { get; set; }

    public DateOnly? Due { get; set; }
}
