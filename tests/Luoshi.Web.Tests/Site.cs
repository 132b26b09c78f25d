using System.Net;
using System.Text.RegularExpressions;
using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Web.Tests;

/// <summary>The real web system on a port of its own, over a real database, for one test.</summary>
public sealed partial class Site : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Site(Store store, SmallDistrict district, WebApplication app, Trail trail)
    {
        Trail = trail;
        Store = store;
        District = district;
        _app = app;
        Address = new Uri(app.Urls.Single());
    }

    public Store Store { get; }

    public SmallDistrict District { get; }

    public Uri Address { get; }

    /// <summary>What the site changed, and whether the audit was told.</summary>
    public Trail Trail { get; }

    /// <summary>Every address that the site answers.</summary>
    public IReadOnlyList<Endpoint> Endpoints => _app.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    /// <summary>The addresses of all pages, with the parameters of their routes as they are written.</summary>
    public IReadOnlyList<string> Pages => PagesOf(_app);

    /// <param name="database"><c>sqlite</c> or <c>postgres</c>.</param>
    /// <param name="settings">Those of the deployment; administrators come in without a second factor where nothing else is said.</param>
    /// <param name="configure">What the deployment has otherwise.</param>
    public static async Task<Site> CreateAsync(string database = "sqlite", AccountSettings? settings = null, Action<IServiceCollection>? configure = null)
    {
        var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var trail = new Trail();
        var app = await LuoshiHost.BuildAsync(store.Choice, "http://127.0.0.1:0", store.Clock, CancellationToken.None, runsJobs: false, services =>
        {
            services.AddSingleton(settings ?? new AccountSettings { AdministratorsNeedSecondFactor = false, AttemptsPerMinute = 1000 });
            store.AddTo(services).ConfigureDbContext<SqliteLuoshiDb>(options => options.AddInterceptors(trail)).ConfigureDbContext<PostgresLuoshiDb>(options => options.AddInterceptors(trail));
            configure?.Invoke(services);
        });
        await app.StartAsync();
        return new Site(store, district, app, trail);
    }

    internal static IReadOnlyList<string> PagesOf(WebApplication app) =>
    [
        .. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A browser without pictures that has signed in as a new person in the position of <paramref name="like"/>.</summary>
    public async Task<Visitor> SignInAsync(Access like)
    {
        var (name, password) = await MakeAccountAsync(like);
        var visitor = Visit();
        var answer = await visitor.PostAsync("/account/sign-in", new() { ["name"] = name, ["password"] = password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }

    /// <summary>Somebody who has not signed in.</summary>
    public Visitor Visit() => new(Address);

    /// <summary>An account in the position of <paramref name="like"/>, ready to sign in.</summary>
    public async Task<(string Name, string Password)> MakeAccountAsync(Access like)
    {
        var name = $"p{Guid.NewGuid():N}"[..12];
        var account = (await Store.AskAsync<CreateAccount, Outcome<AccountCreated>>(Access.System, create => create.ExecuteAsync(like.GovernmentId, name, "程禾", CancellationToken.None))).Value;
        await Store.AskAsync<GrantRole, Outcome<Position>>(Access.System, grant => grant.ExecuteAsync(account.Id, like.Role!.Value, like.UnitId, like.PostId, CancellationToken.None));
        await Store.LookAsync(Access.System, async db =>
        {
            var row = await db.Accounts.SingleAsync(row => row.Id == account.Id);
            row.MustChangePassword = false;
            db.Record(like.GovernmentId, "account-changed", nameof(Account), row.Id);
            return await db.SaveChangesAsync();
        });
        return (name, account.FirstPassword);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.LeaveAsync(Address);
        await _app.DisposeAsync();
        await Store.DisposeAsync();

        // Whatever the test was about: nothing that it did to the business went by the audit.
        Assert.Empty(Trail.Silent);
    }

    /// <summary>Follows links and sends forms with their tokens, as a browser does; follows no redirect by itself.</summary>
    public sealed partial class Visitor(Uri address) : IDisposable
    {
        private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = address };

        /// <summary>The client itself, for requests that no browser would send.</summary>
        public HttpClient Http => _http;

        public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

        /// <summary>The page as a person reads it: the answer must be 200.</summary>
        public async Task<string> ReadAsync(string path)
        {
            var answer = await GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return await answer.Content.ReadAsStringAsync();
        }

        /// <summary>Opens the page with the form and sends it.</summary>
        /// <param name="path">Where it is sent.</param>
        /// <param name="fields">What is filled in.</param>
        /// <param name="form">The page that holds the form, where that is another.</param>
        public async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> fields, string? form = null)
        {
            var token = Token().Match(await ReadAsync(form ?? path)).Groups["value"].Value;
            using var content = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", token)));
            return await _http.PostAsync(new Uri(path, UriKind.Relative), content);
        }

        /// <summary>Opens the page with the form and sends it with a file.</summary>
        public async Task<HttpResponseMessage> UploadAsync(string path, string field, byte[] file, string name, string? form = null, params (string Name, string Value)[] others)
        {
            using var content = new MultipartFormDataContent();
            content.Add(new StringContent(Token().Match(await ReadAsync(form ?? path)).Groups["value"].Value), "__RequestVerificationToken");
            foreach (var other in others)
            {
                content.Add(new StringContent(other.Value), other.Name);
            }

            content.Add(new ByteArrayContent(file), field, name);
            return await _http.PostAsync(new Uri(path, UriKind.Relative), content);
        }

        public void Dispose() => _http.Dispose();

        [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<value>[^\"]+)\"")]
        private static partial Regex Token();
    }
}
