namespace Luoshi.Core.Quantities;

/// <summary>One figure on its way to a quantity.</summary>
internal sealed class Figure
{
    private readonly FigureParts _parts;
    private readonly FigureName _name;
    private readonly bool _joined;
    private readonly bool _continues;
    private readonly bool _differs;
    private readonly Lead _lead;

    public Figure(int at, string text, List<Token> tokens, List<Measure> measures, QuantityContext context, SentenceState state)
    {
        _parts = FigureParts.Read(at, text, tokens, measures, context, state);
        _name = new FigureName(_parts);
        _joined = _parts.IsJoined();
        _continues = SharedTurn.Continues(_parts, _name.Metric);
        _lead = _continues
            ? _parts.Lead with { Classes = _parts.Lead.Classes | SharedLead, Nearest = _parts.Lead.Nearest | (SharedLead & Lead.Direction), Against = state.SharedAgainst }
            : _parts.Lead;
        _differs = state.ComparedToken >= 0 && state.ComparedToken == _lead.First - 1;
        if (_differs && _lead.Nearest == WordClass.None)
        {
            // 比目标4%<b>低</b>0.63个百分点: by how much, and no bound.
            var direction = _lead.Is(WordClass.Below) ? WordClass.Down : WordClass.Up;
            _lead = _lead with { Classes = (_lead.Classes & ~(WordClass.Above | WordClass.Below | WordClass.MoreThan | WordClass.LessThan)) | direction, Nearest = direction };
        }
        else if (_differs)
        {
            _lead = _lead with { Classes = _lead.Classes & ~(WordClass.Above | WordClass.Below | WordClass.MoreThan | WordClass.LessThan) };
        }

        state.ComparedToken = IsComparedWith ? at : -1;
    }

    /// <summary>The whole a share is taken of.</summary>
    public Whole Whole => _parts.Whole;

    public int? WholeIndex { get; set; }

    /// <summary>The metric where the figure brings its own, to be the topic of what follows.</summary>
    public string? OwnMetric => _name.Metric;

    /// <summary>What stood before 分别; 同比分别下降4.2%和<b>增长</b>5.7% turns it round.</summary>
    private WordClass SharedLead => _parts.Lead.Nearest == WordClass.None ? State.SharedLead : State.SharedLead & ~Lead.Direction;

    private SentenceState State => _parts.State;

    private NounPhrase Phrase => _parts.Phrase;

    private Measure Measure => _parts.Measure;

    private bool Falls => IsFall || (ContinuesChange && (State.LastChangeLead & (WordClass.Down | WordClass.DownTo)) != 0) || (_lead.Nearest & (WordClass.Down | WordClass.DownTo)) != 0;

    /// <summary>PM10浓度同比改善8.3%: what is bad improves by falling.</summary>
    private bool Improves => _name.Metric is { } bad && MetricWords.EndsWithAny(bad, "浓度", "综合指数") && _parts.Text.AsSpan(_parts.Tokens[_parts.At].Start - 2, 2) is "改善";

    private bool IsFall => _parts.IsShare && Phrase.Falls && _lead.First == _parts.At;

    /// <summary>松溪镇900亩，茶岭镇840亩，<b>合计</b>1740亩: of no place any more.</summary>
    private bool SumsUp => _name.Metric is null && _name.Scope is null && (State.PlacesInTurn || (State.TopicScope is { } place && Places.EndsWithPlace(place))) && _parts.Text.AsSpan(_parts.Tokens[_lead.First].Start.._parts.Tokens[_parts.At].Start).Trim() is "合计" or "共计" or "总计" or "合计完成" or "共计完成" or "总计完成";

    private bool Compares => _differs || Phrase.Against is not null || _lead.Is(WordClass.Than) || (_continues && State.SharedCompares) || ContinuesChange;

    /// <summary>已完成8个（<b>53%</b>）, 改造正在施工中（<b>90%</b>）: how far what stands before the brackets has come.</summary>
    private bool TellsHowFar => _parts.IsShare && _parts.At > 1 && _parts.Tokens[_parts.At - 1].Kind == TokenKind.Open && _parts.At + 1 < _parts.Tokens.Count && _parts.Tokens[_parts.At + 1].Kind == TokenKind.Close
        && ((_parts.Tokens[_parts.At - 2].Kind == TokenKind.Measure && State.LastIsDone) || (!Phrase.IsEmpty && _parts.Text.AsSpan(Phrase.Start, _parts.Tokens[_parts.At - 1].Start - Phrase.Start).IndexOf("正在") > 0));

