namespace Luoshi.Core.Quantities;

/// <summary>Finds what a figure measures by the words of its own clause, and whose figure it is.</summary>
internal sealed class FigureName
{
    /// <summary>乡镇147个，其中<b>镇</b>88个: a word of one character that is a noun.</summary>
    private const string OneCharacterNouns = "镇乡村县区市州旗牛羊猪鸡鸭鹅马驴兔鱼虾桥路树";

    private readonly FigureParts _parts;
    private readonly string _text;
    private readonly List<Token> _tokens;
    private readonly SentenceState _state;

    /// <summary>Where the noun begins behind the place and the verbs before it.</summary>
    private readonly int _from;

    public FigureName(FigureParts parts)
    {
        (_parts, _text, _tokens, _state) = (parts, parts.Text, parts.Tokens, parts.State);
        var begins = NounStart.Of(parts);
        (_from, Scope) = (begins.At, begins.Scope);
        var own = OwnNoun();
        var ofPlan = false;
        if (Phrase.Progress && own is not null && _state.Topic is not null && MetricWords.EndsWithAny(own, "指标", "任务", "目标", "计划"))
        {
            // 新增就业1.2万人，省级指标完成率176%.
            own = null;
        }

        if (parts.IsShare && Phrase.Achieved && own is not null && own.Contains("计划", StringComparison.Ordinal) && own.EndsWith("比例", StringComparison.Ordinal))
        {
            // 完成年度计划投资比例52.9%: how much of the plan, not a rate of its own.
            (own, ofPlan) = (null, true);
        }

        if (!parts.IsCounted && Phrase.IsWhole && own is not null && MetricWords.EndsWithAny(own, "比重", "比例", "份额"))
        {
            // 新能源发电量2.9亿度，占全社会用电量的比重达34.6%; 增加值增长8%，占GDP比重提高0.5个百分点: what grows is not what grew before.
            Metric = Phrase.Subject is { Length: > 1 } subject ? MetricNames.Clean(subject) : _state.Topic is null || !parts.IsShare ? "占" + own : null;
            Start = Phrase.FirstToken > 0 ? _tokens[Phrase.FirstToken - 1].Start : -1;
        }
        else if (parts.IsShare && Phrase.IsWhole && own is not null)
        {
            // 重工业占总体13.7%: what the share is of stands behind 占, what is measured before it.
            Metric = Phrase.Subject is { Length: > 1 } whose ? MetricNames.Clean(whose) : null;
            Start = Metric is null ? -1 : StartOf(Metric);
        }
        else if (!TakeTask(ref own))
        {
            var name = PromisedName.Of(parts, own is null && Phrase.Progress && _state.Topic is null ? ProgressName() : own);
            Restated = name.Restated;
            Scope ??= name.Owner;
            Settle(name.Metric);
            Start = ofPlan ? Phrase.Start : Start;
        }
    }

    public string? Metric { get; private set; }

    public string? Scope { get; private set; }

    /// <summary>Whether the figure says a promise again: 年度目标3000套.</summary>
    public bool Restated { get; private set; }

    /// <summary>Whether the noun names nothing by itself: 占比, 面积.</summary>
    public bool Generic { get; private set; }

    /// <summary>What was done, where nothing else stands before the figure: 审结4687件.</summary>
    public string? Verb { get; private set; }

    /// <summary>Whether the verb counts something that nothing before it names: 惠及2050户.</summary>
    public bool OpensCount { get; private set; }

    /// <summary>Where the metric begins in the text; -1 where it does not stand there.</summary>
    public int Start { get; private set; } = -1;

    private NounPhrase Phrase => _parts.Phrase;

    private Lead Lead => _parts.Lead;

    /// <summary>How far a work has come, by the words before the figure: 形象进度.</summary>
    public string? ProgressName()
    {
        var start = Phrase.Start < _tokens[Lead.First].Start ? Phrase.Start : ProgressStart(_tokens[Lead.First].Start);
        var end = _tokens[Lead.First].Start;
        return start < end ? MetricNames.Clean(_text.AsSpan(start, end - start)) : null;
    }

