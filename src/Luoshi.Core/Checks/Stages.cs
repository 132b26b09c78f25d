using System.Buffers;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks;

/// <summary>How far the things counted have come.</summary>
internal enum Stage
{
    /// <summary>The text does not say.</summary>
    Unknown,

    /// <summary>储备, 排摸, 意向: not even asked for.</summary>
    Prepared,

    /// <summary>申报, 上报: asked for, not granted.</summary>
    Applied,

    /// <summary>开工, 启动: begun.</summary>
    Started,

    /// <summary>建成, 认定, 交付: there.</summary>
    Finished,
}

/// <summary>Tells the stage from the words around a figure: 申报 is not 认定, 开工 is not 建成.</summary>
internal static class Stages
{
    private static readonly WordFinder Prepared = new("排摸 摸排 储备 意向 拟申报 在谈 谋划 筛选 列入培育库 纳入培育库 走访 对接 物色 报名 合同已签 已签合同");

    private static readonly WordFinder Applied = new("申报 认证受理 申报受理 上报 已推荐 报送申请 网上申报 提交申请 申请 推荐上报 推荐申报 组织推荐 获推荐 市级推荐 省级推荐 县级推荐 待批复 待审批 待评审 待认定 待公示 正在审核 正在评审 审核中 评审中");

    private static readonly WordFinder Started = new("开工 开建 启动 动工 进场 在建 正在建设 正在施工 正在实施 施工中 建设中 推进中 有序推进 内部装修 进入装修 进入收尾 进入安装 进入主体 施工阶段 建设阶段 装修阶段 安装阶段 收尾阶段 调试阶段 实施阶段 前期 招标 招投标 设计 选址 封顶 结顶 开挖");

    private static readonly WordFinder Finished = new("建成 完成 结业 并网 交付 投用 投产 竣工 完工 认定 获批 获评 入库 入选 落户 落地 发放 安装 新增 通过验收 办结 销号 引进 盘活 出让 供应 拆除 投入使用 投入运营 通过 授牌 命名 完成改造 整改到位 实现 达到");

    private static readonly WordFinder Examined = new("审查通过 审核通过 图审通过 会审通过 联审通过 预审通过 通过审查 通过审核 通过图审 通过会审 通过联合审查 通过联审 通过资格审查 通过预审");

    private static readonly WordFinder Objects = new("对象 名单 点位 选址 地块 计划");

    private static readonly WordFinder UnderReview = new("初审 初评 预审 初验 待复核 待省 待市 入库培育");

    private static readonly WordFinder Permit = new("用地预审 规划预审 选址预审");

    private static readonly string[] Urging = ["指导", "辅导", "帮助", "引导", "督促", "鼓励", "动员", "组织"];

    private static readonly WordFinder Striving = new("创建 争创 申报 申请 备案 对接");

    private static readonly string[] Phases = ["签约", "开工", "竣工", "建成", "投产", "投用", "申报", "认定", "落地", "挂牌", "出让", "完工"];

    /// <summary>Works that come before a thing is there, with 完成 before or behind them.</summary>
    private static readonly string[] Steps =
        ["选址", "规划", "规划编制", "方案编制", "设计", "招标", "招投标", "立项", "可研", "勘察", "勘测", "征地", "土地平整", "场地平整", "平整", "清表", "桩基", "基础施工", "主体结构", "主体工程", "主体施工", "主体", "路基", "路面", "备料", "整地", "整形", "前期", "前期工作", "摸排", "摸底", "备案", "签约"];

    /// <summary>摸排登记, 摸底调查: works of counting, behind another one.</summary>
    public static readonly string[] Counts = ["登记", "核查", "调查", "鉴定", "统计", "建档", "造册", "评估", "摸底", "摸排", "勘查", "踏勘"];

    private static readonly string[] Paper = ["选址", "规划", "规划编制", "方案编制", "设计", "招标", "招投标", "立项", "可研", "勘察", "勘测"];

    /// <summary>Those of the steps that are done on the ground, after which only the rest of the same work is left.</summary>
    private static readonly string[] Groundworks = ["土地平整", "场地平整", "平整", "桩基", "基础施工", "主体结构", "主体工程", "主体施工", "主体", "路基", "路面", "整地"];

    private static readonly string[] Treatments = ["整治", "治理", "改造", "盘活", "处置", "清理", "化解", "修复", "拆除", "腾退", "整改", "消除", "清退"];

