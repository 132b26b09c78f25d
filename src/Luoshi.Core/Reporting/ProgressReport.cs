using Luoshi.Core.Checks;

namespace Luoshi.Core.Reporting;

/// <summary>报送 — one unit's return on one due item. What was submitted is kept version by version in <see cref="ReportVersion"/>.</summary>
public sealed class ProgressReport
{
    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid DueItemId { get; init; }

    public required Guid TaskId { get; init; }

    public required Guid UnitId { get; init; }

    public required Guid PostId { get; init; }

    public required ReportingPeriod Month { get; init; }

    /// <summary>The key of the span reported on.</summary>
    public required string Span { get; init; }

    public ReturnStatus Status { get; private set; }

    public string? Progress { get; private set; }

    /// <summary>是否完成月度计划, the unit's own claim.</summary>
    public bool? PlanMet { get; private set; }

    public string? Shortfall { get; private set; }

    /// <summary>The figures of <see cref="Progress"/> that the unit confirmed; those whose words left the text are gone.</summary>
    public List<ConfirmedReading> Readings { get; private set; } = [];

    /// <summary>Grows with every change: whoever saves must have seen the one before.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>How many times it was submitted.</summary>
    public int Submissions { get; private set; }

    public Guid? WrittenBy { get; private set; }

    public Guid? SubmittedBy { get; private set; }

    /// <summary>When it was submitted last, in UTC.</summary>
    public DateTime? SubmittedAt { get; private set; }

    public Guid? SignedOffBy { get; private set; }

    public Guid? ReviewedBy { get; private set; }

    public DateTime? ReviewedAt { get; private set; }

    /// <summary>Why it was returned or opened again; null otherwise.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>Until when a returned one is to come back, in UTC.</summary>
    public DateTime? ReturnDueAt { get; private set; }

    /// <summary>督查认定; null before the review.</summary>
    public Judgement? Judgement { get; private set; }

    /// <summary>Why the judgement is another than the computed verdict; null where they agree.</summary>
    public string? JudgementReason { get; private set; }

    /// <summary>系统测算 of what was submitted last.</summary>
    public Verdict? Verdict { get; private set; }

    /// <summary>The targets as it answers them.</summary>
    public List<TargetStanding> Standings { get; private set; } = [];

    public int StrongDoubts { get; private set; }

    public int WeakDoubts { get; private set; }

    /// <summary>The rules that it was checked by; see <see cref="RuleSet"/>.</summary>
    public Guid? RuleSetId { get; private set; }

    public ReportText Text => new(Progress, PlanMet, Shortfall);

    public bool IsSubmitted => Status is ReturnStatus.AwaitingSignOff or ReturnStatus.InReview or ReturnStatus.Approved or ReturnStatus.Frozen;

    /// <summary>What an old material says of the item: it stands as it was printed. It counts as reported in time, for nobody knows better, and never in the future.</summary>
    public static (ProgressReport Report, ReportVersion Version) Archive(DueItem item, ReportText text, CheckedReport findings, Guid by, DateTime now)
    {
        var at = item.Deadline < now ? item.Deadline : now;
        var report = new ProgressReport
        {
            GovernmentId = item.GovernmentId,
            DueItemId = item.Id,
            TaskId = item.TaskId,
            UnitId = item.UnitId,
            PostId = item.PostId,
            Month = item.Month,
            Span = item.Span,
            Status = ReturnStatus.Frozen,
            SubmittedBy = by,
            SubmittedAt = at,
            Submissions = 1,
            Verdict = findings.Verdict,
            Standings = findings.Standings,
            StrongDoubts = findings.StrongDoubts,
            WeakDoubts = findings.WeakDoubts,
            RuleSetId = findings.RuleSetId,
        };
        report.Write(text, by);
        return (report, ReportVersion.Of(report, at));
    }

    /// <summary>存草稿.</summary>
    /// <returns>Null when it is saved; <c>report-not-editable</c> or <c>text-too-long</c>.</returns>
    public Refusal? Save(ReportText text, Guid by)
    {
        if (ReturnTransitions.Next(Status, ReturnAction.Save, unitSignsOff: false).Refusal is { } refusal)
        {
            return refusal;
        }

        if (text.TooLong() is { } tooLong)
        {
            return tooLong;
        }

        Write(text, by);
        Version++;
        return null;
    }

    /// <summary>核对 — says of the figures that were read from the text what they are.</summary>
    /// <returns>Null when it is kept; <c>report-not-editable</c>.</returns>
    public Refusal? Confirm(IEnumerable<ConfirmedReading> readings)
    {
        if (ReturnTransitions.Next(Status, ReturnAction.Save, unitSignsOff: false).Refusal is { } refusal)
        {
            return refusal;
        }

        Readings = StillThere(readings);
        Version++;
        return null;
    }

