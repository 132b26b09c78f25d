using System.Globalization;
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
            document.Line(WordStyles.Heading, $"关于{examined.AsOf.InWords()}重点工作");
            document.Line(WordStyles.Heading, "完成情况的通报");
            document.Line(WordStyles.Leader, "（送审稿）");
            document.Line(WordStyles.LetterAddressee, "各有关单位：");
            document.Line(WordStyles.LetterText, CircularWording.Opening(examined));

            document.Line(WordStyles.LetterHeading, "一、总体情况");
            document.Line(WordStyles.LetterText, CircularWording.Totals(examined));
            document.Line(WordStyles.LetterText, CircularWording.Measured(examined));

            var behind = CircularWording.Behind(examined).ToList();
            var part = 1;
            if (behind.Count > 0)
            {
                document.Line(WordStyles.LetterHeading, CircularWording.Heading(++part, "需要加快的事项"));
                Items(document, "差在哪里", behind.Select(task => (task, CircularWording.Why(task))));
            }

            var missing = CircularWording.Missing(examined).ToList();
            if (missing.Count > 0)
            {
                document.Line(WordStyles.LetterHeading, CircularWording.Heading(++part, "尚未报送的事项"));
                Items(document, "报送频次", missing.Select(task => (task, task.Row.Task.Frequency?.Name() ?? MaterialWording.Nothing)));
            }

            Letters.Close(document, examined.Material, CircularWording.LastWords(behind.Count + missing.Count));
        });

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
}
