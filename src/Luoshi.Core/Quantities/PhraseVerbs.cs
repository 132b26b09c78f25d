namespace Luoshi.Core.Quantities;

/// <summary>What a verb is to the noun phrase it stands in.</summary>
internal enum VerbTurn
{
    /// <summary>Part of the noun: 污水<b>处理</b>厂扩建工程.</summary>
    OfNoun,

    /// <summary>Behind the noun, telling what has been done: 农村公路<b>新建</b>22公里.</summary>
    Ends,

    /// <summary>Before the noun, which begins behind it: <b>引进</b>项目.</summary>
    Leads,

    /// <summary>As <see cref="Leads"/>, behind the place it was done in: 云溪镇<b>新增</b>岗位.</summary>
    OfPlace,
}

/// <summary>Tells the verbs of a noun phrase that lead its noun from those that are part of it.</summary>
internal static class PhraseVerbs
{
    /// <summary>What does a thing by name: 安心托幼<b>行动</b>新增托位.</summary>
    private static readonly string[] Actors = ["行动", "工程", "项目", "医院", "学校", "小区", "园区", "医共体", "机构", "集团", "公司", "银行", "活动", "扩面"];

    public static VerbTurn TurnOf(int at, int stop, bool leads, NounPhrase phrase, List<Token> tokens, string text)
    {
        var token = tokens[at];
        var word = text.AsSpan(token.Start, token.End - token.Start);
        if (at == stop)
        {
            if (phrase.End < token.Start)
            {
                // 城市公厕新建、<b>改建</b>260座: the noun has ended before the first of them.
                return VerbTurn.OfNoun;
            }

            if (!leads && word is "申请" or "调解" && phrase.Stage is "受理" or "收到" or "办理" or "答复" or "接收")
            {
                // 受理专利申请8137件, 受理纠纷调解86件.
                return VerbTurn.OfNoun;
            }

            if (leads && token.Is(WordClass.Verb) && phrase.Stage is "组织" or "开展" or "举办")
            {
                // 组织检查37次: what was held.
                return VerbTurn.OfNoun;
            }

            return leads || token.Is(WordClass.Stage) ? VerbTurn.Ends : VerbTurn.OfNoun;
        }

        if (!leads && at + 2 == stop && tokens[at + 1].Kind == TokenKind.Pause && tokens[stop].Is(WordClass.Verb | WordClass.Stage | WordClass.Up))
        {
            // 城市公厕新建、改建260座.
            return token.Is(WordClass.Stage) ? VerbTurn.Ends : VerbTurn.OfNoun;
        }

        if (!leads && token.Is(WordClass.Stage) && at + 1 == stop && tokens[stop].Is(WordClass.Verb))
        {
            // 农村公路新建改造22公里.
            return VerbTurn.Ends;
        }

        if (!leads && token.Is(WordClass.Verb) && !token.Is(WordClass.Stage) && at + 1 == stop && tokens[stop].Is(WordClass.Verb) && !tokens[stop].Is(WordClass.Stage))
        {
            // 实施黑土地保护建设1万亩, 老旧小区整治改造开工8.3万平方米: the work itself is what is done.
            return VerbTurn.OfNoun;
        }

        if (!leads && phrase.Achieved)
        {
            // 完成老旧小区加装电梯38部.
            return VerbTurn.OfNoun;
        }

        if (leads && LeadingVerbs.VerbLength(text.AsSpan(token.End, tokens[stop].End - token.End)) is > 1 and var kind && token.End + kind < tokens[stop].End && text[token.End + kind] is '类')
        {
            // 整改搬迁类企业55家.
            return VerbTurn.OfNoun;
        }

        if (leads && at > 0 && tokens[at - 1].Is(WordClass.Done) && text[tokens[at - 1].End - 1] is '已' && token.Is(WordClass.Stage) && text.AsSpan(token.End, tokens[stop].End - token.End) is "事项")
        {
            // 已开工事项65件.
            return VerbTurn.Leads;
        }

        if (leads && word is "储备" && phrase.Stage is { Length: > 1 })
        {
            // 投放储备蔬菜2万吨.
            return VerbTurn.OfNoun;
        }

        if (leads && !token.Is(WordClass.Stage) && IsHad(phrase, tokens, text))
        {
            return VerbTurn.OfNoun;
        }

        if (word is "宣传" && (token.Start > phrase.Start || phrase.Stage is { Length: > 1 }) && !MetricWords.StartsWithPeople(text.AsSpan(token.End, tokens[stop].End - token.End)))
        {
            // 绘制宣传图画720幅: behind a verb it describes.
            return VerbTurn.OfNoun;
        }

        if (leads && word is "覆盖")
        {
            // 覆盖企业560家 tells how far something reaches, 站点覆盖93% of what it is told.
            return VerbTurn.OfNoun;
        }

        if (leads && (phrase.Achieved || phrase.Stage is { Length: > 1 }) && token.Is(WordClass.Verb | WordClass.Stage) && text.AsSpan(token.End, tokens[stop].End - token.End) is "项目" or "资金" or "工程" or "任务" or "基地" or "活动" or "措施" or "行动" or "方案" or "机制" or "制度")
        {
            // 争取帮扶项目63个, 完成整治工程3处: behind a verb the second one describes.
            return VerbTurn.OfNoun;
        }

        if (leads && phrase.Stage is { Length: > 1 } && token.Is(WordClass.Verb | WordClass.Stage) && LeadingVerbs.NamesPlace(text.AsSpan(token.End, tokens[stop].End - token.End)))
        {
            // 设置接待登记点18个.
            return VerbTurn.OfNoun;
        }

        if (token.Is(WordClass.Stage) && text.AsSpan(token.End, tokens[stop].End - token.End) is "通知书" or "决定书" or "告知书" or "意见书" or "指令书")
        {
            // 责令整改通知书180份: what it tells to do.
            return VerbTurn.OfNoun;
        }

        if (!leads && !phrase.IsRate && IsObject(text.AsSpan(phrase.Start, token.Start - phrase.Start)) && !text.AsSpan(token.End, tokens[stop].End - token.End).ContainsAny("、和与"))
        {
            // 播放绿化<b>宣传</b>标语20条: the clause has its verb already.
            return VerbTurn.OfNoun;
        }

        if (!leads && tokens[at + 1].Is(WordClass.Of) && MetricWords.EndsWithAny(text.AsSpan(token.End, tokens[stop].End - token.End), MetricWords.Sizes))
        {
            // 立面改造的房屋面积: of which houses.
            return VerbTurn.OfNoun;
        }

        if (!leads && text[token.End] is '及' or '和' or '与' && !token.Is(WordClass.Up | WordClass.Down))
        {
            // 农村公路改建及安防项目517个.
            return VerbTurn.OfNoun;
        }

        if (!leads && tokens[at + 1].Is(WordClass.Achieve | WordClass.Done | WordClass.Expected))
        {
            return VerbTurn.OfNoun;
        }

        var before = text.AsSpan(phrase.Start, token.Start - phrase.Start);
        var rest = text.AsSpan(token.End, tokens[stop].End - token.End).TrimStart();
        if ((word is not ("新增" or "净增") && !(leads && word is "发布" or "公布" or "编制" or "梳理" or "推出" or "上线" or "承接" or "取消" or "下放" && rest is "事项") && NounTails.IsMeasured(rest)) || (phrase.IsRate && !Promotes(token, leads, text) && !Places.EndsWithPlace(before)))
        {
            return VerbTurn.OfNoun;
        }

        if (!leads && word is "建设" or "改造" or "治理" or "整治" or "开发" or "保护" && (before.Length > 2 || before is "专项" or "基本" or "城市" or "城乡") && (MetricWords.EndsWithAny(rest, "资金", "贷款", "债券") || rest is "重点项目" or "重大项目") && !MetricWords.EndsWithAny(before, MetricWords.Doers))
        {
            // 园区基础设施建设专项债券10亿元: the money is for the work.
            return VerbTurn.OfNoun;
        }

        if (!leads && before.Length > 1 && rest.Length is 3 or 4 && MetricWords.EndsWithAny(rest, "面积", "产量") && !Places.EndsWithPlace(before))
        {
            // 中药材种植改培面积.
            return VerbTurn.OfNoun;
        }

        if (!leads && before.Length > 1 && rest is "补贴" or "补助" or "补偿" or "奖补资金" && !MetricWords.EndsWithAny(before, MetricWords.Doers) && !Places.EndsWithPlace(before))
        {
            // 耕地地力保护补贴860万元.
            return VerbTurn.OfNoun;
        }

        if (!leads && MetricWords.EndsWithAny(before, "非法", "违法", "违规", "无证"))
        {
            // 非法种植案件12起: what was done is the case.
            return VerbTurn.OfNoun;
        }

        if (word is "参加" or "参与" && rest.EndsWith("数"))
        {
            return VerbTurn.OfNoun;
        }

        if (!leads && rest is "造林" or "育林" or "抚育")
        {
            // 迹地人工更新造林: the work, by the way it is done.
            return VerbTurn.OfNoun;
        }

        if (!leads && phrase.Stage is { Length: > 1 } && rest.Length == 2 && MetricWords.EndsWithAny(rest, MetricWords.Treatments))
        {
            // 实施草原生态修复治理5.5万亩: one work, by two verbs.
            return VerbTurn.OfNoun;
        }

        if (NounTails.IsOneWith(word, rest))
        {
            // 临时帮扶解困120人次.
            return VerbTurn.OfNoun;
        }

        var followsFigure = phrase.FirstToken > 0 && tokens[phrase.FirstToken - 1].Kind == TokenKind.Measure && token.Is(WordClass.Verb) && rest is "资金" or "投资";
        if (!leads && !followsFigure && (rest.Length < 2 || (NounTails.StartsNominal(rest) && !(before.Length > 1 && word is "提供" or "推出" or "举办" or "召开" or "发布")) || word is "新增" or "净增" or "注册" or "上市" || token.Is(WordClass.Up | WordClass.Down)))
        {
            // 安置区<b>交付</b>住房: in what sort of place it was done.
            return before.Length > 3 && before[0] is '在' ? VerbTurn.Leads
                : Places.EndsWithPlace(before) ? VerbTurn.OfPlace
                : token.Is(WordClass.Stage) && Places.IsUnnamed(before) ? VerbTurn.Leads
                : word is "新增" or "净增" && rest.Length > 1 && MetricWords.EndsWithAny(before, Actors) ? VerbTurn.Leads
                : VerbTurn.OfNoun;
        }

        if (leads && !phrase.IsRate && word is "增加" or "减少" && rest.Length > 1)
        {
            // 增加床位430张: what has been added.
            return VerbTurn.Leads;
        }

        return token.Is(WordClass.Up | WordClass.Down) && !token.Is(WordClass.Stage | WordClass.Verb) && NounTails.StartsNominal(rest) ? VerbTurn.OfNoun : VerbTurn.Leads;
    }

