namespace Luoshi.Core.Quantities;

/// <summary>Tells where a noun ends before what became of it.</summary>
internal static class NounEnds
{
    private const int LongestStart = 4;

    /// <summary>Verbs that hold or carry out what stands before them, a closed class: 义诊活动<b>开展</b>68场次.</summary>
    private static readonly string[] Holding = ["开展", "实施", "举办", "在册"];

    /// <summary>What villages and the like are reached by, behind 通: 自然村<b>通公路</b>.</summary>
    private static readonly string[] Reached = ["公路", "硬化", "客车", "公交", "自来水", "水", "电", "动力电", "光纤", "宽带", "网络", "快递", "天然气", "5G", "沥青", "水泥", "油路"];

    /// <summary>规上企业<b>新</b>培育, 土地<b>挂牌</b>出让: the verb behind the noun, which ends before <paramref name="end"/>, begins inside of it.</summary>
    public static string? WithoutVerb(string? noun, int end, string text)
    {
        for (var before = LongestStart; noun is not null && before > 0; before--)
        {
            if (noun.Length - before > 1 && before <= end && LeadingVerbs.Match(text.AsSpan(end - before)) is var whole && whole > before && whole == before + Lexicon.Index.Match(text.AsSpan(end), out _) && LeadingVerbs.VerbLength(text.AsSpan(Math.Max(0, end - before - 1), before + 1)) <= before && string.CompareOrdinal(text, end - before, noun, noun.Length - before, before) == 0)
            {
                return noun[..^before];
            }
        }

        if (noun is { Length: > 4 } && noun.IndexOf('被', StringComparison.Ordinal) is > 1 and var suffered && noun[suffered - 1] is not ('植' or '棉' or '地' or '森') && LeadingVerbs.VerbLength(noun.AsSpan(suffered + 1)) > 1)
        {
            // 专栏被点击使用2215次.
            return noun[..suffered];
        }

        noun = noun is { Length: > 4 } && MetricWords.EndsWithAny(noun, Holding) && noun[^3] is not '再' ? noun[..^2] : noun;
        return noun is { Length: > 4 } && noun[^2] is '每' ? noun[..^(noun[^3] is '由' or '从' ? 3 : 2)] : noun;
    }

    /// <summary>东段, 一期, 主体: a part of what was named before, when it was, or who did it (省厅).</summary>
    public static bool IsPart(string thing) => thing[^1] is '级' or '厅' or '局' or '委' or '办' or '段' or '期' or '分' or '体' or '区' or '批' or '时' or '后' or '前' or '年' or '月' or '内' or '间' or '地' or '中' or '者' or '方' && !MetricWords.EndsWithAny(thing, "小区", "社区", "景区") || MetricWords.EndsWithAny(thing, "条件", "材料", "手续", "资料", "工作", "情况") || MetricWords.StartsWithAny(thing, "目前", "其中", "各", "全", "累计");

    /// <summary><b>正在改造</b>8个, <b>在改造</b>8个, <b>经现场复核</b>2处, <b>按标准验收</b>9个, <b>入户走访</b>280户: what is being done to them, or how, is all that is said.</summary>
    public static bool IsAtWork(string own) => (own.Length > 3 && own[..2] is "入户" or "上门" or "逐户" && LeadingVerbs.VerbLength(own.AsSpan(2)) == own.Length - 2) || (((own[0] is '按' && own.Length > 2 && own[1] is not ('时' or '期' or '揭' or '摩' or '需' or '序')) || (own[0] is '经' && own.Length > 3 && own[1] is not ('济' or '营' or '开' or '果' or '费' or '纪' or '销' or '典' or '贸' or '络' or '理' or '办' or '过'))) && !MetricWords.EndsWithAny(own, "率", "就业", "人", "者")) || (own.StartsWith("正在", StringComparison.Ordinal) && own.Length <= 6) || (own[0] is '在' && own.Length > 2 && LeadingVerbs.VerbLength(own.AsSpan(1)) == own.Length - 1);

    /// <summary>126个自然村<b>通硬化路</b>: where the predicate begins behind the villages that are counted; -1 for nowhere.</summary>
    public static int PassageStart(ReadOnlySpan<char> name)
    {
        var at = name.IndexOf('通');
        return at > 0 && name[at - 1] is '村' or '组' or '镇' or '乡' or '屯' or '寨' && MetricWords.StartsWithAny(name[(at + 1)..], Reached) && name[^1] is not '率' ? at : -1;
    }
}
