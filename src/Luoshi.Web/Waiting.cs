using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Luoshi.Core.Checks;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web;

/// <summary>待办 — one thing that waits for the person: how many, what, and where it is done. <paramref name="Kind"/> is the tag's.</summary>
public sealed record Waiting(int Count, string What, string Address, string Kind)
{
    /// <summary>What waits for whoever acts, in a month that was opened; the most pressing first, nothing that does not wait.</summary>
    public static async Task<IReadOnlyList<Waiting>> ListAsync(LuoshiDb db, ReportingPeriod month, DateTime now, CancellationToken ct)
    {
        var role = db.Access.Role!.Value;
        var open = db.DueItems.Where(item => item.Month == month && item.SubmittedAt == null && item.ExemptReason == null && !item.IsVoluntary);
        var due = await open.CountAsync(ct);
        var overdue = await open.CountAsync(item => item.Deadline < now, ct);
        var byStatus = await db.ProgressReports.Where(report => report.Month == month).GroupBy(report => report.Status).Select(group => new { Status = group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Status, row => row.Count, ct);
        var strong = await db.RaisedDoubts.CountAsync(doubt => doubt.Month == month && doubt.Strength == DoubtStrength.Strong && doubt.State == DoubtState.Open, ct);
        int With(ReturnStatus status) => byStatus.GetValueOrDefault(status);
        var query = $"?month={month}";
        Waiting[] all = role switch
        {
            Role.Clerk or Role.Reviewer =>
            [
                new(With(ReturnStatus.InReview), "项报送等您审核", "/review" + query, "review"),
                new(overdue, "项逾期未报，可以催报", role == Role.Clerk ? "/reminders" : "/board" + query, "miss"),
                new(await db.ExtensionRequests.CountAsync(request => request.State == ExtensionState.Asked, ct), "项延期申请等您批复", "/extensions", "late"),
                new(await db.Objections.CountAsync(objection => objection.State == ObjectionState.Raised, ct), "项异议等复核", "/objections", "doubt"),
                new(role == Role.Clerk ? await db.Rectifications.CountAsync(rectification => rectification.State == RectificationState.Replied, ct) : 0, "项整改已反馈，等核查", "/rectifications", "review"),
                new(role == Role.Clerk ? await db.Feedback.CountAsync(feedback => feedback.AnsweredAt == null, ct) : 0, "条意见反馈等答复", "/feedback", "due"),
                new(With(ReturnStatus.Returned), "项已退回，等单位重报", "/board" + query, "back"),
                new(strong, "条强疑点还没有答复", "/review" + query + "&doubts=strong", "doubt"),
                new(due - overdue, "项还没有报，时限未到", "/board" + query, "due"),
            ],
            Role.UnitReporter or Role.UnitHead =>
            [
                new(role == Role.UnitHead ? With(ReturnStatus.AwaitingSignOff) : 0, "项等您签发", "/sign-off", "review"),
                new(With(ReturnStatus.Returned), "项被退回，请改好重报", "/reporting", "back"),
                new(overdue, "项已过时限，请尽快报送", "/reporting", "miss"),
                new(await db.Instructions.CountAsync(instruction => instruction.State == InstructionState.Open, ct), "件批示等您反馈落实情况", "/instructions", "late"),
                new(await db.Rectifications.CountAsync(rectification => rectification.State == RectificationState.Open || rectification.State == RectificationState.Returned, ct), "项整改等您反馈", "/rectifications", "late"),
                new(due - overdue, "项本月要报", "/reporting", "due"),
                new(strong, "条疑点请说明或更正", "/reporting", "doubt"),
            ],
            Role.Leader or Role.DistrictHead =>
            [
                new(await db.ProgressReports.CountAsync(report => report.Month == month && report.Verdict == Verdict.Behind, ct), "项测算落后", role == Role.Leader ? "/leader" : "/overview", "behind"),
                new(await db.Instructions.CountAsync(instruction => instruction.State == InstructionState.Replied && instruction.WrittenBy == db.Access.AccountId, ct), "件批示已反馈，请阅后办结", "/instructions", "review"),
                new(strong, "条强疑点还没有答复", role == Role.Leader ? "/leader" : "/overview", "doubt"),
                new(overdue, "项逾期未报", role == Role.Leader ? "/leader" : "/overview", "miss"),
            ],
            Role.SystemAdministrator or Role.SecurityAdministrator or Role.AuditAdministrator => [],
        };
        return [.. all.Where(waiting => waiting.Count > 0)];
    }
}
