using System.Security.Claims;
using System.Text.Encodings.Web;
using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Luoshi.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Luoshi.Web.Api;

/// <summary>
/// Signs a program's request in by its access token. A request without one is whoever's cookie it carries, so that our own pages can ask too;
/// a request with one is never anybody else.
/// </summary>
public sealed class AccessTokenAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, FindAccessToken find, LuoshiDb db)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "AccessToken";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } header])
        {
            return await Context.AuthenticateAsync(SessionAuthentication.SchemeName);
        }

        db.ActAs(Access.Nobody);
        var address = Context.Connection.RemoteIpAddress?.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            || await find.ExecuteAsync(header[Bearer.Length..].Trim(), address, Context.TraceIdentifier, Context.RequestAborted) is not { } bearer)
        {
            return AuthenticateResult.Fail("The token opens nothing.");
        }

        db.ActAs(bearer.Access);
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, bearer.Access.AccountId!.Value.ToString("N")), new Claim(ClaimTypes.Name, bearer.AccountName), new Claim(TokenClaim, bearer.TokenId.ToString("N"))],
            SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    /// <summary>The claim that names the token.</summary>
    public const string TokenClaim = "token";

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.WriteAsync(Context, StatusCodes.Status401Unauthorized, "not-signed-in", "没有登录，或访问令牌无效、已撤销、已过期。");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.WriteAsync(Context, StatusCodes.Status403Forbidden, "forbidden", "您不能这样做。");
}
