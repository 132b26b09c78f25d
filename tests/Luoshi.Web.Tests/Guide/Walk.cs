using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Luoshi.Web.Tests.Guide;

/// <summary>One walk through the district: where, in which browser, with which camera, and what went wrong on a page.</summary>
public sealed class Walk(Qinglan district, Browser browser, Camera camera)
{
    private readonly List<string> _errors = [];

    public Camera Camera => camera;

    /// <summary>What a page threw or complained of.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>The window of a person of the demo; it shows the district's time.</summary>
    public async Task<IPage> OpenAsync(string name, int width = 1366, int height = 768)
    {
        var page = await district.OpenAsync(browser, name, width, height);
        page.PageError += (_, error) => _errors.Add($"{page.Url}: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _errors.Add($"{page.Url}: {message.Text}");
            }
        };
        await page.Clock.SetFixedTimeAsync(district.Store.Clock.GetUtcNow().AddMinutes(6).UtcDateTime);
        return page;
    }

    /// <summary>Follows an entry of the left menu.</summary>
    public static async Task MenuAsync(IPage page, string entry)
    {
        var link = page.Locator("nav.nav").GetByRole(AriaRole.Link, new() { Name = entry, Exact = true });
        var address = await link.GetAttributeAsync("href") ?? throw new InvalidOperationException($"{entry} leads nowhere.");
        await link.ClickAsync();
        await Browser.ArriveAsync(page, $"{Regex.Escape(address)}$");
    }
}
