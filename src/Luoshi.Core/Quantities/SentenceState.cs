using Luoshi.Core.Reporting;

namespace Luoshi.Core.Quantities;

/// <summary>What earlier words of the sentence say about later figures. A semicolon ends the topic, a full stop everything.</summary>
internal sealed class SentenceState
{
    private static readonly string[] ProjectUnits = ["个", "项", "家"];

    /// <summary>What the last figure measured, for those that follow without a noun.</summary>
    public string? Topic { get; set; }

    public string TopicUnit { get; set; } = "";

    /// <summary>What the last figure of the clause measured, by whatever noun: 剩余992户3925人.</summary>
    public string? LastMetric { get; set; }

    /// <summary>The last topic of the clause told in a unit: 问题46个，销号率92%，剩余4个 are 问题 again.</summary>
    public Dictionary<string, string> TopicByUnit { get; } = [];

    /// <summary>Whether the last figure counts what nothing names, and the one directly behind it does: 惠及636户<b>1463人</b>.</summary>
    public bool CountsUnnamed { get; set; }

    /// <summary>The project or enterprise the topic is told of.</summary>
    public string? TopicScope { get; set; }

    /// <summary>Every topic of the clause, for 分别 behind them all.</summary>
    public List<string> Topics { get; } = [];

    /// <summary>What the clause, or the sentence before where nothing has been named, told in a unit. Projects are counted by 个, 项 and 家 alike.</summary>
    public string? TopicIn(string unit)
    {
        var topics = Topics.Count == 0 && TopicByUnit.Count == 0 ? LastTopicByUnit : TopicByUnit;
        return topics.GetValueOrDefault(unit) ?? (ProjectUnits.Contains(unit) ? ProjectUnits.Select(other => topics.GetValueOrDefault(other)).FirstOrDefault(topic => topic?.EndsWith("项目", StringComparison.Ordinal) == true) : null);
    }

    public string? Scope { get; set; }

    /// <summary>What the clause is about by its first words, for 完成总工程量的20% after a comma.</summary>
    public string? Subject { get; set; }

    /// <summary>The verb before <see cref="Subject"/>: 交付安置房已排定计划，7月交付125套.</summary>
    public string? SubjectVerb { get; set; }

    /// <summary>The topic of the sentence before, for 目前已安装1800台.</summary>
    public string? LastTopic { get; private set; }

    public string LastTopicUnit { get; private set; } = "";

    /// <summary>The last topic of the sentence before told in a unit, for a sentence that begins with 其中.</summary>
    public Dictionary<string, string> LastTopicByUnit { get; private set; } = [];

    /// <summary>Whether the sentence begins with 其中.</summary>
    public bool TellsParts { get; set; }

    /// <summary>The token the sentence begins with, behind its date.</summary>
    public int FirstToken { get; set; }

    public (ReportingPeriod From, ReportingPeriod To)? Period { get; set; }

    /// <summary>Whether <see cref="Period"/> is a written date and not just 目前.</summary>
    public bool PeriodIsWritten { get; set; }

    /// <summary>Whether <see cref="Period"/> was written in a sentence before.</summary>
    public bool PeriodIsCarried { get; set; }

    /// <summary>The period of the sentence that those behind tell the parts of: 前三季度…。分季度看，一季度…。分产业看.</summary>
    public (ReportingPeriod From, ReportingPeriod To)? WholePeriod { get; set; }

    public bool Strive { get; set; }

    public bool Expected { get; set; }

    /// <summary>Whether 预计 heads the sentence and so is said of all its parts.</summary>
    public bool ExpectsAll { get; set; }

    public bool Planned { get; set; }

    /// <summary>The figure before 其中, or -1.</summary>
    public int Total { get; set; } = -1;

    /// <summary>Whether the sentence has told the figures of one place behind those of another.</summary>
    public bool PlacesInTurn { get; set; }

    /// <summary>Whether the parts after 其中 are told by place.</summary>
    public bool PartsArePlaces { get; set; }

    /// <summary>The nouns that the figures after 分别 belong to, in turn.</summary>
    public IReadOnlyList<string> Shared { get; set; } = [];

    public int NextShared { get; set; }

    /// <summary>The nouns of the last 分别 while no other has been named since: 分别达到99%、98%，分别高于目标4个、3个百分点.</summary>
    public IReadOnlyList<string> LastShared { get; set; } = [];

    /// <summary>Whether the first figure after 分别 is a difference.</summary>
    public bool SharedCompares { get; set; }

    /// <summary>The last change of something counted: 事故4起、死亡82人，同比减少1起、31人.</summary>
    public QuantityKind? LastChange { get; set; }

    public WordClass LastChangeLead { get; set; }

    /// <summary>Whether the last figure tells what has been done, for a share in brackets behind it.</summary>
    public bool LastIsDone { get; set; }

    /// <summary>The kind of the first figure after 分别.</summary>
    public QuantityKind? SharedKind { get; set; }

    public string? SharedAgainst { get; set; }

    /// <summary>The words before 分别, which lead the later figures too.</summary>
    public WordClass SharedLead { get; set; }

    /// <summary>The kind of the figure before where that is a share: in 分别占年度任务的98.7%、108% the second is of the same kind.</summary>
    public QuantityKind? LastShare { get; set; }

    /// <summary>What the last share of a plan was of, for 超序时进度6个百分点 behind it.</summary>
    public string? PlanTopic { get; set; }

    /// <summary>The kind of the A that stands directly before, in 由A回升至B.</summary>
    public QuantityKind? BaselineKind { get; set; }

    /// <summary>The figure that the one directly behind it differs from: 比上年5.07万亩减少0.11万亩. -1 for none.</summary>
    public int ComparedToken { get; set; } = -1;

    /// <summary>The last figure where it is of the year before, 去年同期为787件; -1 where it is not.</summary>
    public int PastToken { get; set; } = -1;

    /// <summary>What the ranks after 分别 belong to, in turn.</summary>
    public IReadOnlyList<string> SharedRanks { get; set; } = [];

    public int NextRank { get; set; }

    /// <summary>The places that the figures after 分别 belong to, in turn.</summary>
    public IReadOnlyList<string> SharedScopes { get; set; } = [];

    public int NextScope { get; set; }

    public void EndClause()
    {
        (SharedScopes, NextScope, BaselineKind) = ([], 0, null);
        (Topic, TopicUnit, TopicScope, PlanTopic) = (null, "", null, null);
        (Subject, SubjectVerb, LastMetric) = (null, null, null);
        Topics.Clear();
        TopicByUnit.Clear();
        Strive = Expected = Planned = false;
        (Shared, SharedRanks, LastShared, LastChange, LastIsDone) = ([], [], [], null, false);
    }

    /// <summary>A semicolon: what follows may still be about the same, 5月增长7.1%；1—5月增长5.9%.</summary>
    public void EndPart()
    {
        (LastTopic, LastTopicUnit) = (Topic, TopicUnit);
        LastTopicByUnit = new(TopicByUnit);
        EndClause();
    }

    public void EndSentence()
    {
        EndPart();
        (Scope, Period, WholePeriod, PeriodIsWritten, Total, TellsParts, ExpectsAll, PlacesInTurn) = (null, null, null, false, -1, false, false, false);
    }
}
