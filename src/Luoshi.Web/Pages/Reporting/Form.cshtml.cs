using Luoshi.App.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Luoshi.Web.Pages.Reporting;

/// <summary>下载填报表.</summary>
public sealed class FormModel(PrefillForm prefill) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var outcome = await prefill.ExecuteAsync(ct);
        if (outcome.Refusal is { } refusal)
        {
            if (refusal.Code == "forbidden")
            {
                return Forbid();
            }

            TempData["Notice"] = refusal.Message;
            return Redirect("/reporting");
        }

        return File(outcome.Value.Content, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", outcome.Value.Name);
    }
}
