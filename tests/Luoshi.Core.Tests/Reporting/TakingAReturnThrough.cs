using CsCheck;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Tests.Reporting;

public sealed class TakingAReturnThrough
{
    private static readonly Gen<ReturnAction> s_action = Gen.Int[0, 8].Select(number => (ReturnAction)number);

    [Fact]
    public void A_unit_that_does_not_sign_off_submits_straight_to_review()
    {
        Assert.Equal(ReturnStatus.Frozen, After(unitSignsOff: false, ReturnAction.Save, ReturnAction.Submit, ReturnAction.Approve, ReturnAction.Freeze));
    }

    [Fact]
    public void A_unit_that_signs_off_submits_to_its_head_first()
    {
        Assert.Equal(ReturnStatus.AwaitingSignOff, After(unitSignsOff: true, ReturnAction.Submit));
        Assert.Equal(ReturnStatus.InReview, After(unitSignsOff: true, ReturnAction.Submit, ReturnAction.SignOff));
        Assert.Equal(ReturnStatus.Draft, After(unitSignsOff: true, ReturnAction.Submit, ReturnAction.RejectSignOff));
    }

    [Fact]
    public void A_returned_one_is_edited_and_submitted_again()
    {
        Assert.Equal(ReturnStatus.InReview, After(unitSignsOff: false, ReturnAction.Submit, ReturnAction.Return, ReturnAction.Save, ReturnAction.Submit));
    }

    [Fact]
    public void What_was_reopened_lies_with_the_unit_again()
    {
        Assert.Equal(ReturnStatus.Returned, After(unitSignsOff: false, ReturnAction.Submit, ReturnAction.Approve, ReturnAction.Freeze, ReturnAction.Reopen));
        Assert.Equal(ReturnStatus.Returned, After(unitSignsOff: false, ReturnAction.Submit, ReturnAction.Approve, ReturnAction.Reopen));
    }

    [Fact]
    public void A_return_is_withdrawn_until_it_is_reviewed()
    {
        Assert.Equal(ReturnStatus.Draft, After(unitSignsOff: true, ReturnAction.Submit, ReturnAction.Withdraw));
        Assert.Equal(ReturnStatus.Draft, After(unitSignsOff: false, ReturnAction.Submit, ReturnAction.Withdraw));
        Assert.Equal("report-already-reviewed", Code(ReturnStatus.Approved, ReturnAction.Withdraw));
    }

    [Theory]
    [InlineData(ReturnStatus.InReview, ReturnAction.Save, "report-not-editable", "这条报送正在审核，不能修改。要改的，请先撤回。")]
    [InlineData(ReturnStatus.Frozen, ReturnAction.Submit, "report-not-editable", "这条报送已入材料，不能修改。确需修改的，请联系督查部门重新打开。")]
    [InlineData(ReturnStatus.Draft, ReturnAction.Approve, "report-not-submitted", "这条报送现在是“草稿”，单位报出后才能审核。可以先催报。")]
    [InlineData(ReturnStatus.AwaitingSignOff, ReturnAction.Approve, "report-not-signed-off", "这条报送还没有经单位负责人签发，签发后才能审核。")]
    [InlineData(ReturnStatus.Approved, ReturnAction.Approve, "report-already-reviewed", "这条报送已通过，不用再审。发现问题的，请写明原因后重新打开。")]
    [InlineData(ReturnStatus.Draft, ReturnAction.Withdraw, "report-not-submitted", "这条报送没有报出，不用撤回，请直接修改。")]
    [InlineData(ReturnStatus.InReview, ReturnAction.SignOff, "report-not-awaiting-sign-off", "这条报送现在是“待审”，不在待签发之列。请刷新页面后再看。")]
    [InlineData(ReturnStatus.InReview, ReturnAction.Freeze, "report-not-approved", "这条报送现在是“待审”，审核通过后才能入材料。")]
    [InlineData(ReturnStatus.Frozen, ReturnAction.Freeze, "report-already-frozen", "这条报送已经入过材料，不用再入。")]
    [InlineData(ReturnStatus.InReview, ReturnAction.Reopen, "report-not-approved", "这条报送现在是“待审”，只有已通过、已入材料的才需要重新打开。")]
    public void A_step_that_is_not_allowed_says_what_to_do_instead(ReturnStatus from, ReturnAction action, string code, string message)
    {
        Assert.Equal(new Refusal(code, message), ReturnTransitions.Next(from, action, unitSignsOff: true).Refusal);
    }

