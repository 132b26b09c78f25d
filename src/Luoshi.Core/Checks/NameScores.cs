using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks;

/// <summary>How surely a reading of the row is of what a target names: by the two names, and where they do not say it, by what stands around them.</summary>
internal sealed class NameScores(CheckedRow row, IReadOnlyList<StatedQuantity> readings)
{
    /// <summary>What a figure without a name comes to where it can only be of one target.</summary>
    public const double Unnamed = 0.5;

    // A figure with a common noun that is so many times the target counts something else.
    private const int FarAbove = 5;

    private const int Opening = 16;

    private const double SurelyTheSame = 0.9;

    private const double NearlySure = 0.8;

    private const double SaidNearby = 0.7;

    // 改造提升: two verbs together tell which promise is meant, where one may be of anything.
    private const int TwoVerbs = 4;

    private static readonly System.Buffers.SearchValues<char> SaysWhen = System.Buffers.SearchValues.Create("已经截至目前累计共今年以来上半月底末日中旬初全区，0123456789");

    private static readonly string[] Measures = ["到位资金", "到位外资", "投资", "销售额", "产值", "营业收入", "增加值", "零售额", "收入", "面积", "产量", "贷款", "进出口", "用地", "就业"];

    private static readonly string[] Levels = ["国家级", "省级", "市级", "区级", "县级"];

    // 省级示范镇已公布3个: a word of granting is no name of what was granted.
    private static readonly string[] Grants = ["公布", "命名", "授牌", "认定", "评定"];

    private static readonly string[] Deeds = ["免费开展", "免费提供", "免费实施", "实施", "开展", "提供", "进行", "办理", "发放", "安装", "购买"];

    private readonly ShareNames _shares = new(row, readings);

    private readonly bool _isOneSentence = Clauses.Sentences(row.Progress).Count <= 1;

    /// <summary>0 to 1: whether a reading, by its index, is of what a target names.</summary>
    public double Of(int at, int index) =>
        ByNames(at, index) is var score && score < MetricMatch.Enough && ConfirmedShares.Tell(row, readings, row.Targets[at].Quantity, index) ? MetricMatch.Enough : score;

    private double ByNames(int at, int index)
    {
        var (target, reading) = (row.Targets[at].Quantity, readings[index].Quantity);
        if (target.MetricKey.Length == 0 || reading.MetricKey.Length == 0 || MetricMatch.IsPlaceholder(reading.MetricKey) || InheritsAStep(reading))
        {
            return OfUnnamed(target, reading);
        }

        var score = OfNames(at, target, reading);
        if (score < MetricMatch.Enough)
        {
            if (InOtherWords(at, index) is { } same)
            {
                score = same;
            }
            else if (_shares.IsOnlyShare(target, reading))
            {
                return Unnamed;
            }
            else
            {
                score = WithWhatItIsOf(target, reading, score);
                if (score < Unnamed && IsShareOfTheOnlyTarget(target, index))
                {
                    return Unnamed;
                }

                if (score < Unnamed && IsOnlyOneAlike(target, reading))
                {
                    return Unnamed;
                }

                score = score < MetricMatch.Enough && (_shares.IsOf(target, reading) || _shares.IsOnlyRate(target, index)) ? MetricMatch.Enough : score;
            }
        }

        return ByWhatStandsAround(target, index, score);
    }

    /// <summary>A figure without a name answers the only target it could be about, where the text around it speaks of that.</summary>
    private double OfUnnamed(Quantity target, Quantity reading) =>
        (target.Kind != QuantityKind.Count || reading.Kind != QuantityKind.Count || target.BaseUnit == reading.BaseUnit) && (Rivals(reading) == 1 ? IsAbout(target, reading) : IsNamedAlone(target, reading) || IsToldInItsWord(target, reading)) ? Unnamed : 0;

