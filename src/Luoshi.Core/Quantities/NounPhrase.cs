namespace Luoshi.Core.Quantities;

/// <summary>
/// What stands before a figure's lead words: the noun that is measured with what was said about it. Positions are in the text; an empty
/// phrase has <c>Start == End</c>.
/// </summary>
internal sealed class NounPhrase
{
    private const int MostTokens = 48;

    private const int MostOwner = 8;

    private const WordClass Boundary = WordClass.PartOf | WordClass.Strive | WordClass.Ensure | WordClass.Respectively;

    private const WordClass Cut = WordClass.Expected | WordClass.Planned | WordClass.Done | WordClass.Adverb | WordClass.Rest | WordClass.Scope | WordClass.YearOnYear;

    public int Start { get; private set; }

    public int End { get; private set; }

    /// <summary>The token the phrase begins with.</summary>
    public int FirstToken { get; private set; }

    public string? Scope { get; private set; }

    /// <summary>Who did it: what stands before 完成 or another verb.</summary>
    public string? Subject { get; private set; }

    public string? Stage { get; private set; }

    /// <summary>Whether 完成, 实现 or the like stands before the noun.</summary>
    public bool Achieved { get; private set; }

    public bool Expected { get; private set; }

    public bool Progress { get; private set; }

    /// <summary>What the figure is compared with: 低于目标0.8个百分点, 比规划目标提高.</summary>
    public string? Against { get; private set; }

    /// <summary>-1 for 低于, 1 for 高于, 0 for 较.</summary>
    public int Side { get; private set; }

    /// <summary>Whether 已 stands between the noun and its verbs: 塘渣已进场回填并完成50%.</summary>
    public bool IsPast { get; private set; }

    /// <summary>占年度计划60%: the phrase is the whole, what is measured was said before.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>达到每千人4.8个: a level, whatever the unit.</summary>
    public bool PerHead { get; private set; }

    /// <summary>减时限71%: the verb of a fall stands before what falls.</summary>
    public bool Falls { get; private set; }

    public bool IsEmpty => Start >= End;

    /// <summary>Whether the figure is a rate, whose noun keeps its verbs.</summary>
    public bool IsRate { get; private init; }

    private bool IsPoints { get; init; }

    /// <summary>
    /// Gathers the phrase that ends before token <paramref name="end"/>. Of a <paramref name="rate"/> it is one noun, verbs and all: 申请材料精简,
    /// 调解成功率, 处理厂扩建工程.
    /// </summary>
    public static NounPhrase Before(int end, List<Token> tokens, string text, bool relative, bool rate = false, bool points = false)
    {
        var first = end;
        for (var at = end - 1; at >= 0 && end - at <= MostTokens; at--)
        {
            var token = tokens[at];
            if (token.Kind is TokenKind.Close && token.Data >= 0 && first == at + 1 && (token.Data == 0 || tokens[token.Data - 1].Kind is TokenKind.Stop or TokenKind.Semicolon))
            {
                // （一）新增岗位3万个: what numbers the clause.
                break;
            }

            if (token.Kind is TokenKind.Close && token.Data >= 0)
            {
                at = token.Data;
                first = at;
                continue;
            }

            if (token.Kind is not (TokenKind.Text or TokenKind.Word or TokenKind.Date or TokenKind.Pause)
                || (token.Kind == TokenKind.Pause && (first == end || (at > 0 && tokens[at - 1].Kind == TokenKind.Text && Numerals.IsDigit(text[tokens[at - 1].Start]) && text[tokens[at - 1].End - 1] is not '强')))
                || (token.Is(WordClass.OrMore | WordClass.OrLess | WordClass.OrSo) && at > 0 && tokens[at - 1].Kind == TokenKind.Measure)
                || (token.Kind == TokenKind.Word && token.Is(Boundary) && !token.Is(WordClass.Verb)))
            {
                // 投资(30亿元): a figure alone in parentheses is about what stands before them.
                if (token.Kind == TokenKind.Open && first == end)
                {
                    continue;
                }

                break;
            }

            first = at;
        }

        if (first > 0 && tokens[first - 1].Kind == TokenKind.Measure)
        {
            // 26个小区、建筑面积31.5万平方米: what stands before the pause belongs to the figure before.
            for (var at = tokens[end - 1].Kind == TokenKind.Close ? end - 1 : end - 2; at > first; at--)
            {
                at = tokens[at].Kind == TokenKind.Close && tokens[at].Data > first ? tokens[at].Data : at;
                first = tokens[at].Kind == TokenKind.Pause && !JoinsLevels(at, tokens, text) ? at + 1 : first;
            }
        }

        var phrase = new NounPhrase { FirstToken = first, IsRate = rate, IsPoints = points };
        phrase.Walk(first, end, tokens, text, relative);
        return phrase;
    }

