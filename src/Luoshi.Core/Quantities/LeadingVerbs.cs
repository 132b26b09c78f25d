using System.Buffers;

namespace Luoshi.Core.Quantities;

/// <summary>
/// Verbs that only lead what is counted: 打通<b>断头路</b>6条, 协调解决<b>问题</b>623件. Only the head of a phrase is looked at, and only before counted or
/// measured things, so that nouns with a verb inside (调解成功率, 处理能力) stay whole.
/// </summary>
internal static class LeadingVerbs
{
    private const string Words =
        "部署 安全转移 核对 释放 动迁 查禁 摸查 解除 扫除 剔除 根除 破除 解读 颁布 惩治 保留 留用 列出 改版 绘就 锻造 依托 借助 规范教育 批评教育 铺开 征缴 采样 维修养护 试种 试种推广 示范打造 兜底保障 救助守护 守护 监督抽检 监督抽查 带动销售 下发 遭受 转办 支出 设计研发 登记投保 作出 做出 处以 进行 堆筑 筑砌 引领 代理 检测 检验 补贴 补助 抽测 处治 注吊销 代招 代购 代销 核处 帮教 结对帮教 查纠 根治 提质改造 提质 去化 新辟 随访 挽回 报批 签发 适配 暂停 康复救助 新栽 新种 新植 新开 新开通 新开办 新开设 新开辟 新开行 新收 审执结 接访下访 铺排 推广 交流轮岗 止付 更新改造 立案处罚 审结 结案 打通 治理 加固 招聘 招录 招收 招募 追回 追缴 开行 承办 承接 获得 获 荣获 斩获 赢得 夺得 摘得 开发 包联 协调 协调解决 创成 建好 管护 修编 兑现 兑付 扶持 奖励 表彰 培养 选树 选聘 选拔 聘请 聘任 引导 引入 "
        + "引聚 对接 洽谈 促成 签订 签署 核查 抽查 巡查 抽检 督查 督办 督导 约谈 问责 通报 曝光 侦破 打掉 打击 捣毁 缴获 查扣 查封 扣押 冻结 返还 退还 清偿 清欠 清收 偿还 归还 栽植 栽种 补植 播种 播撒 放流 增殖放流 复垦 复绿 流转 征收 征用 征迁 搬迁 腾空 收回 "
        + "拆迁 拆改 翻建 翻新 重建 迁建 迁改 维修 维护 硬化 亮化 拓宽 延伸 贯通 架设 埋设 转移 疏散 撤离 解救 抢修 抢通 销毁 下架 注销 吊销 取消 整合 合并 撤销 撤并 划定 划转 划拨 移交 移送 交办 转办 审理 执结 起诉 批捕 逮捕 抓捕 刑拘 代办 帮办 上线 上架 汇聚 "
        + "汇集 推送 推介 编印 印发 印制 出台 制订 修订 废止 编写 出版 刊发 播出 拍摄 创作 展出 征集 评选 评定 评出 命名 授予 颁发 核发 发出 兴建 兴办 建造 建起 建有 设有 现有 配置 配齐 购置 购买 订购 收割 抢收 抢种 组建 成立 吸收 转入 转化 输送 输转 介绍 指导 "
        + "督促 动员 发动 启用 激活 唤醒 审批 核准 备案 答复 回复 回应 核实 核减 审减 查出 查实 查明 纠正 纠治 清缴 清运 清除 转运 收运 收治 接诊 筛查 接种 策划 包装 复制 攻克 研制 揭榜 登记 恢复 改善 挽救 下拨 拨出 落地见效 落成 盘活利用 改扩建 改(扩)建 新改建 "
        + "新改扩建 续建 布建 构筑 构建 营造 创评 申创 摸排 排摸 消减 消化 处罚 查获 收缴 罚没 核定 批复 批准 供给 建档 选定 确定 锁定 敲定 出具 开具 建成投用 建成运营 招才引智 吸引 引育 放映 纳入 培训 运用 调解 配送 配发 赠送 捐赠 募捐 采集 录入 宣讲 播放 回访 "
        + "分发 张贴 悬挂 派发 整理 清查 检修 排除 填补 更换 出动 派出 派驻 下派 选送 遴选 推选 补发 补缴 代缴 减征 免征 缓缴 没收 认领 结对 联建 结成 沉放 发展 创办 调出 调进 调入 升级 升级改造 打捞 领衔 发生 掘进 盯引 避免 劝阻 劝返 移诉 判处 诫勉 处分 提拔 "
        + "轮训 授信 承销 代偿 捐建 援建 领办 换装 扩容 粉刷 铺装 铺筑 摊铺 浇筑 吊装 开挖 回填 填筑 拆旧 清障 清漂 畅通 连通 联通 加宽 修补 修剪 补种 补栽 套种 扩种 轮作 复种 深松 插秧 烘干 外销 外运 发运 寄递 派送 护送 接送 运送 救治 诊治 探访 巡护 下沉 家访 "
        + "看望 矫正 授课 辅导 压茬 开放 开出 开立 开办 拓展 挖掘 发掘 创新 制作 拍卖 挂牌出让 协议出让 回收 回购 收购 收储 征购 轮换 调运 调拨 调处 调取 调阅 核销 核拨 审核 审定 审计 复核 复查 勘查 测绘 监测 评估 鉴定 认养 领养 收容 收养 推动解决 帮助解决 协调落实 "
        + "争取到位 到位 引进到位 交付使用 新开业 新投产 新投用 新投运 新招引 新培育 新认定 新入库 新签订 新设立 新登记 新注册 新引进 新谋划 新打造 新创建 新创成 新打通 新建成 新组建 新购置 新配 增配 增发 增派 续聘 派遣 劝导 化解 销号 组织开展 深入开展 牵头 参与 "
        + "领取 申领 投入 安排 争取 储备 谋划实施 减轻 存在 新签 责令整改 责令停产整顿 包抓 清退 拨付 新落地 统筹 盘活 追讨 整顿 给予 下放 发送 接收 安置 巩固 巩固提升 晋升 识别 复耕 拦截 承担 细化 明确 推行 采取 归档 归并 招揽 汇编 汇总 形成 编纂 起草 拟定 "
        + "研发 集聚 聚集 做强 做大 壮大 延长 补齐 补强 强化 健全 规范 清洗 清掏 消杀 消纳 扑灭 扑救 侦办 侦结 提起 提请 提出 提交 提取 报送 上报 公布 公示 公开 披露 刊登 刊播 播发 展播 展示 销售 出售 售出 卖出 购进 承租 出租 租用 承保 理赔 赔付 赔偿 补偿 奖补 "
        + "缓解 缓交 免除 免收 节省 疏解 疏导 抽排 截流 拦蓄 修筑 加高 加密 加挂 加强 加大 提档 扩面 增补 净化 美化 洁化 点亮 育成 宰杀 捕获 放养 采收 收取 收录 收获 留存 聘用 录用 录取 选调 调配 调剂 举荐 评为 入围 晋级 转换 置换 兑换 划归 划入 追加 "
        + "追责 追究 询问 看护 托管 托养 查补 查验 查摆 查找 整修 拆违 拆解 清拆 打破 打响 主持 主办 协办 参办 出访 拜访 考察 接洽 磋商 签下 摘牌 揭牌 列入 编入 归入 载入 融入 并入 迁入 搬入 搬离 迁出 腾挪 让出 预留 备足 储存 装配 装修 搭设 布控 布放 布点 换填 "
        + "补划 划设 施划 绘制 撰写 录制 摄制 排演 上演 放贷 放款 续贷 转贷 偿付 结清 审议 审查 审验 会审 评查 评议 听取 反馈 开拓 争创 创设 添置 增设 增开 加开 加派 增援 驰援 支援 捐助 结缘 招商引进 招大引强 裁减 撤换 关闭 关停 退回 退付 退赔 淘汰 封存 封堵 堵疏 "
        + "治好 治愈 赡养 投喂 消灭 捕杀 灭杀 诱捕 喷洒 施用 施放 撒播 改种 改良 改植 嫁接 移栽 抚育 封育 禁种 铲除 取样 抽样 化验 筛选 甄选 优选 精选 选出 评聘 定向培养 培树 树立 推树 挂钩 挂靠 挂职 联动 对账 对冲 抵扣 抵押 质押 放大 统筹整合 统筹推进 高标准建设 "
        + "高质量完成 集中开工 集中攻坚 常态化开展 分类处置 分批次 全面排查 全面完成 拉网式排查 滚动排查 全力推进 有力推进 抢抓 抓好 抓实 办好 办妥 做好 做实 用好 管好 建强 配优 配强 选优 引来 留住 挖潜 挖出 抓出 揪出 端掉 摧毁 缉捕 抓回 劝回 遣返 送返 送达 送出 送去 "
        + "送教 送医 送药 捐出 拿出 拿下 落下 夺取 摘取 捧回 敷设 架起 竖起 砌筑 砌成 打下 打入 沉桩 支护 衬砌 喷锚 打设 开工新建 复工续建 改线 改道 拆建 拓建 连片建设 连片治理 综合整治 系统治理 生态修复 复植 退耕 退田 退养 转产 禁捕 收船 拆船 利用 惩戒 惩处 惩办 拘留 起获 扑杀 邀请 挑选 捐献 抢占 招待 抽取 缔结 嘉奖 监管 追查 追踪 填发 挽损 邀请到 劝退 互派 拥有 新列 新列入 立改废 废改立 制修订 外派 互换 对口支援 倒塌 损坏 损毁 冲毁 受损 淹没 深入 进驻 走进 组成 挂包 挂联 挂钩帮扶 产生 新配置 上屏 打贮 配发 捡拾 清掏 责令停产停业 责令停业 责令停产 责令停止使用 责令停止 责令关闭 责令限期整改 责令限期改正 责令退还 停止使用 造成 来自 界定 涌现 催生 诞生 选配 配建 铺就 架通 送检 缴纳 申办 征订 订阅 输出 转移输出 告别 用上 吃上 喝上 住上 通上 提标 报建 稳住 导入 植入 引流 布置 缴清 承揽 承建 补录 纾解 归垄 制成 兜住 选取 揽回 揽储 追加 覆土 换发 换领 核准发放 兜售 解冻 拆回 争得 夺回 用足 签收 新购 营救 搜救 抢救 清扫 冲洗 擦拭 擦拭消毒 消毒 拉运 清挖 决定 派单 代收 代退 补充 任用 辞退 分流 转岗 表扬 救济 探望 感化 矫治 收押 遣散 提醒 投递 催收 催缴 转让 裁撤 扣留 拖移 清拖 喷施 灭活 巡检 巡视 暗访 裁决 焚毁 掩埋 钻探 陈列 联办 招徕 给付 垫付 召回 牵线 撮合 链接 匹配 放生 扩繁 选育 盘查 监督 摸底 立档 拆分 修葺 发射";

