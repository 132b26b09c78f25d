using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Luoshi.Core.Searching;
using Luoshi.Core.Supervision;

namespace Luoshi.App.Searching;

/// <summary>A text that can be found: what it says, and whose rows it lies in.</summary>
public sealed record SearchedText(SearchKind Kind, int GovernmentId, Guid SubjectId, Guid TaskId, Guid UnitId, Guid PostId, ReportingPeriod? Month, string Text)
{
    public static SearchedText Of(KeyTask task) =>
        new(SearchKind.Task, task.GovernmentId, task.Id, task.Id, task.LeadUnitId, task.PostId, null, string.Join('\n', task.Content, task.Target, task.Deadline));

    /// <summary>What the return says now. Of one that is written again, <paramref name="submitted"/> is what it said last.</summary>
    public static SearchedText Of(ProgressReport report, ReportVersion? submitted = null) =>
        new(SearchKind.Report, report.GovernmentId, report.Id, report.TaskId, report.UnitId, report.PostId, report.Month, string.Join('\n', submitted?.Progress ?? report.Progress, submitted is null ? report.Shortfall : submitted.Shortfall));

    public static SearchedText Of(RaisedDoubt doubt) =>
        new(SearchKind.Doubt, doubt.GovernmentId, doubt.Id, doubt.TaskId, doubt.UnitId, doubt.PostId, doubt.Month, doubt.Message);

    public static SearchedText Of(Instruction instruction) =>
        new(SearchKind.Instruction, instruction.GovernmentId, instruction.Id, instruction.TaskId, instruction.UnitId, instruction.PostId, null, instruction.Text);

    public static SearchedText Of(InstructionReply reply) =>
        new(SearchKind.Reply, reply.GovernmentId, reply.Id, reply.TaskId, reply.UnitId, reply.PostId, null, reply.Text);

    /// <summary>The entries that it has, their ids as <paramref name="idOf"/> gives them, piece by piece.</summary>
    public IEnumerable<SearchEntry> Entries(Func<int, long> idOf) =>
        SearchGrams.Pieces(FoldedText.Of(Text).Folded).Select((piece, index) => new SearchEntry
        {
            GovernmentId = GovernmentId,
            Id = idOf(index),
            Kind = Kind,
            SubjectId = SubjectId,
            TaskId = TaskId,
            UnitId = UnitId,
            PostId = PostId,
            Month = Month,
            Folded = piece,
        });

    /// <summary>Whether an entry lies where the text lies.</summary>
    public bool IsPlacedAs(SearchEntry entry) =>
        (entry.Kind, entry.TaskId, entry.UnitId, entry.PostId, entry.Month) == (Kind, TaskId, UnitId, PostId, Month);
}
