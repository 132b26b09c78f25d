using System.Net;
using System.Reflection;
using System.Text;
using Luoshi.App.Meetings;
using Luoshi.App.Reporting;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;
using Luoshi.Testing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Web.Tests.Security;

/// <summary>
/// Every form that any role is shown, sent as it stands: what changes the business stands in the audit. (<see cref="Site"/> asks the same of every other
/// test of the pages and of the API.)
/// </summary>
public sealed class LeavingATrace
{
    // Far more than there are kinds of pages.
    private const int MostPages = 150;

    private static readonly Dictionary<string, string> s_changeNothing = new()
    {
        ["Account.SizeModel.OnPost"] = "sets a cookie, the size of the letters in this browser",
        ["NoticesModel.OnPostAsync"] = "notes that a person has read what was told to that person",
        ["NoticesModel.OnPostOpenAsync"] = "the same for one notice",
        ["Reporting.DraftModel.OnPostCheckAsync"] = "examines a text and saves nothing",
        ["Reporting.ImportModel.OnPostErrorsAsync"] = "gives a form back with what is wrong marked in it",
    };

    [Fact]
    public async Task Whoever_changes_something_by_whatever_form_is_told_to_the_audit()
    {
        var reached = new ReachedHandlers();
        await using var site = await Site.CreateAsync(configure: services => services.Configure<MvcOptions>(options => options.Filters.Add(reached)));
        await FillAsync(site.District);
        var sent = new HashSet<string>();

        foreach (var role in Enum.GetValues<Role>())
        {
            using var visitor = await site.SignInAsync(site.District.Person(role, role.IsOfUnit() ? site.District.Farming.Id : null, role == Role.Leader ? site.District.Posts[0].Id : null));
            foreach (var page in await PagesAsync(visitor))
            {
                await SendAllAsync(visitor, page, role, sent);
            }
        }

        Assert.Empty(site.Trail.Silent);
        Assert.True(site.Trail.Changes > 20, $"Only {site.Trail.Changes} forms changed something.");
        var unreached = new StringBuilder("The forms' handlers that neither this walk nor SendingEachForm comes by: they change nothing of the business.\n");
        unreached.AppendJoin('\n', Handlers().Except(reached.Names).Except(SendingEachForm.Handlers).Order(StringComparer.Ordinal).Select(handler => $"{handler}: {s_changeNothing.GetValueOrDefault(handler, "?")}")).Append('\n');
        Golden.MatchesFile(unreached.ToString(), "unreached-forms.txt");
    }

    [Fact]
    public async Task No_handler_of_any_form_is_reached_without_the_forms_token()
    {
        var reached = new ReachedHandlers();
        await using var site = await Site.CreateAsync(configure: services => services.Configure<MvcOptions>(options => options.Filters.Add(reached)));
        using var clerk = await site.SignInAsync(site.District.Clerk);
        reached.Forget();
        var handlers = Handlers().Select(name => name.Split('.')[^1]["OnPost".Length..].Replace("Async", "", StringComparison.Ordinal)).Distinct().ToList();

        foreach (var page in site.Pages.Where(page => !page.StartsWith("/error", StringComparison.Ordinal)))
        {
            foreach (var handler in handlers)
            {
                using var answer = await clerk.Http.PostAsync(new Uri($"{OpeningPages.Address(page)}?handler={handler}", UriKind.Relative), new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);

                Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{page}?handler={handler}: {answer.StatusCode}");
            }
        }

        // What is refused is told by the page of errors.
        Assert.Equal(["ErrorModel.OnPost"], reached.Names);
    }

