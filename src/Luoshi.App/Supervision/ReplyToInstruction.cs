using Luoshi.App.Data;
using Luoshi.App.Notices;
using Luoshi.App.Searching;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Supervision;

/// <summary>批示反馈 — the unit tells what it has done.</summary>
public sealed class ReplyToInstruction(LuoshiDb db, TimeProvider clock)
{
    /// <returns>The new stand; <c>forbidden</c>, <c>instruction-not-found</c>, <c>changed-meanwhile</c>, or what <see cref="Instruction.Reply"/> refuses.</returns>
    public async Task<Outcome<InstructionStand>> ExecuteAsync(Guid instructionId, int version, string? text, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ReplyToInstruction) is { } forbidden)
        {
            return forbidden;
        }

        var instruction = await db.Instructions.SingleOrDefaultAsync(instruction => instruction.Id == instructionId, ct);
        if (instruction is null)
        {
            return new Refusal("instruction-not-found", "没有找到这条批示，可能不是批给本单位的。");
        }

        if (instruction.Version != version)
        {
            return Concurrency.Changed;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var reply = instruction.Reply(text, db.Access.AccountId!.Value, now);
        if (reply.Refusal is { } refusal)
        {
            return refusal;
        }

        db.Add(reply.Value);
        SearchIndex.Add(db, SearchedText.Of(reply.Value), now);
        await Tell.AccountAsync(db, instruction.WrittenBy, $"批示有了反馈：{reply.Value.Text}", $"/instructions#i-{instruction.Id}", now, ct);
        db.Record("instruction-replied", nameof(Instruction), instruction.Id);
        return await db.TrySaveAsync(ct) is { } changed ? changed : new InstructionStand(instruction.Id, instruction.Version, instruction.State);
    }
}
