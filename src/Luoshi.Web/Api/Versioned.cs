using Luoshi.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Luoshi.Web.Api;

/// <summary>What an operation gave, as an endpoint answers it: with its version as the ETag, or as a problem.</summary>
internal static class Versioned
{
    /// <param name="outcome">What the operation gave.</param>
    /// <param name="seen">The version that the program named; null where none is asked for.</param>
    /// <param name="response">Where the ETag goes.</param>
    /// <param name="version">Of what was given.</param>
    /// <param name="view">How it is shown.</param>
    public static Results<Ok<TView>, ProblemHttpResult> Answer<T, TView>(this Outcome<T> outcome, SeenVersion? seen, HttpResponse response, Func<T, int> version, Func<T, TView> view)
        where T : notnull
    {
        if (outcome.Refusal is { } refusal)
        {
            return refusal.ToProblem(seen);
        }

        response.Headers.ETag = SeenVersion.Tag(version(outcome.Value));
        return TypedResults.Ok(view(outcome.Value));
    }

    /// <summary>The same for what was made, with its address.</summary>
    public static Results<Created<TView>, ProblemHttpResult> AnswerCreated<T, TView>(this Outcome<T> outcome, HttpResponse response, Func<T, string> path, Func<T, int> version, Func<T, TView> view)
        where T : notnull
    {
        if (outcome.Refusal is { } refusal)
        {
            return refusal.ToProblem();
        }

        response.Headers.ETag = SeenVersion.Tag(version(outcome.Value));
        return TypedResults.Created($"{LuoshiApi.Root}/{path(outcome.Value)}", view(outcome.Value));
    }
}
