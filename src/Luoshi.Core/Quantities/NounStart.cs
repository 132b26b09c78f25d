namespace Luoshi.Core.Quantities;

/// <summary>Finds where the noun of a figure begins behind the place and the verbs before it.</summary>
internal sealed class NounStart
{
    /// <summary>送岗位, 办好事实事: no longer than that.</summary>
    private const int MostGift = 6;

    private readonly FigureParts _parts;
    private int _at;
    private string? _scope;

    private NounStart(FigureParts parts) => (_parts, _at) = (parts, parts.Phrase.Start);

    private NounPhrase Phrase => _parts.Phrase;

    private Lead Lead => _parts.Lead;

    /// <summary>Where the noun begins in the text, and the place or the project that is named before it.</summary>
    public static (int At, string? Scope) Of(FigureParts parts)
    {
        var start = new NounStart(parts);
        start.TakePlace();
        start.TakeVerbs();
        return (start._at, start._scope);
    }

    private void TakePlace()
    {
        _scope = Phrase.Scope;
        if (!Phrase.IsEmpty)
        {
            var phrase = _parts.Text.AsSpan(_at, Phrase.End - _at);
            _ = Places.List(phrase, _parts.Context.Places, out var several, areas: Lead.Is(WordClass.Respectively));
            var place = several > 0 || _parts.IsExample ? 0 : Places.Leading(phrase, _parts.Context.Places);
            if (several > 0 && Lead.Is(WordClass.Respectively))
            {
                // 云溪镇、石桥镇垃圾分类覆盖率分别达到: every figure has its own place.
                _at += several;
            }
            else if (place > 0)
            {
                _scope = phrase[..place].Trim().ToString();
                _at += place;
            }
        }

        if (_scope is null && Phrase.Subject is { Length: > 4 } field && MetricWords.EndsWithAny(field, "领域", "系统", "行业", "全域") && Places.Leading(field, _parts.Context.Places) is > 2 and var district)
        {
            // 青岚区交通领域累计实施项目11个.
            _scope = field[..district];
        }

        // 规上工业企业实现营业收入2亿元: enterprises that nobody has named or counted.
        if (Phrase.Subject is { Length: > 0 } subject && subject[0] is not '在' && _scope is null && (Phrase.Achieved || Places.EndsWithPlace(subject)) && !_parts.IsShare && Places.IsOwner(subject) && !(subject.EndsWith("企业", StringComparison.Ordinal) && !Lead.FollowsFigure(_parts.Tokens, _parts.Text)))
        {
            _scope = MetricNames.Clean(subject);
        }

        var afterFigure = Phrase.FirstToken > 0 && Phrase.Subject is not null && Lead.FollowsFigure(_parts.Tokens, _parts.Text);
        if (afterFigure && _scope is not null && _parts.State.Scope is { } around && _scope != around)
        {
            // 微青岚4个省重点项目完成投资: the projects of that place.
            _scope = around + _scope;
        }
    }

