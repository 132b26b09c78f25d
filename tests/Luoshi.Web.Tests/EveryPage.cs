using System.Net;
using System.Text.RegularExpressions;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Web.Tests.Security;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests;

/// <summary>
/// Every page of the filled district, found as people find it: by following the links of every role from the first page on, and by asking with the filters
/// that stand on it, filled, as a browser without scripts does. No link is dead, no page asks the database more the more there is, and each (its tabs, its
/// further pages and what a filter leaves) can be read aloud, fits a telephone and leaves the console empty.
/// </summary>
public sealed partial class EveryPage(Browser browser)
{
    // The district has 105 tasks of 36 units: a question for each row of a list would be far more.
    private const int MostStatements = 20;

    // What grows with every month. Where a page asks for all of a government in one of them, it is slower every year.
    private static readonly string[] s_growing = ["audit_entries", "due_items", "planned_months", "progress_reports", "raised_doubts", "report_versions", "search_entries"];

    // Two addresses of a kind are enough to see a dead link.
    private const int OfAKind = 2;

    private static readonly string[] s_people = ["ducha", "shenhe", "nongye", "nongye-ju", "fenguan", "quzhang", "xitong", "anquan", "shenji"];

    /// <summary>What no link of a page leads to: what is sent, what is downloaded by a form, and what is only for those who have not come in.</summary>
    private static readonly string[] s_unlinked =
    [
        "/Index", "/account/second-factor", "/account/sign-in", "/account/sign-out", "/account/size", "/audit/export", "/error/{code:int?}", "/progress/{key:guid}", "/reporting/{dueItemId:guid}/{handler}", "/setup", "/tasks/merge",
    ];

    [Fact]
    public async Task Is_reached_answers_with_few_statements_and_can_be_used_by_everybody()
    {
        await using var district = await Qinglan.CreateAsync();
        await FillAsync(district);
        var found = new Dictionary<string, (string Name, Visit Visit)>();
        var wrong = new List<string>();
        foreach (var name in s_people)
        {
            foreach (var visit in await FollowAsync(district, name))
            {
                if (visit.Code is not (HttpStatusCode.OK or HttpStatusCode.Redirect))
                {
                    wrong.Add($"{name}: {visit.Address} {visit.Code}, linked from {visit.From}");
                }

                if (visit.Statements > MostStatements)
                {
                    wrong.Add($"{name}: {visit.Address} {visit.Statements} statements");
                }

                wrong.AddRange(visit.Wide.Select(search => $"{name}: {visit.Address} {search}"));
                found.TryAdd(KindOf(visit.Address), (name, visit));
            }
        }

        wrong.AddRange(district.Pages.Except(s_unlinked).Where(page => !found.Values.Any(one => IsAt(one.Visit.Address, page))).Select(page => $"{page} is linked from nowhere"));
        Assert.Empty(wrong);

        foreach (var visits in found.Values.Where(one => one.Visit.IsPage).GroupBy(one => one.Name, one => one.Visit.Address))
        {
            wrong.AddRange(await LookAsync(district, visits.Key, [.. visits]));
        }

        Assert.Empty(wrong);
    }

    /// <summary>Everything that has a page of its own is there once.</summary>
    private static async Task FillAsync(Qinglan district)
    {
        using var clerk = await district.VisitAsync("ducha");
        using var unit = await district.VisitAsync("nongye");
        using var unitHead = await district.VisitAsync("nongye-ju");
        using var head = await district.VisitAsync("quzhang");
        var (signed, item, task) = await district.Store.LookAsync(Access.System, async db =>
        {
            var report = await db.ProgressReports.SingleAsync(report => report.Status == ReturnStatus.AwaitingSignOff);
            var open = await db.DueItems.Where(item => item.UnitId == report.UnitId && item.Month == report.Month && !item.IsVoluntary && !db.ProgressReports.Any(other => other.DueItemId == item.Id)).SingleAsync();
            return (report, open.Id, open.TaskId);
        });
        await unitHead.PostAsync("/sign-off", new() { ["Picked"] = $"{signed.Id}:{signed.Version}" });
        await unitHead.PostAsync("/reporting/submit", new() { [$"Entries[{item:N}].Progress"] = "数字农业工厂累计建成4家。", [$"Entries[{item:N}].PlanMet"] = "true", [$"Entries[{item:N}].Version"] = "0" }, form: "/reporting");
        var sent = await district.Store.LookAsync(Access.System, db => db.ProgressReports.Where(report => report.Id == signed.Id || report.DueItemId == item).OrderBy(report => report.Id).ToListAsync());
        foreach (var report in sent)
        {
            await clerk.PostAsync($"/review/{report.Id}?handler=return", new() { ["version"] = $"{report.Version}", ["reason"] = "请写明与计划的差距。", ["until"] = "2024-07-24T12:00" }, form: $"/review/{report.Id}");
        }

        await unit.PostAsync($"/objections/new/{signed.Id}", new() { ["grounds"] = "台账上已写明与计划的差距。" });
        await head.PostAsync($"/instructions/write?task={task}", new() { ["Task"] = task.ToString(), ["Template"] = "0", ["ReplyBy"] = "2024-07-31" });
        await unit.UploadAsync($"/reporting/{item}/files", "file", "%PDF-1.7"u8.ToArray(), "验收单.pdf");
        await clerk.PostAsync("/rectifications/new", new() { ["Form.TaskId"] = task.ToString(), ["Form.Origin"] = "BehindTask", ["Form.Requirement"] = "请补建到位。", ["Form.Due"] = "2024-07-31" });
        var material = (await clerk.PostAsync("/materials", new() { ["Form.Month"] = "2024-07", ["Form.WithUnreviewed"] = "true" })).Headers.Location!.OriginalString;
        await clerk.PostAsync(material + "?handler=Check", new() { ["version"] = "1" }, form: material);
        await clerk.PostAsync("/circulars", new() { ["materialId"] = material[^36..] });
    }

