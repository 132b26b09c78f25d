using CsCheck;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;

namespace Luoshi.Core.Tests.Supervision;

public sealed class FinishingACircular
{
    private static readonly DateTime s_now = new(2026, 8, 3, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_text_is_finished_by_hand_and_kept_line_by_line()
    {
        var circular = ADraft();

        Assert.Null(circular.Edit(" 7月督查通报 ", "一、总体情况\r\n全区进展顺利。\n"));

        Assert.Equal(("7月督查通报", "一、总体情况\n全区进展顺利。", 2), (circular.Title, circular.Body, circular.Version));
    }

    [Theory]
    [InlineData("", "正文", "circular-empty")]
    [InlineData("标题", " \n", "circular-empty")]
    [InlineData("长", "正文", "text-too-long")]
    [InlineData("标题", "长", "text-too-long")]
    public void Half_a_text_and_too_long_a_text_are_refused(string title, string body, string code)
    {
        var circular = ADraft();

        var refusal = circular.Edit(title == "长" ? new string('长', Circular.LongestLine + 1) : title, body == "长" ? new string('长', Circular.LongestBody + 1) : body);

        Assert.Equal((code, 1), (refusal?.Code, circular.Version));
    }

    [Fact]
    public void It_is_issued_with_who_approved_it()
    {
        var circular = ADraft();

        Assert.Equal("approval-missing", circular.Issue("  ", Guid.NewGuid(), s_now)?.Code);
        Assert.Equal("approver-too-long", circular.Issue(new string('长', Circular.LongestLine + 1), Guid.NewGuid(), s_now)?.Code);
        Assert.Null(circular.Issue("区长", Guid.NewGuid(), s_now));
        Assert.Equal(("区长", s_now), (circular.ApprovedBy, circular.IssuedAt));
    }

    [Fact]
    public void Whatever_is_tried_once_it_is_issued_it_says_the_same() => Gen.Select(Gen.Bool, Gen.String).Array[0, 20].Sample(steps =>
    {
        var circular = ADraft();
        Assert.Null(circular.Issue("区长", Guid.NewGuid(), s_now));
        var issued = (circular.Title, circular.Body, circular.ApprovedBy, circular.IssuedAt, circular.Version);

        foreach (var (edits, text) in steps)
        {
            var refusal = edits ? circular.Edit(text, text) : circular.Issue(text, Guid.NewGuid(), s_now.AddDays(1));
            Assert.Equal("circular-issued", refusal?.Code);
        }

        Assert.Equal(issued, (circular.Title, circular.Body, circular.ApprovedBy, circular.IssuedAt, circular.Version));
    });

    private static Circular ADraft() => new()
    {
        GovernmentId = 1,
        Month = new ReportingPeriod(2026, 7),
        MaterialId = Guid.NewGuid(),
        Title = "督查通报",
        Body = "送审稿。",
        Suggestions = "",
        DraftedBy = Guid.NewGuid(),
        DraftedAt = s_now,
    };
}
