namespace Luoshi.Core.Reporting;

/// <summary>报送状态 — where a due item stands. Disjoint: an item is in one.</summary>
public enum DueState
{
    /// <summary>未到期 — not opened yet, so nothing is asked.</summary>
    NotDue,

    /// <summary>待报 — open, and there is still time.</summary>
    Due,

    /// <summary>按时</summary>
    OnTime,

    /// <summary>迟报 — came, but after the due time.</summary>
    Late,

    /// <summary>逾期 — did not come, and the due time has passed.</summary>
    Missing,

    /// <summary>免报 — freed from this span, with a reason on record.</summary>
    Exempt,

    /// <summary>自愿报 — not asked for, welcome all the same.</summary>
    Voluntary,
}
