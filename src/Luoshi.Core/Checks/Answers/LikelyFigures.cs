using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks.Answers;

/// <summary>Which figures may answer a target whose name they do not say: of its unit and about its size, and told as no step before, no part and no other thing.</summary>
internal sealed class LikelyFigures(CheckedRow row, IReadOnlyList<StatedQuantity> readings, ScopeRule scopes, ReportingPeriod asOf)
{
    // What is so small a share of a promise, or so many times as much, is of something else where nothing names it.
    private const int Smallest = 20;
    private const decimal Largest = 1.3m;

    // 特困人员供养支出 for 特困供养金: with so many words in common, whatever the money is called.
    private const int Surely = 2;

    private static readonly WordFinder Beside = new("另有 另外 其他 其它 拟 计划 预计 共建成 人选 对象");

    private static readonly WordFinder StepsBehind = new("设备安装 设备调试 设备采购 安装调试 股改 设计 招标 选址 装修 评审 初评 人选 对象 名单 诊断");

    // 1个开放: what is said behind a figure of things that are there.
    private static readonly WordFinder There = new("开放 运行 运营 启用 通车 通水 上岗 达标 验收");

    // 入户评估824户, 溯源212个: counted or looked at, and nothing done to them.
    private static readonly string[] Counts = [.. Stages.Counts, "溯源", "排查", "选址", "设计", "招标", "体检考察", "考察", "面试", "笔试", "报名"];

    // 鉴定危房186栋.
    private static readonly string[] LookedAt = ["鉴定", "摸排", "摸底", "排查", "评估", "核查"];

    // 在修3处, 待建2处: a verb with one of these before it is not done.
    private const string NotYet = "在待拟未";

    private static readonly string[] Levels = [.. LowerLevels.Names.Select(level => level + "以上"), .. LowerLevels.Names];

    private static readonly string[] Money = ["投资", "资金", "补贴", "补助", "收入", "支出", "产值", "销售额", "零售额", "成交额", "贷款", "余额", "税收", "利润", "增加值", "租金", "价值", "保费", "费用", "外资"];

    public bool MayAnswer(int at, int index)
    {
        var (target, reading) = (row.Targets[at].Quantity, readings[index].Quantity);
        if (!AreOfUnit(target, reading) || Obstacles.Between(row, target, reading, scopes, asOf) is not null)
        {
            return false;
        }

        return Kinds.IsVolume(target)
            ? reading.BaseValue * Smallest >= target.BaseValue && reading.BaseValue <= target.BaseValue * Largest && !(target.BaseUnit == "元" && AreOtherMoney(target.MetricKey, reading.MetricKey)) && Stages.Phase(reading) is not ("签约" or "开工" or "申报")
                && !TellsOther(at, index) && LastCandidates.MayBe(target, AsAsked(row.Targets[at], reading)) && !DeedNames.IsOfOtherDeed(row, at, reading)
            : reading.WholeIndex is null && !Contrasts.Differ(target.MetricKey, reading.MetricKey);
    }

    /// <summary>主体封顶260套、竣工118套: without the name that the finished ones have from those before them, and without a verb that the promise has too.</summary>
    private Quantity AsAsked(StatedQuantity asked, Quantity reading)
    {
        const int Word = 2;
        var target = asked.Quantity;
        var clause = Clauses.Around(row.Progress, reading.Span).Of(row.Progress);
        var isInherited = Stages.SaysFinished(reading) && reading.Metric is { } name && !reading.Span.Of(row.Progress).Contains(name, StringComparison.Ordinal);
        var isAsked = reading.Stage is { } verb && (Topics.Common(target.MetricKey, reading.MetricKey) > Surely || ((target.Stage ?? DeedNames.VerbBefore(row, asked)) is { } promised && Stages.IsActivity(promised) && clause.Contains(promised, StringComparison.Ordinal)) || row.Content.Contains(verb, StringComparison.Ordinal) || (reading.MetricKey.Length >= Word && target.MetricKey.EndsWith(reading.MetricKey[^Word..], StringComparison.Ordinal)));
        return isInherited || isAsked ? reading with { MetricKey = isInherited ? "" : reading.MetricKey, Stage = isAsked ? null : reading.Stage } : reading;
    }

