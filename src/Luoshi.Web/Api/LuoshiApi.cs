using Luoshi.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Web.Api;

/// <summary>接口 — the operations of the application for programs, under <c>/api/v1</c>.</summary>
internal static class LuoshiApi
{
    public const string Root = "/api/v1";

    public static IServiceCollection AddLuoshiApi(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, AccessTokenAuthentication>(AccessTokenAuthentication.SchemeName, null);
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context => context.ProblemDetails.Extensions.TryAdd("code", "request-invalid"));
        services.AddValidation();
        services.AddApiJson();
        services.AddApiDocument();
        services.AddOptions<ApiLimits>().BindConfiguration("Api");
        return services;
    }

    /// <summary>What stands around the API before anybody is known.</summary>
    public static void UseLuoshiApi(this IApplicationBuilder app) => app.UseWhen(IsApi, api => api.UseMiddleware<ProblemAnswers>());

    /// <summary>What stands around it when somebody is.</summary>
    public static void UseLuoshiApiForCallers(this IApplicationBuilder app)
    {
        app.Use(app.ApplicationServices.GetRequiredService<RateLimits>().InvokeAsync);
        app.UseWhen(IsApi, api => api.UseMiddleware<IdempotentPosts>());
    }

    public static void MapLuoshiApi(this IEndpointRouteBuilder app)
    {
        var callers = new AuthorizationPolicyBuilder(AccessTokenAuthentication.SchemeName).RequireAuthenticatedUser().Build();
        var api = app.MapGroup(Root).RequireAuthorization(callers).RequireRateLimiting(ApiRateLimit.Policy);
        api.MapLedgers();
        api.MapImports();
        api.MapKeyTasks();
        api.MapKeyTaskChanges();
        api.MapPlans();
        api.MapExports();
        api.MapDueItems();
        api.MapExtensions();
        api.MapAttachments();
        api.MapReminders();
        api.MapReports();
        api.MapReportSteps();
        api.MapDoubts();
        api.MapInstructions();
        api.MapRectifications();
        api.MapObjections();
        api.MapMaterials();
        api.MapCirculars();
        api.MapSearch();
        api.MapApiDocument();

        // So that an address or a method that is not there is told by the API and not by the sign-in page.
        app.Map("/api/{**rest}", () => TypedResults.NotFound()).RequireAuthorization(callers).RequireRateLimiting(ApiRateLimit.Policy).ExcludeFromDescription();
    }

    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
