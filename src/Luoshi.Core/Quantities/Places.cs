using System.Buffers;

namespace Luoshi.Core.Quantities;

/// <summary>Tells whose figure it is from the name of a place, or of whoever did it, before what is measured.</summary>
internal static class Places
{
    private static readonly string[] Suffixes = ["街道", "经济圈", "开发区", "高新区", "新区", "园区", "功能区", "保税区", "区", "县", "市", "镇", "乡"];

    private static readonly string[] Areas = ["片区", "校区", "院区", "厂区", "标段", "灌区", "矿区"];

    /// <summary>Words that end like a place and are none.</summary>
    private static readonly string[] Common =
        ["民族乡", "棚户区", "建成区", "小区", "社区", "景区", "片区", "库区", "街区", "校区", "灾区", "地区", "专区", "城镇", "乡镇", "集镇", "村镇", "小镇", "城市", "超市", "股市", "都市", "楼市", "城乡", "下乡", "返乡", "回乡",
            "特色镇", "示范区", "保护区", "水源区", "湿地区", "上市", "中心镇", "试验区", "控制区", "达标区", "风景区", "核心区", "缓冲区", "作业区", "服务区", "聚集区", "集聚区", "生活区", "办公区", "病区", "禁养区", "限养区", "种植区", "养殖区", "海区", "经营区", "山区", "牧区", "林区", "矿区", "城区", "老区", "住宅区", "示范镇", "强镇", "试点镇", "试点县", "示范县", "行政村", "自然村", "万村", "幼儿园", "公办园", "民办园", "公园", "校园", "果园", "茶园", "菜园", "游园", "家园", "田园", "乐园", "示范村", "特色村", "达标村", "精品村", "样板村", "文明村", "善治村", "重点村", "试点村", "卫生村", "薄弱村", "先行村", "宜居村", "强村", "进村", "主要街道", "大街道", "老街道"];

    /// <summary>What sort of place it is and not which one: 居住区新增充电桩 is told of no part of the district, 望湖居住区新增充电桩 is.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Unnamed =
        "小区 住宅小区 居住区 居民区 住宅区 生活区 办公区 安置区 回迁区 移民区 搬迁区 受灾区 灾区 厂区 库区 校区 景区 院区 病区 馆区 片区 街区 社区 村居 林区 牧区 矿区 灌区 山区 库坝区 禁燃区 限行区 禁养区 城中村 建制镇 中心镇 重点镇 特色镇 强镇 脱贫村 行政村 自然村 集镇 镇街 乡镇 海岛 离岛 动物园 植物园 公园 游园 陵园 幼儿园 超市 商场"
            .Split(' ').ToHashSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What may stand before such a word without making a name of it.</summary>
    private static readonly string[] Attributes = ["老旧", "高层", "偏远", "其他", "城镇", "农村", "新建", "封闭", "大型", "各类", "各"];

    /// <summary>What follows a place's last character when it is none: 市场, 区域, 县级.</summary>
    private const string NotAfterPlace = "场民政域级属容直间块位划城乡村街电值长内外";

    /// <summary>省市县, 上级: levels of government, no place of a name.</summary>
    private static readonly SearchValues<char> Levels = SearchValues.Create("省市县区州镇乡街道村上级、和与");

    private static readonly string[] Agencies = ["局", "委", "办", "部门", "专班", "小组", "指挥部", "队", "单位", "我们", "处", "科", "站", "中心", "该项目", "联合", "年度", "全部", "分别", "超额", "目前", "平台", "网络", "问题", "工作", "任务", "情况", "方面"];

    private static readonly string[] Offices = ["局", "委", "办", "办公室", "委员会", "管委会", "指挥部", "法院", "检察院", "支队", "大队", "公司", "集团", "妇联", "残联", "科协", "总工会"];

    /// <summary>Indicators that are told of places; two to four other characters before one are a place's name.</summary>
    private static readonly string[] Indicators =
        ["地区生产总值", "GDP", "固定资产投资", "规上工业增加值", "规模以上工业增加值", "规上工业总产值", "社会消费品零售总额", "一般公共预算收入", "制造业投资", "民间投资", "外贸进出口总额", "实际利用外资"];

