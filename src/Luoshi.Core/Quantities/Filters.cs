namespace Luoshi.Core.Quantities;

/// <summary>
/// Turns measures that only describe a noun back into text: 10亿元以上项目, 80岁以上老人, 20万吨级航道, 一期200万吨加工项目. The noun keeps them.
/// </summary>
internal static class Filters
{
    private static readonly string[] Works = ["项目", "工程", "基地", "生产线", "码头", "电站", "泊位", "航道", "储备库", "仓库", "水厂", "变电站", "船坞", "油罐", "机组", "装置", "产业园", "货轮", "渔船", "企业", "仓储"];

    public static void Apply(string text, List<Token> tokens, List<Measure> measures)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Kind == TokenKind.Measure && Describes(at, text, tokens, measures))
            {
                tokens[at] = tokens[at] with { Kind = TokenKind.Text, Data = -1 };
                if (at > 0 && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Measure && IsOver(at - 1, text, tokens))
                {
                    tokens[at - 1] = tokens[at - 1] with { Kind = TokenKind.Text, Class = WordClass.None };
                }

                if (at + 1 < tokens.Count && tokens[at + 1].Is(WordClass.OrMore | WordClass.OrLess))
                {
                    tokens[at + 1] = tokens[at + 1] with { Kind = TokenKind.Text, Class = WordClass.None };
                }
            }
        }
    }

    /// <summary>其中<b>超</b>10亿元4个.</summary>
    private static bool IsOver(int at, string text, List<Token> tokens) => tokens[at].Is(WordClass.MoreThan) && text.AsSpan(tokens[at].Start..tokens[at].End) is "超" or "过" or "超过";

    private static bool Describes(int at, string text, List<Token> tokens, List<Measure> measures)
    {
        var unit = measures[tokens[at].Data].Unit;
        var before = at > 0 ? tokens[at - 1].Class : WordClass.None;
        if (unit.Class == UnitClass.Share && at > 1 && at + 2 < tokens.Count && tokens[at - 1].Kind == TokenKind.Open && tokens[at + 1].Kind == TokenKind.Close && tokens[at + 2].Is(WordClass.OrMore | WordClass.OrLess)
            && text.AsSpan(0, tokens[at - 2].End).EndsWith("进度"))
        {
            // 达到时序进度（91.67%）以上的项目25个: how far that is by now.
            return true;
        }

        if (unit.Base is "路" && !CountsViews(at, text, tokens))
        {
            // 新增3路公交, 滨江5路: the number of a line or a street.
            return true;
        }

        if (unit.Base is "种" && text.AsSpan(tokens[at].End).StartsWith("有色金属"))
        {
            // 十种有色金属增长0.7%: the name of one product.
            return true;
        }

        if (unit.Base is "人" && text.AsSpan(tokens[at].End).StartsWith("制"))
        {
            // 五人制足球场8个: what kind of them.
            return true;
        }

        if (unit.Base is "期" && at + 1 < tokens.Count && MetricWords.StartsWithAny(text.AsSpan(tokens[at].End), "工程", "项目", "建设", "扩建", "改造"))
        {
            // 文化公园1期工程.
            return true;
        }

        if (unit.Base is "升" or "吨" or "立方米" && at > 0 && (tokens[at - 1].Kind is TokenKind.Pause or TokenKind.Comma || (before & WordClass.Verb) != 0) && at + 2 < tokens.Count && tokens[at + 1].Kind == TokenKind.Text && tokens[at + 2].Kind == TokenKind.Measure
            && measures[tokens[at + 2].Data].Unit.Base is "个" or "辆" or "台" or "只" or "艘" && measures[tokens[at].Data].Factor == 1)
        {
            // 660升垃圾桶700个: how large each of them is.
            return true;
        }

        if (unit.Base is "层" && at + 2 < tokens.Count && tokens[at + 1].Kind == TokenKind.Text && tokens[at + 2].Kind == TokenKind.Measure && measures[tokens[at + 2].Data].Unit.Class == UnitClass.Count
            && MetricWords.EndsWithAny(text.AsSpan(tokens[at + 1].Start..tokens[at + 1].End), "楼", "房", "住宅", "建筑", "公寓"))
        {
            // 11层住宅楼10栋.
            return true;
        }

        if (unit.Base is "层" && at > 0 && text[tokens[at].Start - 1] is '至' or '到' || (unit.Base is "位" && MetricWords.EndsWithAny(text.AsSpan(0, tokens[at].Start), "再进")))
        {
            // 2号楼主体施工至8层, 排名再进2位: how far something is, and no number of things.
            return true;
        }

        if (unit.Base is "人" && (before & WordClass.AtLeast) != 0 && measures[tokens[at].Data].Value == 1 && at > 1 && MetricWords.EndsWithAny(text.AsSpan(0, tokens[at - 1].Start), "家庭", "户", "每家", "每户"))
        {
            // “零就业”家庭至少1人就业: what is promised to each of them.
            return true;
        }

        if (unit.Class == UnitClass.Duration)
        {
            const WordClass Levels = WordClass.UpTo | WordClass.DownTo | WordClass.Ceiling | WordClass.Up | WordClass.Down | WordClass.AtMost | WordClass.From;
            return (before & Levels) == 0 && !FollowedByLevel(at, tokens) && !IsTimed(at, text, tokens);
        }

        if (unit.Class == UnitClass.Count && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Text && MetricWords.EndsWithAny(text.AsSpan(tokens[at + 1].Start..tokens[at + 1].End), "台阶", "大关", "关口"))
        {
            // 跨越三个“十亿元”台阶.
            return true;
        }

        if (unit.Class == UnitClass.Count && ((((before & WordClass.Rank) != 0 || (at > 1 && (before & WordClass.Scope) != 0 && tokens[at - 2].Is(WordClass.Rank))) && IsRankedField(at, tokens)) || IsFieldOfRank(at, text, tokens) || IsAnaphor(at, text, tokens)))
        {
            return true;
        }

        if (at + 2 < tokens.Count && tokens[at + 2].Kind == TokenKind.Measure && tokens[at + 2].Start - tokens[at].End == 1 && text[tokens[at].End] is '/')
        {
            // 100兆瓦/200兆瓦时储能电站.
            return Describes(at + 2, text, tokens, measures);
        }

        var bounded = at + 1 < tokens.Count && tokens[at + 1].Is(WordClass.OrMore | WordClass.OrLess);
        var next = bounded ? at + 2 : at + 1;
        var of = (next < tokens.Count && tokens[next].Is(WordClass.Of)) || (bounded && text[tokens[at + 1].End - 1] is '的');
        next += of && tokens[next - 1].End > 0 && text[tokens[next - 1].End - 1] is not '的' ? 1 : 0;
        var first = at > 0 && IsOver(at - 1, text, tokens) ? at - 1 : at;
        if (!bounded && unit.Base == "元" && first > 0 && (tokens[first - 1].Is(WordClass.PartOf) || tokens[first - 1].Kind is TokenKind.Pause or TokenKind.Comma)
            && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Measure && measures[tokens[at + 1].Data].Unit.Base is "个" or "家"
            && (at + 2 == tokens.Count || tokens[at + 2].Kind is TokenKind.Pause or TokenKind.Comma or TokenKind.Stop or TokenKind.Semicolon))
        {
            // 其中50亿元1个、10亿元3个; 其中超10亿元4个.
            return true;
        }

        if (bounded && unit.Class is UnitClass.Amount or UnitClass.None && next < tokens.Count && tokens[next].Kind == TokenKind.Measure && measures[tokens[next].Data].Unit.Class == UnitClass.Count)
        {
            // 其中10亿元以上3个, 5千万以上的67个.
            return true;
        }

        if (of && (before & WordClass.Reach) != 0 && unit.Class == UnitClass.Amount && next + 1 < tokens.Count && tokens[next].Kind == TokenKind.Text && tokens[next].End - tokens[next].Start <= 4 && tokens[next + 1].Kind == TokenKind.Measure && measures[tokens[next + 1].Data].Unit.Class == UnitClass.Count)
        {
            // 达到100万元的村2个.
            return true;
        }

        if (bounded && unit.Class == UnitClass.None && next < tokens.Count && tokens[next].Kind == TokenKind.Text && MetricWords.StartsWithAny(text.AsSpan(tokens[next].Start), "项目", "企业", "产业项目", "工业项目", "重大项目", "重点项目", "投资项目", "固定资产投资"))
        {
            // 1000万以上项目.
            return true;
        }

        if (next >= tokens.Count || tokens[next].Kind != TokenKind.Text || unit.Class is UnitClass.Points or UnitClass.Share or UnitClass.None)
        {
            return false;
        }

        const WordClass Makes = WordClass.Stage | WordClass.Verb | WordClass.Achieve;
        var made = (before & Makes) != 0;
        if (bounded && (before & WordClass.Achieve) != 0 && MetricWords.EndsWithAny(text.AsSpan(tokens[next].Start..tokens[next].End), "任务", "目标"))
        {
            // 完成1000人以上脱贫任务: how many there are to be.
            return false;
        }

        if (bounded)
        {
            if (unit.Base == "人" && !MetricWords.EndsWithAny(text.AsSpan(tokens[next].Start, tokens[next].End - tokens[next].Start), MetricWords.Persons)
                && !MetricWords.StartsWithPeople(text.AsSpan(tokens[next].Start, tokens[next].End - tokens[next].Start)))
            {
                // 消除50人以上大班额: no people are counted.
                return true;
            }

            return NounIsMeasured(next, tokens, measures) || (unit.Class != UnitClass.Count && !made) || (of && !made);
        }

        var capacity = at > 0 && tokens[at - 1].Kind == TokenKind.Text && tokens[at - 1].End == tokens[at].Start && MetricWords.EndsWithAny(text.AsSpan(tokens[at - 1].Start..tokens[at - 1].End), MetricWords.Capacities);
        if (unit.Class == UnitClass.Count && capacity && !of)
        {
            // 年产8000万块免烧砖项目: as with what is weighed.
            return true;
        }

        if (unit.Class != UnitClass.Amount)
        {
            return false;
        }

        if (of)
        {
            return IsAttribute(at, text, tokens) || IsCapacity(at, text, tokens) || (before & (WordClass.MoreThan | WordClass.AtLeast | WordClass.LessThan)) != 0;
        }

        var piece = text.AsSpan(tokens[next].Start, tokens[next].End - tokens[next].Start);
        var reached = next + 1 < tokens.Count && tokens[next + 1].Is(WordClass.Reach | WordClass.UpTo | WordClass.Stand | WordClass.MoreThan | WordClass.AtLeast) ? next + 2 : next + 1;
        if ((reached < tokens.Count && tokens[reached].Kind == TokenKind.Measure && measures[tokens[reached].Data].Unit.Class == UnitClass.Share && piece[^1] is '率')
            || capacity)
        {
            // 500米覆盖率96%, 二期21.6万吨粮食仓储, 日产5000吨水泥熟料技改.
            return true;
        }

        if (unit.Base == "元" && at > 0 && tokens[at - 1].Kind == TokenKind.Text && text.AsSpan(0, tokens[at - 1].End).EndsWith("投资") && LeadingVerbs.VerbLength(piece) > 1)
        {
            // 公司投资3亿元兴建码头工程.
            return false;
        }

        var noun = text.AsSpan(tokens[next].Start, Math.Min(tokens[next].End - tokens[next].Start, 16));
        if (piece[^1] is '厂' && !made)
        {
            // 30万吨铅锌选矿厂: what it does in a year.
            return true;
        }

        var isLengthOrArea = unit.Base is "米" or "平方米" or "亩" or "立方米";
        foreach (var work in Works)
        {
            if (noun.IndexOf(work, StringComparison.Ordinal) >= 0)
            {
                return !(made && isLengthOrArea);
            }
        }

        return false;
    }

    /// <summary>新装高清视频监控1080路: what is seen comes by so many lines.</summary>
    private static bool CountsViews(int at, string text, List<Token> tokens)
    {
        const int Farthest = 14;
        var start = Math.Max(0, tokens[at].Start - Farthest);
        var around = text.AsSpan(start, Math.Min(text.Length, tokens[at].End + Farthest) - start);
        return around.Contains("监控", StringComparison.Ordinal) || around.Contains("视频", StringComparison.Ordinal) || around.Contains("摄像", StringComparison.Ordinal) || around.Contains("探头", StringComparison.Ordinal) || around.Contains("人脸", StringComparison.Ordinal);
    }

    /// <summary>总投资85亿元的抽水蓄能电站: what is told of the noun in passing.</summary>
    private static bool IsAttribute(int at, string text, List<Token> tokens)
    {
        var name = at > 1 && tokens[at - 1].Is(WordClass.About | WordClass.Reach) ? at - 2 : at - 1;
        return name >= 0 && tokens[name].Kind == TokenKind.Text
            && MetricWords.EndsWithAny(text.AsSpan(tokens[name].Start..tokens[name].End), "销售额", "销售收入", "营业收入", "产值", "注册资本", "投资额", "集体收入", "总投资", "投资", "库容", "装机", "装机容量", "全长", "总长", "占地", "面积", "规模", "产能", "能力");
    }

    /// <summary>日供水6万吨的水厂: what it does in a day is no figure.</summary>
    private static bool IsCapacity(int at, string text, List<Token> tokens)
    {
        var name = at > 0 && tokens[at - 1].Kind == TokenKind.Text && tokens[at - 1].End == tokens[at].Start ? text.AsSpan(tokens[at - 1].Start..tokens[at - 1].End) : default;
        var every = name.LastIndexOfAny('年', '日');
        return every >= 0 && name.Length - every is 2 or 3 && name[every + 1] is '产' or '加' or '处' or '供' or '屠' or '吞' or '出';
    }

    /// <summary>列九个县第三位: the nine are the field.</summary>
    private static bool IsRankedField(int at, List<Token> tokens)
    {
        for (var next = at + 1; next < tokens.Count && next - at < 8 && tokens[next].Kind is TokenKind.Text or TokenKind.Open or TokenKind.Close or TokenKind.Pause or TokenKind.Word or TokenKind.Rank; next++)
        {
            if (tokens[next].Kind == TokenKind.Rank)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>在全国333个城市中排名第22位: the field again, before the word that ranks.</summary>
    private static bool IsFieldOfRank(int at, string text, List<Token> tokens) =>
        FieldEnd(at + 1, tokens) is var end && end + 1 < tokens.Count && tokens[end].Kind == TokenKind.Text
            && ((at > 0 && text[tokens[at].Start - 1] is '在' && tokens[end + 1].Is(WordClass.Rank)) || (text[tokens[end].Start] is '中' || text[tokens[end].End - 1] is '中') && tokens[end + 1].Is(WordClass.Rank) || (tokens[end + 1].Kind == TokenKind.Rank && text.AsSpan(tokens[end].Start..tokens[end].End).Contains('中')));

    /// <summary>91个县<b>（市、区）中</b>: the token behind the brackets, where some follow.</summary>
    private static int FieldEnd(int at, List<Token> tokens) =>
        at + 1 < tokens.Count && tokens[at].Kind == TokenKind.Text && tokens[at + 1].Kind == TokenKind.Open && tokens[at + 1].Data > at ? tokens[at + 1].Data + 1 : at;

    /// <summary>这3项预计11月底前完成: they have been counted before.</summary>
    private static bool IsAnaphor(int at, string text, List<Token> tokens) => tokens[at].Start > 0 && text[tokens[at].Start - 1] is '这';

    private static bool IsTimed(int at, string text, List<Token> tokens)
    {
        const int MostLead = 4;
        var noun = at - 1;
        while (noun > 0 && at - noun <= MostLead && (tokens[noun].Kind == TokenKind.Date || tokens[noun].Is(WordClass.Reach | WordClass.Adverb | WordClass.Done | WordClass.About | WordClass.Strive | WordClass.Expected | WordClass.Ensure | WordClass.MoreThan)))
        {
            // 优良天数<b>力争达</b>300天.
            noun--;
        }

        return noun >= 0 && tokens[noun].Kind == TokenKind.Text
            && MetricWords.EndsWithAny(text.AsSpan(tokens[noun].Start, tokens[noun].End - tokens[noun].Start), MetricWords.Durations);
    }

    private static bool FollowedByLevel(int at, List<Token> tokens) =>
        at > 0 && tokens[at - 1].Is(WordClass.From | WordClass.Of) && at + 1 < tokens.Count && tokens[at + 1].Is(WordClass.UpTo | WordClass.DownTo | WordClass.Down);

    /// <summary>Whether the noun after 以上 has a figure of its own: 10亿元以上项目3个.</summary>
    private static bool NounIsMeasured(int at, List<Token> tokens, List<Measure> measures)
    {
        var most = Math.Min(tokens.Count, at + 6);
        for (var next = at; next < most; next++)
        {
            if (tokens[next].Kind == TokenKind.Measure)
            {
                return measures[tokens[next].Data].Unit.Class is UnitClass.Count or UnitClass.Share;
            }

            if (tokens[next].Kind is not (TokenKind.Text or TokenKind.Word))
            {
                return false;
            }
        }

        return false;
    }
}
