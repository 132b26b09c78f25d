using Luoshi.Core.Calendars;
using Luoshi.Core.Objections;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Supervision;

/// <summary>What became of an <see cref="Objection"/>.</summary>
public enum ObjectionState
{
    /// <summary>待复核.</summary>
    Raised,

    /// <summary>异议成立.</summary>
    Upheld,

    /// <summary>维持原结论.</summary>
    Dismissed,
}

/// <summary>The words for an <see cref="ObjectionState"/>.</summary>
public static class ObjectionStates
{
    public static string Name(this ObjectionState state) => state switch
    {
        ObjectionState.Raised => "待复核",
        ObjectionState.Upheld => "异议成立",
        ObjectionState.Dismissed => "维持原结论",
    };
}

/// <summary>
/// 异议 — a unit disagrees with what the office decided on its return, or with a doubt that the checks raised on it. Somebody who had no part in the decision answers; <see cref="ObjectionClock"/>
/// says within which time.
/// </summary>
public sealed class Objection
{
    public const int LongestText = 2000;

    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid ReportId { get; init; }

    /// <summary>The doubt that is objected to; the return itself where it is to the office's decision.</summary>
    public required Guid SubjectId { get; init; }

    public required Guid TaskId { get; init; }

    public required Guid UnitId { get; init; }

    public required Guid PostId { get; init; }

    /// <summary>The decision as the unit received it: 退回（理由……）, 督查认定：存疑.</summary>
    public required string Decision { get; init; }

    /// <summary>Who decided, and must not answer; null for what the checks raised.</summary>
    public required Guid? DecidedBy { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime DecidedAt { get; init; }

    public required string Grounds { get; init; }

    public required Guid RaisedBy { get; init; }

    public required DateTime RaisedAt { get; init; }

    /// <summary>The last day to answer.</summary>
    public required DateOnly AnswerDue { get; init; }

    public ObjectionState State { get; private set; }

    public string? Answer { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public int Version { get; private set; } = 1;

    public bool IsToDoubt => SubjectId != ReportId;

    /// <summary>提出异议 to the newest decision on a return.</summary>
    /// <returns>It; <c>nothing-to-object</c>, <c>text-too-long</c>, or what <see cref="ObjectionClock.Raisable"/> refuses.</returns>
    public static Outcome<Objection> Raise(ProgressReport report, string? grounds, bool alreadyRaised, WorkdayCalendar calendar, Guid by, DateTime now)
    {
        if (report is not { ReviewedBy: { } reviewer, ReviewedAt: { } reviewedAt } || report is { Status: not ReturnStatus.Returned, Judgement: null or Judgement.Accepted })
        {
            return new Refusal("nothing-to-object", "这条报送没有被退回，认定也没有异议可提。");
        }

        return Raise(report, report.Id, Told(report), reviewer, reviewedAt, grounds, alreadyRaised, calendar, by, now);
    }

    /// <summary>提出异议 to a doubt on a return that was submitted.</summary>
    /// <returns>It; <c>nothing-to-object</c>, <c>text-too-long</c>, or what <see cref="ObjectionClock.Raisable"/> refuses.</returns>
    public static Outcome<Objection> Raise(ProgressReport report, RaisedDoubt doubt, string? grounds, bool alreadyRaised, WorkdayCalendar calendar, Guid by, DateTime now) =>
        report.SubmittedAt is { } submittedAt && doubt.State is DoubtState.Open or DoubtState.Explained
            ? Raise(report, doubt.Id, $"疑点：{doubt.Message}", null, submittedAt, grounds, alreadyRaised, calendar, by, now)
            : new Refusal("nothing-to-object", "这个疑点已经办结，或者报送已经撤回，没有异议可提。");

    /// <summary>复核决定.</summary>
    /// <returns>Null when done; <c>text-too-long</c>, or what <see cref="ObjectionClock.Answerable"/> refuses.</returns>
    public Refusal? Decide(bool upheld, string? answer, Guid by, DateTime now)
    {
        if (answer?.Length > LongestText)
        {
            return new Refusal("text-too-long", $"复核决定有{answer.Length}字，最多{LongestText}字，请删减。");
        }

        if (ObjectionClock.Answerable(by, DecidedBy is { } decider ? [decider] : [], answer, State != ObjectionState.Raised) is { } refusal)
        {
            return refusal;
        }

        (State, Answer, AnsweredBy, AnsweredAt) = (upheld ? ObjectionState.Upheld : ObjectionState.Dismissed, answer!.Trim(), by, now);
        Version++;
        return null;
    }

    /// <summary>Whether it should have been answered. It must be answered all the same.</summary>
    public bool IsOverdue(DateTime now) => State == ObjectionState.Raised && DayOf(now) > AnswerDue;

    private static Outcome<Objection> Raise(
        ProgressReport report, Guid subjectId, string decision, Guid? decidedBy, DateTime decidedAt, string? grounds, bool alreadyRaised, WorkdayCalendar calendar, Guid by, DateTime now)
    {
        if (grounds?.Length > LongestText)
        {
            return new Refusal("text-too-long", $"异议理由有{grounds.Length}字，最多{LongestText}字，请删减，材料可以另附。");
        }

        var today = DayOf(now);
        return ObjectionClock.Raisable(DayOf(decidedAt), today, grounds, alreadyRaised, calendar) is { } refusal ? refusal : new Objection
        {
            GovernmentId = report.GovernmentId,
            ReportId = report.Id,
            SubjectId = subjectId,
            TaskId = report.TaskId,
            UnitId = report.UnitId,
            PostId = report.PostId,
            Decision = decision,
            DecidedBy = decidedBy,
            DecidedAt = decidedAt,
            Grounds = grounds!.Trim(),
            RaisedBy = by,
            RaisedAt = now,
            AnswerDue = ObjectionClock.LastDayToAnswer(today, calendar),
        };
    }

    private static string Told(ProgressReport report) =>
        (report.Status == ReturnStatus.Returned ? $"退回：{report.ReturnReason}" : "")
        + (report.Judgement is { } judgement ? $"{(report.Status == ReturnStatus.Returned ? "；" : "")}督查认定：{judgement.Name()}" : "");

    private static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, BeijingTime.Zone));
}
