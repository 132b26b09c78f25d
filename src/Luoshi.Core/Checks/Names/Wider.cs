using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Names;

/// <summary>养老床位412张，其中公办机构286张 for 公办养老床位: a name without the first words of the target's is of something wider where the text tells those words of another figure.</summary>
internal static class Wider
{
    // 交易额增长23.5% behind 跨境电商交易额 goes on about it; 电商交易额 does not.
    private const int StillNamed = 4;

    private static readonly string[] Halves = ["城镇", "农村"];

    /// <summary>Whether the part is named by the words that the target has before its whole's name (公办机构 of 养老床位, 收回 of 处置闲置土地, 亿元以上 of 亿元以上工业项目), or is told in the target's last word (改造 of 数字化改造诊断).</summary>
    public static bool IsNamedPart(CheckedRow row, StatedQuantity target, Quantity whole, Quantity part) =>
        IsToldInItsLastWord(target.Quantity, whole, part) || IsNamedByTheFirstWords(row, target, whole, part);

    private static bool IsToldInItsLastWord(Quantity target, Quantity whole, Quantity part)
    {
        const int Telling = 4;
        return part.Stage is { } verb && target.MetricKey.Length >= Telling && target.MetricKey.EndsWith(verb, StringComparison.Ordinal) && !whole.MetricKey.EndsWith(verb, StringComparison.Ordinal) && whole.MetricKey.Contains(target.MetricKey[^Telling..], StringComparison.Ordinal);
    }

    private static bool IsNamedByTheFirstWords(CheckedRow row, StatedQuantity target, Quantity whole, Quantity part) =>
        Before(target.Quantity, whole) is { } first ? part.MetricKey.StartsWith(first, StringComparison.Ordinal) || (part.MetricKey.Length >= StillNamed && first.StartsWith(part.MetricKey[..StillNamed], StringComparison.Ordinal))
            : target.Quantity.MetricKey == whole.MetricKey && whole.Stage is { } verb && verb != target.Quantity.Stage && DeedNames.VerbBefore(row, target) is { } asked && asked != verb && (part.MetricKey == asked || part.Stage == asked);

    /// <summary>Whether the text names the target in full with another figure, so that the shorter name is of something else.</summary>
    public static bool Is(CheckedRow row, Quantity target, Quantity reading) =>
        reading.MetricKey.Length >= StillNamed && Before(target, reading) is not null && reading.Metric is { } said && reading.Span.Of(row.Progress).Contains(said, StringComparison.Ordinal)
            && row.Stated.Any(other => !ReferenceEquals(other, reading) && other.MetricKey == target.MetricKey && Clauses.SentenceAround(row.Progress, reading.Span).Contains(other.ValueSpan));

    /// <summary>居民消费支出 for 城镇居民消费支出, 公路、水路客运量 for 公路客运量: the reading names all of those of whom the target names some.</summary>
    public static bool NamesAll(Quantity target, Quantity reading)
    {
        const string Residents = "居民";
        return target.Metric is { } asked && reading.Metric is { } told
            && ((Array.Exists(Halves, half => asked.Contains(half + Residents, StringComparison.Ordinal)) && told.StartsWith(Residents, StringComparison.Ordinal))
                || (told.IndexOf('、', StringComparison.Ordinal) is > 1 and var mark && told.Replace("、", "", StringComparison.Ordinal) != asked && asked.AsSpan().IndexOfAny('、', '和', '及') < 0 && asked.StartsWith(told[..mark], StringComparison.Ordinal)));
    }

    /// <summary>公办 of 公办养老床位, where 养老床位 are told. Null where the one name is not the end of the other.</summary>
    private static string? Before(Quantity target, Quantity reading)
    {
        const int Word = 2;
        var more = target.MetricKey.Length - reading.MetricKey.Length;
        return more >= Word && reading.MetricKey.Length > 1 && target.MetricKey.EndsWith(reading.MetricKey, StringComparison.Ordinal) ? target.MetricKey[..more] : null;
    }
}
