using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks.Answers;

/// <summary>
/// 送戏下乡200场，送电影下乡2400场 answered by 送戏94场，放映公益电影1163场: where no name answers, the words around a figure may be those of one promise
/// alone, or the order of promises and answers leaves one of a unit on either side. What the place tells is likely and proves nothing.
/// </summary>
internal sealed class InOrder(CheckedRow row, IReadOnlyList<StatedQuantity> readings, ScopeRule scopes, ReportingPeriod asOf)
{
    // “一村一品”: so many words of a promise in a figure's own clause tell it.
    private const int Sure = 3;

    // 灌区干渠 beside 灌溉渠道: names with so many characters in common may mean the same.
    private const int Alike = 2;

    private readonly PromiseWords _words = new(row, readings);
    private readonly LikelyFigures _figures = new(row, readings, scopes, asOf);

    /// <summary>The likely answer of the first target that has none so far; null where the place tells no more.</summary>
    public Pair? Next(IReadOnlyList<Comparison> comparisons)
    {
        for (var at = 0; at < row.Targets.Count; at++)
        {
            if (IsOpen(at, comparisons) && Of(at, comparisons) is { } index)
            {
                return new Pair(at, index, Obstacle.None, null) { IsLikely = true };
            }
        }

        return null;
    }

    private int? Of(int at, IReadOnlyList<Comparison> comparisons)
    {
        var target = row.Targets[at].Quantity;
        var left = Enumerable.Range(0, readings.Count).Where(i => IsFree(at, i, comparisons) && _figures.MayAnswer(at, i)).ToList();
        if (!Kinds.IsVolume(target))
        {
            return left.FindAll(i => _words.IsOfRate(at, i)) is [var rate] ? rate : null;
        }

        if (NamedBest(at, left) is { } named)
        {
            return !_words.AreOfAnother(at, named) && (((_words.OfName(at, named) > 0 || _words.OfOwn(at, named) >= Sure) && _words.NameNoOther(at, named, orShared: true)) || (comparisons[at] is { Rule: ComparisonRule.OtherStage, Reading: { } early } && IsRightBehind(early, named)) || Stands(at, named, comparisons)) && !IsListedWithAnother(named, left) && !LikelyFigures.HasAnotherQualifier(target, readings[named].Quantity) ? named : null;
        }

        return left.FindAll(i => !_words.AreOfAnother(at, i)) is [var single] && !IsAskedTwice(at, comparisons) && Stands(at, single, comparisons) && _words.NameNoOther(at, single, orShared: false)
            && (PromiseWords.Characters(target, _words.Own(single)) > 0 || (target.Stage is { } verb && verb.StartsWith('新') && verb == readings[single].Quantity.Stage)) ? single : null;
    }

    /// <summary>Whether the target has no answer yet, but for a figure of another promise that is shown beside it.</summary>
    private bool IsOpen(int at, IReadOnlyList<Comparison> comparisons) =>
        row.Targets[at] is { Source.Field: "content", Quantity: { MetricKey.Length: > 1 } target }
            && (comparisons[at].Rule == ComparisonRule.NoFigure || (comparisons[at] is { Rule: ComparisonRule.OtherMeasure, Reading: { } shown } && _words.AreOfAnother(at, shown)) || (Kinds.IsVolume(target) && comparisons[at].Rule == ComparisonRule.OtherStage))
            && (Kinds.IsVolume(target) || target.Kind == QuantityKind.Ratio);

    /// <summary>Whether no other target has the figure, and where one of an earlier step is told for this target, whether this one is what came of it.</summary>
    private bool IsFree(int at, int index, IReadOnlyList<Comparison> comparisons) =>
        !comparisons.Where((other, asked) => asked != at && other.Reading == index && (IsAnswered(other) || other.Rule is not (ComparisonRule.OtherStage or ComparisonRule.OtherMeasure))).Any()
            && (comparisons[at] is not { Rule: ComparisonRule.OtherStage, Reading: { } early } || _words.Of(at, early) == 0 || (LikelyFigures.IsThere(readings[index].Quantity) && IsRightBehind(early, index)));

