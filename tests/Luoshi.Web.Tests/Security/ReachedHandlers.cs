using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Luoshi.Web.Tests.Security;

/// <summary>Notes which handlers of forms were come to: <c>Account.PasswordModel.OnPostAsync</c>.</summary>
internal sealed class ReachedHandlers : IPageFilter
{
    private const string Pages = "Luoshi.Web.Pages.";

    private readonly ConcurrentDictionary<string, bool> _names = new();

    public IEnumerable<string> Names => _names.Keys;

    public void Forget() => _names.Clear();

    public static string NameOf(Type page, MethodInfo handler) => $"{page.FullName![Pages.Length..]}.{handler.Name}";

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is { HttpMethod: "Post" } handler)
        {
            _names.TryAdd(NameOf(context.HandlerInstance.GetType(), handler.MethodInfo), true);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
