using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Luoshi.Web;

/// <summary>不在了 — what somebody reads who comes by an old address to what is no longer there: what became of it and when, and where to go on.</summary>
/// <param name="Heading">What became of it.</param>
/// <param name="Said">When, by whom, and what still is.</param>
/// <param name="Way">What is found instead, as a link says it.</param>
/// <param name="Address">Where that is, on this site.</param>
public sealed record Gone(string Heading, string Said, string Way, string Address)
{
    /// <summary>410; the page of errors says the rest.</summary>
    public StatusCodeResult Answer(PageModel page)
    {
        page.HttpContext.Features.Set(this);
        return page.StatusCode(StatusCodes.Status410Gone);
    }
}
