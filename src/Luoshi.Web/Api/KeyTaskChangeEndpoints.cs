using System.ComponentModel.DataAnnotations;
using Luoshi.App.Ledgers;
using Luoshi.Core;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Web.Api;

/// <summary>A key task that came up in the middle of the year. <c>Number</c> null takes the next free one under its leader.</summary>
public sealed record NewKeyTask(
    Guid LedgerId,
    [property: MaxLength(AddKeyTask.LongestField)] string Content,
    ReportingFrequency Frequency,
    Guid PostId,
    Guid LeadUnitId,
    [property: MaxLength(AddKeyTask.LongestField)] string? Target = null,
    [property: MaxLength(200)] string? Deadline = null,
    DateOnly? DeadlineDate = null,
    int? Number = null,
    [property: MaxLength(KeyTask.LongestTheme)] string? Theme = null,
    [property: MaxLength(50)] IReadOnlyList<Guid>? SupportingUnits = null);

/// <summary>The place of a key task, which needs no approval. <c>SupportingUnits</c> null leaves them as they are.</summary>
public sealed record KeyTaskPlace(int Number, [property: MaxLength(KeyTask.LongestTheme)] string? Theme = null, [property: MaxLength(50)] IReadOnlyList<Guid>? SupportingUnits = null);

/// <summary>How a key task ends: <c>closedOut</c> or <c>terminated</c>, why, and who approved.</summary>
public sealed record Ending(KeyTaskState State, [property: MaxLength(ReportStepEndpoints.LongestReason)] string Reason, [property: MaxLength(200)] string ApprovedBy);

/// <summary>One of the tasks that a task is split into; the first goes on as the old one.</summary>
public sealed record SplitPart([property: MaxLength(AddKeyTask.LongestField)] string Content, Guid LeadUnitId);

/// <summary>Into what a key task is split, why, and who approved.</summary>
public sealed record Splitting(
    [property: MaxLength(20)] IReadOnlyList<SplitPart> Parts, [property: MaxLength(ReportStepEndpoints.LongestReason)] string Reason, [property: MaxLength(200)] string ApprovedBy);

/// <summary>A key task that ends in another, with the version that was seen.</summary>
public sealed record MergedTask(Guid Id, int Version);

/// <summary>Which tasks go on in this one, under what words, why, and who approved.</summary>
public sealed record Merging(
    [property: MaxLength(50)] IReadOnlyList<MergedTask> Others,
    [property: MaxLength(AddKeyTask.LongestField)] string Content,
    [property: MaxLength(ReportStepEndpoints.LongestReason)] string Reason,
    [property: MaxLength(200)] string ApprovedBy);

/// <summary>Who gets a task of its own under this one; <c>Content</c> null for the same words.</summary>
public sealed record HandingDown([property: MaxLength(100)] IReadOnlyList<Guid> Units, [property: MaxLength(AddKeyTask.LongestField)] string? Content = null);

/// <summary>Key tasks made, placed, split, merged, handed down and ended.</summary>
internal static class KeyTaskChangeEndpoints
{
    public static void MapKeyTaskChanges(this IEndpointRouteBuilder api)
    {
        var tasks = api.MapGroup("/key-tasks").WithTags("Key tasks");
        tasks.MapPost("/", AddAsync)
            .Refuses("forbidden", "ledger-not-found", "ledger-closed", "content-missing", "content-too-long", "post-unknown", "unit-unknown", "number-invalid", "theme-too-long", "changed-meanwhile")
            .WithSummary("Add a key task");

        var one = tasks.MapGroup("/{id:guid}").Refuses("forbidden", "task-not-found", "changed-meanwhile", "ledger-closed", "task-closed");
        one.MapPut("/place", PlaceAsync).Refuses("number-invalid", "theme-too-long", "unit-unknown", "unit-twice").WithSummary("Change number, theme and supporting units of a key task");
        one.MapPost("/ending", EndAsync).Refuses("reason-missing", "approval-missing", "state-invalid").WithSummary("Close a key task out, or terminate it");
        one.MapPost("/splitting", SplitAsync).Refuses("split-too-few", "content-missing", "content-too-long", "unit-unknown", "reason-missing", "approval-missing", "nothing-changed").WithSummary("Split a key task into several");
        one.MapPost("/merging", MergeAsync).Refuses("merge-too-few", "merge-across-ledgers", "content-missing", "content-too-long", "reason-missing", "approval-missing", "nothing-changed").WithSummary("Let several key tasks go on as one");
        one.MapPost("/handing-down", HandDownAsync).Refuses("unit-missing", "unit-unknown", "content-missing", "content-too-long").WithSummary("Give units a task of their own under a key task");
    }