    private static readonly WordFinder StepDone = new(string.Join(' ', Steps.Where(step => step.Length > 1 && step is not ("路面" or "主体" or "平整" or "签约" or "摸排" or "摸底" or "备案")).Select(step => "完成" + step)));

    /// <summary>The characters of 已于6月底, 项目均顺利 and the like: what may stand between a thing and the verb that says it is there.</summary>
    private static readonly SearchValues<char> SaysWhen = SearchValues.Create("已经均都全部项目工程建设正式于现顺利基本成功目前月日年底初并，、（）() 0123456789一二三四季度上半下");

    private const string Intention = "意向";

    private const string Recommended = "推荐";

    private const string Talks = "洽谈";

    private const string InHand = "正在";

    private static readonly WordFinder Realised = new("落地 转化 正式签约 到岗");

    /// <summary>Where a target is about the application itself, an application answers it.</summary>
    private static readonly WordFinder NotApplied = new("申报认定 申请认定通过 申报成功 申报通过 已获批 已认定 申请专利 申请量 专利申请 申请执行");

    /// <summary>The stage of the figure and the words that say so.</summary>
    public static (Stage Stage, TextSpan? Words) Of(string text, Quantity quantity)
    {
        var clause = Clauses.Around(text, quantity.Span);
        var words = text.AsSpan(clause.Start, clause.Length);
        if (!NotApplied.In(words) && Applied.Find(text, clause) is { } applied && !IsOfOther(text, applied, quantity))
        {
            return (Stage.Applied, applied);
        }

        if (quantity.Stage == Recommended && !quantity.MetricKey.Contains("就业", StringComparison.Ordinal) && !quantity.MetricKey.Contains('岗', StringComparison.Ordinal) && text.LastIndexOf(Recommended, Math.Max(0, quantity.ValueSpan.Start - 1), StringComparison.Ordinal) is >= 0 and var recommended)
        {
            // 推荐省级绿色工厂4家: put forward for a title, which others give.
            return (Stage.Applied, new TextSpan(recommended, Recommended.Length));
        }

        if (quantity.MetricKey.EndsWith(Recommended, StringComparison.Ordinal))
        {
            // 省级重点村推荐2个: put forward, whatever follows.
            return (Stage.Applied, new TextSpan(quantity.Span.Start + Math.Max(0, quantity.Span.Of(text).IndexOf(Recommended, StringComparison.Ordinal)), Recommended.Length));
        }

        if (text.AsSpan(0, quantity.Span.Start).EndsWith(Talks))
        {
            // 洽谈亿元以上项目4个: nothing is agreed yet.
            return (Stage.Prepared, new TextSpan(quantity.Span.Start - Talks.Length, Talks.Length));
        }

        // 完成申报推荐，其中示范社26家: what is told of the whole is told of its parts.
        if (words.StartsWith("其中") && clause.Start >= 2 && Applied.Find(text, Clauses.Around(text, new TextSpan(clause.Start - 2, 1))) is { } whole)
        {
            return (Stage.Applied, whole);
        }

        // 新增23家，均已上报待评审: what follows takes back what the verb said.
        if (clause.End < text.Length && text[clause.End] is '，')
        {
            var next = Clauses.Around(text, new TextSpan(clause.End + 1, 0));
            var following = text.AsSpan(next.Start, Math.Min(next.Length, 14));
            if ((following.StartsWith("均") || following.StartsWith("已") || following.StartsWith("都") || following.StartsWith("正") || following.StartsWith("全部") || following.StartsWith("待"))
                && following.IndexOfAnyInRange('0', '9') < 0 && (Applied.Find(text, new TextSpan(next.Start, following.Length)) ?? UnderReview.Find(text, new TextSpan(next.Start, following.Length))) is { } later)
            {
                return (Stage.Applied, Awaited(text, next, later));
            }
        }

        if (Permit.Find(text, clause) is { } permit && !IsOfOther(text, permit, quantity))
        {
            // 4座用地预审均已通过: on paper, and no title that was applied for.
            return (Stage.Prepared, permit);
        }

        if (UnderReview.Find(text, clause) is { } review && !IsOfOther(text, review, quantity))
        {
            // 通过区级初评，待省、市复核.
            return (Stage.Applied, Awaited(text, clause, review));
        }

        if (quantity.Stage is "通过" && Examined.Find(text, clause) is { } examined)
        {
            // 受理申请88台，联合审查通过71台: what may be built, and is not.
            return (Stage.Started, examined);
        }

        if (Urged(text, clause, quantity) is { } urged)
        {
            return (Stage.Prepared, urged);
        }

        if (StepDone.Find(text, clause) is { } step && !IsOfOther(text, step, quantity) && !(quantity.Metric is { } what && StepIn(what) is not null))
        {
            // 4座书房均已完成选址: on paper, and nothing has begun.
            return (Array.Exists(Paper, word => step.Of(text).EndsWith(word, StringComparison.Ordinal)) ? Stage.Prepared : Stage.Started, step);
        }

        // 引进意向人才41名, 达成签约意向8个: the verb is of what is meant, not of what is done.
        if (text.IndexOf(Intention, clause.Start, clause.Length, StringComparison.Ordinal) is >= 0 and var at && !Realised.In(words) && !(quantity.Stage is not null && IsOfOther(text, new TextSpan(at, Intention.Length), quantity)))
        {
            return (Stage.Prepared, new TextSpan(at, Intention.Length));
        }

        // 正在培育6个: begun, whatever the verb.
        if (InHandBefore(text, clause, quantity) is >= 0 and var begun)
        {
            return (Stage.Started, new TextSpan(begun, InHand.Length));
        }

        if (quantity is { Stage: null, MetricKey: "施工" } && text.AsSpan(0, quantity.ValueSpan.Start).EndsWith("施工"))
        {
            // 验收2个，施工7个: being worked on.
            return (Stage.Started, TextSpan.Between(quantity.Span.Start, quantity.ValueSpan.Start));
        }

        if (quantity.Stage is { } own)
        {
            if (own is not "验收" && text.LastIndexOf("待" + own, Math.Max(0, quantity.ValueSpan.Start - 1), StringComparison.Ordinal) is >= 0 and var waiting && waiting >= clause.Start)
            {
                // 签约待开工4个: waiting for what the verb says.
                return (Stage.Prepared, new TextSpan(waiting, own.Length + 1));
            }

            var stage = OfWord(own);
            if (stage != Stage.Unknown)
            {
                return (stage, null);
            }
        }

        // What is said last before the figure, or right behind it, is said of it.
        for (var from = clause.Start; Finished.Find(text, TextSpan.Between(from, clause.End)) is { } finished; from = finished.End)
        {
            if (finished.Start >= quantity.ValueSpan.End && IsOfOther(text, finished, quantity))
            {
                // 开挖13公里、回填完工10.4公里: it is said of those behind.
                break;
            }

            // 3条河道建设完成投资2100万元: the money is spent, the works are not done.
            if (text.AsSpan(clause.Start, finished.Start - clause.Start).EndsWith(InHand))
            {
                // 1处正在安装设备: what is being done is not done.
                return (Stage.Started, new TextSpan(finished.Start - InHand.Length, InHand.Length));
            }

            if (!(quantity.BaseUnit != "元" && text.AsSpan(finished.End).StartsWith("投资", StringComparison.Ordinal)))
            {
                return (Stage.Finished, finished);
            }
        }

        // 高中1所正在装修: in hand, whatever is done to it.
        if (text.IndexOf(InHand, Math.Min(quantity.ValueSpan.End, clause.End), Math.Max(0, clause.End - quantity.ValueSpan.End), StringComparison.Ordinal) is >= 0 and var going)
        {
            return (Stage.Started, new TextSpan(going, InHand.Length));
        }

        return Started.Find(text, clause) is { } started && !IsOfOther(text, started, quantity) ? (Stage.Started, started)
            : Prepared.Find(text, clause) is { } prepared && !(quantity.Stage is not null && IsOfOther(text, prepared, quantity)) ? (Stage.Prepared, prepared)
            : Chosen(text, clause, quantity) is { } chosen ? (Stage.Prepared, chosen)
            : (Stage.Unknown, null);
    }