    private static IEnumerable<string> Handlers() => typeof(LuoshiWeb).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(PageModel)) && type.GetCustomAttribute<IgnoreAntiforgeryTokenAttribute>() is null)
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal)).Select(method => ReachedHandlers.NameOf(type, method)));

    private static async Task<List<string>> PagesAsync(Site.Visitor visitor)
    {
        var (queue, known, pages) = (new Queue<string>(["/", "/account"]), new HashSet<string>(), new List<string>());
        while (queue.TryDequeue(out var page) && pages.Count < MostPages)
        {
            if (!known.Add(PostedForm.PatternOf(page)) || page.StartsWith("/account/sign-out", StringComparison.Ordinal))
            {
                continue;
            }

            using var answer = await visitor.GetAsync(page);
            if (answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == "text/html")
            {
                pages.Add(page);
                foreach (var link in PostedForm.Links(await answer.Content.ReadAsStringAsync()))
                {
                    queue.Enqueue(link);
                }
            }
        }

        return pages;
    }

    private static async Task SendAllAsync(Site.Visitor visitor, string page, Role role, HashSet<string> sent)
    {
        using var shown = await visitor.GetAsync(page);
        if (shown.StatusCode != HttpStatusCode.OK)
        {
            return;
        }

        // Signing out, another password and a second factor would end the walk.
        foreach (var form in PostedForm.Of(await shown.Content.ReadAsStringAsync(), page).Where(form => !form.Action.StartsWith("/account/", StringComparison.Ordinal) && !(page == "/account" && form.Action.Contains("Switch", StringComparison.Ordinal))))
        {
            if (sent.Add($"{role} {form.Pattern} {string.Join(',', form.Fields.Select(field => field.Key).Distinct())}"))
            {
                using var content = new FormUrlEncodedContent(form.Fields);
                using var answer = await visitor.Http.PostAsync(new Uri(form.Action, UriKind.Relative), content);
                Assert.True((int)answer.StatusCode < 500, $"{role} {form.Action}: {answer.StatusCode}");
            }
        }
    }

    /// <summary>Something of every kind, so that the pages have something to decide about.</summary>
    private static async Task FillAsync(SmallDistrict district)
    {
        var store = district.Store;
        var june = await district.OpenAsync(new ReportingPeriod(2024, 6), "新建高标准农田");
        await district.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        var stand = (await store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(district.FarmingReporter, submit => submit.ExecuteAsync(june.Id, 0, new("累计建成高标准农田1200亩。", true, null), default))).Value.Stand;
        await store.AskAsync<ReturnReport, Outcome<ReportStand>>(district.Person(Role.Reviewer) with { AccountId = Guid.NewGuid() }, give => give.ExecuteAsync(stand.ReportId, stand.Version, "请写明差距。", store.Clock.GetUtcNow().UtcDateTime.AddDays(3), null, default));
        var others = await store.LookAsync(district.HousingReporter, db => db.DueItems.OrderBy(item => item.Month).ToListAsync());
        foreach (var item in others)
        {
            await store.AskAsync<AskExtension, Outcome<ExtensionRequest>>(district.HousingReporter, ask => ask.ExecuteAsync(item.Id, item.DueAt.AddDays(2), "设计变更。", default));
            await store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(district.HousingReporter, submit => submit.ExecuteAsync(item.Id, 0, new("累计改造老旧小区9个。", true, null), default));
        }

        await store.AskAsync<WriteInstruction, Outcome<InstructionStand>>(district.Leader, write => write.ExecuteAsync(june.TaskId, "秋种前要建成。", new DateOnly(2024, 8, 1), default));
        await store.AskAsync<OpenRectification, Outcome<Rectification>>(district.Clerk, open => open.ExecuteAsync(june.TaskId, RectificationOrigin.Inspection, "林带缺株，补种到位。", store.Clock.GetUtcNow().UtcDateTime.AddDays(5), default));
        await store.AskAsync<CompileFromLedger, Outcome<Material>>(district.Clerk, compile => compile.ExecuteAsync(new LedgerCompilation(new ReportingPeriod(2024, 7), new MaterialChoice(ApprovedOnly: false, LastValues: true)), default));
    }
}
