using CsCheck;
using Luoshi.Core.Checks;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Tests.Reporting;

public sealed class RaisingADoubtAgain
{
    private static readonly DateTime s_now = new(2026, 7, 22, 1, 0, 0, DateTimeKind.Utc);

    private enum Act
    {
        Raise,
        Correct,
        Explain,
        Accept,
    }

    [Fact]
    public void Alike_ones_are_one_question()
    {
        var (one, other) = (ADoubt("相差较大。"), ADoubt("口径不同。"));

        Assert.Equal(2, RaisedDoubt.Distinct([one, one with { }, other]).Count());
    }

    [Fact]
    public void Whatever_was_answered_before_what_was_corrected_and_comes_again_is_open_and_no_answer_is_lost() => Gen.Enum<Act>().Array[0, 20].Sample(acts =>
    {
        var doubt = Raised();
        var state = DoubtState.Open;
        string? answer = null;
        string? earlier = null;
        foreach (var (act, index) in acts.Select((act, index) => (act, index)))
        {
            var open = state is DoubtState.Open or DoubtState.Explained;
            switch (act)
            {
                case Act.Raise:
                    doubt.RaiseAgain(ADoubt("相差较大。"));
                    (earlier, answer, state) = state == DoubtState.Corrected ? (answer ?? earlier, null, DoubtState.Open) : (earlier, answer, state);
                    break;
                case Act.Correct:
                    doubt.Correct();
                    state = DoubtState.Corrected;
                    break;
                case Act.Explain:
                    Assert.Equal(open, doubt.Settle(DoubtState.Explained, $"说明{index}", Guid.NewGuid(), s_now) is null);
                    (answer, state) = open ? ($"说明{index}", DoubtState.Explained) : (answer, state);
                    break;
                case Act.Accept:
                    Assert.Equal(open, doubt.Settle(DoubtState.Accepted, null, Guid.NewGuid(), s_now) is null);
                    (answer, state) = open ? (null, DoubtState.Accepted) : (answer, state);
                    break;
            }

            Assert.Equal((state, answer, earlier), (doubt.State, doubt.Answer, doubt.EarlierAnswer));
        }
    });

    private static Doubt ADoubt(string message) => new(DoubtRule.UnderPlan, DoubtStrength.Strong, message, [], []);

    private static RaisedDoubt Raised() => new()
    {
        GovernmentId = 1,
        ReportId = Guid.NewGuid(),
        TaskId = Guid.NewGuid(),
        UnitId = Guid.NewGuid(),
        PostId = Guid.NewGuid(),
        Month = new ReportingPeriod(2026, 7),
        Key = "behind:",
        Code = default,
        Strength = DoubtStrength.Strong,
        Message = "相差较大。",
        Evidence = [],
    };
}