    /// <summary>共有<b>帮扶</b>项目12个: of what is there a verb only describes, nobody does anything.</summary>
    public static bool IsHad(NounPhrase phrase, List<Token> tokens, string text) =>
        phrase.FirstToken > 0 && tokens[phrase.FirstToken - 1].Kind == TokenKind.Word && text.AsSpan(tokens[phrase.FirstToken - 1].Start..tokens[phrase.FirstToken - 1].End) is "有" or "共有" or "已有" or "现有" or "另有" or "还有" or "尚有" or "实有";

    /// <summary><b>播放绿化</b>宣传标语: a verb with the beginning of its noun; whoever is made to do something (动员群众改造) is none.</summary>
    private static bool IsObject(ReadOnlySpan<char> before) =>
        LeadingVerbs.Acts(before) is > 1 and var verb && verb + 1 < before.Length && !MetricWords.EndsWithAny(before, MetricWords.Persons) && !MetricWords.EndsWithAny(before, MetricWords.Bodies)
            && !MetricWords.EndsWithAny(before, MetricWords.Doers) && LeadingVerbs.VerbLength(before[verb..]) < 2 && !Places.EndsWithPlace(before[verb..]);

    /// <summary><b>集中</b>签约项目15个: how it was done, before the verb that does it.</summary>
    public static bool IsManner(ReadOnlySpan<char> text) => text is "" or "初步" or "全口径" or "紧急" or "集中" or "正式" or "成功" or "直接" or "联合" or "统筹" or "现场" or "当场" or "就地" or "立即" or "限期" or "随机" or "逐户" or "逐项" or "上门" or "陆续" or "相继" or "自行" or "按时" or "超时" or "首批" or "新" or "柔性" or "依法" or "主动" or "积极" or "自主" or "同步" or "大力" or "深入" or "精准" or "及时" or "顺利" or "着力";

