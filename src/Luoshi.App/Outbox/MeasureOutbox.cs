using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Outbox;

/// <summary>Counts for whoever watches the machine what waits in the outbox and what was given up: of all nodes, as the database has it at this moment.</summary>
public sealed class MeasureOutbox(LuoshiDb db)
{
    public async Task ExecuteAsync(CancellationToken ct)
    {
        db.ActAs(Access.System);
        var counts = await db.OutboxMessages.Where(message => message.State != OutboxState.Sent)
            .GroupBy(message => message.State).Select(group => new { State = group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.State, group => group.Count, ct);
        Measures.Outbox.Record(counts.GetValueOrDefault(OutboxState.Pending), new KeyValuePair<string, object?>("state", "waiting"));
        Measures.Outbox.Record(counts.GetValueOrDefault(OutboxState.Dead), new KeyValuePair<string, object?>("state", "dead"));
    }
}
