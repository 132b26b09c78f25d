namespace Luoshi.Core.Quantities;

/// <summary>What makes a noun of the verb before it: 处理<b>厂</b>, 治理<b>能力</b>, 改造<b>项目</b>. What only begins like it does not: 上线<b>数</b>字化应用.</summary>
internal static class NounTails
{
    /// <summary>Characters that end a noun, each with those that begin another word with it.</summary>
    private static readonly Dictionary<char, string> Tails = ("率先 数据字控智码学 额外度 量子化 会议计员展 区域级内属块县间外委政别划位段长 者 商户品铺标贸务业圈 "
        + "人才员口大民均文居行群社事物身力工体 费 业务主态绩 户外籍厕口型 点亮位 化解工肥学验债 类别似比型 站房点台 村级民居集庄组（(社内道 "
        + "水库利泥域电产果稻质厂平费井土体源系环毁样面边上下文葫池位务 部分署位件门队落督委级长 园林艺 厂房矿企办商家长 场馆地所景合面次 所有属长在 院落校士 "
        + "员工额 机房场井关构制器组具械动耕收电会遇枪床票翼身理能型 器材械具官皿件 池塘子 室内外 库容存房区 线路索上下缆 网络格点站具箱 性能别格质价状 面向粉包条貌具板料食罩膜 度假过汛 圈 "
        + "房屋产地源贷租价东间 带动头货 型 号 组织成建合团 品质牌种德味尝类格位 款待物项式 式样微")
        .Split(' ').ToDictionary(entry => entry[0], entry => entry[1..]);

    private static readonly WordIndex<bool> Nouns = new(new string[]
    {
        "能力", "收入", "时间", "时限", "周期", "成本", "水平", "满意", "成功", "机构", "平台", "对象", "范围", "服务", "体系", "产业", "总额", "总量", "总数", "总投资", "总产值", "总面积", "总价", "人数", "户数",
        "仪式", "项目", "工程", "任务", "考核指标", "决算", "行动", "计划", "资金", "面积", "试点", "方案", "工作", "指数", "设施", "人员", "名单", "标准", "主体", "单位", "企业", "基地", "中心", "规模", "投资", "住房", "强度", "占比", "比重", "效率", "结构", "金额",
        "领域", "总收入", "支出", "价款", "车间", "产品", "材料", "专班", "队伍", "政策", "措施", "制度", "机制", "清单", "模式", "场所", "车辆", "用房", "床位", "网点", "线路", "岗位", "载体", "系统", "团队", "人才", "调查", "活动", "会议", "建议", "责任人", "通知书", "决定书", "告知书", "建议书", "意见书", "指令书", "协议", "合同", "人数总数",
    }.Select(word => (word, true)));

    /// <summary>Whether a character that only ends nouns stands here: 检查<b>站</b>, 覆盖<b>面</b>.</summary>
    public static bool Follows(ReadOnlySpan<char> rest) => rest.Length > 0 && Tails.TryGetValue(rest[0], out var others) && (rest.Length == 1 || !others.Contains(rest[1], StringComparison.Ordinal));

    /// <summary>Whether a noun stands here that verbs are put before to describe it: 改造<b>项目</b>, 提升<b>行动</b>.</summary>
    public static bool StartsNominal(ReadOnlySpan<char> rest)
    {
        // 普法宣传进校园86场次.
        return Noun(rest) || Follows(rest) || (rest.Length > 0 && rest[0] is '进');
    }

    /// <summary>规模化, 机制化: with 化 behind it the noun only describes another.</summary>
    private static bool Noun(ReadOnlySpan<char> rest) => Nouns.Match(rest, out _) is > 0 and var length && !(length < rest.Length && rest[length] is '化');

    /// <summary>抽查检查<b>企业</b>: behind two verbs these are what is acted on, others (确定帮扶<b>责任人</b>) what the second describes.</summary>
    public static bool TakesVerbs(ReadOnlySpan<char> rest) => rest.Length > 1 && (!StartsNominal(rest) || rest[..2] is "企业" or "单位");

    /// <summary>帮扶<b>援助</b>26.4万元, 立项调研<b>课题</b>: <paramref name="verb"/> and what follows are one act, or one paper.</summary>
    public static bool IsOneWith(ReadOnlySpan<char> verb, ReadOnlySpan<char> rest) =>
        verb is "帮扶" or "救助" or "慰问" or "资助" or "走访" ? rest is "援助" or "救助" or "解困" or "脱困" or "助学" or "助医"
            : verb is "调研" or "调查" or "研究" or "考察" && rest is "课题" or "报告" or "文章" or "成果" or "论文";

    /// <summary>烘干<b>中心</b>, 实训<b>基地</b>: where it is done.</summary>
    public static bool IsPlaceOfWork(ReadOnlySpan<char> rest) => rest.Length > 1 && rest[..2] is "中心" or "基地" or "平台" or "车间" or "设施" or "机构" or "专班" or "队伍";

    /// <summary>申请材料, 采购预算, 移送起诉数: these say which of it is measured, no office does anything with them.</summary>
    public static bool IsMeasured(ReadOnlySpan<char> rest) =>
        rest.StartsWith("人数") || (rest.Length > 2 && rest[^1] is '数' && LeadingVerbs.VerbLength(rest) == rest.Length - 1) || rest is "决算数" or "决算" or "预算数" or "谈话" or "材料" or "预算" or "金额" or "费用" or "成本" or "用时" or "时限" or "价格" or "数量" or "事项" or "次数" or "收入" or "支出" or "面积" or "里程" or "总里程" or "规模" or "总额" or "人数" or "户数" or "单价" or "均价" or "价款" or "环节" or "时长";
}
