namespace Luoshi.Core.Quantities;

/// <summary>One figure on its way to a quantity: its lead words, its noun before or behind, the whole it is a share of.</summary>
internal sealed class Figure
{
    private readonly int _at;
    private readonly string _text;
    private readonly List<Token> _tokens;
    private readonly QuantityContext _context;
    private readonly SentenceState _state;
    private readonly Measure _measure;
    private readonly Lead _lead;
    private readonly NounPhrase _phrase;
    private readonly Trailer _trailer;
    private readonly bool _restated;
    private readonly bool _joined;
    private readonly bool _continues;
    private readonly string? _scope;
    private readonly string? _metric;
    private bool _generic;
    private string? _verb;
    private int _metricStart = -1;

    public Figure(int at, string text, List<Token> tokens, List<Measure> measures, QuantityContext context, SentenceState state)
    {
        (_at, _text, _tokens, _context, _state) = (at, text, tokens, context, state);
        _measure = measures[tokens[at].Data];
        _lead = Lead.Before(at, tokens, text, _measure.Unit.Class == UnitClass.Count);
        Whole = IsShare && _lead.Of >= 0 ? Wholes.Before(_lead.Of, tokens, text) : default;
        if (Whole.Found && Whole.Starter > 0 && tokens[Whole.Starter - 1].Is(WordClass.Respectively))
        {
            // 分别完成年度任务的64.5%、79%.
            _lead = _lead with { Classes = _lead.Classes | WordClass.Respectively };
        }

        _joined = IsJoined();
        var rate = _measure.Unit.Class is UnitClass.Points or UnitClass.Share or UnitClass.Quotient or UnitClass.None or UnitClass.Duration || _lead.Is(WordClass.Up | WordClass.Down);
        var relative = rate || _lead.Stage is "新增" or "净增";
        _phrase = NounPhrase.Before(Whole.Found ? Whole.Starter : _lead.First, tokens, text, relative && !Whole.Found, rate, _measure.Unit.Class == UnitClass.Points);
        _trailer = Trailer.After(at, tokens, text);
        (_metric, _scope, _restated) = Name();
        _continues = !_lead.Is(WordClass.Respectively) && _metric is null && Continues();
        if (_continues)
        {
            _lead = _lead with { Classes = _lead.Classes | _state.SharedLead, Nearest = _state.SharedLead & Lead.Direction, Against = _state.SharedAgainst };
        }
    }

    /// <summary>The whole a share is taken of.</summary>
    public Whole Whole { get; }

    public int? WholeIndex { get; set; }

    /// <summary>The metric where the figure brings its own, to be the topic of what follows.</summary>
    public string? OwnMetric => _metric;

    private bool IsShare => _measure.Unit.Class == UnitClass.Share;

    private bool IsTarget => _context.Field == QuantityField.Content;

    private bool Falls => IsFall || (_lead.Nearest & (WordClass.Down | WordClass.DownTo)) != 0;

    private bool IsFall => IsShare && _phrase.Falls && _lead.First == _at;

    private bool Compares => _phrase.Against is not null || _lead.Is(WordClass.Than);

