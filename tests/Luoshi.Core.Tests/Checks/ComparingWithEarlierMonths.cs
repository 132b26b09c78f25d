using Luoshi.Core.Checks;
using static Luoshi.Core.Tests.Checks.Rows;

namespace Luoshi.Core.Tests.Checks;

public sealed class ComparingWithEarlierMonths
{
    private const string Content = "推进农村改厕，改善人居环境。";

    [Fact]
    public void A_task_is_found_again_under_another_number()
    {
        var check = Check(6, Row(Content, "累计完成农村改厕310座。"), Document(5, Row("推进智慧停车。", "新增泊位20个。"), Row(Content, "累计完成农村改厕350座。", number: 7)));

        var doubt = Assert.Single(check.Doubts, doubt => doubt.Code == DoubtCode.FigureFell);
        Assert.Equal("5月累计350座，本月累计310座，减少40座。请核实。", doubt.Message);
        Assert.Equal("5月.docx", Assert.Single(doubt.Related).Source);
    }

    [Fact]
    public void Only_the_newest_earlier_month_is_what_a_figure_fell_from()
    {
        var check = Check(6, Row(Content, "累计完成农村改厕310座。"), Document(4, Row(Content, "累计完成农村改厕400座。")), Document(5, Row(Content, "累计完成农村改厕300座。")));

        Assert.DoesNotContain("figure-fell", Codes(check));
    }

    [Fact]
    public void A_text_that_changed_only_its_month_is_told_as_copied()
    {
        var check = Check(6, Row(Content, "1-6月，组织各镇街开展摸底，建立台账，逐户上门宣传。"), Document(5, Row(Content, "1-5月，组织各镇街开展摸底，建立台账，逐户上门宣传。")));

        var doubt = Assert.Single(check.Doubts, doubt => doubt.Code == DoubtCode.CopiedFromLastPeriod);
        Assert.Contains("只改了月份", doubt.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_finished_may_be_said_again()
    {
        var check = Check(6, Row(Content, "改厕工程已完工并通过验收，投入使用。"), Document(5, Row(Content, "改厕工程已完工并通过验收，投入使用。")));

        Assert.Empty(check.Doubts);
    }

    [Fact]
    public void The_same_digits_in_another_unit_are_a_strong_jump()
    {
        var check = Check(6, Row("推进港口项目建设。", "累计完成投资3.2亿元。"), Document(5, Row("推进港口项目建设。", "累计完成投资3.2万元。")));

        var doubt = Assert.Single(check.Doubts);
        Assert.Equal((DoubtCode.UnitJump, DoubtStrength.Strong), (doubt.Code, doubt.Strength));
    }

    [Theory]
    [InlineData(8, 3000, true)]
    [InlineData(8, 830, false)]
    [InlineData(5, 1500, false)]
    public void An_increment_out_of_line_needs_six_before_it(int month, int figure, bool told)
    {
        var earlier = Enumerable.Range(1, month - 1).Select(past => Document(past, Row(Content, $"累计完成农村改厕{(past * 100) + (past * past % 7 * 10)}座。"))).ToArray();

        var check = Check(month, Row(Content, $"累计完成农村改厕{figure}座。"), earlier);

        Assert.Equal(told, check.Doubts.Any(doubt => doubt.Message.Contains("中位数", StringComparison.Ordinal)));
    }
}
