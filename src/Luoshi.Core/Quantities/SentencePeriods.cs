using Luoshi.Core.Reporting;

namespace Luoshi.Core.Quantities;

/// <summary>Keeps the months that the figures of a sentence are of: from the dates written in it, and from the sentence before where it goes on.</summary>
internal sealed class SentencePeriods(string text, List<Token> tokens, List<Measure> measures, List<DateExpression> dates, QuantityContext context)
{
    private const int MostTokensSince = 12;

    private (ReportingPeriod From, ReportingPeriod To)? _before;
    private bool _restores;

    /// <summary>Whether the period is of several years, which 累计 sums up.</summary>
    private bool _isLong;

    /// <summary>Whether a figure of the sentence is of its period: a date in a sentence without figures says nothing of the next.</summary>
    private bool _tells;

    /// <summary>What has been said so far.</summary>
    public SentenceState State { get; } = new();

    /// <summary>
    /// Ends the sentence at token <paramref name="stop"/>. 上半年，税收2.8亿元。新增企业120家: what is told from January on is told so of the sentence behind, too,
    /// until another date stands there.
    /// </summary>
    public void EndSentence(int stop)
    {
        var period = GoesOn(stop) ? State.Period : null;
        (_tells, _isLong) = (false, _isLong && period is not null);
        State.EndSentence();
        (State.Period, State.PeriodIsWritten, State.PeriodIsCarried) = (period, period is not null, period is not null);
    }

    /// <summary>1-8月营收增长7.2%；已建成12公里: what has been done by now is not of the months of the part before token <paramref name="semicolon"/>.</summary>
    public void EndPart(int semicolon)
    {
        if (context.Field == QuantityField.Progress && State is { PeriodIsWritten: true, Period: { From.Month: 1 } period } && period.To < context.AsOf && semicolon + 1 < tokens.Count && SaysByNow(semicolon + 1))
        {
            (State.Period, State.PeriodIsWritten, State.PeriodIsCarried) = (null, false, false);
        }
    }

    /// <summary>目前, 累计 and 当月 at token <paramref name="at"/>; false for a date of its own.</summary>
    public bool TakeNow(int at)
    {
        var date = dates[tokens[at].Data];
        if (at > 0 && tokens[at - 1].Kind == TokenKind.Date && text.AsSpan(tokens[at].Start..tokens[at].End) is "当月" or "当季" or "单月")
        {
            // 5月当月 is May.
            return true;
        }

        if (date.Now && State is { Expected: true, PeriodIsWritten: true, Period: { } expected } && context.AsOf is { } now && expected.To > now)
        {
            // 预计全年累计完成15公里.
            return true;
        }

        if (date.Now && tokens[at].Start > 1 && text[tokens[at].Start - 1] is '年' && Numerals.IsChinese(text[tokens[at].Start - 2]))
        {
            // 五年累计: of no period that the document tells.
            (State.Period, State.PeriodIsWritten, State.Planned) = (null, false, false);
            return true;
        }

        if (date.Now && State.Planned && at > 0 && tokens[at - 1].Is(WordClass.Planned) && text[tokens[at].Start] is '累')
        {
            // 计划累计完成12公里: as much in all is planned.
            return true;
        }

        if (date.Now)
        {
            State.Planned = false;
            State.Strive &= text[tokens[at].Start] is not ('目' or '截');
            if (context.Field == QuantityField.Progress && !KeepsPeriod(at))
            {
                (State.Period, State.PeriodIsWritten, State.PeriodIsCarried) = (date.Months(context.AsOf), text[tokens[at].Start] is '截', false);
            }
        }

        return date.Now;
    }

    /// <summary>Takes the date at token <paramref name="at"/> for the figures behind it, unless it is only compared with or belongs to a noun.</summary>
    public void Take(int at)
    {
        var date = dates[tokens[at].Data];
        if (at > 0 && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Comma && tokens[at - 1].Is(WordClass.Reach) && text[tokens[at].Start - 1] is '到' or '至' or ' ' && text[tokens[at].End - 1] is '底' or '末')
        {
            // 至4月底，已有23个项目: from the beginning of the year.
            date = date with { UpTo = true };
        }

        date = StartsHere(at) ? date with { Since = true } : date;
        var start = RangeStart(at);
        var isLong = date is { Years: > 1 } or { Since: true };
        if (isLong && at > 0 && !text.AsSpan(..tokens[at].End).EndsWith("以来") && !SinceThen(at) && tokens[at - 1].Kind is TokenKind.Text or TokenKind.Word && !tokens[at - 1].Is(WordClass.From | WordClass.Scope | WordClass.Adverb))
        {
            // 落实“十四五”时期项目资金8亿元: the period of the money.
            return;
        }

        if (at > 0 && at + 2 < tokens.Count && tokens[at - 1].Is(WordClass.From) && tokens[at + 1].Is(WordClass.Of) && tokens[at + 2].Kind == TokenKind.Text)
        {
            // 结构由上年的15:33:52调整为15:31:54: the proportions of then, no figure's period.
            return;
        }

        if (IsEnd(at) || IsCompared(at) || (date is { Day: not 0, UpTo: false, Since: false } && start is null) || PlanWords.AreNamed(text.AsSpan(tokens[at].End)) || PlanWords.NamesPrize(at, date, tokens, text))
        {
            return;
        }

        _restores = at > 0 && (tokens[at - 1].Is(WordClass.From) || ArrivesAtFigure(at));
        _before = _restores ? State.Period : null;
        (State.Period, State.PeriodIsWritten, State.PeriodIsCarried) = (start is { } from ? Between(from, Numerals.IsDigit(text[tokens[at].Start]) && date is { Year: 0, IsYear: false } ? date with { Year = from.YearIn(context.AsOf) } : date) : date.Months(context.AsOf), true, false);
        _isLong = isLong;
        State.WholePeriod = State.TellsParts ? State.WholePeriod : State.Period;
    }

