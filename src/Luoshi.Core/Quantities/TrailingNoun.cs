using System.Buffers;

namespace Luoshi.Core.Quantities;

/// <summary>Cuts the noun behind a figure where what is told of it begins: 27个省份<b>督导核查</b>56个市, 200家企业<b>“上云用数”</b>.</summary>
internal static class TrailingNoun
{
    /// <summary>Where a predicate begins that no noun contains: 78个问题正按时序推进.</summary>
    private static readonly SearchValues<char> Predicate = SearchValues.Create("正已未尚均按报被将");

    private static readonly string[] WhereItStands = ["处于", "总体进展", "总体进度", "总体推进", "总体顺利", "有序推进"];

    /// <summary>The noun before 正, 已, 未 and their like; null where nothing stands there.</summary>
    public static string? WithoutPredicate(string? name)
    {
        if (name is not null && PredicateStart(name) is >= 0 and var verb)
        {
            // 2.2万脱贫人口<b>人均</b>收入.
            var stop = verb > 2 && name[verb] is '均' && name[verb - 1] is '人' or '户' or '亩' or '平' ? verb - 1 : verb;
            name = stop == 0 ? null : name[..stop];
        }

        // 19项成果<b>获</b>科学技术奖.
        if (name is not null && name.IndexOf('获') is > 1 and var won && name[won - 1] is not ('收' or '捕' or '缴' or '抓' or '查' or '破' or '荣' or '斩'))
        {
            name = name[..won];
        }

        return name;
    }

