namespace Luoshi.Core.Quantities;

/// <summary>Splits the nouns that 分别 distributes over: 城镇和农村居民收入 is 城镇居民收入 and 农村居民收入.</summary>
internal static class SharedNouns
{
    private static readonly char[] Connectors = ['、', '和', '与', '及'];

    /// <summary>猪、牛、家禽出栏: whole nouns of one character.</summary>
    private const string Livestock = "猪牛羊禽鸡鸭鹅兔马驴鱼";

    private static readonly string[] WholeWords = ["和美", "和谐", "共和", "参与", "与会", "以及", "普及", "涉及", "危及", "惠及", "及时", "及格"];

    /// <summary>The levels of schooling, and whom a rate is told of by age or sex: words of one kind share all that stands behind the last of them.</summary>
    private static readonly string[] Schools = ["学前", "小学", "初中", "高中", "中职", "高职", "高校", "大学"];

    private static readonly string[] People = ["儿童", "妇女", "孕产妇", "老年人", "残疾人", "青少年", "男性", "女性"];

    /// <summary>Where a word begins that names two things at once, <b>存贷款</b>余额; negative where none does.</summary>
    public static int JointAt(ReadOnlySpan<char> phrase) => phrase.IndexOf("存贷款") is >= 0 and var both ? both : phrase.IndexOf("收入") > 0 ? Math.Max(phrase.IndexOf("城乡居民"), phrase.IndexOf("城乡常住居民")) : -1;

    /// <summary>Of <paramref name="figures"/> figures: where pauses part as many nouns, 及 and 和 stand inside them (航空器及设备制造业、计算机及办公设备制造业).</summary>
    public static IReadOnlyList<string> Split(string? phrase, int figures = 0)
    {
        if (phrase is null)
        {
            return [];
        }

        if (phrase.IndexOf("存、贷款", StringComparison.Ordinal) is >= 0 and var apart)
        {
            phrase = phrase.Remove(apart + 1, 1);
        }

        if (JointAt(phrase) is >= 0 and var both)
        {
            // 存贷款余额分别达到285亿元、240亿元, 城乡居民收入分别增长5%、6%.
            return phrase[both] is '城' ? [$"{phrase[..both]}城镇{phrase[(both + 2)..]}", $"{phrase[..both]}农村{phrase[(both + 2)..]}"] : [$"{phrase[..both]}存款{phrase[(both + 3)..]}", $"{phrase[..both]}贷款{phrase[(both + 3)..]}"];
        }

        var pausesOnly = figures > 1 && phrase.AsSpan().Count('、') == figures - 1;
        var parts = new List<string>();
        var start = 0;
        for (var at = 1; at < phrase.Length - 1; at++)
        {
            if (Connectors.Contains(phrase[at]) && (!pausesOnly || phrase[at] is '、') && !IsInWord(phrase, at))
            {
                parts.Add(phrase[start..at].Trim());
                start = at + 1;
            }
        }

        parts.Add(phrase[start..].Trim());
        var last = parts[^1];
        var first = parts[0];
        if (parts.Count < 2 || first.Length == 0)
        {
            return parts;
        }

        // 劳动监察、劳动仲裁案件结案率: parts of one length that begin alike share what stands behind as much of the last.
        if (first.Length > 2 && last.Length > first.Length + 1 && parts.Take(parts.Count - 1).All(part => part.Length == first.Length && part[0] == last[0] && part[1] == last[1]) && !EndsLikeMetric(first))
        {
            for (var index = 0; index < parts.Count - 1; index++)
            {
                parts[index] += last[first.Length..];
            }
        }

        // 轻、重工业占比, 金、银、铜牌: one character each, and all the rest in common.
        for (var index = 0; index < parts.Count - 1 && (last.Length > 2 || last[^1] is '牌'); index++)
        {
            parts[index] += parts[index].Length == 1 && !Livestock.Contains(parts[index][0]) ? last[1..] : "";
        }

        // 城镇和农村最低生活保障对象.
        if (parts.Count == 2 && first is "城镇" or "城市" && last.Length > 2 && last.StartsWith("农村", StringComparison.Ordinal))
        {
            parts[0] += last[2..];
        }

        foreach (var kind in (string[][])[Schools, People])
        {
            if (Array.Find(kind, word => last.StartsWith(word, StringComparison.Ordinal)) is { } own && last.Length > own.Length + 1 && parts.Take(parts.Count - 1).All(kind.Contains))
            {
                // 小学、初中、高中专任教师合格率, 儿童和孕产妇保健覆盖率.
                for (var index = 0; index < parts.Count - 1; index++)
                {
                    parts[index] += last[own.Length..];
                }
            }
        }

        // 第二、第三产业比重: an ordinal alone shares all that stands behind the last one.
        if (last.Length > 3 && last[0] == '第')
        {
            for (var index = 0; index < parts.Count - 1; index++)
            {
                parts[index] += parts[index].Length == 2 && parts[index][0] == '第' ? last[2..] : "";
            }
        }

        // 住宿和餐饮业, 批发和零售业: as many characters each, and the trade in common.
        for (var index = 0; index < parts.Count - 1 && last[^1] is '业'; index++)
        {
            parts[index] += parts[index].Length == last.Length - 1 && parts[index][^1] is not '业' ? "业" : "";
        }

        // Short parts before a long one share its tail: 批发、零售业销售额.
        for (var index = 0; index < parts.Count - 1; index++)
        {
            if (Tail(parts[index], last) is { } tail)
            {
                parts[index] += tail[Overlap(parts[index], tail)..];
            }
        }

        // 一般公共预算收入和支出: what both are of is said once.
        if (parts.Count == 2 && last is "支出" && first.Length > 2 && first.EndsWith("收入", StringComparison.Ordinal))
        {
            parts[1] = first[..^2] + last;
        }

        // 国家级、省级非遗项目: the grade is all that differs.
        if (last.IndexOf('级') is > 0 and var grade && grade + 1 < last.Length)
        {
            for (var index = 0; index < parts.Count - 1; index++)
            {
                parts[index] += parts[index].EndsWith('级') ? last[(grade + 1)..] : "";
            }
        }

        // 限上批发、零售业: a common head belongs to every part.
        foreach (var head in (string[])["限上", "规上", "限额以上", "规模以上", "新增", "全社会"])
        {
            if (first.StartsWith(head, StringComparison.Ordinal) && parts.Skip(1).All(part => part.Length > 2 && !Heads(part)))
            {
                for (var index = 1; index < parts.Count; index++)
                {
                    parts[index] = head == "新增" ? parts[index] : head + parts[index];
                }
            }
        }

        return parts;
    }

