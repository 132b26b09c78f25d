using Luoshi.App.Data;
using Luoshi.App.Supervision;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Supervision;

/// <summary>One objection, and its answer by whoever may give it.</summary>
public sealed class ObjectionModel(LuoshiDb db, DecideObjection decide) : PageModel
{
    public Objection Objection { get; private set; } = null!;

    public string Unit { get; private set; } = "";

    public string Task { get; private set; } = "";

    public PeopleNames People { get; private set; } = PeopleNames.None;

    public bool MayDecide => db.Access.Refuse(Operation.DecideObjection) is null;

    public bool IsOwnDecision => Objection.DecidedBy == db.Access.AccountId;

    public Judgement? Decision { get; private set; }

    public string? Answer { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!MayDecide && db.Access.Refuse(Operation.RaiseObjection) is not null)
        {
            return Forbid();
        }

        var found = await db.Objections.AsNoTracking().Where(row => row.Id == id)
            .Join(db.Units, row => row.UnitId, unit => unit.Id, (row, unit) => new { row, unit })
            .Join(db.TasksAsked, both => both.row.TaskId, task => task.Id, (both, task) => new { both.row, both.unit, task.Content })
            .SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return NotFound();
        }

        (Objection, Unit, Task) = (found.row, found.unit.DisplayName, found.Content);
        People = await PeopleNames.LoadAsync(db, [Objection.DecidedBy, Objection.RaisedBy, Objection.AnsweredBy], ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int version, Judgement? decision, string? answer, CancellationToken ct)
    {
        (Decision, Answer) = (decision, answer);
        var outcome = await decide.ExecuteAsync(id, version, decision, answer, ct);
        switch (outcome.Refusal)
        {
            case { Code: "forbidden" }:
                return Forbid();
            case { Code: "objection-not-found" }:
                return NotFound();
            case { } refusal:
                ModelState.Refuse(refusal, ("objection-answer-missing", "answer"), ("text-too-long", "answer"));
                return await OnGetAsync(id, ct);
            default:
                TempData["Notice"] = $"异议已复核：{outcome.Value.State.Name()}。";
                return Redirect($"/objections/{id}");
        }
    }
}