    /// <summary>Of these, those that may describe the noun behind them: 洽谈<b>项目</b>, 培训<b>基地</b>. The others only act on it: 吊销<b>企业</b>.</summary>
    private const string Describing =
        "监督 责令整改 代理 检测 检验 补贴 补助 推广 治理 加固 开发 承办 管护 扶持 奖励 培养 引导 洽谈 核查 抽查 督查 督办 打击 流转 征收 征用 征迁 搬迁 拆迁 拆改 重建 迁建 迁改 维修 维护 亮化 转移 抢修 代办 招聘 招募 修订 创作 征集 评选 购置 订购 介绍 指导 审批 备案 登记 改善 盘活利用 改扩建 "
        + "新改建 新改扩建 续建 营造 处罚 供给 培训 运用 调解 配送 捐赠 检修 发展 创新 升级 升级改造 授信 承销 援建 捐建 扩容 拍卖 监测 评估 鉴定 审计 测绘 救治 轮训 储备 投入 参与 复垦 复绿 引育 牵头 安排 拓宽 研发 加工 销售 出租 补偿 托管 托养 安置 复耕 综合整治 "
        + "系统治理 生态修复 整改 督导 巡查 排摸 摸排 创办 兴办 延伸 贯通 集聚 示范 支援 挂职 选调 公开 审查 履约 规范 整顿 交办 反馈";

