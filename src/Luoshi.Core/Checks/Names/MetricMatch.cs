using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Names;

/// <summary>How surely two names mean the same measure. A head noun stands last in Chinese: 进口粮食中转量 is a 粮食中转量.</summary>
internal static class MetricMatch
{
    /// <summary>From here on two names are taken for the same measure.</summary>
    public const double Enough = 0.6;

    // Names that only have many characters in common: less than a figure without any name comes to.
    private const double Guess = 0.49;

    // 建设任务, 改造任务: a verb and what was asked.
    private const int Verb = 2;

    private static readonly string[] InTimeWords = ["按期", "按时", "及时", "如期", "限期", "期限内", "规定时限"];

    /// <summary>What may be said more behind a name without making it another measure.</summary>
    private static readonly string[] Neutral = ["建设", "工程", "项目", "数", "数量", "总量", "总额", "面积", "改造", "任务", "工作", "总数", "规模", "额", "投入", "总投资额", "情况", "个数", "整治", "提升", "施工", "意向", "人数", "次数", "户数", "更新改造", "改造提升", "提升改造", "更新", "除险加固", "加固", "治理", "清淤", "修缮", "维修", "编制", "新建", "扩建", "长度", "加装", "拥有量", "保有量", "示范户", "收获", "种植", "播种", "作业", "浓度", "均值", "平均浓度", "年均浓度", "试点", "回迁", "起数", "件数", "资金", "敷设", "铺设", "点位", "队伍", "入库数", "事项", "发案数", "发案", "立案数", "立案", "减排", "减排量", "重点工程", "综合治理", "综合整治", "案件", "适配", "举办", "收案", "贯通", "打通", "更换", "安装", "架设", "布设", "硬化", "疏浚", "消化", "处置", "清收", "清退", "栽植", "投运", "新改建"];

    /// <summary>The same, and too short to be taken from the end of a name: 服务点 is no 服务.</summary>
    private const string NeutralPoint = "点";

    /// <summary>Words that end the name of a share, or introduce one.</summary>
    public static readonly string[] ShareWords = ["占比", "比例", "比重", "比率"];

    private static readonly string[] LongestFirst = [.. Neutral.OrderByDescending(tail => tail.Length)];

    /// <summary>Names so short and common that they name nothing: 企业, 项目.</summary>
    private static readonly string[] Generic = ["企业", "项目", "建设项目", "工程项目", "人员", "人", "问题", "资金", "用地", "投资", "工作", "任务", "工程", "设备", "设施", "面积", "活动", "机构", "单位", "岗位", "家庭", "房屋", "道路", "材料", "申报材料"];

    /// <summary>Words for what was asked, where a name should stand: 高标准农田建设考核指标23.1万亩.</summary>
    private static readonly string[] Placeholders = ["考核指标", "指标任务", "任务指标", "工作任务", "任务分解", "工作", "考核任务", "目标任务", "任务数", "目标数", "计划数", "指标", "指标数", "考核目标", "首批", "一期", "二期", "三期", "第一批", "第二批", "第三批", "第一批次", "第二批次", "施工", "建设", "改造", "确定", "完成", "实施", "推进", "长度", "总长", "总长度", "总面积", "里程", "治理长度", "河长", "治理河长", "堤长", "月度", "季度", "年度", "年内", "全年", "当年", "当月", "本月"];

    public static bool IsGeneric(string name) => Generic.Contains(name);

    /// <summary>Whether the name says only that a figure was asked for.</summary>
    public static bool IsPlaceholder(string name) => Placeholders.Contains(name) || (name.Length == Verb + 2 && name.EndsWith("任务", StringComparison.Ordinal));

    /// <summary>The best score among the names that a shared figure is for: 工业投资、总产值年均增长.</summary>
    public static double Best(string target, string reading)
    {
        var best = Score(target, reading);
        if (best < 1 && (SameNames.Of(target), SameNames.Of(reading)) is var (asked, told) && (asked ?? told) is not null)
        {
            best = Math.Max(best, Score(asked ?? target, told ?? reading));
        }

        if (best < Enough && target.AsSpan().IndexOfAny('、', '和', '及') > 0)
        {
            foreach (var part in target.Split(['、', '和', '及'], StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length >= 3))
            {
                best = Math.Max(best, Score(part, reading));
            }
        }

        return best;
    }

