using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Reporting;

/// <summary>A return that waits for the unit's head.</summary>
/// <param name="Report">As it was submitted.</param>
/// <param name="Number">Of the task within its leader.</param>
/// <param name="Content">Of the task.</param>
/// <param name="Deadline">Until when the office expects it, in UTC.</param>
/// <param name="Before">The text to compare with: what was submitted last, else what was reported last month; null where there is neither.</param>
/// <param name="BeforeName">上次提交, or 6月报送.</param>
/// <param name="Doubts">That are open or explained.</param>
public sealed record WaitingReturn(ProgressReport Report, int Number, string Content, DateTime Deadline, string? Before, string BeforeName, IReadOnlyList<RaisedDoubt> Doubts);

/// <summary>待我签发 — the head of a unit sees what changed and what is doubtful, and signs off or gives back, also many at once.</summary>
public sealed class SignOffModel(LuoshiDb db, SignOffReport signOff, RejectSignOff reject) : PageModel
{
    private const int MostRows = 200;

    public IReadOnlyList<WaitingReturn> Waiting { get; private set; } = [];

    /// <summary>The returns that were picked, each as <c>id:version</c>: what was seen is what is signed.</summary>
    [BindProperty]
    public List<string> Picked { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What was refused, on top of the page.</summary>
    public List<string> Errors { get; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ?? Page();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EachAsync("签发", (id, version) => signOff.ExecuteAsync(id, version, ct), ct);

    public Task<IActionResult> OnPostRejectAsync(CancellationToken ct) => EachAsync("退回", (id, version) => reject.ExecuteAsync(id, version, Reason ?? "", ct), ct);

    private async Task<IActionResult> EachAsync(string what, Func<Guid, int, Task<Outcome<ReportStand>>> one, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.SignOffReport) is not null)
        {
            return Forbid();
        }

        var done = 0;
        foreach (var picked in Picked.Distinct())
        {
            if (picked.Split(':') is not [var key, var seen] || !Guid.TryParse(key, out var id) || !int.TryParse(seen, out var version))
            {
                return BadRequest();
            }

            if ((await one(id, version)).Refusal is not { } refusal)
            {
                done++;
                continue;
            }

            db.ChangeTracker.Clear();
            if (!Errors.Contains(refusal.Message))
            {
                Errors.Add(refusal.Message);
            }
        }

        if (Picked.Count == 0)
        {
            Errors.Add($"请先勾选要{what}的报送。");
        }

        if (Errors.Count == 0)
        {
            TempData["Notice"] = $"已{what}{done}项。";
            return Redirect("/sign-off");
        }

        if (done > 0)
        {
            Errors.Insert(0, $"已{what}{done}项，其余没有{what}：");
        }

        return await LoadAsync(ct) ?? Page();
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.SignOffReport) is not null)
        {
            return Forbid();
        }

        var rows = await db.ProgressReports.AsNoTracking().Where(report => report.Status == ReturnStatus.AwaitingSignOff)
            .Join(db.TasksAsked, report => report.TaskId, task => task.Id, (report, task) => new { Report = report, task.Number, task.Content })
            .Join(db.DueItems, row => row.Report.DueItemId, item => item.Id, (row, item) => new { row.Report, row.Number, row.Content, item.Deadline })
            .OrderBy(row => row.Deadline).ThenBy(row => row.Number).ThenBy(row => row.Report.Id)
            .Take(MostRows)
            .ToListAsync(ct);
        var ids = rows.Select(row => row.Report.Id).ToList();
        var tasks = rows.Select(row => row.Report.TaskId).ToList();
        var versions = (await db.ReportVersions.AsNoTracking().Where(version => ids.Contains(version.ReportId))
            .OrderByDescending(version => version.Submission).Select(version => new { version.ReportId, version.Submission, version.Progress }).ToListAsync(ct)).ToLookup(version => version.ReportId);
        var earlier = (await db.ProgressReports.AsNoTracking().Where(report => tasks.Contains(report.TaskId) && report.Submissions > 0)
            .OrderByDescending(report => report.Month).ThenByDescending(report => report.Id)
            .Select(report => new { report.TaskId, report.Month, report.Progress }).Take(MostRows * 12).ToListAsync(ct)).ToLookup(report => report.TaskId);
        var doubts = (await db.RaisedDoubts.AsNoTracking().Where(doubt => ids.Contains(doubt.ReportId) && (doubt.State == DoubtState.Open || doubt.State == DoubtState.Explained))
            .OrderBy(doubt => doubt.Strength).ThenBy(doubt => doubt.Id).ToListAsync(ct)).ToLookup(doubt => doubt.ReportId);
        Waiting = rows.ConvertAll(row =>
        {
            var submitted = versions[row.Report.Id].FirstOrDefault(version => version.Submission < row.Report.Submissions);
            var month = earlier[row.Report.TaskId].FirstOrDefault(report => report.Month < row.Report.Month);
            return new WaitingReturn(
                row.Report, row.Number, row.Content, row.Deadline,
                submitted?.Progress ?? month?.Progress,
                submitted is not null ? "上次提交" : month is not null ? $"{month.Month.Month}月报送" : "",
                [.. doubts[row.Report.Id]]);
        });
        return null;
    }
}
