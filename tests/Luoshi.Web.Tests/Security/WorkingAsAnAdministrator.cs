using Luoshi.Core.Accounts;

namespace Luoshi.Web.Tests.Security;

/// <summary>The three administrators' pages in a real browser.</summary>
public sealed class WorkingAsAnAdministrator(Browser browser)
{
    [Fact]
    public async Task A_new_person_gets_an_account_a_role_and_comes_in_with_a_password_of_their_own()
    {
        await using var site = await Site.CreateAsync();
        var (system, systemPassword) = await site.MakeAccountAsync(site.District.Person(Role.SystemAdministrator));
        var (security, securityPassword) = await site.MakeAccountAsync(site.District.Person(Role.SecurityAdministrator));

        var page = await browser.SignInAsync(site.Address, system, systemPassword);
        await page.GotoAsync("/administration/accounts");
        await page.FillAsync("#displayName", "唐小满");
        await page.FillAsync("#name", "tangxm");
        await page.ClickAsync("text=建立账号 >> nth=-1");
        var password = await page.InnerTextAsync("code.secret");
        page = await browser.SignInAsync(site.Address, security, securityPassword);
        await page.GotoAsync("/security/roles");
        await page.SelectOptionAsync("#account", [new Microsoft.Playwright.SelectOptionValue { Label = "唐小满（tangxm）" }]);
        await page.SelectOptionAsync("#role", nameof(Role.UnitReporter));
        await page.SelectOptionAsync("#unit", [new Microsoft.Playwright.SelectOptionValue { Label = "区农业农村局" }]);
        await page.ClickAsync("main .btn-main");
        page = await browser.SignInAsync(site.Address, "tangxm", password);
        await page.FillAsync("#current", password);
        await page.FillAsync("#wanted", "Dao-gu7wan");
        await page.FillAsync("#again", "Dao-gu7wan");
        await page.ClickAsync("main .btn-main");

        Assert.Contains("本月填报", await page.InnerTextAsync("nav.nav"), StringComparison.Ordinal);
    }
}
