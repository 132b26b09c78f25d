using Luoshi.App.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Luoshi.Web.Security;

/// <summary>Leads whoever must first show a code, choose a password or set up codes to that page, from wherever they are.</summary>
internal static class SessionNeeds
{
    private static readonly string[] s_always = ["/account/sign-in", "/account/sign-out", "/account/size", "/assets/", "/error"];

    public static IApplicationBuilder UseSessionNeeds(this IApplicationBuilder app) => app.Use(static (http, next) =>
    {
        if (http.Features.Get<SignedIn>() is not { Need: not SessionNeed.Nothing and var need } || PageOf(need) is not { } page
            || http.Request.Path.StartsWithSegments(page, StringComparison.Ordinal)
            || Array.Exists(s_always, free => http.Request.Path.StartsWithSegments(free.TrimEnd('/'), StringComparison.Ordinal)))
        {
            return next(http);
        }

        if (HttpMethods.IsGet(http.Request.Method))
        {
            http.Response.Redirect(page);
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    });

    /// <summary>Where what is needed is done.</summary>
    public static string PageOf(SessionNeed need) => need switch
    {
        SessionNeed.Nothing => "/",
        SessionNeed.SecondFactor => "/account/second-factor",
        SessionNeed.NewPassword => "/account/password",
        SessionNeed.Enrolment => "/account/enrol",
    };
}