    /// <summary>低于时序进度（<b>16.67%</b>）3.82个百分点, 较1-2月（<b>-0.6%</b>）提高18个百分点: what is compared with, not by how much.</summary>
    private bool IsReference => (Phrase.Against is not null || IsPast) && _parts.At > 0 && _parts.Tokens[_parts.At - 1].Kind == TokenKind.Open && _parts.At + 1 < _parts.Tokens.Count && _parts.Tokens[_parts.At + 1].Kind == TokenKind.Close;

    /// <summary>比上年<b>5.07万亩</b>减少0.11万亩, 比年目标<b>4%</b>低0.63个百分点: where the difference behind it is counted from.</summary>
    private bool IsComparedWith => (_lead.Is(WordClass.Than) || Phrase.Against is not null) && _parts.At + 2 < _parts.Tokens.Count && _parts.Tokens[_parts.At + 1].Is(Lead.Direction | WordClass.Above | WordClass.Below)
        && _parts.Tokens[_parts.At + 2].Kind == TokenKind.Measure && _lead.Nearest == WordClass.None;

    /// <summary>案件532件，<b>去年同期为787件</b>1279人: of the year before.</summary>
    private bool IsOfPast => (_joined && State.PastToken >= 0 && State.PastToken == _parts.At - 1)
        || (_lead.Is(WordClass.Reach) && _lead.Against is "同期" && _lead.Nearest == WordClass.None && _name.Metric is null && _parts.Tokens[_lead.First].Kind == TokenKind.Date && !_lead.Is(WordClass.Than | WordClass.From));

    private bool IsPast => _parts.At > 2 && _parts.IsShare && _parts.Tokens[_parts.At - 2].Kind == TokenKind.Date && _parts.Tokens[_parts.At - 3].Is(WordClass.Than);

    /// <summary>同比增长7.5%（<b>全市11.1%</b>）: the same of another place.</summary>
    private bool IsOfOtherPlace => _parts.At > 1 && _parts.Tokens[_parts.At - 1].Is(WordClass.Scope) && _parts.Tokens[_parts.At - 2].Kind == TokenKind.Open && _parts.At + 1 < _parts.Tokens.Count && _parts.Tokens[_parts.At + 1].Kind == TokenKind.Close;

    /// <summary>同比减少1起、<b>31人</b>.</summary>
    private bool ContinuesChange => _joined && _name.Metric is null && _parts.IsCounted && _parts.Lead.First == _parts.At && State.LastChange is not null;

