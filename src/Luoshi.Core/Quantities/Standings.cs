using System.Buffers;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Quantities;

/// <summary>Figures that are told by where something stands: ranks, 零增长, 与上年持平, 与经济增长同步, 不低于全市平均水平.</summary>
internal static class Standings
{
    /// <summary>荣获第2名: what is won is a rank.</summary>
    private static readonly string[] Won = ["荣获", "获得", "取得", "获评", "夺得"];

    /// <summary>What a field of places is told by: 六县市, 9个区县.</summary>
    private static readonly SearchValues<char> FieldWords = SearchValues.Create("个县市区州盟旗镇乡街道地");

    private static readonly string[] References = ["平均", "增速", "水平", "增长", "同期", "上年", "去年", "序时"];

    /// <summary>位居全市第二. A rank needs a ranking word or the field it is ranked in: 第一 alone is none.</summary>
    public static Quantity? ReadRank(int at, string text, List<Token> tokens, List<Measure> measures, QuantityContext context, SentenceState state)
    {
        if (state.NextRank < state.SharedRanks.Count && at > 0 && (tokens[at - 1].Kind == TokenKind.Pause || IsAnd(tokens[at - 1], text)))
        {
            var next = Rank(at, at, null, text, tokens, measures, context, state);
            return Of(next, state.SharedRanks[state.NextRank++]) with { Span = next.ValueSpan };
        }

        if (at > 2 && tokens[at - 1].Kind == TokenKind.Text && tokens[at - 2].Kind == TokenKind.Pause && tokens[at - 3].Kind == TokenKind.Rank)
        {
            // 投资潜力第3、<b>绿色发展第5</b>: the ranking word is said once for the list.
            return Rank(at, at, null, text, tokens, measures, context, state);
        }

        var first = at;
        while (first > 0 && at - first < 5 && (tokens[first - 1].Is(WordClass.Respectively | WordClass.Rank | WordClass.Scope | WordClass.Adverb | WordClass.Top | WordClass.Stand | WordClass.From | WordClass.Reach)
            || (tokens[first - 1].Kind == TokenKind.Text && first > 1 && tokens[first - 2].Is(WordClass.Rank | WordClass.Scope) && !(tokens[first].Is(WordClass.Rank) && tokens[first].Kind == TokenKind.Word && !text.AsSpan(tokens[first - 1].Start..tokens[first - 1].End).Contains('中') && !text.AsSpan(tokens[first - 1].Start..tokens[first - 1].End).ContainsAnyInRange('0', '9')) && tokens[first - 1].End - tokens[first - 1].Start <= 12)))
        {
            first--;
        }

        if (first == at)
        {
            first = FieldStart(at, tokens);
        }

        if (first == at && at > 1 && tokens[at - 2].Kind is TokenKind.Comma or TokenKind.Pause && IsField(text.AsSpan(tokens[at - 1].Start..tokens[at - 1].End)))
        {
            // 增长10.2%，<b>六县市</b>第五位.
            first = at - 1;
        }

        if (first == at && !(at > 0 && tokens[at - 1].Kind == TokenKind.Text && MetricWords.EndsWithAny(text.AsSpan(tokens[at - 1].Start..tokens[at - 1].End), Won)))
        {
            return null;
        }

        var against = tokens.GetRange(first, at - first).Where(token => token.Is(WordClass.Scope) || token.Kind == TokenKind.Text).Select(token => text[token.Start..token.End]).FirstOrDefault();
        if (text[tokens[first].Start] is '在' && tokens.FindIndex(first, at - first, token => token.Is(WordClass.Rank)) is > 0 and var ranked
            && text.AsSpan(tokens[first].Start..tokens[ranked].Start) is var field && (field.ContainsAnyInRange('0', '9') || field.Contains('中')))
        {
            // 在全国168城市中排名第145位: the field is no part of the rank.
            first = ranked;
        }

        if (first > 0 && first < at && ((tokens[first - 1].Is(WordClass.Up | WordClass.Down) && tokens[first - 1].End - tokens[first - 1].Start == 2 && text[tokens[first - 1].End - 1] is '速' or '幅') || text.AsSpan(tokens[first - 1].Start..tokens[first - 1].End) is "总量") && !tokens[first].Is(WordClass.Respectively | WordClass.From))
        {
            // <b>增幅</b>全省排第7位, <b>总量</b>全市第一.
            first--;
        }

        var rank = Rank(at, first, against, text, tokens, measures, context, state);
        if (tokens.FindIndex(first, at - first, token => token.Is(WordClass.Respectively)) >= 0)
        {
            return FirstOfShared(at, first, rank, text, tokens, state);
        }

        return tokens[first].Is(WordClass.From) ? rank with { Role = QuantityRole.Baseline, Comparator = Comparator.Equal } : rank;
    }

