namespace Luoshi.Core.Quantities;

/// <summary>Words a metric ends or begins with that decide what kind of figure it has.</summary>
internal static class MetricWords
{
    public static readonly string[] Rates = ["率", "比例", "比重", "占比", "覆盖面", "满意度", "比", "度", "浓度"];

    public static readonly string[] Works = ["工程量", "任务量", "总任务", "总量", "工程总量", "投资计划", "年度计划", "年计划", "年任务", "年目标", "年目标任务", "年度目标任务", "全年目标任务", "年初目标", "年初计划", "年度目标", "年度任务", "目标任务", "全年目标", "全年任务", "任务数", "目标数", "计划数", "工作量", "计划", "目标", "任务", "指标", "全年指标", "年度指标", "序时进度", "时间进度"];

    public static readonly string[] Stocks = ["总户数", "总数", "总量", "余额", "存栏", "保有量", "拥有量", "存量", "总人口", "常住人口", "拥有", "户籍人口", "男性人口", "女性人口", "城镇人口", "乡村人口", "指数", "系数", "均价", "单价"];

    /// <summary>What ends like a stock and adds up over the year.</summary>
    public static readonly string[] Flows = ["业务总量", "交易总量", "生产总量", "运输总量", "消费总量", "用水总量", "用电总量", "用能总量", "投资总量", "植树总量", "造林总量", "销售总量", "发行总量", "办件总量", "贸易总量", "进出口总量"];

    public static readonly string[] Projects =
        ["项目", "工程", "公园", "馆", "中心", "小区", "桥", "路", "隧道", "医院", "学校", "广场", "码头", "综合体", "基地", "水库", "厂", "管网", "泵站", "农田", "海塘", "园区", "街区", "改造", "建设"];

    public static readonly string[] Plans = ["年度目标任务", "目标任务", "年度计划", "年度目标", "年度任务", "全年目标", "全年任务", "年初预算数", "年初预算", "调整预算数", "调整预算", "目标数", "目标", "任务数", "任务", "计划总投资", "计划投资", "总任务", "年任务", "年计划", "年目标"];

    /// <summary>What is told in yuan, with the word left out after 亿 or 万.</summary>
    public static readonly string[] Monies = ["资金", "投资", "总投资", "收入", "产值", "税收", "金额", "总额", "支出", "贷款", "经费", "利润", "销售额", "营业额", "交易额", "成交额", "补助金", "低保金", "供养金", "抚恤金", "补偿金", "保证金", "补贴", "补偿款", "税款", "工资"];

    /// <summary>What is told by a figure without a unit.</summary>
    public static readonly string[] Indices = ["指数", "系数", "容积率", "收入比"];

    /// <summary>What is told in days, months or years; anywhere else a duration only describes (24小时值班).</summary>
    public static readonly string[] Durations = ["天数", "日数", "优良天", "周期", "时长", "用时", "时间", "时限", "期限", "工期", "年限", "寿命", "龄", "停留"];

    /// <summary>What stands before a capacity that only describes the works behind it.</summary>
    public static readonly string[] Capacities = ["期", "年产", "日产", "月产", "年加工", "日加工", "年处理", "日处理", "年屠宰", "年出栏", "年吞吐"];

    /// <summary>What is counted in 人.</summary>
    public static readonly string[] Persons =
        ["员", "人", "人才", "人口", "劳动力", "劳力", "者", "工", "生", "师", "就业", "再就业", "务工", "创业", "群众", "农民", "居民", "妇女", "青年", "儿童", "少年", "军人", "老人", "学徒", "技能", "干部", "游客", "观众", "医护", "能手", "带头人"];

    private static readonly string[] Extents = ["涉及", "惠及", "覆盖", "带动", "辐射"];

    private static readonly WordIndex<bool> Courses = new("赴 前往 驻守 值守 备勤 纳入 深入 入选 列入 加入 荣获 跻身 入围 晋级 晋升 奔赴 投身 全时 全天候 担任 下沉 驻村 驻点 挂点 包联 有序推进 稳步推进 顺利推进 加快推进 全面铺开 全面启动 如期完工 进驻 免费体检 免费筛查 免费接种 开门迎客 开门纳客 对外开放 投入运营 正式运营 正式启用 没有 提质增效 提档升级 提质扩面 转型升级 扩产增效 达产见效 降本增效 增资扩产 平稳运行 正常运转 有序运行 有效运行 稳定运行 落地生根 落地开花 开花结果 落地见效 投产达效 投产见效".Split(' ').Select(word => (word, true)));

