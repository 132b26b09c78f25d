using Luoshi.App.Reading;
using Luoshi.Core;
using Luoshi.Core.Checks;
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
    /// <returns>
    /// The report, or a refusal: what <see cref="ReadDocuments"/> or <see cref="TaskChecks.Examine"/> refuses, or <c>previous-without-period</c>
    /// for an earlier document that does not say of which month it is.
    /// </returns>
    public static async Task<Outcome<CheckReport>> ExecuteAsync(CheckRequest request, ReadLimits limits, CancellationToken ct)
    {
        var documents = await ReadDocuments.ExecuteAsync(request.Files, limits, ct);
        if (documents.Refusal is { } unread)
        {
            return unread;
        }

        var previous = await ReadDocuments.ExecuteAsync(request.Previous, limits, ct);
        if (previous.Refusal is { } unreadPrevious)
        {
            return unreadPrevious;
        }

        var plans = await ReadDocuments.ExecuteAsync(request.Plans, limits, ct);
        if (plans.Refusal is { } unreadPlan)
        {
            return unreadPlan;
        }

        return previous.Value.FirstOrDefault(document => document.Period is null) is { } undated
            ? new Refusal("previous-without-period", $"{undated.Source}：看不出是哪个月的材料，不能用来比较。请在标题或表头写明月份，例如“（3月）”。")
            : TaskChecks.Examine(documents.Value, previous.Value, request.AsOf, request.Settings, plans.Value);
    }
}
