using Luoshi.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Notices;

/// <summary>Marks one's own notices as read.</summary>
public sealed class ReadNotices(LuoshiDb db, TimeProvider clock)
{
    /// <summary>One notice, or all that are unread where <paramref name="noticeId"/> is null. Another's is not found and stays as it was.</summary>
    /// <returns>How many became read.</returns>
    public async Task<int> ExecuteAsync(Guid? noticeId, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var unread = await db.Notices.Where(notice => notice.ReadAt == null && (noticeId == null || notice.Id == noticeId)).ToListAsync(ct);
        unread.ForEach(notice => notice.ReadAt = now);
        await db.SaveChangesAsync(ct);
        return unread.Count;
    }
}
