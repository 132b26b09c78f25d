using System.ComponentModel.DataAnnotations;
using Luoshi.App.Data;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Supervision;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Api;

/// <summary>批示. Its version is the ETag.</summary>
public sealed record InstructionView(
    Guid Id, Guid TaskId, Guid UnitId, string Author, string Text, DateOnly ReplyBy, InstructionState State, int Version, DateTime WrittenAt, DateTime? ClosedAt, IReadOnlyList<ReplyView> Replies);

/// <summary>What the unit answered.</summary>
public sealed record ReplyView(Guid Id, string Text, DateTime RepliedAt);

/// <summary>What a leader writes on a key task, and by when the unit is to answer.</summary>
public sealed record NewInstruction([property: MaxLength(Instruction.LongestText * 2)] string Text, DateOnly ReplyBy);

/// <summary>What a unit answers.</summary>
public sealed record NewReply([property: MaxLength(Instruction.LongestText * 2)] string Text);

/// <summary>Where an instruction stands after it was written to.</summary>
public sealed record InstructionStandView(Guid Id, int Version, InstructionState State);

/// <summary>Which instructions are asked for.</summary>
public sealed record InstructionFilter
{
    [FromQuery(Name = "task")]
    public Guid? TaskId { get; init; }

    [FromQuery(Name = "state")]
    public Word<InstructionState>? State { get; init; }
}

/// <summary>Instructions of leaders, and the answers of units.</summary>
internal static class InstructionEndpoints
{
    public static void MapInstructions(this IEndpointRouteBuilder api)
    {
        api.MapPost("/key-tasks/{id:guid}/instructions", WriteAsync).WithTags("Instructions")
            .Refuses("forbidden", "task-not-found", "text-missing", "text-too-long", "reply-day-past", "changed-meanwhile")
            .WithSummary("Write an instruction on a key task, by a leader");

        var instructions = api.MapGroup("/instructions").WithTags("Instructions");
        instructions.MapGet("/", ListAsync).Needs(Operation.ViewTasks).WithSummary("Instructions by task and state, with their answers");
        instructions.MapGet("/{id:guid}", GetAsync).Needs(Operation.ViewTasks).Refuses("instruction-not-found").WithSummary("One instruction");
        instructions.MapPost("/{id:guid}/replies", ReplyAsync)
            .Refuses("forbidden", "instruction-not-found", "changed-meanwhile", "instruction-closed", "text-missing", "text-too-long")
            .WithSummary("Answer an instruction, by the unit");
        instructions.MapPost("/{id:guid}/closure", CloseAsync)
            .Refuses("forbidden", "instruction-not-found", "instruction-of-another", "changed-meanwhile", "instruction-closed")
            .WithSummary("Close an instruction, by the leader who wrote it");
    }

    private static async Task<Ok<Listing<InstructionView>>> ListAsync([AsParameters] InstructionFilter filter, [AsParameters] Part part, LuoshiDb db, CancellationToken ct)
    {
        var instructions = db.Instructions.AsNoTracking().Where(instruction => instruction.Id > part.After);
        instructions = filter.TaskId is { } task ? instructions.Where(instruction => instruction.TaskId == task) : instructions;
        instructions = filter.State?.Value is { } state ? instructions.Where(instruction => instruction.State == state) : instructions;
        var rows = await instructions.OrderBy(instruction => instruction.Id).Take(part.Size + 1).ToListAsync(ct);
        return TypedResults.Ok(Listings.Of(await ViewsAsync(db, rows, ct), part.Size, instruction => instruction.Id));
    }

    private static async Task<Results<Ok<InstructionView>, ProblemHttpResult>> GetAsync(Guid id, LuoshiDb db, HttpResponse response, CancellationToken ct)
    {
        if (await db.Instructions.AsNoTracking().SingleOrDefaultAsync(instruction => instruction.Id == id, ct) is not { } instruction)
        {
            return new Refusal("instruction-not-found", "没有找到这条批示。").ToProblem();
        }

        response.Headers.ETag = SeenVersion.Tag(instruction.Version);
        return TypedResults.Ok((await ViewsAsync(db, [instruction], ct))[0]);
    }

    private static async Task<Results<Created<InstructionStandView>, ProblemHttpResult>> WriteAsync(Guid id, NewInstruction body, WriteInstruction write, HttpResponse response, CancellationToken ct) =>
        (await write.ExecuteAsync(id, body.Text, body.ReplyBy, ct)).AnswerCreated(response, written => $"instructions/{written.InstructionId}", written => written.Version, View);

    private static async Task<Results<Ok<InstructionStandView>, ProblemHttpResult>> ReplyAsync(
        Guid id, SeenVersion seen, NewReply body, ReplyToInstruction reply, HttpResponse response, CancellationToken ct) =>
        Answer(await reply.ExecuteAsync(id, seen.Version, body.Text, ct), seen, response);

    private static async Task<Results<Ok<InstructionStandView>, ProblemHttpResult>> CloseAsync(Guid id, SeenVersion seen, CloseInstruction close, HttpResponse response, CancellationToken ct) =>
        Answer(await close.ExecuteAsync(id, seen.Version, ct), seen, response);

    private static Results<Ok<InstructionStandView>, ProblemHttpResult> Answer(Outcome<InstructionStand> outcome, SeenVersion seen, HttpResponse response) =>
        outcome.Answer(seen, response, stand => stand.Version, View);

    private static InstructionStandView View(InstructionStand stand) => new(stand.InstructionId, stand.Version, stand.State);

    private static async Task<IReadOnlyList<InstructionView>> ViewsAsync(LuoshiDb db, List<Instruction> rows, CancellationToken ct)
    {
        var ids = rows.ConvertAll(row => row.Id);
        var replies = (await db.InstructionReplies.AsNoTracking().Where(reply => ids.Contains(reply.InstructionId)).OrderBy(reply => reply.Id).ToListAsync(ct)).ToLookup(reply => reply.InstructionId);
        return rows.ConvertAll(row => new InstructionView(
            row.Id, row.TaskId, row.UnitId, row.Author, row.Text, row.ReplyBy, row.State, row.Version, row.WrittenAt, row.ClosedAt,
            [.. replies[row.Id].Select(reply => new ReplyView(reply.Id, reply.Text, reply.RepliedAt))]));
    }
}
