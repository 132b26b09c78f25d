namespace Luoshi.Core.Quantities;

/// <summary>Makes measures of the numbers of a text, with unit and range. A number that is no figure (a code, a list number, a time) stays text.</summary>
internal sealed class NumberLexer(string text, TokenList tokens)
{
    private const int MostShared = 6;

    private readonly BareNumbers _bare = new(text, tokens);

    /// <summary>增速为-2.1%: a minus before a percentage, where no range and no name ends.</summary>
    public int Signed(int at)
    {
        var before = at > 0 ? text[at - 1] : '\0';
        if (char.IsAsciiLetterOrDigit(before) || before is '%' || at + 1 >= text.Length || !Numerals.IsDigit(text[at + 1])
            || !Numerals.TryArabic(text, at + 1, out var numeral, out var end))
        {
            return 0;
        }

        var length = Scan.MatchUnit(text, end, out var unit, out var factor, out var unitStart, out var more);
        return length > 0 && unit.Class is UnitClass.Share or UnitClass.Points
            ? tokens.AddMeasure(at, new Measure(-numeral.Value, null, factor, unit, unitStart, more), end + length)
            : 0;
    }

    public int Arabic(int at)
    {
        // 9.5/10万: a rate of its own kind, no figure of ten ten-thousands.
        if (!Numerals.TryArabic(text, at, out var first, out var end) || (at > 1 && text[at - 1] is '/' && Numerals.IsDigit(text[at - 2])) || (at > 1 && text[at - 1] is '+' && char.IsAsciiLetterOrDigit(text[at - 2])))
        {
            return tokens.Text(at, end);
        }

        if (FollowsRank())
        {
            // 第3、4、6位.
            var place = end < text.Length && text[end] is '位' or '名' ? end + 1 : end;
            return place == text.Length || Scan.IsBreak(text[place]) || text[place] is '和' ? tokens.AddRank(at, end, place, first.Value) : tokens.Text(at, end);
        }

        if (text.AsSpan(at).StartsWith("4050人员"))
        {
            // Women over forty and men over fifty: the name of a group.
            return tokens.Text(at, end);
        }

        // 1. 2、 at the head of a line number it; 8:30 and 1∶14 are no figures; 5G and 28A are names.
        if (end < text.Length)
        {
            var next = text[end];
            var after = end + 1 < text.Length ? text[end + 1] : '\0';
            if (next is '.' or '、' && !Numerals.IsDigit(after) && tokens.IsLineStart(at))
            {
                return end + 1;
            }

            if (next is '+' && Units.Match(text.AsSpan(end + 1), out var many) is > 0 and var manyLength)
            {
                // 3000+人次.
                return tokens.AddMeasure(at, new Measure(first.Value, null, 1, many, end + 1, true), end + 1 + manyLength);
            }

            if ((next is ':' or '：' or '∶' or '+' or '/' && Numerals.IsDigit(after) && Units.Match(text.AsSpan(end), out _) == 0) || next is '+')
            {
                return tokens.Text(at, next is ':' or '：' or '∶' ? Scan.SkipDigits(text, end + 1) : end);
            }
        }

        var separator = Scan.RangeSeparator(text, end);
        if (separator > 0 && Numerals.TryArabic(text, end + separator, out var second, out var secondEnd))
        {
            return second.Value > first.Value && TryMeasure(at, first.Value, second.Value, secondEnd, false) is > 0 and var rangeEnd ? rangeEnd : tokens.Text(at, secondEnd);
        }

        if (TryPercentRange(at, first.Value, end) is > 0 and var percentEnd)
        {
            return percentEnd;
        }

        if (TryCompound(at, first.Value, end) is > 0 and var compoundEnd)
        {
            return compoundEnd;
        }

        return TryMeasure(at, first.Value, null, end, false) is > 0 and var measureEnd ? measureEnd : tokens.Text(at, end);
    }

