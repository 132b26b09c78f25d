namespace Luoshi.Core.Checks;

/// <summary>What a doubt is about. <c>docs/checks.md</c> explains each to a clerk.</summary>
public enum DoubtCode
{
    BehindTarget,
    ZeroValue,
    NotStarted,
    NoResultForTarget,
    StalePeriod,
    CrossRowConflict,
    DuplicateText,
    OffTopic,
    RestatedTarget,
    WrongArithmetic,
    FigureFell,
    CopiedFromLastPeriod,
    UnitJump,
    ApplicationAsResult,
    ProcessOnly,
    ShortfallUnexplained,
    PartialCoverage,
    FutureAsDone,
}

/// <summary>How sure a doubt is.</summary>
public enum DoubtStrength
{
    /// <summary>The text alone proves it: anybody who reads the quoted spans sees it.</summary>
    Strong,

    /// <summary>Worth a look; shown folded.</summary>
    Weak,
}

/// <summary>The words for a <see cref="DoubtCode"/> and a <see cref="DoubtStrength"/>.</summary>
public static class DoubtWords
{
    /// <summary>The contract's word; never changes.</summary>
    public static string Code(this DoubtCode code) => code switch
    {
        DoubtCode.BehindTarget => "behind-target",
        DoubtCode.ZeroValue => "zero-value",
        DoubtCode.NotStarted => "not-started",
        DoubtCode.NoResultForTarget => "no-result-for-target",
        DoubtCode.StalePeriod => "stale-period",
        DoubtCode.CrossRowConflict => "cross-row-conflict",
        DoubtCode.DuplicateText => "duplicate-text",
        DoubtCode.OffTopic => "off-topic",
        DoubtCode.RestatedTarget => "restated-target",
        DoubtCode.WrongArithmetic => "wrong-arithmetic",
        DoubtCode.FigureFell => "figure-fell",
        DoubtCode.CopiedFromLastPeriod => "copied-from-last-period",
        DoubtCode.UnitJump => "unit-jump",
        DoubtCode.ApplicationAsResult => "application-as-result",
        DoubtCode.ProcessOnly => "process-only",
        DoubtCode.ShortfallUnexplained => "shortfall-unexplained",
        DoubtCode.PartialCoverage => "partial-coverage",
        DoubtCode.FutureAsDone => "future-as-done",
    };

    /// <summary>The office's word.</summary>
    public static string Name(this DoubtCode code) => code switch
    {
        DoubtCode.BehindTarget => "低于目标或进度",
        DoubtCode.ZeroValue => "数值为零",
        DoubtCode.NotStarted => "尚未启动",
        DoubtCode.NoResultForTarget => "目标有数、进展无数",
        DoubtCode.StalePeriod => "数据过期",
        DoubtCode.CrossRowConflict => "前后不一致",
        DoubtCode.DuplicateText => "内容雷同",
        DoubtCode.OffTopic => "文不对题",
        DoubtCode.RestatedTarget => "以目标作进展",
        DoubtCode.WrongArithmetic => "数字对不上",
        DoubtCode.FigureFell => "累计数下降",
        DoubtCode.CopiedFromLastPeriod => "照抄上期",
        DoubtCode.UnitJump => "数值突变",
        DoubtCode.ApplicationAsResult => "以申报作完成",
        DoubtCode.ProcessOnly => "只有过程没有结果",
        DoubtCode.ShortfallUnexplained => "未完成未说明",
        DoubtCode.PartialCoverage => "只覆盖一部分",
        DoubtCode.FutureAsDone => "未到时间已写完成",
    };

    /// <summary>The contract's word.</summary>
    public static string Code(this DoubtStrength strength) => strength switch
    {
        DoubtStrength.Strong => "strong",
        DoubtStrength.Weak => "weak",
    };
}