    /// <summary>How alike the two names are, with what a name of a list, of a level, of a part or of a service leaves out.</summary>
    private double OfNames(int at, Quantity target, Quantity reading)
    {
        var score = Stages.Intended(reading.MetricKey) is not { } meant ? MetricMatch.Best(target.MetricKey, reading.MetricKey)
            : meant.Length == 0 || MetricMatch.IsGeneric(meant) ? (target.BaseUnit == reading.BaseUnit ? MetricMatch.Enough : 0)
            : MetricMatch.Best(target.MetricKey, meant);
        if (score < MetricMatch.Enough && target.Metric is { } listed && listed.Contains('、', StringComparison.Ordinal) && (!Kinds.IsVolume(target) || (target.BaseUnit == reading.BaseUnit && target.BaseUnit != "个")))
        {
            // 事故起数、死亡人数分别下降10%, 新建中小学、幼儿园7所: one figure is promised of both.
            score = listed.Split('、').Select(MetricNames.Key).Where(part => part.Length > 2).Select(part => MetricMatch.Best(part, reading.MetricKey)).DefaultIfEmpty().Max();
        }

        if (score < MetricMatch.Enough && OfLevel(at) is { } leveled)
        {
            score = MetricMatch.Score(leveled, reading.MetricKey);
        }

        if (score < 1 && WholeOf(at) is { } total)
        {
            score = Math.Max(score, MetricMatch.Score(target.MetricKey + total, reading.MetricKey));
        }

        return score < MetricMatch.Enough && ForWhom(at) is { } deed ? MetricMatch.Score(target.MetricKey + deed, reading.MetricKey) : score;
    }

    /// <summary>The score of two names that say the same in words of their own; null where they do not.</summary>
    private double? InOtherWords(int at, int index)
    {
        var (target, reading) = (row.Targets[at].Quantity, readings[index].Quantity);
        if (reading.WholeIndex is { } whole && whole < row.Stated.Count && row.Stated[whole].BaseUnit == reading.BaseUnit && Wider.IsNamedPart(row, row.Targets[at], row.Stated[whole], reading))
        {
            return SurelyTheSame;
        }

        if (reading.MetricKey.Length == 2 && target.MetricKey.Length > 4 && target.MetricKey.StartsWith(reading.MetricKey, StringComparison.Ordinal) && reading.MetricKey.EndsWith('均') && row.Progress[Clauses.SentenceAround(row.Progress, reading.ValueSpan).Start..reading.ValueSpan.Start].Contains(target.MetricKey[2..], StringComparison.Ordinal))
        {
            // 公共文化设施面积……，人均0.57平方米: what it is for each of stands before it.
            return SurelyTheSame;
        }

        if (Narrower.IsLowestLevel(target, reading) || IsOfOneHalf(target, reading))
        {
            return MetricMatch.Enough;
        }

        if (reading.MetricKey == target.Stage + "类" || IsTurned(target, reading, row.Progress) || (row.Targets[at].Source.Field == "content" && IsTurned(reading, target, row.Content)) || IsBalanceThatGrows(target, reading) || Durations.AreOfOne(target, reading) || IsNamedByScope(target, reading))
        {
            return SurelyTheSame;
        }

        if (reading.MetricKey.Length == target.MetricKey.Length + 2 && target.MetricKey.Length > 2 && reading.MetricKey.StartsWith(target.MetricKey, StringComparison.Ordinal) && row.Targets[at].Source is { Field: "content" } source && Clauses.Around(row.Content, source.Span) is var clause && row.Content.AsSpan(clause.Start, source.Span.Start - clause.Start).Contains(reading.MetricKey.AsSpan(target.MetricKey.Length), StringComparison.Ordinal))
        {
            // 家政服务员培训327人, where 培训养老护理员400人、家政服务员600人 are asked for: the verb before the list stands behind the name.
            return SurelyTheSame;
        }

        if (reading.Stage is { Length: 2 } act && target.MetricKey.EndsWith(act, StringComparison.Ordinal) && target.Unit == reading.Unit && Kinds.CountsOccasions(target.Unit) && Rivals(reading) == 1)
        {
            // 检查企业3284家次 for 安全生产检查6000家次: whoever was visited, it is the visits that are counted.
            return SurelyTheSame;
        }

        return IsTheDeedAlone(target, reading) || IsRateWithoutItsWord(target, reading) || IsOfTheDeed(at, index) || IsSomeOfTheNumber(target, reading) ? MetricMatch.Enough : null;
    }

    /// <summary>完成投资2亿元 of a named project, and 其中工业项目51亿元 of a measure said before: with the project or the measure it is what a target may name.</summary>
    private double WithWhatItIsOf(Quantity target, Quantity reading, double score)
    {
        if (reading.Scope is { } scope && MetricMatch.Score(target.MetricKey, scope + reading.MetricKey) >= SurelyTheSame)
        {
            return MetricMatch.Enough;
        }

        if (reading.WholeIndex is { } at && at < row.Stated.Count && row.Stated[at] is var whole && whole.BaseUnit == reading.BaseUnit && reading.MetricKey + whole.MetricKey == target.MetricKey)
        {
            // 网络零售额12.6亿元，其中农产品4.7亿元: with its whole's name the part has the target's own.
            return 1;
        }

        return WithMeasureOfWhole(reading) is { } full ? MetricMatch.Score(target.MetricKey, full) : score;
    }

