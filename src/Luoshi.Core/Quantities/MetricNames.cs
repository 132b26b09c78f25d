namespace Luoshi.Core.Quantities;

/// <summary>Cleans what is measured and makes the key it is compared by.</summary>
internal static class MetricNames
{
    private const int Longest = 40;

    private static readonly (string From, string To)[] Synonyms =
    [
        ("地区生产总值", "地区生产总值"), ("国内生产总值", "地区生产总值"), ("GDP", "地区生产总值"), ("gdp", "地区生产总值"), ("规模以上", "规上"), ("限额以上", "限上"),
        ("财政总收入", "财政总收入"), ("一般公共预算收入", "一般公共预算收入"), ("地方财政收入", "一般公共预算收入"), ("固投", "固定资产投资"), ("固定资产投资额", "固定资产投资"),
        ("社零总额", "社会消费品零售总额"), ("社零", "社会消费品零售总额"), ("外贸进出口总额", "进出口总额"), ("实到外资", "实际利用外资"), ("利用外资", "实际利用外资"),
        ("研究与试验发展", "研发"), ("R&D", "研发"), ("常住居民", "居民"), ("城镇新增就业", "城镇就业"), ("高企", "高新技术企业"), ("保租房", "保障性租赁住房"), ("棚户区住房", "棚户区"), ("城镇棚户区", "棚户区"), ("空气质量优良天数比例", "空气优良率"), ("空气质量优良天数比率", "空气优良率"), ("空气质量优良天数占比", "空气优良率"), ("优良天数比例", "空气优良率"), ("优良天数比率", "空气优良率"),
        ("空气质量优良率", "空气优良率"), ("空气优良率", "空气优良率"), ("优良率", "空气优良率"), ("旅游接待人次", "接待游客"), ("旅游接待总人次", "接待游客"), ("游客接待量", "接待游客"), ("游客接待人次", "接待游客"), ("接待游客人次", "接待游客"), ("接待旅游者", "接待游客"), ("公租房", "公共租赁住房"),
    ];

    private static readonly WordIndex<string> Replaced = new(Synonyms);

    /// <summary>Words that say nothing about what is measured when they are all there is.</summary>
    private static readonly string[] Empty =
        ["占比", "比重", "其", "该", "总额", "总量", "数量", "总数", "规模", "金额", "资金额", "面积", "完成", "情况", "目标", "任务", "目标任务", "进展", "整体", "总体", "工程", "今年", "的", "比例", "所", "人", "年度", "实际", "全部", "要求", "准备", "总", "区域内", "辖区内", "境内", "两年", "三年", "五年", "集中", "正式", "成功", "现场", "当场", "就地", "立即", "限期", "自行", "按时", "超时", "惠及", "涉及", "覆盖", "受益", "带动", "以来", "连续", "自然", "综合", "平均", "初步", "直接带动", "辐射带动"];

    private static readonly string[] Prefixes =
        ["从事", "的", "等", "和", "与", "及", "了", "并", "以及", "区内现有", "境内现有", "现有", "共有", "特别是", "尤其是", "主要是", "其中", "其他各类", "各类", "各级", "一批", "该", "其", "有效期内"];

    private static readonly string[] KeyPrefixes = ["新增", "净增", "全区", "全市", "全县", "我区", "城镇新增"];

    /// <summary>What a rate is counted by, behind 按.</summary>
    private static readonly string[] Bases = ["口径", "价格", "面积", "宗数", "户数", "个数", "人数"];

    private static readonly string[] Times = ["小长假", "假期", "期间", "本学期", "春季学期", "秋季学期", "本年度", "本季度"];

    private static readonly string[] Suffixes = ["的", "等", "了", "中", "为", "是", "数量", "实有", "年度", "情况", "共", "总", "可", "有", "和", "与", "及", "增速", "增幅", "涨幅", "降幅", "增长率", "连续", "连年", "逐年", "普遍", "成功", "平均", "均值", "初步核算", "决算数", "决算", "完成数", "上报数", "实际到账", "到账", "一行", "人民币", "要", "需", "须", "应", "均"];