    /// <summary>增速<b>分别</b>居全市第3位、第2位: each rank is of its own topic.</summary>
    private static Quantity FirstOfShared(int at, int first, Quantity rank, string text, List<Token> tokens, SentenceState state)
    {
        var ranks = 1;
        for (var next = at + 1; next < tokens.Count && next - at < 16 && (tokens[next].Kind is TokenKind.Pause or TokenKind.Rank || IsAnd(tokens[next], text)); next++)
        {
            ranks += tokens[next].Kind == TokenKind.Rank ? 1 : 0;
        }

        var named = SharedNouns.Split(rank.Metric);
        state.SharedRanks = named.Count >= ranks ? named : state.Topics.Count >= ranks ? state.Topics[^ranks..] : [.. Enumerable.Repeat(rank.Metric ?? "", rank.Metric is null ? 0 : ranks)];
        state.NextRank = 1;
        var ofChange = first > 0 && tokens[first - 1].Is(WordClass.Up) && tokens[first - 1].End - tokens[first - 1].Start > 1 && named.Count < ranks;
        return state.SharedRanks.Count == 0 ? rank
            : Of(rank, state.SharedRanks[0]) with { Span = ofChange ? TextSpan.Between(tokens[first - 1].Start, rank.Span.End) : rank.Span };
    }

    private static Quantity Of(Quantity rank, string metric) => rank with { Metric = metric, MetricKey = MetricNames.Key(metric) };

    private static bool IsAnd(Token token, string text) => token.Kind == TokenKind.Text && text.AsSpan(token.Start..token.End) is "和" or "与";

    /// <summary>The ranking word before a field of several tokens: <b>列</b>九个县（市、区）第三位. <paramref name="at"/> itself where there is none.</summary>
    private static int FieldStart(int at, List<Token> tokens)
    {
        for (var first = at - 1; first >= 0 && at - first < 10 && tokens[first].Kind is TokenKind.Text or TokenKind.Open or TokenKind.Close or TokenKind.Pause or TokenKind.Word; first--)
        {
            if (tokens[first].Is(WordClass.Rank))
            {
                return first;
            }
        }

        return at;
    }

    /// <summary>零增长, 持平, 同步 and 零发生: figures without a number.</summary>
    public static Quantity? Read(int at, string text, List<Token> tokens, QuantityContext context, SentenceState state)
    {
        var token = tokens[at];
        var first = at;
        string? against = null;
        if (token.Is(WordClass.Flat | WordClass.InStep))
        {
            if (With(at, text, tokens) is not { } with)
            {
                return token.Is(WordClass.Flat) ? Flat(at, text, tokens, context, state) : null;
            }

            first = with.Token;
            against = with.Against;
            if (with.Start is { } start)
            {
                return Standing(at, first, start, against, text, tokens, context, state);
            }
        }

        while (first > 0 && tokens[first - 1].Is(WordClass.Achieve | WordClass.Adverb | WordClass.Stand | WordClass.Done))
        {
            first--;
        }

        return Standing(at, first, tokens[first].Start, against, text, tokens, context, state);
    }

    /// <summary>同比持平, 较去年持平.</summary>
    private static Quantity? Flat(int at, string text, List<Token> tokens, QuantityContext context, SentenceState state)
    {
        var first = at;
        while (first > 0 && at - first < 4 && (tokens[first - 1].Kind == TokenKind.Date || tokens[first - 1].Is(WordClass.YearOnYear | WordClass.Than)))
        {
            first--;
        }

        if (first == at)
        {
            return null;
        }

        var against = tokens[first].Is(WordClass.Than) ? text[tokens[first].End..tokens[at].Start].Trim() : text[tokens[first].Start..tokens[at - 1].End];
        return Standing(at, first, tokens[first].Start, against, text, tokens, context, state);
    }

