namespace Luoshi.Core.Quantities;

/// <summary>What a word does to the figure beside it.</summary>
[Flags]
internal enum WordClass : ulong
{
    None = 0,

    /// <summary>No more than part of a noun; keeps shorter words from being seen in it: 超市, 增加值, 附近.</summary>
    Noun = 1UL << 0,
    Up = 1UL << 1,
    Down = 1UL << 2,

    /// <summary>提高到, with the level it arrives at.</summary>
    UpTo = 1UL << 3,

    /// <summary>降至, with the level it arrives at.</summary>
    DownTo = 1UL << 4,

    /// <summary>达到, 为: what stands before it is measured.</summary>
    Reach = 1UL << 5,

    /// <summary>稳定在: a level to be held.</summary>
    Stand = 1UL << 6,
    Ceiling = 1UL << 7,
    AtLeast = 1UL << 8,
    AtMost = 1UL << 9,
    MoreThan = 1UL << 10,
    LessThan = 1UL << 11,
    About = 1UL << 12,

    /// <summary>以上, behind the figure.</summary>
    OrMore = 1UL << 13,

    /// <summary>以内, behind the figure.</summary>
    OrLess = 1UL << 14,

    /// <summary>左右, behind the figure.</summary>
    OrSo = 1UL << 15,

    /// <summary>高于 something else by so much.</summary>
    Above = 1UL << 16,

    /// <summary>低于 something else by so much.</summary>
    Below = 1UL << 17,

    /// <summary>较, 比: what follows is compared with.</summary>
    Than = 1UL << 18,
    YearOnYear = 1UL << 19,
    Expected = 1UL << 20,
    Strive = 1UL << 21,

    /// <summary>确保: a promise begins here.</summary>
    Ensure = 1UL << 22,

    /// <summary>计划, 拟: not yet.</summary>
    Planned = 1UL << 23,

    /// <summary>已, 目前: not a plan.</summary>
    Done = 1UL << 24,

    /// <summary>Says nothing about the figure: 累计, 均, 共.</summary>
    Adverb = 1UL << 25,

    /// <summary>分别: the figures that follow belong to the nouns before, in turn.</summary>
    Respectively = 1UL << 26,
    PartOf = 1UL << 27,

    /// <summary>其余, 剩余: of what was counted before.</summary>
    Rest = 1UL << 28,
    From = 1UL << 29,

    /// <summary>占 something, so much.</summary>
    Share = 1UL << 30,
    Of = 1UL << 31,

    /// <summary>完成, 实现: says nothing about the stage.</summary>
    Achieve = 1UL << 32,

    /// <summary>建成, 申报: what has been done to the things counted.</summary>
    Stage = 1UL << 33,

    /// <summary>改造, 开展: a verb before its noun, part of the noun behind it.</summary>
    Verb = 1UL << 34,
    Scope = 1UL << 35,
    Rank = 1UL << 36,

    /// <summary>前, before a rank.</summary>
    Top = 1UL << 37,
    Zero = 1UL << 38,
    Flat = 1UL << 39,
    InStep = 1UL << 40,

    /// <summary>完成率, 形象进度: how far a work or a plan has come.</summary>
    Progress = 1UL << 41,

    /// <summary>前, behind a date.</summary>
    NotAfter = 1UL << 42,

    /// <summary>转为: what stands before it is over.</summary>
    Becomes = 1UL << 43,

    /// <summary>由负转正: the growth of what stands before it has changed its sign.</summary>
    Turn = 1UL << 44,

    /// <summary>拉动, 拉低 something by so many points.</summary>
    Pull = 1UL << 45,
}

