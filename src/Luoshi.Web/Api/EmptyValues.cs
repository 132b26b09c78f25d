using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Web.Api;

/// <summary>
/// Addresses at which an empty value of the query is a value, and the operation says what is wrong with it. The handling that is written when the program is
/// built takes an empty value for none; that of these addresses is put together when the program starts.
/// </summary>
internal static class EmptyValues
{
    public static RouteHandlerBuilder MapWithEmptyValues(this IEndpointRouteBuilder api, string method, string pattern, Delegate handler) =>
#pragma warning disable RDG002 // The handler is not known when the program is built: meant so.
        api.MapMethods(pattern, [method], handler);
#pragma warning restore RDG002
}