    private static readonly string[] Totals = ["年度计划", "计划总投资", "计划投资", "概算总投资", "总投资", "完成投资", "总建筑面积", "总面积", "养殖面积", "种植面积", "建筑面积", "占地面积", "总产量", "总产值", "总长", "全长", "总里程", "年销售收入", "销售收入", "营业收入", "主营业务收入", "资产总额", "贷款余额", "注册资本", "接待"];

    private static readonly string[] People = ["人口", "群众", "居民", "市民", "农民工", "农民", "职工", "游客", "学生", "师生", "老人", "老年人", "党员", "村民", "百姓", "移民", "家属", "子女", "军人", "残疾人", "农牧民", "牧民", "渔民", "患者", "旅客", "乘客", "台胞", "侨胞", "消费者"];

    /// <summary>Who does a thing; what is counted stands behind the verb: 领导干部包联企业12家.</summary>
    public static readonly string[] Doers =
        ["干部", "领导", "部门", "单位", "机关", "党员", "志愿者", "代表", "委员", "民警", "网格员", "工作队", "医生", "专家", "银行", "法院", "检察院", "机构", "街道", "乡镇", "镇", "社区", "书记", "团队", "专班", "局", "机关", "平台", "系统", "财政", "妇联", "工会", "党组", "党委", "支部", "医院", "学校", "农民工", "群众", "企业", "大户", "评审", "窗口", "委", "部", "院", "队", "站", "馆", "海关", "公司", "集团", "岗位", "车间", "工坊", "500强"];

    /// <summary>Whom or what something is done for.</summary>
    public static readonly string[] Bodies = ["企业", "商户", "经营主体", "市场主体", "农户", "家庭", "群众", "人员", "老人", "学生", "农民工", "合作社", "工商户", "单位", "居民", "劳动力", "毕业生", "项目", "自然村", "行政村", "小区", "社区", "水库", "山塘", "标段", "断面", "水源地", "乡镇", "县区", "学校", "医院", "行业", "商品"];

    /// <summary>What is done to things that are counted, behind them: 312个自然村生活污水治理.</summary>
    public static readonly string[] Treatments = ["治理", "改造", "整治", "除险加固", "加固", "维修", "修缮", "更新", "征迁", "拆迁", "搬迁"];

    /// <summary>What is told of the noun before 的: 农村公路的<b>里程</b>.</summary>
    public static readonly string[] Sizes = ["里程", "面积", "长度", "规模", "金额", "资金", "投资", "人数", "户数", "数量", "总量", "总数", "总额", "水平", "能力", "比例", "比重", "标准"];

    /// <summary>What a verb before it describes: 新开工<b>项目</b>, 签约<b>企业</b>.</summary>
    public static readonly string[] Described = ["项目", "工程", "企业", "小区", "地块", "楼盘", "重点项目", "标段"];

    /// <summary>What begins a predicate behind a body that is counted.</summary>
    public static readonly string[] Predicates =
    [
        "纾困", "排忧", "解难", "解忧", "脱困", "受益", "获益", "增收", "致富", "脱贫", "上云", "触网", "上规", "升规", "入规", "纳统", "入统", "参展", "参会", "参赛", "参加", "落户", "安家", "转型", "提质", "融资", "降本", "减负", "减税", "送", "达产", "满产",
        "复工", "施工", "政策处理", "主体工程", "前期工作", "工商", "引导", "实现", "领取", "享受", "每天", "每年", "每月", "得到", "获得", "签订", "加入", "收尾", "停工", "受阻", "接续", "退库", "保证金", "总体", "整体", "进展", "均", "受骗", "进行", "得到", "周边", "整理", "申领", "办理",
    ];

    /// <summary>What is found of things that have been counted: 抽检95批次，<b>合格</b>88批次.</summary>
    public static readonly string[] Findings = ["合格", "不合格", "达标", "不达标", "超标", "优秀", "良好", "阳性", "阴性", "通过", "未通过", "属实", "不属实"];

    /// <summary>Verbs that tell how far a work reaches, a closed class: what they count is no thing that was named before them.</summary>
    public static readonly string[] Reaches = ["惠及", "受益", "受惠", "获益", "涉及", "带动", "辐射", "辐射带动", "直接带动", "直接受益", "直接惠及"];

    /// <summary>The one of <see cref="Reaches"/> that a noun ends in; null for none.</summary>
    public static string? ReachAtEnd(string own) => EndsWithAny(own, Reaches) ? Reaches.Where(reach => own.EndsWith(reach, StringComparison.Ordinal)).MaxBy(reach => reach.Length) : null;

