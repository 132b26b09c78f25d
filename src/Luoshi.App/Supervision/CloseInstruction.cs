using Luoshi.App.Data;
using Luoshi.App.Notices;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Supervision;

/// <summary>批示办结 — a leader is content with what was done.</summary>
public sealed class CloseInstruction(LuoshiDb db, TimeProvider clock)
{
    /// <returns>The new stand; <c>forbidden</c>, <c>instruction-not-found</c>, <c>instruction-of-another</c>, <c>changed-meanwhile</c>, <c>instruction-closed</c>.</returns>
    public async Task<Outcome<InstructionStand>> ExecuteAsync(Guid instructionId, int version, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.WriteInstruction) is { } forbidden)
        {
            return forbidden;
        }

        var instruction = await db.Instructions.SingleOrDefaultAsync(instruction => instruction.Id == instructionId, ct);
        if (instruction is null)
        {
            return new Refusal("instruction-not-found", "没有找到这条批示。");
        }

        // The district head's words are not a deputy's to close.
        if (instruction.WrittenBy != db.Access.AccountId && db.Access.Role != Role.DistrictHead)
        {
            return new Refusal("instruction-of-another", $"这条是{instruction.Author}的批示，由批示人办结。");
        }

        if (instruction.Version != version)
        {
            return Concurrency.Changed;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (instruction.Close(now) is { } refusal)
        {
            return refusal;
        }

        await Tell.UnitAsync(db, instruction.UnitId, $"批示已办结：{instruction.Text}", $"/instructions?closed=true#i-{instruction.Id}", now, ct);
        db.Record("instruction-closed", nameof(Instruction), instruction.Id);
        return await db.TrySaveAsync(ct) is { } changed ? changed : new InstructionStand(instruction.Id, instruction.Version, instruction.State);
    }
}
