using Luoshi.App.Data;
using Luoshi.App.Notices;
using Luoshi.App.Searching;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Calendars;
using Luoshi.Core.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Supervision;

/// <summary>Where an instruction stands after it was written to.</summary>
public sealed record InstructionStand(Guid InstructionId, int Version, InstructionState State);

/// <summary>批示 — a leader's words on one of the tasks that the leader sees.</summary>
public sealed class WriteInstruction(LuoshiDb db, TimeProvider clock)
{
    /// <returns>The instruction; <c>forbidden</c>, <c>task-not-found</c>, or what <see cref="Instruction.Writable"/> refuses.</returns>
    public async Task<Outcome<InstructionStand>> ExecuteAsync(Guid taskId, string? text, DateOnly replyBy, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.WriteInstruction) is { } forbidden)
        {
            return forbidden;
        }

        var task = await db.KeyTasks.AsNoTracking().SingleOrDefaultAsync(task => task.Id == taskId, ct);
        if (task is null)
        {
            return new Refusal("task-not-found", "没有找到这项重点工作，可能已不由您分管。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (Instruction.Writable(text, replyBy, DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, BeijingTime.Zone))) is { } unwritable)
        {
            return unwritable;
        }

        var author = db.Access.PostId is { } own ? await db.LeaderPosts.Where(post => post.Id == own).Select(post => post.Title).SingleAsync(ct) : db.Access.Role!.Value.Name();
        var instruction = new Instruction
        {
            GovernmentId = task.GovernmentId,
            TaskId = task.Id,
            UnitId = task.LeadUnitId,
            PostId = task.PostId,
            Author = author,
            Text = Instruction.Clean(text!),
            ReplyBy = replyBy,
            WrittenBy = db.Access.AccountId!.Value,
            WrittenAt = now,
        };
        db.Add(instruction);
        SearchIndex.Add(db, SearchedText.Of(instruction), now);
        var (told, link) = ($"{author}批示：{instruction.Text}", $"/instructions#i-{instruction.Id}");
        await Tell.UnitAsync(db, task.LeadUnitId, told, link, now, ct);
        await Tell.RolesAsync(db, [Role.Clerk], told, link, now, ct);
        db.Record("instruction-written", nameof(Instruction), instruction.Id);
        await db.SaveChangesAsync(ct);
        return new InstructionStand(instruction.Id, instruction.Version, instruction.State);
    }
}
