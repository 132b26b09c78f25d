using System.ComponentModel.DataAnnotations;
using Luoshi.App.Data;
using Luoshi.App.Ledgers;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Api;

/// <summary>月度计划 of a task. Its version is the ETag; <c>ApprovedBy</c> is null while it is a draft, which no check uses.</summary>
public sealed record PlanView(Guid TaskId, ReportingPeriod Month, string Text, string? ApprovedBy, int Version);

/// <summary>What a month should show of a task.</summary>
public sealed record PlanText([property: MaxLength(PlannedMonth.LongestText * 2)] string Text);

/// <summary>A plan as it was seen.</summary>
public sealed record PlanSeen(Guid TaskId, ReportingPeriod Month, int Version);

/// <summary>Which plans hold from here on, and who approved them.</summary>
public sealed record PlanApproval([property: MaxLength(2_000)] IReadOnlyList<PlanSeen> Plans, [property: MaxLength(200)] string ApprovedBy);

/// <summary>How many plans hold now; those that were changed meanwhile, or held already, are not among them.</summary>
public sealed record PlansApproved(int Approved);

/// <summary>Which plans are asked for.</summary>
public sealed record PlanFilter
{
    [FromQuery(Name = "month")]
    public ReportingPeriod Month { get; init; }

    [FromQuery(Name = "approved")]
    public bool? Approved { get; init; }
}

/// <summary>Monthly plans: proposed for a task and a month, approved by the office.</summary>
internal static class PlanEndpoints
{
    public static void MapPlans(this IEndpointRouteBuilder api)
    {
        var plans = api.MapGroup("/plans").WithTags("Monthly plans");
        plans.MapGet("/", ListAsync).Needs(Operation.ViewTasks).WithSummary("The plans of a month, in the order of their tasks");
        plans.MapPost("/approval", ApproveAsync).Refuses("forbidden", "nothing-picked", "too-many", "approval-missing", "changed-meanwhile").WithSummary("Approve plans as they were seen; what was changed meanwhile stays a draft");

        var ofTask = api.MapGroup("/key-tasks/{id:guid}/plans").WithTags("Monthly plans").Refuses("task-not-found");
        ofTask.MapGet("/", ListOfTaskAsync).Needs(Operation.ViewTasks).WithSummary("The plans of a task, month by month");
        ofTask.MapGet("/{month}", GetAsync).Needs(Operation.ViewTasks).Refuses("plan-not-found").WithSummary("One plan");
        ofTask.MapPut("/{month}", WriteAsync)
            .Refuses("forbidden", "changed-meanwhile", "task-closed", "ledger-closed", "period-outside-ledger", "plan-missing", "plan-too-long")
            .WithSummary("Write what a month should show of a task: another text is a draft again");
    }

    private static async Task<Ok<Listing<PlanView>>> ListAsync([AsParameters] PlanFilter filter, [AsParameters] Part part, LuoshiDb db, CancellationToken ct)
    {
        var plans = db.PlannedMonths.Where(plan => plan.Month == filter.Month && plan.TaskId > part.After);
        plans = filter.Approved is { } approved ? plans.Where(plan => plan.ApprovedBy != null == approved) : plans;
        return TypedResults.Ok(Listings.Of(await Views(plans.OrderBy(plan => plan.TaskId).Take(part.Size + 1)).ToListAsync(ct), part.Size, plan => plan.TaskId));
    }

    private static async Task<Results<Ok<Listing<PlanView>>, ProblemHttpResult>> ListOfTaskAsync(Guid id, LuoshiDb db, CancellationToken ct) =>
        await db.KeyTasks.AnyAsync(task => task.Id == id, ct)
            ? TypedResults.Ok(new Listing<PlanView>(await Views(db.PlannedMonths.Where(plan => plan.TaskId == id).OrderBy(plan => plan.Month).Take(Part.Most)).ToListAsync(ct), null))
            : new Refusal("task-not-found", "没有找到这项重点工作，可能不在您的范围内。").ToProblem();

    private static async Task<Results<Ok<PlanView>, ProblemHttpResult>> GetAsync(Guid id, ReportingPeriod month, LuoshiDb db, HttpResponse response, CancellationToken ct) =>
        await db.PlannedMonths.AsNoTracking().SingleOrDefaultAsync(plan => plan.TaskId == id && plan.Month == month, ct) is { } found
            ? Answer(found, null, response)
            : new Refusal("plan-not-found", "没有找到这个月的计划，可能还没有编。").ToProblem();

    private static async Task<Results<Ok<PlanView>, ProblemHttpResult>> WriteAsync(
        Guid id, ReportingPeriod month, SeenVersion seen, PlanText body, PlanMonth write, HttpResponse response, CancellationToken ct) =>
        Answer(await write.ExecuteAsync(id, month, seen.Version, body.Text, ct), seen, response);

    private static async Task<Results<Ok<PlansApproved>, ProblemHttpResult>> ApproveAsync(PlanApproval body, ApprovePlan approve, CancellationToken ct)
    {
        var outcome = await approve.ExecuteAsync([.. body.Plans.DistinctBy(plan => (plan.TaskId, plan.Month)).Select(plan => new SeenPlan(plan.TaskId, plan.Month, plan.Version))], body.ApprovedBy, ct);
        return outcome.Refusal is { } refusal ? refusal.ToProblem() : TypedResults.Ok(new PlansApproved(outcome.Value));
    }

    private static Results<Ok<PlanView>, ProblemHttpResult> Answer(Outcome<PlannedMonth> outcome, SeenVersion? seen, HttpResponse response) =>
        outcome.Answer(seen, response, plan => plan.Version, plan => new PlanView(plan.TaskId, plan.Month, plan.Text, plan.ApprovedBy, plan.Version));

    private static IQueryable<PlanView> Views(IQueryable<PlannedMonth> plans) => plans.Select(plan => new PlanView(plan.TaskId, plan.Month, plan.Text, plan.ApprovedBy, plan.Version));
}
