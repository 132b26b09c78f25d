using System.Text;
using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>What a row of a file would do to the sheet.</summary>
public enum ReturnRowKind
{
    /// <summary>新填.</summary>
    Filled,

    /// <summary>有改动.</summary>
    Changed,

    /// <summary>一致.</summary>
    Same,

    /// <summary>有误: never taken.</summary>
    Wrong,
}

/// <summary>The words for a <see cref="ReturnRowKind"/>.</summary>
public static class ReturnRowKinds
{
    public static string Name(this ReturnRowKind kind) => kind switch
    {
        ReturnRowKind.Filled => "新填",
        ReturnRowKind.Changed => "有改动",
        ReturnRowKind.Same => "一致",
        ReturnRowKind.Wrong => "有误",
    };
}

/// <summary>One row of a file that came back, beside what the sheet holds.</summary>
/// <param name="Item">The item it answers; null where none was found.</param>
/// <param name="Content">The task as the file or the sheet calls it.</param>
/// <param name="Text">What the file says.</param>
/// <param name="Kind">What would become of it.</param>
/// <param name="Note">What is wrong, or what to look at.</param>
public sealed record ReturnRow(SheetItem? Item, string Content, ReportText Text, ReturnRowKind Kind, string? Note);

/// <summary>What a file would change; nothing is written by it.</summary>
/// <param name="Source">The file's name.</param>
/// <param name="IsForm">Whether it is a form of the system, into which errors can be written.</param>
/// <param name="Rows">In the order of the file; unfilled rows are left out.</param>
/// <param name="Notes">What belongs to no row.</param>
public sealed record ReturnPreview(string Source, bool IsForm, IReadOnlyList<ReturnRow> Rows, IReadOnlyList<string> Notes)
{
    /// <summary>The errors by the key of the form's row.</summary>
    public IReadOnlyDictionary<string, string> Errors =>
        Rows.Where(row => row is { Kind: ReturnRowKind.Wrong, Item: not null, Note: not null }).ToDictionary(row => row.Item!.Item.Id.ToString("N"), row => row.Note!);
}

/// <summary>读回填文件 — a filled form, a Word or Excel return or a pasted block is held against the newest month's sheet and shown before anything is written.</summary>
public sealed class ReadReturn(LuoshiDb db, ReadSheet read)
{
    // Rows that somebody copies without their header, in the order of the form.
    private static readonly string[] s_headers = ["工作内容", "完成情况", "是否完成月度计划", "未完成情况说明"];

    /// <returns>The preview; <c>forbidden</c>, <c>nothing-to-fill</c>, <c>nothing-read</c>, or what <see cref="DocumentReader"/> and <see cref="UnitFormXlsx"/> refuse.</returns>
    public async Task<Outcome<ReturnPreview>> ExecuteAsync(ReadOnlyMemory<byte> file, string source, CancellationToken ct)
    {
        var sheet = await read.ExecuteAsync(null, ct);
        if (sheet.Refusal is { } refusal)
        {
            return refusal;
        }

        if (sheet.Value.Month is not { } month || sheet.Value.Items.Count == 0)
        {
            return new Refusal("nothing-to-fill", "本月没有要报送的事项，不用导入。");
        }

        var form = UnitFormXlsx.Read(file, ReadLimits.Upload);
        if (form.Refusal is not { } notForm)
        {
            return OfForm(form.Value, source, month, sheet.Value.Items);
        }

        if (notForm.Code != "not-a-unit-form")
        {
            return notForm;
        }

        var document = DocumentReader.Read(file, source, ReadLimits.Upload);
        return document.Refusal is { } unread ? unread : await OfDocumentAsync(document.Value, source, sheet.Value.Items, ct);
    }

    /// <summary>The same for a block that was pasted: as HTML where the clipboard had it, else as text with tabs, also without a header.</summary>
    public async Task<Outcome<ReturnPreview>> ExecuteAsync(string? html, string text, CancellationToken ct)
    {
        const string Source = "粘贴的内容";
        var outcome = await ExecuteAsync(Encoding.UTF8.GetBytes(string.IsNullOrWhiteSpace(html) ? text : html), Source, ct);
        var columns = text.Split('\n')[0].Split('\t').Length;
        if (outcome.Refusal?.Code != "nothing-read" || columns < 2 || columns > s_headers.Length)
        {
            return outcome;
        }

        return await ExecuteAsync(Encoding.UTF8.GetBytes($"{string.Join('\t', s_headers.Take(columns))}\n{text}"), Source, ct);
    }

