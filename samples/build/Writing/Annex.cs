using Luoshi.Samples.Office;

namespace Luoshi.Samples.Writing;

/// <summary>An attachment that came with a return and holds no key tasks: it looks like a table of work and is none.</summary>
internal static class Annex
{
    public const string FileName = "附件：供水管网改造明细（区水务集团）.xlsx";

    private static readonly string[] Headers = ["编号", "路段", "管径（毫米）", "长度（公里）", "完工月份"];

    private static readonly (string Road, int Diameter, double Kilometres, int FinishedIn)[] Pipes =
    [
        ("云河东路", 300, 3.4, 1), ("文汇路（站北路—青云路）", 400, 2.8, 2), ("东塘老街片区", 200, 5.9, 3), ("石桥镇区主管", 300, 4.7, 3),
        ("湖滨社区支管", 150, 3.1, 4), ("松风路", 300, 5.2, 4), ("南浦工业路", 400, 4.6, 5), ("茶岭集镇片区", 200, 4.9, 5),
        ("望湖镇环线", 300, 5.6, 6), ("城北二村", 150, 3.7, 6),
    ];

    public static byte[] Write(int month)
    {
        var finished = Pipes.Where(pipe => pipe.FinishedIn <= month).ToList();
        var total = Math.Round(finished.Sum(pipe => pipe.Kilometres), 1);
        return new Workbook().Add(new Sheet(
            "明细",
            [6, 36, 14, 14, 12],
            [
                [new SheetCell("供水管网改造明细", SheetStyle.Title)],
                [.. Headers.Select(header => new SheetCell(header))],
                .. finished.Index().Select(entry => (IReadOnlyList<SheetCell>)
                [
                    new((double)(entry.Index + 1)), new(entry.Item.Road), new((double)entry.Item.Diameter), new(entry.Item.Kilometres), new($"{entry.Item.FinishedIn}月"),
                ]),
                [new SheetCell("合计"), new SheetCell(null), new SheetCell(null), new SheetCell(total), new SheetCell(null)],
            ])
        {
            Merges = [SheetMerge.Across(0, 0, 4)],
        }).File();
    }
}
