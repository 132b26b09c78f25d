namespace Luoshi.Core.Quantities;

/// <summary>What a figure without a noun of its own measures: what the sentence has been about. <paramref name="Joined"/> figures stand directly behind another.</summary>
internal sealed record InheritedTopic(SentenceState State, NounPhrase Phrase, Lead Lead, Unit Unit, bool Joined, bool Generic, string? Stage, string? Whole)
{
    public string? For(QuantityKind kind)
    {
        if (State.Topic is null)
        {
            return FromContext(kind);
        }

        if (kind == QuantityKind.Growth && Unit.Class == UnitClass.Share && State.Topic.Length > 4 && State.Topic.EndsWith("占比", StringComparison.Ordinal))
        {
            // 轻工业产值占比24.1%，下降1.5%: a share changes by points, what falls by per cent is the thing itself.
            return State.Topic[..^2];
        }

        if (kind == QuantityKind.Growth && Unit.Class == UnitClass.Points && State.Topic.EndsWith("贡献率", StringComparison.Ordinal) && Phrase.Against is { } pulled && (pulled.EndsWith("增长", StringComparison.Ordinal) || (Phrase.Side > 0 && Lead.Is(WordClass.Up)))
            && (State.Topic.IndexOf('对', StringComparison.Ordinal) is > 1 and var to ? State.Topic[..to] : State.Topics.FindLast(topic => !topic.EndsWith('率'))) is { } contributes)
        {
            // 服务业增长5.8%，贡献率达42.4%，拉动经济增长2.6个百分点; 第三产业对生产总值的贡献率为23%，拉动…: the trade pulls, not its rate.
            return contributes;
        }

        if (kind == QuantityKind.ShareOfPlan && Whole is { } ofWork && MetricWords.IsWork(ofWork) && State.TopicUnit is "幢" or "栋" && State.Subject is { } site && MetricWords.Projects.Any(word => site.Contains(word, StringComparison.Ordinal)))
        {
            // 安置小区一期16幢楼中12幢封顶，完成总工程量的56%: the houses are parts of the site.
            return site;
        }

        if (kind == QuantityKind.ShareOfPlan && Unit.Class == UnitClass.Points && State.PlanTopic is { } planned)
        {
            return planned;
        }

        if (kind is QuantityKind.ShareOfPlan or QuantityKind.Ratio && (kind == QuantityKind.ShareOfPlan || Whole is not null) && Unit.Class == UnitClass.Share && (Phrase.IsEmpty || Generic) && State.Topic.EndsWith('率') && State.Topics.FindLast(topic => !topic.EndsWith('率')) is { } work)
        {
            // 项目开工65个，开工率90%，完成年度计划的56%: a rate has no plan.
            return work;
        }

        if (Joined && !Generic && Phrase.IsEmpty && kind is QuantityKind.Count or QuantityKind.Amount)
        {
            // 合作社385家，1.2万户3.9万人加入: what the one names no noun for, the one behind it does not name either.
            return State.LastMetric;
        }

        if (kind is not (QuantityKind.Count or QuantityKind.Amount or QuantityKind.Level) || Joined || State.TopicUnit.Length == 0 || State.TopicUnit == Unit.Base)
        {
            return State.Topic;
        }

        if (Unit.Class == UnitClass.Duration && State.BaselineKind is not null && Phrase.IsEmpty && Lead.Is(WordClass.UpTo | WordClass.DownTo))
        {
            // 办理时长从1.5小时缩短至10分钟.
            return State.Topic;
        }

        if (kind == QuantityKind.Level && Phrase.IsEmpty && State.TopicUnit is "%" or "个百分点" && Lead.Is(WordClass.Reach | WordClass.UpTo | WordClass.DownTo) && !MetricWords.EndsWithAny(State.Topic, MetricWords.Rates))
        {
            // 亩均税收增长8%、达到26万元/亩.
            return State.Topic;
        }

        if (kind == QuantityKind.Amount && Phrase.IsEmpty && State.TopicUnit is "%" && Unit.Base.EndsWith('元') && Lead.Is(WordClass.Achieve) && MetricWords.EndsWithAny(State.Topic, "收入", "支出", "投资", "总额", "产值", "增加值", "税收"))
        {
            // 一般公共预算收入由负转正，完成23.7亿元.
            return State.Topic;
        }

        if (Unit.Class == UnitClass.Amount && !Unit.Base.EndsWith('元') && Phrase.IsEmpty && Lead.Is(WordClass.Achieve) && MetricWords.EndsWithAny(State.Topic, "工程", "治理", "项目") && !State.TopicByUnit.ContainsKey(Unit.Base))
        {
            // 2条堤防治理工程，已完成5.2公里.
            return State.Topic;
        }

        // 整治项目293个，开工率99%，其中市区152个.
        return Lead.Is(WordClass.Rest | WordClass.Stage | WordClass.Done | WordClass.Achieve) || (Phrase is { IsEmpty: true, Scope: not null } && State.TopicUnit == "%") ? State.TopicIn(Unit.Base) : null;
    }

    /// <summary>Without a topic: what the clause began with, or the sentence before where this one begins with the figure.</summary>
    private string? FromContext(QuantityKind kind)
    {
        if (kind == QuantityKind.ShareOfPlan)
        {
            return State.Subject is { } work && MetricWords.Projects.Any(word => work.Contains(word, StringComparison.Ordinal)) ? work
                : Phrase.IsEmpty && Whole is not null && State.Topics.Count == 0 ? State.LastTopic
                : null;
        }

        if (kind == QuantityKind.Growth)
        {
            // 工业投资同比由负转正，增长2.6%.
            return State.Subject ?? ((Lead.First <= State.FirstToken || State.TellsParts) && Phrase.IsEmpty ? State.LastTopic : null);
        }

        if (Phrase.IsEmpty && State.Subject is not null && (Lead.Is(WordClass.From | WordClass.UpTo | WordClass.DownTo)
            || (Lead.Is(WordClass.Reach | WordClass.MoreThan | WordClass.About) && MetricWords.EndsWithAny(State.Subject, "值", "额", "量", "收入", "投资", "面积"))))
        {
            // 税收收入总额连年攀升，从2019年的8亿元增至2024年的12亿元.
            return State.Subject;
        }

        if (kind is not (QuantityKind.Count or QuantityKind.Amount))
        {
            return null;
        }

        if (State.Subject is { } subject && State.SubjectVerb is { } verb && Stage == verb)
        {
            return subject;
        }

        if (State.TellsParts && Phrase.IsEmpty && Lead.Is(WordClass.Stage | WordClass.Achieve | WordClass.Done))
        {
            return State.LastTopicByUnit.GetValueOrDefault(Unit.Base);
        }

        return Lead.First <= State.FirstToken + 1 && Phrase.IsEmpty && Lead.Is(WordClass.Stage | WordClass.Achieve | WordClass.Done)
            ? State.LastTopicUnit == Unit.Base ? State.LastTopic : Lead.Is(WordClass.Stage) ? State.TopicIn(Unit.Base) : null
            : null;
    }
}
