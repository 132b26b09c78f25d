namespace Luoshi.Core.Checks.Names;

/// <summary>Words that decide: a name with the one and a name with the other are never of the same measure.</summary>
internal static class Contrasts
{
    /// <summary>Words of which two different ones never mean the same: 调查失业率 is not 登记失业率.</summary>
    private static readonly string[][] Groups =
    [
        ["调查", "登记"], ["户籍", "常住"], ["起数", "人数"], ["城镇", "农村", "乡村"], ["城镇", "农民"], ["增加值", "总产值", "产值", "利润", "利税", "营业收入", "投资", "用电量", "用地", "产量", "销售额", "零售额"],
        LowerLevels.Names, ["小学", "初中", "高中", "幼儿园"], ["收入", "支出"], ["非税收入", "税收收入", "预算收入"],
        ["工业", "农业", "服务业", "建筑业", "制造业"], ["供水", "污水", "雨水", "燃气", "供热"], ["存款", "贷款"], ["签约", "开工", "投产"], ["PM2.5", "PM10", "臭氧"],
        ["新能源", "传统"], ["养老", "托育"], ["职工", "居民"], ["公共", "私人"], ["男", "女"], ["粮食", "春粮", "夏粮", "秋粮", "早稻", "晚稻", "小麦", "玉米", "大豆", "春播", "夏播", "秋播", "夏收", "秋收"], ["公租房", "保障性住房", "保障性租赁住房", "安置房", "商品房", "公共租赁住房"], ["耕地", "林地", "建设用地"], ["地表水", "饮用水", "地下水"],
        ["高新技术企业", "科技型中小企业", "专精特新", "小巨人", "规上"], ["省道", "国道", "县道", "村道"], ["新建", "改建"], ["内资", "外资"], ["用水", "用电"], ["存栏", "出栏"],
    ];

    /// <summary>The whole and its two parts, of which the whole has both words in its own.</summary>
    private static readonly string[] Trade = ["出口", "进口", "进出口"];

    /// <summary>Words that make an investment a narrower one: 工业投资 is more than 工业技改投资.</summary>
    private static readonly string[] NarrowerInvestments = ["技改", "技术改造", "民间", "制造业", "高技术", "高新技术", "房地产", "基础设施", "基建", "工业", "服务业", "农业", "一产", "二产", "三产", "交通", "水利", "外商", "产业", "省外", "市外", "境外"];

    /// <summary>Whether the names differ in a word that decides.</summary>
    public static bool Differ(string left, string right)
    {
        (left, right) = (SameNames.Kept(left), SameNames.Kept(right));

        if (Sizes.Differ(left, right))
        {
            return true;
        }

        if (LongestIn(left, Trade) is { } sold && LongestIn(right, Trade) is { } bought && sold != bought)
        {
            return true;
        }

        // 限上社会消费品零售额 is not what all shops sell.
        if (left.StartsWith("限上", StringComparison.Ordinal) != right.StartsWith("限上", StringComparison.Ordinal) && left.Contains("零售", StringComparison.Ordinal))
        {
            return true;
        }

        if (left.EndsWith("投资", StringComparison.Ordinal) && right.EndsWith("投资", StringComparison.Ordinal) && left.Length > 2 && right.Length > 2 && Narrowed(left) != Narrowed(right))
        {
            return true;
        }

        foreach (var group in Groups)
        {
            var inLeft = LongestIn(left, group);
            var inRight = LongestIn(right, group);
            if (inLeft is not null && inRight is not null && inLeft != inRight && !left.Contains(inRight, StringComparison.Ordinal) && !right.Contains(inLeft, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // 工业投资 and 工业固定资产投资 are narrowed alike.
    private static int Narrowed(string investment)
    {
        var found = 0;
        for (var at = 0; at < NarrowerInvestments.Length; at++)
        {
            found |= investment.Contains(NarrowerInvestments[at], StringComparison.Ordinal) ? 1 << at : 0;
        }

        return found;
    }

    private static string? LongestIn(string text, string[] words)
    {
        string? longest = null;
        foreach (var word in words)
        {
            if (word.Length > (longest?.Length ?? 0) && text.Contains(word, StringComparison.Ordinal))
            {
                longest = word;
            }
        }

        return longest;
    }
}
