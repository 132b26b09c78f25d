using Luoshi.Core.Checks.Figures;
using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks.Answers;

/// <summary>Figures beside the one that was found for a target that may as well be its answer: which of them is the total the text does not say.</summary>
internal sealed class RivalFigures(CheckedRow row, IReadOnlyList<StatedQuantity> readings, ScopeRule scopes, ReportingPeriod asOf)
{
    // A printed share is rounded or cut off.
    private const decimal Rounded = 1;

    private static readonly string[] Achieving = ["完成", "实现", "累计", "达到", "新增", "今年", "本年", "本月", "当月", "全区", "全市", "全县", "预计", "已有", "共有", "其中", "目前"];

    private static readonly WordFinder ThisYear = new("本年 今年 年内 本年度");

    /// <summary>Another figure for the same measure and time that is no part of the first.</summary>
    public int? Of(Quantity target, int index)
    {
        var chosen = readings[index].Quantity;
        if (IsConfirmed(target, index) || (chosen.BaseValue == target.BaseValue && WholesTold.Is(row.Progress, chosen)))
        {
            // 26所食堂全部完工, where 26所 are asked for: no other number can be meant.
            return null;
        }

        if (row.Targets.Count(asked => asked.Quantity.Kind == target.Kind) == 1 && OfTownsAlone(target, chosen) && OtherHalf(target, index) is { } half)
        {
            return half;
        }

        if (DeedBeside(target, index) is { } deed)
        {
            return deed;
        }

        if (Enumerable.Range(0, readings.Count).FirstOrDefault(i => i != index && AreTwoSides(target, chosen, readings[i].Quantity), -1) is >= 0 and var side)
        {
            return side;
        }

        for (var i = 0; i < readings.Count; i++)
        {
            var other = readings[i].Quantity;
            var areParts = AreParts(target, chosen, other) || IsOneOfMany(target, chosen, other);
            if (i != index && !(target.Stage is { } verb && chosen.Stage == verb && other.Stage is { } another && another != verb && !row.Content.Contains(another, StringComparison.Ordinal)) && !(Stages.IsUndone(row.Progress, other) && !Stages.IsUndone(row.Progress, chosen)) && !IsStockBeside(target, chosen, other) && !IsTheWholeBefore(target, chosen, other) && !IsOfThisYearAlone(chosen, other) && chosen.MetricKey.Length > 0 && (other.MetricKey == chosen.MetricKey || areParts) && (Stages.Phase(other) == Stages.Phase(chosen) || !(AsksForTheEnd(row, target) || AsksForThePhase(target, chosen))) && !AnswersAnother(target, other) && other.Kind == chosen.Kind && other.BaseUnit == chosen.BaseUnit && other.BaseValue != chosen.BaseValue
                && other.From == chosen.From && other.To == chosen.To && other.WholeIndex is null && chosen.WholeIndex is null && (areParts || other.Scope != target.Scope)
                && Obstacles.Between(row, target, other, scopes, asOf) is null && !row.Progress.AsSpan(0, chosen.Span.Start).EndsWith("累计", StringComparison.Ordinal))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>收储310亩、再开发240亩, where 整治 is asked for: two deeds in one list, neither of them the promise's own.</summary>
    private int? DeedBeside(Quantity target, int index)
    {
        const int Verb = 2;
        return index + 1 < readings.Count && readings[index] is { Quantity: { Stage: { } told, WholeIndex: null } chosen } && readings[index + 1] is { Quantity: { WholeIndex: null } next } && next.Kind == chosen.Kind && next.BaseUnit == chosen.BaseUnit
            && target.Stage is { } asked && told != asked && Stages.IsTreatment(asked) && !Stages.SaysFinished(chosen) && next.MetricKey.Length == Verb && row.Progress.AsSpan(chosen.Span.End, Math.Max(0, next.Span.Start - chosen.Span.End)).StartsWith("、") ? index + 1 : null;
    }

    /// <summary>吸纳技术合同成交额14.1亿元，输出技术合同成交额9.4亿元: one name said twice in a sentence, each time behind another word, is told of two sides and of neither as the whole.</summary>
    private bool AreTwoSides(Quantity target, Quantity chosen, Quantity other) =>
        other.Kind == chosen.Kind && other.BaseUnit == chosen.BaseUnit && other.MetricKey == chosen.MetricKey && other.WholeIndex is null && Clauses.SentenceAround(row.Progress, chosen.ValueSpan).Contains(other.ValueSpan)
            && SideOf(chosen) is { } side && SideOf(other) is { } opposite && side != opposite && !row.Content.Contains(side + target.Metric, StringComparison.Ordinal);

    /// <summary>The word with which the figure's clause begins and behind which its name stands at once; null where there is no such word, or it is a verb of doing.</summary>
    private string? SideOf(Quantity quantity)
    {
        const int Word = 2;
        var clause = Clauses.Around(row.Progress, quantity.ValueSpan).Of(row.Progress);
        return quantity.Metric is { Length: > Word } name && clause.Length > Word + name.Length && clause.AsSpan(Word).StartsWith(name) && clause[..Word] is var word && word.All(Reading.PlainText.IsHan) && !Achieving.Contains(word) ? word : null;
    }

    /// <summary>共有托位3312个；新增托位338个, where new ones are asked for: what there is does not vie with what was added.</summary>
    private static bool IsStockBeside(Quantity target, Quantity chosen, Quantity other) =>
        other.Stage is null && other.BaseValue > chosen.BaseValue && IsNew(target.Stage) && IsNew(chosen.Stage);

    /// <summary>整治项目共180个，已竣工97个, where 180 are asked for: the whole set does not vie with what is done of it.</summary>
    private bool IsTheWholeBefore(Quantity target, Quantity chosen, Quantity other) =>
        other.Stage is null && chosen.Stage is not null && other.BaseValue == target.BaseValue && chosen.BaseValue < other.BaseValue && other.Span.End <= chosen.Span.Start && Clauses.SentenceAround(row.Progress, chosen.Span).Contains(other.ValueSpan);

    /// <summary>本年完成投资1.58亿元，累计完成4.9亿元: what has been spent since a project began does not vie with the year's.</summary>
    private bool IsOfThisYearAlone(Quantity chosen, Quantity other) =>
        other.BaseValue > chosen.BaseValue && ThisYear.Find(row.Progress, Clauses.Around(row.Progress, chosen.ValueSpan)) is not null && Clauses.Around(row.Progress, other.ValueSpan).Of(row.Progress).Contains("累计", StringComparison.Ordinal);

    private static bool IsNew(string? verb) => verb is not null && verb.StartsWith('新');

    /// <summary>城镇居民收入, where 城乡居民收入 is asked for.</summary>
    private static bool OfTownsAlone(Quantity target, Quantity chosen) =>
        target.Kind == QuantityKind.Growth && target.MetricKey.StartsWith("城乡", StringComparison.Ordinal) && (chosen.MetricKey.StartsWith("城镇", StringComparison.Ordinal) || chosen.MetricKey.StartsWith("农村", StringComparison.Ordinal));

    /// <summary>The figure of the country beside that of the towns, or the other way round, where one reaches the target and the other does not.</summary>
    private int? OtherHalf(Quantity target, int index)
    {
        var chosen = readings[index].Quantity;
        for (var i = 0; i < readings.Count; i++)
        {
            var other = readings[i].Quantity;
            if (i != index && other.Kind == target.Kind && OfTownsAlone(target, other) && other.MetricKey != chosen.MetricKey && other.MetricKey.AsSpan(2).SequenceEqual(chosen.MetricKey.AsSpan(2)) && other.Value >= target.Value != chosen.Value >= target.Value)
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>完成投资77.57亿元，投资完成率122.6%, where the target is 63.27亿元: the share that is printed behind the figure says that it is of this target.</summary>
    public bool IsConfirmed(Quantity target, int index) =>
        index + 1 < readings.Count && readings[index + 1].Quantity is { Kind: QuantityKind.ShareOfPlan, Value: { } printed } && Kinds.IsVolume(target)
            && Numbers.Ratio(readings[index].Quantity.BaseValue, target.BaseValue) is { } ratio && Math.Abs((ratio * 100) - printed) <= Rounded;

    /// <summary>Whether 开工 and the like come before what is asked for: 改造20公里, 建成12个, and not 实施30个项目.</summary>
    public static bool AsksForTheEnd(CheckedRow row, Quantity target) => (target.Kind == QuantityKind.Amount || Stages.Asked(target) == Stage.Finished) && !Obstacles.AsksToBegin(row, target);

    private static bool AsksForThePhase(Quantity target, Quantity chosen) => Stages.Phase(target) is { } phase && Stages.Phase(chosen) == phase;

    /// <summary>工业用电量, where both 用电量 and 工业用电量 are asked for.</summary>
    private bool AnswersAnother(Quantity target, Quantity other) =>
        other.MetricKey.Length > 0 && other.MetricKey != target.MetricKey && row.Targets.Any(asked => (asked.Quantity.MetricKey == other.MetricKey || (asked.Quantity.Metric == other.Scope && asked.Quantity.MetricKey != target.MetricKey)) && asked.Quantity.Kind == other.Kind);

    /// <summary>甲校新增学位540个、乙校新增学位1500个, where 学位 are asked for: a figure under a longer name that is more than this one says that neither is the total.</summary>
    private bool IsOneOfMany(Quantity target, Quantity chosen, Quantity other) =>
        target.MetricKey.Length > 1 && chosen.MetricKey == target.MetricKey && other.MetricKey.Length > target.MetricKey.Length && other.MetricKey.EndsWith(target.MetricKey, StringComparison.Ordinal) && other.BaseValue > chosen.BaseValue && other.Kind != QuantityKind.Level
            && Clauses.SentenceAround(row.Progress, chosen.Span).Contains(other.ValueSpan) && row.Progress.AsSpan(Math.Min(chosen.ValueSpan.End, other.ValueSpan.End), Math.Abs(other.ValueSpan.Start - chosen.ValueSpan.Start)).Contains('、');

    /// <summary>城镇居民收入 and 农村居民收入, where 居民收入 is asked for: neither is the whole.</summary>
    private bool AreParts(Quantity target, Quantity chosen, Quantity other) =>
        target.MetricKey.Length > 1 && Narrower.Is(row, target, chosen) == Narrower.Is(row, target, other) && chosen.MetricKey.Length > target.MetricKey.Length && other.MetricKey.Length > target.MetricKey.Length && chosen.MetricKey != other.MetricKey && Math.Abs(chosen.MetricKey.Length - other.MetricKey.Length) <= 1
            && chosen.MetricKey.EndsWith(target.MetricKey, StringComparison.Ordinal) && other.MetricKey.EndsWith(target.MetricKey, StringComparison.Ordinal);
}
