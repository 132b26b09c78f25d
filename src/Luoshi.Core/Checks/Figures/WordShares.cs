using System.Buffers;
using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Figures;

/// <summary>Shares of a target that are told without a figure: 改造任务已全部完成, 改造任务完成过半.</summary>
internal static class WordShares
{
    private const decimal Whole = 100;

    private const decimal Half = 50;

    private const string All = "全部";

    private const string Everywhere = "全覆盖";

    private static readonly string[] Rates = ["建成率", "完工率", "竣工率", "交付率", "投用率"];

    // So many characters of a target's name in the clause say that the clause is of it.
    private const int Telling = 4;

    private static readonly WordFinder AllDone = new("全部完成 全面完成 全部完工 全部建成 全部竣工 全部改造完成 全部改造完毕 全部交付 全部投用 全部投入使用 全部安装到位 全部配备到位 全部发放到位 全部发放完毕 全部办结 均已完成 均已建成 均已完工 均已竣工 均已投用 均已投入使用 如期完成 圆满完成 已提前完成 超额完成 实现全覆盖 已全覆盖");

    private static readonly WordFinder HalfDone = new("完成过半 任务过半 进度过半 已过半 已完成一半 完成一半 超过一半");

    private static readonly WordFinder Before = new("方案 设计 招标 招投标 审批 立项 选址 摸排 排查 申报 评审 征集 公示 分解 编制 开工 启动 进场 动工 签约 前期 手续 下达 测绘 主体 土建 基础 桩基 封顶 征收 征迁 拆迁 采购 动员 工程量 时间过半 投资 资金 培训 验收 图纸 一期 首批 部分 其中");

    private static readonly WordFinder NotDone = new("预计 力争 确保 计划 将 拟 争取 有望 待 未 可 月底前 年底前 年内 要求 不 上年 去年");

    /// <summary>What may stand beside such words where they are of the row's only target.</summary>
    private static readonly SearchValues<char> SaysNothing = SearchValues.Create("已均现目前截至年度全本今任务目标项工程建设改造作的并");

    /// <summary>The figures with the shares that words tell of targets which no figure is comparable with.</summary>
    public static IReadOnlyList<Quantity> Added(string progress, IReadOnlyList<Quantity> read, IReadOnlyList<StatedQuantity> targets)
    {
        if (!AllDone.In(progress) && !HalfDone.In(progress) && !progress.Contains(All, StringComparison.Ordinal) && !progress.Contains(Everywhere, StringComparison.Ordinal))
        {
            return read;
        }

        var told = new List<Quantity>();
        var volumes = targets.Count(target => Kinds.IsVolume(target.Quantity));
        foreach (var target in targets.Select(target => target.Quantity).Where(target => (Kinds.IsVolume(target) || IsCoverage(target) || IsOfAll(target)) && target.BaseValue > 0 && target.MetricKey.Length > 1))
        {
            if (!read.Any(other => Kinds.Comparable(target, other) && (other.Role is QuantityRole.Result or QuantityRole.Restated || other.BaseValue == target.BaseValue) && !IsOfAnother(target, other, targets)) && (Of(progress, target, volumes == 1) ?? OfAll(progress, target)) is { } share)
            {
                told.Add(share);
            }
        }

        return ReadFigures.With(read, told);
    }

    /// <summary>The figures with rates that are named by a target and its being done as shares of it: 智慧小区建成率62%.</summary>
    public static IReadOnlyList<Quantity> Named(IReadOnlyList<Quantity> read, IReadOnlyList<StatedQuantity> targets) => ReadFigures.Changed(
        read,
        rate => rate is { Role: QuantityRole.Result, Kind: QuantityKind.Ratio, BaseUnit: "%", Value: <= Whole } && Array.Find(Rates, rate.MetricKey.EndsWith) is { } word
                && targets.FirstOrDefault(target => Kinds.IsVolume(target.Quantity) && target.Quantity.MetricKey.Length > 2 && rate.MetricKey.AsSpan(0, rate.MetricKey.Length - word.Length).SequenceEqual(target.Quantity.MetricKey))?.Quantity is { } asked
                && !read.Any(other => other.Role == QuantityRole.Result && Kinds.IsVolume(other) && Kinds.Comparable(asked, other))
            ? rate with { Kind = QuantityKind.ShareOfPlan, Whole = "任务", Metric = asked.Metric, MetricKey = asked.MetricKey }
            : null);

