namespace Luoshi.Core.Reporting;

/// <summary>报送频次 — how often a unit reports on a task. Only a due task is asked for.</summary>
public enum ReportingFrequency
{
    Weekly,
    Biweekly,
    Monthly,
    Quarterly,
    HalfYearly,
    Yearly,
}