    /// <summary>Where 完成率 begins, with <b>任务</b> or <b>整体</b> before it.</summary>
    public int ProgressStart(int lead)
    {
        if (!Phrase.Progress || Lead.First == 0)
        {
            return lead;
        }

        var at = Lead.First - 1;
        at -= at > 0 && _tokens[at - 1].Kind == TokenKind.Text && _text.AsSpan(_tokens[at - 1].Start.._tokens[at - 1].End) is "任务" or "整体" or "总体" or "综合" ? 1 : 0;
        return Math.Min(lead, _tokens[at].Start);
    }

    private string? OwnNoun()
    {
        var own = _parts.Whole.Owner is { } worked ? worked : Phrase.IsEmpty || _from >= Phrase.End ? null : MetricNames.Clean(_text.AsSpan(_from, Phrase.End - _from));
        own = NounEnds.WithoutVerb(MetricNames.WithoutPer(own), Phrase.End, _text);
        own = own is not null && PlacesAtWork.AreThose(_parts, own) ? null : own;
        if (own is not null && own.IndexOf("拥有", StringComparison.Ordinal) is > 1 and var has && has + 3 < own.Length && own[has + 2] is not '量' && own[0] is not ('每' or '千' or '万' or '人' or '户'))
        {
            // 医院拥有床位: what they have is counted.
            own = own[(has + 2)..];
        }

        if (own is not null && Math.Max(own.IndexOf("现有", StringComparison.Ordinal), own.IndexOf("实有", StringComparison.Ordinal)) is > 1 and var now && now + 3 < own.Length)
        {
            own = own[(now + 2)..];
        }

        // 8个示范点<b>总体</b>形象进度达65%, 四个片区<b>合</b>占61%.
        own = own is { Length: > 3 } && Phrase.Progress && own[^2..] is "总体" or "整体" ? own[..^2] : own;
        own = own is { Length: > 2 } && _parts.Whole.Found && own[^1] is '合' && own[^2] is not ('组' or '联' or '综' or '融' or '结' or '混') ? own[..^1] : own;

        if (own is not null && _parts.IsCounted && !Phrase.Progress && Lexicon.Index.Match(own, out var said) == own.Length && (said & (WordClass.Reach | WordClass.Achieve)) != 0)
        {
            own = null;
        }

        if (own is not null && own.IndexOf("接待", StringComparison.Ordinal) is > 1 and var received && received + 3 < own.Length && MetricWords.EndsWithAny(own.AsSpan(0, received), MetricWords.Doers))
        {
            // 住宿单位接待过夜游客116万人次.
            own = own[received..];
        }

        if (own is not null && MetricWords.IsWork(own) && _parts.IsShare && (Phrase.Achieved || Phrase.Progress))
        {
            // 完成总体工程量88.5%: the work is the whole, whoever did it is measured.
            own = Phrase.Subject is { } doer ? MetricNames.Clean(doer) : null;
        }
        else if (own is null && _parts.IsShare && (Phrase.Achieved || _parts.Whole.Found) && Phrase.Subject is { } achiever)
        {
            own = MetricNames.Clean(achiever);
        }

        if (SubjectNouns.Join(own, Phrase.Subject, out var ofTrade) is { } joined)
        {
            Scope = ofTrade && Scope is { } owner && joined.StartsWith(owner, StringComparison.Ordinal) ? null : Scope;
            return joined;
        }

        return _parts.IsShare && Lead.Is(WordClass.Achieve) && (own is null || Phrase.IsPast) && Phrase.Subject is { } done ? MetricNames.Clean(done) : own;
    }

