namespace Luoshi.Core.Quantities;

/// <summary>Reads deadlines: a date with 前 behind it, or with 建成, 投用 and the like. The date of a meeting is none.</summary>
internal static class Milestones
{
    private static readonly string[] Reached =
        ["建成", "开工建设", "完工", "竣工", "通车", "投用", "投产", "开工", "验收", "交付", "封顶", "结顶", "试运行", "试生产", "启用", "开园", "运营", "开放", "投运", "完成", "贯通", "投入使用", "动工", "上市", "通水", "通航", "开业",
            "建设完成", "落地", "签约", "挂牌", "开馆", "并网", "达产", "出台", "印发", "收官", "完结", "整改到位", "销号", "供地", "出让", "开通", "启动", "进场施工", "进场", "获批", "批复", "上线", "合龙", "合拢", "试营业", "投入运营", "复工", "复产"];

    private static readonly string[] Between = ["前", "底前", "之前", "以前", "全部", "全面", "正式", "实现", "可", "能", "基本", "顺利", "如期", "份", "内", "建设", "主体", "可以", "将", "项目", "已"];

    private const int FarthestPlace = 14;

    public static Quantity? Read(int at, string text, List<Token> tokens, List<DateExpression> dates, QuantityContext context, SentenceState state)
    {
        var date = dates[tokens[at].Data];
        if (date.Now || date.UpTo || date.Since || (date.IsYear && !IsBefore(at, tokens)) || date.Due(context.AsOf) is not { } due)
        {
            return null;
        }

        var (verb, end) = Verb(at, text, tokens);
        if (verb is null || HasFigure(at, tokens))
        {
            return null;
        }

        var target = context.Field == QuantityField.Content;
        var lead = Lead.Before(at, tokens, text);
        var before = NounPhrase.Before(lead.First, tokens, text, relative: false);
        var name = before.IsEmpty ? null : MetricNames.Clean(text.AsSpan(before.Start, before.End - before.Start));
        var start = name is null ? tokens[at].Start : before.Start + Math.Max(0, text.AsSpan(before.Start, before.End - before.Start).IndexOf(name, StringComparison.Ordinal));
        var stop = end;
        if (name is null)
        {
            name = After(end, tokens, text, out var after) ?? state.Topic ?? state.Subject;
            stop = after > end ? after : end;
        }

        var last = due.Period;
        var isPast = context.AsOf is { } asOf && last <= asOf && !state.Planned && !state.Strive && !state.Expected && !IsBefore(at, tokens);
        var role = target ? QuantityRole.Target : isPast ? QuantityRole.Result : QuantityRole.Plan;
        return new Quantity
        {
            Span = TextSpan.Between(start, stop),
            ValueSpan = TextSpan.Between(tokens[at].Start, tokens[at].End),
            Metric = name,
            MetricKey = MetricNames.Key(name),
            Kind = QuantityKind.Deadline,
            Comparator = role == QuantityRole.Result ? Comparator.Equal : Comparator.AtMost,
            Role = role,
            Due = due,
            Stage = verb,
            Stretch = state.Strive,
            Estimated = !target && (state.Expected || lead.Is(WordClass.Expected)),
            Scope = before.Scope ?? state.Scope,
        };
    }

    private static bool IsBefore(int at, List<Token> tokens) => at + 1 < tokens.Count && tokens[at + 1].Is(WordClass.NotAfter | WordClass.Top);

    /// <summary>The verb that the date is the date of, behind nothing but 前 and adverbs.</summary>
    private static (string? Verb, int End) Verb(int at, string text, List<Token> tokens)
    {
        var position = tokens[at].End;
        var before = IsBefore(at, tokens);
        for (var steps = 0; steps < 6; steps++)
        {
            var rest = text.AsSpan(position).TrimStart(' ');
            position = text.Length - rest.Length;
            if (Longest(rest, Reached) is { } verb)
            {
                var end = position + verb.Length;
                if (text.AsSpan(end).StartsWith("情况", StringComparison.Ordinal))
                {
                    return (null, 0);
                }

                // 完成竣工验收.
                end += Longest(text.AsSpan(end), Reached)?.Length ?? 0;
                return (verb, end + (Longest(text.AsSpan(end), Reached)?.Length ?? 0));
            }

            if (Longest(rest, Between) is { } word)
            {
                position += word.Length;
                continue;
            }

            if (rest.StartsWith("在", StringComparison.Ordinal) && LongestInside(Clause(rest, FarthestPlace), out var behindPlace) is { } there)
            {
                // 已于5月20日在北交所上市.
                return (there, position + behindPlace + there.Length);
            }

            if (LeadingVerbs.VerbLength(rest) is > 1 and var length && Longest(rest[length..], Reached) is { } done)
            {
                // 已于3月18日编制完成.
                return (text.Substring(position, length + done.Length), position + length + done.Length);
            }

            break;
        }

        // 9月底前 makes a deadline of whatever verb follows in the clause.
        for (var next = at + 2; before && next < tokens.Count && next - at < 10; next++)
        {
            var token = tokens[next];
            if (token.Kind is not (TokenKind.Text or TokenKind.Word or TokenKind.Pause))
            {
                break;
            }

            if (token.Is(WordClass.Stage | WordClass.Achieve))
            {
                return (text[token.Start..token.End], token.End);
            }

            if (token.Kind == TokenKind.Text && LongestInside(text.AsSpan(token.Start, token.End - token.Start), out var offset) is { } inside)
            {
                return (inside, token.Start + offset + inside.Length);
            }
        }

        return (null, 0);
    }

    private static ReadOnlySpan<char> Clause(ReadOnlySpan<char> text, int most)
    {
        var clause = text[..Math.Min(most, text.Length)];
        var end = clause.IndexOfAny("，。；、\n");
        return end < 0 ? clause : clause[..end];
    }

    private static string? LongestInside(ReadOnlySpan<char> piece, out int offset)
    {
        for (offset = 0; offset < piece.Length && offset < 40; offset++)
        {
            if (Longest(piece[offset..], Reached) is { } verb)
            {
                return verb;
            }
        }

        return null;
    }

    private static string? Longest(ReadOnlySpan<char> text, string[] words)
    {
        string? longest = null;
        foreach (var word in words)
        {
            longest = text.StartsWith(word, StringComparison.Ordinal) && word.Length > (longest?.Length ?? 0) ? word : longest;
        }

        return longest;
    }

    /// <summary>预计9月交付320套 is a figure with a period, no deadline.</summary>
    private static bool HasFigure(int at, List<Token> tokens)
    {
        for (var next = at + 1; next < tokens.Count && next - at < 24; next++)
        {
            if (tokens[next].Kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Semicolon)
            {
                return false;
            }

            if (tokens[next].Kind == TokenKind.Measure)
            {
                return true;
            }
        }

        return false;
    }

    private static string? After(int position, List<Token> tokens, string text, out int end)
    {
        end = position;
        foreach (var token in Following(position, tokens))
        {
            end = token.End;
        }

        return end > position ? MetricNames.Clean(text.AsSpan(position, end - position)) : null;
    }

    private static IEnumerable<Token> Following(int position, List<Token> tokens)
    {
        var low = 0;
        var high = tokens.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tokens[middle].End <= position ? (middle + 1, high) : (low, middle);
        }

        for (var at = low; at < tokens.Count && at - low < 8 && tokens[at].Kind is TokenKind.Text or TokenKind.Word; at++)
        {
            yield return tokens[at];
        }
    }
}