    public Quantity ToQuantity()
    {
        var shared = SharedMetric();
        var leadText = _text[_tokens[_lead.First].Start.._tokens[_at].Start];
        var kinds = new FigureKinds(_measure, UnitText(), _lead, leadText, _phrase, _phrase.IsWhole ? WholePhrase() : null, _trailer, Whole, _metric, shared ?? _metric ?? (_state.TopicUnit == _measure.Unit.Base ? _state.Topic : null), IsTarget, _metric is null && _lead.Is(WordClass.UpTo | WordClass.DownTo) ? _state.BaselineKind : IsFall ? QuantityKind.Growth : null);
        // 增长5%以上、力争5.5%: the upper tier is of the kind of the floor.
        var follows = _joined || (_lead.Is(WordClass.Strive) && _lead.Nearest == WordClass.None);
        var kind = IsShare && follows && _metric is null && _state.LastShare is { } before ? before : kinds.Kind();
        if (_lead.Is(WordClass.Respectively) && !_continues)
        {
            _state.SharedKind = kind;
        }
        else if (_continues && _state.SharedKind == QuantityKind.Level && kind is QuantityKind.Count or QuantityKind.Amount)
        {
            // 分别达到9.8万人、6.1万人.
            kind = QuantityKind.Level;
        }

        _state.LastShare = IsShare ? kind : null;
        var metric = shared ?? _metric ?? new InheritedTopic(_state, _phrase, _lead, _measure.Unit, _joined || _generic, StageOf()).For(kind) ?? (_state.Topic is null && _phrase.Progress ? ProgressName() : null);
        var comparator = kinds.ComparatorFor(kind);
        var sign = kind == QuantityKind.Growth && (Falls || (_phrase.Side < 0 && (_lead.Nearest == WordClass.None || _phrase.Against is not null))) && _measure.Value >= 0 ? -1 : kind == QuantityKind.ShareOfPlan && (_phrase.Side < 0 || (_phrase.Against is not null && _lead.Is(WordClass.Below))) ? -1 : 1;
        var roles = new FigureRoles(_context, _state, _lead, _measure.Unit, _trailer, _restated, Compares, _lead.ChangesRate(_at, _tokens, _text), IsExpected);
        var role = roles.RoleOf(kind);
        _state.BaselineKind = role == QuantityRole.Baseline ? kind : null;
        var fallsBehind = sign < 0;
        var value = _measure.Value * sign;
        var baseFactor = _measure.Factor * _measure.Unit.Factor;
        var end = _trailer.End;
        var start = SpanStart();
        return new Quantity
        {
            Span = TextSpan.Between(start, end),
            ValueSpan = TextSpan.Between(_tokens[_at].Start, _tokens[_at].End),
            Metric = metric,
            MetricKey = MetricNames.Key(metric),
            Kind = kind,
            Comparator = fallsBehind ? FigureKinds.Flip(comparator) : comparator,
            Value = value,
            Upper = _measure.Upper * sign,
            Unit = _measure.UnitStart < _tokens[_at].End ? UnitText() : _measure.Unit.Base,
            BaseValue = Scale(value, baseFactor),
            BaseUpper = _measure.Upper is { } upper ? Scale(upper * sign, baseFactor) : null,
            BaseUnit = _measure.Unit.Base,
            Stretch = _state.Strive,
            Estimated = _measure.More ? IsExpected : comparator == Quantities.Comparator.About || IsExpected,
            Scope = _scope ?? (_metric is null ? _state.TopicScope : null) ?? _state.Scope,
            From = _state.Period?.From,
            To = roles.LastMonth(role),
            Role = role,
            Stage = StageOf(),
            Against = AgainstText(),
            Whole = Whole.Found ? Whole.Name : IsShare && _phrase.IsWhole ? WholePhrase() : _phrase.Progress && _metric is null ? null : WorkName(),
            WholeIndex = WholeIndex,
        };
    }

    /// <summary>已整改 is the stage 整改; a stage behind the noun says more than a verb before it: 组织5家企业申报.</summary>
    private string? StageOf()
    {
        var stage = _lead.Stage ?? _trailer.Stage ?? _phrase.Stage ?? _verb;
        return stage is { Length: > 2 } && stage[0] is '已' ? stage[1..] : stage;
    }

    private bool IsExpected => !IsTarget && (_state.Expected || _phrase.Expected || _lead.Is(WordClass.Expected));

    private string UnitText() => _text[_measure.UnitStart.._tokens[_at].End].TrimEnd('半').Replace("余", "", StringComparison.Ordinal).Replace("多", "", StringComparison.Ordinal);

    private static decimal? Scale(decimal value, decimal factor)
    {
        // 28 digits of 亿元 pass what a decimal holds.
        return Math.Abs(value) < decimal.MaxValue / Math.Max(factor, 1) ? value * factor : null;
    }

    private string? AgainstText()
    {
        if (_phrase.Against is not { } against)
        {
            return _lead.Against;
        }

        // 高于地区生产总值增速1个百分点: the growth word belongs to what is compared with.
        var first = _tokens[_lead.First];
        return against + (first.Is(WordClass.Up) && _phrase.Side != 0 ? _text[first.Start..first.End] : "");
    }

    private int SpanStart()
    {
        if (Whole.Found)
        {
            return _metric is not null && _metricStart >= 0 && _phrase.End <= _tokens[Whole.Starter].Start ? _metricStart : _tokens[Whole.Starter].Start;
        }

        var first = _lead.First;
        while (first < _at && (_tokens[first].Kind == TokenKind.Date || (_trailer.Noun is not null && (IsFor(first) || (first + 1 < _at && IsFor(first + 1))))))
        {
            first++;
        }

        var lead = _tokens[first].Start;
        if (IsShare && _phrase.IsWhole && _phrase.FirstToken > 0 && _phrase.FirstToken <= _at)
        {
            return _tokens[_phrase.FirstToken - 1].Start;
        }

        if (_metricStart < 0 && _trailer.Noun is null && first == _lead.First && first > 1 && _tokens[first - 1].Is(WordClass.Verb) && _tokens[first - 2].Is(WordClass.Done))
        {
            // 现已敷设21.5公里.
            return _tokens[first - 2].Start;
        }

        return _metricStart >= 0 && _metricStart < lead ? _metricStart : _phrase.Against is not null ? _tokens[AgainstToken()].Start : ProgressStart(lead);
    }

