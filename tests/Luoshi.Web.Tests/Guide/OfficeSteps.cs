using static Microsoft.Playwright.Assertions;

namespace Luoshi.Web.Tests.Guide;

/// <summary>What the office does: collect, review, give back, compile, issue, open the next month.</summary>
internal static class OfficeSteps
{
    public static async Task CollectAsync(Walk walk)
    {
        var page = await walk.OpenAsync("ducha");
        await walk.Camera.TakeAsync(page, "clerk-home", page.Locator("main .waiting"));
        await Walk.MenuAsync(page, "调度台");
        await walk.Camera.TakeAsync(page, "clerk-board");
        await page.ClickAsync("text=按任务");
        await walk.Camera.TakeAsync(page, "clerk-board-tasks", page.Locator("form.filters"));
        await Walk.MenuAsync(page, "催报");
        await page.Locator(".letter-row summary").First.ClickAsync();
        await walk.Camera.TakeAsync(page, "clerk-reminders", page.Locator(".letter").First);
        await page.ClickAsync("text=催报所选单位");
        await Expect(page.Locator(".toast")).ToContainTextAsync("催");
        await walk.Camera.TakeAsync(page, "clerk-reminded", page.Locator(".toast"));
    }

    public static async Task ReviewAsync(Walk walk)
    {
        var page = await walk.OpenAsync("ducha");
        await Walk.MenuAsync(page, "审核");
        await walk.Camera.TakeAsync(page, "clerk-queue");
        await page.CheckAsync("[data-all]");
        await walk.Camera.TakeAsync(page, "clerk-bulk", page.Locator(".bulk"));
        await page.ClickAsync(".bulk button");
        await Expect(page.Locator(".toast")).ToContainTextAsync("通过");

        await page.GotoAsync("/review?doubts=strong");
        await page.Locator("td.ops a").First.ClickAsync();
        await walk.Camera.TakeAsync(page, "clerk-evidence", page.Locator(".read"));
        await page.GetByText("缺数字").ClickAsync();
        await Expect(page.Locator("#why")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("累计完成数"));
        await walk.Camera.TakeAsync(page, "clerk-return", page.Locator("#decide"));
        await page.Locator("#decide .btn-back").ClickAsync();
        await Expect(page.Locator(".toast")).ToContainTextAsync("退回");

        var reviewer = await walk.OpenAsync("shenhe");
        await Walk.MenuAsync(reviewer, "审核");
        await reviewer.ClickAsync("text=从第一项审起");
        await reviewer.Locator("[name=judgement]").First.CheckAsync();
        await reviewer.FillAsync("#because", "已与单位核对台账，情况属实。");
        await walk.Camera.TakeAsync(reviewer, "reviewer-approve", reviewer.Locator("#decide"));
        await reviewer.Locator("#decide .btn-main").ClickAsync();
        await Expect(reviewer.Locator(".toast")).ToContainTextAsync("通过");
        await walk.Camera.TakeAsync(reviewer, "reviewer-next", reviewer.Locator(".toast"));
    }

    public static async Task CompileAsync(Walk walk)
    {
        var page = await walk.OpenAsync("ducha");
        await Walk.MenuAsync(page, "会议材料");
        await page.CheckAsync("[name='Form.WithUnreviewed'][value=false]");
        await walk.Camera.TakeAsync(page, "clerk-compile", page.Locator("form.card-b"));
        await page.ClickAsync("form.card-b .btn-main");
        await Browser.ArriveAsync(page, "/materials/[^/]+$");
        await walk.Camera.TakeAsync(page, "clerk-material");
        await page.ClickAsync(".page-head .btn-main");
        await page.ClickAsync("nav.tabs a:has-text('疑点清单')");
        await walk.Camera.TakeAsync(page, "clerk-doubts", page.Locator("nav.tabs"));
        await page.ClickAsync("summary.btn-main");
        await walk.Camera.TakeAsync(page, "clerk-issue", page.Locator("form.confirm"));
        await page.Locator("form.confirm .btn-main").ClickAsync();
        await Expect(page.Locator(".page-head")).ToContainTextAsync("已印发");
        await page.ClickAsync("details.menu summary >> nth=0");
        await walk.Camera.TakeAsync(page, "clerk-download", page.Locator(".menu-list").First);
        var file = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[href$='material.docx']").ClickAsync());
        Assert.EndsWith(".docx", file.SuggestedFilename, StringComparison.Ordinal);
        await page.ReloadAsync();
        await page.ClickAsync("nav.tabs a:has-text('与上月相比')");
        await walk.Camera.TakeAsync(page, "clerk-difference", page.Locator("nav.tabs"));
    }

    public static async Task OpenTheNextMonthAsync(Walk walk)
    {
        var page = await walk.OpenAsync("ducha");
        await page.GotoAsync("/board?month=2024-08");
        await Expect(page.Locator("main")).ToContainTextAsync("2024年8月还没有开启报送期");
        await walk.Camera.TakeAsync(page, "clerk-open", page.Locator("form[action*='handler=open']"));
        await page.ClickAsync("form[action*='handler=open'] button");
        await Expect(page.Locator(".figs")).ToContainTextAsync("已报");
        await walk.Camera.TakeAsync(page, "clerk-opened", page.Locator(".toast"));
    }
}