    /// <summary>
    /// The noun of the figure at token <paramref name="figure"/>, whose words begin at <paramref name="described"/> and end before <paramref name="at"/>; null where they
    /// are no noun. What 完成 stands before is <paramref name="achieved"/> and keeps the work in its name.
    /// </summary>
    public static string? Of(string? name, int figure, int described, bool achieved, int at, List<Token> tokens, string text)
    {
        if (name is { Length: > 2 } && name[0] is '新' && name[1] is '“')
        {
            // 6个新“口袋公园”.
            name = name[1..];
        }

        if (name is { Length: > 4 } && figure > 0 && text.AsSpan(tokens[figure - 1].Start..tokens[figure - 1].End) is "为" or "对" or "向" && LeadingVerbs.Inside(name) is > 1 and var given)
        {
            // 为90个文艺队配发音响设备.
            name = name[..given];
        }

        if (name is "重点" or "专项" or "主要")
        {
            // 投入54万元<b>重点</b>打造.
            name = null;
        }

        // 20个工作组<b>深入</b>一线, 300支队伍<b>纳入</b>体系.
        if (name is not null && MetricWords.CourseStart(name) is > 1 and var behind)
        {
            name = name[..behind];
        }

        if (name is not null && at < tokens.Count && text[tokens[at].Start - 1] is '全' && text.AsSpan(tokens[at].Start).StartsWith("覆盖") && MetricWords.Bodies.Where(word => name.StartsWith(word, StringComparison.Ordinal)).MaxBy(word => word.Length) is { } reached)
        {
            // 63个<b>小区</b>垃圾分类全覆盖: all of them have it.
            name = reached;
        }

        if (name is not null && NounEnds.PassageStart(name) is > 0 and var passage)
        {
            name = name[..passage];
        }

        if (name is not null && name.IndexOf("常态化", StringComparison.Ordinal) is > 1 and var always)
        {
            // 74家企业<b>常态化</b>开展测试.
            name = name[..always];
        }

        if (name is not null && WhereItStands.Select(words => name.IndexOf(words, StringComparison.Ordinal)).Where(at => at > 1).DefaultIfEmpty(-1).Min() is > 1 and var stands)
        {
            // 4座泵站<b>处于</b>设计阶段, 6件实事<b>总体进展</b>顺利.
            name = name[..stands];
        }

        // 10个微小水体<b>进行</b>整治.
        if (name is not null && name.IndexOf("进行", StringComparison.Ordinal) is > 0 and var course)
        {
            name = name[..course];
        }

        if (name is { Length: > 2 } && name[^1] is '合' && at < tokens.Count && tokens[at].Is(WordClass.Share))
        {
            // 五个罪名<b>合</b>占51.7%.
            name = name[..^1];
        }

        // 40个城市<b>新</b>筹集: the adverb belongs to the verb behind.
        if (name is { Length: > 1 } && name[^1] is '新' or '共' or '均' or '再' or '全' && name[^2] is not ('创' or '更' or '革' or '翻' or '安' or '健' or '完' or '齐') && at < tokens.Count && tokens[at].Is(WordClass.Stage | WordClass.Verb | WordClass.Achieve))
        {
            name = name[..^1];
        }

        // 200家企业“上云用数”: a quotation behind a noun is what is done with it.
        // 10个省级“双微”提升点: behind the grade it is a name, and so the noun's.
        if (name is not null && name.IndexOf('“') is > 1 and var quotation && name[quotation - 1] is not '级')
        {
            name = name[..quotation];
            name = name.Length > 3 && name[^2..] is "运行" or "推行" or "实行" or "开展" ? name[..^2] : name;
        }

        if (name is not null && Numerals.IsChinese(text[tokens[figure].End - 1]) && !MetricWords.EndsWithAny(name, MetricWords.Persons) && MetricWords.PeopleEnd(name) is > 0 and var people)
        {
            // 30万农村人口饮水安全问题: the people are counted.
            name = name[..people];
        }

        if (name is { Length: > 5 } && MetricWords.EndsWithAny(name, "营收", "产值", "增加值", "税收", "利润", "收入") && MetricWords.ScaleStart(name) is > 1 and var scale)
        {
            // 26个试点园区规上企业营收: what is told of those in them.
            name = name[..scale];
        }

        if (name is not null && !achieved && CountedHeads.End(text[tokens[figure].End - 1], name) is > 0 and var head)
        {
            name = name[..head];
        }

        if (name is not null && BodyLength(name) is > 0 and var body)
        {
            name = name[..body];
        }

        if (name is not null && name.IndexOf('和') is > 1 and var and && and + 2 < name.Length && at + 1 < tokens.Count && (tokens[at].Kind == TokenKind.Measure || (tokens[at].Kind == TokenKind.Word && tokens[at].End - tokens[at].Start == 1 && tokens[at + 1].Kind == TokenKind.Measure)))
        {
            // 6条道路和南北向9条道路: the second noun is of the next figure.
            name = name[..and];
        }

        // 为1862名农民工追回工资2360万元: the verb belongs to the next figure.
        if (name is not null && at < tokens.Count && tokens[at].Kind == TokenKind.Measure && Math.Max(LeadingVerbs.Inside(name), MetricWords.TotalStart(name)) is > 0 and var next)
        {
            name = name[..next];
        }

        if (name is { Length: > 3 } && !achieved && at < tokens.Count && (tokens[at].Kind == TokenKind.Measure || (tokens[at].Is(WordClass.Verb) && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Measure)) && LeadingVerbs.AtEnd(name) is > 0 and var closing)
        {
            // 27个省份督导核查56个市.
            name = name[..closing];
        }

        if (name is not null && MetricWords.PeopleEnd(name) is > 0 and var served && VerbShapes.Length(name.AsSpan(served)) > 1)
        {
            // 为2.4万名农民工追发工资.
            name = name[..served];
        }

        if (name is { Length: > 3 } && at < tokens.Count && tokens[at].Is(WordClass.Stage | WordClass.Verb) && (PhraseVerbs.IsManner(name.AsSpan(name.Length - 2)) || name[^2..] is "达标" or "独立" or "陆续" or "免费" or "统一" or "相继" or "依次" or "逐一" or "集体" or "按时" or "分批"))
        {
            // 147个教室独立接入.
            name = name[..^2];
        }

        if (name is { Length: > 3 } && name[^2..] is "总体" or "整体" && at < tokens.Count && tokens[at].Is(WordClass.Progress))
        {
            // 4个示范点<b>总体</b>形象进度达70%.
            name = name[..^2];
        }

        if (name is { Length: > 3 } && name[^2..] is "主体" && name is not ("经营主体" or "市场主体" or "责任主体" or "创新主体" or "实施主体" or "投资主体") && at + 1 < tokens.Count && (tokens[at].Is(WordClass.Stage) || (tokens[at].Is(WordClass.Adverb) && tokens[at + 1].Is(WordClass.Stage))))
        {
            // 12幢安置房主体全面完工: how far each of them is.
            name = name[..^2];
        }

        if (name is { Length: > 3 } && name[^2..] is "扫尾" or "收尾")
        {
            // 5所卫生院工程扫尾: how far the work on them is.
            name = name.EndsWith("工程扫尾", StringComparison.Ordinal) || name.EndsWith("工程收尾", StringComparison.Ordinal) ? name[..^4] : name[..^2];
        }

        if (name is { Length: > 3 } && (name[^2..] is "受益" or "受惠" or "获益" or "驻守" or "值守" or "备勤" or "待命" or "倒塌" or "受损" or "损毁" || (name[^2..] is "就业" && MetricWords.PeopleEnd(name) == name.Length - 2)))
        {
            name = name[..^2];
        }

        if (name is not null && MetricWords.StartsWithAny(name, ["享受", "领取", "脱贫", "受益", "获益", "返贫", "致富", "增收", "入社", "入股", "入会"]) && !(name.Length > 3 && MetricWords.StartsWithAny(name.AsSpan(2), "人口", "群众", "家庭", "人员", "劳动力", "农户", "儿童", "职工", "地区")))
        {
            name = null;
        }

        if (name is not null && figure > 0 && text.AsSpan(tokens[figure - 1].Start..tokens[figure - 1].End) is "有" or "已有" && LeadingVerbs.Match(name) is > 1 and var doing && !NounTails.StartsNominal(name.AsSpan(doing)))
        {
            // 36家企业已有31家恢复正常生产: what they have done.
            name = null;
        }

        if (name is not null && text[tokens[figure].End - 1] is '元' && described > figure + 1 && tokens[described - 1].Is(WordClass.Verb | WordClass.Stage) && tokens[described - 2].Kind == TokenKind.Measure)
        {
            // 投入527万元新建校舍.
            name = null;
        }

        if (name is not null && text[tokens[figure].End - 1] is '元' or '户' or '人' && LeadingVerbs.Match(name) > 1 && name is not ("补贴" or "补助" or "补偿" or "奖励") && !NounTails.StartsNominal(name.AsSpan(LeadingVerbs.Match(name))))
        {
            // 投资1.5亿元开发小区, 支持1863户发展生产.
            name = null;
        }

        return name;
    }