    private bool IsFor(int token) => _text.AsSpan(_tokens[token].Start.._tokens[token].End) is "为";

    private int ProgressStart(int lead) => _phrase.Progress && _lead.First > 0 ? Math.Min(lead, _tokens[_lead.First - 1].Start) : lead;

    private int AgainstToken()
    {
        for (var at = _lead.First - 1; at >= 0; at--)
        {
            if (_tokens[at].Is(WordClass.Above | WordClass.Below | WordClass.Than | WordClass.Pull))
            {
                return at;
            }
        }

        return _lead.First;
    }

    /// <summary>Whether the figure stands directly behind another one: 18条42公里, 20个、3500户.</summary>
    private bool IsJoined()
    {
        var before = _lead.First - 1;
        var stands = _measure.Unit.Class is UnitClass.Count or UnitClass.Amount && (_at + 1 >= _tokens.Count || _tokens[_at + 1].Kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Semicolon);
        before -= before > 0 && (_tokens[before].Kind == TokenKind.Pause || (stands && _tokens[before].Kind == TokenKind.Comma)) ? 1 : 0;
        before -= before > 0 && _tokens[before].Kind == TokenKind.Text && _text.AsSpan(_tokens[before].Start.._tokens[before].End) is "/" ? 1 : 0;
        return before >= 0 && _tokens[before].Kind == TokenKind.Measure && _lead.First == _at;
    }

