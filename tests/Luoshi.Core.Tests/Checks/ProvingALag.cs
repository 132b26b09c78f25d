using Luoshi.Core.Checks;

namespace Luoshi.Core.Tests.Checks;

public sealed class ProvingALag
{
    [Theory]
    [InlineData("施工完成137户，验收102户。")]
    [InlineData("第一批102户已竣工，第二批198户7月进场。")]
    public void A_lag_is_a_weak_doubt_while_the_row_leaves_room_for_more(string progress)
    {
        var check = Rows.Check(6, Rows.Row("改造困难家庭300户。", progress));

        Assert.DoesNotContain(check.Doubts, doubt => doubt is { Code: DoubtCode.BehindTarget, Strength: DoubtStrength.Strong });
    }

    [Fact]
    public void A_lag_is_a_strong_doubt_where_no_other_figure_may_be_the_answer()
    {
        var check = Rows.Check(6, Rows.Row("改造困难家庭300户。", "已改造困难家庭52户。"));

        Assert.Contains(check.Doubts, doubt => doubt is { Code: DoubtCode.BehindTarget, Strength: DoubtStrength.Strong });
    }

    [Fact]
    public void A_deed_answers_only_the_promise_it_is_told_in()
    {
        var check = Rows.Check(6, Rows.Row("渡口改造提升4处，撤销渡口2处。", "4处渡口改造提升工程完成施工招标；撤销渡口1处。"));

        Assert.DoesNotContain(check.Doubts, doubt => doubt.Strength == DoubtStrength.Strong);
    }
}