    private bool FollowsRank() =>
        !tokens.HasText && tokens.Tokens.Count > 1 && tokens.Tokens[^1].Kind == TokenKind.Pause && tokens.Tokens[^2].Kind == TokenKind.Rank;

    /// <summary>1亿3000万元 is 13000 万元.</summary>
    private int TryCompound(int at, decimal first, int end)
    {
        var large = Units.Multiplier(text.AsSpan(end), out var largeFactor);
        var start = end + large;
        if (large == 0 || start >= text.Length || !Numerals.IsDigit(text[start]) || !Numerals.TryArabic(text, start, out var second, out var secondEnd))
        {
            return 0;
        }

        var length = Scan.MatchUnit(text, secondEnd, out var unit, out var factor, out var unitStart, out var more);
        return length > 0 && factor > 1 && factor < largeFactor && second.Value * factor < largeFactor && first < largeFactor
            ? tokens.AddMeasure(at, new Measure(first * (largeFactor / factor) + second.Value, null, factor, unit, unitStart, more), secondEnd + length)
            : 0;
    }

    /// <summary>6%-6.5%, 5亿元至8亿元: both ends with their unit.</summary>
    private int TryPercentRange(int at, decimal first, int end)
    {
        var length = Scan.MatchUnit(text, end, out var unit, out var factor, out _, out _);
        if (length == 0 || Scan.RangeSeparator(text, end + length) is not (> 0 and var separator))
        {
            return 0;
        }

        var start = end + length + separator;
        if (start >= text.Length || !Numerals.TryArabic(text, start, out var second, out var secondEnd) || second.Value <= first)
        {
            return 0;
        }

        var secondLength = Scan.MatchUnit(text, secondEnd, out var secondUnit, out var secondFactor, out var unitStart, out var more);
        return secondLength > 0 && secondUnit == unit && secondFactor == factor
            ? tokens.AddMeasure(at, new Measure(first, second.Value, factor, unit, unitStart, more), secondEnd + secondLength)
            : 0;
    }

    public int Chinese(int at)
    {
        var isNumber = Numerals.TryChinese(text, at, out var numeral, out var end);
        if (end + 1 < text.Length && text[end] is '分' && text[end + 1] is '之')
        {
            return Fraction(at, isNumber ? numeral.Value : 0, end + 2);
        }

        if (isNumber && end < text.Length && text[end] is '、' && !(end + 1 < text.Length && Numerals.IsChinese(text[end + 1])) && tokens.IsLineStart(at))
        {
            return end + 1;
        }

        if (!isNumber || (at > 0 && text[at - 1] is '几' or '数' && text[at] is '十' or '百' or '千' or '万'))
        {
            // 几十个: nobody knows how many.
            return tokens.Text(at, end);
        }

        // 百余家 and 突破千亿元 are numbers, 百家 is mostly a name.
        const WordClass Leads = WordClass.MoreThan | WordClass.UpTo | WordClass.Reach | WordClass.AtLeast | WordClass.About;
        tokens.Flush(at);
        var indefinite = (end < text.Length && text[end] is '余' or '多') || (tokens.LastIs(Leads));
        return (!numeral.IsBare || indefinite || IsBounded(end)) && TryMeasure(at, numeral.Value, null, end, true) is > 0 and var measureEnd ? measureEnd : tokens.Text(at, end);
    }

    /// <summary>技改投资百亿元<b>以上</b>，: a bound at the end of the clause.</summary>
    private bool IsBounded(int end)
    {
        var unit = Scan.MatchUnit(text, end, out _, out _, out _, out _);
        var bound = unit > 0 ? Lexicon.Index.Match(text.AsSpan(end + unit), out var word) is > 0 and var length && (word & (WordClass.OrMore | WordClass.OrLess)) != 0 ? length : 0 : 0;
        return bound > 0 && (end + unit + bound == text.Length || Scan.IsBreak(text[end + unit + bound]));
    }