    private static async Task<IReadOnlyList<Visit>> FollowAsync(Qinglan district, string name)
    {
        using var visitor = await district.VisitAsync(name);
        var seen = new HashSet<string>();
        var kinds = new Dictionary<string, int>();
        var waiting = new Queue<(string Address, string From)>([("/", ""), .. name is "xitong" or "anquan" or "shenji" ? [] : new[] { ("/search?q=农业", "the search field") }]);
        var visits = new List<Visit>();
        while (waiting.TryDequeue(out var link))
        {
            var kind = KindOf(link.Address);
            if (!seen.Add(link.Address) || kinds.GetValueOrDefault(kind) == OfAKind)
            {
                continue;
            }

            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            district.Store.Statements.Forget();
            using var answer = await visitor.GetAsync(link.Address);
            var isPage = answer.Content.Headers.ContentType?.MediaType == "text/html" && answer.Content.Headers.ContentDisposition is null;
            var statements = district.Store.Statements;
            visits.Add(new Visit(link.Address, link.From, answer.StatusCode, statements.Sent.Count, await statements.WideSearchesAsync(district.Store.Choice.Connection, s_growing), isPage));
            if (isPage)
            {
                var html = await answer.Content.ReadAsStringAsync();
                foreach (Match match in Link().Matches(html))
                {
                    waiting.Enqueue((Resolve(link.Address, WebUtility.HtmlDecode(match.Groups["to"].Value)), link.Address));
                }

                foreach (var asked in PostedForm.AskedOf(html, link.Address))
                {
                    waiting.Enqueue((asked, $"a filter of {link.Address}"));
                }
            }
        }

        return visits;
    }

    /// <summary>Loaded once: read aloud as wide as a desk has it, then measured there and as a telephone has it.</summary>
    private static async Task<IReadOnlyList<string>> LookInAsync(Microsoft.Playwright.IPage page, string address)
    {
        await page.GotoAsync(address);
        var wrong = (await ReadAloud.FaultsAsync(page)).Select(fault => $"{address} {fault}").ToList();
        foreach (var (width, height) in new[] { (1366, 768), (390, 844) })
        {
            await page.SetViewportSizeAsync(width, height);
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var wide && wide > width)
            {
                wrong.Add($"{address} is {wide} wide in a window of {width}");
            }
        }

        await page.SetViewportSizeAsync(1366, 768);
        return wrong;
    }

    private async Task<IReadOnlyList<string>> LookAsync(Qinglan district, string name, IReadOnlyList<string> addresses)
    {
        var page = await district.OpenAsync(browser, name);
        var wrong = new List<string>();
        page.PageError += (_, error) => wrong.Add($"{page.Url}: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                wrong.Add($"{page.Url}: {message.Text}");
            }
        };
        foreach (var address in addresses)
        {
            wrong.AddRange(await LookInAsync(page, address));
        }

        return wrong;
    }

    private static bool IsAt(string address, string route) =>
        Regex.IsMatch(address.Split('?')[0], $"^{Parameter().Replace(Optional().Replace(route, "(/[^/]+)?"), "[^/]+")}$");

    private static string Resolve(string from, string to) => to.StartsWith('?') ? from.Split('?')[0] + to : to;

    /// <summary>The address without what differs from row to row.</summary>
    private static string KindOf(string address)
    {
        var parts = Identifier().Replace(address, "{}").Split('?');
        return parts.Length == 1 ? parts[0] : $"{parts[0]}?{string.Join('&', parts[1].Split('&').Select(pair => pair.Split('=')[0]).Order(StringComparer.Ordinal))}";
    }

    private sealed record Visit(string Address, string From, HttpStatusCode Code, int Statements, IReadOnlyList<string> Wide, bool IsPage);

    [GeneratedRegex("""<a [^>]*href="(?<to>(/[^"#/]|\?)[^"#]*|/)["#]""")]
    private static partial Regex Link();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"/\{[^}]+\?\}")]
    private static partial Regex Optional();
}
