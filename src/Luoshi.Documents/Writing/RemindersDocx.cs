using System.Globalization;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reminding;
using Luoshi.Core.Reporting;

namespace Luoshi.Documents.Writing;

/// <summary>催报单, a page for each unit. What nobody has fixed yet, the day above all, is left open for the pen.</summary>
public static class RemindersDocx
{
    /// <param name="material">Names the month and the government.</param>
    /// <param name="reminders">At least one.</param>
    /// <param name="due">The last day for the late report; null leaves it open.</param>
    /// <param name="fonts">The office's fonts.</param>
    public static byte[] Write(MeetingMaterial material, IReadOnlyList<UnitReminder> reminders, DateOnly? due, FontSet fonts) =>
        OfficialDocument.Write("重点工作催报单", new MaterialLook { Orientation = PaperOrientation.Portrait, Fonts = fonts }, document =>
        {
            for (var i = 0; i < reminders.Count; i++)
            {
                Letter(document, material, reminders[i], due, newPage: i > 0);
            }
        });

    private static void Letter(OfficialDocument document, MeetingMaterial material, UnitReminder reminder, DateOnly? due, bool newPage)
    {
        document.Line(WordStyles.Heading, "重点工作催报单", newPage);
        document.Line(WordStyles.LetterAddressee, "");
        document.Line(WordStyles.LetterAddressee, reminder.Unit + "：");
        document.Line(
            WordStyles.LetterText,
            $"{material.Period?.InWords() ?? "本期"}重点工作完成情况正在汇总，你单位牵头的下列{reminder.Rows.Count}项尚未报送。请于{Day(due)}前补报，{ReminderWording.WhatToWrite}");
        var table = document.Table(30, 12, 20, 96);
        table.Begin();
        table.Header(["分管领导", "序号", "报送频次", "工作内容"]);
        foreach (var task in reminder.Rows.Select(row => row.Task))
        {
            table.Row(
                [
                    task.Leader?.Line() ?? MaterialWording.Nothing,
                    task.Number?.ToString(CultureInfo.InvariantCulture) ?? MaterialWording.Nothing,
                    task.Frequency?.Name() ?? MaterialWording.Nothing,
                    task.Content,
                ],
                0, 1, 2);
        }

        table.End();
        Letters.Close(document, material, ReminderWording.Closing);
    }

    private static string Day(DateOnly? due) => due?.InWords() ?? "　　月　　日";
}
