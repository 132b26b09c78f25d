using System.Globalization;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reporting;

namespace Luoshi.Documents.Writing;

/// <summary>与上月材料相比, on lying paper: what changed is said in words and figures, what did not is named in one line for each leader.</summary>
public static class DifferenceDocx
{
    public static byte[] Write(MaterialDifference difference, MaterialLook look) => OfficialDocument.Write("重点工作完成情况对比", look, document =>
    {
        var (before, now) = (Month(difference.Before, "上期"), Month(difference.Now, "本期"));
        document.Line(WordStyles.Heading, "重点工作完成情况对比");
        document.Line(WordStyles.TableCentered, $"{now}与{before}相比：有变化{difference.Count(TaskChange.Changed)}项，相同{difference.Count(TaskChange.Unchanged)}项，{before}未列{difference.Count(TaskChange.New)}项，{now}不再列{difference.Count(TaskChange.Closed)}项。");
        var table = document.Table(10, 54, 24, 62, 78);
        table.Begin();
        table.Header(["序号", "工作内容", "牵头单位", "变化", $"{now}新写的内容"]);
        foreach (var section in difference.Sections)
        {
            table.Band(section.Leader?.Line() ?? MaterialWording.NoLeader);
            foreach (var task in section.Tasks.Where(task => task.Change != TaskChange.Unchanged))
            {
                table.Row(
                    [
                        Number(task),
                        task.Task.Content,
                        task.Task.LeadUnits.Count > 0 ? task.Task.LeadUnits.Names() : MaterialWording.Nothing,
                        What(task, before, now),
                        task.Added.Count > 0 ? string.Join('\n', task.Added) : MaterialWording.Nothing,
                    ],
                    0, 2);
            }

            var same = section.Tasks.Where(task => task.Change == TaskChange.Unchanged).ToList();
            if (same.Count > 0)
            {
                table.Note($"与{before}相同：第{string.Join('、', same.Select(Number))}项。");
            }
        }

        table.End();
    });

    private static string What(TaskDifference task, string before, string now) => task.Change switch
    {
        TaskChange.Changed => task.Words.Count > 0 ? string.Join('\n', task.Words) : "数字未变，内容有增加",
        TaskChange.Unchanged => "相同",
        TaskChange.New => $"新增，{before}未列",
        TaskChange.Closed => $"{now}不再列",
    };

    private static string Number(TaskDifference task) => task.Task.Number?.ToString(CultureInfo.InvariantCulture) ?? MaterialWording.Nothing;

    private static string Month(ReportingPeriod? period, string otherwise) => period?.InWords() ?? otherwise;
}
