using System.Security.Claims;
using System.Text.Encodings.Web;
using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Luoshi.Web.Security;

/// <summary>
/// Signs a request in by the secret in its cookie and lets the store be seen as that person. The session itself lies in the database: it can be
/// ended there, and the cookie is worth nothing then.
/// </summary>
public sealed class SessionAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, FindSession find, LuoshiDb db)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Session";

    /// <summary>The cookie's name over TLS; browsers refuse a <c>__Host-</c> cookie without it, so that a plain address has its own.</summary>
    public static string CookieName(HttpRequest request) => request.IsHttps ? "__Host-luoshi" : "luoshi";

    public static CookieOptions Cookie(HttpRequest request) => new() { HttpOnly = true, Secure = request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };

    /// <summary>Who has signed in. On a page that everybody may open this throws.</summary>
    public static SignedIn PersonOf(HttpContext http) => http.Features.Get<SignedIn>() ?? throw new InvalidOperationException("Nobody has signed in.");

    /// <summary>Gives the browser a session's secret; the one it had is worth nothing any more.</summary>
    public static void SetCookie(HttpContext http, string secret) => http.Response.Cookies.Append(CookieName(http.Request), secret, Cookie(http.Request));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[CookieName(Request)] is not { } secret)
        {
            return AuthenticateResult.NoResult();
        }

        var address = Context.Connection.RemoteIpAddress?.ToString();
        if (await find.ExecuteAsync(secret, address, Context.TraceIdentifier, Context.RequestAborted) is not { } person)
        {
            return AuthenticateResult.Fail("The session is over.");
        }

        db.ActAs(person.Access);
        Context.Features.Set(person);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person.Access.AccountId!.Value.ToString("N")), new Claim(ClaimTypes.Name, person.AccountName)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var back = HttpMethods.IsGet(Request.Method) ? Request.PathBase + Request.Path + Request.QueryString : Form();
        Response.Redirect($"/account/sign-in?back={Uri.EscapeDataString(back)}");
        return Task.CompletedTask;
    }

    /// <summary>The page that sent what came too late; what was typed waits there.</summary>
    private string Form() => Uri.TryCreate(Request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == Request.Host.Value ? page.PathAndQuery : "/";

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
