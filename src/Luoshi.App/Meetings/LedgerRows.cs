using Luoshi.App.Data;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Meetings;

/// <summary>One leader's open tasks as they stand in a month.</summary>
internal sealed record LedgerSection(LeaderPost Post, LeaderMention Leader, IReadOnlyList<MaterialLine> Lines);

/// <summary>The whole ledger as it stands in a month, by leader in rank order.</summary>
internal sealed record LedgerRows(IReadOnlyList<LedgerSection> Sections, IReadOnlyList<string> Notes)
{
    /// <summary>In a fixed number of statements, whatever the number of tasks.</summary>
    public static async Task<LedgerRows> LoadAsync(LuoshiDb db, Guid ledgerId, ReportingPeriod month, DateOnly today, MaterialChoice choice, CancellationToken ct)
    {
        var posts = await db.LeaderPosts.AsNoTracking().OrderBy(post => post.Rank).ThenBy(post => post.Id).ToListAsync(ct);
        var units = await db.Units.AsNoTracking().OrderBy(unit => unit.Id).ToDictionaryAsync(unit => unit.Id, unit => new UnitMention(unit.Name, unit.Qualifier.Length == 0 ? null : unit.Qualifier), ct);
        var tasks = await db.KeyTasks.AsNoTracking()
            .Where(task => task.LedgerId == ledgerId && (task.State == KeyTaskState.Active || task.State == KeyTaskState.Adjusted))
            .OrderBy(task => task.Number).ThenBy(task => task.Id)
            .ToListAsync(ct);
        var parts = (await db.Responsibilities.AsNoTracking()
            .Where(part => part.Until == null && db.KeyTasks.Any(task => task.LedgerId == ledgerId && task.Id == part.TaskId))
            .OrderBy(part => part.Position).ThenBy(part => part.Id)
            .ToListAsync(ct)).ToLookup(part => part.TaskId);
        var items = (await db.DueItems.AsNoTracking().Where(item => item.LedgerId == ledgerId && item.Month == month).OrderBy(item => item.Id).ToListAsync(ct)).ToLookup(item => item.TaskId);
        var reports = (await db.ProgressReports.AsNoTracking().Where(report => report.Month == month).OrderBy(report => report.Id).ToListAsync(ct)).ToLookup(report => report.TaskId);
        var last = choice.LastValues ? await LastAsync(db, ledgerId, month, ct) : [];
        var notes = new List<string>();
        var byPost = tasks.ToLookup(task => task.PostId);
        var sections = posts.Where(post => byPost.Contains(post.Id)).Select(post =>
        {
            var leader = post.MentionOn(today);
            return new LedgerSection(post, leader, [.. byPost[post.Id].Select(task => Line(task, leader))]);
        }).ToList();
        return new LedgerRows(sections, notes);

        MaterialLine Line(KeyTask task, LeaderMention leader)
        {
            var (line, note) = LedgerMaterial.Of(
                new LedgerLine
                {
                    Task = task,
                    LeadUnits = [.. parts[task.Id].Where(part => part.Part == UnitPart.CoLead && part.UnitId != task.LeadUnitId).Select(part => part.UnitId).Prepend(task.LeadUnitId).Select(id => units[id])],
                    SupportingUnits = [.. parts[task.Id].Where(part => part.Part == UnitPart.Supporting).Select(part => units[part.UnitId])],
                    Items = [.. items[task.Id]],
                    Reports = [.. reports[task.Id]],
                    Last = last.GetValueOrDefault(task.Id),
                },
                leader,
                choice);
            if (note is not null)
            {
                notes.Add(note);
            }

            return line;
        }
    }

    /// <summary>The rows as a document of the month, for the checks to compare with.</summary>
    public static TaskDocument Document(string government, ReportingPeriod month, IEnumerable<MaterialRow> rows) => new()
    {
        Source = MaterialWording.Heading(month),
        Government = government,
        Period = month,
        Tasks = [.. rows.Where(row => row.Return == ReturnState.Received).Select(row => row.Task)],
    };

    // From the tasks to their newest: asked by the months before, it would go through all that the government ever had approved.
    private static async Task<Dictionary<Guid, ProgressReport>> LastAsync(LuoshiDb db, Guid ledgerId, ReportingPeriod month, CancellationToken ct)
    {
        var newest = await db.KeyTasks.Where(task => task.LedgerId == ledgerId)
            .Select(task => db.ProgressReports
                .Where(report => report.TaskId == task.Id && report.Month < month && (report.Status == ReturnStatus.Approved || report.Status == ReturnStatus.Frozen))
                .OrderByDescending(report => report.Month).ThenByDescending(report => report.Id)
                .Select(report => (Guid?)report.Id).FirstOrDefault())
            .ToListAsync(ct);
        return await db.ProgressReports.AsNoTracking().Where(report => newest.Contains(report.Id)).ToDictionaryAsync(report => report.TaskId, ct);
    }
}