    /// <summary>283个省<b>、</b>市重点项目完成投资: the projects of both levels.</summary>
    public static bool JoinsLevels(int pause, List<Token> tokens, string text) =>
        tokens[pause].Kind == TokenKind.Pause && pause > 1 && tokens[pause - 2].Kind == TokenKind.Measure && text.AsSpan(tokens[pause - 1].Start..tokens[pause - 1].End) is "省" or "市" or "省级" or "市级" or "国家" or "国家级" or "中央";

    private void Walk(int first, int end, List<Token> tokens, string text, bool relative)
    {
        var stop = end - 1;
        while (stop >= first && tokens[stop].Kind is TokenKind.Open or TokenKind.Pause)
        {
            stop--;
        }

        if (stop < first)
        {
            return;
        }

        while (first < stop && tokens[first].Kind is TokenKind.Pause or TokenKind.Close)
        {
            first++;
        }

        Start = tokens[first].Start;
        FirstToken = first;
        End = tokens[stop].End;
        if (first > 0 && stop + 1 == end && tokens[first - 1].Kind == TokenKind.Measure && tokens[stop].Kind == TokenKind.Text && End - Start > 1 && text[End - 1] is '和' or '与' or '及')
        {
            // 52户群众搬迁和3万平方米土地征收: what stands before 和 is of the figure before.
            Start = End;
            return;
        }

        for (var at = first; at <= stop; at++)
        {
            var token = tokens[at];
            var leads = token.Start <= Start || (text.AsSpan(Start, token.Start - Start).Trim() is var before && (PhraseVerbs.IsManner(before) || (token.Is(WordClass.Verb) && token.End - token.Start > 1 && LeadingVerbs.Is(before) && NounTails.TakesVerbs(text.AsSpan(token.End, tokens[stop].End - token.End)))));
            if (token.Kind == TokenKind.Open && token.Data > at && token.Data <= stop)
            {
                at = token.Data;
            }
            else if (token.Kind == TokenKind.Date && IsWhole)
            {
                // 占<b>全年</b>计划110%.
                continue;
            }
            else if (token.Kind == TokenKind.Date)
            {
                Subject = leads ? Subject : SubjectBefore(token, text);
                // 9月30日<b>前</b>完成21项.
                at += at < stop && tokens[at + 1].Is(WordClass.NotAfter) ? 1 : 0;
                CutTo(at + 1, tokens);
            }
            else if (token.Is(WordClass.Of) && at > first && at < stop && first > 0 && tokens[first - 1].Kind == TokenKind.Measure && !IsRate && Against is null && !IsWhole && token.Start - Start <= MostOwner)
            {
                // 12个国家（地区）的<b>农产品</b>36批: the ones counted before are whose.
                CutTo(at + 1, tokens);
            }
            else if (token.Is(WordClass.Of) && at < stop && Stage is { Length: > 1 } && !IsRate && Against is null && !IsWhole && !text.AsSpan(Start, Math.Max(0, token.Start - Start)).ContainsAnyInRange('0', '9')
                && !MetricWords.EndsWithAny(text.AsSpan(token.End, tokens[stop].End - token.End), MetricWords.Sizes))
            {
                // 已开展前期工作的<b>小区</b>: what the verbs before tell of it.
                CutTo(at + 1, tokens);
            }
            else if (token.Kind == TokenKind.Word)
            {
                Visit(at, stop, leads, tokens, text, relative);
            }
        }
    }

