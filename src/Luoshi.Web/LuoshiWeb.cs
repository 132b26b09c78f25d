using System.Text.Encodings.Web;
using System.Text.Unicode;
using Luoshi.App;
using Luoshi.Web.Api;
using Luoshi.Web.Observing;
using Luoshi.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;

namespace Luoshi.Web;

/// <summary>The pages and the API over the operations of the application.</summary>
public static class LuoshiWeb
{
    /// <summary>Everything the web needs; the application's own services come with <see cref="AppServices.AddLuoshi"/>.</summary>
    public static IServiceCollection AddLuoshiWeb(this IServiceCollection services)
    {
        services.AddSingleton(StaticAssets.OfTheProgram).AddSingleton<UnderWay>();
        services.AddAuthentication(SessionAuthentication.SchemeName).AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, null);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddLuoshiApi();
        services.AddMetricsForPrometheus();
        services.AddScoped<Shell>();

        // Nothing secret stays the same in two pages (a form token is new in each), so that lengths betray nothing over TLS.
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html"];
        });
        services.AddRazorPages(options =>
        {
            options.Conventions.AllowAnonymousToPage("/Account/SignIn");
            options.Conventions.AllowAnonymousToPage("/Account/SignOut");
            options.Conventions.AllowAnonymousToPage("/Account/Size");
            options.Conventions.AllowAnonymousToPage("/Setup/Index");
            options.Conventions.ConfigureFilter(new Nothing());
            options.Conventions.ConfigureFilter(new ServiceFilterAttribute<Shell>());
        }).AddApplicationPart(typeof(LuoshiWeb).Assembly).AddJsonOptions(options => options.JsonSerializerOptions.Converters.Add(new ApiJson.TextConverter()));
        services.AddSingleton<RateLimits>();
        services.AddKnownProxies([]);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "luoshi-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.HeaderName = "X-Form-Token";
        });

        // Chinese leaves as Chinese: half the bytes and a third of the time of escaped text.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    public static void UseLuoshiWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseLuoshiApi();
        app.UseRouting();
        app.UseAuthentication();
        app.UseSessionNeeds();
        app.UseAuthorization();
        app.UseLuoshiApiForCallers();
        app.UseAntiforgery();
        app.Services.GetRequiredService<StaticAssets>().Map(app);
        app.MapRazorPages();
        app.MapLuoshiApi();
        app.MapHealth();
        app.MapMetrics();
    }
}
