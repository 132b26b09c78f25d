using Luoshi.App.Data;
using Luoshi.App.Supervision;
using Luoshi.Core.Accounts;
using Luoshi.Core.Calendars;
using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Tasks;

/// <summary>A moment of the story; one of the three is there.</summary>
public sealed record StoryMoment(DateTime At, ReportInStory? Report, InstructionInStory? Instruction, AdjustmentInStory? Adjustment);

/// <summary>来龙去脉 — the story of a task on one line of time, for whoever may see the task.</summary>
public sealed class StoryModel(LuoshiDb db, TimeProvider clock) : PageModel
{
    /// <summary><c>reports</c>, <c>instructions</c>, <c>adjustments</c>; everything when there is none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>The month whose return is told in full; the newest when there is none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    public TaskStory Story { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<StoryMoment> Moments { get; private set; } = [];

    public DateTime Now { get; private set; }

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Now, BeijingTime.Zone));

    public bool MayInstruct => db.Access.Refuse(Operation.WriteInstruction) is null;

    public bool MayReply => db.Access.Refuse(Operation.ReplyToInstruction) is null;

    public ReportInStory? Newest => Story.Reports.Count > 0 ? Story.Reports[0] : null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ViewTasks) is not null)
        {
            return Forbid();
        }

        if (await TaskStory.LoadAsync(db, id, ct) is not { } story)
        {
            return await PassedOnAsync(id, ct) is { } gone ? gone.Answer(this) : NotFound();
        }

        (Story, Now) = (story, clock.GetUtcNow().UtcDateTime);
        var reports = story.Reports.Select(report => new StoryMoment(report.Latest.SubmittedAt, report, null, null));
        var instructions = story.Instructions.Select(row => new StoryMoment(row.Instruction.WrittenAt, null, row, null));
        var adjustments = story.Adjustments.Select(row => new StoryMoment(row.Before.EndedAt, null, null, row));
        Moments = [.. (Show switch
        {
            "reports" => reports,
            "instructions" => instructions,
            "adjustments" => adjustments,
            _ => reports.Concat(instructions).Concat(adjustments),
        }).OrderByDescending(moment => moment.At)];
        return Page();
    }

    /// <summary>A task that the person was asked about, and that is another's now; null where there was none.</summary>
    private async Task<Gone?> PassedOnAsync(Guid id, CancellationToken ct)
    {
        if (await db.TasksAsked.AsNoTracking().SingleOrDefaultAsync(task => task.Id == id, ct) is not { } task)
        {
            return null;
        }

        var content = TaskMarks.Clip(task.Content, 60);
        if (db.Access.Scope == Scope.Post)
        {
            var leader = await db.LeaderPosts.Where(post => post.Id == task.PostId).Select(post => post.Title).SingleAsync(ct);
            return new Gone("这项工作已不由您分管", $"“{content}”现由{leader}分管。您分管时的情况，在那几个月的材料里。", "看我分管的工作", "/leader");
        }

        var until = await db.PartsAsked.Where(part => part.TaskId == id && part.UnitId == db.Access.UnitId).MaxAsync(part => part.Until, ct);
        var last = await db.DueItems.Where(item => item.TaskId == id).OrderByDescending(item => item.Month).Select(item => item.Month).FirstAsync(ct);
        var unit = await db.Units.AsNoTracking().SingleAsync(unit => unit.Id == task.LeadUnitId, ct);
        return new Gone(
            "这项工作已不由本单位承担",
            $"“{content}”{(until is { } day ? $"自{day.Year}年{day.Month}月{day.Day}日起" : "")}由{unit.DisplayName}牵头。以前要本单位报的，还在当月的填报页。",
            $"看{last.Month}月填报",
            $"/reporting?month={last}");
    }

    /// <summary>Whether a return is told in full, with what changed since the month before.</summary>
    public bool IsOpen(ReportInStory report) => Month is null ? report == Newest : report.Report.Month.ToString() == Month;

    /// <summary>The return of the span before; null for the first.</summary>
    public ReportInStory? Before(ReportInStory report)
    {
        var at = Story.Reports.ToList().IndexOf(report);
        return at + 1 < Story.Reports.Count ? Story.Reports[at + 1] : null;
    }

    /// <summary>What an adjustment changed, field by field.</summary>
    public IEnumerable<(string Field, string Before, string After)> Changes(AdjustmentInStory adjustment)
    {
        var (before, after) = (adjustment.Before.Terms, adjustment.After);
        return ((string Field, string? Before, string? After)[])
        [
            ("工作内容", before.Content, after.Content),
            ("年度目标", before.Target, after.Target),
            ("完成时限", before.Deadline, after.Deadline),
            ("报送频次", before.Frequency.Name(), after.Frequency.Name()),
            ("分管领导", Story.PostTitles.GetValueOrDefault(before.PostId), Story.PostTitles.GetValueOrDefault(after.PostId)),
            ("牵头单位", Story.UnitNames.GetValueOrDefault(before.LeadUnitId), Story.UnitNames.GetValueOrDefault(after.LeadUnitId)),
        ]
        is var fields ? fields.Where(field => field.Before != field.After).Select(field => (field.Field, field.Before ?? "（无）", field.After ?? "（无）")) : [];
    }

    public string Units(UnitPart part) => string.Join("、", Story.Units.Where(unit => unit.Part == part).Select(unit => unit.Unit));

    /// <summary>Strongest first: the worst of the newest return.</summary>
    public IEnumerable<TargetStanding> Standings => Newest?.Report.Standings ?? [];
}