    private void TakeVerbs()
    {
        if (!_parts.IsCounted || Phrase.IsEmpty || _at >= Phrase.End || Lead.Is(WordClass.Up | WordClass.Down) || PhraseVerbs.IsHad(Phrase, _parts.Tokens, _parts.Text))
        {
            return;
        }

        _at += _parts.Text[_at] is '、' && _at + 2 < Phrase.End ? 1 : 0;
        var noun = _parts.Text.AsSpan(_at, Phrase.End - _at);
        if (noun.Length > 3 && noun[0] is '出' && !LeadingVerbs.IsWithOut(noun[1]) && Phrase.FirstToken > 0 && _parts.Tokens[Phrase.FirstToken - 1].Is(WordClass.Verb | WordClass.Stage))
        {
            // 检查出不合格样品11个.
            _at++;
            noun = noun[1..];
        }

        if (LeadingVerbs.Is(noun) || (noun.EndsWith("标准") && _parts.Measure.Unit.Base is "元"))
        {
            // 查封扣押6件: nothing but verbs. 财政补助最低标准提高到710元: a standard of that name.
            return;
        }

        if (noun.StartsWith("来自") && noun.IndexOf('的') is > 2 and var origin && origin + 3 < noun.Length)
        {
            // 来自沪苏浙的新签约项目58个: where they are from.
            _at += origin + 1;
            noun = noun[(origin + 1)..];
        }

        if (noun[0] is '第' && noun.IndexOf('的') is > 1 and <= 5 and var ranked && ranked + 2 < noun.Length)
        {
            // 居全市第1的指标12项: how they stand.
            _at += ranked + 1;
            return;
        }

        if (Described(noun) is > 0 and var described)
        {
            // 总装机26.9万千瓦光伏项目9个: how large they are, all together.
            _at += described;
            return;
        }

        if (noun[0] is '“' && noun.IndexOf('”') is > 2 and var quoted && quoted + 2 < noun.Length && noun[(quoted - 2)..quoted] is "一批")
        {
            // “签约一批”项目2个.
            _at += quoted + 1;
            return;
        }

        if (noun[0] is '“' && noun.IndexOf('”') is > 1 and var manner && (noun[..manner].Contains('对') || noun[..manner].Contains('到') || noun[manner - 1] is '式') && LeadingVerbs.VerbLength(noun[(manner + 1)..]) is > 1 and var sends && manner + sends + 2 < noun.Length && !NounTails.StartsNominal(noun[(manner + 1 + sends)..]))
        {
            // “点对点”输送务工人员860人.
            _at += manner + 1 + sends;
            return;
        }

        if (noun.Length > 5 && noun[0] is '和' or '与' or '并' or '及' or '或' && LeadingVerbs.VerbLength(noun[1..]) > 1 && Phrase.Stage is not null)
        {
            // 新增和恢复灌溉面积0.6万亩.
            _at++;
            noun = noun[1..];
        }

        if (noun.Length > 6 && PhraseVerbs.IsManner(noun[..2]) && LeadingVerbs.VerbLength(noun[2..]) is > 1 and var mannered && noun[mannered + 2] is '、')
        {
            // 集中代收、代退投标保证金460笔.
            _at += 2;
            noun = noun[2..];
        }

        while (LeadingVerbs.VerbLength(noun) is > 1 and var listed && listed + 3 < noun.Length && (noun[listed] is '、' || (noun[listed] is '和' or '与' or '及' or '或' && LeadingVerbs.VerbLength(noun[(listed + 1)..]) > 1)))
        {
            // 承接、转办、回复督察通知20份, 倒塌和损坏房屋6间.
            _at += listed + 1;
            noun = noun[(listed + 1)..];
        }

        if (noun.IndexOf('在') is >= 0 and <= 4 and var where && (where == 0 || MetricWords.EndsWithAny(noun[..where], "发生", "存在")) && noun.IndexOf("中的") is > 1 and var among && among > where + 1 && among + 3 < noun.Length)
        {
            // 发生在国企中的职务犯罪17件: where, not what.
            _at += among + 2;
            return;
        }

        if (noun.IndexOf("中获") is > 2 and var contest && noun[..contest].Contains('在') && contest + 3 < noun.Length)
        {
            // 运动员在省级比赛中获金牌12枚: who won it and where.
            _at += contest + (noun[contest + 2] is '得' ? 3 : 2);
            return;
        }

        if (noun.IndexOf("方面") is > 1 and var field && LeadingVerbs.VerbLength(noun[(field + 2)..]) is > 1 and var spends && field + 2 + spends + 1 < noun.Length)
        {
            // 教育<b>方面投入</b>资金33亿元: on what, and what was done.
            _at += field + 2 + spends;
            return;
        }

        if (LeadingVerbs.BehindMeans(noun) is > 0 and var found)
        {
            _at += found;
            return;
        }

        if (noun.LastIndexOf('、') is > 3 and var pause && LeadingVerbs.Length(noun[(pause + 1)..]) is > 1 and var again && pause + 1 + again < noun.Length)
        {
            // 关停涉案号码、封堵涉诈域名6万个: the figure is of the last.
            _at += pause + 1 + again;
            return;
        }

        if (noun.IndexOf("各类") is > 0 and <= 2 and var kinds && noun.Length > kinds + 2 && (kinds == 1 || LeadingVerbs.VerbLength(noun) == 2))
        {
            // 立各类案件831起: only a verb stands before 各类.
            _at += kinds + 2;
            return;
        }

        if (noun.StartsWith("涉及") && noun.Length > 4 && _parts.Measure.Unit.Base.EndsWith('元'))
        {
            // 涉及违规金额2377万元.
            _at += 2;
            return;
        }

        var extent = MetricWords.ExtentStart(noun);
        if (extent > 0)
        {
            // 棚改项目涉及居民1862户.
            _at += extent;
            return;
        }

        var follows = Phrase.FirstToken > 0 && _parts.Tokens[Phrase.FirstToken - 1].Kind == TokenKind.Measure;
        var forSomeone = Phrase.FirstToken > 0 && _parts.Tokens[Phrase.FirstToken - 1].Is(WordClass.Verb) && (_parts.Tokens[Phrase.FirstToken - 1].End - _parts.Tokens[Phrase.FirstToken - 1].Start == 1 || _parts.Text.AsSpan(_parts.Tokens[Phrase.FirstToken - 1].Start.._parts.Tokens[Phrase.FirstToken - 1].End) is "帮助" or "协助");
        if (follows && _parts.Trailer.Noun is not null && _parts.State.LastMetric is { Length: > 1 } given && noun.StartsWith(given) && LeadingVerbs.Is(noun[given.Length..]))
        {
            // 对207个<b>问题下发</b>158份督办通知: what is counted stands behind.
            _at = Phrase.End;
            return;
        }

        if (follows && _parts.State.LastMetric is { Length: > 1 } counted && noun.StartsWith(counted) && noun.Length > counted.Length + 2 && (MetricWords.StartsWithAny(noun[counted.Length..], MetricWords.Predicates) || (LeadingVerbs.VerbLength(noun[counted.Length..]) is > 1 and var act && counted.Length + act + 1 < noun.Length)))
        {
            // 为110户<b>企业</b>减税降费1669万元: who has been counted already.
            _at += counted.Length;
            noun = noun[counted.Length..];
        }

        var verb = follows || forSomeone ? Math.Max(Math.Max(0, LeadingVerbs.Inside(noun)), follows ? MetricWords.TotalStart(noun) : 0) : LeadingVerbs.BehindDoer(noun);
        verb = verb == 0 ? Math.Max(0, LeadingVerbs.InsideForSure(noun)) : verb;
        var leading = LeadingVerbs.Length(noun[verb..], Phrase.Stage is { Length: > 1 } && verb == 0);
        leading += verb == 0 && leading == 0 && noun.Length > 6 && HeadsClause() && noun[..2] is "依法" && VerbShapes.Length(noun[2..]) > 0 ? 2 : 0;
        while (verb == 0 && HeadsClause() && VerbShapes.Length(noun[leading..]) is > 0 and var shaped && !NounTails.StartsNominal(noun[(leading + shaped)..]))
        {
            leading += shaped + LeadingVerbs.Length(noun[(leading + shaped)..]);
        }

        if (verb + leading == 0 && noun.Length > 3 && _at > 0 && _parts.Text[_at - 1] is '已' or '共' && VerbShapes.IsShort(noun[0]) && LeadingVerbs.VerbLength(noun) < 2 && VerbShapes.Length(noun) == 0)
        {
            // 已签合同项目875个.
            leading = 1;
        }

        if (verb + leading == 0 && HeadsClause() && noun.Length > 3 && VerbShapes.Builds(noun))
        {
            // 建蔬菜基地3500亩.
            leading = 1;
        }

        if (verb + leading == 0 && follows && MetricWords.PeopleEnd(noun) is > 0 and var people && VerbShapes.Length(noun[people..]) is > 0 and var paid)
        {
            // 为2.4万名农民工追发工资2亿元.
            leading = people + paid;
        }

        if (verb + leading == 0 && follows && noun.IndexOf('获') is > 0 and <= 4 and var won && won + 3 < noun.Length && noun[won + 1] is not ('得' or '评' or '批' or '奖'))
        {
            // 31个项目获专项国债支持5.8亿元.
            leading = won + 1;
        }

        if (verb + leading == 0 && follows && noun.Length > 4 && noun[^2..] is "放贷" or "放款" or "融资" or "减税" or "退税" or "授信" or "挽损" && MetricWords.EndsWithAny(noun[..^2], MetricWords.Bodies))
        {
            // 为120家市场主体融资1.35亿元.
            leading = noun.Length - 2;
        }

        if (verb + leading == 0 && forSomeone && MetricWords.PeopleEnd(noun) is > 0 and var served && served + 2 <= noun.Length)
        {
            // 为群众挽损173万元, 为职工送岗位320个: whom it was done for is not what is measured.
            var done = LeadingVerbs.Length(noun[served..]);
            done = done == 0 && noun[served] is not '办' ? VerbShapes.LengthBehindDoer(noun[served..]) : done;
            leading = served + (done == 0 && served + 3 <= noun.Length && noun[served] is '送' or '发' or '办' && noun.Length - served <= MostGift ? 1 : done);
        }

        _at += verb + leading;
        if (leading > 0 && _parts.Text.AsSpan(_at, Phrase.End - _at) is var rest && rest.IndexOf('的') is > 1 and var of && of + 2 < rest.Length && !MetricWords.EndsWithAny(rest, MetricWords.Sizes))
        {
            // 列入清单的整治项目180个: what the verb tells of them.
            _at += of + 1;
        }
    }

