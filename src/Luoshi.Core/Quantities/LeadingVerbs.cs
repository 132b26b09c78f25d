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
        + "备案 答复 回复 回应 核实 核减 审减 查出 查实 查明 纠正 纠治 清缴 清运 清除 转运 收运 收治 接诊 筛查 接种 策划 包装 复制 攻克 研制 揭榜 登记 恢复 改善 挽救 下拨 拨出 落地见效 落成 "
        + "盘活利用 改扩建 改(扩)建 新改建 新改扩建 续建 布建 构筑 构建 营造 创评 申创 摸排 排摸 消减 消化 处罚 查获 收缴 罚没 核定 批复 批准 供给 建档 选定 确定 锁定 敲定 出具 开具 建成投用 建成运营 招才引智 吸引 引育 "
        + "放映 纳入 培训 运用 调解 配送 配发 赠送 捐赠 募捐 采集 录入 宣讲 播放 回访 分发 张贴 悬挂 派发 整理 清查 检修 排除 填补 更换 出动 派出 派驻 下派 选送 遴选 推选 补发 补缴 代缴 减征 免征 缓缴 没收 认领 结对 联建 结成 "
        + "沉放 发展 创办 调出 调进 调入 升级 升级改造 打捞 领衔 发生 掘进 盯引 避免 劝阻 劝返 移诉 判处 诫勉 处分 提拔 轮训 授信 承销 代偿 划拨 捐建 援建 领办 换装 扩容 粉刷 铺装 铺筑 摊铺 浇筑 吊装 开挖 回填 填筑 拆旧 清障 清漂 畅通 连通 联通 加宽 "
        + "修补 修剪 补种 补栽 套种 扩种 轮作 复种 深松 插秧 烘干 外销 外运 发运 寄递 派送 护送 接送 运送 转运 救治 诊治 探访 巡护 下沉 家访 看望 矫正 授课 辅导 整合 压茬 开放 开行 开出 开立 开办 拓展 挖掘 发掘 创新 制作 拍卖 挂牌出让 "
        + "协议出让 回收 回购 收购 收储 征购 轮换 调运 调拨 调处 调取 调阅 核销 核发 核拨 核减 审核 审定 审计 复核 复查 勘查 测绘 监测 评估 鉴定 认养 领养 收容 收养 推动解决 帮助解决 协调落实 争取到位 到位 引进到位 交付使用 "
        + "新开业 新投产 新投用 新投运 新招引 新培育 新认定 新入库 新签订 新增设 新设立 新登记 新注册 新引进 新谋划 新打造 新创建 新创成 新打通 新建成 新改建 新组建 新购置 新配 增配 增发 增派 续聘 派遣 劝导 化解 销号 "
        + "组织开展 深入开展 牵头 参与 领取 申领 发放贷款 投入 安排 争取 储备 谋划实施";

    /// <summary>Verbs that never describe the noun behind them: 洽谈<b>项目</b>, 责令整改<b>企业</b>.</summary>
    private const string Transitive = "减轻 存在 新签 责令整改 责令停产整顿 止付 追回 返还 约谈 曝光 包联 包抓 吊销 注销 清退 清偿 兑现 拨付 核拨 下拨 领衔 发生 打捞 查获 收缴 移送 移交 新招引 新引进 新落地 新谋划 新入库 新投产 新设立 新登记 新注册 新培育 统筹 盘活";

    private static readonly WordIndex<bool> Index = new((Words + ' ' + Transitive).Split(' ').Distinct().Select(word => (word, true)));

    private static readonly WordIndex<bool> NeverAttributive = new(Transitive.Split(' ').Select(word => (word, true)));

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
        if (phrase.Length > 4 && phrase[..2] is "直接" or "集中" or "成功" or "联合" or "统筹" or "逐一" or "及时" or "依法" or "主动" or "积极" or "多方" or "精准")
        {
            return Next(phrase[2..]) is > 0 and var done ? done + 2 : 0;
        }

        var whole = Index.Match(phrase, out _);
        var start = whole == 0 && phrase.Length > 0 && phrase[0] is '新' or '已' or '再' or '共' ? 1 : 0;
        var length = whole > 0 ? whole : Index.Match(phrase[start..], out _);
        if (Lexicon.Index.Match(phrase, out var noun) > length + start && noun == WordClass.Noun)
        {
            return 0;
        }

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
        var describes = (NounPhrase.StartsNominal(rest) && NeverAttributive.Match(phrase, out _) == 0) || StartsCompound(rest) || NounPhrase.IsMeasured(rest);
        return rest.Length < 2 || describes ? 0 : length;
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
