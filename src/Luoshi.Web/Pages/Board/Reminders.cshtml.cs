using Luoshi.App.Supervision;
using Luoshi.Core;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Luoshi.Web.Pages.Board;

/// <summary>催报 — the letters of this moment, shown before they go, and those that went.</summary>
public sealed class RemindersModel(ReadReminders read, SendReminders send) : PageModel
{
    public ReminderDesk Desk { get; private set; } = null!;

    public Refusal? Refusal { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(List<Guid> pick, CancellationToken ct)
    {
        var sent = await send.ExecuteAsync(pick, ct);
        if (sent.Refusal is { } refusal)
        {
            Refusal = refusal;
            return refusal.Code == "forbidden" ? Forbid() : await ShowAsync(ct);
        }

        TempData["Notice"] = sent.Value.Count < pick.Count
            ? $"已催报{sent.Value.Count}个单位；其余单位已经报送，或刚刚催过。"
            : $"已催报{sent.Value.Count}个单位，共{sent.Value.Sum(one => one.Items)}项。";
        return Redirect("/reminders");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var desk = await read.ExecuteAsync(ct);
        if (desk.Refusal is not null)
        {
            return Forbid();
        }

        Desk = desk.Value;
        return Page();
    }
}
