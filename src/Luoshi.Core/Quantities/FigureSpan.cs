namespace Luoshi.Core.Quantities;

/// <summary>Finds where the statement around a figure begins.</summary>
internal sealed record FigureSpan(FigureParts Parts, FigureName Name)
{
    private List<Token> Tokens => Parts.Tokens;

    public int Start()
    {
        var (lead, phrase) = (Parts.Lead, Parts.Phrase);
        if (Parts.Whole.Found)
        {
            return Name.Metric is not null && Name.Start >= 0 && phrase.End <= Tokens[Parts.Whole.Starter].Start ? Name.Start : Tokens[Parts.Whole.Starter].Start;
        }

        var first = lead.First;
        while (first < Parts.At && (Tokens[first].Kind == TokenKind.Date || Parts.Text.AsSpan(Tokens[first].Start..Tokens[first].End) is "了" || IsDoneFor(first) || (Parts.Trailer.Noun is not null && (IsFor(first) || IsAchieved(first) || (first + 1 < Parts.At && IsFor(first + 1))))))
        {
            first++;
        }

        if (first == Parts.At && lead.Of > 1 && Parts.IsShare && Tokens[lead.Of - 1].Kind == TokenKind.Date && Tokens[lead.Of - 2].Is(WordClass.UpTo | WordClass.DownTo))
        {
            // 恢复到2019年的112%.
            return Tokens[lead.Of - 2].Start;
        }

        var leadStart = Tokens[first].Start;
        if (Parts.IsShare && phrase.IsWhole && phrase.FirstToken > 0 && phrase.FirstToken <= Parts.At)
        {
            // 占<b>全部</b>签约项目的41%, 占<b>全市</b>到资的36%.
            return Tokens[phrase.FirstToken > 1 && Tokens[phrase.FirstToken - 1].Is(WordClass.Adverb | WordClass.Scope) && Tokens[phrase.FirstToken - 2].Is(WordClass.Share) ? phrase.FirstToken - 2 : phrase.FirstToken - 1].Start;
        }

        if (Name.Start < 0 && phrase.Achieved && Parts.WorkName(null) is not null && AchieveToken() is >= 0 and var done)
        {
            // 完成全年任务86%.
            return Tokens[done].Start;
        }

        if (Name.Start < 0 && Parts.Trailer.Noun is null && first == lead.First && first > 1 && Tokens[first - 1].Is(WordClass.Verb) && Tokens[first - 2].Is(WordClass.Done))
        {
            // 现已敷设21.5公里.
            return Tokens[first - 2].Start;
        }

        if (Name.Start < 0 && Parts.Trailer.Noun is null && first == lead.First && first > 0 && phrase.IsEmpty && Tokens[first - 1].Is(WordClass.Verb) && Tokens[first - 1].End - Tokens[first - 1].Start > 1)
        {
            // 查处问题29起、处理42人, 走访慰问516人: what was done to them is all that is said of them.
            return Tokens[first > 1 && Tokens[first - 2].Is(WordClass.Verb) && Tokens[first - 2].End == Tokens[first - 1].Start && Tokens[first - 2].End - Tokens[first - 2].Start > 1 ? first - 2 : first - 1].Start;
        }

        return Name.Start >= 0 && Name.Start < leadStart ? Name.Start : phrase.Against is not null ? Tokens[AgainstToken()].Start : Name.ProgressStart(leadStart);
    }

    /// <summary>全面完成312个自然村治理: that they are done says nothing of them.</summary>
    private bool IsAchieved(int token) => Tokens[token].Is(WordClass.Achieve) || (token + 1 < Parts.At && Tokens[token].Is(WordClass.Adverb | WordClass.Ensure) && Tokens[token + 1].Is(WordClass.Achieve));

    private int AchieveToken()
    {
        for (var at = Parts.Lead.First - 1; at >= 0 && Parts.Lead.First - at < 6; at--)
        {
            if (Tokens[at].Is(WordClass.Achieve))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary><b>在</b>46个小区建成厢房, <b>为</b>80户送医: whom or where it is done for.</summary>
    private bool IsFor(int token) => Parts.Text.AsSpan(Tokens[token].Start..Tokens[token].End) is "为" or "在";

    /// <summary>为<b>13690户</b>25249人发放补贴: something is done for them, where the clause goes on behind them.</summary>
    private bool IsDoneFor(int token) => Parts.Measure.Unit.Class == UnitClass.Count && token + 1 == Parts.At && Parts.Text.AsSpan(Tokens[token].Start..Tokens[token].End) is "为"
        && Parts.At + 1 < Tokens.Count && Tokens[Parts.At + 1].Kind is TokenKind.Measure or TokenKind.Text or TokenKind.Word && !Tokens[Parts.At + 1].Is(WordClass.OrMore | WordClass.OrLess | WordClass.OrSo | WordClass.Becomes);

    private int AgainstToken()
    {
        for (var at = Parts.Lead.First - 1; at >= 0; at--)
        {
            if (Tokens[at].Is(WordClass.Above | WordClass.Below | WordClass.Than | WordClass.Pull))
            {
                return at;
            }
        }

        return Parts.Lead.First;
    }
}
