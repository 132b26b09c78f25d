using Luoshi.Core.Reading;

namespace Luoshi.Core.Meetings;

/// <summary>
/// Keeps merged returns to the form. Every unit has columns of its own habit; one that most tasks leave empty would make the table of the
/// whole district narrower for the sake of a few. What is left out is told.
/// </summary>
internal static class FormColumns
{
    public static IReadOnlyList<LeaderSection> Keep(IReadOnlyList<LeaderSection> sections, List<AssemblyNote> notes)
    {
        var tasks = sections.SelectMany(section => section.Rows).Select(row => row.Task).ToList();
        var leftOut = new List<string>();
        var target = IsOfTheForm("年度目标", task => task.Target is not null);
        var supporting = IsOfTheForm("配合单位", task => task.SupportingUnits.Count > 0);
        var deadline = IsOfTheForm("完成时限", task => task.Deadline is not null);
        var earlier = IsOfTheForm("以前各期完成情况", task => task.EarlierProgress.Count > 0);
        var others = tasks.SelectMany(task => task.OtherColumns).Select(column => column.Header).Distinct()
            .Where(header => IsOfTheForm(header, task => task.OtherColumns.Any(column => column.Header == header)))
            .ToHashSet();
        if (leftOut.Count > 0)
        {
            notes.Add(new AssemblyNote("columns-left-out", $"少数报送另有这些栏，材料未列，需要时请看原件：{string.Join('、', leftOut)}。"));
        }

        return [.. sections.Select(section => section with { Rows = [.. section.Rows.Select(row => row with { Task = Kept(row.Task) })] })];

        bool IsOfTheForm(string header, Func<ReportedTask, bool> has)
        {
            var filled = tasks.Count(has);
            if (filled > 0 && filled * 2 < tasks.Count)
            {
                leftOut.Add($"{header}（{filled} 项）");
                return false;
            }

            return true;
        }

        ReportedTask Kept(ReportedTask task) => task with
        {
            Target = target ? task.Target : null,
            SupportingUnits = supporting ? task.SupportingUnits : [],
            Deadline = deadline ? task.Deadline : null,
            DeadlineDate = deadline ? task.DeadlineDate : null,
            EarlierProgress = earlier ? task.EarlierProgress : [],
            OtherColumns = [.. task.OtherColumns.Where(column => others.Contains(column.Header))],
        };
    }
}
