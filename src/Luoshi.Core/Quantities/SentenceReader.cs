using Luoshi.Core.Reporting;

namespace Luoshi.Core.Quantities;

/// <summary>Goes over the tokens once, left to right, and makes a quantity of every figure, with what the sentence has said so far.</summary>
internal sealed class SentenceReader(string text, List<Token> tokens, List<Measure> measures, List<DateExpression> dates, QuantityContext context)
{
    private const int MostPlaces = 40;

    private readonly List<Quantity> _found = [];
    private readonly SentenceState _state = new();
    private (ReportingPeriod From, ReportingPeriod To)? _periodBefore;
    private bool _restoresPeriod;
    private (string? Topic, string Unit, int Total, (ReportingPeriod From, ReportingPeriod To)? Period, bool PeriodIsWritten)? _outside;

    /// <summary>The quantity read from a token, for shares that point at their base.</summary>
    private readonly Dictionary<int, int> _byToken = [];

    public List<Quantity> Read()
    {
        TakeSubject(0);
        for (var at = 0; at < tokens.Count; at++)
        {
            switch (tokens[at].Kind)
            {
                case TokenKind.Stop:
                    EndSentence(at);
                    _state.FirstToken = at + 1;
                    TakeSubject(at + 1);
                    break;
                case TokenKind.Semicolon:
                    EndPart(at);
                    _state.FirstToken = at + 1;
                    TakeSubject(at + 1);
                    break;
                case TokenKind.Colon:
                    TakeTopicBeforeColon(at);
                    break;
                case TokenKind.Date:
                    TakeDate(at);
                    break;
                case TokenKind.Word:
                    TakeWord(at);
                    break;
                case TokenKind.Measure:
                    TakeMeasure(at);
                    break;
                case TokenKind.Rank:
                    TakeRank(at);
                    break;
                case TokenKind.Close:
                    LeaveParentheses();
                    break;
                case TokenKind.Open:
                    _outside = (_state.Topic, _state.TopicUnit, _state.Total, _state.Period, _state.PeriodIsWritten);
                    break;
                case TokenKind.Comma:
                    LeaveClause(at);
                    break;
                case TokenKind.Text or TokenKind.Pause:
                    break;
            }
        }

        return _found;
    }

    /// <summary>A sentence that begins with 其中 is about the period and the place of the one before.</summary>
    private void EndSentence(int stop)
    {
        if (stop + 1 < tokens.Count && tokens[stop + 1].Is(WordClass.PartOf) && text[tokens[stop].Start] is '。')
        {
            _state.EndPart();
            _state.TellsParts = true;
            return;
        }

        _state.EndSentence();
    }

    /// <summary>预计全年财政收入4.1亿元；税收2.8亿元: what is expected of the year is so for the whole list.</summary>
    private void EndPart(int semicolon)
    {
        var goesOn = _state is { Expected: true, PeriodIsWritten: true, Period: { } period } && context.AsOf is { } asOf && period.To > asOf
            && !(semicolon + 1 < tokens.Count && (tokens[semicolon + 1].Kind == TokenKind.Date || tokens[semicolon + 1].Is(WordClass.Done) || text[tokens[semicolon + 1].Start] is '已' or '现' or '目'));
        _state.EndPart();
        _state.Expected = goesOn;
    }

    /// <summary>预计投资3亿元，已完成2亿元: what is done is not expected any more. 去年签约的12个项目中，已开工5个; 9月底前完成12项，已完成7项: the date before was theirs.</summary>
    private void LeaveClause(int comma)
    {
        var tellsDone = comma + 1 < tokens.Count && text[tokens[comma + 1].Start] is '已' or '现';
        _state.Expected &= !tellsDone;
        if (tellsDone && _state.Period is { } period && context.AsOf is { } asOf && (period.From > asOf || (comma > 0 && text[tokens[comma - 1].End - 1] is '中' && period.To.Year < asOf.Year)))
        {
            _state.Period = null;
        }
    }