    private static async Task<Results<Created<KeyTaskStand>, ProblemHttpResult>> AddAsync(NewKeyTask body, AddKeyTask add, HttpResponse response, CancellationToken ct)
    {
        var terms = new KeyTaskTerms
        {
            Content = body.Content,
            Target = body.Target,
            Deadline = body.Deadline,
            DeadlineDate = body.DeadlineDate,
            Frequency = body.Frequency,
            PostId = body.PostId,
            LeadUnitId = body.LeadUnitId,
        };
        return (await add.ExecuteAsync(body.LedgerId, terms, body.Number, body.Theme, body.SupportingUnits ?? [], ct))
            .AnswerCreated(response, task => $"key-tasks/{task.Id}", task => task.Version, Stand);
    }

    private static async Task<Results<Ok<KeyTaskStand>, ProblemHttpResult>> PlaceAsync(Guid id, SeenVersion seen, KeyTaskPlace body, EditKeyTask edit, HttpResponse response, CancellationToken ct) =>
        Answer(await edit.ExecuteAsync(id, seen.Version, body.Number, body.Theme, body.SupportingUnits, ct), seen, response);

    private static async Task<Results<Ok<KeyTaskStand>, ProblemHttpResult>> EndAsync(Guid id, SeenVersion seen, Ending body, EndKeyTask end, HttpResponse response, CancellationToken ct) =>
        body.State is KeyTaskState.ClosedOut or KeyTaskState.Terminated
            ? Answer(await end.ExecuteAsync(id, seen.Version, body.State, body.Reason, body.ApprovedBy, ct), seen, response)
            : new Refusal("state-invalid", "重点工作只能销号（closedOut）或终止（terminated）。").ToProblem();

    private static async Task<Results<Ok<IReadOnlyList<KeyTaskStand>>, ProblemHttpResult>> SplitAsync(
        Guid id, SeenVersion seen, Splitting body, SplitKeyTask split, HttpResponse response, CancellationToken ct)
    {
        var outcome = await split.ExecuteAsync(id, seen.Version, [.. body.Parts.Select(part => new TaskPart(part.Content, part.LeadUnitId))], body.Reason, body.ApprovedBy, ct);
        if (outcome.Refusal is { } refusal)
        {
            return refusal.ToProblem(seen);
        }

        response.Headers.ETag = SeenVersion.Tag(outcome.Value[0].Version);
        return Stands(outcome.Value);
    }

    private static async Task<Results<Ok<KeyTaskStand>, ProblemHttpResult>> MergeAsync(Guid id, SeenVersion seen, Merging body, MergeKeyTasks merge, HttpResponse response, CancellationToken ct)
    {
        var others = body.Others.DistinctBy(other => other.Id).ToDictionary(other => other.Id, other => other.Version);
        return Answer(await merge.ExecuteAsync(id, seen.Version, others, body.Content, body.Reason, body.ApprovedBy, ct), seen, response);
    }

    private static async Task<Results<Ok<IReadOnlyList<KeyTaskStand>>, ProblemHttpResult>> HandDownAsync(
        Guid id, SeenVersion seen, HandingDown body, HandDownKeyTask handDown, CancellationToken ct)
    {
        var outcome = await handDown.ExecuteAsync(id, seen.Version, body.Units, body.Content, ct);
        return outcome.Refusal is { } refusal ? refusal.ToProblem(seen) : Stands(outcome.Value);
    }

    private static Results<Ok<KeyTaskStand>, ProblemHttpResult> Answer(Outcome<KeyTask> outcome, SeenVersion seen, HttpResponse response) =>
        outcome.Answer(seen, response, task => task.Version, Stand);

    private static Ok<IReadOnlyList<KeyTaskStand>> Stands(IEnumerable<KeyTask> tasks) => TypedResults.Ok<IReadOnlyList<KeyTaskStand>>([.. tasks.Select(Stand)]);

    private static KeyTaskStand Stand(KeyTask task) => new(task.Id, task.Version, task.State);
}
