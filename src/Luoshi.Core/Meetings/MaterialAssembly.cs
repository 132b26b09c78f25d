using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Meetings;

/// <summary>Puts documents together into one material: a finished one passes through, returns are merged.</summary>
public static class MaterialAssembly
{
    /// <summary>
    /// Assembles the material of <paramref name="asOf"/>, or of the newest month the documents report on.
    /// </summary>
    /// <returns>The material, or a refusal: <c>no-tasks</c>.</returns>
    public static Outcome<MeetingMaterial> Assemble(IReadOnlyList<TaskDocument> documents, ReportingPeriod? asOf = null)
    {
        var withTasks = documents.Where(document => document.Tasks.Count > 0).ToList();
        if (withTasks.Count == 0)
        {
            return new Refusal("no-tasks", "所给文件里没有认出一项重点工作，没有可汇总的内容。请检查是否给错了文件，或用 luoshi read 看读出了什么。");
        }

        var period = asOf ?? withTasks.Max(document => document.Period);
        return new MeetingMaterial
        {
            Government = withTasks.Select(document => document.Government).FirstOrDefault(government => government is not null),
            Period = period,
            Date = withTasks.Count == 1 ? withTasks[0].Date : null,
            Heading = MaterialWording.Heading(period),
            Sections = Sections(withTasks),
        };
    }

    private static List<LeaderSection> Sections(List<TaskDocument> documents)
    {
        var rows = documents.SelectMany(document => document.Tasks).Select(task => new MaterialRow(task, ReturnState.Received));
        var sections = rows.GroupBy(row => row.Task.Leader).Select(group => new LeaderSection(group.Key, [.. group]));
        return documents.Count == 1 ? [.. sections] : [.. sections.OrderBy(section => LeaderRank.Of(section.Leader))];
    }
}