    /// <summary>安防工程完成71公里 beside 提质改造工程已全部完成: a figure that has the whole name of another target keeps nothing from this one.</summary>
    private static bool IsOfAnother(Quantity target, Quantity told, IReadOnlyList<StatedQuantity> targets) =>
        told.MetricKey.Length > 2 && targets.Any(other => other.Quantity.MetricKey == told.MetricKey && other.Quantity.MetricKey != target.MetricKey) && MetricMatch.Best(target.MetricKey, told.MetricKey) < MetricMatch.Enough;

    private static bool IsCoverage(Quantity target) => target is { Kind: QuantityKind.Ratio, BaseUnit: "%" } && target.MetricKey.EndsWith("覆盖率", StringComparison.Ordinal);

    private static bool IsOfAll(Quantity target) => target is { Kind: QuantityKind.Ratio, BaseUnit: "%", BaseValue: Whole } && target.MetricKey.Length > Telling && target.MetricKey[^1] == '率';

    /// <summary>建制村全部通客车 for 建制村通客车率100%: what the rate is of is told of all of them.</summary>
    private static Quantity? OfAll(string progress, Quantity target)
    {
        const int Word = 3;
        const int Verb = 2;
        if (!IsOfAll(target))
        {
            return null;
        }

        foreach (var clause in Clauses.All(progress))
        {
            var words = clause.Of(progress);
            if (Clauses.HasFigures(words))
            {
                // 63个小区垃圾分类全覆盖: of so many, whatever there are.
                continue;
            }

            // 公交电动化率: what has become of the things says the verb behind 全部, and so few words before it say what they are.
            var fewest = target.MetricKey.EndsWith("化率", StringComparison.Ordinal) ? Verb : Word;
            if (words.IndexOf(All, StringComparison.Ordinal) is > 0 and var at && MetricMatch.LongestCommon(target.MetricKey[..^1], words[..at]) >= fewest && MetricMatch.LongestCommon(target.MetricKey[..^1], words[(at + All.Length)..]) >= Verb && Before.Find(progress, clause) is null && NotDone.Find(progress, clause) is null)
            {
                return Share(target, clause, new TextSpan(clause.Start + at, All.Length), Whole, QuantityKind.Ratio);
            }

            if (IsCoverage(target) && words.EndsWith(Everywhere, StringComparison.Ordinal) && MetricMatch.LongestCommon(target.MetricKey[..^Everywhere.Length], words[..^Everywhere.Length]) >= Word && Before.Find(progress, clause) is null && NotDone.Find(progress, clause) is null)
            {
                return Share(target, clause, TextSpan.Between(clause.End - Everywhere.Length, clause.End), Whole, QuantityKind.Ratio);
            }
        }

        return null;
    }

    private static Quantity Share(Quantity target, TextSpan clause, TextSpan words, decimal value, QuantityKind kind) => new()
    {
        Span = clause,
        ValueSpan = words,
        Kind = kind,
        Comparator = value == Whole ? Comparator.Equal : Comparator.AtLeast,
        Metric = target.Metric,
        MetricKey = target.MetricKey,
        Value = value,
        Unit = "%",
        BaseValue = value,
        BaseUnit = "%",
        Whole = kind == QuantityKind.Ratio ? null : "任务",
        Role = QuantityRole.Result,
    };

    private static Quantity? Of(string progress, Quantity target, bool isAlone)
    {
        if (IsOfAll(target) && !IsCoverage(target))
        {
            return null;
        }

        foreach (var clause in Clauses.All(progress))
        {
            var (words, value) = AllDone.Find(progress, clause) is { } all ? (all, Whole) : HalfDone.Find(progress, clause) is { } half ? (half, Half) : default;
            if (words.Length > 0 && (!IsCoverage(target) || words.Of(progress).EndsWith("全覆盖", StringComparison.Ordinal)) && Before.Find(progress, clause) is null && NotDone.Find(progress, clause) is null && !Clauses.HasFigures(progress.AsSpan(clause.Start, clause.Length)) && IsOf(progress, clause, words, target, isAlone))
            {
                return Share(target, clause, words, value, IsCoverage(target) ? QuantityKind.Ratio : QuantityKind.ShareOfPlan);
            }
        }

        return null;
    }

    private static bool IsOf(string progress, TextSpan clause, TextSpan words, Quantity target, bool isAlone)
    {
        var before = progress.AsSpan(clause.Start, words.Start - clause.Start);
        return MetricMatch.LongestCommon(target.MetricKey, clause.Of(progress)) >= Math.Min(Telling, target.MetricKey.Length) || (isAlone && before.IndexOfAnyExcept(SaysNothing) < 0);
    }
}
