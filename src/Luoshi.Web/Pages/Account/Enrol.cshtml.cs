using Luoshi.App.Accounts;
using Luoshi.Web.Security;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using QRCoder;

namespace Luoshi.Web.Pages.Account;

/// <summary>启用动态口令.</summary>
[EnableRateLimiting(Attempts.PolicyName)]
public sealed class EnrolModel(EnrolSecondFactor enrol) : PageModel
{
    [BindProperty]
    public string? Ticket { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public bool IsRequired { get; private set; }

    public SecondFactorOffer? Offer { get; private set; }

    public IHtmlContent Picture { get; private set; } = HtmlString.Empty;

    /// <summary>Shown in the answer to the form and never again.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    private SignedIn Person => SessionAuthentication.PersonOf(HttpContext);

    public void OnGet() => Show(enrol.Offer(Person));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await enrol.ExecuteAsync(Person, Ticket ?? "", Code ?? "", ct);
        if (outcome.Refusal is { } refusal)
        {
            // The same secret again: it stands in the authenticator already.
            ModelState.Refuse("code", refusal);
            Show(enrol.OfferAgain(Person, Ticket ?? ""));
            return Page();
        }

        SessionAuthentication.SetCookie(HttpContext, outcome.Value.SessionSecret);
        IsRequired = Person.Need == SessionNeed.Enrolment;
        RecoveryCodes = outcome.Value.RecoveryCodes;
        return Page();
    }

    private void Show(SecondFactorOffer offer)
    {
        IsRequired = Person.Need == SessionNeed.Enrolment;
        Offer = offer;
        Picture = Draw(offer.Uri);
    }

    // As one path with attributes alone: the content policy forbids inline style.
    private static HtmlString Draw(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new System.Text.StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (rows[y][x])
                {
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new HtmlString($"<svg class=\"qr\" role=\"img\" aria-label=\"二维码，内容与下面的密钥相同\" viewBox=\"0 0 {rows.Count} {rows.Count}\" shape-rendering=\"crispEdges\"><rect width=\"{rows.Count}\" height=\"{rows.Count}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>");
    }
}