    /// <summary>Words of the lexicon that never describe the noun behind them: 拨付<b>资金</b>.</summary>
    private const string Acting = "收集 盘活 拨付 存在 清退 新引进 引进 招引 解决 化解 下达 支付 发放 查处 归集 减免 争取 谋划 取缔 淘汰 吸纳 清理 腾出 募集 筹集 发现 抓获";

    private static readonly WordIndex<bool> Index = new(Words.Split(' ').Select(word => (word, true)));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Attributive = Describing.Split(' ').ToHashSet().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Transitive = Acting.Split(' ').ToHashSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Houses that do things: what stands behind one and has the shape of a verb is one.</summary>
    private static readonly string[] Offices = ["馆", "局", "法院", "检察院", "医院", "大队", "支队", "总队", "中队", "中心", "公司", "海关", "机关", "部队", "总站", "执法队"];

    private static readonly string[] Means = ["方式", "渠道", "途径", "形式", "手段", "办法", "中"];

    private static readonly SearchValues<char> MeansEnds = SearchValues.Create([.. Means.Select(means => means[^1])]);

    private static readonly SearchValues<char> DoersEnds = SearchValues.Create([.. Offices.Concat(MetricWords.Doers).Select(doer => doer[^1])]);

    /// <summary>出口, 出租: what makes another word of 出 behind a verb; 评选<b>出</b>能手12名 has none.</summary>
    private const string WithOut = "口租让栏生版入院血行资境水台厂海城差警诊品借售具发现动席勤访示";