    /// <summary>Removes brackets, a list before 等 and particles at either end. Null where nothing is left.</summary>
    public static string? Clean(ReadOnlySpan<char> phrase)
    {
        var name = WithoutBrackets(phrase);
        var etc = name.LastIndexOf('等');
        if (etc > 0 && name.Length - etc > 2 && name[etc + 1] is not ('级' or '教' or '效' or '额' or '次') && name[etc - 1] is not ('上' or '中' or '高' or '平' or '同' or '优' or '初' or '均' or '相' or '甲' or '乙' or '丙' or '特' or '头'))
        {
            name = name[(etc + 1)..];
        }

        if (name.IndexOf('且') is >= 0 and var and && and + 2 < name.Length)
        {
            // 已全部开工且项目投资: what is said besides.
            name = name[(and + 1)..];
        }

        var among = name.IndexOf('中');
        if (among is >= 2 and <= 6 && name.Length > among * 2 + 1 && name.EndsWith(name[(among - 2)..among], StringComparison.Ordinal))
        {
            // 新签项目中市内项目.
            name = name[(among + 1)..];
        }

        if (name.Length > 1 && name[0] is '按' && MetricWords.EndsWithAny(name, Bases))
        {
            // 处置率按宗数62.1%、按面积71.8%: how it is counted.
            return null;
        }

        if (MetricWords.StartsWithAny(name, "剔除", "扣除") && MetricWords.EndsWithAny(name, "因素", "因素后", "因素影响", "因素影响后"))
        {
            // 剔除减税降费因素后增长8.1%: how it is counted.
            return null;
        }

        name = name.EndsWith("期间", StringComparison.Ordinal) && name.Length <= 6 ? "" : Trim(WithoutHoliday(name));
        if (name.Length > Longest && name.LastIndexOfAny(['、', '，']) is >= 0 and var last && name.Length - last > 2)
        {
            name = Trim(name[(last + 1)..]);
        }

        return name.Length == 0 || name.Length > Longest || !HasLetter(name) || IsDays(name) ? null : name;
    }

    /// <summary>Whether the phrase names no metric of its own: 占比, 总额.</summary>
    public static bool IsGeneric(string name) => Empty.Contains(name);

    public static string Key(string? metric)
    {
        if (metric is null)
        {
            return "";
        }

        var key = new System.Text.StringBuilder(metric.Length);
        for (var at = 0; at < metric.Length;)
        {
            if (char.IsWhiteSpace(metric[at]) || metric[at] is '“' or '”' or '"' or '的' or '「' or '」' or '‘' or '’' or '、')
            {
                at++;
                continue;
            }

            var length = Replaced.Match(metric.AsSpan(at), out var to);
            if (length > 0)
            {
                key.Append(to);
                at += length;
            }
            else
            {
                key.Append(char.ToUpperInvariant(metric[at++]));
            }
        }

        var text = key.ToString();
        foreach (var prefix in KeyPrefixes)
        {
            if (text.Length > prefix.Length + 1 && text.StartsWith(prefix, StringComparison.Ordinal))
            {
                text = (prefix == "城镇新增" ? "城镇" : "") + text[prefix.Length..];
            }
        }

        return text;
    }

    /// <summary>端午小长假平均入住率, 汛期期间转移群众: when it was is not what is measured.</summary>
    private static string WithoutHoliday(string name)
    {
        foreach (var time in Times)
        {
            var at = name.IndexOf(time, StringComparison.Ordinal);
            // 假期托管点: for the holidays, not in them.
            if (at >= 0 && at + time.Length + 1 < name.Length && !(at == 0 && time == "假期"))
            {
                return name[(at + time.Length)..];
            }
        }

        return name;
    }

    /// <summary>低于时序进度（16.67%）: without what stands in brackets.</summary>
    public static string WithoutBrackets(ReadOnlySpan<char> phrase)
    {
        if (phrase.IndexOfAny("（([［") < 0)
        {
            return phrase.ToString();
        }

        var kept = new System.Text.StringBuilder(phrase.Length);
        var depth = 0;
        foreach (var c in phrase)
        {
            depth += c is '（' or '(' or '[' or '［' ? 1 : 0;
            if (depth == 0)
            {
                kept.Append(c);
            }

            depth -= c is '）' or ')' or ']' or '］' && depth > 0 ? 1 : 0;
        }

        return kept.ToString();
    }

    private static string Trim(string name)
    {
        var kept = name.AsSpan().Trim(" 、，,：:；·—-\t\u3000");
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var prefix in Prefixes)
            {
                if (kept.Length > prefix.Length + 1 && kept[0] == prefix[0] && kept.StartsWith(prefix, StringComparison.Ordinal) && !(prefix.Length == 1 && IsWordStart(kept)))
                {
                    kept = kept[prefix.Length..].TrimStart();
                    changed = true;
                }
            }

