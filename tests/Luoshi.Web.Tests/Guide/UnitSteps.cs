using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Luoshi.Web.Tests.Guide;

/// <summary>What the unit does: fill, sign or give back, mend, answer.</summary>
internal static class UnitSteps
{
    private const string Machines = "实施农业“双强”行动";
    private const string Villages = "深化“千万工程”";

    public static async Task FillAsync(Walk walk)
    {
        var page = await walk.OpenAsync("nongye");
        await walk.Camera.TakeAsync(page, "reporter-home", page.Locator("main .waiting"));
        await Walk.MenuAsync(page, "本月填报");
        await walk.Camera.TakeAsync(page, "reporter-sheet", page.Locator("nav.jump"));
        var machines = Item(page, Machines);

        await machines.Locator("textarea").First.FillAsync("数字农业工厂累计建成2家，完成年度目标的60%；新增农业机械总动力8100千瓦，占67.5%。");
        await Expect(machines.Locator("[data-doubts]")).ToContainTextAsync("请核实");
        await walk.Camera.TakeAsync(page, "reporter-doubt", machines.Locator("[data-doubts]"));
        await machines.Locator("textarea").First.FillAsync("数字农业工厂累计建成4家，完成年度目标的80%；新增农业机械总动力8100千瓦，占67.5%。");
        await Expect(machines.Locator("[data-doubts]")).Not.ToContainTextAsync("60%");
        await machines.Locator("input[value=true]").CheckAsync();
        await Expect(page.Locator("#saved")).ToContainTextAsync("草稿已自动保存");
        await walk.Camera.TakeAsync(page, "reporter-saved", page.Locator("#saved"));

        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".errors")).ToContainTextAsync("请写明原因");
        await walk.Camera.TakeAsync(page, "reporter-missing", page.Locator(".errors"));
        var villages = Item(page, Villages);
        await villages.Locator("[data-shortfall] textarea").FillAsync("达标村计划完成15个、实际13个，松溪镇2个村管网设计变更，已重新进场，8月20日前补上。");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".toast")).ToContainTextAsync("已提交");
        await walk.Camera.TakeAsync(page, "reporter-submitted", page.Locator(".toast"));

        await page.GotoAsync("/reporting/import#paste");
        await page.FillAsync("[name=Block]", "工作内容\t完成情况\n发展壮大村级集体经济，全区村均经营性收入达到62万元，集体经济年经营性收入50万元以上的村占比达到90%。\t1-7月，村均经营性收入33.6万元。");
        await page.ClickAsync("form:has([name=Block]) button");
        await Expect(page.Locator("main")).ToContainTextAsync("还没有写入");
        await walk.Camera.TakeAsync(page, "reporter-paste", page.Locator("main table"));
    }

    public static async Task SignAsync(Walk walk)
    {
        var page = await walk.OpenAsync("nongye-ju");
        await Walk.MenuAsync(page, "待我签发");
        await walk.Camera.TakeAsync(page, "head-list");
        var villages = page.Locator("section.card").Filter(new() { HasText = Villages });
        await villages.Locator("input[name=Picked]").CheckAsync();
        await page.FillAsync("#reason", "请把两个村的村名写上。");
        await walk.Camera.TakeAsync(page, "head-return", page.Locator(".dock"));
        await page.ClickAsync("text=退回填报人（1项）");
        await Expect(page.Locator(".toast")).ToContainTextAsync("退回");

        var reporter = await walk.OpenAsync("nongye");
        await reporter.GotoAsync("/reporting");
        var returned = Item(reporter, Villages);
        await walk.Camera.TakeAsync(reporter, "reporter-returned", returned.Locator(".clash"));
        await returned.Locator("[data-shortfall] textarea").FillAsync("达标村计划完成15个、实际13个，松溪镇溪口村、上田村管网设计变更，已重新进场，8月20日前补上。");
        await returned.GetByText("只提交这一项").ClickAsync();
        await Expect(reporter.Locator(".toast")).ToContainTextAsync("已提交1项");

        await page.ReloadAsync();
        await page.CheckAsync("#all");
        await walk.Camera.TakeAsync(page, "head-sign", page.Locator(".dock .btn-main"));
        await page.ClickAsync(".dock .btn-main");
        await Expect(page.Locator(".toast")).ToContainTextAsync("已签发");
        await walk.Camera.TakeAsync(page, "head-signed", page.Locator(".toast"));
    }

    public static async Task AnswerAsync(Walk walk)
    {
        var page = await walk.OpenAsync("nongye");
        await Walk.MenuAsync(page, "批示");
        await page.Locator("textarea[name=text]").First.FillAsync("已请农机推广站逐镇排出到货日期，8月15日前全部到位。");
        await walk.Camera.TakeAsync(page, "reporter-reply", page.Locator("li.seal").First);
        await page.Locator("text=反馈落实情况 >> visible=true").First.ClickAsync();
        await Expect(page.Locator(".reply").First).ToContainTextAsync("逐镇排出到货日期");
    }

    private static ILocator Item(IPage page, string content) => page.Locator("details.item").Filter(new() { HasText = content }).First;
}
