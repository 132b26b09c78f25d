using Luoshi.App.Data;
using Luoshi.App.Meetings;
using Luoshi.Core.Meetings;
using Luoshi.Documents.Writing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Meetings;

/// <summary>A file that a material can be had as.</summary>
/// <param name="Name">As its address ends.</param>
/// <param name="Text">What the menu calls it.</param>
/// <param name="Title">What the file is called after the material's own name; empty for the material itself.</param>
/// <param name="OfficeOnly">Whether it is for the office alone.</param>
public sealed record MaterialFile(string Name, string Text, string Title, bool OfficeOnly);

/// <summary>What a material can be downloaded as, by whom.</summary>
public static class MaterialFiles
{
    private static readonly MaterialFile[] s_all =
    [
        new("material.docx", "材料（Word）", "", OfficeOnly: false),
        new("material.xlsx", "材料（Excel）", "", OfficeOnly: false),
        new("material.html", "材料（网页，可打印成PDF）", "", OfficeOnly: false),
        new("leader-pages.docx", "分管领导一页纸", "—分管领导一页纸", OfficeOnly: false),
        new("difference.docx", "与上月对比", "—与上月对比", OfficeOnly: true),
        new("doubts.docx", "材料附疑点清单（内部）", "—附疑点清单（内部）", OfficeOnly: true),
        new("reminders.docx", "催报单", "—催报单", OfficeOnly: true),
        new("circular.docx", "通报（送审稿）", "—通报（送审稿）", OfficeOnly: true),
    ];

    public static IEnumerable<MaterialFile> For(bool isOffice) => s_all.Where(file => isOffice || !file.OfficeOnly);

    /// <summary>Those that have something in them: where all have reported nobody is reminded.</summary>
    public static IEnumerable<MaterialFile> For(bool isOffice, MeetingMaterial material) =>
        For(isOffice).Where(file => file.Name != "reminders.docx" || material.Rows.Any(row => row.Return == ReturnState.Missing));

    /// <summary>The bytes; null where there is nothing of the kind.</summary>
    public static async Task<byte[]?> WriteAsync(LuoshiDb db, PrintedMaterial printed, string name, CancellationToken ct) => name switch
    {
        "material.docx" => await IssuedAsync(db, printed, ct) ?? printed.Docx(),
        "material.xlsx" => printed.Xlsx(),
        "material.html" => printed.Html(),
        "leader-pages.docx" => LeaderPagesDocx.Write(await ExaminedMaterial.ExamineAsync(db, printed, ct), FontSet.Gb2312),
        "difference.docx" => DifferenceDocx.Write(MaterialDifference.Between(await ExaminedMaterial.BeforeAsync(db, printed, ct), printed.Printed), new MaterialLook()),
        "doubts.docx" => MeetingMaterialDocx.Write(printed.Printed, new MaterialLook(), DoubtSheet.Of(await ExaminedMaterial.ExamineAsync(db, printed, ct))),
        "reminders.docx" => UnitReminder.Of(printed.Printed) is { Count: > 0 } reminders ? RemindersDocx.Write(printed.Printed, reminders, null, FontSet.Gb2312) : null,
        "circular.docx" => CircularDocx.Write(await ExaminedMaterial.ExamineAsync(db, printed, ct), FontSet.Gb2312),
        _ => null,
    };

    /// <param name="ending">With its dot.</param>
    public static string ContentType(string ending) => ending switch
    {
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "text/html; charset=utf-8",
    };

    /// <summary>The document as it was issued: kept, so that a newer program cannot write it otherwise. Null for a leader, whose document is the own section.</summary>
    private static Task<byte[]?> IssuedAsync(LuoshiDb db, PrintedMaterial printed, CancellationToken ct) =>
        db.MaterialPapers.AsNoTracking().Where(paper => paper.MaterialId == printed.Material.Id).Select(paper => paper.Document).SingleOrDefaultAsync(ct);
}