    private (string? Metric, string? Scope, bool Restated) Name()
    {
        var scope = _phrase.Scope;
        var start = _phrase.Start;
        if (!_phrase.IsEmpty)
        {
            var phrase = _text.AsSpan(start, _phrase.End - start);
            _ = Places.List(phrase, _context.Places, out var several);
            var place = several > 0 ? 0 : Places.Leading(phrase, _context.Places);
            if (several > 0 && _lead.Is(WordClass.Respectively))
            {
                // 云溪镇、石桥镇垃圾分类覆盖率分别达到: every figure has its own place.
                start += several;
            }
            else if (place > 0)
            {
                scope = phrase[..place].Trim().ToString();
                start += place;
            }
        }

        if (_phrase.Subject is { } subject && scope is null && (_phrase.Achieved || Places.EndsWithPlace(subject)) && !IsShare && Places.IsOwner(subject))
        {
            scope = MetricNames.Clean(subject);
        }

        var afterFigure = _phrase.FirstToken > 0 && _phrase.Subject is not null && _lead.FollowsFigure(_tokens);
        if (afterFigure && scope is not null && _state.Scope is { } place0 && scope != place0)
        {
            // 微青岚4个省重点项目完成投资: the projects of that place.
            scope = place0 + scope;
        }

        if (_measure.Unit.Class is UnitClass.Count or UnitClass.Amount && !_phrase.IsEmpty && start < _phrase.End && !_lead.Is(WordClass.Up | WordClass.Down))
        {
            var noun = _text.AsSpan(start, _phrase.End - start);
            var verb = _phrase.FirstToken > 0 && _tokens[_phrase.FirstToken - 1].Kind == TokenKind.Measure ? Math.Max(0, LeadingVerbs.Inside(noun)) : LeadingVerbs.BehindDoer(noun);
            start += verb + LeadingVerbs.Length(noun[verb..]);
        }

        var own = Whole.Owner is { } worked ? worked : _phrase.IsEmpty || start >= _phrase.End ? null : MetricNames.Clean(_text.AsSpan(start, _phrase.End - start));
        own = MetricNames.WithoutPer(own);
        if (own is not null && (MetricWords.Works.Contains(own) || MetricWords.EndsWithAny(own, "工程量", "投资计划")) && IsShare && (_phrase.Achieved || _phrase.Progress))
        {
            // 完成总体工程量88.5%: the work is the whole, whoever did it is measured.
            own = _phrase.Subject is { } doer ? MetricNames.Clean(doer) : null;
        }
        else if (own is null && IsShare && (_phrase.Achieved || Whole.Found) && _phrase.Subject is { } achiever)
        {
            own = MetricNames.Clean(achiever);
        }

        if (IsShare && _lead.Is(WordClass.Achieve) && (own is null || _phrase.IsPast) && _phrase.Subject is { } done)
        {
            own = MetricNames.Clean(done);
        }

        var restated = false;
        var behindFigure = _text.AsSpan(_trailer.Noun is null ? _trailer.End : _tokens[_at].End).TrimStart('的');
        var countsTasks = _measure.Unit.Base is "项" or "件" && behindFigure.Length > 0 && _text[_tokens[_at].End] is not '的';
        if (!IsTarget && !IsShare && !countsTasks && (behindFigure.StartsWith("目标", StringComparison.Ordinal) || behindFigure.StartsWith("任务", StringComparison.Ordinal) || behindFigure.StartsWith("年度目标", StringComparison.Ordinal)))
        {
            own = own is not null && MetricNames.IsGeneric(own) ? null : own;
            _metricStart = own is null ? -1 : MetricStart(start, own);
            return (own, scope, true);
        }

        if (IsShare && _phrase.IsWhole && own is not null)
        {
            return (null, scope, false);
        }

        if (own is null && _phrase.Progress && _state.Topic is null)
        {
            own = ProgressName();
        }

        if (own is not null && own.Length > 3 && own.EndsWith("总投资", StringComparison.Ordinal) && own[..^3] is not ("协议" or "合同" or "签约" or "意向") && !own.StartsWith("计划", StringComparison.Ordinal))
        {
            // 东岭水库项目总投资: the project is whose, not what.
            var owner = own[..^3];
            scope ??= owner is "项目" or "工程" or "该项目" or "该工程" || owner.Contains('度') ? null : owner;
            own = "总投资";
        }

        if (!IsTarget && own is not null && !IsShare && own.EndsWith("投资计划", StringComparison.Ordinal))
        {
            restated = true;
        }
        else if (!IsTarget && !_phrase.Achieved && own is { Length: > 4 } && own.EndsWith("任务", StringComparison.Ordinal) && _measure.Unit.Class is UnitClass.Count or UnitClass.Amount && _measure.Unit.Base is not ("项" or "件" or "个" or "条"))
        {
            // 下达农村改厕任务3200户: what is to be done.
            restated = true;
            own = MetricNames.Clean(own.AsSpan()[..^2]);
        }
        else if (!IsTarget && own is not null && !IsShare)
        {
            foreach (var plan in MetricWords.Plans)
            {
                if (own.StartsWith(plan, StringComparison.Ordinal))
                {
                    restated = true;
                    var rest = own[plan.Length..];
                    own = plan.EndsWith("投资", StringComparison.Ordinal) ? plan[2..] + rest : Wholes.IsInside(_at, _tokens) ? own : MetricNames.Clean(rest);
                    break;
                }
            }
        }

        if (_trailer.Noun is { } behind && (own is null || _measure.Unit.Class == UnitClass.Count) && !IsShare | own is null)
        {
            if (own is not null && scope is null && !EtCetera() && Places.IsPlace(own, _context.Places))
            {
                scope = own;
            }

            return (behind, scope, restated);
        }

        if (own is not null && _trailer.Noun is null && _state.TopicUnit == _measure.Unit.Base && _state.Topic is not null
            && ((_state.TopicScope is { } other && Places.IsPlace(other, _context.Places) && Places.IsPlace(own, _context.Places))
                || (_state.PartsArePlaces && (own.Length == 2 || Places.IsPlace(own, _context.Places)))))
        {
            // 云溪镇完成土地流转1200亩、石桥镇860亩: the same thing of another place.
            _metricStart = MetricStart(start, own);
            return (null, own, restated);
        }

        if (own is not null && _measure.Unit is { Class: UnitClass.Count, Base: not "人" } && _state.Topic is not null && _state.TopicUnit == _measure.Unit.Base && LeadingVerbs.Is(own))
        {
            // 受理案件5126件，审结4687件.
            (_verb, _metricStart) = (own, _phrase.FirstToken > 0 && _tokens[_phrase.FirstToken - 1].Is(WordClass.Done) ? _tokens[_phrase.FirstToken - 1].Start : MetricStart(start, own));
            return (null, scope, restated);
        }

        if (IsStatus())
        {
            // 达到序时进度4个: how they stand, not what they are.
            _metricStart = _phrase.IsEmpty ? -1 : _phrase.Start;
            return (_state.Topic is null && _state.LastTopicUnit == _measure.Unit.Base ? _state.LastTopic : null, scope, restated);
        }

        if (own is { Length: 2 or 3 } && _phrase.Subject is { Length: > 2 } thing && (_phrase.IsPast || LeadingVerbs.Is(own)) && !_phrase.Achieved && _measure.Unit.Class is UnitClass.Count or UnitClass.Amount && !_measure.Unit.Base.EndsWith('元') && !MetricWords.EndsWithAny(thing, MetricWords.Doers) && !Places.EndsWithPlace(thing))
        {
            // 引水隧洞已开挖1450米.
            (_verb, own) = (own, MetricNames.Clean(thing));
            _metricStart = own is null ? -1 : MetricStart(start, own);
            return (own, scope, restated);
        }

        if (own is not null && MetricNames.IsGeneric(own))
        {
            _generic = true;
            _metricStart = own is "占比" or "比重" or "比例" ? MetricStart(start, own) : -1;
            return (null, scope, restated);
        }

        // 投资(30亿元): the noun stands outside the parentheses, the figure's statement does not.
        var apart = _lead.First > 0 && _tokens[_lead.First - 1].Kind == TokenKind.Open;
        _metricStart = own is null || apart ? -1 : MetricStart(start, own);
        return (own, scope, restated);
    }

