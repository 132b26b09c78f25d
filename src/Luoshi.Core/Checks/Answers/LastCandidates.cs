using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks.Answers;

/// <summary>食品监督抽检1512批次 for 食品安全抽检2400批次: where no figure has the name of the only target of its unit, the one that has the most of it is likely the answer.</summary>
internal static class LastCandidates
{
    // What is so many times the target counts something else.
    private const int Farthest = 3;

    private const int FewestOfSeveral = 2;

    // What is counted so is of one sort: trees, fish, cattle, ships.
    private static readonly string[] RareUnits = ["株", "尾", "头", "羽", "艘", "盏", "立方米"];

    /// <summary>The likely answer, which proves nothing: null where two are as likely, or none has a telling word of the target.</summary>
    public static Pair? Of(CheckedRow row, IReadOnlyList<StatedQuantity> readings, int at, Func<int, bool> isTaken, ScopeRule scopes, ReportingPeriod asOf)
    {
        var target = row.Targets[at];
        if (!Kinds.IsVolume(target.Quantity) || target.Quantity.MetricKey.Length == 0)
        {
            return null;
        }

        var named = Enumerable.Range(0, readings.Count).Where(i => !isTaken(i) && IsOfUnit(target.Quantity, readings[i].Quantity) && readings[i].Quantity.WholeIndex is null && IsNamedInItsClause(row, target.Quantity, readings[i].Quantity) && IsAloneInItsSentence(row, readings, target.Quantity, i, isTaken)
            && MayBe(target.Quantity, readings[i].Quantity) && Obstacles.Between(row, target.Quantity, readings[i].Quantity, scopes, asOf) is null).Take(2).ToList();
        if (named.Count == 1)
        {
            return new Pair(at, named[0], Obstacle.None, null) { IsLikely = true };
        }

        if (row.Targets.Count(other => other.Quantity.BaseUnit == target.Quantity.BaseUnit && other.Quantity.Kind == target.Quantity.Kind) != 1)
        {
            return null;
        }

        if (ToldTotals.Only(row, readings, target.Quantity) is { } total && !isTaken(total) && MayBe(target.Quantity, readings[total].Quantity) && Obstacles.Between(row, target.Quantity, readings[total].Quantity, scopes, asOf) is null)
        {
            return new Pair(at, total, Obstacle.None, null) { IsLikely = true };
        }

        var ofUnit = RareUnits.Contains(target.Quantity.BaseUnit) ? Enumerable.Range(0, readings.Count).Where(i => !isTaken(i) && IsOfUnit(target.Quantity, readings[i].Quantity) && readings[i].Quantity.WholeIndex is null).Take(2).ToList() : [];
        if (ofUnit is [var only] && MayBe(target.Quantity, readings[only].Quantity) && Obstacles.Between(row, target.Quantity, readings[only].Quantity, scopes, asOf) is null)
        {
            return new Pair(at, only, Obstacle.None, null) { IsLikely = true };
        }

        var asked = SameNames.Kept(target.Quantity.MetricKey) + DeedNames.BehindTheName(row, target);
        var alike = Enumerable.Range(0, readings.Count).Where(i => IsOfUnit(target.Quantity, readings[i].Quantity)).ToList();
        var (best, most, isShared) = (-1, 0, false);
        foreach (var i in alike)
        {
            var reading = readings[i].Quantity;
            var told = SameNames.Kept(reading.MetricKey);
            var common = Topics.Common(asked, reading.Scope + told);
            if (common == 0 || (alike.Count > 1 && IsOfAnother(row, target, told, common)) || !(IsToldByItsHead(asked, told) || StartsAlike(asked, told) || (common >= FewestOfSeveral && IsToldInItsVerb(target.Quantity, reading))) || isTaken(i) || reading.WholeIndex is not null || !MayBe(target.Quantity, reading) || Obstacles.Between(row, target.Quantity, reading, scopes, asOf) is not null)
            {
                continue;
            }

            var isFurther = common == most && Stages.SaysFinished(reading) && !Stages.SaysFinished(readings[best].Quantity);
            var isLess = common == most && !Stages.SaysFinished(reading) && Stages.SaysFinished(readings[best].Quantity);
            isShared = common < most || isLess ? isShared : common == most && !isFurther && readings[best].Quantity.MetricKey != reading.MetricKey;
            (best, most) = common > most || isFurther ? (i, common) : (best, most);
        }

        return best < 0 || isShared || AreKindsOfIt(target.Quantity, readings, best, alike) || IsListed(row.Progress, readings, best, alike) || (alike.Count > 1 && most < FewestOfSeveral && !EndsAlike(asked, SameNames.Kept(readings[best].Quantity.MetricKey))) ? null : new Pair(at, best, Obstacle.None, null) { IsLikely = true };
    }

    /// <summary>新生儿筛查2316人, where “两癌”筛查 and 新生儿疾病筛查率 are asked for: the name has more of another promise.</summary>
    private static bool IsOfAnother(CheckedRow row, StatedQuantity target, string told, int common) =>
        row.Targets.Any(other => !ReferenceEquals(other, target) && Topics.Common(other.Quantity.MetricKey, told) > common);

    /// <summary>商品住宅销售面积34.6万平方米，商业办公用房销售面积5.1万平方米 for 商品房销售面积: the target's own measure told twice, of two sorts of things.</summary>
    private static bool AreKindsOfIt(Quantity target, IReadOnlyList<StatedQuantity> readings, int best, List<int> alike) =>
        EndsWithMeasure(target, readings[best].Quantity) && alike.Exists(i => i != best && readings[i].Quantity.MetricKey != readings[best].Quantity.MetricKey && EndsWithMeasure(target, readings[i].Quantity));