    /// <summary><b>待省</b>厅评审: with what is waited for, as far as the clause says it.</summary>
    private static TextSpan Awaited(string text, TextSpan clause, TextSpan review)
    {
        const int Longest = 8;
        var rest = TextSpan.Between(review.Start, Math.Min(clause.End, review.Start + Longest));
        return review.Of(text)[0] is '待' && rest.End == clause.End && rest.Of(text).All(Reading.PlainText.IsHan) ? rest : review;
    }

    /// <summary>建成2个、完成设计1个; 申报5家、获批2家: the words stand in another item of the list, with a figure of its own.</summary>
    private static bool IsOfOther(string text, TextSpan words, Quantity quantity)
    {
        var between = words.Start >= quantity.ValueSpan.End ? text.AsSpan(quantity.ValueSpan.End, words.Start - quantity.ValueSpan.End)
            : words.End <= quantity.ValueSpan.Start ? text.AsSpan(words.End, quantity.ValueSpan.Start - words.End)
            : default;
        var mark = between.IndexOf('、');
        return mark >= 0 && (words.Start >= quantity.ValueSpan.End ? text.AsSpan(words.End, Math.Min(4, text.Length - words.End)).IndexOfAnyInRange('0', '9') >= 0 || between[mark..].IndexOfAnyInRange('0', '9') >= 0 : between[..mark].IndexOfAnyInRange('0', '9') >= 0);
    }