    /// <summary>What parentheses say ends with them: 投资1.2亿元（含设备3000万元），占60% is about the investment.</summary>
    private void LeaveParentheses()
    {
        if (_outside is { } outside)
        {
            _state.Total = outside.Total;
            if (outside.Period is not null)
            {
                (_state.Period, _state.PeriodIsWritten) = (outside.Period, outside.PeriodIsWritten);
            }

            if (outside.Topic is not null)
            {
                (_state.Topic, _state.TopicUnit) = (outside.Topic, outside.Unit);
                _state.TopicByUnit[outside.Unit] = outside.Topic;
            }
        }

        _outside = null;
    }

    /// <summary>The noun a clause begins with, behind a verb: <b>海塘项目</b>正在施工, 交付<b>安置房</b>已排定计划.</summary>
    private void TakeSubject(int at)
    {
        while (at + 1 < tokens.Count && (tokens[at].Kind == TokenKind.Date || tokens[at].Is(WordClass.Scope | WordClass.Adverb) || (at > 0 && tokens[at].Kind == TokenKind.Comma && tokens[at - 1].Kind == TokenKind.Date)))
        {
            at++;
        }

        if (at < tokens.Count && tokens[at].Is(WordClass.Stage | WordClass.Verb))
        {
            _state.SubjectVerb = text[tokens[at].Start..tokens[at].End];
            at++;
        }

        if (at + 1 < tokens.Count && tokens[at].Kind == TokenKind.Text && tokens[at + 1].Kind is TokenKind.Word or TokenKind.Comma or TokenKind.Date or TokenKind.Measure)
        {
            var name = text.AsSpan(tokens[at].Start, tokens[at].End - tokens[at].Start);
            var predicate = name.IndexOf("正");
            _state.Subject = MetricNames.Clean(predicate > 0 ? name[..predicate] : name);
        }
    }

    private void TakeTopicBeforeColon(int at)
    {
        var phrase = NounPhrase.Before(at, tokens, text, relative: false);
        if (!phrase.IsEmpty && phrase.End - phrase.Start <= 20 && MetricNames.Clean(text.AsSpan(phrase.Start, phrase.End - phrase.Start)) is { } topic)
        {
            (_state.Topic, _state.TopicUnit) = (topic, "");
        }
    }

    private void TakeDate(int at)
    {
        var date = dates[tokens[at].Data];
        if (at > 0 && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Comma && tokens[at - 1].Is(WordClass.Reach) && text[tokens[at].Start - 1] is '到' or '至' or ' ' && text[tokens[at].End - 1] is '底' or '末')
        {
            // 至4月底，已有23个项目: from the beginning of the year.
            date = date with { UpTo = true };
        }

        if (at > 0 && tokens[at - 1].Kind == TokenKind.Date && text.AsSpan(tokens[at].Start..tokens[at].End) is "当月" or "当季")
        {
            // 5月当月 is May.
            return;
        }

        if (date.Now && _state is { Expected: true, PeriodIsWritten: true, Period: { } expected } && context.AsOf is { } now && expected.To > now)
        {
            // 预计全年累计完成15公里.
            return;
        }

        if (date.Now)
        {
            _state.Planned = false;
            if (context.Field == QuantityField.Progress && !KeepsPeriod())
            {
                _state.Period = date.Months(context.AsOf);
                _state.PeriodIsWritten = false;
            }

            return;
        }

        if (Milestones.Read(at, text, tokens, dates, context, _state) is { } milestone)
        {
            Add(at, milestone, milestone.Metric);
            return;
        }

        var compares = at > 0 && tokens[at - 1].Is(WordClass.Than | WordClass.InStep | WordClass.Share)
            || (at > 0 && text[tokens[at - 1].End - 1] is '与' or '同')
            || (at > 0 && at + 1 < tokens.Count && tokens[at - 1].Is(WordClass.Reach | WordClass.UpTo) && tokens[at + 1].Is(WordClass.Of))
            || (at + 1 < tokens.Count && tokens[at + 1].Is(WordClass.YearOnYear) && text[tokens[at + 1].Start] is '同')
            || (at + 1 < tokens.Count && text.AsSpan(tokens[at].End).StartsWith("同期", StringComparison.Ordinal));
        if (!compares && (date.Day == 0 || date.UpTo) && !PlanWords.AreNamed(text.AsSpan(tokens[at].End)) && !PlanWords.NamesPrize(at, date, tokens, text))
        {
            _periodBefore = at > 0 && tokens[at - 1].Is(WordClass.From) ? _state.Period : null;
            _restoresPeriod = at > 0 && tokens[at - 1].Is(WordClass.From);
            _state.Period = date.Months(context.AsOf);
            _state.PeriodIsWritten = true;
        }
    }