    /// <summary>What the names leave open, the rest of the row may tell: the verbs, the other targets, the text around the figure.</summary>
    private double ByWhatStandsAround(Quantity target, int index, double score)
    {
        var reading = readings[index].Quantity;
        var isGeneric = MetricMatch.IsGeneric(reading.MetricKey);
        if (BareMeasures.Tell(row, target, reading))
        {
            return Math.Max(score, MetricMatch.Enough);
        }

        if (score < NearlySure && isGeneric && !IsOccasionNamed(target, reading) && CountsSomethingElse(target, reading))
        {
            return 0;
        }

        if (score < (isGeneric ? NearlySure : MetricMatch.Enough) && (isGeneric || IsInherited(reading) || target.MetricKey.StartsWith(reading.MetricKey, StringComparison.Ordinal)) && IsToldInItsWord(target, reading))
        {
            return MetricMatch.Enough;
        }

        if (score < MetricMatch.Enough && Rivals(reading) == 1 && ToldTotals.IsOfKinds(row, readings, index, target))
        {
            score = MetricMatch.Enough;
        }

        if (score < NearlySure && (isGeneric || (score < MetricMatch.Enough && MetricMatch.AddsNothing(reading.MetricKey))))
        {
            score = OfCommonNoun(target, reading, score);
        }

        return score < MetricMatch.Enough && (IsTheWholeNumber(target, reading) || VeryNumbers.Tell(row, readings, target, reading)) ? MetricMatch.Enough : score;
    }

    /// <summary>提供岗位7100个, 组织37家企业参展: neither are 公益性岗位 nor 外贸实绩企业.</summary>
    private static bool CountsSomethingElse(Quantity target, Quantity reading) =>
        reading.BaseValue > target.BaseValue * FarAbove || (reading.Stage is { } act && act != target.Stage && Stages.IsActivity(act));

    /// <summary>企业46家: what a common noun counts is said near it, or can be of one target only.</summary>
    private double OfCommonNoun(Quantity target, Quantity reading, double score)
    {
        if (NamedNearby(target, reading) || IsOccasionNamed(target, reading))
        {
            return SaidNearby;
        }

        if (Rivals(reading) > 1)
        {
            return score >= MetricMatch.Enough ? 0 : score;
        }

        return reading.MetricKey.EndsWith("项目", StringComparison.Ordinal) && target.MetricKey.EndsWith(reading.MetricKey, StringComparison.Ordinal) && target.BaseUnit == reading.BaseUnit && IsAbout(target, reading) ? Math.Max(score, Unnamed) : score;
    }

    /// <summary>贷款余额增长12% answers 贷款增长12%: there is no other that grows.</summary>
    private static bool IsBalanceThatGrows(Quantity target, Quantity reading) =>
        target.Kind == QuantityKind.Growth && reading.Kind == QuantityKind.Growth && reading.MetricKey == target.MetricKey + "余额";

    private bool IsOfTheDeed(int at, int index)
    {
        var (target, reading) = (row.Targets[at].Quantity, readings[index].Quantity);
        return DeedNames.IsAreaOf(target, reading) || DeedNames.IsDoneFor(row, target, reading)
            || (Rivals(reading) == 1 && (DeedNames.IsMoneyOfTheDeed(row, target, reading) || DeedNames.Tell(row, readings, at, index)));
    }

    /// <summary>不良率0.87%, where 不良贷款率 is asked for and nothing else of its sort is told or promised: a rate under a name that looks alike. What adds up over the year has too many names that do.</summary>
    private bool IsOnlyOneAlike(Quantity target, Quantity reading) =>
        !Kinds.IsVolume(target) && !Kinds.IsVolume(reading) && MetricMatch.LooksAlike(target.MetricKey, reading.MetricKey)
            && !readings.Any(other => !ReferenceEquals(other.Quantity, reading) && other.Quantity.Kind == reading.Kind && other.Quantity.BaseUnit == reading.BaseUnit && MetricMatch.LooksAlike(target.MetricKey, other.Quantity.MetricKey));