    /// <summary>指导12家民宿开展创建: whom the office helps to come so far.</summary>
    private static TextSpan? Urged(string text, TextSpan clause, Quantity quantity) =>
        Array.Find(Urging, verb => text.AsSpan(0, quantity.Span.Start).EndsWith(verb)) is { } verb && Striving.Find(text, TextSpan.Between(Math.Min(quantity.ValueSpan.End, clause.End), clause.End)) is not null
            ? new TextSpan(quantity.Span.Start - verb.Length, verb.Length) : null;

    /// <summary>Whether the office only helps or urges those that are counted: 指导412家企业开展申报.</summary>
    public static bool IsUrged(string text, Quantity quantity) => Array.Exists(Urging, verb => text.AsSpan(0, quantity.Span.Start).EndsWith(verb));

    /// <summary>确定500户改造对象: whom it will be done for.</summary>
    private static TextSpan? Chosen(string text, TextSpan clause, Quantity quantity) =>
        text.IndexOf("确定", clause.Start, Math.Max(0, quantity.ValueSpan.Start - clause.Start), StringComparison.Ordinal) is >= 0 and var at
            && Objects.Find(text, TextSpan.Between(Math.Min(quantity.ValueSpan.End, clause.End), clause.End)) is not null
            ? new TextSpan(at, 2) : null;

