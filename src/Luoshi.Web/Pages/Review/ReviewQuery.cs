using Luoshi.App.Supervision;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Http;

namespace Luoshi.Web.Pages.Review;

/// <summary>A filter of the queue as it stands in an address, so that a review knows what comes before and after it.</summary>
public static class ReviewQuery
{
    public static ReviewFilter Read(IQueryCollection query) => new()
    {
        Month = ReportingPeriod.TryParse(query["month"], out var month) ? month : null,
        UnitId = Guid.TryParse(query["unit"], out var unit) ? unit : null,
        PostId = Guid.TryParse(query["leader"], out var post) ? post : null,
        Status = query["status"] == "all" ? null : Enum.TryParse<ReturnStatus>(query["status"], out var status) ? status : ReturnStatus.InReview,
        Doubts = query["doubts"] is [{ Length: > 0 } doubts] ? doubts : null,
        Late = query["late"] == "1",
    };

    /// <summary>What follows the question mark, without an empty field.</summary>
    public static string Write(ReviewFilter filter)
    {
        string?[] parts =
        [
            filter.Month is { } month ? $"month={month}" : null,
            filter.UnitId is { } unit ? $"unit={unit}" : null,
            filter.PostId is { } post ? $"leader={post}" : null,
            filter.Status is { } status ? (status == ReturnStatus.InReview ? null : $"status={status}") : "status=all",
            filter.Doubts is { } doubts ? $"doubts={Uri.EscapeDataString(doubts)}" : null,
            filter.Late ? "late=1" : null,
        ];
        return string.Join('&', parts.Where(part => part is not null));
    }
}
