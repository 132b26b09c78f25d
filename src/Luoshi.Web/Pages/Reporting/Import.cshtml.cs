using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Reporting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Luoshi.Web.Pages.Reporting;

/// <summary>回填 — a filled form, a Word or Excel return or a pasted block: first what it would change, then the right rows become drafts.</summary>
[RequestSizeLimit(22_000_000)]
public sealed class ImportModel(LuoshiDb db, ReadReturn read, SaveDraft save) : PageModel
{
    // The form comes back with the page, so that no node keeps what nobody has confirmed.
    private const int LargestReturned = 1_500_000;

    public ReturnPreview? Preview { get; private set; }

    /// <summary>The file as it came, where errors can be written into it.</summary>
    public string? Original { get; private set; }

    public Refusal? Refusal { get; private set; }

    [BindProperty]
    public string? Block { get; set; }

    /// <summary>What would be imported, by due item.</summary>
    [BindProperty]
    public Dictionary<string, SheetEntry> Entries { get; set; } = [];

    public IActionResult OnGet() => db.Access.Refuse(Operation.FillReport) is null ? Page() : Forbid();

    /// <summary>Shows what an uploaded file would change.</summary>
    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null or { Length: 0 })
        {
            return Shown(new Refusal("file-missing", "请先选择要上传的文件。"));
        }

        if (file.Length > ReadLimits.Upload.FileBytes)
        {
            return Shown(DocumentReader.TooLarge(ReadLimits.Upload));
        }

        var bytes = await BytesAsync(file, ct);
        var outcome = await read.ExecuteAsync(bytes, Path.GetFileName(file.FileName), ct);
        if (outcome.Refusal is null && outcome.Value is { IsForm: true, Errors.Count: > 0 } && bytes.Length <= LargestReturned)
        {
            Original = Convert.ToBase64String(bytes);
        }

        return Shown(outcome);
    }

    /// <summary>Shows what a pasted block would change.</summary>
    public async Task<IActionResult> OnPostPasteAsync(string? html, CancellationToken ct) => string.IsNullOrWhiteSpace(Block)
        ? Shown(new Refusal("block-missing", "请先把 Excel 或 Word 里复制的内容粘贴到框里。"))
        : Shown(await read.ExecuteAsync(html, Block, ct));

    /// <summary>导入正确的n行: each becomes the draft of its item, as if it had been typed.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(List<string> picked, CancellationToken ct)
    {
        var (done, refused) = (0, new List<string>());
        foreach (var key in picked.Distinct())
        {
            if (!Guid.TryParseExact(key, "N", out var id) || !Entries.TryGetValue(key, out var entry))
            {
                return BadRequest();
            }

            if ((await save.ExecuteAsync(id, entry.Version, entry.Text, ct)).Refusal is { } refusal)
            {
                if (refusal.Code == "forbidden")
                {
                    return Forbid();
                }

                refused.Add(refusal.Message);
            }
            else
            {
                done++;
            }

            db.ChangeTracker.Clear();
        }

        TempData["Notice"] = refused.Count == 0 ? $"已导入{done}项为草稿，请核对后提交。" : $"已导入{done}项，{refused.Count}项没有导入：{refused[0]}";
        return Redirect("/reporting");
    }

    /// <summary>The same file with the errors beside their rows.</summary>
    public async Task<IActionResult> OnPostErrorsAsync(string original, string name, CancellationToken ct)
    {
        var bytes = new byte[original.Length];
        if (!Convert.TryFromBase64String(original, bytes, out var length))
        {
            return BadRequest();
        }

        var file = bytes.AsMemory(0, length);
        var outcome = await read.ExecuteAsync(file, name, ct);
        if (outcome.Refusal is { } refusal)
        {
            return Shown(refusal);
        }

        var marked = UnitFormXlsx.WriteErrors(file, outcome.Value.Errors, ReadLimits.Upload);
        return marked.Refusal is { } unwritten
            ? Shown(unwritten)
            : File(marked.Value, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{Path.GetFileNameWithoutExtension(name)}（错误原因）.xlsx");
    }

    /// <summary>The shape of the tag of a row.</summary>
    public static string ShapeOf(ReturnRowKind kind) => kind switch
    {
        ReturnRowKind.Filled => "done",
        ReturnRowKind.Changed => "review",
        ReturnRowKind.Same => "none",
        ReturnRowKind.Wrong => "no",
    };

    private IActionResult Shown(Outcome<ReturnPreview> outcome)
    {
        if (outcome.Refusal?.Code == "forbidden")
        {
            return Forbid();
        }

        Refusal = outcome.Refusal;
        Preview = outcome.Refusal is null ? outcome.Value : null;
        return Page();
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken ct)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