    /// <summary>新增就业9000人的目标: told as what was to be done.</summary>
    private bool TakeTask(ref string? own)
    {
        var bound = _parts.At;
        while (bound + 1 < _tokens.Count && _tokens[bound + 1].Is(WordClass.OrMore | WordClass.OrLess | WordClass.OrSo))
        {
            bound++;
        }

        var behind = _text.AsSpan(_parts.Trailer.Noun is null ? _parts.Trailer.End : _tokens[bound].End).TrimStart('的');
        var countsTasks = _parts.Measure.Unit.Base is "项" or "件" && behind.Length > 0 && _text[_tokens[_parts.At].End] is not '的';
        if (_parts.IsTarget || (_parts.IsShare && !Lead.Is(WordClass.Up | WordClass.Down | WordClass.Below | WordClass.Above | WordClass.MoreThan | WordClass.LessThan)) || countsTasks
            || !(behind.StartsWith("目标", StringComparison.Ordinal) || behind.StartsWith("任务", StringComparison.Ordinal) || behind.StartsWith("年度目标", StringComparison.Ordinal) || MetricWords.StartsWithAny(behind, "控制目标", "预期目标")))
        {
            return false;
        }

        own = own is not null && MetricNames.IsGeneric(own) ? null : own;
        (Metric, Restated) = (own, true);
        Start = own is null ? -1 : StartOf(own);
        return true;
    }

