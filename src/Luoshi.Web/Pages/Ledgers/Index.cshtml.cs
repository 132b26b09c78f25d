using Luoshi.App.Calendars;
using Luoshi.App.Data;
using Luoshi.App.Ledgers;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Writing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Ledgers;

/// <summary>重点工作 — the ledger of a year, as far as the person may see it.</summary>
public sealed class IndexModel(LuoshiDb db, TimeProvider clock, ListKeyTasks list, SaveView saveView, EditKeyTask edit, OpenLedger open, CloseLedger close, CarryOverLedger carry) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public TaskFilter Filter { get; private set; } = null!;

    public string Query { get; private set; } = "";

    public TaskPage Tasks { get; private set; } = null!;

    public Refusal? Refusal { get; private set; }

    /// <summary>The task whose row was refused, with what was typed.</summary>
    public Guid? Edited { get; private set; }

    public string? TypedNumber { get; private set; }

    public string? TypedTheme { get; private set; }

    public int Pages => Math.Max(1, (Tasks.Count + ListKeyTasks.PageSize - 1) / ListKeyTasks.PageSize);

    public bool May(Operation operation) => db.Access.Refuse(operation) is null;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnGetExportAsync(string form, CancellationToken ct)
    {
        if (!May(Operation.ExportLists))
        {
            return Forbid();
        }

        var filter = TaskQuery.Read(Request.Query, clock.Today().Year);
        var tasks = await list.ExecuteAsync(filter, 1, ListKeyTasks.MostExported, ct);
        if (tasks.Refusal is not null)
        {
            return Forbid();
        }

        var sheet = Sheet(filter, tasks.Value);
        var name = $"{filter.Year}年重点工作";
        if (form == "docx")
        {
            return File(ListDocx.Write(sheet, FontSet.Gb2312), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"{name}.docx");
        }

        var bytes = new MemoryStream();
        if (form == "csv")
        {
            ListCsv.Write(bytes, sheet);
            return File(bytes.ToArray(), "text/csv; charset=utf-8", $"{name}.csv");
        }

        ListXlsx.Write(bytes, sheet);
        return File(bytes.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{name}.xlsx");
    }

    public async Task<IActionResult> OnPostKeepAsync(string? name, CancellationToken ct)
    {
        var query = TaskQuery.Write(TaskQuery.Read(Request.Query, clock.Today().Year));
        var saved = await saveView.ExecuteAsync(name, query, ct);
        return await DoneAsync(saved.Refusal, $"已保存常用筛选“{name?.Trim()}”。", query, ct);
    }

    public async Task<IActionResult> OnPostDropAsync(Guid view, CancellationToken ct)
    {
        var dropped = await db.SavedViews.AsNoTracking().SingleOrDefaultAsync(row => row.Id == view, ct);
        var refusal = await saveView.RemoveAsync(view, ct);
        if (dropped is not null && refusal is null)
        {
            TempData["Undo"] = $"/tasks?handler=keep&{dropped.Query}&name={Uri.EscapeDataString(dropped.Name)}";
        }

        return await DoneAsync(refusal, "已删除常用筛选。", TaskQuery.Write(TaskQuery.Read(Request.Query, clock.Today().Year)), ct);
    }

    public async Task<IActionResult> OnPostEditAsync(Guid task, int version, string? number, string? theme, CancellationToken ct)
    {
        Refusal? refusal = int.TryParse(number, out var typed)
            ? (await edit.ExecuteAsync(task, version, typed, theme, null, ct)).Refusal
            : new Refusal("number-invalid", "序号请填0到9999的整数。");
        (Edited, TypedNumber, TypedTheme) = refusal is null ? default : ((Guid?)task, number, theme);
        return await DoneAsync(refusal, "已保存。", TaskQuery.Write(TaskQuery.Read(Request.Query, clock.Today().Year)), ct);
    }

    public async Task<IActionResult> OnPostOpenAsync(int year, CancellationToken ct)
    {
        var opened = await open.ExecuteAsync(year, null, ct);
        return await DoneAsync(opened.Refusal, $"已建立{year}年台账，可以导入任务分解表了。", $"year={year}", ct);
    }

    public async Task<IActionResult> OnPostCarryAsync(int year, CancellationToken ct)
    {
        var carried = await carry.ExecuteAsync(year, null, ct);
        return await DoneAsync(
            carried.Refusal,
            carried.Refusal is null ? $"已结转{carried.Value.Carried}项到{year + 1}年台账{(carried.Value.AlreadyThere > 0 ? $"，{carried.Value.AlreadyThere}项以前已结转" : "")}。" : "",
            $"year={year + 1}",
            ct);
    }

    public async Task<IActionResult> OnPostCloseAsync(int year, CancellationToken ct)
    {
        var closed = await close.ExecuteAsync(year, ct);
        return await DoneAsync(closed.Refusal, $"{year}年台账已交账，不能再改。", $"year={year}", ct);
    }

    private async Task<IActionResult> DoneAsync(Refusal? refusal, string done, string query, CancellationToken ct)
    {
        if (refusal is null)
        {
            TempData["Notice"] = done;
            return Redirect($"/tasks?{query}");
        }

        Refusal = refusal;
        return refusal.Code == "forbidden" ? Forbid() : await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Filter = TaskQuery.Read(Request.Query, clock.Today().Year);
        Query = TaskQuery.Write(Filter);
        var tasks = await list.ExecuteAsync(Filter, P, ListKeyTasks.PageSize, ct);
        if (tasks.Refusal is not null)
        {
            return Forbid();
        }

        Tasks = tasks.Value;
        return Page();
    }

    private static ListSheet Sheet(TaskFilter filter, TaskPage tasks) => new()
    {
        Title = $"{filter.Year}年重点工作一览",
        Subtitle = $"共{tasks.Count}项",
        Columns =
        [
            new("分管领导", 18), new("序号", 6, ListColumnKind.Number), new("工作内容", 60), new("年度目标", 30), new("完成时限", 14), new("报送频次", 10),
            new("牵头单位", 18), new("配合单位", 24), new("主题", 24), new("状态", 10),
        ],
        Rows = tasks.Lines.Select(line => (IReadOnlyList<object?>)
        [
            tasks.Posts.GetValueOrDefault(line.PostId), line.Number, line.Content, line.Target, line.Deadline, line.Frequency.Name(),
            tasks.Units.GetValueOrDefault(line.LeadUnitId), string.Join('、', line.OtherUnits.Select(unit => tasks.Units.GetValueOrDefault(unit))), line.Theme, line.State.Name(),
        ]),
    };
}
