using Luoshi.Core.Reporting;
using Microsoft.Playwright;

namespace Luoshi.Web.Tests.Reporting;

/// <summary>A field on paper cannot be scrolled: a long text is printed whole, and can be typed on afterwards.</summary>
public sealed class PrintingWhatWasTyped(Browser browser)
{
    private static readonly ReportingPeriod July = new(2024, 7);

    [Fact]
    public async Task A_text_longer_than_its_box_is_printed_to_its_end()
    {
        await using var site = await Site.CreateAsync();
        var item = await site.District.OpenAsync(July, "新建高标准农田");
        var (name, password) = await site.MakeAccountAsync(site.District.FarmingReporter);
        var page = await browser.SignInAsync(site.Address, name, password);
        await page.GotoAsync("/reporting");
        var field = page.Locator($"#p-{item.Id:N}");
        await field.FillAsync(string.Join('\n', Enumerable.Range(1, 60).Select(number => $"第{number}块地已经平整。")));

        await page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var printed = await page.EvaluateAsync<string>("document.querySelector('main').innerText");
        var isBoxPrinted = await field.IsVisibleAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.EvaluateAsync("dispatchEvent(new Event('afterprint'))");

        Assert.Contains("第1块地已经平整。\n第2块地已经平整。", printed, StringComparison.Ordinal);
        Assert.Contains("第60块地已经平整。", printed, StringComparison.Ordinal);
        Assert.False(isBoxPrinted);
        Assert.True(await field.IsEditableAsync());
        Assert.Equal(0, await page.Locator(".on-paper").CountAsync());
    }
}
