using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Luoshi.App.Searching;
using Luoshi.Core;
using Luoshi.Core.Reporting;
using Luoshi.Core.Searching;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Web.Api;

/// <summary>A text in which the word stands.</summary>
public sealed record FoundTextView(SearchKind Kind, Guid SubjectId, ReportingPeriod? Month, string Text, string By);

/// <summary>A task with its newest texts in which the word stands; <c>Texts</c> is how many there are of them.</summary>
public sealed record FoundTaskView(Guid TaskId, int Number, string Leader, string Content, string Unit, int Texts, IReadOnlyList<FoundTextView> Newest);

/// <summary>What was found, the task that was written about last first. <c>Next</c> is the cursor of the page that follows.</summary>
public sealed record SearchView(int Tasks, int Texts, IReadOnlyList<FoundTaskView> Items, string? Next);

/// <summary>Words in tasks, returns, doubts and instructions.</summary>
internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder api) => api.MapWithEmptyValues(HttpMethods.Get, "/search", FindAsync).WithTags("Search")
        .Refuses("forbidden", "word-missing", "word-too-long", "cursor-not-understood")
        .WithSummary("Find a word in tasks, returns, doubts and instructions");

    private static async Task<Results<Ok<SearchView>, ProblemHttpResult>> FindAsync(
        [FromQuery(Name = "q"), MaxLength(500)] string q, [FromQuery, MaxLength(20)] string? cursor, FindTexts find, CancellationToken ct)
    {
        // Beyond what a number of JSON can hold: a program gets it as a text, and hands it back as it is.
        long? after = null;
        if (cursor is not null)
        {
            if (!long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var known))
            {
                return new Refusal("cursor-not-understood", "cursor 请照上一页的 next 原样填写。").ToProblem();
            }

            after = known;
        }

        var outcome = await find.ExecuteAsync(q, after, ct);
        return outcome.Refusal is { } refusal
            ? refusal.ToProblem()
            : TypedResults.Ok(new SearchView(outcome.Value.Tasks, outcome.Value.Texts, [.. outcome.Value.Found.Select(View)], outcome.Value.Next?.ToString(CultureInfo.InvariantCulture)));
    }

    private static FoundTaskView View(FoundTask task) => new(
        task.TaskId, task.Number, task.Leader, task.Content, task.Unit, task.Texts,
        [.. task.Newest.Select(text => new FoundTextView(text.Kind, text.SubjectId, text.Month, text.Text, text.By))]);
}
