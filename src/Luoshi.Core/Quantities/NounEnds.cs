namespace Luoshi.Core.Quantities;

/// <summary>Tells where a noun ends before what became of it.</summary>
internal static class NounEnds
{
    private const int LongestStart = 4;

    /// <summary>What villages and the like are reached by, behind 通: 自然村<b>通公路</b>.</summary>
    private static readonly string[] Reached = ["公路", "硬化", "客车", "公交", "自来水", "水", "电", "动力电", "光纤", "宽带", "网络", "快递", "天然气", "5G", "沥青", "水泥", "油路"];

    /// <summary>规上企业<b>新</b>培育, 土地<b>挂牌</b>出让: the verb behind the noun, which ends before <paramref name="end"/>, begins inside of it.</summary>
    public static string? WithoutVerb(string? noun, int end, string text)
    {
        for (var before = LongestStart; noun is not null && before > 0; before--)
        {
            if (noun.Length - before > 1 && before <= end && LeadingVerbs.Match(text.AsSpan(end - before)) > before && string.CompareOrdinal(text, end - before, noun, noun.Length - before, before) == 0)
            {
                return noun[..^before];
            }
        }

        return noun;
    }

    /// <summary>126个自然村<b>通硬化路</b>: where the predicate begins behind the villages that are counted; -1 for nowhere.</summary>
    public static int PassageStart(ReadOnlySpan<char> name)
    {
        var at = name.IndexOf('通');
        return at > 0 && name[at - 1] is '村' or '组' or '镇' or '乡' or '屯' or '寨' && MetricWords.StartsWithAny(name[(at + 1)..], Reached) && name[^1] is not '率' ? at : -1;
    }
}