    /// <summary>The length of the verbs <paramref name="phrase"/> begins with; 0 where they are part of its noun.</summary>
    public static int Length(ReadOnlySpan<char> phrase, bool behindVerb = false)
    {
        var length = 0;
        if (MetricWords.EndsWithAny(phrase, "收入", "产值", "税收", "利润", "支出"))
        {
            return 0;
        }

        while (!(behindVerb && length == 0 && IsDescribed(phrase)) && !(length > 0 && IsMade(phrase[length..])) && Next(phrase[length..]) is > 0 and var verb)
        {
            length += verb;
        }

        return length;
    }

    /// <summary>新建<b>烘干中心</b>, 设置<b>接待登记点</b>: behind another verb one before such a noun describes it.</summary>
    private static bool IsDescribed(ReadOnlySpan<char> phrase) => VerbLength(phrase) is > 0 and var verb && (NounTails.IsPlaceOfWork(phrase[verb..])
        || NamesPlace(phrase[verb..]));

    /// <summary>签订<b>联动机制</b>: what no office does anything to is named by the verb before it.</summary>
    private static bool IsMade(ReadOnlySpan<char> phrase) => VerbLength(phrase) is > 1 and var verb && phrase[verb..] is "机制" or "制度" or "协议" or "方案" or "措施" or "平台" or "办法" or "合同" or "清单" or "政策" or "体系";

    /// <summary><b>登记点</b>, 收运站: a verb and one character make a noun, which a verb before it describes.</summary>
    public static bool NamesPlace(ReadOnlySpan<char> phrase) => VerbLength(phrase) is > 1 and var verb && verb + 1 == phrase.Length && NounTails.Follows(phrase[verb..]);

    /// <summary>The length of the verb that stands here, without a look at what follows; 0 for none.</summary>
    public static int Match(ReadOnlySpan<char> text) => Index.Match(text, out _);

    /// <summary>The length of the verb that stands here and describes no noun: 成立, not 培训; 0 for none.</summary>
    public static int Acts(ReadOnlySpan<char> text) => Match(text) is > 0 and var length && !Attributive.Contains(text[..length]) ? length : 0;

    /// <summary>The length of the verb that stands here, of the lexicon or of this list; 0 for none.</summary>
    public static int VerbLength(ReadOnlySpan<char> text) =>
        Math.Max(Match(text), Lexicon.Index.Match(text, out var word) is var length && (word & (WordClass.Verb | WordClass.Stage)) != 0 ? length : 0);

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

    /// <summary>Where the verbs begin that <paramref name="phrase"/> ends in: 省份<b>督导核查</b>. 0 where it ends in none.</summary>
    public static int AtEnd(ReadOnlySpan<char> phrase)
    {
        for (var at = 2; at + 2 <= phrase.Length; at++)
        {
            if (Is(phrase[at..]))
            {
                // 94户家庭入托<b>补助</b>: a payment, not what they did.
                return phrase[^2..] is "补助" or "补贴" or "补偿" or "奖励" or "奖补" or "培训" ? 0 : at;
            }
        }

        return 0;
    }