    /// <summary>不低于全市平均水平: a promise that needs another figure.</summary>
    public static Quantity? ReadRelative(int at, string text, List<Token> tokens, QuantityContext context, SentenceState state)
    {
        var last = at + 1;
        while (last < tokens.Count && last - at < 5 && tokens[last].Kind is TokenKind.Text or TokenKind.Word or TokenKind.Date)
        {
            last++;
        }

        if (last == at + 1 || (last < tokens.Count && tokens[last].Kind is TokenKind.Measure or TokenKind.Open))
        {
            return null;
        }

        var against = text[tokens[at].End..tokens[last - 1].End].Trim();
        if (!References.Any(reference => against.EndsWith(reference, StringComparison.Ordinal)) || against.Length > 20)
        {
            return null;
        }

        var grows = at > 0 && tokens[at - 1].Is(WordClass.Up | WordClass.Down);
        var phrase = NounPhrase.Before(grows ? at - 1 : at, tokens, text, relative: false);
        var metric = Metric(phrase, text, context, out var scope, out var start);
        var target = context.Field == QuantityField.Content;
        return Blank(metric ?? state.Topic, scope, context, state) with
        {
            Span = TextSpan.Between(metric is null ? tokens[at].Start : start, tokens[last - 1].End),
            ValueSpan = TextSpan.Between(tokens[at].Start, tokens[last - 1].End),
            Kind = grows || against.EndsWith("增速", StringComparison.Ordinal) || metric?.EndsWith("指标", StringComparison.Ordinal) == true ? QuantityKind.Growth : QuantityKind.Level,
            Comparator = tokens[at].Is(WordClass.AtLeast) ? Comparator.AtLeast : Comparator.GreaterThan,
            Role = target ? QuantityRole.Target : QuantityRole.Comparison,
            Against = against,
        };
    }

    private static Quantity Rank(int at, int first, string? against, string text, List<Token> tokens, List<Measure> measures, QuantityContext context, SentenceState state)
    {
        var measure = measures[tokens[at].Data];
        var phrase = NounPhrase.Before(first, tokens, text, relative: false);
        var metric = Metric(phrase, text, context, out var scope, out var start);
        var target = context.Field == QuantityField.Content;
        return Blank(metric ?? WithinField(at, text, tokens) ?? state.Topic, scope ?? (metric is null ? state.TopicScope : null), context, state) with
        {
            Span = TextSpan.Between(metric is null ? tokens[first].Start : start, tokens[at].End),
            ValueSpan = TextSpan.Between(tokens[at].Start, tokens[at].End),
            Kind = QuantityKind.Rank,
            Comparator = target || text[tokens[at - 1].Start] is '前' ? Comparator.AtMost : Comparator.Equal,
            Value = measure.Value,
            Unit = text[measure.UnitStart..tokens[at].End].Trim(),
            BaseValue = measure.Value,
            Against = against,
        };
    }

    /// <summary>位居全国百强县<b>投资潜力</b>第3: in what, behind the field; null where nothing stands there.</summary>
    private static string? WithinField(int at, string text, List<Token> tokens) =>
        at > 0 && tokens[at - 1].Kind == TokenKind.Text && text.AsSpan(tokens[at - 1].Start..tokens[at - 1].End) is var piece && piece.IndexOf("百强") is >= 0 and var field && field + 4 < piece.Length && piece[field + 2] is '县' or '区' or '市' or '镇' ? MetricNames.Clean(piece[(field + 3)..]) : null;

    private static Quantity Standing(int at, int first, int spanStart, string? against, string text, List<Token> tokens, QuantityContext context, SentenceState state)
    {
        var token = tokens[at];
        var word = text.AsSpan(token.Start, token.End - token.Start);
        var phrase = NounPhrase.Before(first, tokens, text, relative: false);
        var metric = Metric(phrase, text, context, out var scope, out var start);
        if (metric is not null && token.Is(WordClass.InStep | WordClass.Flat) && start + metric.Length > spanStart)
        {
            metric = MetricNames.Clean(text.AsSpan(start, Math.Max(0, spanStart - start)));
        }

        if (token.Is(WordClass.InStep))
        {
            metric = metric?.EndsWith("增长", StringComparison.Ordinal) == true ? metric[..^2] : metric;
        }

        var growth = token.Is(WordClass.Flat | WordClass.InStep) || (word.SequenceEqual("零增长") && phrase.Stage is not "新增");
        var target = context.Field == QuantityField.Content;
        decimal? value = token.Is(WordClass.InStep) ? null : 0;
        return Blank(metric ?? state.Topic, scope, context, state) with
        {
            Span = TextSpan.Between(metric is null ? Math.Min(spanStart, token.Start) : start, token.End),
            ValueSpan = TextSpan.Between(token.Start, token.End),
            Kind = growth ? QuantityKind.Growth : QuantityKind.Count,
            Comparator = !target ? Comparator.Equal : token.Is(WordClass.Zero) ? Comparator.AtMost : Comparator.AtLeast,
            Value = value,
            Unit = growth && value is not null ? "%" : "",
            BaseValue = value,
            BaseUnit = growth && value is not null ? "%" : "",
            Against = against,
        };
    }

