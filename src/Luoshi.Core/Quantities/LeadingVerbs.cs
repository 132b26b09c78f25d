namespace Luoshi.Core.Quantities;

/// <summary>
/// Verbs that only lead what is counted: 打通<b>断头路</b>6条, 协调解决<b>问题</b>623件. Only the head of a phrase is looked at, and only before counted or
/// measured things, so that nouns with a verb inside (调解成功率, 处理能力) stay whole.
/// </summary>
internal static class LeadingVerbs
{
    private const string Words =
        "铺排 推广 交流轮岗 止付 更新改造 立案处罚 审结 结案 打通 治理 加固 招聘 招录 招收 招募 追回 追缴 开行 承办 承接 获得 获 荣获 斩获 赢得 夺得 摘得 开发 包联 协调 协调解决 创成 建好 管护 修编 兑现 兑付 扶持 奖励 表彰 培养 选树 选聘 选拔 聘请 "
        + "聘任 引导 引入 引聚 对接 洽谈 促成 签订 签署 核查 抽查 巡查 抽检 督查 督办 督导 约谈 问责 通报 曝光 侦破 打掉 打击 捣毁 缴获 查扣 查封 扣押 冻结 返还 退还 清偿 清欠 清收 偿还 归还 栽植 栽种 补植 播种 "
        + "播撒 放流 增殖放流 复垦 复绿 流转 征收 征用 征迁 搬迁 腾空 收回 拆迁 拆改 翻建 翻新 重建 迁建 迁改 维修 维护 硬化 亮化 拓宽 延伸 贯通 架设 埋设 转移 疏散 撤离 解救 抢修 抢通 销毁 下架 注销 吊销 取消 整合 "
        + "合并 撤销 撤并 划定 划转 划拨 移交 移送 交办 转办 审结 审理 执结 起诉 批捕 逮捕 抓捕 刑拘 代办 帮办 上线 上架 汇聚 汇集 推送 推介 推广 编印 印发 印制 出台 制订 修订 废止 编写 出版 刊发 播出 拍摄 创作 展出 "
        + "征集 评选 评定 评出 命名 授予 颁发 核发 发出 兴建 兴办 建造 建起 建有 设有 现有 配置 配齐 购置 购买 订购 收割 抢收 抢种 组建 成立 吸收 转入 转化 输送 输转 介绍 指导 督促 动员 发动 启用 激活 唤醒 审批 核准 "
        + "备案 答复 回复 回应 核实 核减 审减 查出 查实 查明 纠正 纠治 清缴 清运 清除 转运 收运 收治 接诊 筛查 接种 策划 包装 复制 攻克 研制 揭榜 登记 恢复 改善 直接 集中 成功 联合 统筹 逐一 挽救 下拨 拨出 落地见效 落成 "
        + "盘活利用 改扩建 改(扩)建 新改建 新改扩建 续建 布建 构筑 构建 营造 创评 申创 摸排 排摸 消减 消化 处罚 查获 收缴 罚没 核定 批复 批准 供给 建档 选定 确定 锁定 敲定 出具 开具 建成投用 建成运营 招才引智 吸引 引育 "
        + "放映 纳入 培训 运用 调解 配送 配发 赠送 捐赠 募捐 采集 录入 宣讲 播放 回访 分发 张贴 悬挂 派发 整理 清查 检修 排除 填补 更换 出动 派出 派驻 下派 选送 遴选 推选 补发 补缴 代缴 减征 免征 缓缴 没收 认领 结对 联建 结成 "
        + "组织开展 深入开展 牵头 参与 领取 申领 发放贷款 投入 安排 争取 储备 谋划实施";

    private static readonly WordIndex<bool> Index = new(Words.Split(' ').Distinct().Select(word => (word, true)));

    /// <summary>What follows a verb when both are one noun: 招聘会, 治理能力, 开发区.</summary>
    private static readonly string[] Compounds =
        ["率", "数", "额", "量", "会", "区", "者", "商", "人", "能力", "收入", "时间", "时限", "周期", "总", "费", "成本", "水平", "满意", "成功", "机构", "平台", "对象", "范围", "服务", "体系", "产业", "业", "户", "点", "站", "村", "园"];

    /// <summary>The length of the verbs <paramref name="phrase"/> begins with; 0 where they are part of its noun.</summary>
    public static int Length(ReadOnlySpan<char> phrase)
    {
        var length = 0;
        if (MetricWords.EndsWithAny(phrase, "收入", "产值", "税收", "利润", "支出"))
        {
            return 0;
        }

        while (Next(phrase[length..]) is > 0 and var verb)
        {
            length += verb;
        }

        return length;
    }

    /// <summary>Where a verb with a noun of its own stands in <paramref name="phrase"/>, behind a noun of two characters or more: 农民工<b>追回</b>工资. -1 for nowhere.</summary>
    public static int Inside(ReadOnlySpan<char> phrase)
    {
        for (var at = 2; at + 3 < phrase.Length; at++)
        {
            if (Index.Match(phrase[at..], out _) > 1 && Next(phrase[at..]) > 0)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Where the noun stands behind whoever did it and the verb: 领导干部包联<b>企业</b>. 0 where nobody is named.</summary>
    public static int BehindDoer(ReadOnlySpan<char> phrase)
    {
        for (var at = 2; at + 3 < phrase.Length; at++)
        {
            if (Index.Match(phrase[at..], out _) is > 1 and var length && at + length + 1 < phrase.Length && !StartsCompound(phrase[(at + length)..])
                && MetricWords.EndsWithAny(phrase[..at], MetricWords.Doers))
            {
                return at + length;
            }
        }

        return 0;
    }

    /// <summary>Whether the phrase is nothing but such a verb: 受理案件5126件，<b>审结</b>4687件.</summary>
    public static bool Is(ReadOnlySpan<char> phrase) => phrase.Length > 1 && Index.Match(phrase, out _) == phrase.Length;

    private static int Next(ReadOnlySpan<char> phrase)
    {
        var start = phrase.Length > 0 && phrase[0] is '新' or '已' or '再' or '共' ? 1 : 0;
        var length = Index.Match(phrase[start..], out _);
        if (length == 0 && Lexicon.Index.Match(phrase[start..], out var wordClass) is > 1 and var known && (wordClass & (WordClass.Stage | WordClass.Verb)) != 0)
        {
            length = known;
        }

        if (length == 0)
        {
            return 0;
        }

        length += start;
        length += length < phrase.Length && phrase[length] is '了' or '过' ? 1 : 0;
        var rest = phrase[length..];
        return rest.Length < 2 || NounPhrase.StartsNominal(rest) || StartsCompound(rest) ? 0 : length;
    }

    private static bool StartsCompound(ReadOnlySpan<char> rest)
    {
        foreach (var compound in Compounds)
        {
            if (rest.StartsWith(compound, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