    /// <summary>0 to 1 for two metric keys; 0.5 where one of them is not named.</summary>
    public static double Score(string target, string reading)
    {
        if (target.Length == 0 || reading.Length == 0)
        {
            return 0.5;
        }

        if (target == reading)
        {
            return 1;
        }

        if (Contrasts.Differ(target, reading))
        {
            return 0;
        }

        if (IsReordered(target, reading))
        {
            return 0.95;
        }

        if (IsSameShare(target, reading))
        {
            return 0.85;
        }

        if (Math.Min(target.Length, reading.Length) >= 3 && (target.EndsWith(reading, StringComparison.Ordinal) || reading.EndsWith(target, StringComparison.Ordinal)))
        {
            return 0.9;
        }

        if (IsRateInTime(target, reading))
        {
            return 0.8;
        }

        if (IsMoneyFor(target, reading) || IsMoneyFor(reading, target))
        {
            return 0.9;
        }

        if (IsSaidAtLength(target, reading))
        {
            return 0.91;
        }

        if (IsShortFor(target, reading))
        {
            return 0.8;
        }

        if (target.Length == 2 && reading.EndsWith(target, StringComparison.Ordinal))
        {
            // 惠企奖补资金, where no more than 资金 is asked for.
            return 0.62;
        }

        (target, reading) = (Head(target), Head(reading));
        if (target == reading)
        {
            return 0.95;
        }

        var (longer, shorter) = target.Length >= reading.Length ? (target, reading) : (reading, target);
        if (shorter.Length >= 2 && longer.EndsWith(shorter, StringComparison.Ordinal))
        {
            return shorter.Length >= 3 ? 0.9 : 0.62;
        }

        if (shorter.Length >= 2 && longer.StartsWith(shorter, StringComparison.Ordinal))
        {
            return IsNeutral(longer[shorter.Length..]) ? 0.85 : shorter.Length >= 4 && IsOmittedHead(longer[shorter.Length..]) ? 0.7 : shorter.Length >= 4 && longer[shorter.Length] is '及' or '和' or '与' ? 0.7 : 0.4;
        }

        var common = CommonSubsequence(target, reading);
        if (common == shorter.Length && shorter.Length >= 3 && longer[^1] == shorter[^1] && !(shorter[^1] == '率' && longer[^2] != shorter[^2]))
        {
            return 0.8;
        }

        // 淡水产品 is no 海水产品: where each name has characters of its own, they are of two things, however many they have in common.
        var share = 2.0 * common / (target.Length + reading.Length);
        return share >= 0.75 && shorter.Length >= 4 && common == shorter.Length ? 0.7 : Math.Min(share * 0.7, Guess);
    }

    /// <summary>不良率 for 不良贷款率: the one name has all the characters of the other in their order, and most of its own, which is a guess and no match.</summary>
    public static bool LooksAlike(string target, string reading)
    {
        const double Many = 0.7;
        return target.Length > 1 && reading.Length > 1 && !Contrasts.Differ(target, reading) && target[^1] == reading[^1] && CommonSubsequence(target, reading) is var common && common == Math.Min(target.Length, reading.Length) && 2.0 * common / (target.Length + reading.Length) >= Many;
    }

    /// <summary>智慧救援设备 for 智慧救援设施: names with most of their characters in common, which tells something only beside the very number of a promise.</summary>
    public static bool ShareMost(string target, string reading)
    {
        const double Most = 0.75;
        return Math.Min(target.Length, reading.Length) >= 4 && !Contrasts.Differ(target, reading) && 2.0 * CommonSubsequence(target, reading) / (target.Length + reading.Length) >= Most;
    }

    /// <summary>省级专精特新 for 省级专精特新企业, 批而未供 for 批而未供土地: the noun that only says of what sort the things are is left out.</summary>
    private static bool IsOmittedHead(string rest) => rest is "企业" or "土地" or "项目" or "人员" or "家庭" or "用地" or "机构" or "产品" or "基地";

    /// <summary>The length of the longest run of characters that both texts have.</summary>
    public static int LongestCommon(string name, string text)
    {
        for (var length = name.Length; length > 0; length--)
        {
            for (var at = 0; at + length <= name.Length; at++)
            {
                if (text.Contains(name.Substring(at, length), StringComparison.Ordinal))
                {
                    return length;
                }
            }
        }

        return 0;
    }

    /// <summary>Whether every character of the one stands in the other in its order: 重点项目 in 重点在建项目.</summary>
    public static bool IsWithin(string name, string longer) => CommonSubsequence(name, longer) == name.Length;

    /// <summary>政策范围内住院费用报销比例 for 住院费用政策范围内报销比例: the same characters to the last one, and so many that they cannot mean something else.</summary>
    public static bool IsReordered(string left, string right)
    {
        const int Telling = 6;
        var (longer, shorter) = left.Length >= right.Length ? (left, right) : (right, left);
        return IsTurnedRound(left.TrimEnd('量'), right.TrimEnd('量')) || shorter.Length >= Telling && shorter.AsSpan(^2..).SequenceEqual(longer.AsSpan(^2..)) && shorter.Length * 5 >= longer.Length * 4 && !shorter.Except(longer).Any() && (longer.Length > shorter.Length || longer.Order().SequenceEqual(shorter.Order()));
    }

    /// <summary>按期 of 按期办结率: with what words a name says that only what was due is counted; null where it does not.</summary>
    public static string? InTime(string name) => Array.Find(InTimeWords, name.StartsWith);