    private void Visit(int at, int stop, bool leads, List<Token> tokens, string text, bool relative)
    {
        var token = tokens[at];
        var length = token.End - token.Start;
        Expected |= token.Is(WordClass.Expected);
        var isNoun = MetricWords.EndsWithAny(text.AsSpan(token.End, Math.Max(0, tokens[stop].End - token.End)), "比例", "比重", "占比");
        var compares = !isNoun && (token.Is(WordClass.Above | WordClass.Below) || (relative && token.Is(WordClass.Than)) || (IsPoints && token.Is(WordClass.Pull)));
        if (compares && at < stop && ((relative && length > 1) || PhraseVerbs.ComparesWithPlan(token, tokens[stop], text)))
        {
            Against = MetricNames.WithoutBrackets(text.AsSpan(tokens[at + 1].Start, tokens[stop].End - tokens[at + 1].Start));
            Side = token.Is(WordClass.Pull) ? PhraseVerbs.PullOf(text.AsSpan(token.Start, length)) : token.Is(WordClass.Above) ? 1 : token.Is(WordClass.Below) ? -1 : 0;
            End = leads || Progress ? Math.Min(End, token.Start) : token.Start;
            End = leads ? Start : End;
        }
        else if (Against is not null || (IsWhole && token.Is(WordClass.Planned)))
        {
            return;
        }
        else if (token.Is(WordClass.Progress) && at > FirstToken && tokens[at - 1].Is(WordClass.Stage) && text.AsSpan(token.Start).StartsWith("完成率"))
        {
            // 整改完成率 is a rate of its own, not how far a plan has come.
            return;
        }
        else if (token.Is(WordClass.Progress) && (at == stop || tokens[at + 1].Is(WordClass.Above | WordClass.Below)))
        {
            Progress = true;
            End = leads ? Start : token.Start;
        }
        else if (token.Is(WordClass.Share | WordClass.Stand) && leads)
        {
            IsWhole = token.Is(WordClass.Share);
            CutTo(at + 1, tokens);
        }
        else if (token.Is(WordClass.Share) && IsRate && !IsPoints && !isNoun && at < stop && length == 1)
        {
            // 重工业<b>占</b>总体13.7%.
            Subject = SubjectBefore(token, text);
            IsWhole = true;
            CutTo(at + 1, tokens);
        }
        else if (token.Is(WordClass.Adverb) && !leads && at < stop && text.AsSpan(token.Start, length) is "共" or "均" or "共计" or "累计" or "总共" or "一共" && (tokens[at + 1].Is(WordClass.Stage | WordClass.Verb | WordClass.Achieve) || LeadingVerbs.Match(text.AsSpan(tokens[at + 1].Start)) > 1 || VerbShapes.Length(text.AsSpan(tokens[at + 1].Start)) > 0 || (text[token.Start] is '共' && VerbShapes.IsShort(text[tokens[at + 1].Start]))))
        {
            // 法院<b>共</b>审结案件.
            Subject = SubjectBefore(token, text);
            CutTo(at + 1, tokens);
        }
        else if (token.Is(WordClass.Reach) && (length > 1 || text[token.Start] is '达') && at < stop && text[tokens[at + 1].Start] is '每')
        {
            PerHead = true;
            Against = null;
            End = token.Start;
        }
        else if (PerHead)
        {
            return;
        }
        else if (token.Is(WordClass.Achieve) && !leads && text.AsSpan(token.Start, length) is "实现" && MetricWords.Outcomes.Contains(text[token.End..tokens[stop].End])
            && (text[token.Start - 1] is '象' || MetricWords.EndsWithAny(text.AsSpan(Start, token.Start - Start), MetricWords.Persons)))
        {
            // 就业困难人员实现就业520人.
            return;
        }
        else if (token.Is(WordClass.Achieve))
        {
            Subject = leads ? Subject : SubjectBefore(token, text);
            Achieved = true;
            CutTo(at + 1, tokens);
        }
        else if (token.Is(WordClass.Scope) && ((text.AsSpan(token.Start, length) is "全国" && !(leads && at < stop && (LeadingVerbs.VerbLength(text.AsSpan(tokens[at + 1].Start)) > 1 || tokens[at + 1].Is(WordClass.Adverb)) && !IsRate)) || (at > 0 && tokens[at - 1].Is(WordClass.Share))))
        {
            // 全国文明村2个: no office reports the figures of the whole country. 占全市比重: of the city, not its own figure.
            return;
        }
        else if (token.Is(WordClass.Scope) && at < stop && text[token.Start..token.End] is "城区" or "市区" or "主城区" && token.Start > 1 && (token.Start - 2 >= Start || text[token.End] is '道' or '街' or '路') && LeadingVerbs.VerbLength(text.AsSpan(token.Start - 2)) == 2)
        {
            // 清扫城区道路650公里: which roads, not whose figure.
            return;
        }
        else if (token.Is(WordClass.Scope) && token.Start > Start && text[token.Start - 1] is '对' && IsRate)
        {
            // 第一产业对<b>全县</b>生产总值的贡献率: what it contributes to.
            return;
        }
        else if (token.Is(WordClass.Scope) && at < stop && token.Start > 0 && text[token.Start - 1] is '在' or '为')
        {
            // 在全省推广改革经验3个, 为全县造林供应苗木8万株: where and for whom, not whose.
            CutTo(at + 1, tokens);
        }
        else if (token.Is(Cut) && (leads || length > 1) && (leads || at == stop || !token.Is(WordClass.YearOnYear)))
        {
            Scope = token.Is(WordClass.Scope) ? text[token.Start..token.End] : Scope;
            if (token.Is(WordClass.Rest) && at < stop)
            {
                return;
            }

            if (at == stop && !leads && !token.Is(WordClass.Scope))
            {
                End = token.Start;
            }
            else if (token.Is(WordClass.Scope) || leads)
            {
                CutTo(at + 1, tokens);
            }
            else if (!token.Is(WordClass.Adverb))
            {
                Subject = SubjectBefore(token, text);
                CutTo(at + 1, tokens);
            }
        }
        else if (token.Is(WordClass.Done) && text[token.Start] is '已')
        {
            Subject = SubjectBefore(token, text);
            IsPast = true;
            CutTo(at + 1, tokens);
        }
        else if (IsRate && at < stop && token.Is(WordClass.Down) && text[token.Start] is '减' or '压' && length <= 2 && (leads || text.AsSpan(Start, token.Start - Start) is "平均"))
        {
            Falls = true;
            CutTo(at + 1, tokens);
        }
        else if (token.Is(WordClass.Stage | WordClass.Verb | WordClass.Up | WordClass.Down) && (length > 1 || (leads && token.Is(WordClass.Verb))))
        {
            VisitVerb(at, stop, leads, tokens, text);
        }
    }

