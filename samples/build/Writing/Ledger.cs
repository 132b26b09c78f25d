using System.Globalization;
using Luoshi.Samples.Office;
using Luoshi.Samples.Source;

namespace Luoshi.Samples.Writing;

/// <summary>The ledger of the year and its plan by month, as workbooks.</summary>
internal static class Ledger
{
    public static byte[] Write(District district)
    {
        string[] headers = ["序号", "工作内容", "年度目标", "责任领导", "牵头单位", "配合单位", "报送频次", "完成时限"];
        return Workbook(
            "任务分解",
            $"{District.Year}年政府工作报告重点工作任务分解",
            [6, 50, 30, 18, 20, 20, 10, 14],
            headers,
            district.Leaders.SelectMany(leader => leader.Tasks.Select(task => (IReadOnlyList<SheetCell>)
            [
                new((double)task.Number), new(task.Content), new(task.Target), new($"{leader.Title} {leader.Name}"),
                new(task.LeadUnits), new(task.SupportingUnits), new(task.Frequency), new(task.Deadline),
            ])),
            merges: []);
    }

    public static byte[] WritePlan(District district)
    {
        var months = Enumerable.Range(1, 12).ToList();
        var firstMonth = 5;
        var merges = new List<SheetMerge>();
        var rows = new List<IReadOnlyList<SheetCell>>();
        foreach (var (leader, task) in district.Leaders.SelectMany(leader => leader.Tasks.Select(task => (leader, task))))
        {
            var cells = new List<SheetCell>
            {
                new((double)task.Number), new($"{leader.Title} {leader.Name}"), new(task.LeadUnits), new(task.Content), new(task.PlannedMetric),
            };
            foreach (var month in months)
            {
                var starting = task.Plan.FirstOrDefault(stretch => stretch.From == month);
                cells.Add(starting is null ? new SheetCell(null) : Expectation(starting));
                if (starting is not null && starting.To > starting.From)
                {
                    merges.Add(SheetMerge.Across(rows.Count, firstMonth + starting.From - 1, firstMonth + starting.To - 1));
                }
            }

            rows.Add(cells);
        }

        return Workbook(
            "月度计划",
            $"{District.Year}年政府工作报告重点工作月度计划",
            [6, 18, 20, 50, 24, .. months.Select(_ => 12.0)],
            ["序号", "责任领导", "牵头单位", "工作内容", "计划指标（累计）", .. months.Select(month => $"{month}月")],
            rows,
            merges);
    }

    private static SheetCell Expectation(PlannedStretch stretch) =>
        double.TryParse(stretch.Expectation, NumberStyles.Float, CultureInfo.InvariantCulture, out var figure)
            ? new SheetCell(figure)
            : new SheetCell(stretch.Expectation);

    private static byte[] Workbook(
        string sheet,
        string title,
        IReadOnlyList<double> widths,
        string[] headers,
        IEnumerable<IReadOnlyList<SheetCell>> rows,
        IReadOnlyList<SheetMerge> merges)
    {
        IReadOnlyList<IReadOnlyList<SheetCell>> above = [[new SheetCell(title, SheetStyle.Title)], [.. headers.Select(header => new SheetCell(header))]];
        return new Workbook().Add(new Sheet(sheet, widths, [.. above, .. rows])
        {
            Merges = [SheetMerge.Across(0, 0, headers.Length - 1), .. merges.Select(merge => merge with { FromRow = merge.FromRow + above.Count, ToRow = merge.ToRow + above.Count })],
        }).File();
    }
}
