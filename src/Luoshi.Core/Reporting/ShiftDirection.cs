namespace Luoshi.Core.Reporting;

/// <summary>Where a due day goes that is no workday.</summary>
public enum ShiftDirection
{
    /// <summary>提前 — to the last workday before it.</summary>
    Earlier,

    /// <summary>顺延 — to the first workday after it.</summary>
    Later,

    /// <summary>不调整 — it stays.</summary>
    None,
}