    /// <summary>城镇居民收入 for 城乡居民收入: of the one half of both; that the other half may speak otherwise is seen to where rivals are.</summary>
    private static bool IsOfOneHalf(Quantity target, Quantity reading)
    {
        const int Half = 2;
        return target.Kind == QuantityKind.Growth && target.MetricKey.StartsWith("城乡", StringComparison.Ordinal) && (reading.MetricKey.StartsWith("城镇", StringComparison.Ordinal) || reading.MetricKey.StartsWith("农村", StringComparison.Ordinal))
            && SameNames.Kept(target.MetricKey[Half..]) == SameNames.Kept(reading.MetricKey[Half..]);
    }

    /// <summary>占年度目标的54.7% can only be of the one target there is, whatever was named before it.</summary>
    private bool IsShareOfTheOnlyTarget(Quantity target, int index) =>
        readings[index].Quantity is { Kind: QuantityKind.ShareOfPlan } share && Kinds.IsVolume(target) && (ShareOfTarget.Is(share) || ShareOfTarget.IsRateOfDone(row.Progress, target, share)) && Rivals(share) == 1 && !_shares.IsOfOther(target, index);

    /// <summary>组织46家次企业参加展会 answers 参加展会80家次: who came each time is counted in the promise's own unit, and the clause names what they came to.</summary>
    private bool IsOccasionNamed(Quantity target, Quantity reading) =>
        target.Unit == reading.Unit && Kinds.CountsOccasions(reading.Unit) && Clauses.Around(row.Progress, reading.Span).Of(row.Progress).Contains(target.MetricKey, StringComparison.Ordinal);

    /// <summary>完成摸底3260户，完工1102户: those that are finished have the name of the step before them only because nothing else was named.</summary>
    private bool InheritsAStep(Quantity reading) =>
        reading is { Metric: { } inherited, Kind: QuantityKind.Count or QuantityKind.Amount } && Stages.IsStepAlone(reading.MetricKey) && !reading.Span.Of(row.Progress).Contains(inherited, StringComparison.Ordinal) && Stages.SaysFinished(reading);

    /// <summary>其中公租房6118套，基本建成7541套: a name that the figure does not say itself need not be its own.</summary>
    private bool IsInherited(Quantity reading) => Kinds.IsVolume(reading) && Rivals(reading) > 1 && reading.Metric is { } name && !reading.Span.Of(row.Progress).Contains(name, StringComparison.Ordinal);

    /// <summary>新开工1800套，基本建成512套: of two targets for the same things the verb tells which one a figure without a name is of.</summary>
    private bool IsToldInItsWord(Quantity target, Quantity reading) =>
        reading.Stage is { } verb && (target.Stage == verb || (Stages.Phase(target) is { } phase && phase == Stages.Phase(reading))) && target.BaseUnit == reading.BaseUnit
            && row.Targets.All(other => ReferenceEquals(other.Quantity, target) || !Kinds.Comparable(other.Quantity, reading) || (other.Quantity.Stage != verb && (other.Quantity.MetricKey == target.MetricKey || ((reading.MetricKey.Length == 0 || IsInherited(reading)) && verb.Length >= TwoVerbs))));

    /// <summary>专区床位正在建设，已完成96张: of several targets the sentence before the figure names this one and no other.</summary>
    private bool IsNamedAlone(Quantity target, Quantity reading)
    {
        var sentence = Clauses.SentenceAround(row.Progress, reading.Span);
        var before = row.Progress[sentence.Start..Math.Max(sentence.Start, reading.ValueSpan.Start)];
        return reading.Kind == target.Kind && Names(target) && !row.Targets.Any(other => !ReferenceEquals(other.Quantity, target) && other.Quantity.MetricKey != target.MetricKey && Names(other.Quantity));

        bool Names(Quantity asked) => asked.Metric is { Length: > 2 } name && before.Contains(name, StringComparison.Ordinal);
    }

    /// <summary>培训432人次, where 培训村干部、致富带头人800人次 is asked for and nothing else that is counted so: the deed needs no more words.</summary>
    private bool IsTheDeedAlone(Quantity target, Quantity reading) =>
        reading.MetricKey.Length == 2 && target.MetricKey.StartsWith(reading.MetricKey, StringComparison.Ordinal) && target.BaseUnit == reading.BaseUnit && (Kinds.CountsOccasions(target.Unit) || target.BaseUnit is "册" or "株" or "盏" or "吨") && Rivals(reading) == 1;