    public static int PullOf(ReadOnlySpan<char> word) => word is "拉动" or "带动" or "上拉" ? 1 : word is "影响" ? 0 : -1;

    /// <summary>低于计划, 超均衡进度: what a one-character word may compare with.</summary>
    public static bool ComparesWithPlan(Token token, Token last, string text)
    {
        var with = text.AsSpan(token.End, Math.Max(0, last.End - token.End));
        return with.IndexOf("计划") >= 0 || with.IndexOf("目标") >= 0 || with.IndexOf("序时") >= 0 || with.IndexOf("平均") >= 0 || with.IndexOf("均值") >= 0
            || with.IndexOf("时间") >= 0 || with.EndsWith("进度") || with.EndsWith("任务") || with.IndexOf("同期") >= 0 || with.IndexOf("年") >= 0 || with.IndexOf("月") >= 0 || token.Is(WordClass.Than);
    }

    /// <summary>推动规上工业增加值增长8%, 提升群众满意度2个百分点: these never begin the noun of a rate.</summary>
    private static bool Promotes(Token token, bool leads, string text) =>
        leads && (token.Is(WordClass.Up | WordClass.Down)
            || text.AsSpan(token.Start, token.End - token.Start) is "推动" or "推进" or "加快推进" or "支持" or "帮助" or "争取" or "实施" or "开展" or "为" or "对" or "将" or "把" or "向" or "聚焦" or "围绕" or "紧盯" or "锚定");
}
