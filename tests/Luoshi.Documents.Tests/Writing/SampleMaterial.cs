using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Documents.Tests.Writing;

/// <summary>青岚区 in May: two leaders, the forms a cell can take, and one return that did not come.</summary>
internal static class SampleMaterial
{
    public static MeetingMaterial May { get; } = new()
    {
        Government = "青岚区人民政府",
        Period = new ReportingPeriod(2026, 5),
        Date = new DateOnly(2026, 5, 28),
        Heading = "2026年政府工作报告重点工作完成情况（5月）",
        Sections =
        [
            Section("区长",
            [
                Row(1, ReportingFrequency.HalfYearly, "一般公共预算收入增长6%。", ["区财政局"], "1—5月，全区完成一般公共预算收入18.6亿元，增长4.2%。", true),
            ]),
            Section("常务副区长",
            [
                Row(1, ReportingFrequency.Monthly, "改造老旧小区12个，新增停车位600个。", ["区住建局", "区城投集团"],
                    "区住建局：已开工9个小区。\n区城投集团：\n1. 新增停车位210个；\n2. “一场一策”方案报批。", false, "两个小区居民意见尚未统一，计划6月20日前完成征询。"),
                Row(2, ReportingFrequency.Quarterly, "编制“三张清单”—要素保障专项。", ["区府办"], null, null, null, ReturnState.Missing),
            ]),
        ],
    };

    public static MaterialExamination Examined { get; } = MaterialExamination.Examine(May, [], new CheckSettings()).Value;

    public static DoubtSheet Doubts { get; } = DoubtSheet.Of(Examined);

    /// <summary>So many tasks of one leader, each with the progress text.</summary>
    public static MeetingMaterial Of(int tasks, string progress) => May with
    {
        Sections =
        [
            Section("副区长",
                [.. Enumerable.Range(1, tasks).Select(i => Row(i, ReportingFrequency.Monthly, $"完成第{i}批农村公路提升改造12.5公里。", ["区交通运输局"], progress, true))]),
        ],
    };

    private static LeaderSection Section(string post, MaterialRow[] rows)
    {
        var leader = new LeaderMention(null, post);
        return new LeaderSection(leader, [.. rows.Select(row => row with { Task = row.Task with { Leader = leader } })]);
    }

    private static MaterialRow Row(
        int number,
        ReportingFrequency frequency,
        string content,
        string[] units,
        string? progress,
        bool? met,
        string? shortfall = null,
        ReturnState state = ReturnState.Received) => new(
        new ReportedTask
        {
            Number = number,
            Frequency = frequency,
            Content = content,
            LeadUnits = [.. units.Select(unit => new UnitMention(unit))],
            Progress = progress,
            PlanMet = met,
            Shortfall = shortfall,
        },
        state);
}
