using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Figures;

/// <summary>交易额实现翻番: a growth of 100% that is told without a figure.</summary>
internal static class Doublings
{
    private const decimal Doubled = 100;

    private static readonly WordFinder Words = new("翻一番 翻番");

    private static readonly WordFinder OverYears = new("三年 五年 两年 到20 比20 较20 十四五 十五五 倍增 未来 以来");

    private static readonly WordFinder Meant = new("预计 力争 有望 争取 确保 计划 将");

    private static readonly string[] Verbs = ["力争", "争取", "确保", "推动", "实现", "同比", "比上年", "较上年", "比去年", "较去年", "全年", "年均", "较上年同期", "上半年", "今年", "接近", "近"];

    /// <summary>The figures with the growths that are told so; none where the clause has a figure or several years are meant.</summary>
    public static IReadOnlyList<Quantity> Added(string text, IReadOnlyList<Quantity> read, QuantityRole role)
    {
        var told = new List<Quantity>();
        foreach (var found in Words.In(text) ? Words.All(text) : [])
        {
            var clause = Clauses.Around(text, found);
            var name = text.AsSpan(clause.Start, found.Start - clause.Start);
            if (OverYears.Find(text, clause) is not null || read.Any(other => clause.Contains(other.ValueSpan)) || (role == QuantityRole.Result && Meant.Find(text, clause) is not null))
            {
                continue;
            }

            var metric = Named(name).ToString();
            if (metric.Length < 2)
            {
                continue;
            }

            told.Add(new Quantity
            {
                Span = TextSpan.Between(clause.Start, found.End),
                ValueSpan = found,
                Kind = QuantityKind.Growth,
                Comparator = role == QuantityRole.Target ? Comparator.AtLeast : Comparator.Equal,
                Metric = metric,
                MetricKey = MetricNames.Key(metric),
                Value = Doubled,
                Unit = "%",
                BaseValue = Doubled,
                BaseUnit = "%",
                Role = role,
            });
        }

        return ReadFigures.With(read, told);
    }

    private static ReadOnlySpan<char> Named(ReadOnlySpan<char> words)
    {
        for (var isCut = true; isCut;)
        {
            isCut = false;
            foreach (var verb in Verbs)
            {
                if (words.EndsWith(verb, StringComparison.Ordinal))
                {
                    words = words[..^verb.Length];
                    isCut = true;
                }
                else if (words.StartsWith(verb, StringComparison.Ordinal))
                {
                    words = words[verb.Length..];
                    isCut = true;
                }
            }
        }

        return words;
    }
}