    private int Fraction(int at, decimal parts, int start)
    {
        if (start >= text.Length || parts == 0)
        {
            return tokens.Text(at, start);
        }

        var isNumber = Numerals.TryArabic(text, start, out var share, out var end) || Numerals.TryChinese(text, start, out share, out end);
        var value = share.Value;
        if (isNumber && share.IsChinese && end + 1 < text.Length && text[end] is '点' && Numerals.TryChinese(text, end + 1, out var tenths, out var tenthsEnd) && tenths.Value < 10)
        {
            value += tenths.Value / 10;
            end = tenthsEnd;
        }

        return isNumber
            ? tokens.AddMeasure(at, new Measure(Math.Round(value * 100 / parts, 4), null, 1, Units.Percent, end, false), end)
            : tokens.Text(at, start);
    }

    private int TryMeasure(int at, decimal value, decimal? upper, int end, bool chinese)
    {
        var length = Scan.MatchUnit(text, end, out var unit, out var factor, out var unitStart, out var more);
        if (length == 0)
        {
            return chinese ? 0 : SharedUnit(end) is { } shared ? tokens.AddMeasure(at, new Measure(value, upper, shared.Factor, shared.Unit, end, false, shared.Written), end) : _bare.Read(at, value, upper, end);
        }

        var next = end + length < text.Length ? text[end + length] : '\0';
        if (factor == 1 && unit.Base is "个" && next is '、' or '和' && SharesPoints(end + length))
        {
            return tokens.AddMeasure(at, new Measure(value, upper, 1, Units.Points, end + length, more), end + length);
        }

        if (factor > 1 && unit.Base == "人" && text[end + length - 1] is '人' && next is '口')
        {
            // 9万人口.
            return tokens.AddMeasure(at, new Measure(value, upper, factor, Units.People, unitStart, more), end + length - 1);
        }

        var small = chinese && value < 10 && factor == 1 && !more;
        if (Scan.IsNoMeasure(text, at, unitStart, length, next, unit, small)
            || (small && unit.Class is UnitClass.Count && (!unit.Plain || value <= 1))
            || (unit.Class is UnitClass.Duration && value >= 1900 && factor == 1))
        {
            return 0;
        }

        var stop = end + length;
        if (text[unitStart] is '成' && next is '半')
        {
            value += 0.5m;
            stop++;
        }

        return tokens.AddMeasure(at, new Measure(value, upper, factor, unit, unitStart, more), stop);
    }

    /// <summary>分别回落2.16和1.66个百分点: the unit behind the last figure is that of all.</summary>
    private (Unit Unit, decimal Factor, string Written)? SharedUnit(int at)
    {
        if (at >= text.Length || text[at] is not ('、' or '和') || !IsDistributed())
        {
            return null;
        }

        for (var figures = 0; figures < MostShared && at + 1 < text.Length && text[at] is '、' or '和'; figures++)
        {
            if (!Numerals.TryArabic(text, at + 1, out _, out at))
            {
                return null;
            }

            if (Scan.MatchUnit(text, at, out var unit, out var factor, out var unitStart, out _) is > 0 and var length)
            {
                return (unit, factor, text[unitStart..(at + length)]);
            }
        }

        return null;
    }

    private bool IsDistributed()
    {
        for (var last = tokens.Tokens.Count - 1; last >= 0 && tokens.Tokens.Count - last < MostShared * 2 && tokens.Tokens[last].Kind is TokenKind.Word or TokenKind.Measure or TokenKind.Pause or TokenKind.Date or TokenKind.Text; last--)
        {
            if (tokens.Tokens[last].Is(WordClass.Respectively))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>0.4<b>个</b>、1.9个百分点: what the last is counted in, all are.</summary>
    private bool SharesPoints(int at)
    {
        for (var figures = 0; figures < MostShared && at + 1 < text.Length && text[at] is '、' or '和'; figures++)
        {
            if (!Numerals.TryArabic(text, at + 1, out _, out at))
            {
                return false;
            }

            var length = Units.Match(text.AsSpan(at), out var unit);
            if (unit.Class == UnitClass.Points)
            {
                return true;
            }

            at += length;
        }

        return false;
    }
}
