using Deque.AxeCore.Playwright;
using Luoshi.Core.Accounts;

namespace Luoshi.Web.Tests.Security;

/// <summary>The three administrators' pages in a real browser.</summary>
public sealed class WorkingAsAnAdministrator(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(Role.SystemAdministrator, "/administration/units|/administration/units/edit|/administration/posts|/administration/accounts|/administration/calendar?year=2027|/account|/account/password|/account/enrol")]
    [InlineData(Role.SecurityAdministrator, "/security/roles|/security/sessions|/security/policies")]
    [InlineData(Role.AuditAdministrator, "/audit|/audit/verify")]
    [InlineData(Role.Clerk, "/administration/rules")]
    public async Task The_pages_read_aloud_well_and_fit_a_telephone_and_the_console_stays_empty(Role role, string pages)
    {
        await using var site = await Site.CreateAsync();
        var (name, password) = await site.MakeAccountAsync(site.District.Person(role));
        var page = await browser.SignInAsync(site.Address, name, password);
        var said = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                said.Add($"{message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => said.Add(error);

        foreach (var address in pages.Split('|'))
        {
            await page.SetViewportSizeAsync(1366, 768);
            await page.GotoAsync(address);
            var found = await page.RunAxe();
            await page.SetViewportSizeAsync(390, 844);

            Assert.Equal([], found.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{address} {violation.Id}: {violation.Nodes[0].Html}"));
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390, $"{address} is wider than a telephone.");
        }

        Assert.Equal([], said);
    }

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