    /// <summary>由2020年的8亿元增至2024年的12亿元，年均增长10%: the years were those of the two levels.</summary>
    public void Leave(Quantity quantity)
    {
        _tells |= quantity.From is not null;
        if (_restores && quantity.Role == QuantityRole.Baseline)
        {
            (State.Period, _restores) = (_before, false);
        }
    }

    /// <summary>从<b>2024年3月1日</b>起: from then on.</summary>
    private bool StartsHere(int at) => at > 0 && ((text.AsSpan(tokens[at].End).StartsWith("起") && (tokens[at - 1].Is(WordClass.From) || tokens[at - 1].Kind is TokenKind.Comma or TokenKind.Stop)) || ((tokens[at - 1].Is(WordClass.From) || (at > 1 && tokens[at - 1].Kind == TokenKind.Text && tokens[at - 2].Is(WordClass.From))) && SinceThen(at)));

    /// <summary>自2021年<b>结对帮扶</b>以来，, 自区公安局3月起<b>部署行动</b>以来，: what began then stands between.</summary>
    private bool SinceThen(int at)
    {
        for (var next = at + 1; next < tokens.Count && next - at < MostTokensSince; next++)
        {
            if (tokens[next].Kind is TokenKind.Comma)
            {
                return text.AsSpan(0, tokens[next].Start).EndsWith("以来");
            }

            if (tokens[next].Kind is TokenKind.Measure or TokenKind.Stop or TokenKind.Semicolon)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The first of the two dates of a range, 2023年10月1日至<b>2024年3月31日</b>; null where the date stands alone.</summary>
    private DateExpression? RangeStart(int at) =>
        at > 1 && tokens[at - 2].Kind == TokenKind.Date && text.AsSpan(tokens[at - 2].End..tokens[at].Start).Trim() is "至" or "到" or "-" or "—" or "——" or "–" or "～" or "~" ? dates[tokens[at - 2].Data] : null;

    private (ReportingPeriod From, ReportingPeriod To)? Between(DateExpression from, DateExpression to) =>
        from.Months(context.AsOf) is { } first && to.Months(context.AsOf) is { } last && first.From <= last.To ? (first.From, last.To) : null;

    /// <summary>政策延续实施至<b>2026年底</b>，: until when something lasts. 2家调整至<b>明年</b>: when they are to come.</summary>
    private bool IsEnd(int at) => at > 0 && tokens[at - 1].Is(WordClass.UpTo) && text[tokens[at - 1].Start] is '调' || at > 1 && text.AsSpan(tokens[at - 1].Start..tokens[at - 1].End) is "至" or "到" && (tokens[at - 2].Kind == TokenKind.Text || tokens[at - 2].Is(WordClass.Stage | WordClass.Verb)) && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Comma;

    private bool IsCompared(int at) =>
        (at > 0 && tokens[at - 1].Is(WordClass.Than | WordClass.InStep | WordClass.Share | WordClass.YearOnYear))
            || (at > 0 && text[tokens[at - 1].End - 1] is '与' or '同')
            || (at > 2 && tokens[at - 2].Kind == TokenKind.Date && tokens[at - 3].Is(WordClass.Than) && text.AsSpan(tokens[at - 1].Start..tokens[at - 1].End) is "和" or "、")
            || (at > 0 && at + 1 < tokens.Count && tokens[at - 1].Is(WordClass.Reach | WordClass.UpTo) && tokens[at + 1].Is(WordClass.Of) && !ArrivesAtFigure(at))
            || (at + 1 < tokens.Count && tokens[at + 1].Is(WordClass.YearOnYear) && text[tokens[at + 1].Start] is '同')
            || (at + 1 < tokens.Count && text.AsSpan(tokens[at].End).StartsWith("同期", StringComparison.Ordinal));

    /// <summary>增至<b>2024年</b>的48亿元 is of that year; 恢复到<b>2019年</b>的112% compares with it.</summary>
    private bool ArrivesAtFigure(int at) => tokens[at - 1].Is(WordClass.UpTo) && at + 2 < tokens.Count && tokens[at + 2].Kind == TokenKind.Measure && measures[tokens[at + 2].Data].Unit.Class != UnitClass.Share;

    /// <summary>1-4月累计 stays 1-4月; 本月3个，累计17个 does not stay 本月.</summary>
    private bool KeepsPeriod(int at) => (_isLong && text[tokens[at].Start] is '累') || State is { PeriodIsWritten: true, Period: { From.Month: 1 } period } && context.AsOf is { } asOf && (State.PeriodIsCarried ? period.To == asOf : period.To <= asOf);

    /// <summary>What has been done by now (已, 目前) is not of an earlier month.</summary>
    private bool GoesOn(int stop)
    {
        if (context.Field != QuantityField.Progress || !State.PeriodIsWritten || !(_tells || State.PeriodIsCarried) || State.Planned || State.Strive || text[tokens[stop].Start] is not ('。' or '！')
            || State.Period is not { From.Month: 1 } period || context.AsOf is not { } asOf || (period.From.Year != asOf.Year && !_isLong) || stop + 1 >= tokens.Count)
        {
            return false;
        }

        return period.To == asOf || (!SaysByNow(stop + 1) && text[tokens[stop + 1].Start] is not '下' && !State.Expected);
    }

    private bool SaysByNow(int at) => text[tokens[at].Start] is '已' or '现' or '目' or '正';
}
