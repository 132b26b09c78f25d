using Luoshi.App.Data;
using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Safety;

/// <summary>Every figure that is kept beside the rows it sums up, added up again from them. The database compares; only what differs is read.</summary>
internal static class StoredTotals
{
    public static async Task<IReadOnlyList<Finding>> OfTasksAsync(LuoshiDb db, CancellationToken ct)
    {
        var leads = await db.KeyTasks
            .Select(task => new
            {
                task.Id,
                Agreeing = db.Responsibilities.Count(part => part.GovernmentId == task.GovernmentId && part.TaskId == task.Id && part.Part == UnitPart.Lead && part.Until == null && part.UnitId == task.LeadUnitId),
                All = db.Responsibilities.Count(part => part.GovernmentId == task.GovernmentId && part.TaskId == task.Id && part.Part == UnitPart.Lead && part.Until == null),
            })
            .Where(task => task.Agreeing != 1 || task.All != 1)
            .OrderBy(task => task.Id).Take(Examined.Most).ToListAsync(ct);
        var newest = await db.KeyTasks
            .Select(task => new
            {
                task.Id,
                task.LatestReportId,
                task.LatestReportAt,
                Newest = db.ReportVersions.Where(version => db.ProgressReports.Any(report => report.GovernmentId == task.GovernmentId && report.TaskId == task.Id && report.Id == version.ReportId) && version.GovernmentId == task.GovernmentId)
                    .Max(version => (DateTime?)version.SubmittedAt),
                Kept = db.ReportVersions.Where(version => version.GovernmentId == task.GovernmentId && version.ReportId == task.LatestReportId).Max(version => (DateTime?)version.SubmittedAt),
            })
            .Where(task => (task.Newest == null) != (task.LatestReportId == null) || task.Newest != task.Kept || task.Newest != task.LatestReportAt)
            .OrderBy(task => task.Id).Take(Examined.Most).ToListAsync(ct);
        return
        [
            .. leads.Select(task => new Finding("lead-unit-differs", $"key_tasks {task.Id}", $"任务的牵头单位与责任记录不一致：现行的牵头记录有{task.All}条，其中{task.Agreeing}条相符。")),
            .. newest.Select(task => new Finding("latest-report-differs", $"key_tasks {task.Id}", "任务上记的最近一次报送，不是实际最近报送的那一条。")),
        ];
    }

    public static async Task<IReadOnlyList<Finding>> OfReportsAsync(LuoshiDb db, CancellationToken ct)
    {
        var submissions = await db.ProgressReports
            .Select(report => new { report.Id, report.Submissions, Rows = db.ReportVersions.Count(version => version.GovernmentId == report.GovernmentId && version.ReportId == report.Id) })
            .Where(report => report.Submissions != report.Rows)
            .OrderBy(report => report.Id).Take(Examined.Most).ToListAsync(ct);
        var doubts = await db.ProgressReports
            .Select(report => new
            {
                report.Id,
                report.StrongDoubts,
                report.WeakDoubts,
                Strong = db.RaisedDoubts.Count(doubt => doubt.GovernmentId == report.GovernmentId && doubt.ReportId == report.Id && doubt.State != DoubtState.Corrected && doubt.Strength == DoubtStrength.Strong),
                Weak = db.RaisedDoubts.Count(doubt => doubt.GovernmentId == report.GovernmentId && doubt.ReportId == report.Id && doubt.State != DoubtState.Corrected && doubt.Strength == DoubtStrength.Weak),
            })
            .Where(report => report.StrongDoubts != report.Strong || report.WeakDoubts != report.Weak)
            .OrderBy(report => report.Id).Take(Examined.Most).ToListAsync(ct);
        var unjudged = await db.ProgressReports.Where(report => report.Submissions > 0 && (report.Verdict == null || report.RuleSetId == null))
            .OrderBy(report => report.Id).Take(Examined.Most).Select(report => report.Id).ToListAsync(ct);
        var texts = await db.ProgressReports
            .Where(report => report.Status != ReturnStatus.Draft && report.Status != ReturnStatus.Returned)
            .Where(report => !db.ReportVersions.Any(version => version.GovernmentId == report.GovernmentId && version.ReportId == report.Id && version.Submission == report.Submissions
                && version.Progress == report.Progress && version.PlanMet == report.PlanMet && version.Shortfall == report.Shortfall))
            .OrderBy(report => report.Id).Take(Examined.Most).Select(report => report.Id).ToListAsync(ct);
        return
        [
            .. submissions.Select(report => new Finding("submissions-differ", $"progress_reports {report.Id}", $"记着报送过{report.Submissions}次，留存的版本有{report.Rows}个。")),
            .. doubts.Select(report => new Finding("doubts-differ", $"progress_reports {report.Id}", $"记着{report.StrongDoubts}个强疑点、{report.WeakDoubts}个弱疑点，实际有{report.Strong}个、{report.Weak}个。")),
            .. unjudged.Select(id => new Finding("verdict-missing", $"progress_reports {id}", "已报送，但没有测算结论或所依据的规则。")),
            .. texts.Select(id => new Finding("text-differs", $"progress_reports {id}", "报送的内容与留存的最后一个版本不一致。")),
        ];
    }

    public static async Task<IReadOnlyList<Finding>> OfDueItemsAsync(LuoshiDb db, CancellationToken ct)
    {
        var unsaid = await db.DueItems
            .Where(item => item.SubmittedAt == null && db.ProgressReports.Any(report => report.GovernmentId == item.GovernmentId && report.DueItemId == item.Id
                && report.Status != ReturnStatus.Draft && report.Status != ReturnStatus.Returned))
            .OrderBy(item => item.Id).Take(Examined.Most).Select(item => item.Id).ToListAsync(ct);
        var unfounded = await db.DueItems
            .Where(item => item.SubmittedAt != null && !db.ReportVersions.Any(version => version.GovernmentId == item.GovernmentId && version.SubmittedAt == item.SubmittedAt
                && db.ProgressReports.Any(report => report.GovernmentId == item.GovernmentId && report.DueItemId == item.Id && report.Id == version.ReportId)))
            .OrderBy(item => item.Id).Take(Examined.Most).Select(item => item.Id).ToListAsync(ct);
        return
        [
            .. unsaid.Select(id => new Finding("submitted-at-differs", $"due_items {id}", "已有报送，应报事项上却没有记报送时间。")),
            .. unfounded.Select(id => new Finding("submitted-at-differs", $"due_items {id}", "记有报送时间，却没有那个时间的报送。")),
        ];
    }
}
