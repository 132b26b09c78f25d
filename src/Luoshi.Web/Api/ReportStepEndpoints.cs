using System.ComponentModel.DataAnnotations;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Web.Api;

/// <summary>Why a return is not signed off.</summary>
public sealed record SignOffRejection([property: MaxLength(ReportStepEndpoints.LongestReason)] string Reason);

/// <summary>Why a return goes back, and until when it is to come again.</summary>
public sealed record SendingBack([property: MaxLength(ReportStepEndpoints.LongestReason)] string Reason, DateTime DueAt, Judgement? Judgement = null);

/// <summary>Why a settled return is opened again, and until when it is to come.</summary>
public sealed record Reopening([property: MaxLength(ReportStepEndpoints.LongestReason)] string Reason, DateTime DueAt);

/// <summary>The office's own view of a return that it takes.</summary>
public sealed record Approval(Judgement Judgement, [property: MaxLength(ReportStepEndpoints.LongestReason)] string? Reason = null);

/// <summary>The steps of a return after it was submitted. Each names the version that was seen and answers with the new one.</summary>
internal static class ReportStepEndpoints
{
    public const int LongestReason = 2_000;

    public static void MapReportSteps(this IEndpointRouteBuilder api)
    {
        var report = api.MapGroup("/progress-reports/{id:guid}").WithTags("Progress reports")
            .Refuses("forbidden", "report-not-found", "changed-meanwhile", "report-not-editable");
        report.MapPost("/sign-off", SignOffAsync).Refuses("own-report").WithSummary("Sign a return off, by the unit's head");
        report.MapPost("/sign-off-rejection", RejectSignOffAsync).Refuses("reason-missing").WithSummary("Give a return back within the unit");
        report.MapPost("/withdrawal", WithdrawAsync).WithSummary("Take a return back before the office has looked at it");
        report.MapPost("/return", ReturnAsync).Refuses("reason-missing", "own-report", "return-deadline-past").WithSummary("Send a return back to the unit");
        report.MapPost("/return/recall", RecallAsync).Refuses("report-not-returned", "report-taken-up").WithSummary("Take back that a return was sent back, until the unit begins to mend it");
        report.MapPost("/approval", ApproveAsync).Refuses("own-report").WithSummary("Take a return");
        report.MapPost("/reopening", ReopenAsync).Refuses("reason-missing").WithSummary("Open a settled return again");
    }

    /// <summary>Where a return stands now, with its version as the ETag.</summary>
    public static Results<Ok<ReportStand>, ProblemHttpResult> Answer(Outcome<ReportStand> outcome, SeenVersion seen, HttpResponse response) =>
        outcome.Answer(seen, response, stand => stand.Version, stand => stand);

    private static async Task<Results<Ok<ReportStand>, ProblemHttpResult>> SignOffAsync(Guid id, SeenVersion seen, SignOffReport signOff, HttpResponse response, CancellationToken ct) =>
        Answer(await signOff.ExecuteAsync(id, seen.Version, ct), seen, response);

    private static async Task<Results<Ok<ReportStand>, ProblemHttpResult>> RejectSignOffAsync(
        Guid id, SeenVersion seen, SignOffRejection body, RejectSignOff reject, HttpResponse response, CancellationToken ct) =>
        Answer(await reject.ExecuteAsync(id, seen.Version, body.Reason, ct), seen, response);

    private static async Task<Results<Ok<ReportStand>, ProblemHttpResult>> WithdrawAsync(Guid id, SeenVersion seen, WithdrawReport withdraw, HttpResponse response, CancellationToken ct) =>
        Answer(await withdraw.ExecuteAsync(id, seen.Version, ct), seen, response);

    private static async Task<Results<Ok<ReportStand>, ProblemHttpResult>> ReturnAsync(
        Guid id, SeenVersion seen, SendingBack body, ReturnReport sendBack, HttpResponse response, CancellationToken ct) =>
        Answer(await sendBack.ExecuteAsync(id, seen.Version, body.Reason, body.DueAt, body.Judgement, ct), seen, response);

    private static async Task<Results<Ok<ReportStand>, ProblemHttpResult>> RecallAsync(Guid id, SeenVersion seen, RecallReturn recall, HttpResponse response, CancellationToken ct) =>
        Answer(await recall.ExecuteAsync(id, seen.Version, ct), seen, response);

    private static async Task<Results<Ok<ReportStand>, ProblemHttpResult>> ApproveAsync(
        Guid id, SeenVersion seen, Approval body, ApproveReport approve, HttpResponse response, CancellationToken ct) =>
        Answer(await approve.ExecuteAsync(id, seen.Version, body.Judgement, body.Reason, ct), seen, response);

    private static async Task<Results<Ok<ReportStand>, ProblemHttpResult>> ReopenAsync(
        Guid id, SeenVersion seen, Reopening body, ReopenReport reopen, HttpResponse response, CancellationToken ct) =>
        Answer(await reopen.ExecuteAsync(id, seen.Version, body.Reason, body.DueAt, ct), seen, response);
}