    /// <summary>1-4月累计 stays 1-4月; 本月3个，累计17个 does not stay 本月.</summary>
    private bool KeepsPeriod() => _state.PeriodIsWritten && _state.Period is { } period && period.From.Month == 1 && context.AsOf is { } asOf && period.To <= asOf;

    private void TakeWord(int at)
    {
        var token = tokens[at];
        if (token.Is(WordClass.Strive) && !(at > 0 && tokens[at - 1].Is(WordClass.Up) && token.Is(WordClass.Verb)) && !(token.Is(WordClass.Verb) && at + 1 < tokens.Count && (tokens[at + 1].Kind == TokenKind.Text || tokens[at + 1].Is(WordClass.Stage | WordClass.Verb)) && PlanWords.IsFunding(text.AsSpan(tokens[at + 1].Start))))
        {
            _state.Strive = true;
        }

        _state.Planned |= token.Is(WordClass.Planned) && PlanWords.Mark(at, tokens, text);
        _state.Planned &= !token.Is(WordClass.Done) || token.End - token.Start == 1 && text[token.Start] is '于';
        _state.Strive &= !token.Is(WordClass.Ensure);
        _state.Expected |= token.Is(WordClass.Expected);
        if (token.Is(WordClass.Turn))
        {
            TakeTurned(at);
        }
        else if (token.Is(WordClass.Respectively))
        {
            TakeSharedPlaces(at);
        }
        else if (token.Is(WordClass.PartOf))
        {
            _state.PartsArePlaces = false;
            _state.Total = _found.FindLastIndex(_found.Count - 1, Math.Min(_found.Count, 8), quantity => quantity.Kind is QuantityKind.Count or QuantityKind.Amount or QuantityKind.Level);
        }
        else if (token.Is(WordClass.Zero | WordClass.Flat | WordClass.InStep)
            && Standings.Read(at, text, tokens, context, _state) is { } standing)
        {
            Add(at, standing, standing.Metric);
        }
        else if (token.Is(WordClass.AtLeast | WordClass.Above) && Standings.ReadRelative(at, text, tokens, context, _state) is { } relative)
        {
            Add(at, relative, relative.Metric);
        }
    }

    /// <summary>工业用电量由正转负，下降0.9%: what has turned is what the figure behind measures.</summary>
    private void TakeTurned(int at)
    {
        var phrase = NounPhrase.Before(Lead.Before(at, tokens, text).First, tokens, text, relative: false, rate: true);
        if (!phrase.IsEmpty && MetricNames.Clean(text.AsSpan(phrase.Start, phrase.End - phrase.Start)) is { } topic)
        {
            (_state.Topic, _state.TopicUnit, _state.TopicScope) = (topic, "%", phrase.Scope);
        }
    }