    /// <summary>The length of what tells a size before the noun, figure and all; 0 for none.</summary>
    private static int Described(ReadOnlySpan<char> noun)
    {
        foreach (var size in (ReadOnlySpan<string>)["总投资", "总装机", "总面积", "总建筑面积", "总库容", "总长", "总产能"])
        {
            if (!noun.StartsWith(size, StringComparison.Ordinal))
            {
                continue;
            }

            var digits = size.Length;
            while (digits < noun.Length && (Numerals.IsDigit(noun[digits]) || noun[digits] is '.' or '约'))
            {
                digits++;
            }

            var unit = digits + Units.Multiplier(noun[digits..], out _);
            var end = unit + Units.Match(noun[unit..], out _);
            end += end < noun.Length && noun[end] is '的' ? 1 : 0;
            return digits > size.Length && end > unit && end + 1 < noun.Length && !MetricWords.StartsWithAny(noun[end..], "以上", "以下", "及以上", "左右") ? end : 0;
        }

        return 0;
    }

    /// <summary>Whether the noun begins a clause; behind a pause it is one more of the same kind, behind a verb it is the object.</summary>
    private bool HeadsClause() => Phrase.FirstToken == 0 || _parts.Tokens[Phrase.FirstToken - 1].Kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Semicolon or TokenKind.Colon or TokenKind.Date or TokenKind.Pause
        || _parts.Tokens[Phrase.FirstToken - 1].Is(WordClass.Done | WordClass.Adverb | WordClass.Scope | WordClass.Strive | WordClass.Ensure);
}
