using System.ComponentModel.DataAnnotations;
using Luoshi.App.Data;
using Luoshi.App.Supervision;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reminding;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Api;

/// <summary>A reminder that would be sent now, letter by letter.</summary>
public sealed record DueReminderView(Guid UnitId, string Unit, string Subject, string Body, IReadOnlyList<Guid> DueItems);

/// <summary>已发催报, as it was written. <c>ByProgram</c> where the system sent it by itself.</summary>
public sealed record SentReminderView(Guid Id, Guid UnitId, DateTime SentAt, bool ByProgram, string Subject, string Body, int Items);

/// <summary>Whom to remind; null for every unit whose reminder is due.</summary>
public sealed record Reminding([property: MaxLength(1_000)] IReadOnlyList<Guid>? Units = null);

/// <summary>What was sent: units that were written to meanwhile, or have reported, got nothing.</summary>
public sealed record RemindersSent(IReadOnlyList<SentReminderView> Sent);

/// <summary>What is taken back. <c>WithOthers</c>: also those that were sent with it.</summary>
public sealed record ReminderWithdrawal(bool WithOthers = false);

/// <summary>Which reminders are asked for.</summary>
public sealed record ReminderFilter
{
    [FromQuery(Name = "unit")]
    public Guid? UnitId { get; init; }
}

/// <summary>Reminders: seen before they go, sent, and kept as they were sent.</summary>
internal static class ReminderEndpoints
{
    public static void MapReminders(this IEndpointRouteBuilder api)
    {
        var reminders = api.MapGroup("/reminders").WithTags("Reminders");
        reminders.MapGet("/", ListAsync).Needs(Operation.ViewTasks).WithSummary("Reminders that were sent, by unit");
        reminders.MapGet("/due", PreviewAsync).Refuses("forbidden").WithSummary("The reminders that would be sent now, one to a unit");
        reminders.MapPost("/", SendAsync).Refuses("forbidden", "nothing-picked", "changed-meanwhile").WithSummary("Send the reminders that are due, to some units or to all; nobody gets a second one within the quiet hours");
        reminders.MapPost("/{id:guid}/withdrawal", WithdrawAsync).Refuses("forbidden", "reminder-not-found", "reminder-received", "changed-meanwhile").WithSummary("Take back a reminder that nobody has received yet");
    }

    private static async Task<Ok<Listing<SentReminderView>>> ListAsync([AsParameters] ReminderFilter filter, [AsParameters] Part part, LuoshiDb db, CancellationToken ct)
    {
        var sent = db.SentReminders.AsNoTracking().Where(reminder => reminder.Id > part.After);
        sent = filter.UnitId is { } unit ? sent.Where(reminder => reminder.UnitId == unit) : sent;
        return TypedResults.Ok(Listings.Of([.. (await sent.OrderBy(reminder => reminder.Id).Take(part.Size + 1).ToListAsync(ct)).Select(View)], part.Size, reminder => reminder.Id));
    }

    private static async Task<Results<Ok<Listing<DueReminderView>>, ProblemHttpResult>> PreviewAsync(ReadReminders read, CancellationToken ct)
    {
        var outcome = await read.ExecuteAsync(ct);
        return outcome.Refusal is { } refusal
            ? refusal.ToProblem()
            : TypedResults.Ok(new Listing<DueReminderView>(
                [.. outcome.Value.Due.Select(digest => new DueReminderView(
                    digest.UnitId, outcome.Value.Units.GetValueOrDefault(digest.UnitId, ""), digest.Subject, digest.Body, [.. digest.Lines.Select(line => line.Item.DueItemId)]))],
                null));
    }

    private static async Task<Results<Ok<RemindersSent>, ProblemHttpResult>> SendAsync(Reminding body, SendReminders send, CancellationToken ct)
    {
        var outcome = await send.ExecuteAsync(body.Units, ct);
        return outcome.Refusal is { } refusal ? refusal.ToProblem() : TypedResults.Ok(new RemindersSent([.. outcome.Value.Select(View)]));
    }

    private static async Task<Results<Ok<RemindersWithdrawn>, ProblemHttpResult>> WithdrawAsync(Guid id, ReminderWithdrawal body, WithdrawReminders withdraw, CancellationToken ct)
    {
        var outcome = await withdraw.ExecuteAsync(id, body.WithOthers, ct);
        return outcome.Refusal is { } refusal ? refusal.ToProblem() : TypedResults.Ok(outcome.Value);
    }

    private static SentReminderView View(SentReminder sent) => new(sent.Id, sent.UnitId, sent.SentAt, sent.SentBy is null, sent.Subject, sent.Body, sent.Items);
}
