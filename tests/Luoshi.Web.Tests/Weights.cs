using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Luoshi.Web.Tests;

/// <summary>What crosses the line when a page is opened, in the filled district.</summary>
public sealed partial class Weights
{
    private const int FirstVisit = 200_000;
    private const int LaterPage = 60_000;

    [Fact]
    public async Task A_first_visit_and_every_later_page_stay_light()
    {
        await using var district = await Qinglan.CreateAsync();
        foreach (var (name, address) in new[]
        {
            ("ducha", "/board"), ("ducha", "/board?by=task"), ("ducha", "/review"), ("ducha", "/tasks"), ("ducha", "/plans"), ("nongye", "/reporting"), ("nongye-ju", "/sign-off"),
            ("fenguan", "/leader"), ("quzhang", "/overview"), ("quzhang", "/search?q=完成"), ("xitong", "/administration/calendar"), ("anquan", "/security/roles"), ("shenji", "/audit"),
        })
        {
            using var visitor = await district.VisitAsync(name);
            visitor.Http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
            var kept = new HashSet<string>();

            var home = await WeighAsync(visitor, "/", kept);
            var later = await WeighAsync(visitor, address, kept);
            var first = await WeighAsync(visitor, address, []);

            TestContext.Current.SendDiagnosticMessage($"{address}: home {home}, first {first}, later {later} bytes");
            Assert.True(home < FirstVisit && first < FirstVisit && later < LaterPage, $"{address} weighs {first} bytes first, {later} later, / {home} bytes.");
        }
    }

    /// <summary>The bytes of the page and of what it asks for, without what the browser has already.</summary>
    private static async Task<int> WeighAsync(Site.Visitor visitor, string address, HashSet<string> kept)
    {
        using var answer = await visitor.GetAsync(address);
        var weight = (await answer.Content.ReadAsByteArrayAsync()).Length;
        using var page = new StreamReader(new BrotliStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress));
        foreach (Match asset in Asset().Matches(await page.ReadToEndAsync()))
        {
            if (kept.Add(asset.Value))
            {
                using var file = await visitor.GetAsync(asset.Value);
                weight += (await file.Content.ReadAsByteArrayAsync()).Length;
            }
        }

        return weight;
    }

    [GeneratedRegex("/assets/[^\"]+")]
    private static partial Regex Asset();
}