    /// <summary>报送, with what the checks found in the text.</summary>
    /// <returns>The version that is kept; <c>report-not-editable</c>, <c>text-too-long</c>, or what <see cref="ReturnRules.Submittable"/> refuses.</returns>
    public Outcome<ReportVersion> Submit(ReportText text, bool unitSignsOff, CheckedReport findings, Guid by, DateTime now)
    {
        var next = ReturnTransitions.Next(Status, ReturnAction.Submit, unitSignsOff);
        if (next.Refusal is { } refusal)
        {
            return refusal;
        }

        if (text.TooLong() is { } tooLong)
        {
            return tooLong;
        }

        if (ReturnRules.Submittable(text.Progress, text.PlanMet, text.Shortfall) is { } incomplete)
        {
            return incomplete;
        }

        Write(text, by);
        (Status, SubmittedBy, SubmittedAt) = (next.Value, by, now);
        (SignedOffBy, ReviewedBy, ReviewedAt, Judgement, JudgementReason) = (null, null, null, null, null);
        (Verdict, Standings, StrongDoubts, WeakDoubts, RuleSetId) = (findings.Verdict, findings.Standings, findings.StrongDoubts, findings.WeakDoubts, findings.RuleSetId);
        Submissions++;
        Version++;
        return ReportVersion.Of(this, now);
    }

    /// <summary>签发 by the unit's head.</summary>
    /// <returns>Null when done; otherwise why not.</returns>
    public Refusal? SignOff(Guid by)
    {
        var next = ReturnTransitions.Next(Status, ReturnAction.SignOff, unitSignsOff: true);
        if (next.Refusal is { } refusal)
        {
            return refusal;
        }

        (Status, SignedOffBy) = (next.Value, by);
        Version++;
        return null;
    }

    /// <summary>签发退回: back to whoever filled it in, with the reason.</summary>
    /// <returns>Null when done; otherwise why not.</returns>
    public Refusal? RejectSignOff(string reason) => SendBack(ReturnAction.RejectSignOff, reason, null);

    /// <summary>撤回 before the office has looked at it.</summary>
    /// <returns>Null when done; otherwise why not.</returns>
    public Refusal? Withdraw()
    {
        var next = ReturnTransitions.Next(Status, ReturnAction.Withdraw, unitSignsOff: false);
        if (next.Refusal is { } refusal)
        {
            return refusal;
        }

        (Status, SubmittedBy, SubmittedAt, SignedOffBy) = (next.Value, null, null, null);
        Version++;
        return null;
    }

    /// <summary>退回 by the office, with the reason and a deadline of its own.</summary>
    /// <returns>Null when done; <c>own-report</c>, <c>return-deadline-past</c> or why not.</returns>
    public Refusal? Return(string reason, DateTime dueAt, Judgement? judgement, Guid by, DateTime now)
    {
        if (ReturnRules.NotOwn(by, Authors) is { } own)
        {
            return own;
        }

        if (ReturnRules.Deadline(dueAt, now) is { } past)
        {
            return past;
        }

        if (SendBack(ReturnAction.Return, reason, dueAt) is { } refusal)
        {
            return refusal;
        }

        (ReviewedBy, ReviewedAt, Judgement) = (by, now, judgement);
        return null;
    }

    /// <summary>撤销退回 — it waits for review again as it was submitted.</summary>
    /// <param name="submitted">What the unit submitted last; null where it never did.</param>
    /// <returns>Null when done; otherwise why not, as <see cref="RefuseRecall"/> says.</returns>
    public Refusal? RecallReturn(ReportVersion? submitted)
    {
        if (RefuseRecall(submitted) is { } refusal)
        {
            return refusal;
        }

        (Status, ReturnReason, ReturnDueAt) = (ReturnStatus.InReview, null, null);
        (ReviewedBy, ReviewedAt, Judgement) = (null, null, null);
        Version++;
        return null;
    }

    /// <summary>Why a return cannot be recalled; null when it can: the unit has not begun to mend it. What was opened again after it was settled is not recalled.</summary>
    /// <returns>Null, <c>report-not-returned</c> or <c>report-taken-up</c>.</returns>
    public Refusal? RefuseRecall(ReportVersion? submitted) =>
        Status != ReturnStatus.Returned || ReviewedAt is null || submitted is null ? new Refusal("report-not-returned", $"这条报送现在是“{Status.Name()}”，没有可以撤销的退回。请刷新后再看。")
        : Text != new ReportText(submitted.Progress, submitted.PlanMet, submitted.Shortfall) ? new Refusal("report-taken-up", "单位已经动手修改，退回不能撤销。请等单位重报后再审。")
        : null;

    /// <inheritdoc cref="ReturnRules.IsQuiet"/>
    public bool IsQuiet => ReturnRules.IsQuiet(Status, StrongDoubts + WeakDoubts, Verdict, PlanMet);

