using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Luoshi.Web.Security;

/// <summary>
/// The character that stands for nothing, U+0000. Nobody types it, PostgreSQL keeps no text with it, and some programs read a text to its end there: an
/// address or a body that brings one is not understood. (Forms with one are refused by the framework.)
/// </summary>
internal sealed class Nothing : IPageFilter
{
    public static bool IsIn(string text) => text.Contains('\0', StringComparison.Ordinal);

    /// <summary>Whether it stands in the address of a request.</summary>
    public static bool IsAsked(HttpRequest request) =>
        request.QueryString.HasValue && request.QueryString.Value!.Contains("%00", StringComparison.Ordinal) && request.Query.Any(field => field.Value.Any(value => value is not null && IsIn(value)));

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (IsAsked(context.HttpContext.Request))
        {
            context.Result = new BadRequestResult();
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
