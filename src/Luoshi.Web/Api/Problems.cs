using Luoshi.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Luoshi.Web.Api;

/// <summary>What a program is told when something is refused: RFC 9457, with the code that it branches on.</summary>
internal static class Problems
{
    private static readonly string[] s_unprocessable =
        ["-missing", "-too-long", "-invalid", "-unknown", "-unlikely", "-unexplained", "-not-understood", "-past", "-reused", "-outside-ledger", "-twice"];

    /// <param name="refusal">What the operation refused.</param>
    /// <param name="seen">The version that the program named; null where none is asked for.</param>
    public static ProblemHttpResult ToProblem(this Refusal refusal, SeenVersion? seen = null)
    {
        var status = refusal.Code == "changed-meanwhile" && seen is not null ? StatusCodes.Status412PreconditionFailed : StatusOf(refusal.Code);
        return TypedResults.Problem(Describe(status, refusal.Code, refusal.Message));
    }

    /// <summary>The status of a code, by its last word: whether the thing is not there, the person may not, the request says too little, or the state forbids it.</summary>
    public static int StatusOf(string code) => code switch
    {
        "forbidden" or "token-reads-only" => StatusCodes.Status403Forbidden,
        _ when code.EndsWith("-not-found", StringComparison.Ordinal) => StatusCodes.Status404NotFound,
        _ when s_unprocessable.Any(ending => code.EndsWith(ending, StringComparison.Ordinal)) => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status409Conflict,
    };

    public static ProblemDetails Describe(int status, string code, string message) => new()
    {
        Status = status,
        Title = ReasonPhrases.GetReasonPhrase(status),
        Detail = message,
        Extensions = { ["code"] = code },
    };

    public static Task WriteAsync(HttpContext http, int status, string code, string message) =>
        TypedResults.Problem(Describe(status, code, message)).ExecuteAsync(http);
}
