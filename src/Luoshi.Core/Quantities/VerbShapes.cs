namespace Luoshi.Core.Quantities;

/// <summary>
/// Verbs that no list has, told by their two characters: both are verbs by themselves (报批, 签发, 挽回), and what an office reports at the head of a
/// clause before a number is what it did. Compounds that are mostly nouns are excepted.
/// </summary>
internal static class VerbShapes
{
    private static readonly HashSet<char> First =
    [
        .. "缉寻截营驱诱挂封解巡悬张贴劝监新去晋随代纠调抽建打追挽收抓引办做种拿配拆找查清选派送运搬移转迁卖买采购租贷投放发拨支缴征罚判审批核验测检修补换改扩增减压削腾让退撤关停拓挖铺架埋装安设立创申报领取获争夺赢摘评推宣讲培训帮扶救助援捐赠慰访走",
        .. "接迎理处治整管护养育栽植播灌排疏填夯浇筑砌吊钻签订洽谋策招聘录募集筹融组启激研攻突制编印拟出颁刊拍摄展演举承协主参赴开兴搭构促撬盘消化销解缓延督导巡约曝问结侦捕刑逮起提诉执返还止冻扣没捣端铲责暂注",
        .. "下上交适加更升优受纳吸续复恢翻刷粉喷绘勘疗诊防抢抗堵割剪伐补添置租借存储归汇聚传推介供输产加孵赋授认识鉴评考录登注备案预遴甄遣",
    ];

    private static readonly HashSet<char> Second =
    [
        .. First, .. "破离答阅守藏杀辟访招教化成到回掉好齐通入进住满实净除完讨遣设置装配修缮建造制作订立定用放发给予送运达供应购取得获领收集纳缴交付还偿退返换改造扩增补充足减免缓压降停止断封查处罚办理结销案判决审批核准备报请示批复转移迁搬拆毁灭",
        .. "挂立选聘派任命训练教导引带帮扶助援救护养育种植栽播撒灌溉排放治管控防堵疏浚清理扫洗刷修补维护检测验评估鉴认证",
    ];