    /// <summary>云溪镇、石桥镇<b>分别</b>完成12户、15户: each figure is of its own place.</summary>
    private void TakeSharedPlaces(int at)
    {
        var first = at;
        while (first > 0 && at - first < MostPlaces && tokens[first - 1].Kind is TokenKind.Text or TokenKind.Pause)
        {
            first--;
        }

        (_state.SharedScopes, _, _state.NextScope) = (Places.List(text.AsSpan(tokens[first].Start, tokens[at].Start - tokens[first].Start), context.Places, out var length), length, 0);
    }

    private void TakeRank(int at)
    {
        if (Standings.ReadRank(at, text, tokens, measures, context, _state) is { } rank)
        {
            Add(at, rank, rank.Metric);
        }
    }

    private void TakeMeasure(int at)
    {
        var figure = new Figure(at, text, tokens, measures, context, _state);
        if (figure.Whole.Index is { } token && _byToken.TryGetValue(token, out var whole))
        {
            figure.WholeIndex = whole;
        }

        var quantity = figure.ToQuantity();
        if (_state.Total >= 0 && quantity.WholeIndex is null && _state.Total < _found.Count && _found[_state.Total].BaseUnit == quantity.BaseUnit && quantity.BaseUnit != "%")
        {
            quantity = quantity with { WholeIndex = _state.Total };
        }

        Add(at, quantity, figure.OwnMetric);
        if (_state.NextScope < _state.SharedScopes.Count)
        {
            _found[^1] = _found[^1] with { Scope = _state.SharedScopes[_state.NextScope++] };
        }
    }

    private void Add(int at, Quantity quantity, string? topic)
    {
        if (_restoresPeriod && quantity.Role == QuantityRole.Baseline)
        {
            (_state.Period, _restoresPeriod) = (_periodBefore, false);
        }

        if (quantity.Scope is { } scope && quantity.WholeIndex is null && (Places.IsPlace(scope, context.Places) || scope.Length <= 3 || (Lexicon.Index.Match(scope, out var word) == scope.Length && (word & WordClass.Scope) != 0)))
        {
            _state.Scope = scope;
        }

        var secondary = quantity.Role == QuantityRole.Restated || quantity.Kind == QuantityKind.Deadline || Wholes.IsInside(at, tokens);
        var setsTopic = !secondary || (_state.Topic is null && !Wholes.IsInside(at, tokens));
        if (topic is not null && setsTopic)
        {
            _state.Topics.Add(topic);
            _state.LastShared = _state.Shared.Count > 1 && _state.NextShared <= _state.Shared.Count && _state.NextShared > 0 ? _state.LastShared : [];
            _state.TopicScope = quantity.Scope;
            _state.TopicByUnit[quantity.BaseUnit] = topic;
            (_state.Topic, _state.TopicUnit) = (topic, quantity.Kind == QuantityKind.Deadline ? "时" : quantity.BaseUnit);
        }
        else if (topic is null && _state.Topic is not null && quantity.Kind is QuantityKind.Count or QuantityKind.Amount && _state.TopicUnit.Length == 0)
        {
            _state.TopicUnit = quantity.BaseUnit;
        }

        else if (topic is null && quantity is { Kind: QuantityKind.Count or QuantityKind.Amount, Metric: { } again } && again == _state.Topic)
        {
            // 民生实事10类32项，已完成13项.
            _state.TopicByUnit.TryAdd(quantity.BaseUnit, again);
        }
        else if (topic is null && _state.Topic is null && quantity is { Kind: QuantityKind.Growth or QuantityKind.Count or QuantityKind.Amount, Metric: { } inherited })
        {
            (_state.Topic, _state.TopicUnit) = (inherited, quantity.BaseUnit);
        }

        _state.PartsArePlaces |= quantity.WholeIndex is not null && topic is null && quantity.Scope is { } part && part != _state.Scope;
        _state.PlanTopic = quantity.Kind == QuantityKind.ShareOfPlan ? quantity.Metric : _state.PlanTopic;
        _byToken[at] = _found.Count;
        _found.Add(quantity);
    }
}
