using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Web.Api;

/// <summary>What whoever asks an endpoint must be allowed; part of its description.</summary>
internal sealed record Needs(Operation Operation);

/// <summary>The codes that an endpoint may refuse with; part of its description.</summary>
internal sealed record Refuses(params string[] Codes);

internal static class Allowed
{
    /// <summary>For endpoints that read the store themselves: operations ask for what they need.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Operation operation)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new Needs(operation)).AddEndpointFilter(async (context, next) =>
            context.HttpContext.RequestServices.GetRequiredService<LuoshiDb>().Access.Refuse(operation) is { } refusal ? refusal.ToProblem() : await next(context));

    public static TBuilder Refuses<TBuilder>(this TBuilder endpoint, params string[] codes)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Refuses(codes));
}
