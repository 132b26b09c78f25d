using Luoshi.App.Data;
using Luoshi.App.Supervision;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Jobs;

/// <summary>到日子自动催报, where the office wants it: asked every hour, answered once on a reminder day, never within the quiet hours.</summary>
public sealed class RemindDueUnits(LuoshiDb db, SendReminders send, JobSettings settings)
{
    public async Task ExecuteAsync(CancellationToken ct)
    {
        if (!settings.Reminds)
        {
            return;
        }

        db.ActAs(Access.System);
        foreach (var government in await db.Governments.OrderBy(government => government.Id).Select(government => government.Id).ToListAsync(ct))
        {
            db.ActAs(Access.SystemOf(government));
            await send.ExecuteAsync(null, ct);
            db.ChangeTracker.Clear();
        }
    }
}
