using System.Globalization;
using System.Text;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Bench;

/// <summary>
/// Any number of key tasks and what was said of each month by month. Of sixteen rows about six give reason to ask, each in its own way: behind time,
/// fallen, copied, a wrong unit, a repeated answer, a wrong sum, zero, a target said again; one of thirty-two is new in its month. The same rows each time.
/// </summary>
internal static class MadeTasks
{
    private const int PerLeader = 150;

    private static readonly string[] Works = ["雨污管网", "农村公路", "海塘加固", "生态护岸", "城市绿道", "供水管线"];
    private static readonly string[] Places = ["东湖", "西山", "南港", "北城", "青溪", "白石", "云台", "长滩"];

    public static TaskDocument Document(int tasks, int month) => new()
    {
        Source = string.Create(CultureInfo.InvariantCulture, $"{month}月.csv"),
        Period = new ReportingPeriod(2025, month),
        Tasks = [.. Enumerable.Range(0, tasks).Select(index => Task(index, month))],
    };

    /// <summary>The same as a file that the program reads.</summary>
    public static void WriteCsv(string path, int tasks, int month)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"2025年重点工作完成情况（{month}月）,,,,,,,"));
        file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"序号,责任领导,报送频次,工作内容,牵头单位,{month}月完成情况,是否完成月度计划,未完成情况说明"));
        for (var index = 0; index < tasks; index++)
        {
            var task = Task(index, month);
            file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{task.Number},{task.Leader!.Title},月度报,{task.Content},{task.LeadUnits[0].Name},{task.Progress},是,/"));
        }
    }

    private static ReportedTask Task(int index, int month) => new()
    {
        Leader = new LeaderMention(null, string.Create(CultureInfo.InvariantCulture, $"第{index / PerLeader}位副区长")),
        Number = (index % PerLeader) + 1,
        Frequency = ReportingFrequency.Monthly,
        Content = string.Create(CultureInfo.InvariantCulture, $"推进{Place(index)}{index}号片区建设，建成{Works[index % Works.Length]}{Target(index)}公里，完善配套设施{(index % 32 == 31 ? $"（{month}月调整）" : "")}。"),
        LeadUnits = [new UnitMention("区住建局")],
        Progress = Progress(index, month),
        PlanMet = true,
    };

    private static string Progress(int index, int month) => (index % 16) switch
    {
        // What another row of the same month says, to the letter.
        3 => Progress(index - 1, month),
        // Nothing new since May.
        5 => Usual(index, Math.Min(month, 5)) + "各标段有序推进。",
        7 => string.Create(CultureInfo.InvariantCulture, $"{Place(index)}{index}号片区累计建成{Works[index % Works.Length]}0公里，完成投资{Money(index, month)}万元，施工单位已进场。"),
        9 => string.Create(CultureInfo.InvariantCulture, $"计划建成{Works[index % Works.Length]}{Target(index)}公里，目前{Place(index)}{index}号片区正在招投标。"),
        _ => Usual(index, month),
    };

    private static string Usual(int index, int month)
    {
        var built = Target(index) * month / 12.0 * (index % 16 == 11 ? 0.4 : 1.02);
        var invested = Money(index, index % 16 == 13 && month % 2 == 1 ? month - 2 : month);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"截至目前，{Place(index)}{index}号片区已建成{Works[index % Works.Length]}{built:F1}公里，");
        text.Append(CultureInfo.InvariantCulture, $"{Place(index)}{index}标段完成总工程量的{Math.Min(100, month * (5 + (index % 9)))}%，累计完成投资{invested}{(index % 16 == 15 && month % 3 == 1 ? "亿元" : "万元")}；");
        text.Append(CultureInfo.InvariantCulture, $"协调解决征迁问题{(index * 13 % 40) + month}个，下步将加快{Places[index % 5]}段施工。");
        return text.ToString();
    }

    private static string Place(int index) => Places[index / Works.Length % Places.Length] + Places[index / 7 % Places.Length];

    private static int Target(int index) => 10 + (index % 90);

    private static int Money(int index, int month) => (index * 37 % 9000) + (month * 100);
}
