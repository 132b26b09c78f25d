namespace Luoshi.Core.Reporting;

/// <summary>
/// The one table of what follows what. Nothing is approved that was not submitted, nothing is frozen that was not approved, and what was
/// approved or frozen changes only after it was reopened: it then lies with the unit again, as one that was returned.
/// </summary>
public static class ReturnTransitions
{
    /// <summary>Where the action leads, or a refusal that says what to do instead.</summary>
    /// <param name="from">Where the return stands.</param>
    /// <param name="action">What is to be done with it.</param>
    /// <param name="unitSignsOff">Whether the unit's head signs off what it submits.</param>
    /// <returns>
    /// The new status, or <c>report-not-editable</c>, <c>report-not-submitted</c>, <c>report-not-signed-off</c>, <c>report-not-awaiting-sign-off</c>,
    /// <c>report-already-reviewed</c>, <c>report-not-approved</c>, <c>report-already-frozen</c>.
    /// </returns>
    public static Outcome<ReturnStatus> Next(ReturnStatus from, ReturnAction action, bool unitSignsOff) => (from, action) switch
    {
        (ReturnStatus.Draft or ReturnStatus.Returned, ReturnAction.Save) => from,
        (ReturnStatus.Draft or ReturnStatus.Returned, ReturnAction.Submit) => unitSignsOff ? ReturnStatus.AwaitingSignOff : ReturnStatus.InReview,
        (ReturnStatus.AwaitingSignOff, ReturnAction.SignOff) => ReturnStatus.InReview,
        (ReturnStatus.AwaitingSignOff, ReturnAction.RejectSignOff) => ReturnStatus.Draft,
        (ReturnStatus.AwaitingSignOff or ReturnStatus.InReview, ReturnAction.Withdraw) => ReturnStatus.Draft,
        (ReturnStatus.InReview, ReturnAction.Return) => ReturnStatus.Returned,
        (ReturnStatus.InReview, ReturnAction.Approve) => ReturnStatus.Approved,
        (ReturnStatus.Approved, ReturnAction.Freeze) => ReturnStatus.Frozen,
        (ReturnStatus.Approved or ReturnStatus.Frozen, ReturnAction.Reopen) => ReturnStatus.Returned,
        _ => Refused(from, action),
    };

    /// <summary>What may be done from here, in the order of <see cref="ReturnAction"/>: the buttons to offer.</summary>
    public static IReadOnlyList<ReturnAction> Allowed(ReturnStatus from) =>
        [.. Enum.GetValues<ReturnAction>().Where(action => Next(from, action, unitSignsOff: false).Refusal is null)];

    public static string Name(this ReturnStatus status) => status switch
    {
        ReturnStatus.Draft => "草稿",
        ReturnStatus.AwaitingSignOff => "待签发",
        ReturnStatus.InReview => "待审",
        ReturnStatus.Returned => "已退回",
        ReturnStatus.Approved => "已通过",
        ReturnStatus.Frozen => "已入材料",
    };

    public static string Name(this ReturnAction action) => action switch
    {
        ReturnAction.Save => "保存",
        ReturnAction.Submit => "报送",
        ReturnAction.SignOff => "签发",
        ReturnAction.RejectSignOff => "退回修改",
        ReturnAction.Withdraw => "撤回",
        ReturnAction.Return => "退回",
        ReturnAction.Approve => "通过",
        ReturnAction.Freeze => "入材料",
        ReturnAction.Reopen => "重新打开",
    };

    private static Refusal Refused(ReturnStatus from, ReturnAction action) => action switch
    {
        ReturnAction.Save or ReturnAction.Submit => NotEditable(from),
        ReturnAction.SignOff or ReturnAction.RejectSignOff => new Refusal("report-not-awaiting-sign-off", $"这条报送现在是“{from.Name()}”，不在待签发之列。请刷新页面后再看。"),
        ReturnAction.Withdraw when IsWithUnit(from) => new Refusal("report-not-submitted", "这条报送没有报出，不用撤回，请直接修改。"),
        ReturnAction.Withdraw => new Refusal("report-already-reviewed", $"这条报送{from.Name()}，不能撤回。确需修改的，请联系督查部门重新打开。"),
        ReturnAction.Return or ReturnAction.Approve => NotReviewable(from),
        ReturnAction.Freeze when from == ReturnStatus.Frozen => new Refusal("report-already-frozen", "这条报送已经入过材料，不用再入。"),
        ReturnAction.Freeze => new Refusal("report-not-approved", $"这条报送现在是“{from.Name()}”，审核通过后才能入材料。"),
        ReturnAction.Reopen => new Refusal("report-not-approved", $"这条报送现在是“{from.Name()}”，只有已通过、已入材料的才需要重新打开。"),
    };

    private static Refusal NotEditable(ReturnStatus from) => new("report-not-editable", from switch
    {
        ReturnStatus.AwaitingSignOff => "这条报送正在等单位负责人签发，不能修改。要改的，请先撤回。",
        ReturnStatus.InReview => "这条报送正在审核，不能修改。要改的，请先撤回。",
        _ => $"这条报送{from.Name()}，不能修改。确需修改的，请联系督查部门重新打开。",
    });

    private static Refusal NotReviewable(ReturnStatus from) =>
        IsWithUnit(from) ? new("report-not-submitted", $"这条报送现在是“{from.Name()}”，单位报出后才能审核。可以先催报。")
        : from == ReturnStatus.AwaitingSignOff ? new("report-not-signed-off", "这条报送还没有经单位负责人签发，签发后才能审核。")
        : new("report-already-reviewed", $"这条报送{from.Name()}，不用再审。发现问题的，请写明原因后重新打开。");

    private static bool IsWithUnit(ReturnStatus status) => status is ReturnStatus.Draft or ReturnStatus.Returned;
}
