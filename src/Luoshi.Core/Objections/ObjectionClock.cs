using Luoshi.Core.Calendars;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reading;

namespace Luoshi.Core.Objections;

/// <summary>
/// 异议、复核 — a unit may object to a decision within 30 days of receiving it; it is answered within 30 days by somebody who had no part in
/// it (《政府督查工作条例》第十七条). Each rule answers null when it is kept.
/// </summary>
public static class ObjectionClock
{
    private const int Days = 30;

    /// <summary>The last day to object.</summary>
    public static DateOnly LastDayToRaise(DateOnly received, WorkdayCalendar calendar) => LastDay(received, calendar);

    /// <summary>The last day to answer.</summary>
    public static DateOnly LastDayToAnswer(DateOnly raised, WorkdayCalendar calendar) => LastDay(raised, calendar);

    /// <summary>Whether an objection that is still open should have been answered. It must be answered all the same.</summary>
    public static bool IsAnswerOverdue(DateOnly raised, DateOnly today, WorkdayCalendar calendar) => today > LastDayToAnswer(raised, calendar);

    /// <param name="received">The day on which the unit received the decision.</param>
    /// <param name="today">The day of objecting.</param>
    /// <param name="grounds">Why the unit thinks otherwise.</param>
    /// <param name="alreadyRaised">Whether it has objected to this decision before.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <returns>Null, or <c>objection-already-raised</c>, <c>objection-too-early</c>, <c>objection-too-late</c>, <c>objection-grounds-missing</c>.</returns>
    public static Refusal? Raisable(DateOnly received, DateOnly today, string? grounds, bool alreadyRaised, WorkdayCalendar calendar)
    {
        var last = LastDayToRaise(received, calendar);
        return alreadyRaised ? new Refusal("objection-already-raised", "这项结论已经提出过异议，不用再提。补充材料请附在原来的异议后面。")
            : today < received ? new Refusal("objection-too-early", $"收到结论的日期是{received.InWords()}，还没有到，请核对日期。")
            : today > last ? new Refusal("objection-too-late", $"提出异议的时限是收到结论之日起{Days}日，已于{last.InWords()}届满。有新情况的，请在下期报送中说明。")
            : PlainText.IsNothing(grounds) ? new Refusal("objection-grounds-missing", "请写明对哪一点有异议、事实和依据是什么，再提交。")
            : null;
    }

    /// <param name="reviewer">Who answers.</param>
    /// <param name="decidedBy">Who had a part in the decision.</param>
    /// <param name="answer">What is decided, and why.</param>
    /// <param name="alreadyAnswered">Whether it has its answer.</param>
    /// <returns>Null, or <c>objection-already-answered</c>, <c>objection-own-decision</c>, <c>objection-answer-missing</c>.</returns>
    public static Refusal? Answerable(Guid reviewer, IEnumerable<Guid> decidedBy, string? answer, bool alreadyAnswered) =>
        alreadyAnswered ? new Refusal("objection-already-answered", "这条异议已经作出复核决定，不能再改。")
        : decidedBy.Contains(reviewer) ? new Refusal("objection-own-decision", "您参与了原来的结论，复核时应当回避。请交没有参与的人员复核。")
        : PlainText.IsNothing(answer) ? new Refusal("objection-answer-missing", "请写明复核决定和理由，再提交。")
        : null;

    // The first day is not counted, and a period that ends on a free day ends on the next workday: 《民法典》第二百零一条、第二百零三条.
    private static DateOnly LastDay(DateOnly from, WorkdayCalendar calendar) => calendar.OnOrAfter(from.AddDays(Days));
}
