using Microsoft.Playwright;

namespace Luoshi.Web.Tests;

/// <summary>A real Chromium, shared by the tests of a class.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static bool IsThere => File.Exists(Chromium);

    public async ValueTask InitializeAsync()
    {
        if (!IsThere)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A page of a person who has signed in to the site.</summary>
    /// <param name="site">Its address.</param>
    /// <param name="name">The account.</param>
    /// <param name="password">Its password.</param>
    /// <param name="width">Of the window, in CSS pixels.</param>
    /// <param name="height">Of the window, in CSS pixels.</param>
    public async Task<IPage> SignInAsync(Uri site, string name, string password, int width = 1366, int height = 768)
    {
        var page = await OpenAsync(site, "/account/sign-in", width, height);
        await FillSignInAsync(page, name, password);
        return page;
    }

    /// <summary>A page of somebody who has not signed in.</summary>
    public async Task<IPage> OpenAsync(Uri site, string address, int width = 1366, int height = 768)
    {
        Assert.SkipUnless(IsThere, "No Chromium is installed.");
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new() { Width = width, Height = height },
        });

        // Nothing here is about speed: a busy machine may take its time.
        context.SetDefaultTimeout(90_000);
        context.SetDefaultNavigationTimeout(90_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>Signs in on the page that asks for it.</summary>
    public static async Task FillSignInAsync(IPage page, string name, string password)
    {
        await page.FillAsync("[name=name]", name);
        await page.FillAsync("[name=password]", password);
        await page.ClickAsync("main button");
        await page.WaitForURLAsync(address => !address.Contains("/account/sign-in", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
