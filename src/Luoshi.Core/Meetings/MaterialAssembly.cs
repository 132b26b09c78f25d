using System.Globalization;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Meetings;

/// <summary>
/// Puts documents together into one material. A single document passes through unchanged. Of several, plans and earlier materials give
/// the tasks and their order, returns and the month's own material what is reported; nothing that was read is dropped without a note.
/// </summary>
public static class MaterialAssembly
{
    /// <summary>
    /// Assembles the material of <paramref name="asOf"/>, or of the newest month the documents report on. <paramref name="plan"/>, when
    /// given, is the plan that holds, whatever others say.
    /// </summary>
    /// <returns>The material, or a refusal: <c>no-tasks</c> or <c>plans-disagree</c>.</returns>
    public static Outcome<MeetingMaterial> Assemble(IReadOnlyList<TaskDocument> documents, ReportingPeriod? asOf = null, TaskDocument? plan = null)
    {
        var withTasks = documents.Where(document => document.Tasks.Count > 0).ToList();
        if (withTasks.Count == 0 && plan is not { Tasks.Count: > 0 })
        {
            return new Refusal("no-tasks", "所给文件里没有认出一项重点工作，没有可汇总的内容。请检查是否给错了文件，或用 luoshi read 看读出了什么。");
        }

        var notes = new List<AssemblyNote>();
        notes.AddRange(documents.Where(document => document.Tasks.Count == 0)
            .Select(document => new AssemblyNote("no-tasks-in-file", "没有认出重点工作，未计入材料。", document.Source)));
        notes.AddRange(documents.SelectMany(document => document.Problems
            .Where(problem => problem.Severity == ProblemSeverity.Error)
            .Select(problem => new AssemblyNote("not-understood", problem.Message, document.Source, problem.Location))));

        var material = plan is null && withTasks.Count == 1
            ? Unchanged(withTasks[0], asOf)
            : Merge(withTasks, asOf, plan, notes);
        return material.Refusal is { } refusal ? refusal : material.Value with { Notes = [.. notes, .. RareCharacters.In(material.Value)] };
    }

    private static Outcome<MeetingMaterial> Unchanged(TaskDocument document, ReportingPeriod? asOf)
    {
        var period = asOf ?? document.Period;
        return new MeetingMaterial
        {
            Government = document.Government,
            Period = period,
            Date = document.Date,
            Heading = Heading([document], period),
            Sections = [.. document.Tasks
                .GroupBy(task => task.Leader)
                .Select(group => new LeaderSection(group.Key, [.. group.Select(task => AsItStands(task))]))],
        };
    }

    private static MaterialRow AsItStands(ReportedTask task) =>
        new(task, task.Progress is { } progress ? MaterialWording.ReturnOf(progress) : ReturnState.Received);

    private static Outcome<MeetingMaterial> Merge(List<TaskDocument> documents, ReportingPeriod? asOf, TaskDocument? plan, List<AssemblyNote> notes)
    {
        var period = asOf ?? documents.Where(document => document.Tasks.Any(MaterialInput.IsReportedOn)).Max(document => document.Period);
        var inputs = MaterialInput.Of(documents, period);
        var held = plan is null ? [] : new[] { new MaterialInput(plan, InputRole.Plan, null) };
        var order = held.Concat(inputs.Where(input => input.BringsOrder).OrderBy(input => input.Role).ThenByDescending(input => input.Document.Period)).ToList();
        var leaders = new LeaderRoll(order.Concat(inputs)
            .SelectMany(input => input.Document.Tasks)
            .SelectMany(task => task.OtherLeaders.Append(task.Leader).OfType<LeaderMention>()));
        var merging = new Merging(leaders, notes);
        foreach (var input in order.Where(input => !input.BringsReports))
        {
            if (merging.AddOrder(input, mayDisagree: plan is not null) is { } refusal)
            {
                return refusal;
            }
        }

        foreach (var input in order.Where(input => input.BringsReports).Concat(inputs.Where(input => !input.BringsOrder)))
        {
            if (input.Document.Period is { } reported && period is { } target && reported != target)
            {
                notes.Add(new AssemblyNote("other-period", $"报的是{reported.InWords()}的情况，材料是{target.InWords()}的，请核对。", input.Document.Source));
            }

            merging.AddReports(input);
        }

        var materials = inputs.Where(input => input.Role == InputRole.Material).Select(input => input.Document).ToList();
        return new MeetingMaterial
        {
            Government = Government(order.Select(input => input.Document), documents),
            Period = period,
            Date = materials.Select(document => document.Date).Distinct().ToList() is [{ } only] ? only : null,
            Heading = Heading([.. materials.Where(document => !NamesAUnit(document, documents))], period),
            Sections = FormColumns.Keep(merging.Sections(period, ordered: order.Count > 0), notes),
        };
    }

    // What a return names as its government may be its sender: only a government by name is one.
    private static string? Government(IEnumerable<TaskDocument> order, List<TaskDocument> documents) =>
        order.Select(document => document.Government).FirstOrDefault(government => government is not null)
        ?? documents.Select(document => document.Government).OfType<string>()
            .Where(government => government.EndsWith("政府", StringComparison.Ordinal))
            .GroupBy(government => government).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key;

    /// <summary>A finished material keeps its own heading as long as that names the month reported on.</summary>
    private static string Heading(List<TaskDocument> materials, ReportingPeriod? period) =>
        materials.Select(document => document.Title).FirstOrDefault(title => title is not null && Names(title, period)) ?? MaterialWording.Heading(period);

    /// <summary>A half finished material is often one unit's own file: its title is that unit's, not the meeting's.</summary>
    private static bool NamesAUnit(TaskDocument document, List<TaskDocument> documents) => document.Title is { } title
        && documents.SelectMany(other => other.Tasks).SelectMany(task => task.UnitNames()).Distinct().Any(unit => title.Contains(unit, StringComparison.Ordinal));

    private static bool Names(string title, ReportingPeriod? period) => period is not { } month
        || (title.Contains(string.Create(CultureInfo.InvariantCulture, $"{month.Year}年"), StringComparison.Ordinal)
            && title.Contains(string.Create(CultureInfo.InvariantCulture, $"{month.Month}月"), StringComparison.Ordinal));
}
