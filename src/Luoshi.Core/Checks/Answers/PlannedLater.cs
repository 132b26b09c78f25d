using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks.Answers;

/// <summary>秋季预计增加学位630个 in June: what a later time is to bring, in whatever word.</summary>
internal static class PlannedLater
{
    private static readonly WordFinder Times = new("秋季 冬季 秋冬 下半年 暑期 暑假 四季度 年底 年末");

    private static readonly WordFinder ToCome = new("预计 计划 将 拟 力争 争取 可");

    /// <summary>The words for the later time before the figure in its clause; null where it tells none that is to come.</summary>
    public static string? Words(string text, Quantity reading, ReportingPeriod asOf)
    {
        var clause = Clauses.Around(text, reading.ValueSpan);
        var before = TextSpan.Between(clause.Start, Math.Max(clause.Start, reading.ValueSpan.Start));
        return Times.Find(text, before) is { } time && asOf.Month <= LastOf(time.Of(text)) && ToCome.Find(text, TextSpan.Between(time.End, Math.Max(time.End, before.End))) is not null ? time.Of(text) : null;
    }

    // In December a second half is no more to come.
    private static int LastOf(string time) => time is "暑期" or "暑假" ? 8 : time is "秋季" ? 10 : 11;
}
