namespace Luoshi.Core.Quantities;

/// <summary>A figure with the words around it: its lead words, its noun before or behind, the whole it is a share of.</summary>
internal sealed record FigureParts(
    int At, string Text, List<Token> Tokens, QuantityContext Context, SentenceState State, Measure Measure, Lead Lead, NounPhrase Phrase, Trailer Trailer, Whole Whole)
{
    private const int MostJoined = 3;

    public bool IsShare => Measure.Unit.Class == UnitClass.Share;

    public bool IsCounted => Measure.Unit.Class is UnitClass.Count or UnitClass.Amount;

    /// <summary>青岚马拉松等赛事: what stands before 等 is an example.</summary>
    public bool IsExample => Text.AsSpan(Phrase.Start, Phrase.End - Phrase.Start).IndexOf('等') >= 0;

    public bool IsTarget => Context.Field == QuantityField.Content;

    /// <summary>What the noun is said to be a part of: 占年度计划60%.</summary>
    public string? WholePhrase => MetricNames.Clean(Text.AsSpan(Phrase.Start, Phrase.End - Phrase.Start));

    public static FigureParts Read(int at, string text, List<Token> tokens, List<Measure> measures, QuantityContext context, SentenceState state)
    {
        var measure = measures[tokens[at].Data];
        var lead = Lead.Before(at, tokens, text, measure.Unit.Class == UnitClass.Count, measure.Unit.Class == UnitClass.Share);
        var whole = measure.Unit.Class == UnitClass.Share && lead.Of >= 0 ? Wholes.Before(lead.Of, tokens, text) : default;
        if (whole.Found && whole.Starter > 0 && (tokens[whole.Starter - 1].Is(WordClass.Respectively) || SharesAll(at, text, tokens, measures, state)))
        {
            // 分别完成年度任务的64.5%、79%.
            lead = lead with { Classes = lead.Classes | WordClass.Respectively };
        }

        if (whole.Found)
        {
            // 约为年度任务的81%, 不低于年度计划的95%.
            lead = lead with { Classes = lead.Classes | (tokens[whole.Starter].Class & (WordClass.About | WordClass.AtLeast)) };
        }

        var rate = measure.Unit.Class is UnitClass.Points or UnitClass.Share or UnitClass.Quotient or UnitClass.None or UnitClass.Duration || lead.Is(WordClass.Up | WordClass.Down);
        var relative = rate || lead.Stage is "新增" or "净增";
        // 造林、育苗<b>分别</b>占全年任务的50%、53%.
        var named = whole.Found && whole.Starter > 1 && tokens[whole.Starter - 1].Is(WordClass.Respectively) ? whole.Starter - 1 : whole.Starter;
        var phrase = NounPhrase.Before(whole.Found ? named : lead.First, tokens, text, relative && !whole.Found, rate, measure.Unit.Class == UnitClass.Points);
        if (phrase.IsEmpty && ((lead.Nearest & Lead.Direction) != 0 || (lead.Is(WordClass.Reach) && lead.First < at - 1)) && !lead.Is(WordClass.Respectively) && SharesAll(at, text, tokens, measures, state))
        {
            // 客运量4010万人，货运量2685万吨，同比增长18.7%、10.7%; 收入32亿元，支出242亿元，是2015年的1.3倍和1.5倍.
            lead = lead with { Classes = lead.Classes | WordClass.Respectively };
        }

        if (phrase.Against is not null && phrase.FirstToken > 0 && tokens[phrase.FirstToken - 1].Is(WordClass.Respectively))
        {
            // 分别高于目标4个、3个百分点.
            lead = lead with { Classes = lead.Classes | WordClass.Respectively };
        }

        if ((lead.First < at || IsCountedInTurn(at, tokens, measures) || SharedNouns.JointAt(text.AsSpan(phrase.Start..phrase.End)) >= 0) && !lead.Is(WordClass.Respectively) && !phrase.IsEmpty && SharesNouns(at, tokens, measures, text, text.AsSpan(phrase.Start..phrase.End)))
        {
            lead = lead with { Classes = lead.Classes | WordClass.Respectively };
        }

        return new FigureParts(at, text, tokens, context, state, measure, lead, phrase, TrailerOf(at, phrase, tokens, measures, text, state), whole);
    }

    /// <summary>金、银、铜牌<b>12枚、8枚</b>: one more figure of the same unit stands directly behind.</summary>
    private static bool IsCountedInTurn(int at, List<Token> tokens, List<Measure> measures) =>
        at + 2 < tokens.Count && tokens[at + 1].Kind == TokenKind.Pause && tokens[at + 2].Kind == TokenKind.Measure && measures[tokens[at].Data].Unit is { Class: UnitClass.Count } unit && measures[tokens[at + 2].Data].Unit == unit;

    /// <summary>警情数、损失数同比下降24.8%、39.1%: as many figures as nouns, without 分别.</summary>
    private static bool SharesNouns(int at, List<Token> tokens, List<Measure> measures, string text, ReadOnlySpan<char> phrase)
    {
        if (!phrase.ContainsAny('、', '和', '与') && SharedNouns.JointAt(phrase) < 0)
        {
            return false;
        }

        var (figures, unit) = (1, measures[tokens[at].Data].Unit);
        while (at + 2 < tokens.Count && IsJoint(tokens[at + 1], text)
            && tokens[at + 2].Kind == TokenKind.Measure && measures[tokens[at + 2].Data].Unit == unit)
        {
            (at, figures) = (at + 2, figures + 1);
        }

        return figures > 1 && SharedNouns.Split(phrase.ToString()).Count == figures;
    }

    /// <summary>办理<b>30件</b>40个民生项目, <b>32栋</b>1526套安置房: the noun behind the next figure is that of both.</summary>
    private static Trailer TrailerOf(int at, NounPhrase phrase, List<Token> tokens, List<Measure> measures, string text, SentenceState state)
    {
        var trailer = Trailer.After(at, tokens, text);
        if (trailer.Noun is not null || !(phrase.IsEmpty || LeadingVerbs.Is(text.AsSpan(phrase.Start..phrase.End))) || measures[tokens[at].Data].Unit.Class != UnitClass.Count || (at > 0 && tokens[at - 1].Kind == TokenKind.Measure && state.Topic is not null))
        {
            return trailer;
        }

        var last = at;
        while (last - at < MostJoined && last + 1 < tokens.Count && tokens[last + 1].Kind == TokenKind.Measure && measures[tokens[last + 1].Data].Unit.Class is UnitClass.Count or UnitClass.Amount)
        {
            last++;
        }

        if (last == at && at + 2 < tokens.Count && tokens[at + 1].Kind == TokenKind.Pause && tokens[at + 2].Kind == TokenKind.Measure && measures[tokens[at].Data].Unit.Base is "户" && measures[tokens[at + 2].Data].Unit.Base is "人" or "人次")
        {
            // 4247户、6273人次<b>低保清查</b>: households and those who live in them.
            last = at + 2;
        }

        return last > at ? trailer with { Noun = Trailer.After(last, tokens, text).Noun } : trailer;
    }

    /// <summary>
    /// 土石方34万方，投资766万元，占计划的68%、64%: as many shares as have been named things, each of its own. Of other units there must have been a 分别: 标准分别从
    /// 2100元、2800元<b>提高到2200元、2900元</b>.
    /// </summary>
    private static bool SharesAll(int at, string text, List<Token> tokens, List<Measure> measures, SentenceState state)
    {
        var (figures, unit) = (1, measures[tokens[at].Data].Unit);
        while (at + 2 < tokens.Count && IsJoint(tokens[at + 1], text) && tokens[at + 2].Kind == TokenKind.Measure && measures[tokens[at + 2].Data].Unit is var next && (next == unit || (next.Class == unit.Class && unit.Class == UnitClass.Share)))
        {
            (at, figures) = (at + 2, figures + 1);
        }

        return figures > 1 && ((unit.Class == UnitClass.Share && state.Topics.Count >= figures) || state.LastShared.Count == figures);
    }

    private static bool IsJoint(Token token, string text) => token.Kind == TokenKind.Pause || text.AsSpan(token.Start..token.End) is "和" or "与";

    /// <summary>The unit as written, without what only makes the number vague: 3.2个亿, 三年半, 200余家.</summary>
    public string UnitText() => Text[Measure.UnitStart..Tokens[At].End].TrimEnd('半').Replace("余", "", StringComparison.Ordinal).Replace("多", "", StringComparison.Ordinal);

    /// <summary>The work a share is of, where that is not what is measured: 完成总体工程量88.5%.</summary>
    public string? WorkName(string? metric)
    {
        if (!IsShare || Phrase.IsEmpty)
        {
            return null;
        }

        var phrase = WholePhrase;
        return phrase is not null && phrase != metric && MetricWords.IsWork(phrase) ? phrase : null;
    }

    /// <summary>Whether the figure stands directly behind another one: 18条42公里, 20个、3500户, 6条共512公里, 50处、约1700平方米.</summary>
    public bool IsJoined()
    {
        var before = Lead.First - 1;
        var stands = IsCounted && (At + 1 >= Tokens.Count || Tokens[At + 1].Kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Semicolon);
        before -= before > 0 && (Tokens[before].Kind == TokenKind.Pause || (stands && Tokens[before].Kind == TokenKind.Comma)) ? 1 : 0;
        before -= before > 0 && Tokens[before].Kind == TokenKind.Text && Text.AsSpan(Tokens[before].Start..Tokens[before].End) is "/" ? 1 : 0;
        return before >= 0 && Tokens[before].Kind == TokenKind.Measure && (Lead.First == At || (Lead.First + 1 == At && Text.AsSpan(Tokens[Lead.First].Start..Tokens[Lead.First].End) is "共" or "合计" or "共计" or "总计" or "约" or "近"));
    }
}
