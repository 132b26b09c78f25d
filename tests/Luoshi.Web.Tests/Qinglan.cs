using Luoshi.App.Accounts;
using Luoshi.App.Demo;
using Luoshi.Core.Accounts;
using Luoshi.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Luoshi.Web.Tests;

/// <summary>
/// The real web system over the fictional district of the samples as <c>luoshi demo</c> has it: half a year behind it, the seventh month open. It is
/// made once and copied for every test that asks.
/// </summary>
public sealed class Qinglan : IAsyncDisposable
{
    private static readonly SemaphoreSlim s_seeding = new(1, 1);
    private static readonly string s_folder = Directory.CreateTempSubdirectory("luoshi-qinglan-").FullName;
    private static IReadOnlyList<DemoAccount>? s_accounts;

    private readonly WebApplication _app;

    private Qinglan(Store store, WebApplication app)
    {
        Store = store;
        _app = app;
        Address = new Uri(app.Urls.Single());
    }

    public Store Store { get; }

    public Uri Address { get; }

    /// <summary>The addresses of all pages, with the parameters of their routes as they are written.</summary>
    public IReadOnlyList<string> Pages => Site.PagesOf(_app);

    private static string Seeded => Path.Combine(s_folder, "luoshi.db");

    public static async Task<Qinglan> CreateAsync()
    {
        await s_seeding.WaitAsync();
        try
        {
            s_accounts ??= await SeedAsync();
        }
        finally
        {
            s_seeding.Release();
        }

        var store = await Store.CreateAsync("sqlite", SeedDistrict.Day);
        File.Copy(Seeded, Path.Combine(store.Choice.DataFolder, "luoshi.db"), overwrite: true);
        var app = await LuoshiHost.BuildAsync(store.Choice, "http://127.0.0.1:0", store.Clock, CancellationToken.None, runsJobs: false, services => store.AddTo(services)
            .AddSingleton(new AccountSettings { AdministratorsNeedSecondFactor = false, AttemptsPerMinute = 1000 }));
        await app.StartAsync();
        return new Qinglan(store, app);
    }

    /// <summary>A browser without pictures of one of the demo's people.</summary>
    public async Task<Site.Visitor> VisitAsync(string name)
    {
        var visitor = new Site.Visitor(Address);
        await visitor.PostAsync("/account/sign-in", new() { ["name"] = name, ["password"] = PasswordOf(name) });
        return visitor;
    }

    /// <summary>A window of one of the demo's people.</summary>
    public Task<IPage> OpenAsync(Browser browser, string name, int width = 1366, int height = 768) => browser.SignInAsync(Address, name, PasswordOf(name), width, height);

    public async ValueTask DisposeAsync()
    {
        await Browser.LeaveAsync(Address);
        await _app.DisposeAsync();
        await Store.DisposeAsync();
    }

    private static string PasswordOf(string name) => s_accounts!.Single(account => account.Name == name).Password;

    private static async Task<IReadOnlyList<DemoAccount>> SeedAsync()
    {
        await using var store = await Store.CreateAsync("sqlite", SeedDistrict.Day);
        var accounts = await store.AskAsync<SeedDistrict, IReadOnlyList<DemoAccount>>(Access.System, seed => seed.ExecuteAsync(Repository.File("samples", "qinglan"), CancellationToken.None));
        await store.LookAsync(Access.System, db => db.Database.ExecuteSqlAsync($"VACUUM INTO {Seeded}"));
        return accounts;
    }
}
