namespace Luoshi.Core.Quantities;

/// <summary>Cuts a text into tokens in one pass. Numbers that are no figures (codes, ordinals, quoted names) become text.</summary>
internal sealed class Lexer(string text)
{
    private readonly List<Token> _tokens = new(text.Length / 4 + 4);
    private readonly Stack<int> _open = new();
    private int _textStart = -1;

    public List<Measure> Measures { get; } = [];

    public List<DateExpression> Dates { get; } = [];

    public List<Token> Read()
    {
        var at = 0;
        while (at < text.Length)
        {
            at = Step(at);
        }

        FlushText(text.Length);
        return _tokens;
    }

    private int Step(int at)
    {
        var c = text[at];
        switch (c)
        {
            case '\n' or '\r' or '。' or '！' or '!' or '？' or '?':
                return Punctuation(TokenKind.Stop, at);
            case '；' or ';':
                return Punctuation(TokenKind.Semicolon, at);
            case '，' or ',':
                return Punctuation(TokenKind.Comma, at);
            case '、':
                return Punctuation(TokenKind.Pause, at);
            case '：' or ':' or '∶':
                return Punctuation(TokenKind.Colon, at);
            case '（' or '(' or '[' or '［':
                FlushText(at);
                _open.Push(_tokens.Count);
                _tokens.Add(new Token(TokenKind.Open, at, at + 1));
                return at + 1;
            case '）' or ')' or ']' or '］':
                FlushText(at);
                Close(at);
                return at + 1;
            case '“' or '「' or '‘' or '《' or '〔' or '【' or '"':
                return Text(at, Scan.QuotationEnd(text, at));
            case '第':
                return Ordinal(at);
            case '首' when text.AsSpan(at).StartsWith("首位"):
                return FirstPlace(at);
        }

        if (char.IsWhiteSpace(c))
        {
            return at + 1;
        }

        if (char.IsAsciiLetter(c))
        {
            return Text(at, Scan.CodeEnd(text, at));
        }

        var rest = text.AsSpan(at);
        var dated = Quantities.Dates.Match(rest, out var date);
        var wordClass = WordClass.None;
        var worded = Numerals.IsDigit(c) ? 0 : Lexicon.Index.Match(rest, out wordClass);
        if (dated >= worded && dated > 0)
        {
            FlushText(at);
            _tokens.Add(new Token(TokenKind.Date, at, at + dated, WordClass.None, Dates.Count));
            Dates.Add(date);
            return at + dated;
        }

        if (Numerals.IsDigit(c))
        {
            return Arabic(at);
        }

        if (worded > 0)
        {
            return Word(at, worded, wordClass);
        }

        return Numerals.IsChinese(c) ? Chinese(at) : Text(at, at + 1);
    }

    private int Word(int at, int length, WordClass wordClass)
    {
        var next = at + length < text.Length ? text[at + length] : '\0';
        const WordClass MayBeNoun = WordClass.Stage | WordClass.Verb | WordClass.Up | WordClass.Down | WordClass.Achieve;
        var isBesideFigure = length > 1 || text[at] is not ('快' or '慢' or '高' or '低' or '多' or '少') || Numerals.IsDigit(next);
        if (wordClass == WordClass.Noun || !isBesideFigure || IsAttribute(at, length) || ((wordClass & MayBeNoun) != 0 && next is '率' or '量' or '额' or '者' or '性' or '度' or '面'))
        {
            return Text(at, at + length);
        }

        FlushText(at);
        var ranks = (wordClass & WordClass.Top) != 0 && _tokens.Count > 0 && _tokens[^1].Is(WordClass.Scope | WordClass.Rank | WordClass.Stand);
        _tokens.Add(new Token(TokenKind.Word, at, at + length, wordClass));
        return ranks ? TopRank(at + length) : at + length;
    }

