using Luoshi.App.Data;
using Luoshi.App.Ledgers;
using Luoshi.App.Outbox;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Jobs;

/// <summary>Removes what is of no use any more. Nothing of the business, nothing of the audit.</summary>
public sealed class TidyUp(LuoshiDb db, JobSettings settings, TimeProvider clock)
{
    // What could not be sent for so long is news no more.
    private static readonly TimeSpan s_newsFor = TimeSpan.FromDays(7);

    public async Task ExecuteAsync(CancellationToken ct)
    {
        db.ActAs(Access.System);
        var now = clock.GetUtcNow().UtcDateTime;
        var sessionsBefore = now.AddDays(-settings.KeepsSessionsDays);
        var newsBefore = now - s_newsFor;
        using var turn = await db.EnterAsync(ct);
        var stagedBefore = now - StagedFiles.Kept;
        await db.StagedUploads.Where(upload => upload.At < stagedBefore).ExecuteDeleteAsync(ct);
        await db.Sessions.Where(session => session.SeenAt < sessionsBefore).ExecuteDeleteAsync(ct);
        await db.OutboxMessages.Where(message => message.State == OutboxState.Pending && message.CreatedAt < newsBefore)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.State, OutboxState.Dead).SetProperty(message => message.LastError, "一周内没有发出，不再发送。"), ct);
    }
}
