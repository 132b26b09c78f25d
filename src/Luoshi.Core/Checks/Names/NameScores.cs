using Luoshi.Core.Checks.Answers;
using Luoshi.Core.Checks.Figures;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Names;

/// <summary>How surely a reading of the row is of what a target names: by the two names, and where they do not say it, by what stands around them.</summary>
internal sealed class NameScores(CheckedRow row, IReadOnlyList<StatedQuantity> readings)
{
    /// <summary>What a figure without a name comes to where it can only be of one target.</summary>
    public const double Unnamed = 0.5;

    // A figure with a common noun that is so many times the target counts something else.
    private const int FarAbove = 5;

    private const int Opening = 16;

    private const double NearlySure = 0.8;

    private const double SaidNearby = 0.7;

    // 改造提升: two verbs together tell which promise is meant, where one may be of anything.
    private const int TwoVerbs = 4;

    private static readonly string[] CommonVerbs = ["完成", "新增", "新建", "建成", "改造", "提升", "实施", "建设", "开展", "推进", "实现", "达到", "完工", "竣工", "开工", "投用", "改建", "更新"];

    private static readonly System.Buffers.SearchValues<char> SaysWhen = System.Buffers.SearchValues.Create("已经截至目前累计共今年以来上半月底末日中旬初全区，0123456789");

    private static readonly string[] Measures = ["到位资金", "到位外资", "投资", "销售额", "产值", "营业收入", "增加值", "零售额", "收入", "面积", "产量", "贷款", "进出口", "用地", "就业"];

    private static readonly string[] Deeds = ["免费开展", "免费提供", "免费实施", "实施", "开展", "提供", "进行", "办理", "发放", "安装", "购买"];

    private readonly OtherWords _otherWords = new(row, readings);

    private readonly ShareNames _shares = new(row, readings);

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
            if (_otherWords.Score(at, index) is { } same)
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
        (target.Kind != QuantityKind.Count || reading.Kind != QuantityKind.Count || target.BaseUnit == reading.BaseUnit || IsOfTheNumberSaidAgain(target, reading)) && (row.Rivals(reading) == 1 ? IsAbout(target, reading) : IsNamedAlone(target, reading) || IsToldInItsWord(target, reading)) ? Unnamed : 0;

    /// <summary>学校项目80个均已开工，已完工66所, where 80个 are asked for: another measure word, behind the promise's own number in one sentence.</summary>
    private bool IsOfTheNumberSaidAgain(Quantity target, Quantity reading) =>
        Kinds.SameThings(target.BaseUnit, reading.BaseUnit) && reading.BaseValue < target.BaseValue && Clauses.SentenceAround(row.Progress, reading.Span) is var sentence
            && row.Stated.Any(said => said.BaseValue == target.BaseValue && said.BaseUnit == target.BaseUnit && said.MetricKey == target.MetricKey && said.Span.End <= reading.Span.Start && sentence.Contains(said.ValueSpan));

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

        if (IsTailOfSeveral(reading) && !NamesItBefore(target, reading) && !IsToldInItsVerbAlone(at, reading))
        {
            return 0;
        }

        if (score < 1 && WholeOf(at) is { } total)
        {
            score = Math.Max(score, MetricMatch.Score(target.MetricKey + total, reading.MetricKey));
        }