    /// <summary>基本医保, 预期寿命, 有效专利: before a noun the adverb is part of it, before a verb (基本建成, 预期增长) it is none.</summary>
    private bool IsAttribute(int at, int length)
    {
        if (text.AsSpan(at, length) is not ("基本" or "预期" or "有效") || at + length >= text.Length)
        {
            return false;
        }

        var rest = text.AsSpan(at + length);
        return !Numerals.IsDigit(rest[0]) && !Scan.IsBreak(rest[0])
            && (Lexicon.Index.Match(rest, out var next) == 0 || next == WordClass.Noun) && Quantities.Dates.Match(rest, out _) == 0;
    }

    /// <summary>位居全市首位.</summary>
    private int FirstPlace(int at)
    {
        FlushText(at);
        return _tokens.Count > 0 && _tokens[^1].Is(WordClass.Scope | WordClass.Rank) ? AddRank(at, at + 2, at + 2, 1) : Text(at, at + 2);
    }

    /// <summary>全市前三, 全省前10位.</summary>
    private int TopRank(int at)
    {
        if (at >= text.Length || !(Numerals.TryArabic(text, at, out var numeral, out var end) || Numerals.TryChinese(text, at, out numeral, out end)))
        {
            return at;
        }

        var unit = end < text.Length && text[end] is '位' or '名' or '强' ? end + 1 : end;
        return unit == end && end < text.Length && !Scan.IsBreak(text[end]) ? at : AddRank(at, end, unit, numeral.Value);
    }

    private int AddRank(int at, int unitStart, int end, decimal rank)
    {
        FlushText(at);
        _tokens.Add(new Token(TokenKind.Rank, at, end, WordClass.None, Measures.Count));
        Measures.Add(new Measure(rank, null, 1, new Unit(text[unitStart..end], 1, UnitClass.None), unitStart, false));
        return end;
    }

    private int Punctuation(TokenKind kind, int at)
    {
        FlushText(at);
        _tokens.Add(new Token(kind, at, at + 1));
        return at + 1;
    }

    private void Close(int at)
    {
        var open = _open.Count > 0 ? _open.Pop() : -1;
        if (open >= 0)
        {
            _tokens[open] = _tokens[open] with { Data = _tokens.Count };
        }

        _tokens.Add(new Token(TokenKind.Close, at, at + 1, WordClass.None, open));
    }

    private int Ordinal(int at)
    {
        var dated = Quantities.Dates.Match(text.AsSpan(at), out var date);
        if (dated > 0)
        {
            FlushText(at);
            _tokens.Add(new Token(TokenKind.Date, at, at + dated, WordClass.None, Dates.Count));
            Dates.Add(date);
            return at + dated;
        }

        var start = at + 1 + Scan.Spaces(text, at + 1);
        if (start >= text.Length
            || !(Numerals.TryArabic(text, start, out var numeral, out var end) || Numerals.TryChinese(text, start, out numeral, out end)))
        {
            return Text(at, Math.Min(start, text.Length));
        }

        var unit = end < text.Length && text[end] is '位' or '名' ? end + 1 : end;
        if (unit < text.Length && !Scan.IsBreak(text[unit]) && text[unit] is not ('和' or '与' or '以' or '上' or '提' or '升' or '跃' or '下' or '降' or '退' or '前'))
        {
            return Text(at, end);
        }

        return AddRank(at, end, unit, numeral.Value);
    }

