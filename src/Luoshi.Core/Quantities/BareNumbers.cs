namespace Luoshi.Core.Quantities;

/// <summary>Finds what a number without a unit is told in by the words beside it: 缩小到1.6以内, 到位资金9.2亿, 招引大学生1.2万.</summary>
internal sealed class BareNumbers(string text, TokenList tokens)
{
    private const int FarthestMoney = 8;

    /// <summary>A figure without a unit: only where a word beside it makes it one, 缩小到1.6以内.</summary>
    public int Read(int at, decimal value, decimal? upper, int end)
    {
        var more = end + 1 < text.Length && text[end] is '余' or '多' && Units.Multiplier(text.AsSpan(end + 1), out _) > 0 ? 1 : 0;
        var multiplier = Units.Multiplier(text.AsSpan(end + more), out var factor);
        var stop = end + more + multiplier;
        factor = multiplier > 0 ? factor : 1;
        if (multiplier > 0 && MetricWords.StartsWithPeople(text.AsSpan(stop)))
        {
            // 30万农村人口.
            return tokens.AddMeasure(at, new Measure(value, upper, factor, Units.People, end, more > 0), stop);
        }

        const WordClass Leads = WordClass.Reach | WordClass.UpTo | WordClass.DownTo | WordClass.Ceiling | WordClass.AtLeast | WordClass.AtMost | WordClass.MoreThan | WordClass.About;
        tokens.Flush(at);
        var led = tokens.LastIs(Leads) || (multiplier > 0 && tokens.LastIs(WordClass.Up | WordClass.Down));
        var rest = text.AsSpan(stop);
        var closed = rest.IsEmpty || Scan.IsBreak(rest[0]);
        var trailed = Lexicon.Index.Match(rest, out var wordClass) > 0 && (wordClass & (WordClass.OrMore | WordClass.OrLess | WordClass.OrSo)) != 0;
        if (multiplier > 0 && trailed && !closed && rest[2..Math.Min(rest.Length, 10)].IndexOf("项目") >= 0)
        {
            // 5000万以下投资项目2个: which of them.
            return 0;
        }

        var totalled = rest.StartsWith("，其中") && tokens.Tokens.Count > 0 && tokens.Tokens[^1].Kind == TokenKind.Text;
        var yearLike = multiplier == 0 && value is >= 1900 and <= 2100 && value == Math.Truncate(value);
        var turned = (wordClass & (WordClass.UpTo | WordClass.DownTo | WordClass.Up | WordClass.Down)) != 0 && IsFrom();
        var counted = multiplier > 0 && (closed || rest[0] is '以') && tokens.Tokens.Count > 0 && tokens.Tokens[^1].Kind == TokenKind.Text && MetricWords.EndsWithAny(text.AsSpan(tokens.Tokens[^1].Start, tokens.Tokens[^1].End - tokens.Tokens[^1].Start), "人次", "人数", "户数", "辆次", "件数", "家数");
        if (multiplier > 0 && closed && tokens.Tokens.Count > 0 && tokens.Tokens[^1].Kind == TokenKind.Text && MetricWords.EndsWithAny(text.AsSpan(tokens.Tokens[^1].Start, tokens.Tokens[^1].End - tokens.Tokens[^1].Start), MetricWords.Monies))
        {
            // 到位资金9.2亿.
            return tokens.AddMeasure(at, new Measure(value, upper, factor, Units.Money, end, more > 0), stop);
        }

        if (multiplier == 0 && closed && value < 1000 && IsGrowthSinceThen())
        {
            // 同比增长26.1，: the sign has been left out.
            return tokens.AddMeasure(at, new Measure(value, upper, 1, Units.Percent, end, false), end);
        }

        if (multiplier > 0 && closed && tokens.LastIs(WordClass.Stage | WordClass.Achieve | WordClass.Done) && FollowsMoney())
        {
            // 争取资金3200万，已到位1800万.
            return tokens.AddMeasure(at, new Measure(value, upper, factor, Units.Money, end, more > 0), stop);
        }

        if (multiplier > 0 && closed && MetricWords.EndsWithAny(text.AsSpan(0, at), "大学生", "毕业生", "农民工", "劳动力", "人才", "志愿者"))
        {
            // 招引大学生1.2万、领军人才23人.
            return tokens.AddMeasure(at, new Measure(value, upper, factor, Units.People, end, more > 0), stop);
        }

        if (multiplier > 0 && closed && MetricWords.EndsWithAny(text.AsSpan(0, at), "收入目标任务", "收入任务", "收入目标", "税收任务", "税收目标"))
        {
            return tokens.AddMeasure(at, new Measure(value, upper, factor, Units.Money, end, more > 0), stop);
        }

        if (multiplier > 0 && LeadingVerbs.VerbLength(rest) > 1 && MetricWords.EndsWithAny(text.AsSpan(0, at), "投资", "投入", "投资额", "总投资"))
        {
            // 投资5000万建设粮库.
            return tokens.AddMeasure(at, new Measure(value, upper, factor, Units.Money, end, more > 0), stop);
        }

        var indexed = closed && tokens.Tokens.Count > 0 && tokens.Tokens[^1].Kind == TokenKind.Text && MetricWords.EndsWithAny(text.AsSpan(tokens.Tokens[^1].Start, tokens.Tokens[^1].End - tokens.Tokens[^1].Start), MetricWords.Indices);
        return !yearLike && ((led && (closed || trailed)) || trailed || totalled || turned || counted || indexed)
            ? tokens.AddMeasure(at, new Measure(value, upper, factor, multiplier > 0 ? Units.OfCount(NounBefore()) : Units.None, end, more > 0), stop)
            : 0;
    }

