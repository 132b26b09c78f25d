using Luoshi.Core.Reading;

namespace Luoshi.Core.Reporting;

/// <summary>What may be done with a due item itself. Each rule answers null when it is kept.</summary>
public static class DueItemRules
{
    /// <summary>延期 — asked for before the time is up, to a later time, with a reason.</summary>
    /// <param name="dueAtUtc">The time in force: an earlier extension counts.</param>
    /// <param name="toUtc">The time asked for.</param>
    /// <param name="reason">Why.</param>
    /// <param name="nowUtc">The moment of asking.</param>
    /// <returns>Null, or <c>extension-too-late</c>, <c>extension-not-later</c>, <c>reason-missing</c>.</returns>
    public static Refusal? Extendable(DateTime dueAtUtc, DateTime toUtc, string? reason, DateTime nowUtc) =>
        nowUtc > dueAtUtc ? new Refusal("extension-too-late", "报送时限已过，不能再申请延期。请尽快报送，并在说明里写明迟报原因。")
        : toUtc <= dueAtUtc ? new Refusal("extension-not-later", "延期后的时间应晚于原报送时限，请重新选择。")
        : PlainText.IsNothing(reason) ? new Refusal("reason-missing", "申请延期要写明原因，请填写后再提交。")
        : null;

    /// <summary>免报 — never without a reason.</summary>
    /// <returns>Null, or <c>reason-missing</c>.</returns>
    public static Refusal? Exemptable(string? reason) =>
        PlainText.IsNothing(reason) ? new Refusal("reason-missing", "免报要写明原因，请填写后再确定。") : null;
}
