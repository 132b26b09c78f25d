using Luoshi.App.Data;
using Luoshi.App.Notices;
using Luoshi.Core.Accounts;
using Luoshi.Core.Notices;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages;

/// <summary>What is due at one instant, in UTC, and has not come.</summary>
public sealed record Deadline(DateTime At, int Count);

/// <summary>首页 — what waits for the person, and until when; what the office tells everybody, and what happened.</summary>
public sealed class IndexModel(LuoshiDb db, TimeProvider clock) : PageModel
{
    private const int MostDeadlines = 5;
    private const int MostNews = 4;
    private const int MostNotices = 5;

    private DateTime _now;

    /// <summary>The newest month that was opened; null before the first, and for administrators.</summary>
    public ReportingPeriod? Month { get; private set; }

    public Role Role => db.Access.Role!.Value;

    public bool MayAnnounce => db.Access.Refuse(Operation.WriteAnnouncement) is null;

    public IReadOnlyList<Waiting> Todo { get; private set; } = [];

    /// <summary>Those that have not passed, the nearest first.</summary>
    public IReadOnlyList<Deadline> Deadlines { get; private set; } = [];

    public IReadOnlyList<Announcement> News { get; private set; } = [];

    public IReadOnlyList<Notice> Unread { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        _now = clock.GetUtcNow().UtcDateTime;
        News = await db.Announcements.AsNoTracking().Where(news => news.WithdrawnAt == null).OrderByDescending(news => news.PostedAt).ThenByDescending(news => news.Id).Take(MostNews).ToListAsync(ct);
        Unread = await db.Notices.AsNoTracking().Where(notice => notice.ReadAt == null).OrderByDescending(notice => notice.At).ThenByDescending(notice => notice.Id).Take(MostNotices).ToListAsync(ct);
        if (Role.IsAdministrator())
        {
            return;
        }

        Month = await db.OpenedPeriods.OrderByDescending(period => period.Month).Select(period => (ReportingPeriod?)period.Month).FirstOrDefaultAsync(ct);
        if (Month is not { } month)
        {
            return;
        }

        Todo = await Waiting.ListAsync(db, month, _now, ct);
        Deadlines = await db.DueItems
            .Where(item => item.Month == month && item.SubmittedAt == null && item.ExemptReason == null && !item.IsVoluntary && item.Deadline >= _now)
            .GroupBy(item => item.Deadline)
            .OrderBy(group => group.Key)
            .Select(group => new Deadline(group.Key, group.Count()))
            .Take(MostDeadlines)
            .ToListAsync(ct);
    }

    /// <summary>3天, 今天, as a calendar counts.</summary>
    public string Left(DateTime deadline) => (BeijingDay.Of(deadline).DayNumber - BeijingDay.Of(_now).DayNumber) switch
    {
        0 => "今天",
        1 => "明天",
        var days => $"{days}天",
    };
}