    /// <summary>旅游接待人次突破1000万: the noun before the figure or the word that leads it.</summary>
    private ReadOnlySpan<char> NounBefore()
    {
        var last = tokens.Tokens.Count - 1;
        last -= last > 0 && tokens.Tokens[last].Kind == TokenKind.Word ? 1 : 0;
        return last >= 0 && tokens.Tokens[last].Kind == TokenKind.Text ? text.AsSpan(tokens.Tokens[last].Start..tokens.Tokens[last].End) : [];
    }

    /// <summary>同比<b>增长</b>, 比上年<b>下降</b>: whether the words before tell a growth against another time.</summary>
    private bool IsGrowthSinceThen()
    {
        var last = tokens.Tokens.Count - 1;
        return last > 0 && text.AsSpan(tokens.Tokens[last].Start..tokens.Tokens[last].End) is "增长" or "下降" && (tokens.Tokens[last - 1].Kind == TokenKind.Date || tokens.Tokens[last - 1].Is(WordClass.YearOnYear));
    }

    /// <summary>Whether the last figure of the sentence is money.</summary>
    private bool FollowsMoney()
    {
        for (var last = tokens.Tokens.Count - 1; last >= 0 && tokens.Tokens.Count - last < FarthestMoney && tokens.Tokens[last].Kind != TokenKind.Stop; last--)
        {
            if (tokens.Tokens[last].Kind == TokenKind.Measure)
            {
                return tokens.Measures[tokens.Tokens[last].Data].Unit == Units.Money;
            }
        }

        return false;
    }

    /// <summary>由1.85缩小至, 由上年同期的1.85缩小至.</summary>
    private bool IsFrom()
    {
        var last = tokens.Tokens.Count - 1;
        while (last > 0 && tokens.Tokens.Count - last < 4 && (tokens.Tokens[last].Kind == TokenKind.Date || tokens.Tokens[last].Is(WordClass.Of | WordClass.YearOnYear)))
        {
            last--;
        }

        return last >= 0 && tokens.Tokens[last].Is(WordClass.From);
    }
}