    /// <summary>安全感98.7% for 安全感满意度: of two rates the one leaves out the word for a rate.</summary>
    private static bool IsRateWithoutItsWord(Quantity target, Quantity reading) =>
        target.Kind == QuantityKind.Ratio && reading.Kind == QuantityKind.Ratio && reading.MetricKey.Length >= 4 && target.MetricKey.Length > reading.MetricKey.Length && target.MetricKey.StartsWith(reading.MetricKey, StringComparison.Ordinal)
            && target.MetricKey[reading.MetricKey.Length..] is "率" or "满意度" or "满意率" or "比例" or "达标率" or "完成率";

    /// <summary>12个园区中已有9个, where 12个园区 are asked for: what is counted among the very number that was promised is counted of it.</summary>
    private bool IsSomeOfTheNumber(Quantity target, Quantity reading) =>
        target.Kind == QuantityKind.Count && reading.Kind == QuantityKind.Count && reading.BaseValue < target.BaseValue && reading.BaseUnit == target.BaseUnit && MetricMatch.LongestCommon(reading.MetricKey, target.MetricKey) >= 2
            && row.Stated.Any(whole => whole.BaseValue == target.BaseValue && whole.BaseUnit == target.BaseUnit && whole.MetricKey == reading.MetricKey && whole.Span.End <= reading.Span.Start && Clauses.SentenceAround(row.Progress, reading.Span).Contains(whole.Span));

    /// <summary>省级美丽村庄5个、市级10个: a level alone is of the thing named before it. Null for any other name.</summary>
    private string? OfLevel(int at)
    {
        var level = row.Targets[at].Quantity.MetricKey;
        return at > 0 && Levels.Contains(level) && row.Targets[at - 1].Quantity.MetricKey is var before && Array.Find(Levels, before.StartsWith) is { } other && before.Length > other.Length ? level + before[other.Length..] : null;
    }

    /// <summary>改造管网30公里，其中供水18公里: the name that a part of a target leaves out. Null for a target that is no part.</summary>
    private string? WholeOf(int at)
    {
        var part = row.Targets[at];
        return part.Quantity.WholeIndex is null || at == 0 ? null
            : row.Targets.Take(at).LastOrDefault(whole => whole.Quantity.WholeIndex is null && whole.Source.Field == part.Source.Field && whole.Quantity.BaseUnit == part.Quantity.BaseUnit && whole.Quantity.BaseValue > part.Quantity.BaseValue)?.Quantity.MetricKey;
    }

    /// <summary>为500户老年人家庭实施适老化改造 names whom it is done for; what is done, 适老化改造, stands behind it. Null for any other promise.</summary>
    private string? ForWhom(int at)
    {
        var source = row.Targets[at].Source;
        if (source.Field != "content" || !row.Content.AsSpan(0, source.Span.Start).EndsWith('为'))
        {
            return null;
        }

        var clause = Clauses.Around(row.Content, source.Span);
        var behind = row.Content[Math.Min(source.Span.End, clause.End)..clause.End];
        return Array.Find(Deeds, behind.StartsWith) is { } verb && behind.Length > verb.Length + 1 ? behind[verb.Length..] : null;
    }

    /// <summary>3个乡镇已命名，省级卫生村已命名36个: the figure's own clause names the target, and what it inherits from before does not.</summary>
    private bool IsNamedByScope(Quantity target, Quantity reading)
    {
        const int Telling = 4;
        return reading.Scope is { Length: >= Telling } scope && target.BaseUnit == reading.BaseUnit && MetricMatch.Score(target.MetricKey, MetricNames.Key(scope)) >= 0.95
            && reading.Metric is { } inherited && (!reading.Span.Of(row.Progress).Contains(inherited, StringComparison.Ordinal) || Grants.Contains(inherited) || (Kinds.IsVolume(target) && Rivals(reading) == 1 && Stages.StepIn(reading.MetricKey) is null && readings.Count(other => other.Quantity.BaseUnit == reading.BaseUnit) == 1));
    }

