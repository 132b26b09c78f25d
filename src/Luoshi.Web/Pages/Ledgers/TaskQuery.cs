using Luoshi.App.Ledgers;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Http;

namespace Luoshi.Web.Pages.Ledgers;

/// <summary>A filter of the ledger as it stands in an address, to be kept, sent on and exported by.</summary>
public static class TaskQuery
{
    public static TaskFilter Read(IQueryCollection query, int thisYear) => new()
    {
        Year = int.TryParse(query["year"], out var year) ? year : thisYear,
        PostId = Guid.TryParse(query["leader"], out var post) ? post : null,
        UnitId = Guid.TryParse(query["unit"], out var unit) ? unit : null,
        Frequency = Enum.TryParse<ReportingFrequency>(query["frequency"], out var frequency) ? frequency : null,
        State = Enum.TryParse<KeyTaskState>(query["state"], out var state) ? state : null,
        Words = query["words"] is [{ Length: > 0 and <= 50 } words] ? words : null,
        Theme = query["theme"] is [{ Length: > 0 and <= KeyTask.LongestTheme } theme] ? theme : null,
        Sort = query["sort"] is ["unit" or "deadline" or "theme"] ? query["sort"]! : "leader",
    };

    /// <summary>What follows the question mark, without an empty field.</summary>
    public static string Write(TaskFilter filter)
    {
        string?[] parts =
        [
            FormattableString.Invariant($"year={filter.Year}"),
            filter.PostId is { } post ? $"leader={post}" : null,
            filter.UnitId is { } unit ? $"unit={unit}" : null,
            filter.Frequency is { } frequency ? $"frequency={frequency}" : null,
            filter.State is { } state ? $"state={state}" : null,
            filter.Words is { } words ? $"words={Uri.EscapeDataString(words)}" : null,
            filter.Theme is { } theme ? $"theme={Uri.EscapeDataString(theme)}" : null,
            filter.Sort == "leader" ? null : $"sort={filter.Sort}",
        ];
        return string.Join('&', parts.Where(part => part is not null));
    }
}
