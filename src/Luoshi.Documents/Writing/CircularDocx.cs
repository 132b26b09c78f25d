using System.Globalization;
using Luoshi.Core.Checks;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reporting;

namespace Luoshi.Documents.Writing;

/// <summary>
/// 通报, as a draft for approval: counts by state and the items behind, by name and with the arithmetic. Units are not ranked and not
/// scored: monthly ranking in circulars is what the rules on reducing burdens forbid.
/// </summary>
public static class CircularDocx
{
    public static byte[] Write(MaterialExamination examined, FontSet fonts) =>
        OfficialDocument.Write("重点工作完成情况通报", new MaterialLook { Orientation = PaperOrientation.Portrait, Fonts = fonts }, document =>
        {
            var rows = examined.Material.Rows.ToList();
            document.Line(WordStyles.Heading, $"关于{examined.AsOf.InWords()}重点工作");
            document.Line(WordStyles.Heading, "完成情况的通报");
            document.Line(WordStyles.Leader, "（送审稿）");
            document.Line(WordStyles.LetterAddressee, "各有关单位：");
            document.Line(WordStyles.LetterText, $"现将{examined.AsOf.InWords()}政府工作报告重点工作完成情况通报如下。");

            document.Line(WordStyles.LetterHeading, "一、总体情况");
            document.Line(WordStyles.LetterText, $"重点工作共{rows.Count}项。{Claims(rows)}。");
            document.Line(WordStyles.LetterText, $"按报送文字中的数字测算，{Verdicts(examined)}。测算只看写出的数字，不代替认定。");

            var behind = examined.Tasks.Where(IsNamed).ToList();
            var part = 1;
            if (behind.Count > 0)
            {
                document.Line(WordStyles.LetterHeading, Heading(++part, "需要加快的事项"));
                Items(document, "差在哪里", behind.Select(task => (task, Why(task))));
            }

            var missing = examined.Tasks.Where(task => task.Row.Return == ReturnState.Missing).ToList();
            if (missing.Count > 0)
            {
                document.Line(WordStyles.LetterHeading, Heading(++part, "尚未报送的事项"));
                Items(document, "报送频次", missing.Select(task => (task, task.Row.Task.Frequency?.Name() ?? MaterialWording.Nothing)));
            }

            Letters.Close(document, examined.Material, behind.Count + missing.Count > 0
                ? "请有关单位对照核实，数字有误的及时更正；确有困难的，说明原因和需要协调的事项。"
                : "请各有关单位继续按计划推进。");
        });

    // What the unit says itself, or what anybody sees in the text: a weak doubt is no reason to be named.
    private static bool IsNamed(ExaminedTask task) =>
        task.Row.Task.PlanMet == false || task.Doubts(DoubtStrength.Strong).Any(doubt => doubt.Code == DoubtCode.BehindTarget);

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

    private static string Heading(int number, string text) => $"{(number == 2 ? "二" : "三")}、{text}";

    private static void Items(OfficialDocument document, string last, IEnumerable<(ExaminedTask Task, string Said)> items)
    {
        var table = document.Table(12, 62, 28, 66);
        table.Begin();
        table.Header(["序号", "工作内容", "牵头单位", last]);
        var number = 0;
        foreach (var (task, said) in items)
        {
            table.Row(
                [
                    (++number).ToString(CultureInfo.InvariantCulture),
                    task.Row.Task.Content,
                    task.Row.Task.LeadUnits.Count > 0 ? task.Row.Task.LeadUnits.Names() : MaterialWording.Nothing,
                    said,
                ],
                0, 2);
        }

        table.End();
    }

    private static string Why(ExaminedTask task)
    {
        var reasons = task.Reasons.ToList();
        return reasons.Count > 0 ? string.Join('；', reasons) + "。"
            : task.Row.Task.Shortfall is { } shortfall ? "单位说明：" + shortfall.Replace('\n', ' ').TrimEnd('。') + "。"
            : "单位自报未完成，没有说明原因。";
    }
}
