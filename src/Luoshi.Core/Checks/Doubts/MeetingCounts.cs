using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>召开推进会3次 — how often an office met, which tells nothing of what it was to do.</summary>
internal static class MeetingCounts
{
    private static readonly WordFinder Met = new("召开 会议 调度会 推进会 协调会 座谈会 专题会 例会 动员会 部署会 会商");

    /// <summary>Whether the row has a figure that tells something: no date, and no count of meetings, unless it is such counts that are asked for.</summary>
    public static bool LeaveAFigure(ExaminedRow examined, Func<Quantity, bool> asked) =>
        examined.Readings.Any(reading => reading.Quantity.Kind != QuantityKind.Deadline && asked(reading.Quantity) && !Are(examined.Row, reading.Quantity));

    private static bool Are(CheckedRow row, Quantity quantity) =>
        quantity is { Kind: QuantityKind.Count, BaseUnit: "次" or "场" or "期" or "轮" or "场次" } && !row.Targets.Any(target => target.Quantity.BaseUnit == quantity.BaseUnit)
            && Met.Find(row.Progress, Clauses.Around(row.Progress, quantity.ValueSpan)) is not null;
}
