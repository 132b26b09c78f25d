using Luoshi.App.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web;

/// <summary>What stands around every page: whose office it is.</summary>
internal sealed class Shell(LuoshiDb db) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (db.Access.Role is not null && context.HandlerInstance is PageModel page && HttpMethods.IsGet(context.HttpContext.Request.Method))
        {
            page.ViewData["Government"] = await db.Governments.Select(government => government.Name).SingleAsync(context.HttpContext.RequestAborted);
        }

        await next();
    }
}
