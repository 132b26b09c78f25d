using System.Globalization;
using Luoshi.App.Reporting;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Luoshi.Web.Pages.Review;

/// <summary>审核 — what waits for the office, and what it has decided.</summary>
public sealed class IndexModel(ListReviews readQueue, ApproveQuietReports approveQuiet) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    /// <summary>Picked returns, each with the version that was seen: <c>id:version</c>.</summary>
    [BindProperty]
    public List<string> Pick { get; set; } = [];

    public ReviewFilter Filter { get; private set; } = new();

    public string Query { get; private set; } = "";

    public ReviewPage Queue { get; private set; } = null!;

    public Refusal? Refusal { get; private set; }

    public int Pages => Math.Max(1, (Queue.Count + ListReviews.PageSize - 1) / ListReviews.PageSize);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostApproveAsync(CancellationToken ct)
    {
        var seen = new Dictionary<Guid, int>();
        foreach (var pick in Pick)
        {
            if (pick.Split(':') is [var id, var version] && Guid.TryParse(id, out var report) && int.TryParse(version, CultureInfo.InvariantCulture, out var number))
            {
                seen[report] = number;
            }
        }

        var outcome = await approveQuiet.ExecuteAsync(seen, ct);
        if (outcome.Refusal is { } refusal)
        {
            Refusal = refusal;
            return refusal.Code == "forbidden" ? Forbid() : await ShowAsync(ct);
        }

        TempData["Notice"] = outcome.Value.Left == 0
            ? $"已通过{outcome.Value.Approved}项。"
            : $"已通过{outcome.Value.Approved}项；{outcome.Value.Left}项有新改动、有疑点或是您本人办理的，请逐项审核。";
        return Redirect($"/review?{ReviewQuery.Write(ReviewQuery.Read(Request.Query))}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Filter = ReviewQuery.Read(Request.Query);
        Query = ReviewQuery.Write(Filter);
        var queue = await readQueue.ExecuteAsync(Filter, P, ct);
        if (queue.Refusal is not null)
        {
            return Forbid();
        }

        Queue = queue.Value;
        return Page();
    }
}
