using CsCheck;
using Luoshi.Core.Calendars;
using Luoshi.Core.Checks;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;

namespace Luoshi.Core.Tests.Supervision;

public sealed class RaisingAnObjection
{
    private static readonly DateTime s_now = new(2026, 7, 22, 1, 0, 0, DateTimeKind.Utc);

    private static readonly WorkdayCalendar s_calendar = new([]);

    private static readonly Guid s_reporter = Guid.NewGuid();

    private static readonly Guid s_reviewer = Guid.NewGuid();

    [Fact]
    public void Against_a_return_it_says_what_was_decided_and_by_whom()
    {
        var report = Returned();

        var objection = Objection.Raise(report, "口径不同。", alreadyRaised: false, s_calendar, s_reporter, s_now.AddDays(1)).Value;

        Assert.Equal(("退回：请按口径重报。", s_reviewer, false), (objection.Decision, objection.DecidedBy, objection.IsToDoubt));
        Assert.Equal(new DateOnly(2026, 8, 24), objection.AnswerDue);
    }

    [Fact]
    public void Against_a_doubt_nobody_has_decided_and_anybody_of_the_office_answers()
    {
        var report = Submitted();

        var objection = Objection.Raise(report, ADoubt(report), "两年建成，不是当年数。", alreadyRaised: false, s_calendar, s_reporter, s_now).Value;

        Assert.Equal(("疑点：与年度目标相差较大。", null, true), (objection.Decision, objection.DecidedBy, objection.IsToDoubt));
        Assert.Null(objection.Decide(upheld: true, "情况属实。", s_reviewer, s_now));
    }

    [Fact]
    public void What_was_not_decided_and_a_doubt_that_was_settled_leave_nothing_to_object_to()
    {
        var report = Submitted();
        var settled = ADoubt(report);
        settled.Settle(DoubtState.Accepted, null, s_reviewer, s_now);

        Assert.Equal("nothing-to-object", Objection.Raise(report, "口径不同。", alreadyRaised: false, s_calendar, s_reporter, s_now).Refusal?.Code);
        Assert.Equal("nothing-to-object", Objection.Raise(report, settled, "口径不同。", alreadyRaised: false, s_calendar, s_reporter, s_now).Refusal?.Code);
    }

    [Fact]
    public void Whoever_tries_it_is_decided_once_and_never_by_who_made_the_decision() => Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool).Array[0, 12].Sample(attempts =>
    {
        var objection = Objection.Raise(Returned(), "口径不同。", alreadyRaised: false, s_calendar, s_reporter, s_now).Value;
        ObjectionState? decided = null;
        foreach (var (own, upheld, hasReasons) in attempts)
        {
            var refusal = objection.Decide(upheld, hasReasons ? "经核对，作出决定。" : "", own ? s_reviewer : Guid.NewGuid(), s_now);

            Assert.Equal(decided is null && !own && hasReasons, refusal is null);
            decided ??= refusal is not null ? null : upheld ? ObjectionState.Upheld : ObjectionState.Dismissed;
            Assert.Equal(decided ?? ObjectionState.Raised, objection.State);
        }
    });

    [Fact]
    public void A_return_that_was_sent_back_wrongly_stands_again_as_it_was_submitted()
    {
        var report = Submitted(out var version);
        report.Return("请按口径重报。", s_now.AddDays(3), null, s_reviewer, s_now);
        report.Save(new ReportText("改到一半", null, null), s_reporter);

        report.Reconsider(Judgement.Accepted, version);

        Assert.Equal((ReturnStatus.Approved, Judgement.Accepted, version.Progress, null, null), (report.Status, report.Judgement, report.Progress, report.ReturnReason, report.ReturnDueAt));
    }

    private static ProgressReport Returned()
    {
        var report = Submitted();
        Assert.Null(report.Return("请按口径重报。", s_now.AddDays(3), null, s_reviewer, s_now));
        return report;
    }

    private static ProgressReport Submitted() => Submitted(out _);

    private static ProgressReport Submitted(out ReportVersion version)
    {
        var report = new ProgressReport
        {
            GovernmentId = 1,
            DueItemId = Guid.NewGuid(),
            TaskId = Guid.NewGuid(),
            UnitId = Guid.NewGuid(),
            PostId = Guid.NewGuid(),
            Month = new ReportingPeriod(2026, 7),
            Span = "2026-07",
        };
        version = report.Submit(new ReportText("累计建成3600亩。", true, null), unitSignsOff: false, new CheckedReport(Verdict.Behind, [], 1, 0, Guid.NewGuid()), s_reporter, s_now).Value;
        return report;
    }

    private static RaisedDoubt ADoubt(ProgressReport report) => new()
    {
        GovernmentId = 1,
        ReportId = report.Id,
        TaskId = report.TaskId,
        UnitId = report.UnitId,
        PostId = report.PostId,
        Month = report.Month,
        Key = "behind:新建高标准农田",
        Code = default,
        Strength = DoubtStrength.Strong,
        Message = "与年度目标相差较大。",
        Evidence = [],
    };
}
