using Luoshi.App;
using Luoshi.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Luoshi.Web.Tests.Api;

public sealed class AskingTooOften
{
    [Fact]
    public async Task Beyond_the_limit_a_program_is_told_when_to_come_again_and_another_goes_on()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        await using var narrow = await NarrowAsync(site.Store, requestsPerMinute: 3);
        var address = new Uri(narrow.Urls.Single());

        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 4; i++)
        {
            answers.Add(await AskAsync(address, clerk.Secret));
        }

        Assert.All(answers[..3], answer => Assert.True(answer.IsSuccessStatusCode));
        Assert.Equal((429, "too-many-requests"), await answers[3].ProblemAsync());
        Assert.InRange(answers[3].Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.True((await AskAsync(address, reporter.Secret)).IsSuccessStatusCode);
    }

    private static async Task<HttpResponseMessage> AskAsync(Uri address, string secret)
    {
        using var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        return await http.GetAsync(new Uri("/api/v1/ledgers", UriKind.Relative));
    }

    private static async Task<WebApplication> NarrowAsync(Store store, int requestsPerMinute)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration["Api:RequestsPerMinute"] = $"{requestsPerMinute}";
        builder.Services.AddSingleton<TimeProvider>(store.Clock).AddLuoshi(store.Choice).AddLuoshiWeb();
        var app = builder.Build();
        app.UseLuoshiWeb();
        await app.StartAsync();
        return app;
    }
}
