using System.Globalization;
using System.Text;
using Luoshi.Core.Checks;

namespace Luoshi.Core.Meetings;

/// <summary>What a circular says of a month: counts by state, and the items behind with the arithmetic. By task, never by rank of units.</summary>
public static class CircularWording
{
    /// <summary>关于2024年7月重点工作完成情况的通报.</summary>
    public static string Title(MaterialExamination examined) => $"关于{examined.AsOf.InWords()}重点工作完成情况的通报";

    /// <summary>The whole text, one paragraph a line.</summary>
    public static string Draft(MaterialExamination examined)
    {
        var text = new StringBuilder("各有关单位：\n");
        text.Append(Opening(examined)).Append("\n一、总体情况\n").Append(Totals(examined)).Append('\n').Append(Measured(examined)).Append('\n');
        var part = 1;
        var behind = Behind(examined).ToList();
        if (behind.Count > 0)
        {
            Items(text, Heading(++part, "需要加快的事项"), behind.Select(task => $"{Said(task)}：{Why(task)}"));
        }

        var missing = Missing(examined).ToList();
        if (missing.Count > 0)
        {
            Items(text, Heading(++part, "尚未报送的事项"), missing.Select(task => Said(task) + "。"));
        }

        return text.Append(LastWords(behind.Count + missing.Count)).ToString();
    }

    /// <summary>建议 for whoever decides on praise and criticism: by task, with the reason, one a line.</summary>
    public static string Suggestions(MaterialExamination examined)
    {
        var lines = new List<string>();
        lines.AddRange(examined.Tasks.Where(task => task.Check is { Verdict: Verdict.Met, Doubts.Count: 0 }).Select(task => $"可予表扬：{Said(task)}，按报送数字已完成全年目标，没有疑点。"));
        lines.AddRange(examined.Tasks.Where(task => task.IsBehind && task.Row.Task.PlanMet == true && task.Doubts(DoubtStrength.Strong).Any())
            .Select(task => $"宜先核实：{Said(task)}，自报完成而测算落后。"));
        return string.Join('\n', lines);
    }

    public static string Opening(MaterialExamination examined) => $"现将{examined.AsOf.InWords()}政府工作报告重点工作完成情况通报如下。";

    public static string Totals(MaterialExamination examined)
    {
        var rows = examined.Material.Rows.ToList();
        return $"重点工作共{rows.Count}项。{Claims(rows)}。";
    }

    public static string Measured(MaterialExamination examined) => $"按报送文字中的数字测算，{Verdicts(examined)}。测算只看写出的数字，不代替认定。";

    /// <summary>What the unit says itself, or what anybody sees in the text: a weak doubt is no reason to be named.</summary>
    public static IEnumerable<ExaminedTask> Behind(MaterialExamination examined) =>
        examined.Tasks.Where(task => task.Row.Task.PlanMet == false || task.Doubts(DoubtStrength.Strong).Any(doubt => doubt.Code == DoubtCode.BehindTarget));

    public static IEnumerable<ExaminedTask> Missing(MaterialExamination examined) => examined.Tasks.Where(task => task.Row.Return == ReturnState.Missing);

    public static string Heading(int number, string text) => $"{(number == 2 ? "二" : "三")}、{text}";

    public static string Why(ExaminedTask task)
    {
        var reasons = task.Reasons.ToList();
        return reasons.Count > 0 ? string.Join('；', reasons) + "。"
            : task.Row.Task.Shortfall is { } shortfall ? "单位说明：" + shortfall.Replace('\n', ' ').TrimEnd('。') + "。"
            : "单位自报未完成，没有说明原因。";
    }

    public static string LastWords(int named) => named > 0
        ? "请有关单位对照核实，数字有误的及时更正；确有困难的，说明原因和需要协调的事项。"
        : "请各有关单位继续按计划推进。";

    private static string Said(ExaminedTask task) =>
        $"{task.Row.Task.Content.Replace('\n', ' ').TrimEnd('。')}（{(task.Row.Task.LeadUnits.Count > 0 ? task.Row.Task.LeadUnits.Names() : "牵头单位未明确")}）";

    private static void Items(StringBuilder text, string heading, IEnumerable<string> items)
    {
        text.Append(heading).Append('\n');
        var number = 0;
        foreach (var item in items)
        {
            text.Append(CultureInfo.InvariantCulture, $"{++number}. ").Append(item).Append('\n');
        }
    }

    private static string Claims(IReadOnlyList<MaterialRow> rows)
    {
        var received = rows.Where(row => row.Return == ReturnState.Received).ToList();
        return Counted(
            "",
            ("单位自报完成月度计划", received.Count(row => row.Task.PlanMet == true)),
            ("自报未完成", received.Count(row => row.Task.PlanMet == false)),
            ("没有填报是否完成", received.Count(row => row.Task.PlanMet is null)),
            ("审核中", rows.Count(row => row.Return == ReturnState.Pending)),
            ("未报送", rows.Count(row => row.Return == ReturnState.Missing)),
            ("本月不需报送", rows.Count(row => row.Return == ReturnState.NotDue)));
    }

    private static string Verdicts(MaterialExamination examined) => Counted(
        "没有可以测算的数字",
        [.. examined.Tasks.Select(task => task.Check).OfType<TaskCheck>().GroupBy(check => check.Verdict).OrderBy(group => group.Key).Select(group => (group.Key.Name(), group.Count()))]);

    private static string Counted(string none, params (string Name, int Count)[] counts)
    {
        var said = counts.Where(count => count.Count > 0).Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Name}{count.Count}项")).ToList();
        return said.Count == 0 ? none : string.Join('，', said);
    }
}
