using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>Examines a set of documents that are all at hand. <see cref="TaskExamination"/> does the same a document and a task at a time.</summary>
public static class TaskChecks
{
    /// <returns>The report, its tasks in the order of the documents, or what <see cref="TaskExamination.Of"/> refuses.</returns>
    public static Outcome<CheckReport> Examine(IReadOnlyList<TaskDocument> documents, IReadOnlyList<TaskDocument> previous, ReportingPeriod? asOf, CheckSettings settings, IReadOnlyList<TaskDocument>? plans = null)
    {
        var outcome = TaskExamination.Of(documents, asOf, settings, plans ?? []);
        if (outcome.Refusal is { } refusal)
        {
            return refusal;
        }

        foreach (var document in previous)
        {
            outcome.Value.CompareWith(document);
        }

        return new CheckReport(outcome.Value.AsOf, outcome.Value.ExpectedShare, [.. outcome.Value.Tasks()]);
    }
}
