namespace Luoshi.Core.Reminding;

/// <summary>How urgent a line of a reminder is; the most urgent first.</summary>
public enum ReminderStage
{
    /// <summary>已逾期</summary>
    Overdue,

    /// <summary>今天到期</summary>
    DueToday,

    /// <summary>即将到期</summary>
    Ahead,
}
