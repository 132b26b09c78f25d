using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Writing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Meetings;

/// <summary>使用自己的模板 — the office's Word template for the materials that are compiled from now on, or the shipped one again.</summary>
public sealed class KeepTemplate(LuoshiDb db, TimeProvider clock)
{
    private const int LongestName = 120;

    /// <param name="name">The name the file came with.</param>
    /// <param name="content">The document; from anywhere, and read under the caps of an upload.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The template; <c>forbidden</c>, <c>file-too-large</c>, <c>changed-meanwhile</c>, or what <see cref="MaterialTemplate.Open"/> refuses.</returns>
    public async Task<Outcome<OfficeTemplate>> ExecuteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.CompileMaterial) is { } forbidden)
        {
            return forbidden;
        }

        if (content.Length > ReadLimits.Upload.FileBytes)
        {
            return DocumentReader.TooLarge(ReadLimits.Upload);
        }

        if (MaterialTemplate.Open(content, ReadLimits.Upload).Refusal is { } unusable)
        {
            return unusable;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        await EndAsync(now, ct);
        var bare = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var template = new OfficeTemplate
        {
            GovernmentId = db.Access.GovernmentId,
            Name = bare.Length is 0 or > LongestName ? "材料模板.docx" : bare,
            Content = content.ToArray(),
            AddedBy = db.Access.AccountId ?? Guid.Empty,
            AddedAt = now,
        };
        db.Add(template);
        db.Record("template-kept", nameof(OfficeTemplate), template.Id, template.Name);
        return await db.TrySaveAsync(ct) is { } changed ? changed : template;
    }

    /// <summary>恢复自带的模板.</summary>
    /// <returns>Null when done; <c>forbidden</c>, <c>changed-meanwhile</c>.</returns>
    public async Task<Refusal?> EndAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.CompileMaterial) is { } forbidden)
        {
            return forbidden;
        }

        if (await EndAsync(clock.GetUtcNow().UtcDateTime, ct) is { } ended)
        {
            db.Record("template-ended", nameof(OfficeTemplate), ended.Id, ended.Name);
        }

        return await db.TrySaveAsync(ct);
    }

    private async Task<OfficeTemplate?> EndAsync(DateTime now, CancellationToken ct)
    {
        var standing = await db.OfficeTemplates.Where(template => template.EndedAt == null).OrderBy(template => template.Id).ToListAsync(ct);
        standing.ForEach(template => template.EndedAt = now);
        return standing.LastOrDefault();
    }
}
