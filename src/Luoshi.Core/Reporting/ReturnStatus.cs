namespace Luoshi.Core.Reporting;

/// <summary>How far a unit's return has come.</summary>
public enum ReturnStatus
{
    /// <summary>草稿 — being written; also what was withdrawn or not signed off.</summary>
    Draft,

    /// <summary>待签发 — waits for the head of the unit.</summary>
    AwaitingSignOff,

    /// <summary>待审 — waits for the supervision office.</summary>
    InReview,

    /// <summary>已退回 — sent back with a reason, to be mended and submitted again.</summary>
    Returned,

    /// <summary>已通过</summary>
    Approved,

    /// <summary>已入材料 — printed in an issued material.</summary>
    Frozen,
}