            kept = kept.Length > 4 && kept.StartsWith("境内") && kept[2] is not '外' ? kept[2..] : kept;
            kept = kept.EndsWith("率目标") ? kept[..^2] : kept;
            kept = kept.EndsWith("资金投入") && kept.Length > 4 ? kept[..^2] : kept;
            kept = WithoutCourse(WithoutYears(kept));
            kept = WithoutSpan(WithoutMonths(kept));
            foreach (var suffix in Suffixes)
            {
                if (kept.Length > suffix.Length && kept[^1] == suffix[^1] && kept.EndsWith(suffix, StringComparison.Ordinal) && !(suffix is "为" && kept[^2] is '行' or '作') && !(suffix is "及" && kept[^2] is '惠' or '涉' or '普' or '波' or '危') && !(suffix is "均" && kept[^2] is '人' or '户' or '亩' or '日' or '月' or '年' or '平' or '村' or '次') && !(suffix is "要" && kept[^2] is '主' or '需' or '纪' or '重' or '必' or '摘') && !(suffix is "需" && kept[^2] is '急' or '所' or '内' or '供' or '军') && !(suffix is "应" && kept[^2] is '供' or '响' or '效' or '反') && !(suffix is "增长率" && kept.EndsWith("自然增长率")) && !(suffix is "中" && kept[^2] is '集' or '初' or '高' or '其'))
                {
                    kept = kept[..^suffix.Length].TrimEnd(" 、，");
                    changed = true;
                }
            }
        }

        return kept.Length == 1 && (Prefixes.Contains(kept.ToString()) || kept[0] is '中') ? "" : kept.ToString();
    }

    /// <summary>价格每公斤上涨6元: what it is counted by is not what is measured.</summary>
    public static string? WithoutPer(string? name) =>
        name?.LastIndexOf('每') is > 1 and var per && Units.Match(name.AsSpan(per + 1), out _) == name.Length - per - 1 ? name[..(per > 3 && name.AsSpan(0, per).EndsWith("平均") ? per - 2 : per)] : name;

    /// <summary>增加值五年, 用电量四年内: how long it takes is not what is measured.</summary>
    private static ReadOnlySpan<char> WithoutYears(ReadOnlySpan<char> name)
    {
        var end = name.Length - (name.Length > 3 && name[^2] is '年' && name[^1] is '内' or '间' or '来' ? 2 : 1);
        if (end < 2 || name[end] is not '年')
        {
            return name;
        }

        var start = end;
        while (start > 0 && (Numerals.IsChinese(name[start - 1]) || Numerals.IsDigit(name[start - 1])))
        {
            start--;
        }

        return start < end ? name[..start].TrimEnd() : name;
    }

    /// <summary>改善幅度连续3个月: how long it lasts is not what is measured.</summary>
    private static ReadOnlySpan<char> WithoutMonths(ReadOnlySpan<char> name)
    {
        var end = name.EndsWith("个月") ? name.Length - 2 : 0;
        var start = end;
        while (start > 0 && (Numerals.IsChinese(name[start - 1]) || Numerals.IsDigit(name[start - 1])))
        {
            start--;
        }

        return start < end && start != 1 ? name[..start] : name;
    }

    /// <summary>三年内旅游收入, 近三年工业投资: over how long is not what is measured.</summary>
    private static ReadOnlySpan<char> WithoutSpan(ReadOnlySpan<char> name)
    {
        var start = name.Length > 0 && name[0] is '近' or '未' && !name.StartsWith("近年") ? 1 : 0;
        var end = start;
        while (end < name.Length && (Numerals.IsChinese(name[end]) || Numerals.IsDigit(name[end])))
        {
            end++;
        }

        if (end > start && end + 2 == name.Length && name[end] is '年' && name[end + 1] is '内' or '来' or '间')
        {
            // 五年内翻了一番: nothing but how long it took.
            return [];
        }

        if (end == start || end + 2 >= name.Length || name[end] is not '年' || (start == 0 && name[end + 1] is not ('内' or '来' or '间') && (end > 1 || name.Length < 6 || name[end + 1] is '级' or '期' or '制' or '行' or '规' or '计' or '生' or '攻')))
        {
            return name;
        }

        return name[(end + (name[end + 1] is '内' or '来' or '间' ? 2 : 1))..];
    }

    /// <summary>老旧小区改造<b>正在施工</b>, <b>按户数计</b>开工率, 按常住人口计算人均生产总值: how far it is and how it is counted are not what is measured.</summary>
    private static ReadOnlySpan<char> WithoutCourse(ReadOnlySpan<char> name)
    {
        var course = name.IndexOf("正在");
        name = course > 1 ? name[..course] : name;
        var basis = name.IndexOf('按');
        name = basis > 1 && MetricWords.EndsWithAny(name, Bases) ? name[..basis] : name;
        var counted = name.Length > 4 && name[0] is '按' ? name.IndexOf('计') : -1;
        counted += counted > 1 && name[counted..].StartsWith("计算") ? 1 : 0;
        return counted > 1 && counted + 2 < name.Length && name[counted + 1] is not ('划' or '算' or '量') ? name[(counted + 1)..] : name;
    }

    /// <summary><b>两天</b>共签约150户: how long it took.</summary>
    private static bool IsDays(string name)
    {
        foreach (var c in name.AsSpan(..^1))
        {
            if (!Numerals.IsChinese(c))
            {
                return false;
            }
        }

        return name.Length > 1 && name[^1] is '天' or '周' or '日' or '月';
    }

    /// <summary>和美, 并网: a one-character particle that begins a word is no particle.</summary>
    private static bool IsWordStart(ReadOnlySpan<char> name) => name[0] switch
    {
        '其' => name[1] is '他' or '它',
        '等' => name[1] is '级' or '教',
        '和' => name[1] is '美' or '谐' || (name[1] is '平' && name.Length > 2 && name[2] is not '均'),
        '的' => name[1] is '士',
        '及' => name[1] is '时' or '格',
        '并' => name[1] is '购' or '网',
        _ => false,
    };

    private static bool HasLetter(string name)
    {
        foreach (var c in name)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }
}
