namespace Luoshi.Core.Quantities;

/// <summary>What stands behind a figure: 以上, 左右, and the noun of 12个社区. <paramref name="End"/> is where the statement ends.</summary>
internal readonly record struct Trailer(WordClass Classes, int End, string? Noun, bool Planned, string? Stage)
{
    private const int MostTokens = 10;

    private const int MostGrades = 4;

    private const int MostVerbs = 3;

    /// <summary>What begins no noun behind a figure.</summary>
    private static readonly string[] NoNoun =
        ["和", "与", "及", "并", "、", "等", "后", "时", "正在", "处于", "位于", "未", "不", "进入", "纳入", "用于", "尚", "没有", "通过", "因", "由于", "或", "且", "而", "但", "待", "需", "之", "以来", "来", "发给", "送给", "送到", "送至", "交给", "涉嫌", "存在", "进展", "返岗", "返程", "返校", "每", "／", "/", "具备", "符合", "满足", "加入", "参加", "不同程度", "受灾", "受训", "予以", "给予", "汛"];

    public bool Is(WordClass any) => (Classes & any) != 0;

    public static Trailer After(int figure, List<Token> tokens, string text)
    {
        var at = figure + 1;
        var end = tokens[figure].End;
        var classes = WordClass.None;
        while (at < tokens.Count && tokens[at].Is(WordClass.OrMore | WordClass.OrLess | WordClass.OrSo))
        {
            classes |= tokens[at].Class;
            end = tokens[at].End - (text[tokens[at].End - 1] is '的' ? 1 : 0);
            at++;
        }

        if (at < tokens.Count && tokens[at].Is(WordClass.Becomes))
        {
            return new Trailer(classes | WordClass.Becomes, end, null, false, null);
        }

        at += at < tokens.Count && tokens[at].Is(WordClass.Of) ? 1 : 0;
        var described = Described(at, tokens, text);
        var done = described > at && tokens[described - 1].Is(WordClass.Stage) ? text[tokens[tokens[at].Is(WordClass.Stage) ? at : described - 1].Start..tokens[described - 1].End] : null;
        var planned = IsPlanned(described, tokens, text);
        at = described;
        var first = at;
        var achieved = IsAchieved(figure, tokens);
        while (at < tokens.Count && at - first < MostTokens
            && (tokens[at].Kind == TokenKind.Text || (at == first && HeadsNoun(at, tokens, text)) || (at > first && (IsInside(at, tokens, text) || JoinsBodies(at, tokens, text) || EndsWork(at, tokens, text, achieved) || IsBracketed(at, tokens, text) || LeadsFilter(at, tokens, text)))))
        {
            at = tokens[at].Kind == TokenKind.Open ? tokens[at].Data + 1 : at + 1;
        }

        for (var bound = first + 2; bound + 1 < at; bound++)
        {
            // 2个投资额在500万元以上的项目: the noun stands behind what is told of it.
            first = LeadsFilter(bound - 2, tokens, text) && text[tokens[bound].End - 1] is '的' ? bound + 1 : first;
        }

        if (at > first && at + 1 < tokens.Count && tokens[at].Is(WordClass.Of) && tokens[at + 1].Kind == TokenKind.Text && Numerals.IsDigit(text[tokens[at - 1].Start]))
        {
            // 5条总长51公里的山区道路: what is told of them in passing.
            first = at + 1;
            at = first + 1;
        }

        if (at > first && at + 1 < tokens.Count && tokens[at].Is(WordClass.Of) && tokens[at + 1].Kind == TokenKind.Text && Numerals.IsChinese(text[tokens[figure].End - 1]) && MetricWords.PeopleEnd(text.AsSpan(tokens[at + 1].Start)) is > 0 and var persons)
        {
            // 52万符合条件的居民提供筛查.
            var start = tokens[at + 1].Start;
            return new Trailer(classes, start + persons, text.Substring(start, persons), planned, null);
        }

        if (at == first || (at < tokens.Count && tokens[at].Kind == TokenKind.Measure && tokens[at - 1].End - tokens[first].Start < 8 && at - first == 1 && IsTotal(text, tokens[first].Start)))
        {
            return new Trailer(classes, end, null, planned, StageAt(at, tokens, text));
        }

        var name = MetricNames.Clean(text.AsSpan(tokens[first].Start, tokens[at - 1].End - tokens[first].Start));
        name = name is null ? null : TrailingNoun.WithoutPredicate(name);
        if (name is { Length: 2 or 3 } && name[^1] is '级' && GradedNoun(at, tokens, text) is { } graded)
        {
            // 6个市级、12个区级重点项目: the grade is all that differs.
            return new Trailer(classes, tokens[at - 1].End, name + graded, planned, null);
        }

        if (name is "大关" or "台阶" or "关口" or "大台阶")
        {
            // 突破百亿元大关.
            return new Trailer(classes, tokens[at - 1].End, null, planned, null);
        }

        name = name is null ? null : TrailingNoun.Of(name, figure, described, achieved, at, tokens, text);
        var isNoun = name is not null && (!MetricWords.StartsWithAny(text.AsSpan(tokens[first].Start), NoNoun) || MetricWords.StartsWithAny(name, "不锈钢", "不动产", "不良", "不可移动", "不合格", "不达标", "不合规", "不规范", "不文明", "未成年", "未来", "后备", "后勤", "后进", "时令", "时尚", "并购", "待业", "待建", "等级") || (name[0] is '因' && MetricWords.EndsWithAny(name, MetricWords.Persons)) || NamesWhom(name));
        var within = isNoun ? text.AsSpan(tokens[first].Start, tokens[at - 1].End - tokens[first].Start).IndexOf(name, StringComparison.Ordinal) : -1;
        return isNoun
            ? new Trailer(classes, within < 0 ? tokens[at - 1].End - (text[tokens[at - 1].End - 1] is '和' or '与' or '及' ? 1 : 0) : tokens[first].Start + within + name!.Length, name, planned, StageAt(at, tokens, text) ?? done)
            : new Trailer(classes, end, null, planned, null);
    }

    /// <summary>36名<b>返岗务工人员</b>, 5起<b>涉嫌犯罪案件</b>: what is told of them stands before the noun.</summary>
    private static bool NamesWhom(string name) =>
        name.Length > 3 && name[..2] is "返岗" or "返程" or "返校" or "涉嫌" or "受灾" or "受训" && MetricWords.EndsWithAny(name, "人员", "群众", "案件", "学生", "农户", "家庭", "职工", "工人");

    /// <summary>完成320户厕所改造<b>、60个</b>小区整治: what was done is said of the whole list.</summary>
    private static bool IsAchieved(int figure, List<Token> tokens)
    {
        for (var at = figure - 1; at >= 0 && figure - at <= MostTokens; at--)
        {
            if (tokens[at].Is(WordClass.Achieve))
            {
                return at + 1 == figure || tokens[at + 1].Kind == TokenKind.Measure;
            }

            if ((at == figure - 1 && tokens[at].Kind != TokenKind.Pause) || tokens[at].Kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Semicolon)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>89项省级、81项市级、138项县级<b>服务事项</b>: the noun behind the last of them; null where they have none.</summary>
    private static string? GradedNoun(int at, List<Token> tokens, string text)
    {
        for (var turn = 0; turn < MostGrades && at + 2 < tokens.Count && tokens[at].Kind == TokenKind.Pause && tokens[at + 1].Kind == TokenKind.Measure && tokens[at + 2].Kind == TokenKind.Text; turn++, at += 3)
        {
            var other = text.AsSpan(tokens[at + 2].Start..tokens[at + 2].End);
            if (other.IndexOf('级') is not (> 0 and <= 2 and var grade))
            {
                return null;
            }

            if (grade + 2 < other.Length)
            {
                var noun = MetricNames.Clean(other[(grade + 1)..]);
                return noun is not null && MetricWords.CourseStart(noun) is > 1 and var course ? noun[..course] : noun;
            }
        }

        return null;
    }

    /// <summary>5所<b>新建</b>学校, 63个<b>新开工</b>重点项目, 10个<b>计划投产</b>项目, 33个<b>竣工投产</b>项目: where the noun begins behind the verbs that describe it.</summary>
    private static int Described(int at, List<Token> tokens, string text)
    {
        if (at + 2 < tokens.Count && tokens[at].Kind == TokenKind.Text && text.AsSpan(tokens[at].Start..tokens[at].End) is "新" && tokens[at + 1].Is(WordClass.Stage) && tokens[at + 2].Kind == TokenKind.Text)
        {
            // 6个<b>新交付</b>小区.
            return at + 2;
        }

        var verb = at < tokens.Count && tokens[at].Is(WordClass.Planned) ? at + 1 : at;
        if (verb + 1 < tokens.Count && DescribesWork(tokens[verb]) && (DescribesWork(tokens[verb + 1]) || IsWork(verb + 1, tokens, text)))
        {
            var last = verb;
            while (last + 1 < tokens.Count && last - verb < MostVerbs && DescribesWork(tokens[last + 1]))
            {
                last++;
            }

            if (last + 1 < tokens.Count && IsWork(last + 1, tokens, text))
            {
                return last + 1;
            }
        }

        if (verb + 1 >= tokens.Count || tokens[verb + 1].Kind != TokenKind.Text || tokens[verb].Kind != TokenKind.Word)
        {
            return at;
        }

        var noun = text.AsSpan(tokens[verb + 1].Start..tokens[verb + 1].End);
        return text.AsSpan(tokens[verb].Start..tokens[verb].End) is "新建" or "改建" or "扩建" or "续建"
            || (tokens[verb].Is(WordClass.Stage) && tokens[verb].End - tokens[verb].Start > 1 && (MetricWords.EndsWithAny(noun, MetricWords.Described) || MetricWords.StartsWithAny(noun, MetricWords.Described) || noun.IndexOf("项目") is > 0 and <= 4)) ? verb + 1 : at;
    }

    private static bool DescribesWork(Token token) => token.Kind == TokenKind.Word && token.Is(WordClass.Stage | WordClass.Verb | WordClass.Strive | WordClass.Up) && token.End - token.Start > 1;

    /// <summary>51个加快<b>建设项目</b>, 31个加快<b>前期项目</b>.</summary>
    private static bool IsWork(int at, List<Token> tokens, string text) =>
        (tokens[at].Kind == TokenKind.Text || tokens[at].Class == WordClass.Noun) && text.AsSpan(tokens[at].Start..tokens[at].End) is var noun
            && (noun is "项目" or "工程" or "建设项目" or "建设工程" or "重点项目" or "重大项目" || noun.StartsWith("前期项目"));

    /// <summary>2个<b>全国</b>文明村, 11家<b>全国</b>、省、市最美驿站: the grade heads the noun. 752只<b>可</b>控喇叭, 59项<b>整改</b>任务, 26家<b>超</b>亿元企业.</summary>
    private static bool HeadsNoun(int at, List<Token> tokens, string text) =>
        at + 1 < tokens.Count && ((tokens[at].Is(WordClass.Scope) && (tokens[at + 1].Kind == TokenKind.Text || (tokens[at + 1].Kind == TokenKind.Pause && at + 2 < tokens.Count && tokens[at + 2].Kind == TokenKind.Text)))
            || (tokens[at].Kind == TokenKind.Word && text.AsSpan(tokens[at].Start..tokens[at].End) is "可" && tokens[at + 1].Kind == TokenKind.Text && text[tokens[at + 1].Start] is '控' or '研' or '视' or '移' or '降')
            || (tokens[at].Is(WordClass.Stage | WordClass.Verb) && tokens[at].End - tokens[at].Start == 2 && tokens[at + 1].Kind == TokenKind.Text && text.AsSpan(tokens[at + 1].Start..tokens[at + 1].End) is "任务" or "事项" or "问题" or "措施" or "内容" or "指标" or "清单" or "情形" or "通知" or "通知书" or "建议书" && !(at + 2 < tokens.Count && tokens[at + 2].Kind == TokenKind.Measure))
            || (tokens[at].Is(WordClass.Verb | WordClass.Stage) && tokens[at + 1].Kind == TokenKind.Text && text.AsSpan(tokens[at].Start..tokens[at].End) is "检查" or "帮扶" or "签约" or "申请" or "办理" or "登记" or "调研" or "救助" or "管护" or "培训" or "调解" or "化解" or "宣传" or "审核" or "注册"
                && MetricWords.StartsWithAny(text.AsSpan(tokens[at + 1].Start..tokens[at + 1].End), "人员", "材料", "环节", "责任人", "对象", "机构", "基地", "车间", "服务", "手册", "课题", "失业人员"))
            || (tokens[at + 1].Kind == TokenKind.Text && text.AsSpan(tokens[at].Start..tokens[at].End) is "超" && text[tokens[at + 1].Start] is '亿' or '万' or '千' or '百' or '十'));

    /// <summary>20个村（社区）<b>综合文化服务中心</b>提档: a house, not what is told of the villages.</summary>
    private static bool NamesHouse(ReadOnlySpan<char> noun) => noun.IndexOf("中心") > 0 || noun.IndexOf("服务站") >= 0 || noun.IndexOf("活动室") >= 0 || noun.IndexOf("卫生室") >= 0 || noun.IndexOf("学校") > 0;

    /// <summary>17所乡<b>（镇）</b>中心幼儿园, 26个村级<b>（社区）</b>服务站: a bracket inside the noun.</summary>
    private static bool IsBracketed(int at, List<Token> tokens, string text) =>
        // 400个公共<b>（含专用）</b>充电桩.
        tokens[at].Kind == TokenKind.Open && tokens[at].Data is > 0 and var close && close - at == 3 && close + 1 < tokens.Count && tokens[at + 1].Is(WordClass.PartOf) && tokens[at + 2].Kind == TokenKind.Text && tokens[close + 1].Kind == TokenKind.Text
        ||
        tokens[at].Kind == TokenKind.Open && tokens[at].Data == at + 2 && (tokens[at + 1].Kind == TokenKind.Text || tokens[at + 1].End - tokens[at + 1].Start == 1) && at + 3 < tokens.Count && tokens[at + 3].Kind == TokenKind.Text && tokens[at - 1].End - tokens[at - 1].Start <= 2
            && (tokens[at + 1].End - tokens[at + 1].Start == 1 || (tokens[at + 1].End - tokens[at + 1].Start == 2 && (text[tokens[at - 1].End - 1] is '级' || NamesHouse(text.AsSpan(tokens[at + 3].Start..tokens[at + 3].End)))));

    /// <summary>完成155公里河道综合<b>整治</b>, 15万平方米住区<b>整治改造</b>: the work that was done closes the clause.</summary>
    private static bool EndsWork(int at, List<Token> tokens, string text, bool achieved) =>
        tokens[at].Kind == TokenKind.Word && (achieved || MetricWords.EndsWithAny(text.AsSpan(tokens[at - 1].Start..tokens[at - 1].End), "综合", "专项", "集中", "联合")) && IsNominalVerb(text.AsSpan(tokens[at].Start..tokens[at].End))
            && (ClosesClause(at + 1, tokens) || (tokens[at + 1].Kind == TokenKind.Word && IsNominalVerb(text.AsSpan(tokens[at + 1].Start..tokens[at + 1].End)) && ClosesClause(at + 2, tokens)));

    private static bool ClosesClause(int at, List<Token> tokens) => at >= tokens.Count || tokens[at].Kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Semicolon or TokenKind.Close or TokenKind.Pause;

    /// <summary>5家企业申报, 1个已结顶: what has been done to them stands behind, unless it leads the next figure.</summary>
    private static string? StageAt(int at, List<Token> tokens, string text)
    {
        while (at < tokens.Count && tokens[at].Is(WordClass.Done | WordClass.Adverb))
        {
            at++;
        }

        var stage = at < tokens.Count && tokens[at].Is(WordClass.Stage) && !(at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Measure);
        return stage ? text[tokens[at].Start..tokens[at].End] : null;
    }

    /// <summary>A one-character word between two pieces of text is part of the noun.</summary>
    private static bool IsInside(int at, List<Token> tokens, string text) =>
        tokens[at].Is(WordClass.Verb) && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Text && text.AsSpan(tokens[at].Start..tokens[at].End) is "宣传" && !MetricWords.StartsWithPeople(text.AsSpan(tokens[at + 1].Start..tokens[at + 1].End))
        || tokens[at].Kind == TokenKind.Word && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Text && text.AsSpan(tokens[at - 1].Start..tokens[at - 1].End) is var head && (head.EndsWith("重点") || head is "年度") && (NounTails.StartsNominal(text.AsSpan(tokens[at + 1].Start)) || text[tokens[at + 1].Start] is '县' or '村' or '镇' or '乡' or '户')
        || tokens[at].Kind == TokenKind.Word && at + 1 < tokens.Count && (IsNominalVerb(text.AsSpan(tokens[at].Start..tokens[at].End)) || text.AsSpan(tokens[at].Start..tokens[at].End) is "整改" or "处罚")
            && tokens[at + 1].Kind == TokenKind.Text && (NounTails.StartsNominal(text.AsSpan(tokens[at + 1].Start)) || MetricWords.EndsWithAny(text.AsSpan(tokens[at + 1].Start..tokens[at + 1].End), "工程", "项目", "任务", "行动", "试点", "基地", "培训"))
        || tokens[at].Is(WordClass.Verb) && tokens[at].End - tokens[at].Start == 2 && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Text && text.AsSpan(tokens[at + 1].Start..tokens[at + 1].End).TrimEnd("和与及") is "中心" or "机构" or "平台" or "基地" or "工作站" or "服务站" or "工作室" or "车间" or "工坊" or "设施" or "用房" or "服务点" or "驿站" or "对象" or "责任人"
        || tokens[at].Is(WordClass.OrMore | WordClass.OrLess) && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Text
        || tokens[at].Kind == TokenKind.Word && tokens[at].End - tokens[at].Start == 1 && !tokens[at].Is(WordClass.Done | WordClass.Share | WordClass.Adverb | WordClass.Reach | WordClass.About | WordClass.Of)
        && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Text;

    /// <summary>138项区委<b>、</b>区政府重点工作, 283个省、市重点项目: of both, and so one noun.</summary>
    private static bool JoinsBodies(int at, List<Token> tokens, string text)
    {
        var before = text.AsSpan(tokens[at - 1].Start..tokens[at - 1].End);
        return tokens[at].Kind == TokenKind.Pause && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Text && before.Length <= 3 && (before.Length > 1 || at - 2 < 0 || tokens[at - 2].Kind is TokenKind.Pause or TokenKind.Measure) && !(at + 2 < tokens.Count && tokens[at + 2].Kind == TokenKind.Measure && text[tokens[at + 1].End - 1] is not ('和' or '与' or '及') && (before.Length > 1 || tokens[at + 1].End - tokens[at + 1].Start < 4)) && before[^1] is '委' or '省' or '市' or '县' or '区' or '级' or '国';
    }

    /// <summary>投资额<b>在</b>500万元以上的项目: before a bound that only describes.</summary>
    private static bool LeadsFilter(int at, List<Token> tokens, string text) =>
        tokens[at].Is(WordClass.Reach | WordClass.MoreThan | WordClass.AtLeast | WordClass.About) && at + 2 < tokens.Count && tokens[at + 1].Kind == TokenKind.Text && (Numerals.IsDigit(text[tokens[at + 1].Start]) || text[tokens[at + 1].Start] is '亿' or '万' or '千' or '百')
            && (tokens[at + 2].Is(WordClass.Of) || (tokens[at + 2].Kind == TokenKind.Text && text[tokens[at + 2].Start] is '以' or '及' or '或'));

    private static bool IsNominalVerb(ReadOnlySpan<char> verb) => verb is "创建" or "改造" or "改扩建" or "建设" or "编制" or "修缮" or "整治" or "培训" or "申报" or "储备" or "试点" or "提升" or "更新" or "改善";

    private static bool IsTotal(string text, int start) => text[start] is '总' or '投' or '资' or '面' or '金' or '长' or '涉';

    /// <summary>剩余104根计划8月底前完成: the plan is told behind the figure.</summary>
    private static bool IsPlanned(int at, List<Token> tokens, string text)
    {
        for (var next = at; next < tokens.Count && next - at < MostTokens; next++)
        {
            if (tokens[next].Kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Semicolon or TokenKind.Measure or TokenKind.Pause || tokens[next].Is(WordClass.Done))
            {
                return false;
            }

            if ((tokens[next].Is(WordClass.Planned) && text[tokens[next].Start - 1] is not ('按' or '照' or '度' or '在') && PlanWords.Mark(next, tokens, text))
                || (tokens[next].Is(WordClass.Expected | WordClass.Strive) && next + 1 < tokens.Count && tokens[next + 1].Kind == TokenKind.Date))
            {
                return true;
            }
        }

        return false;
    }
}