    /// <summary>Where a predicate begins behind the noun, -1 for nowhere. 申报, 填报 and the like end a noun.</summary>
    private static int PredicateStart(ReadOnlySpan<char> name)
    {
        var start = name.IndexOfAny(Predicate);
        if (start >= 0 && name[start] is '未' && start + 1 < name.Length && name[start + 1] is '成' or '来')
        {
            // 未成年人保护工作站.
            return -1;
        }

        if (start >= 0 && name[start] is '将' && start + 1 < name.Length && name[start + 1] is '军' or '士' or '领' or '来')
        {
            return -1;
        }

        while (start > 0 && name[start] is '正' && name[start - 1] is '矫' or '纠' or '修' or '公' or '改' or '校' or '不')
        {
            // 12名社区矫<b>正</b>对象.
            var other = name[(start + 1)..].IndexOfAny(Predicate);
            start = other < 0 ? -1 : start + 1 + other;
        }

        while (start > 0 && ((name[start] is '被' && name[start - 1] is '植' or '棉' or '地') || name[start] is '报') && (name[start] is '被' || start + 1 == name.Length || name[start + 1] is not ('省' or '市' or '区' or '县' or '国' or '上' or '批' or '送' or '请' or '经')))
        {
            var next = name[(start + 1)..].IndexOfAny(Predicate);
            start = next < 0 ? -1 : start + 1 + next;
        }

        return start;
    }

    /// <summary>432家<b>企业</b>纾困解难: the length of whoever it is done for, before what is done; 0 where the noun is one.</summary>
    private static int BodyLength(string name)
    {
        foreach (var body in MetricWords.Bodies)
        {
            var end = name.IndexOf(body, StringComparison.Ordinal) + body.Length;
            // 12个居民<b>小区</b>供水设施改造: what the first describes.
            end += end > body.Length - 1 && MetricWords.StartsWithAny(name.AsSpan(end), "小区", "社区", "家庭") ? 2 : 0;
            if (end > body.Length - 1 && end < name.Length && (MetricWords.StartsWithAny(name.AsSpan(end), MetricWords.Predicates) || MetricWords.EndsWithAny(name, "率", "比例", "占比", "比重", "收入", "营收", "产值", "税收", "利润", "增加值", "零售额", "销售额", "营业额", "产量", "用电量") || (end == body.Length && MetricWords.EndsWithAny(name.EndsWith("工作", StringComparison.Ordinal) ? name.AsSpan(..^2) : name, MetricWords.Treatments))))
            {
                return end;
            }
        }

        return 0;
    }
}
