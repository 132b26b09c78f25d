namespace Luoshi.Core.Quantities;

/// <summary>The whole of a share: 占<b>年度计划投资(184亿元)</b>的. <paramref name="Index"/> is the token of the base's own figure.</summary>
internal readonly record struct Whole(bool Found, int Starter, string? Name, bool IsPlan, int? Index, string? Owner);

/// <summary>Reads 占…的, 完成…的, 达到…的 before a share.</summary>
internal static class Wholes
{
    private const int MostTokens = 14;

    private static readonly string[] PlanWords = ["计划", "任务", "目标", "指标", "工程量", "工程总量", "进度", "序时", "工作量", "总投资", "概算"];

    public static Whole Before(int of, List<Token> tokens, string text)
    {
        int? figure = null;
        var nameEnd = tokens[of].Start;
        for (var at = of - 1; at >= 0 && of - at <= MostTokens; at--)
        {
            var token = tokens[at];
            if (token.Kind == TokenKind.Close && token.Data >= 0 && at == of - 1)
            {
                for (var inner = token.Data + 1; inner < at && inner - token.Data < 8; inner++)
                {
                    figure = tokens[inner].Kind == TokenKind.Measure ? inner : figure;
                }

                at = token.Data;
                nameEnd = tokens[at].Start;
                continue;
            }

            if (token.Kind == TokenKind.Measure && at == of - 1)
            {
                figure = at;
                nameEnd = token.Start;
                continue;
            }

            if (token.Kind == TokenKind.Measure && figure is null && at == of - 2 && MetricWords.StartsWithAny(text.AsSpan(tokens[at + 1].Start), "目标", "任务", "计划"))
            {
                // 完成全年900万人目标的114%.
                figure = at;
                continue;
            }

            if (token.Is(WordClass.Share | WordClass.Achieve | WordClass.UpTo | WordClass.DownTo) || ((token.Is(WordClass.Reach | WordClass.AtLeast) || (token.Is(WordClass.About) && token.End - token.Start == 2)) && at < of - 1))
            {
                var written = text.AsSpan(token.End, Math.Max(0, nameEnd - token.End));
                var name = MetricNames.Clean(figure is { } inner && tokens[inner].End < nameEnd ? $"{text.AsSpan(token.End..tokens[inner].Start)}{text.AsSpan(tokens[inner].End..nameEnd)}" : written);
                if (name is not null && Owner(name) is { } owner)
                {
                    return new Whole(true, at, name[owner.Length..], true, figure, owner);
                }

                return name is null ? default : new Whole(true, at, name, token.Is(WordClass.Achieve) || IsPlan(name), figure, null);
            }

            if (token.Kind == TokenKind.Pause && at > 0 && tokens[at - 1].Kind == TokenKind.Text && tokens[at - 1].End - tokens[at - 1].Start <= 2)
            {
                // 占省、市下达任务的57%.
                continue;
            }

            if (token.Kind is not (TokenKind.Text or TokenKind.Word or TokenKind.Date))
            {
                break;
            }
        }

        return default;
    }

    /// <summary>完成海塘项目总工程量的95%: the project is measured, the work is the whole.</summary>
    private static string? Owner(string name)
    {
        foreach (var work in (string[])["总工程量", "工程总量", "工程量", "总任务量"])
        {
            if (name.EndsWith(work, StringComparison.Ordinal))
            {
                return name.Length - work.Length >= 4 ? name[..^work.Length] : null;
            }
        }

        return null;
    }

    /// <summary>Whether a figure is the base that a share behind it is taken of.</summary>
    public static bool IsInside(int at, List<Token> tokens)
    {
        var next = at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Close ? at + 2 : at + 1;
        // 解决了5.6万人<b>的</b>饮水问题: no share stands behind 的.
        return next < tokens.Count && tokens[next].Is(WordClass.Of) && next + 1 < tokens.Count && tokens[next + 1].Kind is not TokenKind.Text;
    }

    public static bool IsPlan(string name)
    {
        foreach (var word in PlanWords)
        {
            if (name.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        // 占一般公共预算支出的 is a share, 为年初预算的 is progress.
        return MetricWords.EndsWithAny(name, "预算", "预算数");
    }
}
