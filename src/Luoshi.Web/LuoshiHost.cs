using Luoshi.App;
using Luoshi.App.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Luoshi.Web;

/// <summary>The web system as one host: the store, the operations, the pages.</summary>
public static class LuoshiHost
{
    /// <summary>Over a database that is brought up to date, ready to be started. The caller disposes it.</summary>
    public static async Task<WebApplication> BuildAsync(DatabaseChoice database, string urls, TimeProvider clock, CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelHttpsConfiguration().UseUrls(urls).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        // Warns on every page with a form that it forbids caching, which is what we want.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.Services.AddSingleton(clock);
        builder.Services.AddLuoshi(database);
        builder.Services.AddLuoshiWeb();
        var app = builder.Build();
        app.UseLuoshiWeb();
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LuoshiDb>().Database.MigrateAsync(ct);
        return app;
    }
}
