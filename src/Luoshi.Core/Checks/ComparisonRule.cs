namespace Luoshi.Core.Checks;

/// <summary>The rule by which a target and a reading were compared, or why they were not. <c>docs/checks.md</c> explains each.</summary>
public enum ComparisonRule
{
    /// <summary>A volume against the plan's own point for the month.</summary>
    PlanPoint,

    /// <summary>A volume of which the plan's first point is still to come.</summary>
    PlanNotDue,

    /// <summary>A level that the plan raises month by month.</summary>
    PlanLevel,

    /// <summary>Deliveries of later months that the unit lists itself and that add up to the target.</summary>
    StatedSchedule,

    /// <summary>A volume that has reached its target.</summary>
    VolumeReached,

    /// <summary>A volume that only its parts answer, each of which the target names.</summary>
    SumOfParts,

    /// <summary>A volume against the share of the year that the reading covers.</summary>
    VolumeAgainstTime,

    /// <summary>A volume against the share of the time up to the task's own deadline.</summary>
    VolumeAgainstDeadline,

    /// <summary>由A提高到B: the share of the way against time.</summary>
    WayAgainstTime,

    /// <summary>A growth rate against its target, whatever the month.</summary>
    GrowthFlat,

    /// <summary>A level or rate against its target, whatever the month.</summary>
    LevelFlat,

    /// <summary>What must stay under its target.</summary>
    Ceiling,

    /// <summary>A place, the smaller the better.</summary>
    Rank,

    /// <summary>Done by its date.</summary>
    DateKept,

    /// <summary>Done after its date.</summary>
    DatePassed,

    /// <summary>The date is still to come.</summary>
    DateAhead,

    /// <summary>The date has come and nothing is said of it.</summary>
    DateUnanswered,

    /// <summary>No figure answers the target.</summary>
    NoFigure,

    /// <summary>A part of the district, or another place.</summary>
    OtherScope,

    /// <summary>申报 for 认定, 开工 for 建成.</summary>
    OtherStage,

    /// <summary>A figure of one month or of another year.</summary>
    OtherPeriod,

    /// <summary>A share of the work, where a number of things is asked for.</summary>
    ShareOfWork,

    /// <summary>Another measure of the same sort.</summary>
    OtherMeasure,

    /// <summary>Several figures for one measure, none of them the total; or a total where so many are asked for of each.</summary>
    SeveralFigures,

    /// <summary>The target is told by another figure: 不低于全市平均.</summary>
    RelativeTarget,

    /// <summary>A figure too large or incomplete to compare.</summary>
    FigureUnreadable,
}

/// <summary>The words for a <see cref="ComparisonRule"/>.</summary>
public static class ComparisonRuleWords
{
    /// <summary>The name that other programs may rely on; never changes.</summary>
    public static string Id(this ComparisonRule rule) => rule switch
    {
        ComparisonRule.PlanPoint => "plan-point",
        ComparisonRule.PlanNotDue => "plan-not-due",
        ComparisonRule.PlanLevel => "plan-level",
        ComparisonRule.StatedSchedule => "stated-schedule",
        ComparisonRule.VolumeReached => "volume-reached",
        ComparisonRule.SumOfParts => "sum-of-parts",
        ComparisonRule.VolumeAgainstTime => "volume-against-time",
        ComparisonRule.VolumeAgainstDeadline => "volume-against-deadline",
        ComparisonRule.WayAgainstTime => "way-against-time",
        ComparisonRule.GrowthFlat => "growth-flat",
        ComparisonRule.LevelFlat => "level-flat",
        ComparisonRule.Ceiling => "ceiling",
        ComparisonRule.Rank => "rank",
        ComparisonRule.DateKept => "date-kept",
        ComparisonRule.DatePassed => "date-passed",
        ComparisonRule.DateAhead => "date-ahead",
        ComparisonRule.DateUnanswered => "date-unanswered",
        ComparisonRule.NoFigure => "no-figure",
        ComparisonRule.OtherScope => "other-scope",
        ComparisonRule.OtherStage => "other-stage",
        ComparisonRule.OtherPeriod => "other-period",
        ComparisonRule.ShareOfWork => "share-of-work",
        ComparisonRule.OtherMeasure => "other-measure",
        ComparisonRule.SeveralFigures => "several-figures",
        ComparisonRule.RelativeTarget => "relative-target",
        ComparisonRule.FigureUnreadable => "figure-unreadable",
    };
}