    /// <summary>Whether the figure's verb says that the things are there, or the people have come.</summary>
    public static bool IsThere(Quantity reading) => Stages.SaysFinished(reading) || (reading.Stage ?? reading.MetricKey) is "验收" or "结业" or "到岗" or "上岗" or "入职";

    public static bool AreOfUnit(Quantity target, Quantity reading) => reading.Kind == target.Kind && reading.BaseUnit == target.BaseUnit;

    /// <summary>评定等级民宿 is no 精品民宿: under one head each has words of its own, and none in common.</summary>
    public static bool HasAnotherQualifier(Quantity target, Quantity reading)
    {
        const int Head = 2;
        var told = Array.Find(Levels, reading.MetricKey.StartsWith) is { } level ? reading.MetricKey[level.Length..] : reading.MetricKey;
        return target.MetricKey.Length >= Head * 2 && told.Length >= Head * 2 && target.MetricKey.AsSpan(target.MetricKey.Length - Head).SequenceEqual(told.AsSpan(told.Length - Head))
            && !MetricMatch.IsWithin(told, target.MetricKey) && !MetricMatch.IsWithin(target.MetricKey, told) && Topics.Common(target.MetricKey[..^Head], told[..^Head]) == 0;
    }

    /// <summary>拨付资金1.71亿元 is no 投资: of what sort money is its last word tells.</summary>
    private static bool AreOtherMoney(string asked, string told)
    {
        const string Income = "收入";
        told = told.EndsWith(Income, StringComparison.Ordinal) && Array.Exists(Money, told[..^Income.Length].EndsWith) ? told[..^Income.Length] : told;
        return Array.Find(Money, told.EndsWith) is { } measure && !asked.EndsWith(measure, StringComparison.Ordinal) && (Array.Exists(Money, asked.EndsWith) || Topics.Common(asked, told) < Surely);
    }

    /// <summary>另有3家, 确定人选186名, 完成5个基地设备安装, 1个镇平台: told beside what was asked for, of a step of it, or of a thing of its own behind the figure.</summary>
    private bool TellsOther(int at, int index)
    {
        var (target, reading) = (row.Targets[at], readings[index].Quantity);
        var clause = Clauses.Around(row.Progress, reading.Span);
        var behind = row.Progress[Math.Min(reading.ValueSpan.End, clause.End)..clause.End];
        behind = behind.IndexOf('、', StringComparison.Ordinal) is >= 0 and var mark ? behind[..mark] : behind;
        return reading.Stage is "确定" || (reading.MetricKey.Length == 2 && NotYet.Contains(reading.MetricKey[0], StringComparison.Ordinal)) || IsCountedOnly(target, reading)
            || Beside.In(row.Progress.AsSpan(clause.Start, Math.Max(0, reading.ValueSpan.Start - clause.Start))) || StepsBehind.In(behind)
            || (reading.Metric is { Length: > 1 } thing && behind.StartsWith(thing, StringComparison.Ordinal) && !MetricMatch.IsWithin(reading.MetricKey, target.Quantity.MetricKey) && Topics.Common(target.Quantity.MetricKey, thing) == 0 && !There.In(thing) && !Stages.TellsWork(row.Progress, TextSpan.Between(reading.ValueSpan.End, Math.Min(row.Progress.Length, reading.ValueSpan.End + thing.Length))));
    }

    /// <summary>摸排642人，帮扶586人: counted, or told behind those that were counted without saying that anything was done to the end.</summary>
    private bool IsCountedOnly(StatedQuantity target, Quantity reading)
    {
        var sentence = Clauses.SentenceAround(row.Progress, reading.Span);
        return IsCounted(reading) || (!IsThere(reading) && readings.Any(other => !ReferenceEquals(other.Quantity, reading) && AreOfUnit(reading, other.Quantity) && sentence.Contains(other.Quantity.ValueSpan) && other.Quantity.ValueSpan.Start < reading.ValueSpan.Start && IsCounted(other.Quantity)));

        bool IsCounted(Quantity figure) =>
            (Array.Find(Counts, word => row.Progress.AsSpan(0, figure.ValueSpan.Start).EndsWith(word)) ?? Array.Find(LookedAt, word => row.Progress.AsSpan(0, figure.Span.Start).EndsWith(word))) is { } counted && target.Quantity.Stage != counted && target.Quantity.Metric?.Contains(counted, StringComparison.Ordinal) != true;
    }
}
