using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Names;

/// <summary>通过省级评审 for 全国示范性社区: who has passed at a lower level than is asked for has yet to be granted it.</summary>
internal static class LowerLevels
{
    /// <summary>The levels in their order as names begin with them.</summary>
    public static readonly string[] Names = ["国家级", "省级", "市级", "区级", "县级"];

    private static readonly string[][] Levels = [["国家级", "全国", "国家"], ["省级", "全省", "省"], ["市级", "全市", "市"], ["县级", "区级", "全县", "全区", "县", "区"]];

    private static readonly string[] Trials = ["评审", "考核", "验收", "审核", "初审", "审定", "评估", "推荐", "初评", "评定"];

    /// <summary>The words that tell the lower trial; null where the clause tells none, or the target no level.</summary>
    public static string? Passed(string text, Quantity target, Quantity reading)
    {
        if (target.Metric is not { } name || Array.FindIndex(Levels, level => name.StartsWith(level[0], StringComparison.Ordinal) || name.StartsWith(level[1], StringComparison.Ordinal)) is not (>= 0 and var asked))
        {
            return null;
        }

        var clause = Clauses.Around(text, reading.ValueSpan).Of(text);
        foreach (var level in Levels[(asked + 1)..])
        {
            foreach (var word in level)
            {
                if (Array.Find(Trials, trial => clause.Contains(word + trial, StringComparison.Ordinal)) is { } passed)
                {
                    return word + passed;
                }
            }
        }

        return null;
    }
}