    private void VisitVerb(int at, int stop, bool leads, List<Token> tokens, string text)
    {
        var token = tokens[at];
        var word = text[token.Start..token.End];
        switch (PhraseVerbs.TurnOf(at, stop, leads, this, tokens, text))
        {
            case VerbTurn.OfNoun:
                return;
            case VerbTurn.Ends:
                // 对3800名: a preposition says nothing about what has been done.
                Stage = word.Length == 1 ? Stage : word;
                End = leads ? Start : token.Start;
                return;
            case VerbTurn.OfPlace:
                Scope = text.AsSpan(Start..token.Start).Contains('、') ? Scope : text[Start..token.Start].Trim().TrimStart('在');
                break;
            case VerbTurn.Leads:
                Subject = leads ? Subject : SubjectBefore(token, text);
                break;
        }

        // <b>通过</b>公共网络实现的销售额: by what means.
        Stage = word.Length == 1 || (word is "通过" && leads && stop > at + 1) ? Stage : word;
        CutTo(at + 1, tokens);
    }

    /// <summary>石桥冷链物流园项目<b>仅</b>完成: who did it, without how much that is.</summary>
    private string SubjectBefore(Token verb, string text) => text[Start..verb.Start].Trim().TrimEnd('仅', '只', '已', '均', '共', '合', '也', '还', '现', '又', '再');

    private void CutTo(int token, List<Token> tokens)
    {
        FirstToken = token;
        Start = Math.Min(token < tokens.Count ? tokens[token].Start : End, End);
        Start = token > 0 && Start < tokens[token - 1].End ? Math.Min(tokens[token - 1].End, End) : Start;
    }
}