    private int Arabic(int at)
    {
        // 9.5/10万: a rate of its own kind, no figure of ten ten-thousands.
        if (!Numerals.TryArabic(text, at, out var first, out var end) || (at > 1 && text[at - 1] is '/' && Numerals.IsDigit(text[at - 2])))
        {
            return Text(at, end);
        }

        // 1. 2、 at the head of a line number it; 8:30 and 1∶14 are no figures; 5G and 28A are names.
        if (end < text.Length)
        {
            var next = text[end];
            var after = end + 1 < text.Length ? text[end + 1] : '\0';
            if (next is '.' or '．' or '、' && !Numerals.IsDigit(after) && IsLineStart(at))
            {
                return end + 1;
            }

            if ((next is ':' or '：' or '∶' or '+' or '/' && Numerals.IsDigit(after)) || next is '+')
            {
                return Text(at, next is ':' or '：' or '∶' ? Scan.SkipDigits(text, end + 1) : end);
            }
        }

        var separator = Scan.RangeSeparator(text, end);
        if (separator > 0 && Numerals.TryArabic(text, end + separator, out var second, out var secondEnd))
        {
            return second.Value > first.Value && TryMeasure(at, first.Value, second.Value, secondEnd, false) is > 0 and var rangeEnd ? rangeEnd : Text(at, secondEnd);
        }

        if (TryPercentRange(at, first.Value, end) is > 0 and var percentEnd)
        {
            return percentEnd;
        }

        return TryMeasure(at, first.Value, null, end, false) is > 0 and var measureEnd ? measureEnd : Text(at, end);
    }

    /// <summary>6%-6.5%, 5亿元至8亿元: both ends with their unit.</summary>
    private int TryPercentRange(int at, decimal first, int end)
    {
        var length = Scan.MatchUnit(text, end, out var unit, out var factor, out _, out _);
        if (length == 0 || Scan.RangeSeparator(text, end + length) is not (> 0 and var separator))
        {
            return 0;
        }

        var start = end + length + separator;
        if (start >= text.Length || !Numerals.TryArabic(text, start, out var second, out var secondEnd) || second.Value <= first)
        {
            return 0;
        }

        var secondLength = Scan.MatchUnit(text, secondEnd, out var secondUnit, out var secondFactor, out var unitStart, out var more);
        return secondLength > 0 && secondUnit == unit && secondFactor == factor
            ? AddMeasure(at, new Measure(first, second.Value, factor, unit, unitStart, more), secondEnd + secondLength)
            : 0;
    }

    private int Chinese(int at)
    {
        var isNumber = Numerals.TryChinese(text, at, out var numeral, out var end);
        if (end + 1 < text.Length && text[end] is '分' && text[end + 1] is '之')
        {
            return Fraction(at, isNumber ? numeral.Value : 0, end + 2);
        }

        if (isNumber && end < text.Length && text[end] is '、' && IsLineStart(at))
        {
            return end + 1;
        }

        if (!isNumber)
        {
            return Text(at, end);
        }

        // 百余家 and 突破千亿元 are numbers, 百家 is mostly a name.
        const WordClass Leads = WordClass.MoreThan | WordClass.UpTo | WordClass.Reach | WordClass.AtLeast | WordClass.About;
        FlushText(at);
        var indefinite = (end < text.Length && text[end] is '余' or '多') || (_tokens.Count > 0 && _tokens[^1].Is(Leads));
        return (!numeral.IsBare || indefinite) && TryMeasure(at, numeral.Value, null, end, true) is > 0 and var measureEnd ? measureEnd : Text(at, end);
    }

    private int Fraction(int at, decimal parts, int start)
    {
        if (start >= text.Length || parts == 0)
        {
            return Text(at, start);
        }

        var isNumber = Numerals.TryArabic(text, start, out var share, out var end) || Numerals.TryChinese(text, start, out share, out end);
        var value = share.Value;
        if (isNumber && share.IsChinese && end + 1 < text.Length && text[end] is '点' && Numerals.TryChinese(text, end + 1, out var tenths, out var tenthsEnd) && tenths.Value < 10)
        {
            value += tenths.Value / 10;
            end = tenthsEnd;
        }

        return isNumber
            ? AddMeasure(at, new Measure(Math.Round(value * 100 / parts, 4), null, 1, Units.Percent, end, false), end)
            : Text(at, start);
    }

