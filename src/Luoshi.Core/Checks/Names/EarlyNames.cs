using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Names;

/// <summary>制造业签约资金52亿元 for 制造业资金40亿元, 完整社区试点确定6个: a name that tells an early step of which the task does not speak.</summary>
internal static class EarlyNames
{
    private static readonly string[] Steps = ["签约", "确定", "立项", "入围", "选址", "初选", "勘查", "勘察", "踏勘"];

    private static readonly string[] Signing = ["签订", "签署"];

    /// <summary>The early step in the reading's name or right before it; null for none, or one that the task asks for.</summary>
    public static string? Step(CheckedRow row, Quantity target, Quantity reading)
    {
        if (!Kinds.IsVolume(target) || reading.Metric is not { } name || !reading.Span.Of(row.Progress).Contains(name, StringComparison.Ordinal))
        {
            return null;
        }

        var step = Array.Find(Steps, step => name.Contains(step, StringComparison.Ordinal)) ?? (name.Contains("协议", StringComparison.Ordinal) || name.Contains("合同", StringComparison.Ordinal) ? null : Array.Find(Signing, row.Progress[..reading.Span.Start].EndsWith));
        return step is null || row.Content.Contains(step, StringComparison.Ordinal) || (Signing.Contains(step) && row.Content.Contains('签')) ? null : step;
    }
}
