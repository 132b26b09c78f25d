namespace Luoshi.Core.Quantities;

/// <summary>Tells where 计划 and its like mark what is to come from where they stand in a noun, and whose year a date is.</summary>
internal static class PlanWords
{
    private const int Near = 14;

    private static readonly string[] Fundings = ["资金", "债", "补助", "捐赠", "捐助", "项目", "指标", "预算内", "救助金", "基金", "经费"];

    /// <summary>快于计划, 完成计划的80%, 按计划, 为计划任务的169%, 10个计划投产项目: here 计划 is a noun or part of one.</summary>
    public static bool Mark(int at, List<Token> tokens, string text)
    {
        var next = at + 1 < tokens.Count ? tokens[at + 1] : default;
        // <b>计划</b>完成率57%: a rate of that name.
        var ofNoun = next.Is(WordClass.Of | WordClass.Progress) || (next.Kind == TokenKind.Text && MetricWords.StartsWithAny(text.AsSpan(next.Start), "任务", "目标", "数的"));
        var isNoun = at > 0 && (tokens[BehindDate(at, tokens)].Is(WordClass.Above | WordClass.Below | WordClass.Than | WordClass.Share | WordClass.Achieve)
            || (tokens[at - 1].Kind == TokenKind.Text && text[tokens[at].Start - 1] is '按' or '照' or '度' or '动')
            || IsSomebodys(at, tokens, WordClass.Above | WordClass.Below | WordClass.Than | WordClass.Share));
        var describes = at > 0 && tokens[at - 1].Kind == TokenKind.Measure && next.Is(WordClass.Stage);
        // 准备动工9处, 承诺3月份开工36项; 兑现承诺事项26件 is none.
        if (text.AsSpan(tokens[at].Start..tokens[at].End) is "准备" or "承诺" && !next.Is(WordClass.Stage | WordClass.Achieve) && !(next.Kind == TokenKind.Date && next.Start < next.End))
        {
            return false;
        }

        // 列入市重点项目计划共95项.
        isNoun |= at > 0 && tokens[at - 1].Kind == TokenKind.Text && at + 2 < tokens.Count && tokens[at + 2].Kind == TokenKind.Measure && text.AsSpan(next.Start..next.End) is "共";
        var arranges = at + 1 < tokens.Count && next.Kind is TokenKind.Text or TokenKind.Measure or TokenKind.Comma or TokenKind.Stop && text.AsSpan(tokens[at].Start..tokens[at].End) is "安排";
        // 年度计划完成投资3亿元, but 按年度计划完成.
        var ofYear = at > 1 && next.Is(WordClass.Achieve) && tokens[at - 1].Kind == TokenKind.Text && text.AsSpan(tokens[at - 1].Start..tokens[at - 1].End) is "年度";
        return ofYear || (!isNoun && !ofNoun && !describes && !arranges);
    }

    /// <summary>低于<b>市</b>计划0.7个百分点, 占<b>市级</b>计划144%: whose plan it is, behind a word of <paramref name="before"/>.</summary>
    public static bool IsSomebodys(int at, List<Token> tokens, WordClass before) =>
        at > 1 && tokens[at - 1].Kind == TokenKind.Text && tokens[at - 1].End - tokens[at - 1].Start <= 2 && tokens[at - 2].Is(before);

    /// <summary>全年目标, 2025年度计划: the year belongs to the noun that <paramref name="rest"/> begins with.</summary>
    public static bool AreNamed(ReadOnlySpan<char> rest) => MetricWords.StartsWithAny(rest.TrimStart(' '), "目标", "任务", "指标", "进度", "计划的", "总任务");

    /// <summary>获评<b>2023年度</b>质量奖: the year of what was won.</summary>
    public static bool NamesPrize(int at, DateExpression date, List<Token> tokens, string text) =>
        date.IsYear && at > 0 && (tokens[at - 1].Is(WordClass.Stage | WordClass.Verb) || (tokens[at - 1].Kind == TokenKind.Text && tokens[at - 1].End == tokens[at].Start && LeadingVerbs.Is(text.AsSpan(tokens[at - 1].Start..tokens[at - 1].End)))) && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Text && text[tokens[at].End - 1] is '度';

    /// <summary>争取<b>上级资金</b>2亿元: who asks for money promises nothing beyond.</summary>
    public static bool IsFunding(ReadOnlySpan<char> text)
    {
        var ahead = text[..Math.Min(Near, text.Length)];
        foreach (var word in Fundings)
        {
            if (ahead.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>占<b>全年</b>计划: the token before the word and its year.</summary>
    private static int BehindDate(int at, List<Token> tokens) => at > 1 && tokens[at - 1].Kind == TokenKind.Date ? at - 2 : at - 1;
}
