using System.Security.Cryptography;
using System.Text.Json;
using Luoshi.App.Data;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reading;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Writing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Meetings;

/// <summary>A material as it is printed: from its own snapshot, never from the ledger. A leader has the own section only.</summary>
public sealed record PrintedMaterial(Material Material, IReadOnlyList<MaterialSection> Sections)
{
    private byte[]? _template;

    public MeetingMaterial Printed { get; } = Of(Material, Sections);

    private MaterialLook Look => JsonSerializer.Deserialize<MaterialLook>(Material.Look, Json.Options)!;

    /// <returns>Null where there is none that the person may see.</returns>
    public static async Task<PrintedMaterial?> LoadAsync(LuoshiDb db, Guid materialId, CancellationToken ct)
    {
        var material = await db.Materials.SingleOrDefaultAsync(material => material.Id == materialId, ct);
        return material is null ? null : await LoadAsync(db, material, ct);
    }

    /// <summary>The issued material of the newest earlier month; null where there is none.</summary>
    public static async Task<PrintedMaterial?> PreviousAsync(LuoshiDb db, Material material, CancellationToken ct)
    {
        var previous = await db.Materials.AsNoTracking()
            .Where(other => other.Month < material.Month && other.State == MaterialState.Issued)
            .OrderByDescending(other => other.Month).ThenByDescending(other => other.Edition)
            .FirstOrDefaultAsync(ct);
        return previous is null ? null : await LoadAsync(db, previous, ct);
    }

    /// <summary>The same snapshot gives the same bytes.</summary>
    public byte[] Docx() => Docx(Printed, Look, _template);

    public byte[] Xlsx() => MeetingMaterialXlsx.Write(Printed);

    public byte[] Html() => MeetingMaterialHtml.Write(Printed);

    /// <summary>As a document that the checks and the comparison read.</summary>
    public TaskDocument AsDocument() => LedgerRows.Document(Material.Government, Material.Month, Printed.Rows);

    /// <summary>On the office's template, which was examined when it was kept, or on the shipped one.</summary>
    internal static byte[] Docx(MeetingMaterial printed, MaterialLook look, byte[]? template) =>
        template is null ? MeetingMaterialDocx.Write(printed, look) : MeetingMaterialDocx.Write(printed, MaterialTemplate.Open(template, ReadLimits.Upload).Value);

    internal static string HashOf(byte[] document) => Convert.ToHexStringLower(SHA256.HashData(document));

    internal static string LookOf(MaterialLook look) => JsonSerializer.Serialize(look, Json.Options);

    private static async Task<PrintedMaterial> LoadAsync(LuoshiDb db, Material material, CancellationToken ct) =>
        new(material, await db.MaterialSections.AsNoTracking().Where(section => section.MaterialId == material.Id).OrderBy(section => section.Position).ToListAsync(ct))
        {
            _template = material.TemplateId is not { } id ? null : await db.OfficeTemplates.Where(template => template.Id == id).Select(template => template.Content).SingleAsync(ct),
        };

    private static MeetingMaterial Of(Material material, IReadOnlyList<MaterialSection> sections) => new()
    {
        Government = material.Government,
        Period = material.Month,
        Date = material.Date,
        Heading = material.Heading,
        Sections = [.. sections.Select(section => new LeaderSection(section.Leader, [.. section.Lines.Select(line => line.Row)]))],
    };
}
