using Luoshi.App.Data;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Searching;

/// <summary>Keeps what can be found in step with what is written: in the same save, so that neither is ever there without the other.</summary>
internal static class SearchIndex
{
    private static long s_last;

    /// <summary>A text that was not there before.</summary>
    public static void Add(LuoshiDb db, SearchedText text, DateTime now) => db.Index(text.Entries(_ => NextId(now)));

    /// <summary>A return that was submitted for the first time or once more: only what it says now is found.</summary>
    public static async Task RenewAsync(LuoshiDb db, ProgressReport report, DateTime now, CancellationToken ct)
    {
        if (report.Submissions > 1)
        {
            await RemoveAsync(db, report.Id, ct);
        }

        Add(db, SearchedText.Of(report), now);
    }

    /// <summary>A task whose words, unit or leader were changed.</summary>
    public static async Task RenewAsync(LuoshiDb db, KeyTask task, DateTime now, CancellationToken ct)
    {
        await RemoveAsync(db, task.Id, ct);
        Add(db, SearchedText.Of(task), now);
    }

    private static async Task RemoveAsync(LuoshiDb db, Guid subjectId, CancellationToken ct) =>
        db.RemoveRange(await db.EntriesOf(subjectId).ToListAsync(ct));

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