    /// <summary>Decides between the noun before the figure, the noun behind it and what the sentence has been about.</summary>
    private void Settle(string? own)
    {
        var unit = _parts.Measure.Unit;
        if (_parts.Trailer.Noun is not null && own is { Length: > 3 } && own[^2..] is "全线" or "沿线" or "两侧" or "境内")
        {
            // 滨江路沿线2公里步道: where the things are.
            own = null;
        }

        if (_parts.Trailer.Noun is { } behind && (own is null || unit.Class == UnitClass.Count) && !_parts.IsShare | own is null)
        {
            if (own is not null && Scope is null && !_parts.IsExample && Places.IsPlace(own, _parts.Context.Places) && LeadingVerbs.VerbLength(own) < 2)
            {
                Scope = own;
            }

            Metric = behind;
        }
        else if (own is null)
        {
            Metric = WorkedOn();
            Scope = Metric is null ? Scope : null;
            Start = Metric is not null ? StartOf(Metric) : IsStatus() && !Phrase.IsEmpty ? Phrase.Start : -1;
        }
        else if (IsPredicate() || (NounEnds.IsAtWork(own) && _state.TopicByUnit.ContainsKey(unit.Base)) || (own.Length == 1 && _parts.IsCounted && !(OneCharacterNouns.Contains(own[0], StringComparison.Ordinal) && !(Phrase.FirstToken > 0 && _tokens[Phrase.FirstToken - 1].Kind == TokenKind.Measure))))
        {
            // 已办理工商注册的有29个, 送戏下乡263场，已送230场: what they have done is all that is said of them.
            (Verb, Start) = (own.Length == 1 ? own : null, Lead.First == _parts.At && Lead.Of >= 0 ? -1 : Phrase.Start);
            Metric = _state.TopicByUnit.GetValueOrDefault(unit.Base) ?? (_state.Topics.Count == 0 ? _state.LastTopicByUnit.GetValueOrDefault(unit.Base) : null);
        }
        else if (Scope is null && PlacesAtWork.Do(_parts, own))
        {
            // 松岭街道拆除违建1.2万平方米；云溪镇完成8600平方米: the same thing of another place. 云溪镇完成5200亩: whose it is, and not of what.
            (Metric, Start, Scope) = (_state.Topic ?? (_state.LastTopicUnit == unit.Base ? _state.LastTopic : null), _tokens[Lead.First].Start, own);
        }
        else if (unit.Class == UnitClass.Count && _state.Topic is { } bounded && (MetricWords.EndsWithAny(own, "以上", "以下") || (own[^1] is '元' && Numerals.IsDigit(own[0]))))
        {
            // 项目14个，其中10亿元以上3个.
            (Metric, Start) = (own + (MetricWords.EndsWithAny(bounded, "项目", "企业") ? bounded[^2..] : MetricWords.WithoutBound(bounded)), StartOf(own));
        }
        else if (unit.Class == UnitClass.Count && _state.Topic is { } graded && (_state.Total >= 0 || (MetricWords.WithoutGrade(graded) != graded && own is "国家级" or "省级" or "市级" or "区级" or "县级" or "州级" or "镇级" or "乡级" or "村级")) && _state.TopicUnit == unit.Base && own.Length <= 4 && own[^1] is '级')
        {
            // 龙头企业22家，其中省级2家、市级5家; 省级龙头企业2家、市级5家.
            (Metric, Start) = (own + MetricWords.WithoutGrade(graded), StartOf(own));
        }
        else if (unit.Base.EndsWith('元') && Lead.Is(WordClass.Achieve) && MetricWords.EndsWithAny(own, "项目", "工程") && Lead.CountedBefore(_tokens, _text) is { } counted && (_state.TopicByUnit.GetValueOrDefault(unit.Base) ?? (_state.TellsParts ? _state.LastTopicByUnit.GetValueOrDefault(unit.Base) : null)) is { } spent && !MetricWords.EndsWithAny(spent, "项目", "工程"))
        {
            // 150个项目完成投资199亿元，其中33个续建项目完成58.6亿元: the same of them.
            (Metric, Scope) = (spent, counted);
        }
        else if (PlacesAtWork.IsHouseOf(_parts, own))
        {
            (Metric, Start, Scope) = (_state.Topic, StartOf(own), own);
        }
        else if (PlacesAtWork.DoTheSame(_parts, own))
        {
            // 云溪镇完成土地流转1200亩、石桥镇860亩: the same thing of another place.
            (Start, Scope) = (StartOf(own), own);
        }
        else if ((unit.Class == UnitClass.Count || (unit.Class == UnitClass.Amount && !unit.Base.EndsWith('元') && _state.Total >= 0 && Phrase.Subject is null)) && _state.Topic is { } done && _state.TopicUnit == unit.Base && (MetricWords.Findings.Contains(own) || (LeadingVerbs.Is(own) && !NamesAct(done))) && (unit.Base != "人" || IsSaidOf(own, done)))
        {
            // 受理案件5126件，审结4687件.
            (Verb, Start) = (own, Phrase.FirstToken > 0 && _tokens[Phrase.FirstToken - 1].Is(WordClass.Done | WordClass.Achieve) ? _tokens[Phrase.FirstToken - 1].Start : StartOf(own));
        }
        else if (unit.Base is "件" or "起" or "宗" or "例" or "份" or "人次" && Lead.Stage is not null && Phrase.End <= _tokens[Lead.First].Start && MetricWords.EndsWithAny(own, "院", "局", "队", "所", "窗口", "窗口直接", "公安", "检察", "机关", "海关", "纪委") && (_state.TopicByUnit.GetValueOrDefault(unit.Base) ?? (_state.TellsParts ? _state.LastTopicByUnit.GetValueOrDefault(unit.Base) : null)) is { } handled)
        {
            // 全区法院受理案件8600件，其中区法院受理6200件: whoever did it to the same things.
            (Metric, Start) = (handled, _tokens[Lead.First].Start);
        }
        else if (unit.Class == UnitClass.Count && Lead.Stage is not null && Phrase.End <= _tokens[Lead.First].Start && Places.EndsWithPlace(own) && _state.Topic is null)
        {
            // 青山省累计选派8批620名干部: whose they are.
            (Scope, Start) = (own, _tokens[Lead.First].Start);
        }
        else if (IsStatus())
        {
            // 达到序时进度4个: how they stand, not what they are.
            Start = Phrase.IsEmpty ? -1 : Phrase.Start;
            Metric = _state.Topic is not null ? _state.TopicByUnit.GetValueOrDefault(unit.Base) : _state.LastTopicUnit == unit.Base ? _state.LastTopic : null;
        }
        else if (unit.Class == UnitClass.Count && unit.Base is not "人" && Lead.Stage is "覆盖" && Phrase.End <= _tokens[Lead.First].Start && _state.TopicByUnit.TryGetValue(unit.Base, out var covered))
        {
            // 全区120个村，光纤已覆盖98个: what covers them is not what is counted.
            (Metric, Start) = (covered, _tokens[Lead.First].Start);
        }
        else if (_parts.IsCounted && own.Contains('、', StringComparison.Ordinal) && _parts.Trailer.Noun is null && Places.AreAll(own, _parts.Context.Places))
        {
            // 新建公园5个，云溪镇、石桥镇各1个: of each of them.
            (Metric, Start, Scope) = (_state.TopicByUnit.GetValueOrDefault(unit.Base), StartOf(own), own);
        }
        else if (own.StartsWith("责令", StringComparison.Ordinal) && LeadingVerbs.Is(own) && _state.TopicByUnit.TryGetValue(unit.Base, out var ordered))
        {
            // 检查单位1860家，责令停产停业6家.
            (Verb, Metric, Start) = (own, ordered, StartOf(own));
        }
        else if (ThingDone(own) is { } thing)
        {
            // 引水隧洞已开挖1450米; 专利转化运用400件 is one work, by two verbs.
            var work = thing + Phrase.Stage + own;
            (Verb, Metric) = (own, MetricNames.Clean(own is "运用" or "利用" or "轮换" && !Phrase.IsPast && _text.AsSpan(0, Phrase.End).EndsWith(work) ? work : thing));
            Start = Metric is null ? -1 : StartOf(Metric);
        }
        else if (own is "工程" or "面积" or "总面积" or "总量" or "总额" or "规模" && _state.Topic is null && _state.LastTopic is null)
        {
            // 中心城区面积61平方公里: where nothing has been named, that is all there is.
            (Metric, Start) = (own, StartOf(own));
        }
        else if (_parts.IsCounted && MetricWords.ReachAtEnd(own) is { } reach && (own.Length == reach.Length || unit.Class == UnitClass.Count))
        {
            // 已完工5个，惠及2050户, 龙头企业带动2460户: whoever they are, they have not been named.
            (Verb, OpensCount, Start) = (reach, true, StartOf(own) + own.Length - reach.Length);
        }
        else if (MetricNames.IsGeneric(own) || (own[0] is '在' && MetricWords.EndsWithAny(own, "中占比", "中的占比", "中比重", "中的比重")))
        {
            Generic = true;
            Start = own is "占比" or "比重" or "比例" or "平均" ? StartOf(own) : -1;
        }
        else
        {
            // 投资(30亿元): the noun stands outside the parentheses, the figure's statement does not.
            var apart = Lead.First > 0 && _tokens[Lead.First - 1].Kind == TokenKind.Open;
            (Metric, Start) = (own + (ActOf(own) ?? ""), apart ? -1 : StartOf(own));
        }
    }

