namespace Luoshi.Core.Reporting;

/// <summary>What can be done with a return.</summary>
public enum ReturnAction
{
    /// <summary>保存</summary>
    Save,

    /// <summary>报送</summary>
    Submit,

    /// <summary>签发 — by the head of the unit.</summary>
    SignOff,

    /// <summary>退回修改 — by the head of the unit, with a reason.</summary>
    RejectSignOff,

    /// <summary>撤回 — by the unit, until it is reviewed.</summary>
    Withdraw,

    /// <summary>退回 — by the supervision office, with a reason.</summary>
    Return,

    /// <summary>通过</summary>
    Approve,

    /// <summary>入材料</summary>
    Freeze,

    /// <summary>重新打开 — for mending after approval, with a reason.</summary>
    Reopen,
}