        return score < MetricMatch.Enough && ForWhom(at) is { } deed ? MetricMatch.Score(target.MetricKey + deed, reading.MetricKey) : score;
    }

    /// <summary>新建管网15.8公里, where 雨水管网 and 污水管网 are asked for: what both names end with tells of neither.</summary>
    private bool IsTailOfSeveral(Quantity reading) =>
        Kinds.IsVolume(reading) && reading.MetricKey.Length > 1 && row.Targets.Count(target => target.Quantity.BaseUnit == reading.BaseUnit && target.Quantity.MetricKey.EndsWith(reading.MetricKey, StringComparison.Ordinal)) > 1
            && !row.Targets.Any(target => target.Quantity.MetricKey == reading.MetricKey) && row.Targets.Select(target => target.Quantity.MetricKey).Where(name => name.EndsWith(reading.MetricKey, StringComparison.Ordinal)).Distinct().Count() > 1;

    /// <summary>更换路灯1020盏, where 更换老旧路灯 and 新装路灯 are asked for: the verb tells which.</summary>
    private bool IsToldInItsVerbAlone(int at, Quantity reading)
    {
        const int Verb = 2;
        var told = reading.Stage ?? (reading.Span.Start >= Verb ? row.Progress[(reading.Span.Start - Verb)..reading.Span.Start] : "");
        return VerbOf(row.Targets[at]) == told && row.Targets.Where((other, index) => index != at && other.Quantity.BaseUnit == reading.BaseUnit).All(other => VerbOf(other) is { } verb && verb != told);

        string? VerbOf(StatedQuantity target) => target.Quantity.Stage ?? DeedNames.VerbBefore(row, target) ?? (target.Quantity.MetricKey.StartsWith('新') ? target.Quantity.MetricKey[..Verb] : null);
    }

    /// <summary>Whether the figure's sentence names before it what the target is called by beyond that tail.</summary>
    private bool NamesItBefore(Quantity target, Quantity reading)
    {
        var sentence = Clauses.SentenceAround(row.Progress, reading.ValueSpan);
        return target.MetricKey.EndsWith(reading.MetricKey, StringComparison.Ordinal) && target.MetricKey[..^reading.MetricKey.Length] is { Length: > 1 } first
            && row.Progress.AsSpan(sentence.Start, Math.Max(0, reading.ValueSpan.Start - sentence.Start)).Contains(first, StringComparison.Ordinal);
    }

    /// <summary>完成投资2亿元 of a named project, and 其中工业项目51亿元 of a measure said before: with the project or the measure it is what a target may name.</summary>
    private double WithWhatItIsOf(Quantity target, Quantity reading, double score)
    {
        if (reading.Scope is { } scope && MetricMatch.Score(target.MetricKey, scope + reading.MetricKey) >= OtherWords.SurelyTheSame)
        {
            return MetricMatch.Enough;
        }

        if (reading.WholeIndex is { } at && at < row.Stated.Count && row.Stated[at] is var whole && whole.BaseUnit == reading.BaseUnit && reading.MetricKey + whole.MetricKey == target.MetricKey)
        {
            // 网络零售额12.6亿元，其中农产品4.7亿元: with its whole's name the part has the target's own.
            return 1;
        }

        if (IsPartOfTheRateBefore(target, reading))
        {
            return 1;
        }

        return WithMeasureOfWhole(reading) is { } full ? MetricMatch.Score(target.MetricKey, full) : score;
    }

    /// <summary>签约率73.4%，其中重点人群82.6% for 重点人群签约率: with the name of the rate before it the part has the target's own.</summary>
    private bool IsPartOfTheRateBefore(Quantity target, Quantity reading) =>
        target.Kind == QuantityKind.Ratio && reading.Kind == QuantityKind.Ratio && reading.Metric is not null && row.Progress.AsSpan(0, reading.Span.Start).EndsWith("其中")
            && readings.LastOrDefault(other => other.Quantity.Kind == QuantityKind.Ratio && other.Quantity.Span.End <= reading.Span.Start) is { } rate && reading.MetricKey + rate.Quantity.MetricKey == target.MetricKey;

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

        if (score < MetricMatch.Enough && row.Rivals(reading) == 1 && ToldTotals.IsOfKinds(row, readings, index, target))
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

        if (row.Rivals(reading) > 1 && !IsOfOneThing(target, reading))
        {
            return score >= MetricMatch.Enough ? 0 : score;
        }

        return reading.MetricKey.EndsWith("项目", StringComparison.Ordinal) && target.MetricKey.EndsWith(reading.MetricKey, StringComparison.Ordinal) && target.BaseUnit == reading.BaseUnit && IsAbout(target, reading) ? Math.Max(score, Unnamed) : score;
    }

    /// <summary>项目6个、2350套: one thing is promised in two units, and the figure is in one of them.</summary>
    private bool IsOfOneThing(Quantity target, Quantity reading) =>
        target.BaseUnit == reading.BaseUnit && row.Targets.Where(other => Kinds.Comparable(other.Quantity, reading)).ToList() is var rivals
            && rivals.TrueForAll(other => other.Quantity.MetricKey == target.MetricKey) && rivals.Count(other => other.Quantity.BaseUnit == reading.BaseUnit) == 1;

    /// <summary>不良率0.87%, where 不良贷款率 is asked for and nothing else of its sort is told or promised: a rate under a name that looks alike. What adds up over the year has too many names that do.</summary>
    private bool IsOnlyOneAlike(Quantity target, Quantity reading) =>
        !Kinds.IsVolume(target) && !Kinds.IsVolume(reading) && MetricMatch.LooksAlike(target.MetricKey, reading.MetricKey)
            && !readings.Any(other => !ReferenceEquals(other.Quantity, reading) && other.Quantity.Kind == reading.Kind && other.Quantity.BaseUnit == reading.BaseUnit && MetricMatch.LooksAlike(target.MetricKey, other.Quantity.MetricKey));

    /// <summary>占年度目标的54.7% can only be of the one target there is, whatever was named before it.</summary>
    private bool IsShareOfTheOnlyTarget(Quantity target, int index) =>
        readings[index].Quantity is { Kind: QuantityKind.ShareOfPlan } share && Kinds.IsVolume(target) && (ShareOfTarget.Is(share) || ShareOfTarget.IsRateOfDone(row.Progress, target, share)) && row.Rivals(share) == 1 && !_shares.IsOfOther(target, index);

    /// <summary>组织46家次企业参加展会 answers 参加展会80家次: who came each time is counted in the promise's own unit, and the clause names what they came to.</summary>
    private bool IsOccasionNamed(Quantity target, Quantity reading) =>
        target.Unit == reading.Unit && Kinds.CountsOccasions(reading.Unit) && Clauses.Around(row.Progress, reading.Span).Of(row.Progress).Contains(target.MetricKey, StringComparison.Ordinal);

    /// <summary>完成摸底3260户，完工1102户: those that are finished have the name of the step before them only because nothing else was named.</summary>
    private bool InheritsAStep(Quantity reading) =>
        reading is { Metric: { } inherited, Kind: QuantityKind.Count or QuantityKind.Amount } && Stages.IsStepAlone(reading.MetricKey) && !reading.Span.Of(row.Progress).Contains(inherited, StringComparison.Ordinal) && Stages.SaysFinished(reading);

    /// <summary>其中公租房6118套，基本建成7541套: a name that the figure does not say itself need not be its own.</summary>
    private bool IsInherited(Quantity reading) => Kinds.IsVolume(reading) && row.Rivals(reading) > 1 && reading.Metric is { } name && !reading.Span.Of(row.Progress).Contains(name, StringComparison.Ordinal);

    /// <summary>新开工1800套，基本建成512套: of two targets for the same things the verb tells which one a figure without a name is of.</summary>
    private bool IsToldInItsWord(Quantity target, Quantity reading) =>
        reading.Stage is { } verb && (target.Stage == verb || (Stages.Phase(target) is { } phase && phase == Stages.Phase(reading))) && target.BaseUnit == reading.BaseUnit
            && row.Targets.All(other => ReferenceEquals(other.Quantity, target) || !Kinds.Comparable(other.Quantity, reading) || (other.Quantity.Stage != verb && (other.Quantity.MetricKey == target.MetricKey || ((reading.MetricKey.Length == 0 || IsInherited(reading)) && (verb.Length >= TwoVerbs || (reading.MetricKey.Length == 0 && !CommonVerbs.Contains(verb) && row.Targets.Any(asked => ReferenceEquals(asked.Quantity, target) && DeedNames.VerbBefore(row, asked) == verb)))))));

    /// <summary>专区床位正在建设，已完成96张: of several targets the sentence before the figure names this one and no other.</summary>
    private bool IsNamedAlone(Quantity target, Quantity reading)
    {
        var sentence = Clauses.SentenceAround(row.Progress, reading.Span);
        var before = row.Progress[sentence.Start..Math.Max(sentence.Start, reading.ValueSpan.Start)];
        return reading.Kind == target.Kind && Names(target) && !row.Targets.Any(other => !ReferenceEquals(other.Quantity, target) && other.Quantity.MetricKey != target.MetricKey && Names(other.Quantity));

        bool Names(Quantity asked) => asked.Metric is { Length: > 2 } name && before.Contains(name, StringComparison.Ordinal);
    }

    /// <summary>省级美丽村庄5个、市级10个: a level alone is of the thing named before it. Null for any other name.</summary>
    private string? OfLevel(int at)
    {
        var level = row.Targets[at].Quantity.MetricKey;
        return at > 0 && LowerLevels.Names.Contains(level) && row.Targets[at - 1].Quantity.MetricKey is var before && Array.Find(LowerLevels.Names, before.StartsWith) is { } other && before.Length > other.Length ? level + before[other.Length..] : null;
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
        target.Kind == QuantityKind.Count && target.BaseValue == reading.BaseValue && target.BaseUnit == reading.BaseUnit && target.BaseValue > 1 && Stages.StepIn(reading.MetricKey) is null && Stages.SaysFinished(reading) && row.Rivals(reading) == 1
            && (WholesTold.Is(row.Progress, reading) || Clauses.Around(row.Progress, reading.Span).Of(row.Progress) is var clause && (clause.Contains("全部", StringComparison.Ordinal) || clause.Contains("均已", StringComparison.Ordinal)));

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
        var sentence = Clauses.SentenceAround(row.Progress, reading.Span);

        // In the first sentence with a figure nothing else has been counted yet, whatever comes behind.
        if (target.MetricKey.Length == 0 || !Clauses.HasFigures(row.Progress.AsSpan(0, sentence.Start)) || OpensTheText(reading) || (target.BaseValue == reading.BaseValue && reading.Stage is not null && WholesTold.Is(row.Progress, reading)))
        {
            return true;
        }

        var before = sentence.Start < 2 ? sentence : Clauses.SentenceAround(row.Progress, new TextSpan(sentence.Start - 2, 1));
        return Topics.Share(target.MetricKey, row.Progress[Math.Min(before.Start, sentence.Start)..sentence.End]);
    }
}
