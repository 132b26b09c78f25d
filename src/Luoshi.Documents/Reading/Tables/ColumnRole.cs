namespace Luoshi.Documents.Reading.Tables;

/// <summary>What a column says of a task.</summary>
internal enum ColumnRole
{
    Number,
    Frequency,
    Content,
    Target,
    Leader,
    LeadUnits,

    /// <summary>责任单位: lead or supporting, as the neighbours decide.</summary>
    ResponsibleUnits,
    SupportingUnits,
    Deadline,
    Progress,
    PlanMet,
    Shortfall,

    /// <summary>A column without a field of its own; kept under its own header.</summary>
    Other,
}
