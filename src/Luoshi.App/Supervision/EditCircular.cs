using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Supervision;

/// <summary>修改通报 while it is a draft.</summary>
public sealed class EditCircular(LuoshiDb db)
{
    /// <returns>It; <c>forbidden</c>, <c>circular-not-found</c>, <c>changed-meanwhile</c>, or what <see cref="Circular.Edit"/> refuses.</returns>
    public async Task<Outcome<Circular>> ExecuteAsync(Guid id, int version, string? title, string? body, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.WriteCircular) is { } forbidden)
        {
            return forbidden;
        }

        if (await db.Circulars.SingleOrDefaultAsync(circular => circular.Id == id, ct) is not { } circular)
        {
            return new Refusal("circular-not-found", "没有找到这份通报。");
        }

        if (circular.Version != version)
        {
            return Concurrency.Changed;
        }

        if (circular.Edit(title, body) is { } refusal)
        {
            return refusal;
        }

        db.Record("circular-edited", nameof(Circular), id);
        return await db.TrySaveAsync(ct) is { } changed ? changed : circular;
    }
}
