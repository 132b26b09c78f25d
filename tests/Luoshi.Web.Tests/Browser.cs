using System.Collections.Concurrent;
using Luoshi.Web.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Luoshi.Web.Tests;

/// <summary>A real Chromium, shared by all tests and started by the first that opens a window.</summary>
public sealed class Browser : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly ConcurrentDictionary<Uri, ConcurrentBag<IBrowserContext>> s_windows = new();

    private readonly SemaphoreSlim _starting = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static bool IsThere => File.Exists(Chromium);

    /// <summary>Closes the windows on a site that is about to go: each holds processes of its own.</summary>
    internal static async Task LeaveAsync(Uri site)
    {
        if (s_windows.TryRemove(site, out var windows))
        {
            foreach (var window in windows)
            {
                await window.CloseAsync();
            }
        }
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
        var browser = await StartAsync();
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new() { Width = width, Height = height },
        });

        s_windows.GetOrAdd(site, _ => []).Add(context);

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
        await ArriveAsync(page, "^(?!.*/account/sign-in)");
    }

    /// <summary>
    /// Waits until the page stands on an address and has loaded. It asks the page itself: the client's own waiting for
    /// an address or a load can miss the event it waits for
    /// (<see href="https://github.com/microsoft/playwright-dotnet/issues/3364"/>).
    /// </summary>
    /// <param name="page">Which is on its way.</param>
    /// <param name="pattern">A regular expression that finds its place in the address.</param>
    public static Task ArriveAsync(IPage page, string pattern) =>
        page.WaitForFunctionAsync("pattern => new RegExp(pattern).test(location.href) && document.readyState === 'complete'", pattern);

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _starting.Dispose();
    }

    private async Task<IBrowser> StartAsync()
    {
        await _starting.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = Chromium,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
        finally
        {
            _starting.Release();
        }
    }
}
