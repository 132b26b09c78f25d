using Luoshi.Core.Checks.Answers;
using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>Figures that tell of a target in words which do not pair them with it: nothing can be judged by them, and yet nothing is missing.</summary>
internal static class ToldInOtherWords
{
    private const int Short = 3;

    private const int Word = 2;

    private const char New = '新';

    private static readonly string[] Satisfaction = ["满意度", "满意率"];

    // How it was asked, and not of what: 回访满意率, 满意度测评得分.
    private static readonly string[] Asking = ["回访", "测评", "得分", "群众", "总体", "综合", "调查", "平均", "社会", "公众"];

    private static readonly string[] Clearing = ["征迁", "征收", "拆迁", "征拆"];

    private static readonly string[] Cleared = ["签约", "腾房", "腾空", "腾退"];

    public static bool Is(ExaminedRow examined, int index) => IsDatedForLater(examined, index) || IsToldInShort(examined, index) || IsToldAsNew(examined, index) || IsToldByTheDeed(examined, index) || IsSatisfaction(examined, index) || IsKeptUnderALongerName(examined, index) || IsTheWay(examined, index)
        || IsToldByTheUnit(examined, index) || IsToldOfItsStretches(examined, index) || IsToldAsAChange(examined, index) || AreHeld(examined, index) || AreCleared(examined, index);

    /// <summary>秋粮播种面积12.3万亩，预计10月收割 for 秋粮产量: the sentence that speaks of it says itself in which month to come there will be a figure.</summary>
    private static bool IsDatedForLater(ExaminedRow examined, int index)
    {
        var row = examined.Row;
        return row.Targets.Count > 1 && examined.Readings.Any(reading => reading.Quantity.Kind != QuantityKind.Deadline)
            && Clauses.Sentences(row.Progress).Exists(sentence => LaterMonths.In(row.Progress, sentence, examined.AsOf) is not null && Topics.Share(row.Targets[index].Quantity.MetricKey, sentence.Of(row.Progress)));
    }

    /// <summary>婚检率 for 婚前医学检查率: a rate's short name has the characters of the long one in their order, and begins and ends as it does.</summary>
    private static bool IsToldInShort(ExaminedRow examined, int index) =>
        examined.Row.Targets[index].Quantity is { Kind: QuantityKind.Ratio, MetricKey.Length: > Short } target
            && examined.Readings.Any(reading => reading.Quantity.Kind == target.Kind && reading.Quantity.MetricKey is { Length: >= Short } name && name.Length < target.MetricKey.Length && name[0] == target.MetricKey[0] && name[^1] == target.MetricKey[^1] && MetricMatch.IsWithin(name, target.MetricKey)
                && !examined.Comparisons.Any(other => other is { Ratio: not null, Reading: { } at } && ReferenceEquals(examined.Readings[at], reading)));

    /// <summary>新开户2106人 for 新增缴存职工3000人: whatever the verb, what begins with 新 counts new ones, as the promise does.</summary>
    private static bool IsToldAsNew(ExaminedRow examined, int index)
    {
        var target = examined.Row.Targets[index].Quantity;
        return target.Stage is [New, ..] && Left(examined, index).Any(told => (told.Stage ?? told.MetricKey) is [New, ..] && !Classes.IsMember(told.MetricKey, target.MetricKey));
    }

    /// <summary>“慈善一日捐”募集318万元 for 募集慈善资金, 定性检测5820批次 for 检测农产品, 清偿1.06亿元 for 清理账款: the promise's own verb, of a thing that has a word of it, or with nothing else promised in the unit, where the first half of the verb will do.</summary>
    private static bool IsToldByTheDeed(ExaminedRow examined, int index)
    {
        var asked = examined.Row.Targets[index];
        if ((asked.Quantity.Stage ?? DeedNames.VerbBefore(examined.Row, asked)) is not { Length: Word } verb || Stages.IsActivity(verb))
        {
            return false;
        }

        var isAlone = examined.Row.Targets.Count(other => other.Quantity.BaseUnit == asked.Quantity.BaseUnit && other.Quantity.Kind == asked.Quantity.Kind) == 1;
        return Left(examined, index).Any(told => !Classes.IsMember(told.MetricKey, asked.Quantity.MetricKey)
            && ((told.Stage == verb && Topics.Common(asked.Quantity.MetricKey, told.MetricKey) > 0) || (isAlone && told.MetricKey.Length == Word && told.MetricKey[0] == verb[0]) || (isAlone && told.MetricKey.EndsWith(verb, StringComparison.Ordinal))));
    }

    /// <summary>满意度测评得分96.1%, where the satisfaction with one thing is asked for: that with nothing else is told.</summary>
    private static bool IsSatisfaction(ExaminedRow examined, int index)
    {
        var target = examined.Row.Targets[index].Quantity;
        return Array.Exists(Satisfaction, target.MetricKey.EndsWith) && examined.Row.Targets.Count(other => Array.Exists(Satisfaction, other.Quantity.MetricKey.EndsWith)) == 1
            && examined.Readings.Any(reading => reading.Quantity.BaseUnit == target.BaseUnit && Array.Find(Satisfaction, word => reading.Quantity.MetricKey.Contains(word, StringComparison.Ordinal)) is { } word
                && Asking.Aggregate(reading.Quantity.MetricKey.Replace(word, "", StringComparison.Ordinal), (name, how) => name.Replace(how, "", StringComparison.Ordinal)).Length == 0);
    }

