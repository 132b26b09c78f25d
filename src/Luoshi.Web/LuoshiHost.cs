using Luoshi.App;
using Luoshi.App.Data;
using Luoshi.App.Jobs;
using Luoshi.App.Outbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Luoshi.Web;

/// <summary>The web system as one host: the store, the operations, the pages.</summary>
public static class LuoshiHost
{
    /// <summary>Over a database that is brought up to date, ready to be started. The caller disposes it.</summary>
    /// <param name="database">The store.</param>
    /// <param name="urls">Where it listens.</param>
    /// <param name="clock">What tells the time.</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="runsJobs">Whether it also does what is done by the clock, as the settings Jobs, Mail and Webhooks say.</param>
    /// <param name="configure">What this deployment has otherwise: its account settings, its proxies.</param>
    public static async Task<WebApplication> BuildAsync(
        DatabaseChoice database, string urls, TimeProvider clock, CancellationToken ct, bool runsJobs = false, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelHttpsConfiguration().UseUrls(urls).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        // The keys lie in a folder that is the program's alone, or in its database: there is no certificate to encrypt them with.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        // Warns on every page with a form that it forbids caching, which is what we want.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.Services.AddSingleton(clock);
        if (runsJobs)
        {
            builder.Services.AddSingleton(builder.Configuration.GetSection("Jobs").Get<JobSettings>() ?? new JobSettings());
            builder.Services.AddSingleton(builder.Configuration.GetSection("Mail").Get<MailSettings>() ?? new MailSettings());
            builder.Services.AddSingleton(builder.Configuration.GetSection("Webhooks").Get<WebhookSettings>() ?? new WebhookSettings());
            builder.Services.AddHostedService<JobHost>();
        }

        builder.Services.AddLuoshi(database);
        builder.Services.AddLuoshiWeb();
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseLuoshiWeb();
        await using var scope = app.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<LuoshiDb>().Database;

        // To migrate takes the schema's owner even where there is nothing to do; the role that the program runs as is not.
        if ((await store.GetPendingMigrationsAsync(ct)).Any())
        {
            await store.MigrateAsync(ct);
        }

        return app;
    }
}