    /// <summary>按期办结率 for 复议案件办结率: what is done in time is done; the other way round it proves nothing.</summary>
    private static bool IsRateInTime(string target, string reading)
    {
        return reading.EndsWith('率') && InTime(reading) is { } words && reading.Length > words.Length + 1 && target.EndsWith(reading[words.Length..], StringComparison.Ordinal) && !target.Contains(words, StringComparison.Ordinal);
    }

    /// <summary>发明专利授权 for 授权发明专利: what stands before in the one stands behind in the other.</summary>
    private static bool IsTurnedRound(string left, string right)
    {
        const int Telling = 4;
        return left.Length == right.Length && left.Length >= Telling && left.Contains(right[0], StringComparison.Ordinal) && right.Contains(left[0], StringComparison.Ordinal) && (left + left).Contains(right, StringComparison.Ordinal);
    }

    /// <summary>“最多跑一次”事项占比 for 政务服务事项“最多跑一次”比例: a share is a share, and every word of the shorter name stands in the longer one, whatever their order.</summary>
    private static bool IsSameShare(string left, string right)
    {
        const int Telling = 6;
        const int Share = 2;
        if (!MetricWords.EndsWithAny(left, ShareWords) || !MetricWords.EndsWithAny(right, ShareWords))
        {
            return false;
        }

        var (longer, shorter) = (left[..^Share], right[..^Share]);
        (longer, shorter) = longer.Length >= shorter.Length ? (longer, shorter) : (shorter, longer);
        return longer == shorter || (shorter.Length >= Telling && !shorter.Except(longer).Any());
    }

    /// <summary>到位中央预算内资金 for 争取中央预算内投资: the same money, by what it is for and by what it is.</summary>
    private static bool IsMoneyFor(string invested, string paid) =>
        invested.Length == paid.Length && invested.Length > 4 && invested.EndsWith("投资", StringComparison.Ordinal) && paid.EndsWith("资金", StringComparison.Ordinal) && invested.AsSpan(0, invested.Length - 2).SequenceEqual(paid.AsSpan(0, paid.Length - 2));

    /// <summary>公路安防工程 for 公路生命安全防护工程: every character in its order, first and last the same, and no fewer than half.</summary>
    private static bool IsShortFor(string left, string right)
    {
        var (longer, shorter) = left.Length >= right.Length ? (left, right) : (right, left);
        return shorter.Length >= 4 && shorter.Length * 2 >= longer.Length && shorter[0] == longer[0] && shorter[^1] == longer[^1] && CommonSubsequence(longer, shorter) == shorter.Length;
    }

    /// <summary>重复信访事项化解率 for 重复信访化解率: all of the target in its order, with the same two characters at either end, is nearer to it than its own last word.</summary>
    private static bool IsSaidAtLength(string target, string reading)
    {
        const int Shortest = 6;
        const int Word = 2;
        return target.Length >= Shortest && reading.Length > target.Length && reading.Length <= target.Length + Word && reading.AsSpan(0, Word).SequenceEqual(target.AsSpan(0, Word)) && reading.AsSpan(^Word..).SequenceEqual(target.AsSpan(^Word..)) && CommonSubsequence(target, reading) == target.Length;
    }

    /// <summary>Whether the name is made of words that add nothing to another one: 收获面积.</summary>
    public static bool AddsNothing(string name) => IsNeutral(name);

    /// <summary>收获面积, 建设项目: one or two of the words that add nothing.</summary>
    private static bool IsNeutral(string rest) =>
        IsNeutralWord(rest) || Array.Exists(Neutral, first => rest.Length > first.Length && rest.StartsWith(first, StringComparison.Ordinal) && IsNeutralWord(rest[first.Length..]));

    private static bool IsNeutralWord(string word) => word is NeutralPoint || Neutral.Contains(word);

    /// <summary>The name without what may be said more behind it: 研发费用投入 is 研发费用.</summary>
    private static string Head(string name)
    {
        // 托位建设任务: where one word adds nothing, the one before it may not either.
        var head = Bare(name, 3);
        return head.Length == name.Length ? name : Bare(head, 2);

        static string Bare(string name, int shortest)
        {
            foreach (var tail in LongestFirst)
            {
                if (name.EndsWith(tail, StringComparison.Ordinal))
                {
                    // 火灾起数 is no 火灾起.
                    return name.Length - tail.Length >= shortest ? name[..^tail.Length] : name;
                }
            }

            return name;
        }
    }

    // Metrics are at most 40 characters long: the square is small.
    private static int CommonSubsequence(string left, string right)
    {
        Span<int> above = stackalloc int[right.Length + 1];
        Span<int> here = stackalloc int[right.Length + 1];
        above.Clear();
        for (var i = 0; i < left.Length; i++)
        {
            here[0] = 0;
            for (var j = 0; j < right.Length; j++)
            {
                here[j + 1] = left[i] == right[j] ? above[j] + 1 : Math.Max(above[j + 1], here[j]);
            }

            here.CopyTo(above);
        }

        return above[right.Length];
    }
}
