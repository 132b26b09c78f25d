using Luoshi.Core.Reading;

namespace Luoshi.Core.Checks.Names;

/// <summary>What two texts are about, by pairs of neighbouring Han characters.</summary>
internal static class Topics
{
    /// <summary>Pairs that every such text has and that tell no topic.</summary>
    private static readonly HashSet<uint> Commonplace = [.. (
        "工作 推进 完成 建设 项目 实施 开展 加快 进行 持续 积极 全面 深入 加强 进一 一步 重点 提升 发展 落实 组织 制定 召开 会议 目前 正在 已经 有序 相关 全区 全市 我区 单位 部门 领导 情况 计划 方案 "
        + "机制 体系 服务 管理 行动 任务 目标 年度 以上 力争 确保 推动 强化 深化 完善 健全 做好 抓好 截至 累计 启动 按照 根据 结合 继续 各项 一批 其中 工程 措施 改革 创新 高质 质量 基础 开始 本月 下步 下一").Split(' ').Select(pair => Pair(pair[0], pair[1]))];

    private static readonly HashSet<uint> Nouns = [.. "企业 项目 人员 机构 问题 资金 活动 设施 设备 面积 人次 场所 平台 中心 基地 示范 培育 新增 省级 市级 区级 县级 国家 家级 规模 以上".Split(' ').Select(pair => Pair(pair[0], pair[1]))];

    /// <summary>Whether the texts have a telling pair of characters in common.</summary>
    public static bool Share(string left, string right) => Pairs(left).Overlaps(Pairs(right));

    /// <summary>How many telling pairs of characters the names have in common; common nouns such as 企业 tell nothing.</summary>
    public static int Common(string left, string right)
    {
        var pairs = Pairs(left);
        pairs.IntersectWith(Pairs(right));
        pairs.ExceptWith(Nouns);
        return pairs.Count;
    }

    /// <summary>The same, where pairs that one of the other names has do not count.</summary>
    public static int Common(string left, string right, IEnumerable<string> others)
    {
        var pairs = Pairs(left);
        pairs.IntersectWith(Pairs(right));
        pairs.ExceptWith(Nouns);
        foreach (var other in others)
        {
            pairs.ExceptWith(Pairs(other));
        }

        return pairs.Count;
    }

    /// <summary>The same, where the pairs of a third text do not count.</summary>
    public static bool ShareBeyond(string left, string right, string known)
    {
        var telling = Pairs(left);
        telling.ExceptWith(Pairs(known));
        return telling.Overlaps(Pairs(right));
    }

    private static uint Pair(char first, char second) => ((uint)first << 16) | second;

    private static HashSet<uint> Pairs(string text)
    {
        var pairs = new HashSet<uint>();
        for (var i = 1; i < text.Length; i++)
        {
            if (PlainText.IsHan(text[i - 1]) && PlainText.IsHan(text[i]))
            {
                var pair = Pair(text[i - 1], text[i]);
                if (!Commonplace.Contains(pair))
                {
                    pairs.Add(pair);
                }
            }
        }

        return pairs;
    }
}