    /// <summary>通过, with the reviewer's judgement, and why where it is another than the computed verdict.</summary>
    /// <returns>Null when done; <c>own-report</c>, <c>judgement-unexplained</c> or why not.</returns>
    public Refusal? Approve(Judgement judgement, string? reason, Guid by, DateTime now)
    {
        var next = ReturnTransitions.Next(Status, ReturnAction.Approve, unitSignsOff: false);
        if (next.Refusal is { } refusal)
        {
            return refusal;
        }

        if (ReturnRules.NotOwn(by, Authors) is { } own)
        {
            return own;
        }

        if (ReturnRules.Judged(judgement, Verdict, reason) is { } unexplained)
        {
            return unexplained;
        }

        (Status, ReviewedBy, ReviewedAt, Judgement) = (next.Value, by, now, judgement);
        JudgementReason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        (ReturnReason, ReturnDueAt) = (null, null);
        Version++;
        return null;
    }

    /// <summary>入材料: an issued material holds it.</summary>
    /// <returns>Null when done; otherwise why not.</returns>
    public Refusal? Freeze()
    {
        var next = ReturnTransitions.Next(Status, ReturnAction.Freeze, unitSignsOff: false);
        if (next.Refusal is { } refusal)
        {
            return refusal;
        }

        Status = next.Value;
        Version++;
        return null;
    }

    /// <summary>重新开放 of what was approved or stands in a material, with the reason.</summary>
    /// <returns>Null when done; otherwise why not.</returns>
    public Refusal? Reopen(string reason, DateTime dueAt) => SendBack(ReturnAction.Reopen, reason, dueAt);

    /// <summary>
    /// 复核 — the judgement after an objection was upheld. The decision is the objection's. What had been sent back stands again as it was submitted: what
    /// the unit began to write since is given up with the demand to write it.
    /// </summary>
    public void Reconsider(Judgement judgement, ReportVersion submitted)
    {
        if (Status == ReturnStatus.Returned)
        {
            Write(new ReportText(submitted.Progress, submitted.PlanMet, submitted.Shortfall), submitted.SubmittedBy);
            (Status, ReturnReason, ReturnDueAt) = (ReturnStatus.Approved, null, null);
        }

        Judgement = judgement;
        Version++;
    }

    private IEnumerable<Guid> Authors => new[] { WrittenBy, SubmittedBy, SignedOffBy }.OfType<Guid>();

    private Refusal? SendBack(ReturnAction action, string reason, DateTime? dueAt)
    {
        var next = ReturnTransitions.Next(Status, action, unitSignsOff: true);
        if (next.Refusal is { } refusal)
        {
            return refusal;
        }

        if (ReturnRules.Explained(action, reason) is { } missing)
        {
            return missing;
        }

        (Status, ReturnReason, ReturnDueAt) = (next.Value, reason.Trim(), dueAt);
        (ReviewedBy, ReviewedAt, Judgement, JudgementReason) = (null, null, null, null);

        // A return may be recalled: who signed off what was submitted is still who did, and still may not review it.
        SignedOffBy = action == ReturnAction.Return ? SignedOffBy : null;
        Version++;
        return null;
    }

    private void Write(ReportText text, Guid by)
    {
        (Progress, PlanMet, Shortfall, WrittenBy) = (text.Progress, text.PlanMet, text.Shortfall, by);
        Readings = StillThere(Readings);
    }

    private List<ConfirmedReading> StillThere(IEnumerable<ConfirmedReading> readings) =>
        [.. readings.Where(reading => Progress?.Contains(reading.Quote, StringComparison.Ordinal) == true)];
}

/// <summary>What the checks found in a text, as far as lists show it.</summary>
public sealed record CheckedReport(Verdict Verdict, List<TargetStanding> Standings, int StrongDoubts, int WeakDoubts, Guid RuleSetId)
{
    public static CheckedReport Of(TaskCheck check, Guid ruleSetId)
    {
        var doubts = RaisedDoubt.Distinct(check.Doubts).ToLookup(doubt => doubt.Strength);
        return new(check.Verdict, TargetStanding.Of(check), doubts[DoubtStrength.Strong].Count(), doubts[DoubtStrength.Weak].Count(), ruleSetId);
    }
}

/// <summary>A return as it was submitted. Never changes.</summary>
public sealed class ReportVersion
{
    public required int GovernmentId { get; init; }

    public required Guid ReportId { get; init; }

    /// <summary>The first submission is 1.</summary>
    public required int Submission { get; init; }

    public required string Progress { get; init; }

    public required bool? PlanMet { get; init; }

    public required string? Shortfall { get; init; }

    public required Guid SubmittedBy { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime SubmittedAt { get; init; }

    public static ReportVersion Of(ProgressReport report, DateTime now) => new()
    {
        GovernmentId = report.GovernmentId,
        ReportId = report.Id,
        Submission = report.Submissions,
        Progress = report.Progress!,
        PlanMet = report.PlanMet,
        Shortfall = report.Shortfall,
        SubmittedBy = report.SubmittedBy!.Value,
        SubmittedAt = now,
    };
}