    /// <summary>Where a verb that never is part of a noun stands in <paramref name="phrase"/> behind whoever did it: 基金监管<b>追回</b>资金. -1 for nowhere.</summary>
    public static int InsideForSure(ReadOnlySpan<char> phrase)
    {
        for (var at = phrase[0] is '“' or '《' ? phrase.Length : 2; at + 3 < phrase.Length; at++)
        {
            if (phrase[at] is '“' or '《')
            {
                return -1;
            }

            if (phrase[at + 1] is '回' or '出' or '掉' or '获' or '成' && (Index.Match(phrase[at..], out _) == 2 || VerbShapes.Length(phrase[at..]) == 2) && Next(phrase[at..]) is > 0)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Where the noun stands behind how or where it was found and the verb: 从进境邮件中查获<b>外来物种</b>, 邮寄等渠道截获<b>种子</b>. 0 for nowhere.</summary>
    public static int BehindMeans(ReadOnlySpan<char> phrase)
    {
        foreach (var means in phrase.ContainsAny(MeansEnds) ? Means : [])
        {
            var at = phrase.IndexOf(means, StringComparison.Ordinal) + means.Length;
            if (at >= means.Length && at + 3 < phrase.Length && (means.Length > 1 || phrase[..at].IndexOf('从') >= 0) && Verbs(phrase[at..]) is > 0 and var length)
            {
                return at + length;
            }
        }

        for (var at = 3; phrase[0] is '从' or '在' && at + 3 < phrase.Length; at++)
        {
            if ((phrase[0] is '从' ? Verbs(phrase[at..]) : IsThere(phrase) ? 0 : Next(phrase[at..])) is > 0 and var length)
            {
                // 从山区购进农产品, 在公共场所配置除颤仪.
                return at + length;
            }
        }

        return 0;

        // 在校学生, 在谈项目: what they are at, not where.
        static bool IsThere(ReadOnlySpan<char> rest) => rest[1] is '校' or '册' or '园' or '谈' or '训' or '库' or '保' or '手' or '产' or '档' or '站' or '职' or '岗' or '建' or '线' or '编' or '役' or '住' or '押' or '贷' or '籍' or '读' or '研' or '审' or '办';

        static int Verbs(ReadOnlySpan<char> rest) => Next(rest, acts: true) is > 0 and var listed ? listed : VerbShapes.Length(rest);
    }

    /// <summary>Where the noun stands behind whoever did it and the verb: 领导干部包联<b>企业</b>. 0 where nobody is named.</summary>
    public static int BehindDoer(ReadOnlySpan<char> phrase)
    {
        for (var at = 2; at + 3 < phrase.Length; at++)
        {
            if (!DoersEnds.Contains(phrase[at - 1]))
            {
                continue;
            }

            if (phrase[at..].StartsWith("矫正") && phrase[..at].EndsWith("社区"))
            {
                // 社区矫正对象312人.
                continue;
            }

            if (phrase[at..] is "补助资金" or "奖补资金" or "补贴资金" or "扶持资金" or "配套资金" or "补助经费")
            {
                // 国家发改委补助资金1.2亿元: whose money.
                return 0;
            }

            if (phrase[at] is not '组' && MetricWords.EndsWithAny(phrase[..at], Offices) && (Next(phrase[at..]) is > 0 and var own ? own : VerbShapes.LengthBehindDoer(phrase[at..])) is > 0 and var shaped)
            {
                // 区图书馆新购<b>图书</b>.
                return at + shaped;
            }

            if (MetricWords.EndsWithAny(phrase[..at], MetricWords.Doers) && !MetricWords.EndsWithAny(phrase[..at], "家庭医生", "城镇", "集镇", "全部", "内部", "外部", "东部", "西部", "南部", "北部", "中部") && Next(phrase[at..], acts: !MetricWords.EndsWithAny(phrase[..at], "企业", "群众", "农民工", "学校", "医院", "大户")) is > 0 and var length)
            {
                return at + length;
            }
        }

        return 0;
    }

    /// <summary>Whether 出 and <paramref name="next"/> are a word of their own: 出口.</summary>
    public static bool IsWithOut(char next) => WithOut.Contains(next, StringComparison.Ordinal);

    /// <summary>Whether the phrase is nothing but such a verb: 受理案件5126件，<b>审结</b>4687件.</summary>
    public static bool Is(ReadOnlySpan<char> phrase)
    {
        // <b>及时</b>出动5000人次.
        var start = phrase.Length > 3 && PhraseVerbs.IsManner(phrase[..2]) ? 2 : 0;
        var at = start;
        while (at < phrase.Length && VerbAt(phrase[at..], at > start) is > 1 and var length)
        {
            at += length;
        }

        return at > start + 1 && at == phrase.Length;
    }

    /// <summary>查封<b>扣押</b>6件: behind a verb of this list one of the lexicon's may stand.</summary>
    private static int VerbAt(ReadOnlySpan<char> text, bool behindVerb) => behindVerb ? VerbLength(text) : Match(text);

    /// <summary>审计<b>(调查)</b>项目: what stands in brackets behind a verb says nothing of the noun.</summary>
    private static ReadOnlySpan<char> BehindBrackets(ReadOnlySpan<char> rest) =>
        rest.Length > 0 && rest[0] is '(' or '（' && rest.IndexOfAny(')', '）') is > 0 and var close ? rest[(close + 1)..] : rest;

    /// <summary>The length of the verb the phrase begins with and acts on what follows; somebody before it who <paramref name="acts"/> makes sure of that.</summary>
    private static int Next(ReadOnlySpan<char> phrase, bool acts = false)
    {
        if (phrase.Length > 4 && phrase[..2] is "直接" or "集中" or "成功" or "联合" or "统筹" or "逐一" or "及时" or "依法" or "主动" or "积极" or "多方" or "精准" or "上门" or "免费" or "紧急" or "统一" or "定向" or "批量" or "全面" or "每月" or "每年" or "每周" or "每天" or "定期" || (phrase.Length > 5 && phrase[..4] is "执法巡查" or "执法检查" or "执法抽查" or "执法监测"))
        {
            return Next(phrase[2..], acts: phrase[..2] is "执法") is > 0 and var done ? done + 2 : 0;
        }

        if (phrase.Length > 5 && phrase[..3] is "机械化" or "常态化" or "网格化" or "精细化" or "规范化" or "拉网式" or "地毯式")
        {
            return Next(phrase[3..]) is > 0 and var kept ? kept + 3 : 0;
        }

        var whole = Index.Match(phrase, out _);
        if (whole > 0 && phrase[0] is '新' && VerbLength(phrase[1..]) >= whole)
        {
            // 新收回土地, 新栽植苗木: 新收 and 新栽 are not what was done.
            whole = 0;
        }

        var start = whole == 0 && phrase.Length > 0 && phrase[0] is '新' or '已' or '再' or '共' or '并' ? 1 : 0;
        var length = whole > 0 ? whole : Index.Match(phrase[start..], out _);
        if (Lexicon.Index.Match(phrase, out var noun) > length + start && noun == WordClass.Noun)
        {
            return 0;
        }

        if (length == 0 && start > 0 && Lexicon.Index.Match(phrase, out var begun) is > 1 and var stage && (begun & (WordClass.Stage | WordClass.Verb)) != 0)
        {
            // 家庭<b>新增</b>报警装置: 新 is part of the verb.
            (start, length) = (0, stage);
        }

        var listed = length > 0;
        if (!listed && Lexicon.Index.Match(phrase[start..], out var wordClass) is > 1 and var known && (wordClass & (WordClass.Stage | WordClass.Verb)) != 0 && phrase[start..(start + known)] is not "覆盖")
        {
            length = known;
        }

        if (length == 1 && phrase.Length > 2 && phrase[0] is '获' && phrase[1] is '奖' or '证' or '贷' && phrase[2] is not ('牌' or '项' or '状' or '章' or '杯' or '金' or '书'))
        {
            // 获证组织, 获贷妇女: those that have got it.
            return 0;
        }

        if (length == 0 || phrase.StartsWith("办好事") || (phrase[..2] is "参加" or "参与" && phrase[^1] is '数'))
        {
            return 0;
        }

        var word = phrase.Slice(start, length);
        length += start;
        length += length < phrase.Length && (phrase[length] is '了' || (phrase[length] is '过' && !(length + 1 < phrase.Length && phrase[length + 1] is '期' or '境' or '渡' or '剩' or '敏' or '路' or '冬')) || (phrase[length] is '出' && length + 2 < phrase.Length && !IsWithOut(phrase[length + 1]))) ? 1 : 0;
        var rest = BehindBrackets(phrase[length..]);
        var isCharge = rest.Length > 3 && rest[^1] is '费' or '税' or '款';
        var describes = (!acts && !isCharge && NounTails.StartsNominal(rest) && start == 0 && (listed ? Attributive.Contains(word) : !Transitive.Contains(word))) || NounTails.Follows(rest) || NounTails.IsMeasured(rest) || NounTails.IsOneWith(word, rest);
        return rest.Length < 2 || describes || Is(rest) || VerbShapes.IsAll(rest) || (rest[0] is '和' or '与' && rest[1] is not ('美' or '谐' or '平')) || (rest.Length > 3 && rest[2] is '类' && Match(rest) == 2) ? 0 : length;
    }
}
