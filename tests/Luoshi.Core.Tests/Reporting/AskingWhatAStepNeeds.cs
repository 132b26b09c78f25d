using Luoshi.Core.Reporting;

namespace Luoshi.Core.Tests.Reporting;

public sealed class AskingWhatAStepNeeds
{
    private static readonly DateTime s_due = new(2024, 4, 25, 9, 30, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("/")]
    [InlineData("无")]
    public void A_return_that_says_nothing_is_not_submitted(string? progress)
    {
        Assert.Equal("progress-missing", ReturnRules.Submittable(progress, true, null)?.Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("无")]
    public void A_no_needs_an_explanation(string? shortfall)
    {
        Assert.Equal(
            new Refusal("shortfall-unexplained", "选了“否”，请写明原因、补救措施和预计补上的日期。"),
            ReturnRules.Submittable("改造老旧小区4个。", false, shortfall));
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(null, null)]
    [InlineData(false, "拆迁受阻，7月底前补上。")]
    public void A_yes_no_claim_at_all_and_an_explained_no_are_submitted(bool? planMet, string? shortfall)
    {
        Assert.Null(ReturnRules.Submittable("改造老旧小区4个。", planMet, shortfall));
    }

    [Theory]
    [InlineData(ReturnAction.Return, "退回要写明原因，单位才知道改什么。请填写后再退回。")]
    [InlineData(ReturnAction.Reopen, "重新打开要写明原因，单位才知道改什么。请填写后再重新打开。")]
    [InlineData(ReturnAction.RejectSignOff, "退回修改要写明原因，单位才知道改什么。请填写后再退回修改。")]
    public void Sending_back_and_reopening_need_a_reason(ReturnAction action, string message)
    {
        Assert.Equal(new Refusal("reason-missing", message), ReturnRules.Explained(action, " "));
        Assert.Null(ReturnRules.Explained(action, "累计完成数与上月不一致，请核实。"));
    }

    [Fact]
    public void Other_steps_need_no_reason()
    {
        Assert.Null(ReturnRules.Explained(ReturnAction.Approve, null));
        Assert.Null(ReturnRules.Explained(ReturnAction.Withdraw, null));
    }

    [Fact]
    public void Nobody_reviews_what_they_wrote_or_signed_off()
    {
        var (reporter, head, reviewer) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());

        Assert.Equal("own-report", ReturnRules.NotOwn(reporter, [reporter, head])?.Code);
        Assert.Equal("own-report", ReturnRules.NotOwn(head, [reporter, head])?.Code);
        Assert.Null(ReturnRules.NotOwn(reviewer, [reporter, head]));
    }

    [Fact]
    public void The_day_for_mending_lies_ahead()
    {
        Assert.Equal("return-deadline-past", ReturnRules.Deadline(s_due, nowUtc: s_due)?.Code);
        Assert.Null(ReturnRules.Deadline(s_due.AddMinutes(1), nowUtc: s_due));
    }

    [Fact]
    public void An_extension_is_asked_for_in_time_to_a_later_time_and_with_a_reason()
    {
        Assert.Null(DueItemRules.Extendable(s_due, s_due.AddDays(2), "数据月底出。", nowUtc: s_due));
        Assert.Equal("extension-too-late", DueItemRules.Extendable(s_due, s_due.AddDays(2), "数据月底出。", nowUtc: s_due.AddTicks(1))?.Code);
        Assert.Equal("extension-not-later", DueItemRules.Extendable(s_due, s_due, "数据月底出。", nowUtc: s_due.AddDays(-1))?.Code);
        Assert.Equal("reason-missing", DueItemRules.Extendable(s_due, s_due.AddDays(2), "", nowUtc: s_due)?.Code);
    }

    [Fact]
    public void An_exemption_has_a_reason()
    {
        Assert.Equal("reason-missing", DueItemRules.Exemptable(null)?.Code);
        Assert.Null(DueItemRules.Exemptable("任务已于3月办结销号。"));
    }
}
