using Luoshi.App.Data;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Luoshi.Core.Searching;
using Luoshi.Core.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Searching;

/// <summary>Keeps what can be found in step with what is written: in the same save, so that neither is ever there without the other.</summary>
internal static class SearchIndex
{
    private static long s_last;

    public static void Add(LuoshiDb db, KeyTask task, DateTime now) =>
        Add(db, SearchKind.Task, task.GovernmentId, task.Id, task.Id, task.LeadUnitId, task.PostId, null, string.Join('\n', task.Content, task.Target, task.Deadline), now);

    public static void Add(LuoshiDb db, RaisedDoubt doubt, DateTime now) =>
        Add(db, SearchKind.Doubt, doubt.GovernmentId, doubt.Id, doubt.TaskId, doubt.UnitId, doubt.PostId, doubt.Month, doubt.Message, now);

    public static void Add(LuoshiDb db, Instruction instruction, DateTime now) =>
        Add(db, SearchKind.Instruction, instruction.GovernmentId, instruction.Id, instruction.TaskId, instruction.UnitId, instruction.PostId, null, instruction.Text, now);

    public static void Add(LuoshiDb db, InstructionReply reply, DateTime now) =>
        Add(db, SearchKind.Reply, reply.GovernmentId, reply.Id, reply.TaskId, reply.UnitId, reply.PostId, null, reply.Text, now);

    /// <summary>A return that was not there before.</summary>
    public static void Add(LuoshiDb db, ProgressReport report, DateTime now) =>
        Add(db, SearchKind.Report, report.GovernmentId, report.Id, report.TaskId, report.UnitId, report.PostId, report.Month, string.Join('\n', report.Progress, report.Shortfall), now);

    /// <summary>A return that was submitted for the first time or once more: only what it says now is found.</summary>
    public static async Task RenewAsync(LuoshiDb db, ProgressReport report, DateTime now, CancellationToken ct)
    {
        if (report.Submissions > 1)
        {
            await RemoveAsync(db, report.Id, ct);
        }

        Add(db, report, now);
    }

    /// <summary>A task whose words, unit or leader were changed.</summary>
    public static async Task RenewAsync(LuoshiDb db, KeyTask task, DateTime now, CancellationToken ct)
    {
        await RemoveAsync(db, task.Id, ct);
        Add(db, task, now);
    }

    private static async Task RemoveAsync(LuoshiDb db, Guid subjectId, CancellationToken ct) =>
        db.RemoveRange(await db.SearchEntries.Where(entry => entry.SubjectId == subjectId).ToListAsync(ct));

    private static void Add(LuoshiDb db, SearchKind kind, int governmentId, Guid subjectId, Guid taskId, Guid unitId, Guid postId, ReportingPeriod? month, string text, DateTime now) =>
        db.AddRange(SearchGrams.Pieces(FoldedText.Of(text).Folded).Select(piece => new SearchEntry
        {
            GovernmentId = governmentId,
            Id = NextId(now),
            Kind = kind,
            SubjectId = subjectId,
            TaskId = taskId,
            UnitId = unitId,
            PostId = postId,
            Month = month,
            Folded = piece,
        }));

    /// <summary>Milliseconds, then twenty bits by chance: two nodes that write in one millisecond do not meet.</summary>
    private static long NextId(DateTime now)
    {
        var wanted = ((now.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond << 20) | (uint)Random.Shared.Next(1 << 20);
        long last;
        long next;
        do
        {
            last = Interlocked.Read(ref s_last);
            next = Math.Max(last + 1, wanted);
        }
        while (Interlocked.CompareExchange(ref s_last, next, last) != last);
        return next;
    }
}