    /// <summary>What the enterprises of a park bring about.</summary>
    private static readonly string[] Results = ["总产值", "增加值", "营业收入", "税收", "利润", "纳税额"];

    private static readonly string[] Qualifiers =
        ["工业", "农户", "住户", "城镇", "农村", "民间", "制造业", "农业", "服务业", "技改", "基础设施", "房地产", "高新技术", "高技术", "项目", "产业", "人均", "季度", "累计", "地方", "财政", "国有", "交通", "能源", "水利", "生态", "全社会", "建筑业",
            "预期", "其中", "以上", "重点", "企业", "全部", "规上", "限上", "社会", "规模", "单位", "万元", "每万元", "亿元", "园区", "完成"];

    /// <summary>Whether the words are a common noun and name no place: 老旧小区, 居住区.</summary>
    public static bool IsUnnamed(ReadOnlySpan<char> name)
    {
        foreach (var attribute in Attributes)
        {
            if (name.StartsWith(attribute, StringComparison.Ordinal))
            {
                return Unnamed.Contains(name[attribute.Length..]) || name[attribute.Length..] is "园区";
            }
        }

        return Unnamed.Contains(name);
    }

    /// <summary>区住建局：已完工3个: whoever reports is not what is counted. A closed class of how offices are called.</summary>
    public static bool IsOffice(ReadOnlySpan<char> name) => name.Length > 2 && MetricWords.EndsWithAny(name, Offices);

    public static bool EndsWithPlace(ReadOnlySpan<char> text)
    {
        var name = text.Trim();
        if (name.Length is < 3 or > 12 || MetricWords.EndsWithAny(name, Common) || name.Contains('的') || name[1..].ContainsAny("和与及"))
        {
            return false;
        }

        return (MetricWords.EndsWithAny(name, Suffixes) || (name[^1] is '村' && !char.IsAsciiDigit(name[0])) || name[^1] is '省' or '岛' or '园') && !IsUnnamed(name);
    }

    /// <summary>Whether the text is nothing but a place: 微青岚, 云溪镇.</summary>
    public static bool IsPlace(ReadOnlySpan<char> text, IReadOnlyList<string> known)
    {
        foreach (var place in known)
        {
            if (place.Length > 0 && text.EndsWith(place, StringComparison.Ordinal) && text.Length - place.Length <= 1)
            {
                return true;
            }
        }

        return EndsWithPlace(text);
    }

    /// <summary>Whether the text before 完成 names whose figure it is: a place, a project, an enterprise, but not the office that reports.</summary>
    public static bool IsOwner(ReadOnlySpan<char> text) => text.Length is >= 2 and <= 40 && !(text[^1] is '业' && text[^2] is not '企') && text[0] is not '各' && text is not ("项目" or "工程" or "企业" or "村集体" or "标段") && !MetricWords.EndsWithAny(text, Agencies) && text is not ("今春" or "今夏" or "今秋" or "今冬" or "去冬今春") && text[^1] is not ('季' or '内' or '间' or '来' or '后' or '时') && !MetricWords.EndsWithAny(text, "当期", "同期", "时期") && text.ContainsAnyExcept(Levels) && !IsUnnamed(text);

    /// <summary>
    /// The places <paramref name="phrase"/> begins with, as in 云溪镇、石桥镇和北沙镇; empty where they are fewer than two. <paramref name="length"/> is
    /// where the noun behind them begins. Before 分别 the <paramref name="areas"/> of a place are told apart, too: 江南片区、城北片区.
    /// </summary>
    public static IReadOnlyList<string> List(ReadOnlySpan<char> phrase, IReadOnlyList<string> known, out int length, bool areas = false)
    {
        var places = new List<string>();
        length = 0;
        while (true)
        {
            var rest = phrase[length..];
            var connector = rest.IndexOfAny("、和与及");
            var name = (connector < 0 ? rest : rest[..connector]).Trim();
            if (IsPlace(name, known) || (areas && name.Length > 3 && MetricWords.EndsWithAny(name, Areas)))
            {
                places.Add(name.ToString());
                length += connector < 0 ? rest.Length : connector + 1;
            }
            else
            {
                var last = places.Count > 0 ? Leading(name, known) : 0;
                if (last > 0)
                {
                    places.Add(name[..last].ToString());
                    length += last;
                }

                break;
            }

            if (connector < 0)
            {
                break;
            }
        }

        length = places.Count < 2 ? 0 : length;
        return length == 0 ? [] : places;
    }