    private bool IsStatus() => _phrase.Progress && _measure.Unit.Class == UnitClass.Count
        && _text.AsSpan(_phrase.Start, Math.Max(0, _tokens[_lead.First].Start - _phrase.Start)).TrimEnd() is var words
        && (words.EndsWith("序时进度") || words.EndsWith("时序进度") || words.EndsWith("时间进度")) && words.Length <= 8;

    private bool EtCetera() => _text.AsSpan(_phrase.Start, _phrase.End - _phrase.Start).IndexOf('等') >= 0;

    private int MetricStart(int from, string metric)
    {
        var figure = _tokens[_at].Start;
        var within = _text.AsSpan(from, Math.Max(0, figure - from)).IndexOf(metric, StringComparison.Ordinal);
        var earlier = Math.Max(0, Math.Min(from, _phrase.Start) - 60);
        var index = _text.AsSpan(earlier, Math.Max(0, figure - earlier)).IndexOf(metric, StringComparison.Ordinal);
        return within >= 0 ? from + within : index >= 0 ? earlier + index : from;
    }

    /// <summary>分别: the nouns of the phrase in turn.</summary>
    private string? SharedMetric()
    {
        if (_lead.Is(WordClass.Respectively))
        {
            _state.Shared = SharedNounsOf();
            _state.NextShared = 1;
            _state.SharedAgainst = _lead.Against;
            _state.SharedLead = _lead.Classes & ~WordClass.Respectively;
            return _state.Shared.Count > 1 ? _state.Shared[0] : null;
        }

        return _continues ? _state.Shared[_state.NextShared++] : null;
    }

    /// <summary>One noun for every figure after 分别; without nouns of its own the clause's topics; one noun alone for all of them.</summary>
    private List<string> SharedNounsOf()
    {
        var figures = 1;
        for (var at = _at + 1; at < _tokens.Count && at - _at < 16 && _tokens[at].Kind is TokenKind.Measure or TokenKind.Pause or TokenKind.Text or TokenKind.Word; at++)
        {
            figures += _tokens[at].Kind == TokenKind.Measure ? 1 : 0;
        }

        if (_metric is null && _state.Topics.Count >= figures)
        {
            return _state.Topics[^figures..];
        }

        var parts = SharedNouns.Split(_metric ?? _state.Topic);
        return parts.Count == 1 ? [.. Enumerable.Repeat(parts[0], figures)] : [.. parts];
    }

    private bool Continues() => _state.Shared.Count > _state.NextShared && _lead.First > 0
        && (_tokens[_lead.First - 1].Kind is TokenKind.Pause or TokenKind.Comma || _text[_tokens[_lead.First].Start - 1] is '和' or '与' or '及');

    private string? ProgressName()
    {
        var start = _phrase.Start < _tokens[_lead.First].Start ? _phrase.Start : ProgressStart(_tokens[_lead.First].Start);
        var end = _tokens[_lead.First].Start;
        return start < end ? MetricNames.Clean(_text.AsSpan(start, end - start)) : null;
    }

    private string? WholePhrase() => MetricNames.Clean(_text.AsSpan(_phrase.Start, _phrase.End - _phrase.Start));

    private string? WorkName()
    {
        if (!IsShare || _phrase.IsEmpty)
        {
            return null;
        }

        var phrase = MetricNames.Clean(_text.AsSpan(_phrase.Start, _phrase.End - _phrase.Start));
        return phrase is not null && phrase != _metric && (MetricWords.Works.Contains(phrase) || MetricWords.EndsWithAny(phrase, "工程量", "投资计划")) ? phrase : null;
    }
}
