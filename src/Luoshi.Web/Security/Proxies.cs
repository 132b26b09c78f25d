using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Web.Security;

/// <summary>Which machines in front may say where a request came from. Nobody else is believed: an address in the audit must be a real one.</summary>
public static class Proxies
{
    /// <summary>Believes X-Forwarded-For and X-Forwarded-Proto from these machines alone.</summary>
    public static IServiceCollection AddKnownProxies(this IServiceCollection services, IReadOnlyCollection<IPAddress> proxies) => services.Configure<ForwardedHeadersOptions>(options =>
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();

        // With nobody known the framework would believe everybody.
        options.ForwardedHeaders = proxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var proxy in proxies)
        {
            options.KnownProxies.Add(proxy);
        }
    });
}