    /// <summary>培训农民2万人 answers 农民培训: the verb that stands before the one name stands behind the other.</summary>
    private static bool IsTurned(Quantity named, Quantity told, string text)
    {
        const int Verb = 2;
        var thing = told.MetricKey.EndsWith("人员", StringComparison.Ordinal) ? told.MetricKey[..^2] : told.MetricKey;
        if (thing.Length >= Verb * 2 && named.MetricKey.Length > thing.Length + Verb && named.MetricKey.AsSpan(0, named.MetricKey.Length - Verb).EndsWith(thing) && !MetricMatch.AddsNothing(named.MetricKey[^Verb..]))
        {
            // 清理腾退办公用房 answers 区级机关存量办公用房清理.
            return text.AsSpan(Math.Max(0, told.Span.Start - (Verb * 2)), Math.Min(Verb * 2, told.Span.Start)).Contains(named.MetricKey.AsSpan(named.MetricKey.Length - Verb), StringComparison.Ordinal);
        }

        if (named.MetricKey.Length > Verb * 2 && thing.EndsWith(named.MetricKey[..^Verb], StringComparison.Ordinal) && text.AsSpan(0, told.Span.Start).EndsWith(named.MetricKey.AsSpan(named.MetricKey.Length - Verb), StringComparison.Ordinal))
        {
            // 培训养老护理员187人 answers 护理员培训.
            return true;
        }

        return named.MetricKey.Length - thing.Length is Verb or Verb * 2 && thing.Length >= Verb && named.MetricKey.StartsWith(thing, StringComparison.Ordinal) && named.MetricKey[thing.Length..] is var verbs && !MetricMatch.AddsNothing(verbs)
            && (text.AsSpan(0, told.Span.Start).EndsWith(verbs.AsSpan(0, Verb), StringComparison.Ordinal) || text.AsSpan(0, told.Span.Start).EndsWith(verbs.AsSpan(verbs.Length - Verb), StringComparison.Ordinal));
    }

    /// <summary>到位资金81亿元，其中工业项目51亿元: a part is of the measure that its whole is named by. Null where it has a measure of its own, or no whole.</summary>
    private string? WithMeasureOfWhole(Quantity reading)
    {
        if (reading.WholeIndex is not { } at || at >= row.Stated.Count || row.Stated[at] is not { } whole || whole.BaseUnit != reading.BaseUnit || whole.Kind != reading.Kind)
        {
            return null;
        }

        var measure = Array.Find(Measures, tail => (whole.Stage + whole.MetricKey).EndsWith(tail, StringComparison.Ordinal));
        return measure is null || reading.MetricKey.EndsWith(measure, StringComparison.Ordinal) ? null : reading.MetricKey + measure;
    }

    /// <summary>18个村已全部配备 answers 全覆盖18个: the very number, told as done to the last of them.</summary>
    private bool IsTheWholeNumber(Quantity target, Quantity reading) =>
        target.Kind == QuantityKind.Count && target.BaseValue == reading.BaseValue && target.BaseUnit == reading.BaseUnit && target.BaseValue > 1 && Stages.StepIn(reading.MetricKey) is null && Stages.SaysFinished(reading) && Rivals(reading) == 1
            && (WholesTold.Is(row.Progress, reading) || Clauses.Around(row.Progress, reading.Span).Of(row.Progress) is var clause && (clause.Contains("全部", StringComparison.Ordinal) || clause.Contains("均已", StringComparison.Ordinal)));

    /// <summary>How many targets the figure could be about by its sort.</summary>
    public int Rivals(Quantity reading) => row.Targets.Count(target => Kinds.Comparable(target.Quantity, reading));

    /// <summary>组织8家企业申报省级称号: what is counted is said behind the figure.</summary>
    private bool NamedNearby(Quantity target, Quantity reading)
    {
        var clause = Clauses.Around(row.Progress, reading.Span);
        return MetricMatch.LongestCommon(target.MetricKey, clause.Of(row.Progress)) >= Math.Max(4, target.MetricKey.Length * (Stages.Of(row.Progress, reading).Stage == Stage.Applied ? 4 : 6) / 10);
    }

    /// <summary>已建成3处；……: before anything is named, what is done is what the task asks for.</summary>
    private bool OpensTheText(Quantity reading) => reading.ValueSpan.Start <= Opening && reading.Stage is { } verb && row.Progress.AsSpan(0, reading.ValueSpan.Start) is var before && before.EndsWith(verb) && before[..^verb.Length].IndexOfAnyExcept(SaysWhen) < 0;

    private bool IsAbout(Quantity target, Quantity reading)
    {
        if (target.MetricKey.Length == 0 || _isOneSentence || OpensTheText(reading) || (target.BaseValue == reading.BaseValue && reading.Stage is not null && WholesTold.Is(row.Progress, reading)))
        {
            return true;
        }

        var sentence = Clauses.SentenceAround(row.Progress, reading.Span);
        var before = sentence.Start < 2 ? sentence : Clauses.SentenceAround(row.Progress, new TextSpan(sentence.Start - 2, 1));
        return Topics.Share(target.MetricKey, row.Progress[Math.Min(before.Start, sentence.Start)..sentence.End]);
    }
}