    [Fact]
    public void The_buttons_offered_are_the_steps_allowed()
    {
        Assert.Equal([ReturnAction.Withdraw, ReturnAction.Return, ReturnAction.Approve], ReturnTransitions.Allowed(ReturnStatus.InReview));
        Assert.Equal([ReturnAction.Reopen], ReturnTransitions.Allowed(ReturnStatus.Frozen));
    }

    [Fact]
    public void Every_status_and_every_action_has_a_name_of_its_own()
    {
        Assert.Distinct(Enum.GetValues<ReturnStatus>().Select(status => status.Name()));
        Assert.Distinct(Enum.GetValues<ReturnAction>().Select(action => action.Name()));
    }

    // The model is what was done, not a second table: whatever the sequence, these must hold of the steps that were let through.
    [Fact]
    public void No_sequence_of_steps_goes_around_a_gate() => Gen.Select(s_action.Array[0, 40], Gen.Bool).Sample((actions, unitSignsOff) =>
    {
        var status = ReturnStatus.Draft;
        var (submitted, signedOff, approved) = (false, false, false);
        foreach (var action in actions)
        {
            var outcome = ReturnTransitions.Next(status, action, unitSignsOff);
            if (outcome.Refusal is not null)
            {
                Assert.DoesNotContain(action, ReturnTransitions.Allowed(status));
                continue;
            }

            switch (action)
            {
                case ReturnAction.Save:
                    Assert.False(submitted || approved, "edited while others relied on it");
                    break;
                case ReturnAction.Submit:
                    submitted = true;
                    break;
                case ReturnAction.SignOff:
                    signedOff = true;
                    break;
                case ReturnAction.Withdraw:
                    Assert.False(approved, "withdrawn after review");
                    (submitted, signedOff) = (false, false);
                    break;
                case ReturnAction.Approve:
                    Assert.True(submitted, "approved without being submitted");
                    Assert.True(signedOff || !unitSignsOff, "approved without being signed off");
                    approved = true;
                    break;
                case ReturnAction.Freeze:
                    Assert.True(approved, "frozen without being approved");
                    break;
                case ReturnAction.Return:
                    Assert.False(approved, "returned after approval instead of reopened");
                    (submitted, signedOff) = (false, false);
                    break;
                case ReturnAction.RejectSignOff or ReturnAction.Reopen:
                    Assert.True(submitted);
                    (submitted, signedOff, approved) = (false, false, false);
                    break;
            }

            status = outcome.Value;
            Assert.Equal(approved, status is ReturnStatus.Approved or ReturnStatus.Frozen);
        }
    });

    [Fact]
    public void From_wherever_a_return_stands_it_can_still_be_put_right() => s_action.Array[0, 20].Sample(actions =>
    {
        var status = actions.Aggregate(ReturnStatus.Draft, (at, action) => ReturnTransitions.Next(at, action, unitSignsOff: true) is { Refusal: null } next ? next.Value : at);

        ReturnAction[] wayBack = [ReturnAction.Withdraw, ReturnAction.Reopen];
        var open = wayBack.Aggregate(status, (at, action) => ReturnTransitions.Next(at, action, unitSignsOff: true) is { Refusal: null } next ? next.Value : at);

        Assert.Contains(ReturnAction.Save, ReturnTransitions.Allowed(open));
    });

    private static string? Code(ReturnStatus from, ReturnAction action) => ReturnTransitions.Next(from, action, unitSignsOff: false).Refusal?.Code;

    private static ReturnStatus After(bool unitSignsOff, params ReturnAction[] actions) =>
        actions.Aggregate(ReturnStatus.Draft, (status, action) => ReturnTransitions.Next(status, action, unitSignsOff).Value);
}
