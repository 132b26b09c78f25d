using System.Globalization;
using Luoshi.App.Data;
using Luoshi.App.Ledgers;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Ledgers;

/// <summary>合并 — which of the picked tasks goes on, and under what words.</summary>
public sealed class MergeModel(LuoshiDb db, MergeKeyTasks merge) : PageModel
{
    private const int Most = 20;

    [BindProperty(SupportsGet = true)]
    public List<Guid> Pick { get; set; } = [];

    /// <summary>The tasks with the versions that were seen: <c>id:version</c>.</summary>
    [BindProperty]
    public List<string> Seen { get; set; } = [];

    [BindProperty]
    public Guid Into { get; set; }

    [BindProperty(Name = "content")]
    public string? TaskContent { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? ApprovedBy { get; set; }

    public IReadOnlyList<KeyTask> Tasks { get; private set; } = [];

    public Refusal? Refusal { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var seen = new Dictionary<Guid, int>();
        foreach (var one in Seen)
        {
            if (one.Split(':') is [var id, var version] && Guid.TryParse(id, out var task) && int.TryParse(version, CultureInfo.InvariantCulture, out var number))
            {
                seen[task] = number;
            }
        }

        var merged = await merge.ExecuteAsync(Into, seen.GetValueOrDefault(Into), seen, TaskContent ?? "", Reason ?? "", ApprovedBy ?? "", ct);
        if (merged.Refusal is not { } refusal)
        {
            TempData["Notice"] = $"已把{seen.Count}项合并为一项。";
            return Redirect($"/tasks/{Into}");
        }

        Refusal = refusal;
        Pick = [.. seen.Keys];
        return refusal.Code == "forbidden" ? Forbid() : await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.AdjustKeyTask) is not null)
        {
            return Forbid();
        }

        var ids = Pick.Take(Most).ToList();
        Tasks = await db.KeyTasks.AsNoTracking().Where(task => ids.Contains(task.Id)).OrderBy(task => task.Number).ThenBy(task => task.Id).ToListAsync(ct);
        TaskContent ??= Tasks.Count > 0 ? Tasks[0].Content : null;
        Into = Into == Guid.Empty && Tasks.Count > 0 ? Tasks[0].Id : Into;
        return Page();
    }
}
