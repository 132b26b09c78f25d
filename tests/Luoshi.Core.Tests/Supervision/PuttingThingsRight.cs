using CsCheck;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;

namespace Luoshi.Core.Tests.Supervision;

public sealed class PuttingThingsRight
{
    private static readonly DateTime s_now = new(2026, 7, 22, 1, 0, 0, DateTimeKind.Utc);

    private static readonly Guid s_somebody = Guid.NewGuid();

    private enum Act
    {
        Reply,
        Return,
        Close,
    }

    [Fact]
    public void It_is_opened_with_a_requirement_and_a_day_that_lies_ahead()
    {
        Assert.Equal(RectificationState.Open, Opened().State);
        Assert.Equal("requirement-missing", Rectification.Open(ATask(), RectificationOrigin.Inspection, "无", s_now.AddDays(1), s_somebody, s_now).Refusal?.Code);
        Assert.Equal("due-past", Rectification.Open(ATask(), RectificationOrigin.Inspection, "补种到位。", s_now, s_somebody, s_now).Refusal?.Code);
        Assert.Equal("text-too-long", Rectification.Open(ATask(), RectificationOrigin.Inspection, new string('长', Rectification.LongestText + 1), s_now.AddDays(1), s_somebody, s_now).Refusal?.Code);
    }

    [Fact]
    public void Of_a_task_that_has_ended_nothing_is_put_right()
    {
        var task = ATask();
        Assert.Null(task.End(KeyTaskState.ClosedOut, "已完成。", "常务会议", s_now).Refusal);

        Assert.Equal("task-closed", Rectification.Open(task, RectificationOrigin.BehindTask, "补种到位。", s_now.AddDays(1), s_somebody, s_now).Refusal?.Code);
    }

    [Fact]
    public void It_is_overdue_until_the_unit_has_answered_and_again_when_it_is_returned()
    {
        var rectification = Opened();
        var late = rectification.DueAt.AddMinutes(1);

        Assert.False(rectification.IsOverdue(rectification.DueAt));
        Assert.True(rectification.IsOverdue(late));
        Assert.Null(rectification.Reply("已补种。", null, s_somebody, late));
        Assert.False(rectification.IsOverdue(late));
        Assert.Null(rectification.Return("还有两处没有补。", late.AddDays(3), s_somebody, late));
        Assert.False(rectification.IsOverdue(late));
        Assert.True(rectification.IsOverdue(late.AddDays(4)));
    }

    // The model is one sentence a step: the unit answers what lies with it, the office verifies what was answered, and what is closed stays closed.
    [Fact]
    public void No_sequence_of_steps_closes_what_was_not_verified() => Gen.Select(Gen.Enum<Act>(), Gen.Bool).Array[0, 30].Sample(steps =>
    {
        var rectification = Opened();
        var (withUnit, closed, done) = (true, false, 0);
        foreach (var (act, hasWords) in steps)
        {
            var words = hasWords ? "已按要求办理。" : " ";
            var version = rectification.Version;
            var refusal = act switch
            {
                Act.Reply => rectification.Reply(words, null, s_somebody, s_now),
                Act.Return => rectification.Return(words, s_now.AddDays(2), s_somebody, s_now),
                Act.Close => rectification.Close(words, s_somebody, s_now),
            };
            var allowed = hasWords && !closed && (act == Act.Reply) == withUnit;

            Assert.Equal(allowed, refusal is null);
            Assert.Equal(allowed ? version + 1 : version, rectification.Version);
            if (allowed)
            {
                (withUnit, closed, done) = (act == Act.Return, act == Act.Close, done + 1);
            }

            Assert.Equal((closed, done, closed), (rectification.State == RectificationState.Closed, rectification.Steps.Count, rectification.ClosedAt is not null));
            Assert.Equal(withUnit, rectification.State is RectificationState.Open or RectificationState.Returned);
        }
    });

    [Fact]
    public void Every_state_and_origin_has_its_own_word()
    {
        Assert.Distinct(Enum.GetValues<RectificationState>().Select(state => state.Name()));
        Assert.Distinct(Enum.GetValues<RectificationOrigin>().Select(origin => origin.Name()));
    }

    private static Rectification Opened() => Rectification.Open(ATask(), RectificationOrigin.Inspection, "林带缺株，补种到位。", s_now.AddDays(5), s_somebody, s_now).Value;

    private static KeyTask ATask() => new()
    {
        GovernmentId = 1,
        LedgerId = Guid.NewGuid(),
        Number = 1,
        Content = "新建农田林网30公里。",
        Frequency = ReportingFrequency.Monthly,
        PostId = Guid.NewGuid(),
        LeadUnitId = Guid.NewGuid(),
    };
}
