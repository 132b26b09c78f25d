using Luoshi.Core.Reporting;

namespace Luoshi.Web.Tests.Notices;

/// <summary>What the few lines of script add to forms that take their time and to menus.</summary>
public sealed class WaitingAndMenus(Browser browser)
{
    [Fact]
    public async Task A_form_that_takes_its_time_says_so_and_is_sent_once()
    {
        await using var site = await Site.CreateAsync();
        await site.District.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        var (name, password) = await site.MakeAccountAsync(site.District.Clerk);
        var page = await browser.SignInAsync(site.Address, name, password);
        await page.GotoAsync("/materials");

        // Held back at the door: the page stays as it is while the form is under way.
        var sent = await page.EvalOnSelectorAsync<int>("form[data-busy]", """
            form => {
              let passed = 0;
              form.addEventListener('submit', event => { if (!event.defaultPrevented) { passed++; } event.preventDefault(); });
              form.requestSubmit();
              form.requestSubmit();
              return passed;
            }
            """);

        Assert.Equal(1, sent);
        Assert.Equal("正在汇编材料，请不要关闭页面。", await page.InnerTextAsync("form[data-busy] .busy [role=status]"));
        Assert.Equal(1, await page.Locator("form[data-busy] progress").CountAsync());
    }

    [Fact]
    public async Task An_open_menu_closes_by_escape_and_gives_the_focus_back()
    {
        await using var site = await Site.CreateAsync();
        var (name, password) = await site.MakeAccountAsync(site.District.Clerk);
        var page = await browser.SignInAsync(site.Address, name, password);
        await page.GotoAsync("/tasks");
        await page.ClickAsync("summary:has-text('年底交账')");
        await page.ClickAsync("details.menu > summary");
        var opened = await page.Locator("details.menu[open]").CountAsync();

        await page.Keyboard.PressAsync("Escape");

        Assert.Equal((1, 0), (opened, await page.Locator("details.menu[open]").CountAsync()));
        Assert.Equal("SUMMARY", await page.EvaluateAsync<string>("document.activeElement.tagName"));
    }
}
