using Luoshi.Core.Reporting;

namespace Luoshi.Core.Quantities;

/// <summary>Goes over the tokens once, left to right, and makes a quantity of every figure, with what the sentence has said so far.</summary>
internal sealed class SentenceReader(string text, List<Token> tokens, List<Measure> measures, List<DateExpression> dates, QuantityContext context)
{
    private const int MostPlaces = 40;

    private readonly List<Quantity> _found = [];
    private readonly SentencePeriods _periods = new(text, tokens, measures, dates, context);
    private (string? Topic, string Unit, int Total, (ReportingPeriod From, ReportingPeriod To)? Period, bool PeriodIsWritten, bool Expected, string? Scope)? _outside;

    /// <summary>The quantity read from a token, for shares that point at their base.</summary>
    private readonly Dictionary<int, int> _byToken = [];

    private readonly ItemScopes _places = new();

    private SentenceState State => _periods.State;

    public List<Quantity> Read()
    {
        TakeSubject(0);
        for (var at = 0; at < tokens.Count; at++)
        {
            switch (tokens[at].Kind)
            {
                case TokenKind.Stop:
                    EndSentence(at);
                    State.FirstToken = BehindDate(at + 1);
                    TakeSubject(at + 1);
                    break;
                case TokenKind.Semicolon:
                    EndPart(at);
                    _periods.EndPart(at);
                    State.FirstToken = BehindDate(at + 1);
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
                    LeaveParentheses(at);
                    break;
                case TokenKind.Open:
                    _outside = (State.Topic, State.TopicUnit, State.Total, State.Period, State.PeriodIsWritten, State.Expected, State.Scope);
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

    /// <summary><b>至9月底，</b>开工建设160个: the sentence begins behind its date.</summary>
    private int BehindDate(int at)
    {
        at += at + 1 < tokens.Count && tokens[at].Is(WordClass.Reach) && tokens[at + 1].Kind == TokenKind.Date ? 1 : 0;
        return at + 1 < tokens.Count && tokens[at].Kind == TokenKind.Date && tokens[at + 1].Kind == TokenKind.Comma ? at + 2 : at;
    }

    /// <summary>A sentence that begins with 其中 is about the period and the place of the one before.</summary>
    private void EndSentence(int stop)
    {
        if (stop + 1 < tokens.Count && tokens[stop + 1].Is(WordClass.PartOf) && text[tokens[stop].Start] is '。')
        {
            State.Period = State.TellsParts ? State.WholePeriod ?? State.Period : State.Period;
            EndPart(stop);
            State.TellsParts = true;
            return;
        }

        _places.EndSentence(_found.Count);
        _periods.EndSentence(stop);
    }

    /// <summary>预计全年财政收入4.1亿元；税收2.8亿元: what is expected of the year is so for the whole list.</summary>
    private void EndPart(int semicolon)
    {
        _places.EndPart(State, _found.Count);
        var goesOn = State is { Expected: true, ExpectsAll: true }
            && !(semicolon + 1 < tokens.Count && (tokens[semicolon + 1].Kind == TokenKind.Date || tokens[semicolon + 1].Is(WordClass.Done) || text[tokens[semicolon + 1].Start] is '已' or '现' or '目'));
        State.EndPart();
        State.Expected = goesOn;
    }

    /// <summary>预计投资3亿元，已完成2亿元: what is done is not expected any more. 去年签约的12个项目中，已开工5个; 9月底前完成12项，已完成7项: the date before was theirs.</summary>
    private void LeaveClause(int comma)
    {
        var tellsDone = comma + 1 < tokens.Count && text[tokens[comma + 1].Start] is '已' or '现';
        State.Expected &= !tellsDone;
        if (tellsDone && State.Period is { } period && context.AsOf is { } asOf && (period.From > asOf || (comma > 0 && text[tokens[comma - 1].End - 1] is '中' && period.To.Year < asOf.Year)))
        {
            State.Period = null;
        }
    }

    /// <summary>What parentheses say ends with them: 投资1.2亿元（含设备3000万元），占60% is about the investment.</summary>
    private void LeaveParentheses(int close)
    {
        if (_outside is { } outside)
        {
            (State.Total, State.Expected, State.Scope) = (outside.Total, outside.Expected, outside.Scope);
            var datesWhatFollows = tokens[close].Data is >= 0 and var open && close - open == 2 && tokens[open + 1].Kind == TokenKind.Date;
            if (outside.Period is not null || !datesWhatFollows)
            {
                (State.Period, State.PeriodIsWritten) = (outside.Period, outside.PeriodIsWritten);
            }

            if (outside.Topic is not null)
            {
                (State.Topic, State.TopicUnit) = (outside.Topic, outside.Unit);
                State.TopicByUnit[outside.Unit] = outside.Topic;
            }
        }

        _outside = null;
    }

    /// <summary>The noun a clause begins with, behind a verb: <b>海塘项目</b>正在施工, 交付<b>安置房</b>已排定计划.</summary>
    private void TakeSubject(int at)
    {
        while (at + 1 < tokens.Count && (tokens[at].Kind == TokenKind.Date || tokens[at].Is(WordClass.Scope | WordClass.Adverb) || (tokens[at].Kind == TokenKind.Text && PhraseVerbs.IsManner(text.AsSpan(tokens[at].Start..tokens[at].End))) || (at > 0 && tokens[at].Kind == TokenKind.Comma && tokens[at - 1].Kind == TokenKind.Date)))
        {
            at++;
        }

        if (at < tokens.Count && tokens[at].Is(WordClass.Stage | WordClass.Verb))
        {
            State.SubjectVerb = text[tokens[at].Start..tokens[at].End];
            at++;
        }

        if (at + 1 < tokens.Count && tokens[at].Kind == TokenKind.Text && tokens[at + 1].Kind is TokenKind.Word or TokenKind.Comma or TokenKind.Date or TokenKind.Measure)
        {
            var name = text.AsSpan(tokens[at].Start, tokens[at].End - tokens[at].Start);
            var predicate = name.IndexOf("正");
            var subject = predicate > 0 ? name[..predicate] : name;
            // <b>认真抓好</b>各项工作: what they do, and nothing that is measured.
            State.Subject = subject.Length > 3 && LeadingVerbs.AtEnd(subject) == 2 && VerbShapes.IsHow(subject[..2]) ? null : MetricNames.Clean(subject);
        }
    }

    private void TakeTopicBeforeColon(int at)
    {
        var phrase = NounPhrase.Before(at, tokens, text, relative: false);
        if (!phrase.IsEmpty && phrase.End - phrase.Start <= 20 && MetricNames.Clean(text.AsSpan(phrase.Start, phrase.End - phrase.Start)) is { } topic && !Places.IsOffice(topic))
        {
            (State.Topic, State.TopicUnit) = (topic, "");
        }
    }

    private void TakeDate(int at)
    {
        if (_periods.TakeNow(at))
        {
            return;
        }

        if (Milestones.Read(at, text, tokens, dates, context, State) is { } milestone)
        {
            Add(at, milestone, milestone.Metric);
            return;
        }

        _periods.Take(at);
    }

    private void TakeWord(int at)
    {
        var token = tokens[at];
        if (token.Is(WordClass.Strive) && !(at > 0 && tokens[at - 1].Is(WordClass.Up | WordClass.Adverb) && token.Is(WordClass.Verb)) && !(token.Is(WordClass.Verb) && at + 1 < tokens.Count && (tokens[at + 1].Kind == TokenKind.Text || tokens[at + 1].Is(WordClass.Stage | WordClass.Verb)) && PlanWords.IsFunding(text.AsSpan(tokens[at + 1].Start))) && !(token.Is(WordClass.Verb) && at + 2 < tokens.Count && tokens[at + 1].Kind == TokenKind.Measure && tokens[at + 2].Kind == TokenKind.Text && PlanWords.IsFunding(text.AsSpan(tokens[at + 2].Start..tokens[at + 2].End))))
        {
            State.Strive = true;
        }

        // 建成后，<b>将</b>新增供水能力3万立方米.
        State.Planned |= text.AsSpan(token.Start..token.End) is "将" && context.Field == QuantityField.Progress && at + 1 < tokens.Count && tokens[at + 1].Is(WordClass.Stage) && !(at > 0 && tokens[at - 1].Is(WordClass.Done));
        if (token.Is(WordClass.Scope) && token.End - token.Start == 2 && text[token.Start] is '全' or '我' && text[token.End - 1] is not '国' && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Text && SentenceHeads.StandsBeforeFigures(at, tokens))
        {
            // 全区就业人员中，第一产业2.1万人: the whole sentence is of the place it begins with.
            State.Scope = text[token.Start..token.End];
        }

        State.Planned |= token.Is(WordClass.Planned) && PlanWords.Mark(at, tokens, text);
        State.Planned &= !token.Is(WordClass.Done) || token.End - token.Start == 1 && text[token.Start] is '于';
        State.Planned &= !(token.Is(WordClass.Adverb) && text.AsSpan(token.Start..token.End) is "共" or "实际" && at + 1 < tokens.Count && tokens[at + 1].Is(WordClass.Achieve));
        State.Strive &= !token.Is(WordClass.Ensure) && !(context.Field == QuantityField.Progress && token.Is(WordClass.Adverb) && text[token.Start] is '了' && at > 0 && tokens[at - 1].Is(WordClass.Verb | WordClass.Stage));
        State.Expected |= token.Is(WordClass.Expected);
        State.ExpectsAll |= token.Is(WordClass.Expected) && SentenceHeads.StandsBeforeFigures(at, tokens);
        if (token.Is(WordClass.Turn) || (token.Is(WordClass.Up | WordClass.Down) && text[token.Start] is '双' && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Comma))
        {
            TakeTurned(at);
        }
        else if (token.Is(WordClass.Respectively))
        {
            TakeSharedPlaces(at);
        }
        else if (token.Is(WordClass.PartOf))
        {
            State.PartsArePlaces = false;
            State.Total = _found.FindLastIndex(_found.Count - 1, Math.Min(_found.Count, 8), quantity => quantity.Kind is QuantityKind.Count or QuantityKind.Amount or QuantityKind.Level);
        }
        else if (token.Is(WordClass.Zero | WordClass.Flat | WordClass.InStep)
            && Standings.Read(at, text, tokens, context, State) is { } standing)
        {
            Add(at, standing, standing.Metric);
        }
        else if (token.Is(WordClass.AtLeast | WordClass.Above) && Standings.ReadRelative(at, text, tokens, context, State) is { } relative)
        {
            Add(at, relative, relative.Metric);
        }
    }

    /// <summary>工业用电量由正转负，下降0.9%; 事故起数、死亡人数双下降，分别下降12.5%、20%: what has turned is what the figures behind measure.</summary>
    private void TakeTurned(int at)
    {
        var phrase = NounPhrase.Before(Lead.Before(at, tokens, text).First, tokens, text, relative: false, rate: true);
        if (!phrase.IsEmpty && MetricNames.Clean(text.AsSpan(phrase.Start, phrase.End - phrase.Start)) is { } topic)
        {
            (State.Topic, State.TopicUnit, State.TopicScope) = (topic, "%", phrase.Scope);
            State.LastShared = SharedNouns.Split(topic);
        }
    }

    /// <summary>云溪镇、石桥镇<b>分别</b>完成12户、15户: each figure is of its own place.</summary>
    private void TakeSharedPlaces(int at)
    {
        var first = at;
        while (first > 0 && at - first < MostPlaces && (tokens[first - 1].Kind is TokenKind.Text or TokenKind.Pause || tokens[first - 1].Is(WordClass.Stage)))
        {
            first--;
        }

        var places = Places.List(text.AsSpan(tokens[first].Start, tokens[at].Start - tokens[first].Start), context.Places, out _, areas: true);
        if (places.Count == 0 && State.SharedScopes.Count > 1 && State.NextScope == State.SharedScopes.Count)
        {
            // 两个镇分别签约12户、15户，签约率<b>分别</b>为90%、95%: of the same places again.
            places = State.SharedScopes;
        }

        (State.SharedScopes, State.NextScope) = (places, 0);
    }

    private void TakeRank(int at)
    {
        if (Standings.ReadRank(at, text, tokens, measures, context, State) is { } rank)
        {
            Add(at, rank, rank.Metric);
        }
    }

    private void TakeMeasure(int at)
    {
        var figure = new Figure(at, text, tokens, measures, context, State);
        if (figure.Whole.Index is { } token && _byToken.TryGetValue(token, out var whole))
        {
            figure.WholeIndex = whole;
        }

        var quantity = figure.ToQuantity();
        if (State.Total >= 0 && quantity.WholeIndex is null && State.Total < _found.Count && _found[State.Total].BaseUnit == quantity.BaseUnit && quantity.BaseUnit != "%")
        {
            quantity = quantity with { WholeIndex = State.Total };
        }

        Add(at, quantity, figure.OwnMetric);
        if (State.NextScope < State.SharedScopes.Count)
        {
            _found[^1] = _found[^1] with { Scope = State.SharedScopes[State.NextScope++] };
        }
    }

    private void Add(int at, Quantity quantity, string? topic)
    {
        if (State.PeriodIsCarried && quantity.Role == QuantityRole.Plan)
        {
            // 上半年开工12个。全年力争开工30个: a plan is of no earlier sentence's months.
            quantity = quantity with { From = null, To = null };
        }

        _periods.Leave(quantity);

        if (quantity.Scope is { } scope && quantity.WholeIndex is null && (Places.IsPlace(scope, context.Places) || scope.Length <= 3 || ItemScopes.IsWhole(scope)))
        {
            _places.Take(State, scope, _found.Count);
        }

        var secondary = quantity.Role == QuantityRole.Restated || quantity.Kind == QuantityKind.Deadline || Wholes.IsInside(at, tokens);
        var setsTopic = !secondary || (State.Topic is null && !Wholes.IsInside(at, tokens));
        if (topic is not null && setsTopic)
        {
            State.Topics.Add(topic);
            State.LastShared = State.Shared.Count > 1 && State.NextShared <= State.Shared.Count && State.NextShared > 0 ? State.LastShared : [];
            State.TopicScope = quantity.Scope;
            State.TopicByUnit[quantity.BaseUnit] = topic;
            (State.Topic, State.TopicUnit) = (topic, quantity.Kind == QuantityKind.Deadline ? "时" : quantity.BaseUnit);
        }
        else if (topic is null && State.Topic is not null && quantity.Kind is QuantityKind.Count or QuantityKind.Amount && State.TopicUnit.Length == 0)
        {
            State.TopicUnit = quantity.BaseUnit;
        }

        else if (topic is null && quantity is { Kind: QuantityKind.Count or QuantityKind.Amount, Metric: { } again } && again == State.Topic)
        {
            // 民生实事10类32项，已完成13项.
            State.TopicByUnit.TryAdd(quantity.BaseUnit, again);
        }
        else if (topic is null && State.Topic is null && quantity is { Kind: QuantityKind.Growth or QuantityKind.Count or QuantityKind.Amount, Metric: { } inherited })
        {
            (State.Topic, State.TopicUnit) = (inherited, quantity.BaseUnit);
        }

        State.PartsArePlaces |= quantity.WholeIndex is not null && topic is null && quantity.Scope is { } part && part != State.Scope;
        State.PlanTopic = quantity.Kind == QuantityKind.ShareOfPlan ? quantity.Metric : State.PlanTopic;
        State.LastMetric = quantity.Metric;
        _byToken[at] = _found.Count;
        _found.Add(quantity);
    }
}