    /// <summary>What stands between 与 or 同 and 持平 or 同步, within the clause.</summary>
    private static (int Token, int? Start, string Against)? With(int at, string text, List<Token> tokens)
    {
        for (var token = at - 1; token >= 0 && at - token < 8 && tokens[token].Kind is TokenKind.Text or TokenKind.Word or TokenKind.Date; token--)
        {
            if (tokens[token].Kind == TokenKind.Date || tokens[token].Is(WordClass.YearOnYear))
            {
                continue;
            }

            var piece = text.AsSpan(tokens[token].Start, tokens[token].End - tokens[token].Start);
            var with = piece.LastIndexOfAny("与同和");
            if (with >= 0 && !piece.StartsWith("同比"))
            {
                var start = tokens[token].Start + with;
                var against = text[(start + 1)..tokens[at].Start].Trim();
                return against.Length is 0 or > 20 ? null : (with == 0 ? token : token + 1, start, against);
            }
        }

        return null;
    }

    /// <summary>六县市, 九个区县: the places that are ranked.</summary>
    private static bool IsField(ReadOnlySpan<char> piece) => piece.Length is > 1 and <= 6 && Numerals.IsChinese(piece[0]) && !piece[1..].ContainsAnyExcept(FieldWords);

    private static string? Metric(NounPhrase phrase, string text, QuantityContext context, out string? scope, out int start)
    {
        scope = phrase.Scope;
        start = phrase.Start;
        if (phrase.IsEmpty)
        {
            return null;
        }

        var place = Places.Leading(text.AsSpan(start, phrase.End - start), context.Places);
        if (place > 0)
        {
            scope = text.Substring(start, place).Trim();
            start += place;
        }

        // 在全省91个县中排名第12位: the field is not what is ranked.
        if (text.AsSpan(start, phrase.End - start).LastIndexOf('中') is > 1 and var field && phrase.End - start - field <= 4)
        {
            // 在全省91个县中继续排名第一: the field again, and how it was before.
            (scope, start) = (phrase.Scope, phrase.Start);
            return null;
        }

        var piece = text.AsSpan(start, phrase.End - start);
        if (IsField(piece))
        {
            // 六县市排名第五: the field, once more.
            return null;
        }

        var ranked = piece.IndexOf('在') is >= 0 and var among && (piece[among..].ContainsAnyInRange('0', '9') || piece[^1] is '中') ? among : piece.Length;
        if (ranked < piece.Length)
        {
            // 综合指数在15个区县排名第10位.
            return ranked > 1 ? MetricNames.Clean(piece[..ranked]) : null;
        }

        var metric = text[phrase.End - 1] is '中' || MetricWords.EndsWithAny(text.AsSpan(start, phrase.End - start), Won) ? null : MetricNames.Clean(text.AsSpan(start, phrase.End - start));
        if (metric is null || MetricNames.IsGeneric(metric))
        {
            return null;
        }

        var within = text.AsSpan(start, phrase.End - start).IndexOf(metric, StringComparison.Ordinal);
        start += Math.Max(0, within);
        return metric;
    }

    /// <summary>全年居全市第3位 in June is January to June.</summary>
    private static ReportingPeriod? LastMonth(bool target, QuantityContext context, SentenceState state) =>
        !target && !state.Planned && !state.Strive && state.Period is { } period && context.AsOf is { } asOf && period.From <= asOf && period.To > asOf ? asOf : state.Period?.To;

    private static Quantity Blank(string? metric, string? scope, QuantityContext context, SentenceState state)
    {
        var target = context.Field == QuantityField.Content;
        return new Quantity
        {
            Span = default,
            ValueSpan = default,
            Metric = metric,
            MetricKey = MetricNames.Key(metric),
            Kind = QuantityKind.Growth,
            Comparator = Comparator.Equal,
            Role = target ? QuantityRole.Target : state.Planned || state.Strive ? QuantityRole.Plan : QuantityRole.Result,
            Stretch = state.Strive,
            Estimated = state.Expected && !target,
            Scope = scope ?? state.Scope,
            From = state.Period?.From,
            To = LastMonth(target, context, state),
        };
    }
}