    /// <summary>完成选址8处、建成2处，3处正在施工: what is done of those that were told first at an earlier step is told right behind them.</summary>
    private bool IsRightBehind(int early, int index)
    {
        var alike = row.Stated.Where(other => LikelyFigures.AreOfUnit(readings[index].Quantity, other) && _words.SentenceOf(early).Contains(other.ValueSpan)).ToList();
        return alike.Count > 1 && ReferenceEquals(alike[1], readings[index].Quantity);
    }

    /// <summary>The only figure that has more of the promise's own words than any other that may answer it, or the part of a figure that has more of them than its whole.</summary>
    private int? NamedBest(int at, List<int> left)
    {
        var named = left.Select(i => (Index: i, Common: _words.Of(at, i))).Where(each => each.Common > 0).OrderByDescending(each => each.Common).ToList();
        var isAlone = named.Count > 0 && (named.Count == 1 || named[0].Common > named[1].Common);
        return isAlone && (readings[named[0].Index].Quantity.WholeIndex is null || named.Exists(whole => IsWholeOf(whole.Index, named[0].Index))) && left.TrueForAll(IsNoRival) ? named[0].Index : null;

        bool IsNoRival(int other) =>
            other == named[0].Index || _words.AreOfAnother(at, other) || IsWholeOf(other, named[0].Index) || IsOfPromiseInItsUnit(at, other)
                || (_words.Of(at, other) is > 0 and var less ? less * 2 < named[0].Common : readings[other].Quantity.WholeIndex is not null || PromiseWords.Characters(row.Targets[at].Quantity, readings[other].Quantity.MetricKey) < Alike);
    }

    /// <summary>闲置地处置146亩 beside 批而未供消化512亩, where 批而未供土地处置 and 闲置土地清理 are asked for: another promise in its unit has a word of the figure.</summary>
    private bool IsOfPromiseInItsUnit(int at, int index) =>
        Enumerable.Range(0, row.Targets.Count).Any(other => other != at && LikelyFigures.AreOfUnit(row.Targets[other].Quantity, readings[index].Quantity) && _words.OfName(other, index) > 0);

    private bool IsWholeOf(int whole, int part) =>
        readings[part].Quantity.WholeIndex is { } index && index < row.Stated.Count && ReferenceEquals(row.Stated[index], readings[whole].Quantity);

    /// <summary>县道养护18公里、村道养护16公里: a figure beside another one that may answer as well is of one kind of several.</summary>
    private bool IsListedWithAnother(int index, List<int> left)
    {
        var own = readings[index].Quantity;
        return left.Exists(i => i != index && readings[i].Quantity is var other && Math.Min(own.ValueSpan.End, other.ValueSpan.End) is var from && Math.Max(own.ValueSpan.Start, other.ValueSpan.Start) is var to && from < to && row.Progress[from] == '、' && row.Progress.AsSpan(from, to - from).IndexOfAnyInRange('0', '9') < 0);
    }

    private bool IsAskedTwice(int at, IReadOnlyList<Comparison> comparisons) =>
        row.Targets.Where((other, index) => index != at && LikelyFigures.AreOfUnit(other.Quantity, row.Targets[at].Quantity) && !IsAnswered(comparisons[index])).Any();

    /// <summary>Whether the figure stands behind the answers of the promises before, and before those of the promises behind; where nothing is answered yet, in the item of the same place.</summary>
    private bool Stands(int at, int index, IReadOnlyList<Comparison> comparisons)
    {
        var answered = comparisons.Where(other => other.Target != at && IsAnswered(other) && row.Targets[other.Target].Source.Field == "content").ToList();
        return answered.Count > 0 ? answered.TrueForAll(other => other.Target < at ? other.Reading < index : other.Reading > index) : IsInItsItem(at, index);
    }

    /// <summary>Three promises, and three items told: the second item is of the second promise.</summary>
    private bool IsInItsItem(int at, int index) =>
        row.Targets.Count > 1 && Clauses.Sentences(row.Progress) is var items && items.Count == row.Targets.Count && items[at].Contains(readings[index].Quantity.ValueSpan);

    private static bool IsAnswered(Comparison comparison) => comparison.Reading is not null && comparison.Verdict is not (Verdict.NotComparable or Verdict.NoNumber);
}
