using Luoshi.Core.Checks;
using Luoshi.Core.Reading;

namespace Luoshi.Core.Reporting;

/// <summary>What a step of a return needs besides the right status. Each rule answers null when it is kept.</summary>
public static class ReturnRules
{
    /// <summary>What is submitted says something, and a no says why. A claim that is not asked for is null.</summary>
    /// <returns>Null, or <c>progress-missing</c>, <c>shortfall-unexplained</c>.</returns>
    public static Refusal? Submittable(string? progress, bool? planMet, string? shortfall) =>
        PlainText.IsNothing(progress) ? new Refusal("progress-missing", "还没有填写完成情况，不能报送。请写明做了什么、累计完成多少。")
        : planMet is false && PlainText.IsNothing(shortfall) ? new Refusal("shortfall-unexplained", "选了“否”，请写明原因、补救措施和预计补上的日期。")
        : null;

    /// <summary>Sending back, and opening what was settled, are explained to those who have to act on it.</summary>
    /// <returns>Null, or <c>reason-missing</c>.</returns>
    public static Refusal? Explained(ReturnAction action, string? reason) =>
        NeedsReason(action) && PlainText.IsNothing(reason) ? new Refusal("reason-missing", $"{action.Name()}要写明原因，单位才知道改什么。请填写后再{action.Name()}。") : null;

    /// <summary>Whether the step is one that must be explained.</summary>
    public static bool NeedsReason(ReturnAction action) => action is ReturnAction.Return or ReturnAction.Reopen or ReturnAction.RejectSignOff;

    /// <summary>Nobody signs off, returns or approves what they wrote or signed off themselves.</summary>
    /// <param name="by">Who acts.</param>
    /// <param name="authors">Who wrote any version of the return; at review also who signed it off.</param>
    /// <returns>Null, or <c>own-report</c>.</returns>
    public static Refusal? NotOwn(Guid by, IEnumerable<Guid> authors) =>
        authors.Contains(by) ? new Refusal("own-report", "这条报送是您本人填写或签发的，不能由本人审核、签发。请交其他人办理。") : null;

    /// <summary>Whether a judgement says another thing than the computed verdict. What cannot be computed is contradicted by nothing.</summary>
    public static bool Contradicts(Judgement judgement, Verdict? verdict) => (judgement, verdict) switch
    {
        (Judgement.Accepted, Verdict.Behind) => true,
        (Judgement.Rejected, Verdict.Met or Verdict.Ahead or Verdict.OnTrack) => true,
        _ => false,
    };

    /// <summary>Nothing that anybody has to look into: no doubt, not behind, and no “否”. Such returns may be approved together.</summary>
    public static bool IsQuiet(ReturnStatus status, int doubts, Verdict? verdict, bool? planMet) =>
        status == ReturnStatus.InReview && doubts == 0 && verdict != Verdict.Behind && planMet != false;

    /// <summary>Who judges otherwise than the figures says why.</summary>
    /// <returns>Null, or <c>judgement-unexplained</c>.</returns>
    public static Refusal? Judged(Judgement judgement, Verdict? verdict, string? reason) =>
        Contradicts(judgement, verdict) && PlainText.IsNothing(reason)
            ? new Refusal("judgement-unexplained", $"系统测算为“{verdict!.Value.Name()}”，认定为“{judgement.Name()}”，两者不一致，请写明认定的理由。")
            : null;

    /// <summary>A return that is sent back has a day of its own, which lies ahead.</summary>
    /// <returns>Null, or <c>return-deadline-past</c>.</returns>
    public static Refusal? Deadline(DateTime untilUtc, DateTime nowUtc) =>
        untilUtc > nowUtc ? null : new Refusal("return-deadline-past", "重新报送的时限已经过了，请另选一个今后的时间。");
}
