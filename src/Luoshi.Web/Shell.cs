using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Luoshi.Web;

/// <summary>What stands around every page that is shown: whose office it is, how many notices are unread, in what other positions the person may act.</summary>
internal sealed class Shell(LuoshiDb db) : IAsyncPageFilter
{
    private static readonly KeptQuery<Around> s_around = new(db => db.Governments.Select(government => new Around(government.Name, db.Notices.Count(notice => notice.ReadAt == null))));

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // A file or the way to another page has nothing around it.
        if ((await next()).Result is not PageResult || db.Access.Role is null || context.HandlerInstance is not PageModel page)
        {
            return;
        }

        var ct = context.HttpContext.RequestAborted;
        var around = await s_around.Of(db).SingleAsync(ct);
        page.ViewData["Government"] = around.Government;
        page.ViewData["Unread"] = around.Unread;
        if (context.HttpContext.Features.Get<SignedIn>() is { HasOtherPositions: true })
        {
            page.ViewData["Positions"] = await OwnPosition.ListAsync(db, ct);
        }
    }

    private sealed record Around(string Government, int Unread);
}
