using Luoshi.App.Supervision;
using Luoshi.Core;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Luoshi.Web.Pages.Board;

/// <summary>催报 — the letters of this moment, shown before they go, and those that went.</summary>
public sealed class RemindersModel(ReadReminders read, SendReminders send, WithdrawReminders withdraw) : PageModel
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
        TempData["Undo"] = sent.Value.Count == 0 ? null : $"/reminders?handler=withdraw&sent={sent.Value[0].Id}&others=true";
        return Redirect("/reminders");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid sent, bool others, CancellationToken ct)
    {
        var withdrawn = await withdraw.ExecuteAsync(sent, others, ct);
        if (withdrawn.Refusal is { } refusal)
        {
            Refusal = refusal;
            return refusal.Code == "forbidden" ? Forbid() : await ShowAsync(ct);
        }

        TempData["Notice"] = withdrawn.Value.Received == 0
            ? $"已撤回对{withdrawn.Value.Withdrawn}个单位的催报。"
            : $"已撤回对{withdrawn.Value.Withdrawn}个单位的催报；{withdrawn.Value.Received}个单位已经看到或邮件已经发出，没有撤回。";
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