    /// <summary>Whether the thing named is told to be there close behind its name: 青岚农贸市场已建成.</summary>
    public static bool IsToldFinished(string text, string name)
    {
        const int Close = 8;
        for (var at = name.Length == 0 ? -1 : text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            if (Finished.Find(text, TextSpan.Between(at + name.Length, Math.Min(text.Length, at + name.Length + Close))) is { } told && text.AsSpan(at + name.Length, told.Start - at - name.Length).IndexOfAnyExcept(SaysWhen) < 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>正在治理58个, 未启动27个: whether the figure's own words say that it is being done, or has not begun.</summary>
    public static bool IsUndone(string text, Quantity quantity) =>
        quantity.Stage?.StartsWith('未') == true || InHandBefore(text, Clauses.Around(text, quantity.ValueSpan), quantity) >= 0;

    private static int InHandBefore(string text, TextSpan clause, Quantity quantity) =>
        text.IndexOf(InHand, clause.Start, Math.Max(0, quantity.ValueSpan.Start - clause.Start), StringComparison.Ordinal);

    /// <summary>Whether the words tell of work that has at least begun.</summary>
    public static bool TellsWork(string text, TextSpan part) => Finished.Find(text, part) is not null || Started.Find(text, part) is not null;

    /// <summary>Whether the words tell of something that is done or there.</summary>
    public static bool TellsEnd(string text, TextSpan part) => Finished.Find(text, part) is not null;

    /// <summary>Whether the verb is of what an office does with others, and brings nothing about by itself: 组织, 走访, 提供.</summary>
    public static bool IsActivity(string verb) => verb is "组织" or "走访" or "举办" or "提供" or "服务" or "参加" or "检查" or "宣传" or "慰问" or "调研" or "召开" or "参与" or "接待";

    /// <summary>Whether the verb is of what is done to things that are there already and not as they should be: 整治, 盘活, 化解.</summary>
    public static bool IsTreatment(string verb) => Array.Exists(Treatments, verb.EndsWith);

    /// <summary>The early work that a name tells of: 路基 of 农村公路路基. Null for none.</summary>
    public static string? StepIn(string? name) => name is null ? null : Array.Find(Steps, step => name.EndsWith(step, StringComparison.Ordinal) || (step.Length > 2 && name.Contains(step, StringComparison.Ordinal)));

    /// <summary>摸排登记, 招标: whether the name tells of early works and of nothing else.</summary>
    public static bool IsStepAlone(string name) => StepIn(name) == name || Array.Exists(Steps, step => name.StartsWith(step, StringComparison.Ordinal) && Array.IndexOf(Counts, name[step.Length..]) >= 0) || (name.StartsWith("入户", StringComparison.Ordinal) && Array.IndexOf(Counts, name[2..]) >= 0);

    /// <summary>Whether the early work that a name tells of is done on the ground: 土地平整, and no 备案.</summary>
    public static bool TellsGroundwork(string name) => StepIn(name) is { } step && Array.IndexOf(Groundworks, step) >= 0;

    /// <summary>路面 of a road: behind it nothing more is to be done.</summary>
    public static bool IsLastWork(string name) => name is "路面" or "路面硬化" or "路面铺筑" or "路面铺设" or "面层" or "沥青面层" or "路面摊铺";

    /// <summary>Whether the words that tell the stage are 意向: somebody means to, nothing is agreed.</summary>
    public static bool IsIntention(string text, TextSpan? words) => words?.Of(text) == Intention;

    /// <summary>What 意向项目, 意向协议外资项目 mean to bring: 项目, 外资项目. Null where nothing is only meant.</summary>
    public static string? Intended(string metric)
    {
        if (metric.IndexOf(Intention, StringComparison.Ordinal) is not (>= 0 and var at))
        {
            return null;
        }

        var meant = metric[(at + Intention.Length)..];
        return meant.StartsWith("协议", StringComparison.Ordinal) || meant.StartsWith("合同", StringComparison.Ordinal) ? meant[2..] : meant;
    }

    /// <summary>The word of the figure's own verb that tells one phase of a project from another; null where it names none: 新开工 and 竣工投产 of the same projects.</summary>
    public static string? Phase(Quantity quantity) => quantity.Stage is not { } verb ? null
        : verb.Contains("开建", StringComparison.Ordinal) || verb.Contains("动工", StringComparison.Ordinal) ? "开工"
        : verb.Contains("投入使用", StringComparison.Ordinal) || verb.Contains("投入运营", StringComparison.Ordinal) ? "投用"
        : Array.Find(Phases, phase => verb.Contains(phase, StringComparison.Ordinal));

    /// <summary>Whether the figure's own verb says that the things are there: 完工 is no early step of 完成.</summary>
    public static bool SaysFinished(Quantity quantity) => quantity.Stage is { } verb && OfWord(verb) == Stage.Finished;

    /// <summary>The stage that a target asks for.</summary>
    public static Stage Asked(Quantity target) => target.Stage is "建设" ? Stage.Finished : target.Stage is "续建" ? Stage.Started : target.Stage is { } word && OfWord(word) is { } stage and not Stage.Unknown ? stage : Stage.Unknown;

    /// <summary>Whether things that have come as far as <paramref name="reached"/> answer a target that asks for <paramref name="asked"/>.</summary>
    public static bool Answers(Stage asked, Stage reached) => reached switch
    {
        Stage.Unknown or Stage.Finished => true,
        Stage.Started => asked is Stage.Started or Stage.Prepared,
        Stage.Applied => asked is Stage.Applied or Stage.Prepared,
        Stage.Prepared => asked is Stage.Prepared,
    };

    /// <summary>The office's words for what is missing.</summary>
    public static string Difference(Stage reached) => reached switch
    {
        Stage.Applied => "申报不等于认定或建成",
        Stage.Started => "开工、启动不等于建成",
        Stage.Prepared => "储备、排摸不等于完成",
        Stage.Unknown or Stage.Finished => "环节不同",
    };

    private static Stage OfWord(string word) =>
        Applied.In(word) ? Stage.Applied
        : Finished.In(word) || word is "新建" or "改造" or "培育" or "创建" or "配备" or "整治" or "整改" or "交付使用" ? Stage.Finished
        : Started.In(word) || word is "实施" or "推进" or "加快推进" or "开展" ? Stage.Started
        : Prepared.In(word) || word is "招引" or "支持" or "引导" or "排查" or "发现" or "交办" or "受理" ? Stage.Prepared
        : Stage.Unknown;
}
