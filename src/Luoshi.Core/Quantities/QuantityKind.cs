namespace Luoshi.Core.Quantities;

/// <summary>What sort of figure it is, which decides how a target and a reading may be compared.</summary>
public enum QuantityKind
{
    /// <summary>增长5%, 下降2个百分点, 持平: a change. A fall has a negative value.</summary>
    Growth,

    /// <summary>稳定在7万亩, PM2.5降至30微克/立方米: where something stands; nothing is added up over the year.</summary>
    Level,

    /// <summary>Things that are counted: 个, 家, 人, 套.</summary>
    Count,

    /// <summary>Money, area, length, weight, energy: things that are measured and add up.</summary>
    Amount,

    /// <summary>A rate or share in per cent: 覆盖率80%, 占比27%.</summary>
    Ratio,

    /// <summary>控制在5.5%以内: what must not be passed.</summary>
    Ceiling,

    /// <summary>位居全市第二: smaller is better.</summary>
    Rank,

    /// <summary>How much of a plan, a target or a work has been done: 完成年度计划的53.3%, 完成总工程量的40%.</summary>
    ShareOfPlan,

    /// <summary>A day, month, quarter or half year by which a thing is to be, or was, done.</summary>
    Deadline,
}

/// <summary>How the thing measured relates to the value.</summary>
public enum Comparator
{
    AtLeast,
    AtMost,
    Equal,
    GreaterThan,
    LessThan,
    About,
}

/// <summary>What the text says the figure for.</summary>
public enum QuantityRole
{
    /// <summary>What is promised.</summary>
    Target,

    /// <summary>What has come about.</summary>
    Result,

    /// <summary>What is to come about later: 7月交付125套 in April.</summary>
    Plan,

    /// <summary>Where something started: the A of 由A提高到B, 去年的 figure beside this year's.</summary>
    Baseline,

    /// <summary>A difference from another figure: 完成率较去年同期提高12.6个百分点, 超序时进度7个百分点.</summary>
    Comparison,

    /// <summary>A promise said again where progress is asked for: 年度目标3000套.</summary>
    Restated,
}

/// <summary>Which field a text is, which decides what its figures are by default.</summary>
public enum QuantityField
{
    /// <summary>工作内容: figures are targets.</summary>
    Content,

    /// <summary>完成情况: figures are results.</summary>
    Progress,
}
