namespace Luoshi.Samples.Returns;

/// <summary>How one unit is used to sending its monthly return: the file, the columns and the dirt that comes with them.</summary>
internal sealed record ReturnHabit
{
    public required ReturnFormat Format { get; init; }

    public required IReadOnlyList<ReturnColumn> Columns { get; init; }

    public LeaderPlacement Leaders { get; init; } = LeaderPlacement.LineAbove;

    /// <summary>The title of the return; <c>{U}</c> is the unit, <c>{M}</c> the month.</summary>
    public string Title { get; init; } = "{U}2024年{M}月重点工作完成情况";

    public string Kept { get; init; } = "是";

    public string Missed { get; init; } = "否";

    /// <summary>What stands in a cell when there is nothing to say.</summary>
    public string Nothing { get; init; } = "/";

    public Dirt Dirt { get; init; }
}

/// <summary>The file a unit sends.</summary>
internal enum ReturnFormat
{
    Word,
    Excel,

    /// <summary>Tab-separated rows under title and leader lines.</summary>
    Text,
    Csv,

    /// <summary>No table at all: a numbered line per task, then one line per field.</summary>
    Paragraphs,
}

/// <summary>Where a return says which leader a task belongs to.</summary>
internal enum LeaderPlacement
{
    LineAbove,
    BannerRow,
    Column,
    SheetName,
    Absent,
}

/// <summary>What a column holds.</summary>
internal enum ReturnField
{
    Number,
    Frequency,
    Content,
    Target,
    Leader,
    LeadUnits,
    Deadline,
    Progress,
    PlanMet,
    Shortfall,
    Remark,
    Contact,
}

/// <summary>A column under the header the unit gives it; <c>{M}</c> is the month, a line break stands as it is in the cell.</summary>
internal sealed record ReturnColumn(ReturnField Field, string Header);

/// <summary>What makes real files hard to read. Each return has the dirt of its unit, the same every month.</summary>
[Flags]
internal enum Dirt
{
    None = 0,
    OwnNumbering = 1 << 0,
    AutomaticNumbering = 1 << 1,
    RepeatedHeader = 1 << 2,
    TornRow = 1 << 3,
    TrackedChanges = 1 << 4,
    ContentControls = 1 << 5,
    SoftBreaks = 1 << 6,
    BlankRows = 1 << 7,
    HiddenColumn = 1 << 8,
    HiddenRow = 1 << 9,
    RichStrings = 1 << 10,
    InlineStrings = 1 << 11,
    Gb18030 = 1 << 12,
    FullWidthDigits = 1 << 13,
    SpacedDigits = 1 << 14,
    SignedFooter = 1 << 15,
    MarkupLeft = 1 << 16,
    ByteOrderMark = 1 << 17,
    MergedLeaderCells = 1 << 18,
    HiddenSheet = 1 << 19,
}
