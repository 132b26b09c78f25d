using System.Net;
using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Luoshi.Testing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Web.Tests.Security;

/// <summary>A form that somebody sends as it is shown, once everything is so that it is shown.</summary>
/// <param name="Handler">What takes it: the page's class and its method.</param>
/// <param name="Action">What the audit says then.</param>
/// <param name="SendAsync">Prepares and sends it.</param>
internal sealed record SentForm(string Handler, string Action, Func<Site, Task<HttpResponseMessage>> SendAsync);

/// <summary>
/// The forms that a walk over the pages does not come by (<see cref="LeavingATrace"/>): each is really sent, changes something, and what it changes stands in the
/// audit, written in the same transaction.
/// </summary>
public sealed class SendingEachForm
{
    private const string SetupHandler = "Setup.SetupModel.OnPostAsync";

    /// <summary>The handlers that are come to here.</summary>
    public static IEnumerable<string> Handlers => Forms.Select(form => form.Handler).Append(SetupHandler);

    public static TheoryData<string> Names => [.. Forms.Select(form => form.Handler)];

    private static IEnumerable<SentForm> Forms => [.. AccountForms.All, .. BusinessForms.All];

    [Theory, MemberData(nameof(Names))]
    public async Task It_is_taken_and_leaves_its_word_in_the_audit(string handler)
    {
        var reached = new ReachedHandlers();
        await using var site = await Site.CreateAsync(configure: services => services.Configure<MvcOptions>(options => options.Filters.Add(reached)));
        var form = Forms.Single(form => form.Handler == handler);

        using var answer = await form.SendAsync(site);

        Assert.Contains(handler, reached.Names);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.OK, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        Assert.Contains(form.Action, await site.Store.LookAsync(Access.System, db => db.AuditEntries.OrderByDescending(entry => entry.Sequence).Take(3).Select(entry => entry.Action).ToListAsync()));
        Assert.Empty(site.Trail.Silent);
    }

    [Fact]
    public async Task The_first_setting_up_leaves_its_words_too()
    {
        var (reached, trail) = (new ReachedHandlers(), new Trail());
        await using var store = await Store.CreateAsync("sqlite");
        await using var app = await LuoshiHost.BuildAsync(store.Choice, "http://127.0.0.1:0", store.Clock, CancellationToken.None, configure: services =>
        {
            services.Configure<MvcOptions>(options => options.Filters.Add(reached));
            services.ConfigureDbContext<SqliteLuoshiDb>(options => options.AddInterceptors(trail));
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        var token = await store.AskAsync<IssueSetupLink, string?>(Access.Nobody, issue => issue.ExecuteAsync(CancellationToken.None));
        using var visitor = new Site.Visitor(new Uri(app.Urls.Single()));
        var form = PostedForm.Of(await visitor.ReadAsync($"/setup?token={token}"), $"/setup?token={token}").First();
        string[] people = ["言必行", "行必果", "果必察", "察必清"];
        string[] names = ["yanbx", "xingbg", "guobc", "chabq"];
        using var content = new FormUrlEncodedContent(
        [
            .. form.Fields.Where(field => field.Key is not ("people" or "names" or "government")),
            new("government", "青岚区人民政府"),
            .. people.Select(person => new KeyValuePair<string, string>("people", person)),
            .. names.Select(name => new KeyValuePair<string, string>("names", name)),
        ]);

        using var answer = await visitor.Http.PostAsync(new Uri(form.Action, UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Contains(SetupHandler, reached.Names);
        var actions = await store.LookAsync(Access.System, db => db.AuditEntries.Select(entry => entry.Action).ToListAsync());
        Assert.Superset(new HashSet<string> { "setup-link-used", "government-created", "account-created", "role-granted" }, actions.ToHashSet());
        Assert.Empty(trail.Silent);
    }
}
