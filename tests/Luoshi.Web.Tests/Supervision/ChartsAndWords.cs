using System.Net;
using Luoshi.Core.Reporting;

namespace Luoshi.Web.Tests.Supervision;

/// <summary>The charts of a month, and the office's own words.</summary>
public sealed class ChartsAndWords
{
    [Fact]
    public async Task Each_chart_says_what_it_shows_and_has_its_table()
    {
        await using var site = await Site.CreateAsync();
        await site.District.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        using var clerk = await site.SignInAsync(site.District.Clerk);

        var page = await clerk.ReadAsync("/charts");

        Assert.Contains("<title id=\"leaders-t\">", page, StringComparison.Ordinal);
        Assert.Contains("<desc id=\"leaders-d\">", page, StringComparison.Ordinal);
        Assert.Contains("7月应报2项，按时0，迟报0，逾期0，未到期2。", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"各分管领导的进度表\"", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"各月报送率表\"", page, StringComparison.Ordinal);
        Assert.Contains("还没有报送", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leader_sees_the_own_tasks_only()
    {
        await using var site = await Site.CreateAsync();
        await site.District.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        using var leader = await site.SignInAsync(site.District.Leader);

        Assert.Contains("7月应报1项", await leader.ReadAsync("/charts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_that_was_not_opened_is_not_there_and_units_have_no_charts()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);

        Assert.Contains("还没有开启报送期", await clerk.ReadAsync("/charts"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync("/charts?month=2024-05")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.GetAsync("/charts")).StatusCode);
    }

    [Fact]
    public async Task The_offices_own_words_are_kept_as_they_were_typed()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);
        Dictionary<string, string> words = new()
        {
            ["version"] = "0",
            ["reasons[0].word"] = "缺佐证",
            ["reasons[0].text"] = "请附验收单。",
            ["asks"] = "写明累计数。",
            ["closes"] = "联系电话见通知。",
        };

        var saved = await clerk.PostAsync("/administration/words", words);
        var stale = await clerk.PostAsync("/administration/words", new(words) { ["reasons[0].word"] = "另一个" });
        var page = await clerk.ReadAsync("/administration/words");

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("刚刚被别人改过", await stale.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("value=\"缺佐证\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"联系电话见通知。\"", page, StringComparison.Ordinal);
    }
}
