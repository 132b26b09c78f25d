namespace Luoshi.Core.Quantities;

/// <summary>
/// The words directly in front of a figure, read backwards: 同比增长, 力争达到, 控制在. <paramref name="First"/> is the token they begin with, the
/// figure's own where there are none; <paramref name="Nearest"/> is the direction word nearest to the figure.
/// </summary>
internal readonly record struct Lead(int First, WordClass Classes, WordClass Nearest, string? Stage, string? Against, int Of)
{
    private const int MostTokens = 12;

    public const WordClass Direction = WordClass.Up | WordClass.Down | WordClass.UpTo | WordClass.DownTo;

    private const WordClass Consumed = Direction | WordClass.Reach | WordClass.Stand | WordClass.Ceiling | WordClass.AtLeast | WordClass.AtMost | WordClass.MoreThan
        | WordClass.LessThan | WordClass.About | WordClass.Above | WordClass.Below | WordClass.Than | WordClass.YearOnYear | WordClass.Expected | WordClass.Strive
        | WordClass.Ensure | WordClass.Planned | WordClass.Done | WordClass.Adverb | WordClass.Respectively | WordClass.From | WordClass.Share | WordClass.Achieve
        | WordClass.Stage | WordClass.Rest | WordClass.Rank;

    public bool Is(WordClass any) => (Classes & any) != 0;

    /// <summary>
    /// Reads the words before token <paramref name="figure"/>. <c>Of</c> is the 的 that stops them, or -1. Before a figure that
    /// <paramref name="counts"/> things 提升 is part of the noun: 道路提升12条.
    /// </summary>
    public static Lead Before(int figure, List<Token> tokens, string text, bool counts = false, bool shares = false)
    {
        var (first, of) = (figure, -1);
        WordClass classes = WordClass.None, nearest = WordClass.None;
        string? stage = null, against = null;
        var than = -1;
        for (var at = figure - 1; at >= 0 && figure - at <= MostTokens; at--)
        {
            var token = tokens[at];
            if (token.Kind == TokenKind.Date)
            {
                // 由去年的3200万元, 较上年增长: the date belongs to the words around it.
                first = at;
                continue;
            }

            if (at > 0 && token.Kind == TokenKind.Text && text.AsSpan(token.Start..token.End) is "每人" or "每户" or "每亩" or "每生" or "人均" or "月人均" or "年人均" or "户均" or "亩均" && tokens[at - 1].Is(WordClass.UpTo | WordClass.DownTo))
            {
                // 补贴提标至<b>每人</b>86元.
                first = at;
                continue;
            }

            if (token.Is(WordClass.Of) && IsPastOf(at, tokens, shares))
            {
                first = at;
                continue;
            }

            if (token.Is(WordClass.Of) && of < 0 && !(classes != WordClass.None && (classes & ~(WordClass.About | WordClass.MoreThan | WordClass.Adverb)) != 0))
            {
                of = at;
                break;
            }

            if (token.Is(WordClass.Than) && token.End - token.Start > 4 && text[token.End - 1] is '比')
            {
                // 与去年同期相比增长26%.
                return new Lead(at, classes | WordClass.Than, nearest, stage, text[(token.Start + 1)..(token.End - 2)].Trim(), of);
            }

            if (token.Kind != TokenKind.Word || !token.Is(Consumed) || IsCompared(at, figure, tokens)
                || (counts && text.AsSpan(token.Start, token.End - token.Start) is "提升" or "改善") || IsApplication(at, tokens, text))
            {
                break;
            }

            first = at;
            classes |= token.Class;
            nearest = nearest == WordClass.None ? token.Class & Direction : nearest;
            if (token.Is(WordClass.Stage))
            {
                stage = text[token.Start..token.End];
            }

            if (token.Is(WordClass.Than))
            {
                than = at;
                if (at > 0 && tokens[at - 1].Is(WordClass.Respectively))
                {
                    // 分别比上年增加0.4万亩、0.6万吨.
                    first = at - 1;
                    classes |= WordClass.Respectively;
                }

                break;
            }

            if (token.Is(WordClass.Above | WordClass.Below) && at + 1 < figure && tokens[at + 1].Kind == TokenKind.Date && (nearest == WordClass.None || IsPace(tokens[figure - 1], text)) && ComparesPast(at + 1, IsPace(tokens[figure - 1], text) ? figure - 1 : figure, tokens))
            {
                // 超上年同期1.2亿元 is a difference, no figure above.
                than = at;
                nearest = token.Is(WordClass.Above) ? WordClass.Up : WordClass.Down;
                classes = (classes & ~(WordClass.MoreThan | WordClass.LessThan | WordClass.Above | WordClass.Below)) | WordClass.Than | nearest;
                break;
            }

            // 年均 and 名义 say how a growth is counted, not against what.
            if (token.Is(WordClass.YearOnYear) && text.AsSpan(token.Start, token.End - token.Start) is "同比" or "环比" or "同期")
            {
                against ??= text[token.Start..token.End];
            }
        }

        if (than >= 0)
        {
            var last = than + 1;
            while (last < figure && (tokens[last].Kind == TokenKind.Date || tokens[last].Is(WordClass.YearOnYear) || IsPace(tokens[last], text)))
            {
                last++;
            }

            against = last > than + 1 ? text[tokens[than + 1].Start..tokens[last - 1].End] : against;
        }

        return new Lead(first, classes, nearest, stage, against, of);
    }

    /// <summary>降幅收窄2.1个百分点, 增速回落0.3个百分点: the change of a change is no growth.</summary>
    public bool ChangesRate(int figure, List<Token> tokens, string text)
    {
        var words = text.AsSpan(tokens[Math.Max(0, First - 1)].Start..tokens[figure].Start);
        return words.IndexOf("增速") >= 0 || words.IndexOf("增幅") >= 0 || words.IndexOf("涨幅") >= 0 || words.IndexOf("降幅") >= 0 || words.IndexOf("跌幅") >= 0;
    }

    /// <summary>Whether the noun before the verb belongs to a figure itself: 4个项目完成投资.</summary>
    public bool FollowsFigure(List<Token> tokens, string text)
    {
        for (var at = First - 1; at >= 0 && First - at < 12 && (tokens[at].Kind is TokenKind.Text or TokenKind.Word or TokenKind.Measure || NounPhrase.JoinsLevels(at, tokens, text)); at--)
        {
            if (tokens[at].Kind == TokenKind.Measure)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>33个<b>竣工投产项目</b>完成58亿元: whose figure it is, by the noun of the one before; null where none stands there.</summary>
    public string? CountedBefore(List<Token> tokens, string text)
    {
        for (var at = First - 1; at >= 0 && First - at < 8 && tokens[at].Kind is TokenKind.Text or TokenKind.Word or TokenKind.Measure; at--)
        {
            if (tokens[at].Kind == TokenKind.Measure)
            {
                return at + 1 < First ? MetricNames.Clean(text.AsSpan(tokens[at].End..tokens[First].Start)) : null;
            }
        }

        return null;
    }

    /// <summary>由去年<b>的</b>3200万元, 由上年同期<b>的</b>1.85, 增至2024年<b>的</b>48亿元.</summary>
    private static bool IsPastOf(int of, List<Token> tokens, bool shares)
    {
        var date = of > 1 && tokens[of - 1].Is(WordClass.YearOnYear) ? of - 2 : of - 1;
        return date > 0 && tokens[date].Kind == TokenKind.Date && tokens[date - 1].Is(shares ? WordClass.From | WordClass.Reach : WordClass.From | WordClass.UpTo | WordClass.DownTo);
    }

    /// <summary>受理专利<b>申请</b>: what was received, not what was done.</summary>
    private static bool IsApplication(int at, List<Token> tokens, string text) =>
        at > 1 && tokens[at - 1].Kind == TokenKind.Text && text.AsSpan(tokens[at].Start..tokens[at].End) is "申请" or "调解" && text.AsSpan(tokens[at - 2].Start..tokens[at - 2].End) is "受理" or "收到" or "办理" or "答复" or "接收";

    /// <summary>高于去年同期<b>增速</b>2.7个百分点.</summary>
    private static bool IsPace(Token token, string text) => token.Is(WordClass.Up | WordClass.Down) && text.AsSpan(token.Start..token.End) is "增速" or "增幅" or "涨幅" or "降幅";

    private static bool ComparesPast(int at, int figure, List<Token> tokens)
    {
        while (at < figure && (tokens[at].Kind == TokenKind.Date || tokens[at].Is(WordClass.YearOnYear)))
        {
            at++;
        }

        return at == figure && tokens[at - 1].Is(WordClass.YearOnYear);
    }

    /// <summary>快于计划 names the plan, and 收入比缩小到 ends in a noun: neither word leads the figure.</summary>
    private static bool IsCompared(int at, int figure, List<Token> tokens) =>
        (tokens[at].Is(WordClass.Planned) && at > 0 && (PlanWords.IsSomebodys(at, tokens, WordClass.Share) || tokens[at - 1].Is(WordClass.Above | WordClass.Below | WordClass.Than | WordClass.Share) || (at > 1 && tokens[at - 1].Kind == TokenKind.Date && tokens[at - 2].Is(WordClass.Above | WordClass.Below | WordClass.Share))))
        || (tokens[at].Is(WordClass.Than) && !(at + 1 < figure && (tokens[at + 1].Kind == TokenKind.Date || tokens[at + 1].Is(WordClass.YearOnYear))));
}
