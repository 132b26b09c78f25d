using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Calendars;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Safety;

/// <summary>体检 — looks at everything that is stored, adds every stored figure up again, and names what does not agree. Changes nothing.</summary>
public sealed class ExamineStore(LuoshiDb db, DatabaseChoice choice, TimeProvider clock)
{
    private const long LeastFree = 1L << 30;
    private static readonly TimeSpan s_clockSlack = TimeSpan.FromMinutes(5);

    /// <returns>What was looked at, in the order of looking; <c>forbidden</c>, or why the store cannot be read.</returns>
    public async Task<Outcome<IReadOnlyList<Examined>>> ExecuteAsync(DataFolder folder, CancellationToken ct)
    {
        if (db.Access.Refuse(Core.Accounts.Operation.BackUp) is { } forbidden)
        {
            return forbidden;
        }

        if (await StoreSchema.RefuseAsync(db, choice, ct) is { } unusable)
        {
            return unusable;
        }

        await using var snapshot = await Snapshot.OpenAsync(db, ct);
        return new List<Examined>
        {
            new("数据库文件", await FileAsync(ct)),
            new("行与行的引用", await StoredReferences.ExamineAsync(db, snapshot, ct)),
            new("重点工作", await StoredTotals.OfTasksAsync(db, ct)),
            new("报送", await StoredTotals.OfReportsAsync(db, ct)),
            new("应报事项", await StoredTotals.OfDueItemsAsync(db, ct)),
            new("检索", await StoredSearch.ExamineAsync(db, ct)),
            new("审计链", await StoredChain.ExamineAsync(db, ct)),
            new("附件", await StoredAttachments.ExamineAsync(db, folder, ct)),
            new("磁盘空间", Disk(folder)),
            new("工作日历", await CalendarAsync(ct)),
            new("时钟", await ClockAsync(ct)),
        };
    }

    private async Task<IReadOnlyList<Finding>> FileAsync(CancellationToken ct)
    {
        if (choice.IsPostgres)
        {
            return [];
        }

        // A connection of its own: the search index remembers its layout in one that is kept, and this check would hold the file against the memory.
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(choice.Connection) { Pooling = false }.ToString());
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA integrity_check({Examined.Most})";
        await using var reader = await command.ExecuteReaderAsync(ct);
        var findings = new List<Finding>();
        while (await reader.ReadAsync(ct))
        {
            if (reader.GetString(0) is var line and not "ok")
            {
                findings.Add(new Finding("file-damaged", line, "数据库文件有损坏。请停止使用，从最近的备份恢复。"));
            }
        }

        return findings;
    }

    private static List<Finding> Disk(DataFolder folder)
    {
        if (!Directory.Exists(folder.FullPath))
        {
            return [];
        }

        var free = new DriveInfo(folder.FullPath).AvailableFreeSpace;
        return free >= LeastFree ? [] : [new Finding("disk-low", folder.FullPath, $"所在磁盘只剩 {free >> 20} MB。写满后不能再保存，请尽快清理或扩容。")];
    }

    private async Task<IReadOnlyList<Finding>> CalendarAsync(CancellationToken ct)
    {
        var year = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), BeijingTime.Zone).Year;
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var uncovered = await db.Governments.Where(government => !db.OfficeDays.Any(day => day.GovernmentId == government.Id && day.Day >= first && day.Day <= last))
            .OrderBy(government => government.Id).Take(Examined.Most).Select(government => government.Name).ToListAsync(ct);
        return [.. uncovered.Select(name => new Finding("calendar-missing", name, $"工作日历里没有{year}年的节假日和调休，报送时限会按普通周末推算。请按放假通知补上。"))];
    }

    private async Task<IReadOnlyList<Finding>> ClockAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ahead = now + s_clockSlack;
        var later = await db.AuditEntries.Where(entry => entry.At > ahead).OrderByDescending(entry => entry.At).Select(entry => (DateTime?)entry.At).FirstOrDefaultAsync(ct);
        return later is null ? [] : [new Finding("clock-behind", $"{later:yyyy-MM-ddTHH:mm:ssZ}", $"已有时间为 {later:yyyy-MM-dd HH:mm}（UTC）的记录，比这台机器的时钟晚。请校准时钟，否则报送时间会记错。")];
    }
}
