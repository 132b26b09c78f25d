using Luoshi.App.Calendars;
using Luoshi.App.Data;
using Luoshi.App.Ledgers;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Documents.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Luoshi.Web.Pages.Ledgers;

/// <summary>导入 — upload, see what was understood, see what would change, confirm. Before the confirmation nothing is written.</summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class ImportModel(
    LuoshiDb db, TimeProvider clock, StagedFiles staged, ImportLedger importLedger, ImportPlans importPlans, ImportHistory importHistory, ImportWorkReport importReport, OpenPeriod openPeriod, UnderWay underWay) : PageModel
{
    private const int MostFiles = 24;

    // Twelve months of materials in one go, and never more than the reader would take.
    private const long MostBytes = 100_000_000;

    /// <summary><c>ledger</c>, <c>plan</c>, <c>history</c> or <c>report</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "ledger";

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    /// <summary>What was uploaded: <c>hash:name</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public List<string> Staged { get; set; } = [];

    [BindProperty]
    public string? ApprovedBy { get; set; }

    public Refusal? Refusal { get; private set; }

    public IReadOnlyList<TaskDocument> Documents { get; private set; } = [];

    public ImportPlan? Plan { get; private set; }

    public WorkReportImported? Report { get; private set; }

    public int PlannedMonths { get; private set; }

    public IReadOnlyList<string> Results { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ImportLedger) is not null)
        {
            return Forbid();
        }

        Year = Year is < 1900 or > 9999 ? clock.Today().Year : Year;
        if (Staged.Count > 0)
        {
            await PreviewAsync(ct);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostUploadAsync(List<IFormFile> files, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ImportLedger) is not null)
        {
            return Forbid();
        }

        if (files.Count is 0 or > MostFiles)
        {
            Refusal = new Refusal("files-missing", files.Count == 0 ? "请先选择文件。" : $"一次最多上传{MostFiles}个文件，请分几次导入。");
            return Page();
        }

        var kept = new List<StagedFile>();
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            var outcome = await staged.KeepAsync(db.Access.AccountId!.Value, file.FileName, content, file.Length, ct);
            if (outcome.Refusal is { } refusal)
            {
                Refusal = refusal;
                return Page();
            }

            kept.Add(outcome.Value);
        }

        // What takes its time is the reading, and that is done by the next page.
        TempData[UnderWay.Field] = Request.Form[UnderWay.Field].ToString();
        return Redirect(FormattableString.Invariant($"/import?kind={Uri.EscapeDataString(Kind)}&year={Year}&") + string.Join('&', kept.Select(file => $"staged={file.Hash}:{Uri.EscapeDataString(file.Name)}")));
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ImportLedger) is not null)
        {
            return Forbid();
        }

        var (done, refusal) = Kind switch
        {
            "report" => await ConfirmReportAsync(ct),
            "plan" => await ConfirmPlansAsync(ct),
            "history" => await ConfirmHistoryAsync(ct),
            _ => await ConfirmLedgerAsync(ct),
        };
        if (refusal is not null)
        {
            Refusal = refusal;
            await PreviewAsync(ct);
            return Page();
        }

        TempData["Notice"] = done;
        return Redirect(FormattableString.Invariant($"/{(Kind == "plan" ? "plans" : "tasks")}?year={Year}"));
    }

    private async Task PreviewAsync(CancellationToken ct)
    {
        if (Kind == "report")
        {
            var paragraphs = await ParagraphsAsync(ct);
            var report = paragraphs.Refusal is { } unread ? unread : await importReport.ExecuteAsync(Year, paragraphs.Value, write: false, ct);
            (Report, Refusal) = (report.Refusal is null ? report.Value : null, Refusal ?? report.Refusal);
            return;
        }

        var documents = await DocumentsAsync(ct);
        if (documents.Refusal is { } refusal)
        {
            Refusal ??= refusal;
            return;
        }

        Documents = documents.Value;
        if (Kind == "plan")
        {
            PlannedMonths = Documents.Sum(document => document.Tasks.Sum(task => MonthlyPlans.MonthsOf(task, Year).Count()));
        }

        // Months are shown one by one: the same task stands in every one of them.
        var sets = Kind == "history" ? Documents.Select(document => (IReadOnlyList<TaskDocument>)[document]) : [Documents];
        var plans = new List<ImportPlan>();
        foreach (var set in sets)
        {
            var plan = await importLedger.ExecuteAsync(Year, set, write: false, ct);
            if (plan.Refusal is { } unplanned)
            {
                Refusal ??= unplanned;
                return;
            }

            plans.Add(plan.Value);
        }

        Plan = new ImportPlan([.. plans.SelectMany(plan => plan.Rows)], [.. plans.SelectMany(plan => plan.NewUnits).Distinct()], [.. plans.SelectMany(plan => plan.NewPosts).Distinct()]);
    }

    private async Task<(string Done, Refusal? Refusal)> ConfirmLedgerAsync(CancellationToken ct)
    {
        var documents = await DocumentsAsync(ct);
        var outcome = documents.Refusal is { } unread ? unread : await importLedger.ExecuteAsync(Year, documents.Value, write: true, ct);
        return outcome.Refusal is { } refusal
            ? ("", refusal)
            : ($"已导入{outcome.Value.Count(ImportKind.New)}项；{outcome.Value.Count(ImportKind.Matched)}项台账里已有，{outcome.Value.Count(ImportKind.Changed)}项有改动的请逐项调整，{outcome.Value.Count(ImportKind.Conflict)}项冲突没有写入。", null);
    }

    private async Task<(string Done, Refusal? Refusal)> ConfirmPlansAsync(CancellationToken ct)
    {
        var documents = await DocumentsAsync(ct);
        if (documents.Refusal is { } unread)
        {
            return ("", unread);
        }

        using var work = underWay.Begin(this);
        var (tasks, months) = (0, 0);
        foreach (var (index, document) in documents.Value.Index())
        {
            work.Tell($"正在写入第{index + 1}份，共{documents.Value.Count}份", index, documents.Value.Count);
            var outcome = await importPlans.ExecuteAsync(Year, document, string.IsNullOrWhiteSpace(ApprovedBy) ? null : ApprovedBy.Trim(), ct);
            if (outcome.Refusal is { } refusal)
            {
                return ("", refusal);
            }

            (tasks, months) = (tasks + outcome.Value.Tasks, months + outcome.Value.Months);
        }

        return ($"已导入{tasks}项工作、{months}个月的计划{(string.IsNullOrWhiteSpace(ApprovedBy) ? "，待审定" : "，已审定")}。", null);
    }

    private async Task<(string Done, Refusal? Refusal)> ConfirmHistoryAsync(CancellationToken ct)
    {
        var documents = await DocumentsAsync(ct);
        if (documents.Refusal is { } unread)
        {
            return ("", unread);
        }

        using var work = underWay.Begin(this);
        var (months, reports) = (0, 0);
        foreach (var document in documents.Value.OrderBy(document => document.Period?.ToString(), StringComparer.Ordinal))
        {
            work.Tell($"正在写入第{months + 1}份，共{documents.Value.Count}份", months, documents.Value.Count);
            if (document.Period is { } month && (await openPeriod.ExecuteAsync(month, ct)).Refusal is { } unopened)
            {
                return ("", unopened);
            }

            var outcome = await importHistory.ExecuteAsync(document, ct);
            if (outcome.Refusal is { } refusal)
            {
                return ("", months == 0 ? refusal : refusal with { Message = $"前{months}个月已导入；{refusal.Message}" });
            }

            db.ChangeTracker.Clear();
            (months, reports) = (months + 1, reports + outcome.Value.Reports);
        }

        return ($"已导入{months}个月、{reports}条往期报送。", null);
    }

    private async Task<(string Done, Refusal? Refusal)> ConfirmReportAsync(CancellationToken ct)
    {
        var paragraphs = await ParagraphsAsync(ct);
        var outcome = paragraphs.Refusal is { } unread ? unread : await importReport.ExecuteAsync(Year, paragraphs.Value, write: true, ct);
        return outcome.Refusal is { } refusal ? ("", refusal) : ($"已导入报告{outcome.Value.Sentences}句，{outcome.Value.Linked}项任务对上了原文。", null);
    }

    private async Task<Outcome<IReadOnlyList<TaskDocument>>> DocumentsAsync(CancellationToken ct)
    {
        using var work = underWay.Begin(this);
        var documents = new List<TaskDocument>();
        var files = Files().ToList();
        foreach (var file in files)
        {
            work.Tell($"正在读第{documents.Count + 1}个文件，共{files.Count}个", documents.Count, files.Count);
            var bytes = await staged.ReadAsync(db.Access.AccountId!.Value, file, ct);
            var document = bytes.Refusal is { } gone ? gone : DocumentReader.Read(bytes.Value, file.Name, ReadLimits.Upload);
            if (document.Refusal is { } refusal)
            {
                return refusal with { Message = $"{file.Name}：{refusal.Message}" };
            }

            documents.Add(document.Value);
        }

        return documents;
    }

    private async Task<Outcome<IReadOnlyList<string>>> ParagraphsAsync(CancellationToken ct)
    {
        var file = Files().FirstOrDefault();
        if (file is null)
        {
            return new Refusal("files-missing", "请先选择文件。");
        }

        var bytes = await staged.ReadAsync(db.Access.AccountId!.Value, file, ct);
        return bytes.Refusal is { } gone ? gone : ParagraphReader.Read(bytes.Value, ReadLimits.Upload);
    }

    private IEnumerable<StagedFile> Files() =>
        Staged.Take(MostFiles).Select(one => one.Split(':', 2)).Where(one => one.Length == 2).Select(one => new StagedFile(one[0], one[1]));
}
