namespace Luoshi.Core.Checks;

/// <summary>Other words of the same offices for the same measure: 改厕 is 户厕改造, 限上单位 are 限上企业.</summary>
internal static class SameNames
{
    private static readonly (string From, string To)[] Words =
    [
        ("及以上", "以上"), ("国内外", ""), ("主要农作物", "农作物"), ("停车车位", "停车泊位"), ("生命安全防护工程", "安防工程"), ("安全生命防护工程", "安防工程"), ("生命防护工程", "安防工程"), ("化债", "债务"), ("棚改", "棚户区改造"), ("KV", "千伏"), ("kV", "千伏"), ("农村用户厕所", "户厕"), ("农村厕所", "户厕"), ("卫生厕所", "户厕"), ("农村户厕", "户厕"), ("改厕", "户厕"), ("旱厕", "户厕"), ("中幼林抚育", "森林抚育"), ("研发投入", "研发费用"), ("初筛", "筛查"), ("纯电动公交", "新能源公交"), ("纯电动车", "新能源车"),
        ("限上商贸流通企业", "限上企业"), ("限上商贸企业", "限上企业"), ("限上商贸单位", "限上企业"), ("限上单位", "限上企业"), ("限上商贸", "限上企业"),
        ("农民人均", "农村居民人均"), ("农村常住居民", "农村居民"), ("居民收入", "居民人均可支配收入"), ("居民人均收入", "居民人均可支配收入"),
        ("住宅小区", "小区"), ("引才", "人才"), ("家庭经济困难学生", "困难学生"), ("高校毕业生", "大学生"), ("专项债券", "专项债"), ("保租房", "保障性租赁住房"), ("固投", "固定资产投资"), ("社零总额", "社会消费品零售总额"), ("社零额", "社会消费品零售总额"), ("社零", "社会消费品零售总额"), ("高企", "高新技术企业"), ("科小", "科技型中小企业"), ("公厕", "公共厕所"), ("加梯", "加装电梯"), ("规上工增", "规上工业增加值"), ("工业技改", "技术改造"), ("工业技术改造", "技术改造"), ("技改", "技术改造"), ("长租房", "保障性租赁住房"), ("公租房", "公共租赁住房"), ("营收", "营业收入"), ("规模以上", "规上"), ("法援", "法律援助"), ("充电设施", "充电桩"), ("参加医保", "参保"), ("参加基本医保", "参保"), ("学前教育普惠率", "普惠性幼儿园覆盖率"), ("监督抽查", "抽检"), ("抽查检验", "抽检"), ("辅具", "辅助器具"), ("床位数", "床位"), ("停车位", "停车泊位"),
        ("使用外资", "利用外资"), ("饮用水水源地", "饮用水水源"), ("安责险", "责任险"), ("劳动仲裁案件", "劳动人事争议案件"), ("单位GDP能耗", "万元GDP能耗"), ("单位地区生产总值能耗", "万元地区生产总值能耗"), ("技术合同登记成交额", "技术合同交易额"), ("技术合同成交额", "技术合同交易额"), ("技术合同登记额", "技术合同交易额"), ("网上办理率", "网办率"),
        ("地方公共财政预算", "一般公共预算"), ("公共财政预算", "一般公共预算"), ("地方一般公共预算", "一般公共预算"), ("全社会用电量", "用电量"), ("居民消费价格指数", "居民消费价格"), ("居民消费价格总水平", "居民消费价格"), ("设备", "设施"),
    ];

    private static readonly WordFinder Known = new(string.Join(' ', Words.Select(word => word.From)));

    /// <summary>The name in the words that are kept for it.</summary>
    public static string Kept(string name) => Of(name) ?? name;

    /// <summary>The name in the words that are kept for it; null where it has none of the others.</summary>
    public static string? Of(string name)
    {
        if (!Known.In(name))
        {
            return null;
        }

        var kept = new System.Text.StringBuilder(name.Length);
        for (var at = 0; at < name.Length;)
        {
            var (from, to) = Array.Find(Words, word => string.CompareOrdinal(name, at, word.From, 0, word.From.Length) == 0);
            if (from is null)
            {
                kept.Append(name[at++]);
            }
            else
            {
                kept.Append(to);
                at += from.Length;
            }
        }

        return kept.ToString();
    }
}