    /// <summary>假期公益托管点位4个 for 假期托管点4个: as many as are asked for, and every character of their name in its order.</summary>
    private static bool IsKeptUnderALongerName(ExaminedRow examined, int index)
    {
        const int Telling = 4;
        var target = examined.Row.Targets[index].Quantity;
        return target.MetricKey.Length >= Telling && examined.Row.Stated.Any(told => told is { Role: QuantityRole.Result } && told.Kind == target.Kind && told.BaseUnit == target.BaseUnit && told.BaseValue == target.BaseValue && told.MetricKey.Length > target.MetricKey.Length && MetricMatch.IsWithin(target.MetricKey, told.MetricKey)
            && Stages.Of(examined.Row.Progress, told).Stage is Stage.Unknown or Stage.Finished && Stages.StepIn(told.MetricKey) is null);
    }

    /// <summary>由190元提高到200元 for 提高10元: the two ends tell the way.</summary>
    private static bool IsTheWay(ExaminedRow examined, int index)
    {
        var target = examined.Row.Targets[index].Quantity;
        var stated = examined.Row.Stated;
        return target is { Kind: QuantityKind.Growth, Value: { } way } && Enumerable.Range(1, Math.Max(0, stated.Count - 1)).Any(at => stated[at - 1] is { Role: QuantityRole.Baseline, Value: { } from } && stated[at] is { Role: QuantityRole.Result, Value: { } to } && target.BaseUnit.Length > 0 && stated[at].Unit.StartsWith(target.Unit, StringComparison.Ordinal) && to - from == way);
    }

    /// <summary>竣工4所 and 结业312名, where no other promise is counted in the unit; 12.6万元/亩 for 亩均税收24万元: the unit tells what the figure is of.</summary>
    private static bool IsToldByTheUnit(ExaminedRow examined, int index)
    {
        var target = examined.Row.Targets[index].Quantity;
        return (examined.Row.Targets.Count(other => other.Quantity.BaseUnit == target.BaseUnit && other.Quantity.Kind == target.Kind) == 1
                && Left(examined, index).Any(told => LikelyFigures.IsThere(told) && told.MetricKey is "" or "结业" or "到岗" or "上岗" or "入职"))
            || examined.Readings.Any(reading => target.BaseUnit.Length > 0 && reading.Quantity.BaseUnit.StartsWith(target.BaseUnit + "/", StringComparison.Ordinal) && reading.Quantity.MetricKey == target.MetricKey);
    }

    /// <summary>云溪河治理段12.4公里、松溪河治理段9.8公里 for 河流治理38公里: two or more stretches, each with the last word of what is asked for.</summary>
    private static bool IsToldOfItsStretches(ExaminedRow examined, int index) =>
        examined.Row.Targets[index].Quantity is { Kind: QuantityKind.Amount, MetricKey.Length: > Word } target && Left(examined, index).Count(told => Stages.SaysFinished(told) && told.MetricKey.Contains(target.MetricKey[^Word..], StringComparison.Ordinal)) > 1;

    /// <summary>总体近视率51.2%，较上年下降0.6个百分点 for 近视率下降1个百分点: by how much it has changed is told, of the only such measure.</summary>
    private static bool IsToldAsAChange(ExaminedRow examined, int index) =>
        examined.Row.Targets[index].Quantity is { Kind: QuantityKind.Growth, Value: { } asked, MetricKey.Length: >= Short } target && target.BaseUnit == "个百分点"
            && examined.Row.Stated.Any(change => change is { Role: QuantityRole.Comparison, Kind: QuantityKind.Growth, Value: { } value } && change.BaseUnit == target.BaseUnit && Math.Sign(value) == Math.Sign(asked) && change.MetricKey.EndsWith(target.MetricKey[^Short..], StringComparison.Ordinal));

    /// <summary>公益岗位在岗812人 for 公益岗位800个: as many posts as there are people in them.</summary>
    private static bool AreHeld(ExaminedRow examined, int index)
    {
        const string Posts = "岗位";
        var target = examined.Row.Targets[index].Quantity;
        return target.BaseUnit is "个" && target.MetricKey.EndsWith(Posts, StringComparison.Ordinal)
            && examined.Readings.Any(told => told.Quantity.BaseUnit is "人" && told.Quantity.Kind == target.Kind && told.Quantity.MetricKey.Contains(target.MetricKey, StringComparison.Ordinal));
    }

    /// <summary>已签约231户，已腾房206户 for 征迁260户: how far houses are cleared is told by these two steps.</summary>
    private static bool AreCleared(ExaminedRow examined, int index)
    {
        var target = examined.Row.Targets[index].Quantity;
        return Array.Exists(Clearing, word => target.Metric?.Contains(word, StringComparison.Ordinal) == true || target.Stage == word)
            && examined.Readings.Any(told => told.Quantity.Kind == target.Kind && told.Quantity.BaseUnit == target.BaseUnit && Array.Exists(Cleared, word => told.Quantity.Stage == word || told.Quantity.MetricKey.EndsWith(word, StringComparison.Ordinal)));
    }

    /// <summary>The figures of the target's sort, done and no application, that answer no other target.</summary>
    private static IEnumerable<Quantity> Left(ExaminedRow examined, int index)
    {
        var target = examined.Row.Targets[index].Quantity;
        return examined.Readings.Select(reading => reading.Quantity).Where(told => Kinds.IsVolume(told) && told.Kind == target.Kind && told.BaseUnit == target.BaseUnit && !Contrasts.Differ(target.MetricKey, told.MetricKey)
            && Stages.Of(examined.Row.Progress, told).Stage is Stage.Unknown or Stage.Finished && Stages.StepIn(told.MetricKey) is null
            && !examined.Comparisons.Any(other => other is { Ratio: not null, Reading: { } at } && ReferenceEquals(examined.Readings[at].Quantity, told)));
    }
}
