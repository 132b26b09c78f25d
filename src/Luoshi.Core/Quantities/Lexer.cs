using System.Buffers;

namespace Luoshi.Core.Quantities;

/// <summary>Cuts a text into tokens in one pass. Numbers that are no figures (codes, ordinals, quoted names) become text.</summary>
internal sealed class Lexer
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("，,：:。；、\n");

    private static readonly SearchValues<char> MarksAndJoints = SearchValues.Create("，,：:。；、和与\n");

    private const int FarthestView = 12;

    private const int FarthestComparison = 16;

    private readonly string _text;
    private readonly TokenList _tokens;
    private readonly NumberLexer _numbers;

    public Lexer(string text)
    {
        (_text, _tokens) = (text, new TokenList(text));
        _numbers = new NumberLexer(text, _tokens);
    }

    public List<Measure> Measures => _tokens.Measures;

    public List<DateExpression> Dates => _tokens.Dates;

    public List<Token> Read()
    {
        var at = 0;
        while (at < _text.Length)
        {
            at = Step(at);
        }

        _tokens.Flush(_text.Length);
        return _tokens.Tokens;
    }

    private int Step(int at)
    {
        var c = _text[at];
        switch (c)
        {
            case '\n' or '\r' or '。' or '！' or '!' or '？' or '?':
                return _tokens.Add(TokenKind.Stop, at, at + 1);
            case '；' or ';':
                return _tokens.Add(TokenKind.Semicolon, at, at + 1);
            case '，' or ',':
                return _tokens.Add(TokenKind.Comma, at, at + 1);
            case '、':
                return _tokens.Add(TokenKind.Pause, at, at + 1);
            case '：' or ':' or '∶':
                return _tokens.Add(TokenKind.Colon, at, at + 1);
            case '（' or '(' or '[' or '［':
                return _tokens.Open(at);
            case '）' or ')' or ']' or '］':
                return _tokens.Close(at);
            case '【' when LabelEnd(at) is > 0 and var label:
                return _tokens.Add(TokenKind.Stop, at, label);
            case '“' or '"' when LongPeriods.Match(_text.AsSpan(at), out var plan) is > 0 and var planned:
                return _tokens.AddDate(at, at + planned, plan);
            case '“' or '「' or '‘' or '《' or '〔' or '【' or '"':
                return _tokens.Text(at, Scan.QuotationEnd(_text, at));
            case '.' when EndsFigure():
                return _tokens.Add(TokenKind.Stop, at, at + 1);
            case '+' or '＋' when SignsChange(at):
                return at + 1;
            case '第':
                return Ordinal(at);
            case '首' when _text.AsSpan(at).StartsWith("首位"):
                return FirstPlace(at);
        }

        if (char.IsWhiteSpace(c))
        {
            return at + 1;
        }

        if (BeginsClause())
        {
            if (ListHead(at) is > 0 and var head)
            {
                return at + head;
            }

            if (c is '分' or '从' or '按' && ViewEnd(at) is > 0 and var view)
            {
                return _tokens.Add(TokenKind.Word, at, view, WordClass.PartOf);
            }
        }

        if (c is '与' or '同' or '和' or '跟' && ComparisonEnd(at) is > 0 and var compared)
        {
            return _tokens.Add(TokenKind.Word, at, compared, WordClass.Than);
        }

        if (char.IsAsciiLetter(c))
        {
            // 人均GDP45228元.
            return _tokens.Text(at, _text.AsSpan(at).StartsWith("GDP") && _text.AsSpan(at).Length > 3 && Numerals.IsDigit(_text.AsSpan(at)[3]) ? at + 3 : Scan.CodeEnd(_text, at));
        }

        var rest = _text.AsSpan(at);
        var dated = Quantities.Dates.Match(rest, out var date);
        var wordClass = WordClass.None;
        var worded = Numerals.IsDigit(c) ? 0 : Lexicon.Index.Match(rest, out wordClass);
        if (dated >= worded && dated > 0)
        {
            return _tokens.AddDate(at, at + dated, date);
        }

        if (Numerals.IsDigit(c))
        {
            return _numbers.Arabic(at);
        }

        if (c is '-' or '－' or '−' or '负' && _numbers.Signed(at) is > 0 and var signed)
        {
            return signed;
        }

        if (worded > 0)
        {
            return Word(at, worded, wordClass);
        }

        return Numerals.IsChinese(c) ? _numbers.Chinese(at) : _tokens.Text(at, at + 1);
    }

    /// <summary>增长4.0%<b>.</b>城镇新增就业: a full stop of half width behind a figure.</summary>
    private bool EndsFigure() => !_tokens.HasText && _tokens.Tokens.Count > 0
        && (_tokens.Tokens[^1].Kind is TokenKind.Measure or TokenKind.Rank or TokenKind.Close || _tokens.LastIs(WordClass.OrMore | WordClass.OrLess | WordClass.OrSo));

    /// <summary>【望湖镇】 at the beginning of a line heads what follows and is no part of it; 0 where it is none.</summary>
    private int LabelEnd(int at)
    {
        var before = _text.AsSpan(0, at).TrimEnd(" \u3000\t");
        return before.Length == 0 || before[^1] is '\n' or '。' or '；' ? Scan.QuotationEnd(_text, at) : 0;
    }

    /// <summary><b>一是</b>新建学校2所；<b>二是</b>…: the length of what only numbers a clause; 0 where none begins.</summary>
    private int ListHead(int at)
    {
        return !Numerals.IsChinese(_text[at]) || at + 2 >= _text.Length ? 0
            : _text[at + 1] is '是' ? 2
            : Numerals.IsChinese(_text[at + 1]) && _text[at + 2] is '是' ? 3 : 0;
    }

    private bool BeginsClause() =>
        !_tokens.HasText && (_tokens.Tokens.Count == 0 || _tokens.Tokens[^1].Kind is TokenKind.Stop or TokenKind.Semicolon or TokenKind.Comma or TokenKind.Colon or TokenKind.Close);

    /// <summary><b>分产业看</b>，第一产业增加值3亿元: by what the figures before are told in parts. 0 where nothing of the kind begins here.</summary>
    private int ViewEnd(int at)
    {
        var ahead = _text.AsSpan(at, Math.Min(FarthestView, _text.Length - at));
        var end = ahead.IndexOfAny(Marks);
        return end > 2 && ahead[end] is '，' or ',' && (ahead[end - 1] is '看' || (ahead[0] is '按' && ahead[end - 1] is '分')) ? at + end : 0;
    }

    /// <summary><b>与近三年均值相比</b>下降15%: where what is compared with ends; 0 where nothing is.</summary>
    private int ComparisonEnd(int at)
    {
        var ahead = _text.AsSpan(at, Math.Min(FarthestComparison, _text.Length - at));
        var end = ahead.IndexOf("相比");
        end = end < 0 ? ahead.IndexOf("对比") : end;
        return end > 2 && ahead[1..end].IndexOfAny(MarksAndJoints) < 0 ? at + end + 2 : 0;
    }

    /// <summary>同比<b>+</b>5.6%.</summary>
    private bool SignsChange(int at) => !_tokens.HasText && at + 1 < _text.Length && Numerals.IsDigit(_text[at + 1]) && _tokens.LastIs(WordClass.YearOnYear | WordClass.Up);

    private int Word(int at, int length, WordClass wordClass)
    {
        var next = at + length < _text.Length ? _text[at + length] : '\0';
        const WordClass MayBeNoun = WordClass.Stage | WordClass.Verb | WordClass.Up | WordClass.Down | WordClass.Achieve;
        if (wordClass == WordClass.Noun && _text.AsSpan(at, length) is "年度计划" && Lexicon.Index.Match(_text.AsSpan(at + length), out var after) > 0 && (after & WordClass.Achieve) != 0)
        {
            // 年度计划完成投资3亿元 is planned.
            return _tokens.Text(at, at + 2);
        }

        if (length == 1 && _text[at] is '比' && Numerals.IsDigit(next) && _text.AsSpan(0, at).EndsWith("收入") && Numerals.TryArabic(_text, at + 1, out _, out var ratio) && (ratio >= _text.Length || _text[ratio] is not ('年' or '月')))
        {
            // 城乡居民收入比1.87, but 财政收入比2023年增长.
            return _tokens.Text(at, at + 1);
        }

        if (length == 2 && at > 0 && _text.AsSpan(at, length) is "业已" && _text[at - 1] is '企' or '产' or '行' or '农' or '工' or '商' or '就' or '服' or '林' or '牧' or '渔' or '作')
        {
            // 36家企业已复工.
            return _tokens.Text(at, at + 1);
        }

        if (length == 2 && next is not '新' and not '净' and not '入' && _text.AsSpan(at, length) is "月度")
        {
            // 月度例会; <b>月度</b>新增 and 月度入库 tell by which way, and no month.
            return _tokens.Text(at, at + length);
        }

        if (wordClass == WordClass.Scope && _text.AsSpan(at, length) is "城区" or "市区" && _tokens.TextLength(at) == 1)
        {
            // 相城区 is a name.
            return _tokens.Text(at, at + length);
        }

        if (length == 2 && next is '年' && _text.AsSpan(at, length) is "至今")
        {
            // 2023年至今年6月底.
            return _tokens.Add(TokenKind.Word, at, at + 1, WordClass.Reach);
        }

        if (length == 2 && next is '区' && _text.AsSpan(at, length) is "占地")
        {
            // 占地区生产总值的9.8%.
            return _tokens.Add(TokenKind.Word, at, at + 1, WordClass.Share);
        }

        var isBesideFigure = length > 1 || _text[at] is not ('快' or '慢' or '高' or '低' or '多' or '少') || Numerals.IsDigit(next) || LeadsDifference(at);
        if ((wordClass == WordClass.Noun && !IsGain(at, length, next)) || !isBesideFigure || Scan.IsAttribute(_text, at, length) || (length > 1 && next is '率' && (wordClass & (WordClass.Ensure | WordClass.Stand | WordClass.Planned | WordClass.Ceiling)) != 0)
            || ((wordClass & MayBeNoun) != 0 && (next is '率' or '量' or '额' or '者' or '性' or '度' or '面' || (length > 1 && next is '厂' or '类' or '组' or '站' or '场' or '库' or '所' or '员' or '池' or '机' or '器' or '部' or '品' or '款' && NounTails.Follows(_text.AsSpan(at + length))))))
        {
            return _tokens.Text(at, at + length);
        }

        if ((wordClass & MayBeNoun) != 0 && !Numerals.IsDigit(next) && LeadingVerbs.Match(_text.AsSpan(at)) > length)
        {
            // 对接企业, 新设立企业: the longer verb is no word of the lexicon.
            return _tokens.Text(at, at + length);
        }

        if (_text.AsSpan(at, length) is "上下" && (_tokens.HasText || !EndsFigure()))
        {
            // 市上下达任务.
            return _tokens.Text(at, at + 1);
        }

        if (length == 2 && _text[at] is '比' && _text[at + 1] is '增' or '升' or '降' or '减' && !Numerals.IsDigit(next))
        {
            // 与上年比增长8%.
            (length, wordClass) = (1, WordClass.Than);
        }

        if (length == 2 && _text[at] is '共' && (wordClass & (WordClass.Stage | WordClass.Verb)) != 0 && Lexicon.Index.Match(_text.AsSpan(at + 1), out var whole) > 1 && (whole & (WordClass.Stage | WordClass.Verb)) != 0)
        {
            // 共建设: 共 and 建设.
            (length, wordClass) = (1, WordClass.Adverb);
        }

        if (IsGain(at, length, next))
        {
            wordClass = (_text[at] is '减' ? WordClass.Down : WordClass.Up) | WordClass.YearOnYear;
        }

        if (Arrives(at + length, wordClass))
        {
            (length, wordClass) = (length + 1, (wordClass & WordClass.Up) != 0 ? WordClass.UpTo : WordClass.DownTo);
        }

        if (length > 1 && (wordClass & WordClass.Share) != 0 && next is '位' or '账')
        {
            // 占到位资金的38%.
            length = 1;
        }

        _tokens.Flush(at);
        var ranks = (wordClass & WordClass.Top) != 0 && _tokens.LastIs(WordClass.Scope | WordClass.Rank | WordClass.Stand);
        _tokens.Add(TokenKind.Word, at, at + length, wordClass);
        return ranks ? TopRank(at + length) : at + length;
    }

    /// <summary>财政收入27亿元，<b>增收</b>2亿元: a difference from the year before where nobody is named whose income grew.</summary>
    private bool IsGain(int at, int length, char next) =>
        _text.AsSpan(at, length) is "增收" or "减收" or "增支" && Numerals.IsDigit(next) && !_tokens.HasText
            && _tokens.Tokens.Count > 0 && (_tokens.Tokens[^1].Kind is TokenKind.Comma or TokenKind.Pause or TokenKind.Date || _tokens.LastIs(WordClass.YearOnYear));

    /// <summary>压减<b>为</b>3个, 精简<b>至</b>9份: any change with the level it arrives at.</summary>
    private bool Arrives(int end, WordClass wordClass)
    {
        if ((wordClass & (WordClass.Up | WordClass.Down)) == 0 || end + 1 >= _text.Length || _text[end] is not ('至' or '到' or '为'))
        {
            return false;
        }

        return Numerals.IsDigit(_text[end + 1]) || (_text[end] is '为' ? _text[end + 1] is '约' or '近' : _text[end + 1] is not ('位' or '期' or '账' or '达' or '少' or '多' or '今'));
    }

    /// <summary>比去年同期<b>多</b>完成12个.</summary>
    private bool LeadsDifference(int at) =>
        _text[at] is '多' or '少' && !_tokens.HasText && _tokens.Tokens.Count > 0 && (_tokens.Tokens[^1].Kind == TokenKind.Date || _tokens.LastIs(WordClass.YearOnYear)) && Scan.IsVerbBeforeFigure(_text, at + 1);

    /// <summary>位居全市首位.</summary>
    private int FirstPlace(int at)
    {
        _tokens.Flush(at);
        return _tokens.LastIs(WordClass.Scope | WordClass.Rank) ? _tokens.AddRank(at, at + 2, at + 2, 1) : _tokens.Text(at, at + 2);
    }

    /// <summary>全市前三, 全省前10位.</summary>
    private int TopRank(int at)
    {
        if (at >= _text.Length || !(Numerals.TryArabic(_text, at, out var numeral, out var end) || Numerals.TryChinese(_text, at, out numeral, out end)))
        {
            return at;
        }

        var unit = end < _text.Length && _text[end] is '位' or '名' or '强' ? end + 1 : end;
        return unit == end && end < _text.Length && !Scan.IsBreak(_text[end]) ? at : _tokens.AddRank(at, end, unit, numeral.Value);
    }

    /// <summary>第二、<b>第三产业</b>: an ordinal that shares the noun of the next.</summary>
    private bool NamesNext(int end)
    {
        var next = end + 1 < _text.Length && _text[end] is '、' or '和' && _text[end + 1] is '第' ? end + 2 : 0;
        return next > 0 && next < _text.Length && (Numerals.TryArabic(_text, next, out _, out var after) || Numerals.TryChinese(_text, next, out _, out after))
            && after < _text.Length && _text[after] is '产' or '季' or '阶' or '批';
    }

    private int Ordinal(int at)
    {
        var dated = Quantities.Dates.Match(_text.AsSpan(at), out var date);
        if (dated > 0)
        {
            return _tokens.AddDate(at, at + dated, date);
        }

        var start = at + 1 + Scan.Spaces(_text, at + 1);
        if (start >= _text.Length
            || !(Numerals.TryArabic(_text, start, out var numeral, out var end) || Numerals.TryChinese(_text, start, out numeral, out end)))
        {
            return _tokens.Text(at, Math.Min(start, _text.Length));
        }

        var unit = end < _text.Length && _text[end] is '位' or '名' ? end + 1 : end;
        if (unit == end && NamesNext(end))
        {
            return _tokens.Text(at, end);
        }

        if (unit < _text.Length && !Scan.IsBreak(_text[unit]) && _text[unit] is not ('和' or '与' or '以' or '上' or '提' or '升' or '跃' or '下' or '降' or '退' or '前'))
        {
            return _tokens.Text(at, end);
        }

        return _tokens.AddRank(at, end, unit, numeral.Value);
    }
}
