using static Microsoft.Playwright.Assertions;

namespace Luoshi.Web.Tests.Guide;

/// <summary>What the three administrators do: accounts, roles, the trail.</summary>
internal static class AdministratorSteps
{
    public static async Task ManageAsync(Walk walk)
    {
        var system = await walk.OpenAsync("xitong");
        await Walk.MenuAsync(system, "单位");
        await walk.Camera.TakeAsync(system, "system-units", system.Locator(".page-head .btn-main"));
        await Walk.MenuAsync(system, "账号");
        await system.FillAsync("#displayName", "林知夏");
        await system.FillAsync("#name", "linzx");
        await walk.Camera.TakeAsync(system, "system-account", system.Locator("form:has(#displayName)"));
        await system.ClickAsync("form:has(#displayName) .btn-main");
        await Expect(system.Locator("code.secret")).ToBeVisibleAsync();
        await Walk.MenuAsync(system, "工作日历");
        await walk.Camera.TakeAsync(system, "system-calendar");

        var security = await walk.OpenAsync("anquan");
        await Walk.MenuAsync(security, "角色授予");
        await security.SelectOptionAsync("#account", [new Microsoft.Playwright.SelectOptionValue { Label = "林知夏（linzx）" }]);
        await security.SelectOptionAsync("#role", "UnitReporter");
        await security.SelectOptionAsync("#unit", [new Microsoft.Playwright.SelectOptionValue { Label = "区水利局" }]);
        await walk.Camera.TakeAsync(security, "security-grant", security.Locator("form:has(#role)"));
        await security.ClickAsync("form:has(#role) .btn-main");
        await Expect(security.Locator(".toast")).ToBeVisibleAsync();
        await Walk.MenuAsync(security, "会话");
        await walk.Camera.TakeAsync(security, "security-sessions", security.Locator("main table"));
        await Walk.MenuAsync(security, "安全策略");
        await walk.Camera.TakeAsync(security, "security-policies");

        var audit = await walk.OpenAsync("shenji");
        await Walk.MenuAsync(audit, "审计查询");
        await walk.Camera.TakeAsync(audit, "audit-search", audit.Locator("form.filters"));
        var file = await audit.RunAndWaitForDownloadAsync(() => audit.ClickAsync("text=导出查到的"));
        Assert.EndsWith(".csv", file.SuggestedFilename, StringComparison.Ordinal);
        await Walk.MenuAsync(audit, "完整性校验");
        await audit.ClickAsync(".page-head .btn-main");
        await Expect(audit.Locator("[role=status]").First).ToContainTextAsync("完");
        await walk.Camera.TakeAsync(audit, "audit-verify", audit.Locator("[role=status]").First);
    }
}