    public Quantity ToQuantity()
    {
        var shared = SharedTurn.Metric(_parts, _name.Metric, _continues);
        State.CountsUnnamed = _name.OpensCount || (State.CountsUnnamed && _joined && _name.Metric is null && _parts.IsCounted);
        var kinds = KindsWith(shared);
        var kind = KindOf(kinds);
        var ofChange = kind == QuantityKind.Growth && (_parts.IsCounted || Measure.Unit.Class == UnitClass.Duration) && _name.Metric is null ? State.TopicByUnit.GetValueOrDefault(Measure.Unit.Base) : null;
        var metric = shared ?? ofChange ?? OverallName() ?? _name.Metric ?? InheritedName(kind) ?? (State.Topic is null && Phrase.Progress ? _name.ProgressName() : null);
        var comparator = IsComparedWith ? Quantities.Comparator.Equal : kinds.ComparatorFor(kind);
        var sign = SignOf(kind);
        var roles = new FigureRoles(_parts.Context, State, _lead, Measure.Unit, _parts.Trailer, _name.Restated, Compares, Phrase.Against is { } other && Wholes.IsPlan(other), _lead.ChangesRate(_parts.At, _parts.Tokens, _parts.Text), IsExpected);
        var role = IsReference || IsComparedWith || IsOfPast ? QuantityRole.Baseline : roles.RoleOf(kind);
        State.PastToken = IsOfPast ? _parts.At : -1;
        State.BaselineKind = role == QuantityRole.Baseline ? kind : null;
        (State.LastChange, State.LastChangeLead) = (kind == QuantityKind.Growth && _parts.IsCounted && role == QuantityRole.Comparison ? kind : null, _lead.Classes);
        State.LastIsDone = _parts.IsCounted && (_lead.Is(WordClass.Achieve | WordClass.Done) || Phrase.Achieved || Phrase.IsPast);
        var value = Measure.Value * sign;
        var baseFactor = Measure.Factor * Measure.Unit.Factor;
        return new Quantity
        {
            Span = TextSpan.Between((IsReference && IsPast) || IsComparedWith ? _parts.Tokens[_parts.At].Start : new FigureSpan(_parts, _name).Start(), _parts.Trailer.End),
            ValueSpan = TextSpan.Between(_parts.Tokens[_parts.At].Start, _parts.Tokens[_parts.At].End),
            Metric = metric,
            MetricKey = MetricNames.Key(metric),
            Kind = kind,
            Comparator = sign < 0 ? FigureKinds.Flip(comparator) : comparator,
            Value = value,
            Upper = Measure.Upper * sign,
            Unit = Measure.Shared ?? (Measure.UnitStart < _parts.Tokens[_parts.At].End ? _parts.UnitText() : Measure.Unit.Base),
            BaseValue = Scale(value, baseFactor),
            BaseUpper = Measure.Upper is { } upper ? Scale(upper * sign, baseFactor) : null,
            BaseUnit = Measure.Unit.Base,
            Stretch = State.Strive,
            Estimated = Measure.More ? IsExpected : comparator == Quantities.Comparator.About || IsExpected,
            Scope = SumsUp ? null : _name.Scope ?? (_name.Metric is null ? State.TopicScope : null) ?? State.Scope,
            From = State.Period?.From,
            To = roles.LastMonth(role),
            Role = role,
            Stage = StageOf(),
            Against = AgainstText(),
            Whole = Whole.Found ? Whole.Name : _parts.IsShare && Phrase.IsWhole ? _parts.WholePhrase : Phrase.Progress && _name.Metric is null ? null : _parts.WorkName(_name.Metric),
            WholeIndex = WholeIndex,
        };
    }

    private string? InheritedName(QuantityKind kind) =>
        State.CountsUnnamed ? null : new InheritedTopic(State, Phrase, _lead, Measure.Unit, _joined || _name.Generic, _name.Generic, StageOf(), Whole.Name).For(kind);

    /// <summary>新增服务点235个、床位1202张，<b>整体完成率</b>111.5%: of all that has been named, and so of none of it.</summary>
    private string? OverallName() =>
        _parts.IsShare && Phrase.Progress && _name.Metric is null && State.Topics.Count > 1 && _parts.Lead.First > 0
            && _parts.Text.AsSpan(0, _parts.Tokens[_parts.Lead.First - 1].Start).EndsWith("体") ? _name.ProgressName() : null;

    private FigureKinds KindsWith(string? shared)
    {
        var leadText = _parts.Text[_parts.Tokens[_lead.First].Start.._parts.Tokens[_parts.At].Start];
        var named = shared ?? _name.Metric ?? (State.TopicUnit == Measure.Unit.Base ? State.Topic : null);
        var continued = _name.Metric is null && _lead.Is(WordClass.UpTo | WordClass.DownTo) ? State.BaselineKind : IsFall ? QuantityKind.Growth : (QuantityKind?)null;
        return new FigureKinds(Measure, _parts.UnitText(), _lead, leadText, Phrase, Phrase.IsWhole ? _parts.WholePhrase : null, _parts.Trailer, Whole, _name.Metric, named, _parts.IsTarget, continued);
    }