    /// <summary>What people come to, with 实现 inside the noun: 就业困难人员实现就业.</summary>
    public static readonly string[] Outcomes = ["就业", "再就业", "务工", "创业", "增收", "脱贫", "转移就业", "稳定就业", "外出务工"];

    /// <summary>农村人口, 各族群众: people, with no more than a word before them.</summary>
    public static bool StartsWithPeople(ReadOnlySpan<char> text) => PeopleEnd(text) > 0 || StartsWithAny(text, "妇女", "儿童", "青少年");

    /// <summary>Where what somebody or something reaches begins in a noun: 棚改项目<b>涉及</b>居民. -1 for nowhere.</summary>
    public static int ExtentStart(ReadOnlySpan<char> text)
    {
        foreach (var extent in Extents)
        {
            var at = text.IndexOf(extent, StringComparison.Ordinal);
            if (at > 1 && at + extent.Length + 1 < text.Length && !NounTails.Follows(text[(at + extent.Length)..]))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Where enterprises of a size begin in a noun: 园区<b>规上</b>企业营收. -1 for nowhere.</summary>
    public static int ScaleStart(ReadOnlySpan<char> text) => text.IndexOf("规上") is >= 0 and var above ? above : text.IndexOf("规模以上");

    /// <summary>Where the figure of a whole begins behind a counted noun: 79个项目<b>年度计划投资</b>126亿元. 0 for nowhere.</summary>
    public static int TotalStart(ReadOnlySpan<char> text)
    {
        foreach (var total in Totals)
        {
            if (text.IndexOf(total, StringComparison.Ordinal) is > 1 and var at)
            {
                return at;
            }
        }

        return 0;
    }

    /// <summary>Where the noun is over and what became of it begins: 队伍<b>纳入</b>体系. -1 for nowhere.</summary>
    public static int CourseStart(ReadOnlySpan<char> text)
    {
        for (var at = 2; at + 2 <= text.Length; at++)
        {
            if (Courses.Match(text[at..], out _) is > 0 and var length && (at + length < text.Length || length == 4 || text[at..] is "纳入" or "列入" or "加入" or "入选" or "入围" or "跻身" or "荣获" or "晋级"))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Where the people that <paramref name="text"/> begins with end; 0 where it begins with none.</summary>
    public static int PeopleEnd(ReadOnlySpan<char> text)
    {
        for (var at = 0; at <= 6 && at < text.Length && char.IsLetter(text[at]); at++)
        {
            foreach (var people in People)
            {
                if (text[at..].StartsWith(people, StringComparison.Ordinal))
                {
                    var end = at + people.Length;
                    return end + (StartsWithAny(text[end..], "家属", "子女", "家庭") ? 2 : 0);
                }
            }
        }

        return 0;
    }

    /// <summary><b>省级以上</b>龙头企业: the noun without its grade.</summary>
    public static string WithoutGrade(string name)
    {
        var grade = name.IndexOf('级', StringComparison.Ordinal);
        var rest = grade is > 0 and <= 3 && name.Length > grade + 2 ? name[(grade + 1)..] : name;
        return rest.StartsWith("以上", StringComparison.Ordinal) ? rest[2..] : rest.StartsWith("及以上", StringComparison.Ordinal) ? rest[3..] : rest;
    }

    /// <summary><b>50万元以上</b>行政村, <b>10蒸吨以下</b>锅炉, <b>7-17岁</b>: the noun without its bound.</summary>
    public static string WithoutBound(string name) =>
        Numerals.IsDigit(name[0]) && Math.Max(name.IndexOf("以上", StringComparison.Ordinal), name.IndexOf("以下", StringComparison.Ordinal)) is > 0 and var bound && bound + 2 < name.Length ? name[(bound + 2)..]
            : Numerals.IsDigit(name[0]) && name[^1] is '岁' ? "" : name;

    /// <summary>Whether the noun is the amount of some work or plan, and not the thing worked on.</summary>
    public static bool IsWork(string name) => Works.Contains(name) || EndsWithAny(name, "工程量", "投资计划");

    public static bool StartsWithAny(ReadOnlySpan<char> text, params ReadOnlySpan<string> words)
    {
        var first = text.Length > 0 ? text[0] : '\0';
        foreach (var word in words)
        {
            if (word[0] == first && text.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public static bool EndsWithAny(ReadOnlySpan<char> text, params ReadOnlySpan<string> words)
    {
        var last = text.Length > 0 ? text[^1] : '\0';
        foreach (var word in words)
        {
            if (word[^1] == last && text.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
