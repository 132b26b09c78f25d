using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Luoshi.Web.Tests.Reporting;

/// <summary>A reporter writes, is asked, loses the line and then the session, and loses no word; the head signs.</summary>
public sealed class AMonthInTheBrowser
{
    private static readonly ReportingPeriod July = new(2024, 7);

    private readonly Browser _browser;

    public AMonthInTheBrowser(Browser browser)
    {
        _browser = browser;

        // A draft is kept three seconds after the last word: a busy machine may need longer to say so.
        SetDefaultExpectTimeout(20_000);
    }

    [Fact]
    public async Task What_is_written_without_a_connection_is_there_when_it_comes_back()
    {
        await using var site = await Site.CreateAsync();
        await SignOffIsAskedAsync(site);
        await site.District.OpenAsync(July, "新建高标准农田");
        var (name, password) = await site.MakeAccountAsync(site.District.FarmingReporter);
        var page = await _browser.SignInAsync(site.Address, name, password);
        await page.GotoAsync("/reporting");
        var item = page.Locator("details.item").First;
        var progress = item.Locator("textarea").First;

        await progress.FillAsync("截至7月22日，累计建成高标准农田1200亩。");
        await Expect(item.Locator("[data-doubts]")).ToContainTextAsync("请核实");
        await Expect(item.Locator("[data-readings]")).ToContainTextAsync("1200亩");
        await Expect(page.Locator("#saved")).ToContainTextAsync("草稿已自动保存");

        await page.Context.SetOfflineAsync(true);
        await progress.FillAsync("截至7月22日，累计建成高标准农田1300亩，断网时写的。");
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator("#saved")).ToContainTextAsync("文字已留在本机");
        await page.RouteAsync("**/draft", route => route.AbortAsync());
        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();
        await Expect(progress).ToHaveValueAsync("截至7月22日，累计建成高标准农田1300亩，断网时写的。");
        await page.UnrouteAsync("**/draft");
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator("#saved")).ToContainTextAsync("草稿已自动保存");

        Assert.Equal("截至7月22日，累计建成高标准农田1300亩，断网时写的。", (await site.Store.LookAsync(site.District.System, db => db.ProgressReports.SingleAsync())).Progress);
    }

    [Fact]
    public async Task A_session_that_ends_in_the_middle_of_a_text_takes_nothing_of_it()
    {
        await using var site = await Site.CreateAsync();
        await site.District.OpenAsync(July, "新建高标准农田");
        var (name, password) = await site.MakeAccountAsync(site.District.FarmingReporter);
        var page = await _browser.SignInAsync(site.Address, name, password);
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        await page.GotoAsync("/reporting");
        var item = page.Locator("details.item").First;
        var progress = item.Locator("textarea").First;
        var text = string.Join('\n', Enumerable.Range(1, 40).Select(part => $"第{part}标段累计建成高标准农田{part * 10}亩，土方、渠系、机耕路同步推进。"));

        await progress.FillAsync("截至7月22日，累计建成高标准农田1200亩。");
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator("#saved")).ToContainTextAsync("草稿已自动保存");
        site.Store.Clock.Advance(TimeSpan.FromMinutes(31));
        await progress.FillAsync(text);
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator("#saved")).ToContainTextAsync("登录已过期，文字已留在本机");
        await page.ClickAsync("#saved a");
        await Browser.FillSignInAsync(page, name, password);

        await Browser.ArriveAsync(page, "/reporting$");
        await Expect(progress).ToHaveValueAsync(text);
        await item.Locator("input[value=false]").CheckAsync();
        await Expect(item.Locator("[data-missing]")).ToContainTextAsync("请写明原因");
        await item.Locator("[data-shortfall] textarea").FillAsync("三标段受梅雨影响停工，8月底补上。");
        site.Store.Clock.Advance(TimeSpan.FromMinutes(31));
        await page.Keyboard.PressAsync("Control+Enter");
        await Browser.FillSignInAsync(page, name, password);
        await page.GotoAsync("/reporting");
        await Expect(item.Locator("[data-shortfall] textarea")).ToHaveValueAsync("三标段受梅雨影响停工，8月底补上。");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".toast")).ToContainTextAsync("已提交1项");
        var report = await site.Store.LookAsync(site.District.System, db => db.ProgressReports.SingleAsync());
        Assert.Equal((text, "三标段受梅雨影响停工，8月底补上。"), (report.Progress, report.Shortfall));
        Assert.Empty(errors);
    }

    [Fact]
    public async Task What_is_typed_is_there_after_the_back_button()
    {
        await using var site = await Site.CreateAsync();
        await site.District.OpenAsync(July, "新建高标准农田");
        var (name, password) = await site.MakeAccountAsync(site.District.FarmingReporter);
        var page = await _browser.SignInAsync(site.Address, name, password);
        await page.GotoAsync("/reporting");
        var item = page.Locator("details.item").First;

        await item.Locator("textarea").First.FillAsync("还没有保存就离开了。");
        await item.Locator("input[value=true]").CheckAsync();
        await page.GotoAsync("/help");
        await page.GoBackAsync();

        await Expect(item.Locator("textarea").First).ToHaveValueAsync("还没有保存就离开了。");
        await Expect(item.Locator("input[value=true]")).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator("#saved")).ToContainTextAsync("草稿已自动保存");
    }

    [Fact]
    public async Task From_the_first_word_to_the_signature()
    {
        await using var site = await Site.CreateAsync();
        await SignOffIsAskedAsync(site);
        await site.District.OpenAsync(July, "新建高标准农田");
        var (name, password) = await site.MakeAccountAsync(site.District.FarmingReporter);
        var page = await _browser.SignInAsync(site.Address, name, password);
        await page.GotoAsync("/reporting");
        var item = page.Locator("details.item").First;

        await item.Locator("textarea").First.FillAsync("截至7月22日，累计建成高标准农田1400亩。");
        await item.Locator("input[value=false]").CheckAsync();
        await Expect(item.Locator("[data-missing]")).ToContainTextAsync("请写明原因");
        await item.Locator("[data-shortfall] textarea").FillAsync("三标段受梅雨影响停工，已增加班组，8月底补上。");
        await Expect(item.Locator("[data-missing]")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".toast")).ToContainTextAsync("已提交1项");

        var (headName, headPassword) = await site.MakeAccountAsync(site.District.FarmingHead);
        var desk = await _browser.SignInAsync(site.Address, headName, headPassword);
        await desk.GotoAsync("/sign-off");
        await desk.CheckAsync("#all");
        await desk.ClickAsync("text=签发（1项）");
        await Expect(desk.Locator(".toast")).ToContainTextAsync("已签发1项");

        var report = await site.Store.LookAsync(site.District.System, db => db.ProgressReports.SingleAsync());
        Assert.Equal((ReturnStatus.InReview, "截至7月22日，累计建成高标准农田1400亩。"), (report.Status, report.Progress));
    }

    [Fact]
    public async Task Of_two_windows_both_texts_are_shown_and_the_person_decides()
    {
        await using var site = await Site.CreateAsync();
        await site.District.OpenAsync(July, "新建高标准农田");
        var (name, password) = await site.MakeAccountAsync(site.District.FarmingReporter);
        var first = await _browser.SignInAsync(site.Address, name, password);
        await first.GotoAsync("/reporting");
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync("/reporting");

        await first.Locator("details.item textarea").First.FillAsync("第一个窗口写的。");
        await first.Keyboard.PressAsync("Control+s");
        await Expect(first.Locator("#saved")).ToContainTextAsync("草稿已自动保存");
        await second.Locator("details.item textarea").First.FillAsync("第二个窗口写的。");
        await second.Keyboard.PressAsync("Control+s");

        await Expect(second.Locator(".conflict")).ToContainTextAsync("第一个窗口写的。");
        await Expect(second.Locator(".conflict")).ToContainTextAsync("第二个窗口写的。");
        await second.ClickAsync("text=用我写的");
        await Expect(second.Locator("#saved")).ToContainTextAsync("草稿已自动保存");
        Assert.Equal("第二个窗口写的。", (await site.Store.LookAsync(site.District.System, db => db.ProgressReports.SingleAsync())).Progress);
    }

    private static Task<int> SignOffIsAskedAsync(Site site) => site.Store.LookAsync(site.District.System, async db =>
    {
        var unit = await db.Units.SingleAsync(unit => unit.Id == site.District.Farming.Id);
        unit.SignsOff = true;
        db.Record("unit-changed", nameof(Unit), unit.Id);
        return await db.SaveChangesAsync();
    });
}