    /// <summary>绿色食品7个、有机农产品3个: a figure in a list with another of its unit is of one kind of several.</summary>
    private static bool IsListed(string text, IReadOnlyList<StatedQuantity> readings, int best, List<int> alike)
    {
        var own = readings[best].Quantity;
        return alike.Exists(i => i != best && readings[i].Quantity is { WholeIndex: null } other && other.MetricKey.Length > 1 && other.MetricKey[0] != '第' && other.MetricKey != own.MetricKey && (IsNext(own, other) || IsNext(other, own)));

        bool IsNext(Quantity first, Quantity second) => second.Span.Start - first.Span.End == 1 && text[first.Span.End] == '、';
    }

    private static bool EndsWithMeasure(Quantity target, Quantity reading)
    {
        const int Measure = 3;
        return target.MetricKey.Length > Measure && reading.MetricKey.Length > Measure && reading.MetricKey.AsSpan().EndsWith(target.MetricKey.AsSpan(target.MetricKey.Length - Measure));
    }

    private static bool IsOfUnit(Quantity target, Quantity reading) => reading.Kind == target.Kind && reading.BaseUnit == target.BaseUnit;

    /// <summary>农村公路安防工程完成波形护栏84公里: before the figure its clause names the target in full, and no other target.</summary>
    private static bool IsNamedInItsClause(CheckedRow row, Quantity target, Quantity reading)
    {
        const int Telling = 3;
        var clause = Clauses.Around(row.Progress, reading.ValueSpan);
        var before = row.Progress[clause.Start..Math.Max(clause.Start, reading.ValueSpan.Start)];
        return target.Metric is { Length: >= Telling } name && before.Contains(name.AsSpan(name.Length - LastWords(name)), StringComparison.Ordinal)
            && !row.Targets.Any(other => !ReferenceEquals(other.Quantity, target) && other.Quantity.Metric is { Length: >= Telling } rival && !name.Contains(rival, StringComparison.Ordinal) && before.Contains(rival, StringComparison.Ordinal));
    }

    /// <summary>保护性耕作 of 黑土地保护性耕作: so much of a long name tells it.</summary>
    private static int LastWords(string name)
    {
        const int Shortest = 4;
        return name.Length <= Shortest ? name.Length : Math.Max(Shortest, (name.Length * 3 / 5) + 1);
    }

    // 堤身填筑9.6公里，护坡6.8公里: several works on one thing are no answer, each of them; one that names another target is its.
    private static bool IsAloneInItsSentence(CheckedRow row, IReadOnlyList<StatedQuantity> readings, Quantity target, int index, Func<int, bool> isTaken)
    {
        var sentence = Clauses.SentenceAround(row.Progress, readings[index].Quantity.ValueSpan);
        return readings.Where((other, at) => at != index && !isTaken(at) && IsOfUnit(readings[index].Quantity, other.Quantity) && sentence.Contains(other.Quantity.ValueSpan)).All(other => other.Quantity.WholeIndex is not null || row.Targets.Any(asked => !ReferenceEquals(asked.Quantity, target) && IsOfUnit(asked.Quantity, other.Quantity) && IsNamedInItsClause(row, asked.Quantity, other.Quantity)));
    }

    /// <summary>Whether the figure is of what the target counts as far as its size, its verb and its words tell.</summary>
    public static bool MayBe(Quantity target, Quantity reading) =>
        !(reading.BaseValue > target.BaseValue * Farthest) && !Contrasts.Differ(target.MetricKey, reading.MetricKey) && !(reading.Stage is { } verb && Stages.IsActivity(verb) && !Kinds.CountsOccasions(target.Unit))
            && reading.Stage is not "公示" && !reading.MetricKey.EndsWith("入围公示", StringComparison.Ordinal) && (Stages.StepIn(reading.MetricKey) is not { } step || target.MetricKey.Contains(step, StringComparison.Ordinal));

    /// <summary>机械化育插秧 tells no 机械化: what a name is of stands last in it, but for works like 整治, and that is what the target must speak of.</summary>
    private static bool IsToldByItsHead(string asked, string told)
    {
        const int Head = 2;
        return told.Split('、').Select(each => each.EndsWith("活动", StringComparison.Ordinal) || (each.Length >= Head * 2 && MetricMatch.AddsNothing(each[^Head..])) ? each[..^Head] : each).Any(each => each.Length >= Head && asked.Contains(each[^Head..], StringComparison.Ordinal));
    }

    /// <summary>消除薄弱村7个 for 消除收入50万元以下村12个: the promise's own verb, and a last character that is the same.</summary>
    private static bool IsToldInItsVerb(Quantity target, Quantity reading) => target.Stage is { } verb && reading.Stage == verb && reading.MetricKey.Length > 1 && target.MetricKey[^1] == reading.MetricKey[^1];

    /// <summary>校企合作协议 for 校企合作项目, 心理健康培训服务 for 心理健康进校园培训: but for the noun that is counted all of it stands in the target, in its order.</summary>
    private static bool StartsAlike(string asked, string told)
    {
        const int Telling = 4;
        const int Noun = 2;
        return told.Length >= Telling + Noun && MetricMatch.IsWithin(told[..^Noun], asked);
    }

    private static bool EndsAlike(string asked, string told)
    {
        const int LastWord = 2;
        return told.Length >= LastWord && asked.AsSpan().EndsWith(told.AsSpan(told.Length - LastWord)) && !MetricMatch.IsGeneric(told[^LastWord..]);
    }
}