    /// <summary>Nouns, and verbs that mostly describe the noun behind them: 创业团队, 养老床位, 报告.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Nouns = (
        "审检 管制 批评 截污 截止 截面 营业 营商 营收 营运 营养 营销 营地 挂牌 挂职 挂号 挂钩 挂包 挂联 封面 封闭 解困 解除 巡游 巡回 监理 监狱 监护 张贴 结案 执结 存贷 防返 退化 新产 新装 新制 新消 新供 新管 新交 新改 新型 新业 新生 新开 新化 代表 去年 随机 调度 调查 抽样 创业 投资 收入 支出 贷款 存款 养老 养殖 种植 种养 救护 防护 运输 排水 供水 供热 供电 供气 输电 发电 管理 管护 保护 检查 检测 监测 培训 训练 招商 招标 投标 治安 治理 公开 通报 报告 报名 报道 申请 申报 起诉 建设 建筑 建议 设施 设备 "
        + "组织 编制 展览 展销 演练 演出 演习 救援 救助 援助 补助 补贴 补偿 评审 审计 审判 批发 征信 集装 集体 集中 集团 集市 集采 出口 进口 进出 出租 租赁 开发 发展 创新 创意 推广 调解 处罚 罚款 罚没 退役 退休 退税 换热 报废 报销 理财 治疗 管道 "
        + "管线 护理 护士 护林 养护 育苗 育种 育婴 栽培 植物 播种 灌溉 排污 排放 填埋 装备 装机 立案 立项 取水 取暖 点位 接口 转业 移民 移动 运行 运营 清洁 清单 选手 派出 送戏 送医 送教 采砂 采矿 采煤 采油 采购 购物 购房 租金 投诉 放射 发票 发热 拨款 缴费 "
        + "征地 征兵 判决 核电 核酸 验收 测绘 检验 检疫 检修 修复 补充 改革 扩大 增值 增量 减排 减税 减产 压力 退耕 关键 停车 停工 加工 加油 加气 加氢 升级 优质 优秀 受灾 受教 受益 受援 受助 受训 受聘 受污 纳税 复合 复垦 存储 存量 存栏 储备 储能 归集 汇聚 传统 传承 供应 供给 供销 输出 "
        + "产业 产能 产教 授权 授信 认定 认证 登记 注册 备案 备用 预防 预备 预制 预算 防治 防控 防洪 防汛 防火 抢修 抗旱 抗震 教育 训导 控制 断面 案件 应急 应收 任务 命案 得分 足球 降水 降雨 准备 还款 定点 定制 定价 定向 达标 用地 用电 用水 用能 用工 配套 配电 配网 配租 配售 消防 消费 "
        + "化工 化肥 销售 解放 缓释 延伸 督察 督查 督导 巡察 巡查 巡检 巡护 约束 问题 结构 结余 侦查 刑事 提案 执法 执行 没收 责任 注塑 下水 下岗 下乡 上市 上班 上线 上级 下级 交通 交易 交警 交办 加快 更新 优化 优抚 吸收 续建 恢复 翻车 绘本 勘察 防空 补短 添加 置换 借款 介绍 推介 "
        + "赋能 识别 鉴定 考核 考试 考生 录像 遴选 主体 主营 主题 主要 主粮 主干 参保 参加 参与 参训 参赛 举报 承包 承租 协议 协会 协办 突发 突出 制种 制造 制药 制度 编外 印染 研学 研发 研究 攻坚 启蒙 组团 筹资 融资 融合 招生 聘任 募捐 策划 签约 订单 订购 洽谈 钻井 吊装 浇筑 填报 疏散 播放 "
        + "护航 处理 处置 整治 整改 走访 访谈 慰问 赠送 扶贫 扶持 帮扶 讲座 宣讲 宣传 推进 评估 评价 评议 取证 领军 领导 获证 争议 设计 设置 立体 创建 创作 安置 安装 安保 安防 装修 装饰 架空 铺装 拓展 关停 撤并 退出 让利 腾退 压减 减免 增收 增产 扩建 改造 改建 换乘 补偿 修缮 修建 核查 核算 "
        + "审批 审查 批改 批次 罚金 缴存 拨付 发放 投产 投放 投用 转移 转化 转型 转让 搬迁 运维 选育 选派 清理 清运 查处 拆迁 配送 种子 种粮 种业 做饭 办案 办公 办学 引水 引进 引领 抓手 收费 收购 收益 收储 打击 打造 建材 建制 建档 建成 育儿 补税 增加 减少 提升 提高 提供 出生 出院 出栏 出让 出入 起重 "
        + "开放 开工 开学 开展 兴农 搭建 促进 盘活 销量 销毁 解决 集成 展示 展会 演艺 化解 消除 消化 管控 养生 养猪 养牛 接待 接种 接诊 接入 理论 理事 治水 改善 加固 加装 投入 发现 发布 发行 购置 购买 运动 运转 配置 配备 采集 采暖 采样 检察 测试 修剪 换新 支付 支部 征收 征集 判刑 审核 "
        + "批准 验证 停产 停运 停电 拓宽 挖掘 埋设 设立 成果 成功 成品 成交 到位 到期 到账 回收 回访 回迁 通车 通信 通行 通过 入学 入户 入库 入住 进出口 实际 实事 实验 实训 完成 定额 作物 作业 作品 教学 教师 教练 引导 带动 助学 助农 助餐 助残 救灾 护照 播出 控股 复查 复工 测算 证照 证书 评选").Split(' ').ToHashSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary><b>认真</b>抓好, <b>扎实</b>做好: how something was done.</summary>
    public static bool IsHow(ReadOnlySpan<char> word) => PhraseVerbs.IsManner(word) || word is "认真" or "扎实" or "切实" or "全力" or "努力" or "坚决" or "严格" or "狠抓" or "抓紧" or "不断" or "有力" or "牢牢";

    /// <summary>共<b>立</b>案件133起: verbs of one character, which are no part of a noun behind 共 or 已.</summary>
    public static bool IsShort(char verb) => verb is '立' or '签' or '拆' or '拨' or '征' or '缴' or '种' or '栽' or '植' or '审' or '破' or '查' or '建' or '修' or '办' or '收';

    /// <summary><b>建</b>蔬菜基地, <b>修</b>机耕路, <b>聘</b>保洁员: the one character acts, unless it makes a word with the next.</summary>
    public static bool Builds(ReadOnlySpan<char> phrase) => phrase[0] is '建' or '修' or '聘' or '栽' && !Nouns.Contains(phrase[..2]) && LeadingVerbs.VerbLength(phrase) < 2 && !IsVerb(phrase, 0, shortest: 2)
        && phrase[..2] is not ("建安" or "建党" or "建卡" or "建国" or "建军" or "建行" or "修正" or "修身");

    /// <summary>The length of the verb that <paramref name="phrase"/> begins with, with 新, 再 or the like before it; 0 for none.</summary>
    public static int Length(ReadOnlySpan<char> phrase)
    {
        var start = phrase.Length > 3 && phrase[0] is '新' or '再' or '已' or '共' or '并' ? 1 : 0;
        if (Lexicon.Index.Match(phrase, out var noun) > 2 && noun == WordClass.Noun)
        {
            // 移送起诉数 is one noun.
            return 0;
        }

        return start > 0 && IsVerb(phrase, start) ? start + 2 : IsVerb(phrase, 0) ? 2 : 0;
    }

    /// <summary>The same behind whoever did it, where two characters make a noun.</summary>
    public static int LengthBehindDoer(ReadOnlySpan<char> phrase)
    {
        var start = phrase.Length > 3 && phrase[0] is '新' or '共' ? 1 : 0;
        return IsVerb(phrase, start, shortest: 3) && !NounTails.StartsNominal(phrase[(start + 2)..]) ? start + 2 : 0;
    }

    /// <summary>补植<b>补造</b>: nothing but such a verb, and so one work with the verb before it.</summary>
    public static bool IsAll(ReadOnlySpan<char> phrase) => phrase.Length == 2 && IsVerb(phrase, 0, shortest: 2);

    private static bool IsVerb(ReadOnlySpan<char> phrase, int start, int shortest = 4) =>
        phrase.Length >= start + shortest && First.Contains(phrase[start]) && Second.Contains(phrase[start + 1]) && !Nouns.Contains(phrase.Slice(start, 2))
            && !NounTails.Follows(phrase[(start + 2)..]);
}
