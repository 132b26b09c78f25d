using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Writing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Web.Api;

/// <summary>The file that a list is exported as.</summary>
public enum ExportFormat
{
    Csv,
    Xlsx,
}

/// <summary>Lists as files, written while they are read: their length costs no memory.</summary>
internal static class ExportEndpoints
{
    private const string Csv = "text/csv; charset=utf-8";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly ListColumn[] s_columns =
    [
        new("分管领导", 18), new("序号", 6, ListColumnKind.Number), new("报送频次", 10), new("工作内容", 60), new("牵头单位", 24), new("状态", 10),
        new("最近报送", 10), new("完成情况", 80), new("是否完成", 10), new("未完成情况说明", 40), new("系统测算", 12),
    ];

    public static void MapExports(this IEndpointRouteBuilder api) => api.MapGet("/key-tasks/export", ExportAsync).WithTags("Key tasks").Needs(Operation.ExportLists)
        .Produces(StatusCodes.Status200OK, contentType: Csv, additionalContentTypes: Xlsx)
        .WithSummary("The list of key tasks with their newest return, as a file");

    private static PushStreamHttpResult ExportAsync(
        [AsParameters] KeyTaskFilter filter, Word<ExportFormat>? format, LuoshiDb db, TimeProvider clock, HttpContext http)
    {
        var today = KeyTaskEndpoints.Today(clock);
        var list = new ListSheet
        {
            Title = "重点工作清单",
            Columns = s_columns,
            Rows = KeyTaskEndpoints.Rows(db, filter).OrderBy(row => row.Post.Rank).ThenBy(row => row.Task.Number).ThenBy(row => row.Task.Id).AsEnumerable().Select(row => Row(row, today)),
        };
        return format?.Value == ExportFormat.Xlsx
            ? TypedResults.Stream(stream => WriteAsync(http, () => ListXlsx.Write(stream, list)), Xlsx, "key-tasks.xlsx")
            : TypedResults.Stream(stream => WriteAsync(http, () => ListCsv.Write(stream, list)), Csv, "key-tasks.csv");
    }

    private static Task WriteAsync(HttpContext http, Action write)
    {
        // The writers of documents are synchronous; here alone the answer may be written so.
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        write();
        return Task.CompletedTask;
    }

    private static object?[] Row(KeyTaskRow row, DateOnly today) =>
    [
        $"{row.Post.HolderOn(today)}{row.Post.Title}",
        row.Task.Number,
        row.Task.Frequency.Name(),
        row.Task.Content,
        row.Unit.DisplayName,
        row.Task.State.Name(),
        row.Report?.Month.ToString(),
        row.Report?.Progress,
        row.Report?.PlanMet is { } met ? met ? "是" : "否" : null,
        row.Report?.Shortfall,
        row.Report?.Verdict?.Name(),
    ];
}