    /// <summary>工伤<b>认定</b>2894人次: people are counted whom it was done for, and the noun alone names none.</summary>
    private string? ActOf(string own) =>
        _parts.Measure.Unit.Base is "人" or "人次" && own.Length is 2 or 3 && (Phrase.Stage ?? Lead.Stage) is { Length: 2 } act && Phrase.End + act.Length <= _text.Length && string.CompareOrdinal(_text, Phrase.End, act, 0, act.Length) == 0
            && act is "认定" or "立案" or "培训" or "申报" or "调解" or "评审" && !MetricWords.EndsWithAny(own, MetricWords.Persons)
            ? act
            : null;

    /// <summary>已办理工商注册<b>的有</b>29个, 未达到进度<b>的</b>6个.</summary>
    private bool IsPredicate() => _parts.IsCounted && ((Lead.First > 0 && _tokens[Lead.First - 1].Is(WordClass.Of) && _text[_tokens[Lead.First].Start] is '有')
        || (Lead.First == _parts.At && Lead.Of >= 0 && _parts.Trailer.Noun is null && _state.TopicByUnit.ContainsKey(_parts.Measure.Unit.Base)));

    /// <summary>新增<b>转移</b>农村劳动力25万人，累计转移1953万人, <b>调出</b>低保4025人，调进4132人: the same, or the reverse, done to the same people.</summary>
    private bool IsSaidOf(string verb, string thing)
    {
        var before = _text.AsSpan(0, Math.Max(0, _from - 1));
        before = before[Math.Max(0, before.Length - 60)..];
        return before.Contains(verb + thing, StringComparison.Ordinal) || (before.IndexOf(thing) is > 1 and var at && before[at - 2] == verb[0] && LeadingVerbs.Is(before[(at - 2)..at]));
    }

