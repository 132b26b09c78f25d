using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Luoshi.Core.Checks;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages;

/// <summary>One thing that waits for the person: how many, what, and where it is done. <paramref name="Kind"/> is the tag's.</summary>
public sealed record Waiting(int Count, string What, string Address, string Kind);

/// <summary>首页 — what waits for the person, and until when.</summary>
public sealed class IndexModel(LuoshiDb db, TimeProvider clock) : PageModel
{
    /// <summary>The newest month that was opened; null before the first.</summary>
    public ReportingPeriod? Month { get; private set; }

    public Role Role => db.Access.Role!.Value;

    public IReadOnlyList<Waiting> Todo { get; private set; } = [];

    /// <summary>The next due time of the month, in UTC; null where nothing is still due.</summary>
    public DateTime? NextDue { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Role.IsAdministrator())
        {
            return;
        }

        Month = await db.OpenedPeriods.OrderByDescending(period => period.Month).Select(period => (ReportingPeriod?)period.Month).FirstOrDefaultAsync(ct);
        if (Month is not { } month)
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var open = db.DueItems.Where(item => item.Month == month && item.SubmittedAt == null && item.ExemptReason == null && !item.IsVoluntary);
        var due = await open.CountAsync(ct);
        var overdue = await open.CountAsync(item => (item.ExtendedTo ?? item.DueAt) < now, ct);
        NextDue = await open.Where(item => (item.ExtendedTo ?? item.DueAt) >= now).MinAsync(item => (DateTime?)item.DueAt, ct);
        var byStatus = await db.ProgressReports.Where(report => report.Month == month).GroupBy(report => report.Status).Select(group => new { Status = group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Status, row => row.Count, ct);
        var strong = await db.RaisedDoubts.CountAsync(doubt => doubt.Month == month && doubt.Strength == DoubtStrength.Strong && doubt.State == DoubtState.Open, ct);
        int With(ReturnStatus status) => byStatus.GetValueOrDefault(status);
        var query = $"?month={month}";
        Waiting[] all = Role switch
        {
            Role.Clerk or Role.Reviewer =>
            [
                new(With(ReturnStatus.InReview), "项报送等您审核", "/review" + query, "review"),
                new(overdue, "项逾期未报，可以催报", Role == Role.Clerk ? "/reminders" : "/board" + query, "miss"),
                new(With(ReturnStatus.Returned), "项已退回，等单位重报", "/board" + query, "back"),
                new(strong, "条强疑点还没有答复", "/review" + query + "&doubts=strong", "doubt"),
                new(due - overdue, "项还没有报，时限未到", "/board" + query, "due"),
            ],
            Role.UnitReporter or Role.UnitHead =>
            [
                new(Role == Role.UnitHead ? With(ReturnStatus.AwaitingSignOff) : 0, "项等您签发", "/sign-off", "review"),
                new(With(ReturnStatus.Returned), "项被退回，请改好重报", "/reporting", "back"),
                new(overdue, "项已过时限，请尽快报送", "/reporting", "miss"),
                new(due - overdue, "项本月要报", "/reporting", "due"),
                new(strong, "条疑点请说明或更正", "/reporting", "doubt"),
            ],
            Role.Leader or Role.DistrictHead =>
            [
                new(await db.ProgressReports.CountAsync(report => report.Month == month && report.Verdict == Verdict.Behind, ct), "项测算落后", Role == Role.Leader ? "/leader" : "/overview", "behind"),
                new(strong, "条强疑点还没有答复", Role == Role.Leader ? "/leader" : "/overview", "doubt"),
                new(overdue, "项逾期未报", Role == Role.Leader ? "/leader" : "/overview", "miss"),
            ],
            Role.SystemAdministrator or Role.SecurityAdministrator or Role.AuditAdministrator => [],
        };
        Todo = [.. all.Where(waiting => waiting.Count > 0)];
    }
}
