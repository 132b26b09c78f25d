using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Answers;

/// <summary>小学2所、初中1所 are 学校3所: kinds of things that together make up what a target counts.</summary>
internal static class Classes
{
    private static readonly (string Class, string[] Members)[] Known =
    [
        ("学校", ["九年一贯制学校", "完全中学", "小学", "初中", "高中", "中学", "幼儿园", "职校", "特殊教育学校"]),
        ("中小学校", ["九年一贯制学校", "完全中学", "小学", "初中", "高中", "中学"]),
        ("中小学", ["九年一贯制学校", "完全中学", "小学", "初中", "高中", "中学"]),
        ("医疗机构", ["社区卫生服务中心", "卫生院", "卫生室", "医院", "门诊部"]),
        ("医疗卫生机构", ["社区卫生服务中心", "卫生院", "卫生室", "医院"]),
        ("养老服务设施", ["养老服务中心", "养老服务站", "养老院", "敬老院", "老年食堂", "日间照料中心"]),
        ("文体设施", ["健身步道", "健身广场", "球场", "体育公园", "文化广场", "图书馆", "文化馆"]),
        ("创新平台", ["企业技术中心", "工程研究中心", "工程技术研究中心", "重点实验室", "技术创新中心", "新型研发机构", "企业研究院", "博士后工作站", "院士工作站"]),
        ("健康细胞", ["健康村", "健康社区", "健康学校", "健康企业", "健康机关", "健康家庭"]),
        ("新型农业经营主体", ["家庭农场", "农民专业合作社", "合作社", "农业龙头企业"]),
        ("三品一标农产品", ["绿色食品", "有机农产品", "有机食品", "无公害农产品", "地理标志农产品", "地理标志"]),
        ("三品一标认证产品", ["绿色食品", "有机农产品", "有机食品", "无公害农产品", "地理标志农产品", "地理标志"]),
        ("营造林", ["人工造林", "飞播造林", "封山育林", "退化林修复", "人工更新", "森林抚育"]),
        ("粮食", ["春粮", "夏粮", "秋粮", "早稻", "晚稻", "小麦", "玉米", "大豆"]),
    ];

    /// <summary>Whether the name is of one kind of what the class names: 夏粮面积 of 粮食播种面积.</summary>
    public static bool IsMember(string name, string whole) => Member(name, whole) is not null;

    /// <summary>国家级1项、省级2项 for 省级以上3项, 市级龙头企业2家、县级1家 for 县级以上农业龙头企业: each level from the lowest that is asked for, of the same things.</summary>
    public static List<int>? OfLevels(CheckedRow row, IReadOnlyList<StatedQuantity> readings, Quantity target)
    {
        const string AndAbove = "以上";
        if (!target.MetricKey.Contains(AndAbove, StringComparison.Ordinal))
        {
            return null;
        }

        var asked = Array.FindIndex(LowerLevels.Names, level => target.MetricKey.StartsWith(level + AndAbove, StringComparison.Ordinal));
        if (asked < 0)
        {
            return null;
        }

        var thing = target.MetricKey[(LowerLevels.Names[asked].Length + AndAbove.Length)..];
        var told = new Dictionary<string, int>();
        for (var i = 0; i < readings.Count; i++)
        {
            var reading = readings[i].Quantity;
            if (reading.Kind != target.Kind || reading.BaseUnit != target.BaseUnit)
            {
                continue;
            }

            var level = Array.Find(LowerLevels.Names[..(asked + 1)], reading.MetricKey.StartsWith);
            if (level is null ? !reading.MetricKey.EndsWith(thing, StringComparison.Ordinal) && reading.MetricKey.Length > 0 : reading.MetricKey.Length > level.Length && !thing.EndsWith(reading.MetricKey[level.Length..], StringComparison.Ordinal))
            {
                // 家庭农场27家, 县级示范社5家: other things, told beside those that are asked for.
                continue;
            }

            var isOfThese = level is not null && reading.WholeIndex is null && Numbers.CanBeAdded(reading.BaseValue) && (reading.MetricKey.Length == level.Length || thing.EndsWith(reading.MetricKey[level.Length..], StringComparison.Ordinal));
            if (!isOfThese || !told.TryAdd(level!, i) || !Stages.Answers(Stages.Asked(target), Stages.Of(row.Progress, reading).Stage))
            {
                return null;
            }
        }

        return told.Count > 1 ? [.. told.Values] : null;
    }

    /// <summary>Two or more different kinds in one sentence, each counted once and all of them as far as asked.</summary>
    public static List<int>? Parts(CheckedRow row, IReadOnlyList<StatedQuantity> readings, Quantity target)
    {
        var parts = new List<int>();
        var members = new HashSet<string>();
        for (var i = 0; i < readings.Count; i++)
        {
            var reading = readings[i].Quantity;
            if (reading.Kind != target.Kind || reading.BaseUnit != target.BaseUnit || !Numbers.CanBeAdded(reading.BaseValue) || Member(reading.MetricKey, target.MetricKey) is not { } member || IsOfLowerLevel(reading.MetricKey, target.MetricKey) || !Stages.Answers(Stages.Asked(target), Stages.Of(row.Progress, reading).Stage))
            {
                continue;
            }

            if (!members.Add(member) || row.Targets.Any(other => other.Quantity.MetricKey == reading.MetricKey)
                || (parts.Count > 0 && !Clauses.SentenceAround(row.Progress, readings[parts[0]].Quantity.Span).Contains(reading.ValueSpan)))
            {
                return null;
            }

            parts.Add(i);
        }

        return parts.Count > 1 ? parts : null;
    }

    /// <summary>市级企业技术中心, where 省级以上创新平台 are asked for.</summary>
    private static bool IsOfLowerLevel(string name, string whole) =>
        Array.FindIndex(LowerLevels.Names, whole.Contains) is >= 0 and var asked && Array.FindIndex(LowerLevels.Names, name.Contains) is >= 0 and var told && told > asked;

    private static string? Member(string name, string whole)
    {
        foreach (var (kind, members) in Known)
        {
            if (IsOf(whole, kind) && Array.Find(members, member => IsOf(name, member)) is { } found && !whole.Replace(kind, "", StringComparison.Ordinal).Contains(found, StringComparison.Ordinal))
            {
                return found;
            }
        }

        return null;
    }

    // 学校建设 counts schools, 学校食堂 does not.
    private static bool IsOf(string name, string kind)
    {
        var at = name.IndexOf(kind, StringComparison.Ordinal);
        return at >= 0 && name[(at + kind.Length)..] is var rest && (rest.Length == 0 || rest is "收购" or "产量" or "总产" or "总产量" or "播种面积" || MetricMatch.AddsNothing(rest));
    }
}
