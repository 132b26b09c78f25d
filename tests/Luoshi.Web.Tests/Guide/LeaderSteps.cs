using static Microsoft.Playwright.Assertions;

namespace Luoshi.Web.Tests.Guide;

/// <summary>What leaders do: look, ask, instruct; at the desk and on the telephone.</summary>
internal static class LeaderSteps
{
    public static async Task InstructAsync(Walk walk)
    {
        var page = await walk.OpenAsync("fenguan");
        await Walk.MenuAsync(page, "分管工作");
        await walk.Camera.TakeAsync(page, "leader-tasks", page.Locator("table.t-leader tbody tr").First);
        await page.Locator("table.t-leader tbody tr").First.Locator("a").First.ClickAsync();
        await walk.Camera.TakeAsync(page, "leader-story");
        await page.GoBackAsync();

        var telephone = await walk.OpenAsync("fenguan", 390, 844);
        await telephone.GotoAsync("/leader");
        await walk.Camera.TakeAsync(telephone, "leader-telephone");
        await telephone.Locator("td.ops a").First.ClickAsync();
        await telephone.CheckAsync("[name=Template][value='0']");
        await walk.Camera.TakeAsync(telephone, "leader-instruct", telephone.Locator(".btn-main"));
        await telephone.ClickAsync(".btn-main");
        await Expect(telephone.Locator(".toast")).ToContainTextAsync("批示");
    }

    public static async Task AskAsync(Walk walk)
    {
        var page = await walk.OpenAsync("quzhang");
        await Walk.MenuAsync(page, "一页纸");
        await walk.Camera.TakeAsync(page, "district-overview");
        await Walk.MenuAsync(page, "重点工作");
        await walk.Camera.TakeAsync(page, "district-tasks", page.Locator("form.filters").First);
        await page.FillAsync("header [name=q]", "农业“双强”");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("mark.found").First).ToBeVisibleAsync();
        await walk.Camera.TakeAsync(page, "district-search", page.Locator("header [name=q]"));
        await Walk.MenuAsync(page, "重点工作");
        await page.Locator("main a").Filter(new() { HasText = "实施农业“双强”行动" }).First.ClickAsync();
        await page.Locator("main a").Filter(new() { HasText = "批示" }).First.ClickAsync();
        await page.FillAsync("#text", "数字农业工厂进度要盯紧，未来农场请一并报来。");
        await walk.Camera.TakeAsync(page, "district-instruct", page.Locator("#text"));
        await page.ClickAsync("main .btn-main");
        await Expect(page.Locator(".toast")).ToContainTextAsync("批示");
    }

    public static async Task ReadMaterialAsync(Walk walk)
    {
        var page = await walk.OpenAsync("quzhang");
        await Walk.MenuAsync(page, "会议材料");
        await page.Locator("main table a").First.ClickAsync();
        await Expect(page.Locator(".page-head")).ToContainTextAsync("已印发");
        await walk.Camera.TakeAsync(page, "district-material");
    }
}