    /// <summary>行政处罚193件，查封扣押6件: where acts are counted, the next verb is the next act.</summary>
    private static bool NamesAct(string topic) => topic.Length > 2 && LeadingVerbs.Is(topic.AsSpan(topic.Length - 2));

    /// <summary><b>粮食</b>年内可完成种植38万亩, <b>农村公路</b>累计改造126公里: the thing before a verb that stands alone before the figure; 帮扶资金累计投入2.6亿元.</summary>
    private string? WorkedOn() =>
        Phrase is { IsEmpty: true, Stage: { Length: > 1 } work, Subject: { Length: > 1 } thing } && _parts.IsCounted
            && (_parts.Measure.Unit.Base.EndsWith('元') ? work is "投入" && MetricWords.EndsWithAny(thing, "资金", "经费", "基金") : Phrase.Achieved || !MetricWords.Reaches.Contains(work))
            && !Places.EndsWithPlace(thing) && !MetricWords.EndsWithAny(thing, MetricWords.Doers) && _parts.Trailer.Noun is null && (Phrase.Achieved ? _state.Topic is null : !NounEnds.IsPart(thing))
            ? MetricNames.Clean(thing)
            : null;

    /// <summary>The thing before a verb that alone stands before the figure; null where the verb is a noun or somebody stands there.</summary>
    private string? ThingDone(string own) =>
        own.Length is 2 or 3 && Phrase.Subject is { Length: > 1 } thing && ((Phrase.IsPast && Phrase.Stage is null) || LeadingVerbs.Is(own)) && !Phrase.Achieved
            && _parts.IsCounted && !_parts.Measure.Unit.Base.EndsWith('元') && !NounEnds.IsPart(thing) && (Phrase.Stage is not null || !MetricWords.EndsWithAny(thing, MetricWords.Doers)) && !Places.EndsWithPlace(thing)
            ? thing
            : null;

    private bool IsStatus() => Phrase.Progress && _parts.Measure.Unit.Class == UnitClass.Count
        && _text.AsSpan(Phrase.Start, Math.Max(0, _tokens[Lead.First].Start - Phrase.Start)).TrimEnd().TrimEnd('的') is var words
        && (words.EndsWith("序时进度") || words.EndsWith("时序进度") || words.EndsWith("时间进度")) && words.Length <= 8;

    private int StartOf(string metric)
    {
        var figure = _tokens[_parts.At].Start;
        var within = _text.AsSpan(_from, Math.Max(0, figure - _from)).IndexOf(metric, StringComparison.Ordinal);
        var earlier = Math.Max(0, Math.Min(_from, Phrase.Start) - 60);
        var index = _text.AsSpan(earlier, Math.Max(0, figure - earlier)).IndexOf(metric, StringComparison.Ordinal);
        return within >= 0 ? _from + within : index >= 0 ? earlier + index : _from;
    }
}
