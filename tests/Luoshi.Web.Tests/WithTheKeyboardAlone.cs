using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Luoshi.Web.Tests;

/// <summary>The month without a mouse: reporter, head and clerk tab, type and press, and always see where they are.</summary>
public sealed class WithTheKeyboardAlone
{
    private const int MostTabs = 120;

    private readonly Browser _browser;

    public WithTheKeyboardAlone(Browser browser)
    {
        _browser = browser;
        SetDefaultExpectTimeout(60_000);
    }

    [Fact]
    public async Task A_return_is_written_signed_approved_and_issued()
    {
        await using var site = await Site.CreateAsync();
        await site.Store.LookAsync(site.District.System, async db =>
        {
            var unit = await db.Units.SingleAsync(unit => unit.Id == site.District.Farming.Id);
            unit.SignsOff = true;
            db.Record("unit-changed", nameof(Unit), unit.Id);
            return await db.SaveChangesAsync();
        });

        var clerk = await SignInAsync(site, site.District.Clerk);
        await GoAsync(clerk, "nav.nav a[href='/board']");
        await GoAsync(clerk, "form[action*='handler=open'] button");
        await Expect(clerk.Locator(".toast")).ToContainTextAsync("7月");

        var reporter = await SignInAsync(site, site.District.FarmingReporter);
        await reporter.Keyboard.PressAsync("Tab");
        Assert.True(await IsFocusedAsync(reporter, "a.skip"), "The first stop is the way past the menu.");
        await reporter.Keyboard.PressAsync("Enter");
        Assert.True(await IsFocusedAsync(reporter, "main"), "The way past the menu leads to the text.");
        await reporter.ReloadAsync();
        await GoAsync(reporter, "nav.nav a[href='/reporting']");
        await TabAsync(reporter, "textarea[id^='p-']");
        await reporter.Keyboard.TypeAsync("截至7月22日，累计建成高标准农田3600亩，占全年任务的60%。");
        await TabAsync(reporter, "input[type=radio]");
        await reporter.Keyboard.PressAsync("Space");
        await reporter.Keyboard.PressAsync("Control+s");
        await Expect(reporter.Locator("#saved")).ToContainTextAsync("草稿已自动保存");
        await reporter.Keyboard.PressAsync("Control+Enter");
        await Expect(reporter.Locator(".toast")).ToContainTextAsync("已提交1项");

        var head = await SignInAsync(site, site.District.FarmingHead);
        await GoAsync(head, "nav.nav a[href='/sign-off']");
        await TabAsync(head, "input[name=Picked]");
        await head.Keyboard.PressAsync("Space");
        await GoAsync(head, ".dock .btn-main");
        await Expect(head.Locator(".toast")).ToContainTextAsync("已签发1项");

        await GoAsync(clerk, "nav.nav a[href='/review']");
        await GoAsync(clerk, "td.ops a");
        await TabAsync(clerk, "input[name=judgement]");
        await clerk.Keyboard.PressAsync("Space");
        await GoAsync(clerk, "#decide .btn-main");
        await Expect(clerk.Locator(".toast")).ToContainTextAsync("通过");
        await GoAsync(clerk, "nav.nav a[href='/materials']");
        await GoAsync(clerk, "main form .btn-main");
        await GoAsync(clerk, "form[action*='Check'] button");
        await TabAsync(clerk, "summary.btn-main");
        await clerk.Keyboard.PressAsync("Enter");
        await GoAsync(clerk, "form.confirm .btn-main");
        await Expect(clerk.Locator(".page-head")).ToContainTextAsync("已印发");
        Assert.Equal(ReturnStatus.Frozen, (await site.Store.LookAsync(site.District.System, db => db.ProgressReports.SingleAsync())).Status);
    }

    [Fact]
    public async Task An_exemption_is_opened_left_written_sent_and_taken_back()
    {
        await using var site = await Site.CreateAsync();
        await site.District.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        var clerk = await SignInAsync(site, site.District.Clerk);
        await GoAsync(clerk, "nav.nav a[href='/extensions']");

        await TabAsync(clerk, "td.ops summary");
        await clerk.Keyboard.PressAsync("Enter");
        await TabAsync(clerk, "textarea[name=reason]");
        await clerk.Keyboard.TypeAsync("任务暂缓。");
        await clerk.Keyboard.PressAsync("Escape");
        Assert.True(await IsFocusedAsync(clerk, "td.ops details:not([open]) summary"), "Escape leads back to what was opened.");
        await clerk.Keyboard.PressAsync("Enter");
        await TabAsync(clerk, "textarea[name=reason]");
        await EnterAsync(clerk, "Control+Enter");
        await Expect(clerk.Locator("section[aria-labelledby=eh]")).ToContainTextAsync("任务暂缓。");
        await GoAsync(clerk, ".toast button");

        await Expect(clerk.Locator(".toast")).ToContainTextAsync("恢复应报");
        Assert.Equal(0, await site.Store.LookAsync(site.District.System, db => db.DueItems.CountAsync(item => item.ExemptReason != null)));
    }

    private async Task<IPage> SignInAsync(Site site, Core.Accounts.Access like)
    {
        var (name, password) = await site.MakeAccountAsync(like);
        var page = await _browser.OpenAsync(site.Address, "/account/sign-in");
        await TabAsync(page, "[name=name]");
        await page.Keyboard.TypeAsync(name);
        await TabAsync(page, "[name=password]");
        await page.Keyboard.TypeAsync(password);
        await EnterAsync(page);
        return page;
    }

    /// <summary>Tabs to something that leads on, and presses it.</summary>
    private static async Task GoAsync(IPage page, string selector)
    {
        await TabAsync(page, selector);
        await EnterAsync(page);
    }

    /// <summary>Presses what has the focus and waits for the page that comes.</summary>
    private static async Task EnterAsync(IPage page, string key = "Enter")
    {
        var arrived = new TaskCompletionSource();
        void Arrive(object? sender, IPage loaded) => arrived.TrySetResult();
        page.DOMContentLoaded += Arrive;
        await page.Keyboard.PressAsync(key);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(90));
        page.DOMContentLoaded -= Arrive;
    }

    private static async Task TabAsync(IPage page, string selector)
    {
        for (var tabs = 0; !await IsFocusedAsync(page, selector); tabs++)
        {
            Assert.True(tabs < MostTabs, $"{page.Url}: {selector} is not reached with the Tab key.");
            await page.Keyboard.PressAsync("Tab");
            Assert.True(await page.EvaluateAsync<bool>(
                """
                () => {
                  const at = document.activeElement;
                  // Of a date, the browser marks the part that has the focus itself.
                  if (!at || at === document.body || ["date", "month", "datetime-local"].includes(at.type)) { return true; }
                  const style = getComputedStyle(at);
                  return (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none";
                }
                """), $"{page.Url}: nothing shows that {await page.EvaluateAsync<string>("document.activeElement.outerHTML")} has the focus.");
        }
    }

    private static Task<bool> IsFocusedAsync(IPage page, string selector) => page.EvaluateAsync<bool>("selector => document.activeElement !== null && document.activeElement.matches(selector)", selector);
}
