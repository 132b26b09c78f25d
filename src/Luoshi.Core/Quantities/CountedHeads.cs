namespace Luoshi.Core.Quantities;

/// <summary>
/// Tells by the classifier, or by who acts, where the things counted end behind a figure and what is told of them begins: 1572名驾驶员<b>安全教育培训</b>,
/// 139辆公交车<b>防护设施</b>, 2984个村<b>成立</b>合作社.
/// </summary>
internal static class CountedHeads
{
    /// <summary>No more than a word stands between two of one chain: 党员志愿者.</summary>
    private const int MostBetween = 3;

    private static readonly string[] People =
    [
        .. MetricWords.Persons.Where(word => word.Length > 1 && word is not ("就业" or "再就业" or "务工" or "创业" or "技能")), "人员", "学生", "毕业生", "医生", "教师", "职工", "员工", "农民工", "市民", "村民", "牧民", "渔民", "党员", "代表", "委员", "专家", "民警", "患者", "学员",
        "残疾人", "负责人", "驾驶员", "网格员", "志愿者", "经营者", "消费者", "家长", "家属", "子女",
    ];

    private static readonly string[] Households = ["家庭", "群众", "居民", "农民", "村民", "牧民", "渔民", "农户", "商户", "用户", "住户", "贫困户", "工商户", "经营户", "大户", "企业", "单位"];

    private static readonly string[] Vehicles = ["车辆", "公交车", "出租车", "网约车", "电动车", "自行车", "客车", "货车", "校车", "轿车", "卡车", "警车", "消防车", "救护车", "环卫车"];

    private static readonly string[] Ships = ["渔船", "船舶", "船只", "货轮", "快艇"];

    private static readonly string[] Actors = ["村", "镇", "乡", "街道", "社区", "企业", "学校", "小区", "单位", "部门", "园区", "家庭", "县", "机构", "医院"];

    /// <summary>What people get, or the work that is done on them: 94户家庭入托<b>补助</b>.</summary>
    private static readonly string[] Whole = ["补助", "补贴", "补偿", "奖励", "奖补", "工作"];

    /// <summary>Where <paramref name="name"/> is cut behind a figure with <paramref name="classifier"/>; 0 where it is one noun.</summary>
    public static int End(char classifier, ReadOnlySpan<char> name)
    {
        var heads = classifier switch
        {
            '名' or '位' => People,
            '户' => Households,
            '辆' => Vehicles,
            '艘' => Ships,
            _ => [],
        };
        return heads.Length == 0 ? ActorEnd(name) : MetricWords.EndsWithAny(name, heads) || MetricWords.EndsWithAny(name, Whole) ? 0 : ChainEnd(name, heads);
    }

    /// <summary>The end of the first of <paramref name="heads"/>, or of the last that follow it closely.</summary>
    private static int ChainEnd(ReadOnlySpan<char> name, string[] heads)
    {
        var end = 0;
        for (var at = 0; at < name.Length && (end == 0 || at - end <= MostBetween); at++)
        {
            if (end > 0 && LeadingVerbs.VerbLength(name[at..]) > 1)
            {
                break;
            }

            foreach (var head in heads)
            {
                if (name[at..].StartsWith(head, StringComparison.Ordinal))
                {
                    end = Math.Max(end, at + head.Length);
                }
            }
        }

        return end;
    }

    /// <summary>2984个村<b>成立</b>股份合作社: who acts ends before a verb that never describes a noun.</summary>
    private static int ActorEnd(ReadOnlySpan<char> name)
    {
        for (var at = 1; at + 3 < name.Length; at++)
        {
            if (MetricWords.EndsWithAny(name[..at], Actors) && LeadingVerbs.Acts(name[at..]) is > 1 and var verb && at + verb + 1 < name.Length && !NounTails.StartsNominal(name[(at + verb)..]))
            {
                return at;
            }
        }

        return 0;
    }
}
