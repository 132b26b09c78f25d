using Luoshi.App.Reading;
using Luoshi.Core;
using Luoshi.Core.Checks;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Reading;

namespace Luoshi.App.Checks;

/// <summary>What to check, and what to compare it with.</summary>
public sealed record CheckRequest
{
    /// <summary>Read as one set.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Earlier months' documents.</summary>
    public IReadOnlyList<string> Previous { get; init; } = [];

    /// <summary>Approved plans by month, each a document of its own.</summary>
    public IReadOnlyList<string> Plans { get; init; } = [];

    /// <summary>The month to judge by; null takes the newest period of the files.</summary>
    public ReportingPeriod? AsOf { get; init; }

    public CheckSettings Settings { get; init; } = CheckSettingsFile.BuiltIn;
}

/// <summary>Reads documents and examines every task in them. Nothing is written.</summary>
public static class CheckDocuments
{
    private const int LargeDocument = 10_000;

    /// <summary>Earlier documents are read one after another and let go, so that many months need no more memory than one.</summary>
    /// <returns>
    /// The examination, ready to tell its tasks, or a refusal: what <see cref="ReadDocuments"/> or <see cref="TaskExamination.Of"/> refuses, or
    /// <c>previous-without-period</c> for an earlier document that does not say of which month it is.
    /// </returns>
    public static async Task<Outcome<TaskExamination>> ExecuteAsync(CheckRequest request, ReadLimits limits, CancellationToken ct)
    {
        var documents = await ReadDocuments.ExecuteAsync(request.Files, limits, ct);
        if (documents.Refusal is { } unread)
        {
            return unread;
        }

        var plans = await ReadDocuments.ExecuteAsync(request.Plans, limits, ct);
        if (plans.Refusal is { } unreadPlan)
        {
            return unreadPlan;
        }

        var (current, earlier) = Apart(documents.Value, request);
        var examination = TaskExamination.Of(current, request.AsOf, request.Settings, plans.Value);
        if (examination.Refusal is { } refusal)
        {
            return refusal;
        }

        foreach (var document in earlier)
        {
            examination.Value.CompareWith(document);
        }

        foreach (var path in request.Previous)
        {
            var previous = await ReadDocuments.ExecuteAsync([path], limits, ct);
            if (previous.Refusal is { } unreadPrevious)
            {
                return unreadPrevious;
            }

            if (previous.Value[0] is { Period: null } undated)
            {
                return new Refusal("previous-without-period", $"{undated.Source}：看不出是哪个月的材料，不能用来比较。请在标题或表头写明月份，例如“（3月）”。");
            }

            examination.Value.CompareWith(previous.Value[0]);
            if (previous.Value[0].Tasks.Count > LargeDocument)
            {
                // All of it is dead now, and the collector would let several such months gather before it looks.
                GC.Collect();
            }
        }

        return examination;
    }

    /// <summary>
    /// <c>--previous</c> names one file; a further one behind it stands among the files to examine. Whoever compares months means an earlier
    /// document to be compared with, wherever it stands.
    /// </summary>
    private static (IReadOnlyList<TaskDocument> Current, IReadOnlyList<TaskDocument> Earlier) Apart(IReadOnlyList<TaskDocument> documents, CheckRequest request)
    {
        if (request.Previous.Count == 0 || (request.AsOf ?? documents.Max(document => document.Period)) is not { } month)
        {
            return (documents, []);
        }

        var earlier = documents.Where(document => document.Period < month).ToList();
        return earlier.Count == documents.Count ? (documents, []) : ([.. documents.Except(earlier)], earlier);
    }
}
