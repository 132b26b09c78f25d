using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Answers;

/// <summary>Tells a share of the target (完成年度任务的60%) from a share of the work (完成工程量的60%).</summary>
internal static class ShareOfTarget
{
    private static readonly WordFinder Plan = new("目标 任务 计划 完成率 年度投资");

    private static readonly WordFinder Work = new("工程 桩基 主体 形象进度 建设进度 施工 路基 基础");

    private static readonly WordFinder AllWork = new("总进度 工程量 工作量 形象进度 工程进度 建设进度 施工进度 总体进度 整体进度");

    /// <summary>危旧房改造已完成三分之一: a share of the very things that are asked for. Nobody measures work in thirds.</summary>
    public static bool IsFraction(string text, Quantity target, Quantity reading) =>
        reading.Whole is null && reading.ValueSpan.Of(text).Contains("分之", StringComparison.Ordinal) && !reading.ValueSpan.Of(text).Contains("百分之", StringComparison.Ordinal) && MetricMatch.Score(target.MetricKey, reading.MetricKey) >= 0.8 && !Work.In(reading.MetricKey);

    /// <summary>危旧房改造已完工30%: a share of the very things that are asked for.</summary>
    public static bool IsOfThings(Quantity target, Quantity reading) =>
        reading is { Whole: null, Stage: "完工" or "竣工" or "建成" or "交付" } && MetricMatch.Score(target.MetricKey, reading.MetricKey) >= 0.8 && !Work.In(reading.MetricKey.AsSpan());

    /// <summary>Whether the share is of the work by its own name: 总进度, 总工程量.</summary>
    public static bool IsOfWork(string text, Quantity reading) => AllWork.In(reading.Span.Of(text)) || AllWork.In(reading.MetricKey) || AllWork.In(reading.Whole.AsSpan());

    /// <summary>农村黑臭水体治理完成率50%: a rate of the very things that are asked for, and of no part of the work on them.</summary>
    public static bool IsRateOfDone(string text, Quantity target, Quantity reading) =>
        reading.Whole is null && reading.Span.Of(text).Contains("完成率", StringComparison.Ordinal) && (!Work.In(reading.MetricKey) || Work.In(target.MetricKey)) && (MetricMatch.Best(target.MetricKey, reading.MetricKey) >= MetricMatch.Enough || (reading.MetricKey.Length == 2 && target.MetricKey.EndsWith(reading.MetricKey, StringComparison.Ordinal)));

    public static bool Is(Quantity reading) => !Work.In(reading.Whole.AsSpan()) && Plan.In(reading.Whole.AsSpan());
}