    private QuantityKind KindOf(FigureKinds kinds)
    {
        // 一季度完成年度任务的20%，二季度达到50%; 增长5%以上、力争5.5%: the upper tier is of the kind of the floor.
        // 同比分别下降46.4%和<b>57%</b>.
        var goesWith = _parts.IsShare && _lead.First == _parts.At && _parts.At > 1 && _parts.Tokens[_parts.At - 2].Kind == TokenKind.Measure && _parts.Text.AsSpan(_parts.Tokens[_parts.At - 1].Start.._parts.Tokens[_parts.At - 1].End) is "和" or "与";
        var follows = _joined || goesWith || _continues || IsOfOtherPlace || (_lead.Is(WordClass.Respectively) && _lead.Nearest == WordClass.None && _name.Metric is null && !_name.Generic && !Whole.Found && State.Topics.Count == 1) || (_lead.Is(WordClass.Strive) && _lead.Nearest == WordClass.None);
        var goesOn = _parts.IsShare && Phrase.IsEmpty && !Whole.Found && State.Topic is null && _lead.Is(WordClass.Reach) && State.LastShare == QuantityKind.ShareOfPlan;
        var kind = goesOn ? QuantityKind.ShareOfPlan : IsComparedWith ? _parts.IsShare ? QuantityKind.Ratio : Measure.Unit.Class == UnitClass.Count ? QuantityKind.Count : QuantityKind.Amount
            : IsReference && IsPast ? State.LastShare ?? QuantityKind.Ratio
            : TellsHowFar || (IsReference && _parts.IsShare) ? QuantityKind.ShareOfPlan
            : ContinuesChange ? QuantityKind.Growth
            : _parts.IsShare && follows && _name.Metric is null && State.LastShare is { } before ? before
            : kinds.Kind();
        if (_lead.Is(WordClass.Respectively) && !_continues)
        {
            State.SharedKind = kind;
        }
        else if (_continues && State.SharedKind == QuantityKind.Level && kind is QuantityKind.Count or QuantityKind.Amount)
        {
            // 分别达到9.8万人、6.1万人.
            kind = QuantityKind.Level;
        }

        State.LastShare = _parts.IsShare ? kind : null;
        return kind;
    }

    private int SignOf(QuantityKind kind)
    {
        var falls = !IsReference && kind switch
        {
            QuantityKind.Growth => Measure.Value >= 0 && (Falls || Improves || (Phrase.Side < 0 && (_lead.Nearest == WordClass.None || Phrase.Against is not null))),
            QuantityKind.ShareOfPlan => Phrase.Side < 0 || (Phrase.Against is not null && _lead.Is(WordClass.Below)),
            _ => false,
        };
        return falls ? -1 : 1;
    }

    /// <summary>已整改 is the stage 整改; a stage behind the noun says more than a verb before it: 组织5家企业申报.</summary>
    private string? StageOf()
    {
        // 新增债券7.6亿元全部落实: where it went says nothing of how it came.
        var behind = _parts.Trailer.Stage is "落实" or "到位" && Phrase.Stage is "新增" or "净增" ? null : _parts.Trailer.Stage;
        // 道路改造、管网铺设<b>等</b>6个项目: what names one of them is not what was done to all.
        var before = Phrase.IsEmpty || !_parts.IsExample || (_parts.Text[Phrase.Start] is not '、' && !(Phrase.Subject is not null && _parts.Text[Phrase.End - 1] is '等')) ? Phrase.Stage : null;
        before = _name.Start > Phrase.Start && MetricWords.EndsWithAny(_parts.Text.AsSpan(Phrase.Start, Math.Max(0, Math.Min(_name.Start, Phrase.End) - Phrase.Start - 2)), "方式", "渠道", "途径", "形式") ? null : before;
        var stage = _name.OpensCount ? _name.Verb : _lead.Stage ?? behind ?? before ?? _name.Verb;
        return stage is { Length: > 2 } && stage[0] is '已' ? stage[1..] : stage;
    }

    private bool IsExpected => !_parts.IsTarget && (State.Expected || Phrase.Expected || _lead.Is(WordClass.Expected));

    private static decimal? Scale(decimal value, decimal factor)
    {
        // 28 digits of 亿元 pass what a decimal holds.
        return Math.Abs(value) < decimal.MaxValue / Math.Max(factor, 1) ? value * factor : null;
    }

    private string? AgainstText()
    {
        if (Phrase.Against is not { } against)
        {
            return _lead.Against;
        }

        // 高于地区生产总值增速1个百分点: the growth word belongs to what is compared with.
        var first = _parts.Tokens[_lead.First];
        return against + (first.Is(WordClass.Up) && Phrase.Side != 0 ? _parts.Text[first.Start..first.End] : "");
    }
}
