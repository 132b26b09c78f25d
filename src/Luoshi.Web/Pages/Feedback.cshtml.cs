using Luoshi.App.Data;
using Luoshi.App.Notices;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Notices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages;

/// <summary>意见反馈 — anybody writes to the office; the office reads all and answers.</summary>
public sealed class FeedbackModel(LuoshiDb db, GiveFeedback give, AnswerFeedback answer) : PageModel
{
    private const int MostRows = 200;

    public bool MayAnswer => db.Access.Refuse(Operation.AnswerFeedback) is null;

    public int Waiting { get; private set; }

    public IReadOnlyList<Feedback> Rows { get; private set; } = [];

    public PeopleNames People { get; private set; } = PeopleNames.None;

    /// <summary>The page that somebody came from, as an address of this site; empty for none.</summary>
    public string About { get; private set; } = "";

    public string? Text { get; private set; }

    /// <summary>What was typed as an answer and refused, and to which.</summary>
    public string? Answer { get; private set; }

    public Guid? Answered { get; private set; }

    public Refusal? Refusal { get; private set; }

    public async Task OnGetAsync(string? about, CancellationToken ct)
    {
        About = about ?? "";
        Waiting = await db.Feedback.CountAsync(row => row.AnsweredAt == null, ct);
        Rows = await db.Feedback.AsNoTracking().OrderBy(row => row.AnsweredAt != null).ThenByDescending(row => row.GivenAt).ThenByDescending(row => row.Id).Take(MostRows).ToListAsync(ct);
        People = await PeopleNames.LoadAsync(db, Rows.SelectMany(row => new[] { row.GivenBy, row.AnsweredBy }), ct);
    }

    public async Task<IActionResult> OnPostAsync(string? page, string? text, CancellationToken ct)
    {
        if ((await give.ExecuteAsync(page, text, ct)).Refusal is { } refusal)
        {
            Text = text;
            ModelState.Refuse("text", refusal);
            await OnGetAsync(page, ct);
            return Page();
        }

        TempData["Notice"] = "意见已发给督查科，有了答复会给您发消息。";
        return Redirect("/feedback");
    }

    public async Task<IActionResult> OnPostAnswerAsync(Guid id, string? text, CancellationToken ct)
    {
        switch (await answer.ExecuteAsync(id, text, ct))
        {
            case { Code: "forbidden" }:
                return Forbid();
            case { Code: "feedback-not-found" }:
                return NotFound();
            case { } refusal:
                (Refusal, Answer, Answered) = (refusal, text, id);
                await OnGetAsync(null, ct);
                return Page();
            default:
                TempData["Notice"] = "已答复，对方会收到消息。";
                return Redirect("/feedback");
        }
    }
}
