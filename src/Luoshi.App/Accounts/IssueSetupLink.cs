using System.Buffers.Text;
using System.Security.Cryptography;
using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>Makes the link that sets an empty deployment up. Asked at every start: a link of an earlier start is worth nothing then.</summary>
public sealed class IssueSetupLink(LuoshiDb db, TimeProvider clock)
{
    private static readonly TimeSpan s_goodFor = TimeSpan.FromHours(24);

    /// <returns>The token; null where there is a government already.</returns>
    public async Task<string?> ExecuteAsync(CancellationToken ct)
    {
        db.ActAs(Access.System);
        if (await db.Governments.AnyAsync(ct))
        {
            return null;
        }

        (await db.SetupLinks.ToListAsync(ct)).ForEach(old => db.Remove(old));
        var token = RandomNumberGenerator.GetBytes(32);
        db.Add(new SetupLink { TokenHash = SHA256.HashData(token), ExpiresAt = clock.GetUtcNow().UtcDateTime + s_goodFor });
        db.Record("setup-link-issued", nameof(SetupLink), null);
        await db.SaveChangesAsync(ct);
        return Base64Url.EncodeToString(token);
    }
}
