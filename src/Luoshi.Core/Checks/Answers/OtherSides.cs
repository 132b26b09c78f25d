using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Answers;

/// <summary>Figures of the target's own measure from its other side: what came without what went, what there is where less is asked for, what is left.</summary>
internal static class OtherSides
{
    private const int Before = 4;

    private static readonly WordFinder Falling = new("压减 压缩 削减 减少 减排 调减 核减 缩减 下降 关停 退出 淘汰");

    // 比上年末增加5140人 has the losses in it.
    private static readonly WordFinder Net = new("净 比上 较上 比年初 较年初 比去年 较去年 增加");

    /// <summary>What the reading tells instead, as the end of a sentence; null where it is on the target's side.</summary>
    public static string? WhyNot(CheckedRow row, StatedQuantity target, Quantity reading)
    {
        var clause = Clauses.Around(row.Progress, reading.ValueSpan);
        return AsksForNet(row, target) && Net.Find(row.Progress, clause) is null && Stages.Of(row.Progress, reading).Stage != Stage.Applied ? "没有减去减少的，目标是净增的数"
            : target.Quantity.Stage is "压减" or "削减" or "调减" or "缩减" or "减少" or "降低" && reading.BaseValue > target.Quantity.BaseValue && Falling.Find(row.Progress, clause) is null ? "是现有的数，目标是减少的数"
            : IsWhatIsLeft(row.Progress, clause, reading) ? "是剩下的数，不是完成的数"
            : null;
    }

    /// <summary>净增市场主体3000户，其中企业900户: of the whole and of its part.</summary>
    private static bool AsksForNet(CheckedRow row, StatedQuantity target)
    {
        if (target.Quantity.Stage?.StartsWith('净') == true)
        {
            return true;
        }

        return target is { Quantity.WholeIndex: not null, Source.Field: "content" } && Clauses.SentenceAround(row.Content, target.Source.Span) is var sentence && row.Content[sentence.Start..target.Source.Span.Start].Contains("净增", StringComparison.Ordinal);
    }

    /// <summary>剩余13条年底前完成, and not 其余13条已完成.</summary>
    private static bool IsWhatIsLeft(string text, TextSpan clause, Quantity reading) =>
        Clauses.Left.Find(text, TextSpan.Between(Math.Max(clause.Start, reading.ValueSpan.Start - Before), reading.ValueSpan.Start)) is not null
            && text.AsSpan(Math.Min(reading.ValueSpan.End, clause.End), Math.Max(0, clause.End - reading.ValueSpan.End)) is var behind && !behind.Contains('已') && !behind.Contains('均');
}
