using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Luoshi.Web.Security;

/// <summary>
/// The character that stands for nothing, U+0000. Nobody types it, PostgreSQL keeps no text with it, and some programs read a text to its end there: an
/// address, a form or a body that brings one is not understood, on every page.
/// </summary>
internal sealed class Nothing : IAsyncAuthorizationFilter, IPageFilter, IOrderedFilter
{
    /// <summary>What somebody reads whose text has one.</summary>
    public const string Advice = "有一栏里夹着看不见的空字符，多半是从别处粘贴来的，系统存不了。请返回上一页，已写的文字还在；把那一处重新打一遍再提交。";

    // After the limits of what may be sent, before the token of the form is looked for: that reads the form too, and would blame the page for its age.
    public int Order => 950;

    public static bool IsIn(string text) => text.Contains('\0', StringComparison.Ordinal);

    /// <summary>Whether it stands in the address of a request.</summary>
    public static bool IsAsked(HttpRequest request) =>
        request.QueryString.HasValue && request.QueryString.Value!.Contains("%00", StringComparison.Ordinal) && request.Query.Any(field => field.Value.Any(value => value is not null && IsIn(value)));

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;

        // The page of errors is shown for the same request once more.
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is null && http.Features.Get<IExceptionHandlerFeature>() is null && (IsAsked(http.Request) || await IsSentAsync(http.Request)))
        {
            http.Features.Set(new Found());
            context.Result = new BadRequestResult();
        }
    }

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    /// <summary>A body that a script sent and that could not be read.</summary>
    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod?.Parameters.Any(parameter => parameter.BindingInfo?.BindingSource == BindingSource.Body && (!context.HandlerArguments.TryGetValue(parameter.Name, out var body) || body is null)) == true)
        {
            context.Result = new JsonResult(new { Code = "request-not-understood", Message = "没有保存：文字里夹着看不见的空字符，请把那一处重新打一遍。" }) { StatusCode = StatusCodes.Status400BadRequest };
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }

    private static async Task<bool> IsSentAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return false;
        }

        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return form.Any(field => IsIn(field.Key) || field.Value.Any(value => value is not null && IsIn(value)));
        }
        catch (InvalidDataException unreadable)
        {
            // The framework reads no such character out of an encoded form; what was too long or too much is said elsewhere.
            return unreadable.InnerException is InvalidOperationException;
        }
    }

    /// <summary>Left behind for the page of errors.</summary>
    public sealed record Found;
}