    private static bool Heads(string part) => part.StartsWith("限上", StringComparison.Ordinal) || part.StartsWith("规上", StringComparison.Ordinal) || part.StartsWith("限额以上", StringComparison.Ordinal) || part.StartsWith("规模以上", StringComparison.Ordinal);

    private static string? Tail(string part, string last)
    {
        if (last.IndexOf('占') is > 1 and var share && MetricWords.EndsWithAny(last, "比重", "比例") && !part.Contains('占', StringComparison.Ordinal))
        {
            // 第一产业、第二产业增加值占地区生产总值的比重.
            var tailBefore = Tail(part, last[..share]);
            return (tailBefore is null ? "" : tailBefore[Overlap(part, tailBefore)..]) + last[share..];
        }

        foreach (var tail in (string[])[
            "救助水平", "保障水平", "救助标准", "保障标准", "供养标准", "补助标准", "补贴标准", "例行监测合格率", "监督抽检合格率", "抽检合格率", "产业增加值", "产业投资", "重点工程减排量", "减排量", "居民人均可支配收入", "居民收入", "居民人均收入", "业销售额", "业营业额", "业增加值", "排放量", "出口额", "进口额", "零售额", "交易额", "投资额", "品牌价值", "销售量", "交易量", "客运量", "货运量", "吞吐量", "单产", "总产", "均价", "价格", "占比", "比重", "保有量", "用电量", "用水量", "发电量", "浓度", "合格率", "达标率", "办结率", "结案率", "满意度", "销售额", "增加值", "产值", "投资", "收入", "覆盖率", "参保率", "使用量", "营业额", "产量", "面积", "参保人数", "人数", "企业", "总额", "案件", "警情", "存款余额", "贷款余额", "余额", "存款", "贷款", "用地", "保险", "税收", "出栏量", "存栏量", "出栏", "存栏"])
        {
            if (last.EndsWith(tail, StringComparison.Ordinal) && last.Length > tail.Length && (!EndsLikeMetric(part) || (tail is "排放量" && part[^1] is not '耗' && !part.EndsWith(tail, StringComparison.Ordinal))))
            {
                // 广播和电视<b>综合</b>覆盖率: the word that says how it is counted is of both.
                var counted = last.Length - tail.Length - 2;
                return counted >= part.Length && last.AsSpan(counted, 2) is "综合" or "平均" or "人均" ? last[counted..] : tail;
            }
        }

        if (part.Length == 4 && last.Length > 6 && MetricWords.EndsWithAny(part, "企业", "院校", "机构", "单位") && MetricWords.EndsWithAny(last, "量", "额", "率", "值"))
        {
            // 工矿企业、大专院校专利授权量.
            return last[4..];
        }

        if (part.Length > 2 && last.LastIndexOf(part[^2..], StringComparison.Ordinal) is > 0 and var same && last.Length - same - 2 is > 0 and <= 4)
        {
            // 残疾人生活补贴、重度残疾人护理补贴标准: what stands behind the word that both end in is of both.
            return last[(same + 2)..];
        }

        if (part.Length is 2 or 3 && !EndsLikeMetric(part) && MetricWords.EndsWithAny(last, "量", "额", "数", "率", "值"))
        {
            // 生猪、肉牛养殖量: as much as the short part has stands before what both share.
            for (var at = 2; at + 2 < last.Length; at++)
            {
                if (LeadingVerbs.VerbLength(last.AsSpan(at)) > 1)
                {
                    return last[at..];
                }
            }

            return last.Length > part.Length + 1 ? last[part.Length..] : null;
        }

        // 小学、初中入学率: three characters make a rate.
        return last.Length > 4 && last[^1] is '率' && !EndsLikeMetric(part) ? last[^3..] : null;
    }

    /// <summary>第二<b>产业</b> and <b>产业</b>增加值: what both have is said once.</summary>
    private static int Overlap(string part, string tail)
    {
        for (var length = Math.Min(part.Length, tail.Length); length > 0; length--)
        {
            if (part.EndsWith(tail[..length], StringComparison.Ordinal))
            {
                return length;
            }
        }

        return 0;
    }

    private static bool EndsLikeMetric(string part) =>
        part.EndsWith('值') || part.EndsWith('数') || part.EndsWith('额') || part.EndsWith('率') || part.EndsWith('量') || part.EndsWith('耗') || part.EndsWith("投资", StringComparison.Ordinal)
        || part.EndsWith("收入", StringComparison.Ordinal) || part.EndsWith("企业", StringComparison.Ordinal) || part.EndsWith("总额", StringComparison.Ordinal);

    private static bool IsInWord(string phrase, int at)
    {
        foreach (var word in WholeWords)
        {
            for (var offset = 0; offset < word.Length; offset++)
            {
                if (at >= offset && word[offset] == phrase[at] && string.CompareOrdinal(phrase, at - offset, word, 0, word.Length) == 0)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