    /// <summary>Whether the phrase lists places and nothing else: 云溪镇、石桥镇.</summary>
    public static bool AreAll(string phrase, IReadOnlyList<string> known) => List(phrase, known, out var length).Count > 1 && length == phrase.Length;

    /// <summary>The length of the place <paramref name="phrase"/> begins with, or 0.</summary>
    public static int Leading(ReadOnlySpan<char> phrase, IReadOnlyList<string> known)
    {
        foreach (var place in known)
        {
            var prefix = phrase.Length > 0 && phrase[0] is '微' or '小' or '大' ? 1 : 0;
            if (place.Length > 0 && phrase[prefix..].StartsWith(place, StringComparison.Ordinal))
            {
                var length = prefix + place.Length;
                foreach (var suffix in Suffixes)
                {
                    if (phrase[length..].StartsWith(suffix, StringComparison.Ordinal) && !Continues(phrase[(length + suffix.Length)..]))
                    {
                        return length + suffix.Length < phrase.Length ? length + suffix.Length : 0;
                    }

                    if (phrase[length..].SequenceEqual(suffix))
                    {
                        // 环市街道: nothing but the place.
                        return 0;
                    }
                }

                // 青岚籍毕业生: whence they are.
                return length < phrase.Length && phrase[length] is not '籍' ? length : 0;
            }
        }

        for (var length = 3; length <= 9 && length + 1 < phrase.Length; length++)
        {
            var name = phrase[..length];
            if (MetricWords.EndsWithAny(name, Suffixes) && !MetricWords.EndsWithAny(name, Common) && !Continues(phrase[length..]) && !NoName(name) && !IsUnnamed(name) && name.ContainsAnyExcept(Levels) && LeadingVerbs.VerbLength(name) < 2)
            {
                return length;
            }
        }

        if (phrase.StartsWith("园区") && phrase.Length > 3 && (MetricWords.StartsWithAny(phrase[2..], Indicators) || MetricWords.StartsWithAny(phrase[2..], "共有", "现有", "拥有") || MetricWords.EndsWithAny(phrase, Results)))
        {
            return 2;
        }

        foreach (var indicator in Indicators)
        {
            if (phrase.EndsWith(indicator, StringComparison.Ordinal) && phrase.Length - indicator.Length is >= 2 and <= 4)
            {
                var name = phrase[..^indicator.Length];
                return MetricWords.EndsWithAny(name, Qualifiers) || name.IndexOfAny("、和与“的") >= 0 ? 0 : name.Length;
            }
        }

        return 0;
    }

    private static bool NoName(ReadOnlySpan<char> name)
    {
        if (MetricWords.StartsWithAny(name, "年初", "年底", "年末", "年内", "近年"))
        {
            // 年初市下达任务: when.
            return true;
        }

        foreach (var c in name)
        {
            if (c is '、' or '的' or '以' or '对' or '（' or '(' or '和' or '与' or '《' or '“')
            {
                return true;
            }
        }

        return false;
    }

    private static bool Continues(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || !rest.StartsWith("村集体") && !rest.StartsWith("村级") && NotAfterPlace.Contains(rest[0], StringComparison.Ordinal) || rest[0] is '、' || MetricWords.EndsWithAny(rest[..Math.Min(rest.Length, 3)], ["、"]) || MetricWords.StartsWithAny(rest, Suffixes);
}
