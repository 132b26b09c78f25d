using Luoshi.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web;

/// <summary>What a notice says that something was done to: the unit, and the work as it begins.</summary>
internal static class NamedItem
{
    private const int Longest = 24;

    /// <returns>区农业农村局“新建高标准农田6000亩…”.</returns>
    public static async Task<string> OfAsync(LuoshiDb db, Guid dueItemId, CancellationToken ct)
    {
        var named = await db.DueItems.AsNoTracking().Where(item => item.Id == dueItemId)
            .Select(item => new { Unit = db.Units.Where(unit => unit.Id == item.UnitId).Select(unit => unit.Name).First(), Content = db.KeyTasks.Where(task => task.Id == item.TaskId).Select(task => task.Content).First() })
            .SingleAsync(ct);
        return $"{named.Unit}“{TaskMarks.Clip(named.Content, Longest)}”";
    }

    /// <summary>The same for what was reported on it.</summary>
    public static async Task<string> OfReportAsync(LuoshiDb db, Guid reportId, CancellationToken ct) =>
        await OfAsync(db, await db.ProgressReports.Where(report => report.Id == reportId).Select(report => report.DueItemId).SingleAsync(ct), ct);
}
