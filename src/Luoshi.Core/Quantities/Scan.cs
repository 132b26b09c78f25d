using System.Buffers;

namespace Luoshi.Core.Quantities;

/// <summary>Looks ahead in a text for what belongs to a number: its unit, the other end of a range.</summary>
internal static class Scan
{
    private const int LongestQuotation = 40;

    private static readonly SearchValues<char> Cuts = SearchValues.Create("，。、；0123456789");

    public static int MatchUnit(string text, int end, out Unit unit, out decimal factor, out int unitStart, out bool more)
    {
        var at = end + Spaces(text, end);
        more = SkipIndefinite(text, ref at);
        unitStart = at;
        var multiplier = at < text.Length ? Units.Multiplier(text.AsSpan(at), out factor) : NoMultiplier(out factor);
        factor = multiplier == 0 ? 1 : factor;
        at += multiplier;
        if (multiplier > 0)
        {
            at += Spaces(text, at);
        }

        more |= SkipIndefinite(text, ref at);
        unit = Units.None;
        var length = at < text.Length ? Units.Match(text.AsSpan(at), out unit) : 0;
        unitStart = more && multiplier == 0 ? at : unitStart;
        return length == 0 ? 0 : at + length - end;
    }

    private static int NoMultiplier(out decimal factor)
    {
        factor = 1;
        return 0;
    }

    private static bool SkipIndefinite(string text, ref int at)
    {
        var found = at < text.Length && text[at] is '余' or '多';
        at += found ? 1 + Spaces(text, at + 1) : 0;
        return found;
    }

    /// <summary>基本医保, 预期寿命, 有效专利: before a noun the adverb is part of it, before a verb (基本建成, 预期增长) it is none.</summary>
    public static bool IsAttribute(string text, int at, int length)
    {
        if (at + length + 2 < text.Length && length == 2 && (text[at + 4] is '率' || (text.AsSpan(at, length) is "实际" && EndsInRate(text, at + 4))))
        {
            // 按期办结率: how is part of what is counted.
            return text.AsSpan(at, length) is "按期" or "如期" or "全部" or "首次" or "再次" or "提前" or "集中" or "有效" or "实际" or "持续" or "基本";
        }

        if (length == 1 && text[at] is '再')
        {
            // 再犯罪率.
            return EndsInRate(text, at + 1);
        }

        if (text.AsSpan(at, length) is not ("基本" or "预期" or "有效") || at + length >= text.Length)
        {
            return false;
        }

        var rest = text.AsSpan(at + length);
        return !Numerals.IsDigit(rest[0]) && !IsBreak(rest[0])
            && (Lexicon.Index.Match(rest, out var next) == 0 || next == WordClass.Noun) && Dates.Match(rest, out _) == 0;
    }

    private static bool EndsInRate(string text, int at)
    {
        var rest = text.AsSpan(at, Math.Min(6, text.Length - at));
        var rate = rest.IndexOf('率');
        return rate >= 0 && !rest[..rate].ContainsAny(Cuts);
    }

    /// <summary>20吨级, 三方协议, 成功, 8时30分: what begins like a unit and is none.</summary>
    public static bool IsNoMeasure(string text, int at, int unitStart, int length, char next, Unit unit, bool small) =>
        (unit.Class is UnitClass.Amount or UnitClass.Duration && next is '级' or '型' or '制' or '版' or '期')
            || (unit.Base is "村" && !(at > 0 && text[at - 1] is '等') && !(next is '\0' || Numerals.IsDigit(next) || IsBreak(next)))
            || (small && unit.Class is UnitClass.Amount && length == 1 && text[unitStart] is not ('亩' or '吨' or '元'))
            || (unit.Base == "%" && text[unitStart] is '成' && next is '功' or '立' or '员' or '为' or '果' or '效' or '品' or '本')
            || (text[unitStart] is '方' && length == 1 && next is '面' or '案' or '式' or '针')
            || (unit.Base is "台" && next is '阶')
            || (length == 1 && text[unitStart] is '道' && next is '路' or '德' or '口' or '班')
            || (text[unitStart] is '分' && (next is '别' or '类' or '级' or '批' || (at > 0 && text[at - 1] is '时' or '点')));

    public static bool IsVerbBeforeFigure(string text, int at)
    {
        var length = Lexicon.Index.Match(text.AsSpan(at), out var word);
        return length > 0 && (word & (WordClass.Achieve | WordClass.Stage | WordClass.Verb)) != 0 && at + length < text.Length && Numerals.IsDigit(text[at + length]);
    }

    public static int RangeSeparator(string text, int at)
    {
        // 5 - 8 家: spaces on both sides belong to the range.
        var before = Spaces(text, at);
        at += before;
        if (at + 1 >= text.Length || text[at] is not ('-' or '—' or '–' or '－' or '～' or '~' or '至' or '到' or '∼'))
        {
            return 0;
        }

        var length = text[at] is '—' && text[at + 1] is '—' ? 2 : 1;
        length += Spaces(text, at + length);
        return at + length < text.Length && Numerals.IsDigit(text[at + length]) ? before + length : 0;
    }

    public static int SkipDigits(string text, int at)
    {
        while (at < text.Length && (Numerals.IsDigit(text[at]) || text[at] is '.' or ':' or '：'))
        {
            at++;
        }

        return at;
    }

    /// <summary>Where a name in quotation marks ends, numbers and all; behind the mark itself where it is not closed.</summary>
    public static int QuotationEnd(string text, int at)
    {
        var close = text[at] switch { '“' => '”', '「' => '」', '‘' => '’', '《' => '》', '〔' => '〕', '【' => '】', _ => '"' };
        var most = Math.Min(text.Length, at + LongestQuotation * (text[at] is '《' ? 3 : 1));
        for (var end = at + 1; end < most && text[end] != '\n' && (text[end] != text[at] || close == '"'); end++)
        {
            if (text[end] == close)
            {
                return end + 1;
            }
        }

        return at + 1;
    }

    /// <summary>Where a code of letters and digits ends: K12, PM2.5, R&amp;D, 5G-A.</summary>
    public static int CodeEnd(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || (text[end] is '-' or '.' or '/' or '_' or '&' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1]))))
        {
            end++;
        }

        return end;
    }

    public static int Spaces(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 4 && text[end] is ' ' or '\u3000' or '\u00a0')
        {
            end++;
        }

        return end - at;
    }

    public static bool IsBreak(char c) =>
        char.IsWhiteSpace(c) || c is '。' or '，' or ',' or '；' or ';' or '、' or '：' or '）' or ')' or '！' or '（' or '(';
}