/// <summary>The words that carry the grammar. Everything else is text.</summary>
internal static class Lexicon
{
    private static readonly (WordClass Class, string Words)[] Table =
    [
        (WordClass.Up, "双增长 双提升 跃升 上移 增长 增加 上升 提升 提高 上涨 攀升 扩大 改善 回升 提速 增多 增 增速 增幅 涨幅 增长率 正增长 净增加 增速 加快 上调 同比增速 高增长 上浮 增強 快 高 多 增長 翻 翻了 再翻 实现翻 涨价 提价 多收 多增 多缴 增产 前移 比增 比升"),
        (WordClass.Down, "双下降 下移 下降 减低 减少 降低 下滑 回落 减 降 缩减 压减 压降 削减 收窄 缩小 缩短 压缩 减量 降幅 减幅 跌幅 下跌 负增长 放缓 拉低 下调 精简 节约 减收 慢 低 少 減少 减排 降价 减产 少收 少增 少缴 后移 比降 比减"),
        (WordClass.UpTo, "提标到 提标至 调整到 调整至 调至 上调到 上调至 提高到 提高至 提升到 提升至 增长到 增长至 增加到 增加至 增至 升至 升到 上升到 上升至 扩大到 扩大至 上涨到 回升至 恢复到 恢复至 增到 拓展到 扩展到 扩充到 扩充至 跃升至 发展到 发展至 壮大到 壮大至"),
        (WordClass.DownTo, "降至 降到 下降到 下降至 降低到 降低至 减少到 减少至 减至 压降至 压减至 压减到 压缩到 压缩至 缩短到 缩短至 缩小到 缩小至 回落至 回落到 收窄至 降为 压降到"),
        (WordClass.Reach, "达到 相当于 达 为 至 到 达成 是 在 高达 多达 可达 不变 实际为 达至 迈上 跨上 跃上 站上 登上 迈入 迈过 跨越 跨过 約為 达到了 达了 转为 转变为"),
        (WordClass.Stand, "稳定在 保持在 维持在 保持 稳定 稳定到 稳在"),
        (WordClass.Ceiling, "控制在 控制到 限制在 控制 压控在 严控在"),
        (WordClass.AtLeast, "≥ ≧ 不低于 不少于 不小于 不得低于 不得少于 至少 最少 不低於 不少於 不亚于 保底"),
        (WordClass.AtMost, "≤ ≦ 不超过 不高于 不大于 不多于 不得超过 不得高于 不超 不突破 不超過 最多 至多"),
        (WordClass.MoreThan, "> ＞ 超过 超 逾 突破 破 多于 大于 远超 已超 超過 不止"),
        (WordClass.LessThan, "< ＜ 不足 少于 小于 不到 未达 不满"),
        (WordClass.About, "约 约合 约为 约占 约达 大约 近 接近 将近 大概 約"),
        (WordClass.OrMore, "以上 及以上 或以上 起 以上的"),
        (WordClass.OrLess, "以内 以下 及以下 之内 以內 以内的 以下的"),
        (WordClass.OrSo, "左右 上下 左右的"),
        (WordClass.Above, "高于 高出 超出 快于 领先 优于 好于 超 超过"),
        (WordClass.Below, "低于 慢于 落后 滞后 欠 低 落后于 滞后于 慢"),
        (WordClass.Than, "较 比 相比 对比 相较 比较 較"),
        (WordClass.YearOnYear, "同比 环比 同期 同口径 可比 年均 名义 按可比价格 按不变价计算 按可比价 按可比价计算 按现价 按现价计算 同口径比 可比价 可比价格 按可比口径 按可比价格计算 按不变价格计算 按不变价 按同口径 剔除不可比因素 可比口径 比增 比升 比降 比减"),
        (WordClass.Expected, "预计 预估 估计 预测 估算 预计可 预期"),
        (WordClass.Strive, "力争 争取 努力 力求 冲刺 力爭 奋力 争取在"),
        (WordClass.Ensure, "确保 保证 保障 务必 確保"),
        (WordClass.Planned, "计划 拟 准备 承诺 将于 将在 将实现 将完成 将达到 将达 即将 下一步 下步 拟于 计划于 计划再 有望 预计将 下阶段 后续 打算 計劃 排定 安排 可新增 可增加 可实现 可提供 可解决 可带动 可吸纳 可形成 达产后 建成后 投产后 投用后 完工后"),
        (WordClass.Done, "已 已经 目前 现已 现 均已 共已 业已 已累计 已超额 已于 于 年初以来 今年以来 到目前"),
        (WordClass.Adverb, "均 都 共 各 累计 合计 总计 共计 仅 只 只有 又 也 仍 可 再 全部 一共 总共 大幅 全面 基本 进一步 了 提前 正式 顺利 最高 预期性 各项 累計 "
            + "有 共有 已有 有效 持续 还 率先 按期 如期 稳步 逐步 有序 另外 同时 另 折合 超额 实际 首次 再次 双双 一举 先后 实有 当期 开累 仍在 每人每月 每月每人 每人每年 每人每天 每人每日 每户每年 每生每年 每生每月 每床每月 每亩每年 圆满 如数 上周 本周 当天 当日 月度 折合人民币"),
        (WordClass.Respectively, "分别 分別 依次 分居 分列"),
        (WordClass.PartOf, "其中 当中 含 包括 包含 其中含 其中包括"),
        (WordClass.Rest, "其余 剩余 余下 尚余 尚有 还有 剩下 另有 其餘"),
        (WordClass.From, "由 从 自 從 由最初的 从最初的 由起初的 从起初的 由原来 由原来的 从原来 从原来的 由原先 从原先 由过去的 从过去的"),
        (WordClass.Share, "占 占到 佔"),
        (WordClass.Of, "的"),
        (WordClass.Achieve, "完成 实现 取得 完成了 实现了 已完成 達成 实現"),
        (WordClass.Stage, "新建成 开复工 未开复工 投达产 核减 核增 意向签约 新增 净增 新申报 申报 申请 认定 获批 入库 入选 开工 新开工 开工建设 开建 动工 建成 基本建成 建成投用 在建 未开工 竣工 完工 投产 投用 通车 交付 签约 "
            + "新签约 落地 招引落地 引进 新引进 招引 出让 拆除 盘活 腾退 办结 整改 已整改 销号 结案 发行 到位 支付 拨付 落实 结顶 封顶 验收 投运 新建 发放 安装 投放 立案查处 立案处罚 立案侦查 立案 破获 "
            + "授牌 挂牌 上市 注册 开复工 复工 复产 收储 关停 创建 培育 孵化 选派 配备 梳理 排摸 受理 调解 化解 调处 建成开放 投入使用 完成整改 新认定 储备 认证 达产 中标 成交 退出 上线 落户 开行 责令整改 责令停产整改 责令改正 立案查办 投入运营 争取到位 覆盖 网签 销案 销户 交付使用 建成运营 引进到位 落地见效 督办 评审 通过 获评 供应 下达 采纳 入驻 并网 并网发电 上岗 序时推进 正常推进 按序推进 按时序推进 推进滞后 进展滞后 进度滞后 未启动 未完成 基本完成 全部完成 正在推进 正在实施 办成 转化 履约 续约 解约"),
        (WordClass.Verb, "铺开建设 改造 改造提升 提升改造 建设 开展 举办 组织 实施 改建 扩建 改扩建 新改建 修缮 修复 整治 设置 打造 推动 推进 加快 加快推进 召开 走访 解决 提供 达成 发布 制定 编制 "
            + "盘活整治 整治盘活 谋划 谋划储备 争创 除险加固 收集 收到 审核 排查 发现 处理 处置 查处 检查 办理 减免 争取到 争取 向上争取 引育 招引培育 新(改)建 新（改）建 新(扩)建 新（扩）建 改(扩)建 改（扩）建 新、改、扩建 改、扩建 新、扩建 新、改建 新(改、扩)建 新（改、扩）建 新改扩建 "
            + "建立 支持 推荐 调增 调减 迎来 启动 设立 保护 落实 布局 布设 募集 筹集 筹建 筹措 投入 使用 为 对 将 把 向 取缔 关闭 淘汰 清退 清理 化解处置 吸纳 采购 种植 腾出 加装 抓获 疏通 消除 接入 归集 收购 参会 参加 参训 参与 开设 开通 排查整治 制发 调研 接待 宣传 接受 完善 优化 调整 "
            + "成功 得到 受到 接到 协助 帮助 推出 举行 共建 新设 增设 增添 增建 续建 修建 搭建 疏浚 清淤 铺设 敷设 更新 更换 慰问 救助 资助 帮扶 结对 攻破 侦破 打破 告破 为企业减免 聚焦 围绕 紧盯 锚定"),
        (WordClass.Scope, "全地区 我街道 我园区 该区 该市 该县 该省 该镇 该乡 该村 该旗 该街道 全区 全市 全县 全省 全国 全镇 全乡 全街道 全域 区本级 市本级 县本级 省本级 本级 市区 城区 我国 我区 我市 我县 我省 我镇 我乡 我旗 我州 我盟 本区 本市 本县 本省 本镇 本乡 辖区 辖区内 全州 全旗 全盟 中心城区 主城区 全園 全區 全縣 全院 全局 全校"),
        (WordClass.Rank, "位居 排位 排名 位列 居 列 排 位于 跻身 排在 名列 跃居 增速居 分居 分列 居于 稳居 排名居 进入 保持在 升至 上升至 列居 跃至 跃升至 前移至 前进至 攀升至 上升到 升到"),
        (WordClass.Top, "前"),
        (WordClass.Zero, "零增长 零发生 零新增 零事故 零上访 零伤亡 零死亡 零感染 零报告 零非访 零违建"),
        (WordClass.Flat, "持平 基本持平 大体持平"),
        (WordClass.InStep, "同步 基本同步 保持同步 保持基本同步 基本保持同步"),
        (WordClass.Progress, "进度 完成率 完成比例 完成进度 达序率 使用进度 形象进度 建设进度 工程进度 整体进度 总体进度 投资进度 实施进度 支出进度 施工进度 执行进度 序时进度 总进度"),
        (WordClass.Noun, "刑事立案 治安立案 移送起诉数 移送起诉人数 排污口 排水口 排放口 监控 文物保护单位 兑现 退还 返还 归还 偿还 涌现 汇总 抢占 加高 意向 医共体 教共体 可疑 可持续 可移动 可降解 可研 可循环 再审 再教育 商超 空调 现象 条约 合约 公约 规约 租约 协约 制约 对象 对话 对策 对手 对流 发布会 共产党 共产党员 共青团 共青团员 可能性 可靠性 可行性 可视化 可塑性 可读性 现任 现实 现存 现身 船只 舰只 市辖区 供应商 提供商 供应链 含沙量 含水量 含油量 含糖量 含金量 注册表 申请表 申请书 推进剂 推进器 落地窗 种植业 种植园 出租汽车 出租车 监管部门 安全局 建设银行 慰问团 慰问信 宣传队 宣传片 宣传栏 宣传册 宣传员 检查团 检查组 使用费 使用权 使用证 保护地 保护费 保护伞 保护价 民居 人居 旧居 故居 新居 聚居 与会者 主任医师 主治医师 副主任医师 共和国 将才 审批表 组织部 组织生活 整治办 落户地 增幅榜 成交价 有形 有钱 均势 都市圈 把关 把手 抗辐射 辐射源 辐射站 欠薪 欠款 欠税 欠费 欠缴 欠账 欠发达 拖欠 清欠 现汇 现货 现房 现券 补充耕地 起降 有林地 有线 有线电视 有轨 有声 有害 有毒 有偿 有氧 保证金 占有率 占有量 现役 现役军人 调解组织 群团组织 自治组织 群众组织 较大 最高日 最大日 来自 营造林 建档立卡 邪教组织 恐怖组织 传销组织 黑恶组织 犯罪组织 涉黑组织 涉恶组织 合作组织 志愿组织 后续项目 后续工程 村居 准备金 准备工作 前期准备 转移就业 保障资金 救助资金 帮扶资金 慰问资金 承诺时限 承诺事项 承诺制 承诺书 承诺件 实际利用境外资金 实际利用省外资金 全面小康 实现程度 完成程度 保障工程 保障中心 保障体系 保障机制 保障项目 保障行动 保障基地 保障机构 印制电路板 到位内资 到位外资 到位资金 签约资金 到账资金 签约金额 审查逮捕 审查起诉 公益诉讼 退耕还林 退耕还草 退牧还草 退渔还湖 冲刺行动 冲刺清零 百日冲刺 考核指标 自然增长率 开复工率 复工率 旧城区 老城区 新城区 均值 人均结案 人均办案 竣工决算 捐助资金 资助资金 慰问金 救助金 补助金 补偿金 奖励金 资助金 保障标准 保障水平 保障能力 保障人数 保障对象 保障金 衔接推进 整村推进 整乡推进 整县推进 社会组织 基层组织 经济组织 党组织 性质组织 线上 线下 线上线下 再生 再贷款 再担保 再制造 社会保障 社零 建成区 检查井 检查点 参与群众 参与人数 参与人次 再生水 注册外资 登记失业人员 登记失业人数 登记失业率 接待游客 接待过夜游客 接待人次 宣传手册 宣传资料 参与率 参加率 最高 较快 加快 尽快 高度 高峰 高位 高空 高中 高等 高原 高龄 快报 平均 实际利用外资 实际使用外资 实际到资 实际进资 实际到账 次均 人均 亩均 户均 日均 月均 均价 均衡 占比 比重 增加值 超市 附近 最近 邻近 临近 靠近 近期 近海 近视率 近岸 近代 降雨 降水 降本 比例 比率 比赛 比选 比拼 减税 减灾 减负 减船 增效 增收 增支 增殖 增量 增值 增值税 公共 共富 共享 共同 "
            + "共建共享 各类 各种 各地 各级 各项 建设用地 建设项目 投资项目 在建项目 在建工程 改造项目 招商项目 建设工程 改造工程 一般公共预算 一般 一体化 一件事 目的 为主 因为 作为 行为 居民 居家 居住 列车 "
            + "排放 排水 排涝 排查率 达标 达标率 到期 到账 到位率 到达 交付率 开工率 签约率 覆盖率 整改率 办结率 盘活率 建成率 竣工率 投产率 入库率 化解率 调解率 完工率 支付率 认定率 拨付率 通过率 使用率 "
            + "开工面积 竣工面积 新开工面积 拥有量 覆盖面 投放量 收购量 交付量 排放量 由于 理由 自由 自然 自来水 自动 自主 从业 从事 从严 服务业 服务站 服务区 服务圈 服务点 服务中心 服务设施 培训班 培训基地 "
            + "检查站 出让金 注册资本 注册护士 注册资金 注册企业 上市公司 上市企业 投入产出 落地率 提升行动 建设指挥部 保障房 保障性安居工程 保障性住房 保障性租赁住房 支持率 保护区 安置房 安置小区 安置项目 创建率 高标准 高新区 高新技术 高质量 高速 "
            + "高效 高校 高技能 高层 高铁 高端 高价值 高龄 低收入 低效 低碳 低空 低保 低压 快速 快递 快捷 慢性 慢行 现代 现场 现状 现金 现行 计划生育 含税 含量 扩建工程 总面积 总部 于是 处于 属于 用于 对于 "
            + "关于 位于 至今 是否 在校 在校生 在册 在岗 在谈 在线 在职 在库 在园 在地 存在 正在 现在 可再生 可支配 有效发明 有限 有色 有机 有关 所有 国有 持有 只争朝夕 都市 成都 首都 未来 储备粮 储备企业 将军 "
            + "风险保障 结案标的额 执结标的额 执行标的额 依申请公开 稳岗返还 保费返还 税费返还 资金返还 还迁房 还迁 还建房 还贷 对外 对口 向上 方向 为民 送书 发行债券 水利设施建设 更新改造 平均工资 平均水平 平均浓度 平均值 日均值 总量 总额 总数 总产值 总投资 总收入 总产量 总人口 处置率 处理率 处理能力 治理率 "
            + "有序推进 入库税收 上市后备 规上 规下 限上 生产总值 计划进度 投资计划 年度投资计划 年计划 月计划 季度计划 月度计划 开工计划 建设计划 收购计划 计划投资 计划总投资 年度计划 工作计划 行动计划 实施方案 有机更新 储备项目 新建住宅 新建商品房 稳定性 稳定度 劳动保障 社会保障 医疗保障 住房保障 生活保障 综合保障 服务保障 交通保障 要素保障 用地保障 应急保障 预约 违约 转移支付 有效注册 高收入 使用面积 使用林地 认定标准 "
            + "稳定就业 改善型 开展情况 发展 达产率 提高班 前期 前沿 前列 前端 前海 前往 前瞻 的士 目的地 破产 破解 破损 突破口 突破性 节约型 节约集约 保持者 占地 占地面积 占用 占道 控制价 控制性 控制线 提升工程 班列 专列 系列 陈列 队列 协调"),
        (WordClass.Becomes, "转为 转变为"),
        (WordClass.Turn, "由负转正 由正转负 由降转增 由增转降 由降转升 由升转降 由跌转涨 由涨转跌 实现转正"),
        (WordClass.Pull, "拉动 拉低 拖累 带动 下拉 上拉 影响"),
        (WordClass.NotAfter, "前 之前 以前 底前 末前"),
    ];

    public static readonly WordIndex<WordClass> Index = new(
        Table.SelectMany(row => row.Words.Split(' ').Select(word => (Word: word, row.Class)))
            .GroupBy(entry => entry.Word, entry => entry.Class)
            .Select(group => (group.Key, group.Aggregate((all, one) => all | one))));
}