    private int TryMeasure(int at, decimal value, decimal? upper, int end, bool chinese)
    {
        var length = Scan.MatchUnit(text, end, out var unit, out var factor, out var unitStart, out var more);
        if (length == 0)
        {
            return chinese ? 0 : TryBare(at, value, upper, end);
        }

        var next = end + length < text.Length ? text[end + length] : '\0';
        var small = chinese && value < 10 && factor == 1 && !more;
        if ((unit.Class is UnitClass.Amount or UnitClass.Duration && next is '级' or '型' or '制' or '版' or '期')
            || (small && unit.Class is UnitClass.Count && (!unit.Plain || value <= 1))
            || (small && unit.Class is UnitClass.Amount && (length == 1 && text[unitStart] is not ('亩' or '吨' or '元')))
            || (unit.Class is UnitClass.Duration && value >= 1900 && factor == 1)
            || (unit.Base == "%" && text[unitStart] is '成' && next is '功' or '立' or '员' or '为' or '果' or '效' or '品' or '本')
            || (text[unitStart] is '分' && (next is '别' or '类' or '级' or '批' || (at > 0 && text[at - 1] is '时' or '点'))))
        {
            return 0;
        }

        var stop = end + length;
        if (text[unitStart] is '成' && next is '半')
        {
            value += 0.5m;
            stop++;
        }

        return AddMeasure(at, new Measure(value, upper, factor, unit, unitStart, more), stop);
    }

    /// <summary>A figure without a unit: only where a word beside it makes it one, 缩小到1.6以内.</summary>
    private int TryBare(int at, decimal value, decimal? upper, int end)
    {
        var multiplier = Units.Multiplier(text.AsSpan(end), out var factor);
        var stop = end + multiplier;
        factor = multiplier > 0 ? factor : 1;
        const WordClass Leads = WordClass.Reach | WordClass.UpTo | WordClass.DownTo | WordClass.Ceiling | WordClass.AtLeast | WordClass.AtMost | WordClass.MoreThan | WordClass.About;
        FlushText(at);
        var led = _tokens.Count > 0 && _tokens[^1].Is(Leads);
        var rest = text.AsSpan(stop);
        var closed = rest.IsEmpty || Scan.IsBreak(rest[0]);
        var trailed = Lexicon.Index.Match(rest, out var wordClass) > 0 && (wordClass & (WordClass.OrMore | WordClass.OrLess | WordClass.OrSo)) != 0;
        var totalled = rest.StartsWith("，其中") && _tokens.Count > 0 && _tokens[^1].Kind == TokenKind.Text;
        var yearLike = multiplier == 0 && value is >= 1900 and <= 2100 && value == Math.Truncate(value);
        var turned = (wordClass & (WordClass.UpTo | WordClass.DownTo)) != 0 && _tokens.Count > 0 && _tokens[^1].Is(WordClass.From);
        var indexed = closed && _tokens.Count > 0 && _tokens[^1].Kind == TokenKind.Text && MetricWords.EndsWithAny(text.AsSpan(_tokens[^1].Start, _tokens[^1].End - _tokens[^1].Start), MetricWords.Indices);
        return !yearLike && ((led && (closed || trailed)) || trailed || totalled || turned || indexed)
            ? AddMeasure(at, new Measure(value, upper, factor, Units.None, stop, false), stop)
            : 0;
    }

    private int AddMeasure(int at, Measure measure, int end)
    {
        FlushText(at);
        _tokens.Add(new Token(TokenKind.Measure, at, end, WordClass.None, Measures.Count));
        Measures.Add(measure);
        return end;
    }

    private bool IsLineStart(int at)
    {
        FlushText(at);
        return _tokens.Count == 0 || _tokens[^1].Kind is TokenKind.Stop or TokenKind.Semicolon or TokenKind.Open;
    }

    private int Text(int at, int end)
    {
        _textStart = _textStart < 0 ? at : _textStart;
        return end;
    }

    private void FlushText(int end)
    {
        if (_textStart < 0)
        {
            return;
        }

        var start = _textStart;
        _textStart = -1;
        end = Math.Min(end, text.Length);
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            _tokens.Add(new Token(TokenKind.Text, start, end));
        }
    }
}