    private static Outcome<ReturnPreview> OfForm(FilledUnitForm form, string source, ReportingPeriod month, IReadOnlyList<SheetItem> items)
    {
        if (form.Period != month)
        {
            return new Refusal("form-of-other-month", $"这是{form.Period.InWords()}的填报表，现在报送的是{month.InWords()}。请重新下载本月的填报表。");
        }

        var byKey = items.ToDictionary(item => item.Item.Id.ToString("N"));
        var rows = form.Rows.Where(row => !row.IsEmpty || row.Problems.Any(problem => problem.Severity == ProblemSeverity.Error)).Select(row =>
        {
            var text = ReportText.Of(row.Progress, row.PlanMet, row.Shortfall);
            var item = byKey.GetValueOrDefault(row.ItemKey);
            var errors = row.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).ToList();
            var told = string.Join("", (errors.Count > 0 ? errors : row.Problems).Select(problem => problem.Message));
            return errors.Count > 0
                ? new ReturnRow(item, item?.Task.Content ?? $"第{row.SheetRow}行", text, ReturnRowKind.Wrong, told)
                : Row(item, $"第{row.SheetRow}行", text, item is not null && item.Version != row.Version ? $"下载填报表以后，这一项在系统里改过。{told}" : told);
        }).ToList();
        return new ReturnPreview(source, IsForm: true, rows, [.. form.Problems.Select(problem => problem.Message)]);
    }

    private async Task<Outcome<ReturnPreview>> OfDocumentAsync(TaskDocument document, string source, IReadOnlyList<SheetItem> items, CancellationToken ct)
    {
        if (document.Tasks.All(task => task.Progress is null))
        {
            return new Refusal("nothing-read", "没有读出完成情况。表头要有“工作内容”和“完成情况”两栏；从 Excel 或 Word 复制时请连表头一起选中。");
        }

        var before = new LedgerBefore(
            await db.Units.AsNoTracking().OrderBy(unit => unit.Rank).ToListAsync(ct),
            await db.LeaderPosts.AsNoTracking().OrderBy(post => post.Rank).ToListAsync(ct),
            [.. items.Select(item => item.Task).DistinctBy(task => task.Id)],
            DateOnly.MaxValue);
        var rows = LedgerImport.Plan(before, [document]).Rows.Where(row => row.Row.Progress is not null).Select(row =>
        {
            var text = ReportText.Of(row.Row.Progress, row.Row.PlanMet, row.Row.Shortfall);
            return row.Kind == ImportKind.Conflict && row.TaskId is null && row.Problem!.StartsWith("台账", StringComparison.Ordinal)
                ? new ReturnRow(null, row.Row.Content, text, ReturnRowKind.Wrong, row.Problem)
                : Row(items.LastOrDefault(item => item.Task.Id == row.TaskId), row.Row.Content, text, row.Kind == ImportKind.Conflict ? row.Problem : null);
        }).ToList();
        return new ReturnPreview(source, IsForm: false, rows, [.. document.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.Message)]);
    }

    private static ReturnRow Row(SheetItem? item, string content, ReportText text, string? note)
    {
        note = string.IsNullOrEmpty(note) ? null : note;
        if (item is null)
        {
            return new ReturnRow(null, content, text, ReturnRowKind.Wrong, "对不上本单位本月要报的任务。请核对工作内容，或只保留本单位的行。");
        }

        var wrong = !item.IsOpen ? $"这一项{item.Status.Name()}，不能修改。要改的，请先撤回。"
            : text.TooLong()?.Message
            ?? ReturnRules.Submittable(text.Progress, text.PlanMet, text.Shortfall)?.Message;
        return wrong is not null ? new ReturnRow(item, item.Task.Content, text, ReturnRowKind.Wrong, wrong)
            : text == item.Text ? new ReturnRow(item, item.Task.Content, text, ReturnRowKind.Same, note)
            : new ReturnRow(item, item.Task.Content, text, item.Text == ReportText.Empty ? ReturnRowKind.Filled : ReturnRowKind.Changed, note);
    }
}
