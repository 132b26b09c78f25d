using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Load;

/// <summary>
/// Sessions of the made accounts, written as signing in writes them: hashing a password for each of four thousand reporters is not what is measured.
/// The server looks every one of them up on every request all the same.
/// </summary>
internal static class Sessions
{
    /// <summary>Opens a session for each account and gives the secret of its cookie by the account's name.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OpenAsync(LuoshiDb db, IReadOnlyCollection<string> names, CancellationToken ct)
    {
        db.ActAs(Access.System);
        var wanted = names.ToHashSet(StringComparer.Ordinal);
        var accounts = (await db.Accounts.AsNoTracking().Join(db.Positions, account => account.Id, position => position.AccountId, (account, position) => new { account, position }).ToListAsync(ct))
            .Where(row => wanted.Contains(row.account.UserName!)).ToList();
        var now = DateTime.UtcNow;
        var secrets = new Dictionary<string, string>();
        foreach (var (account, position) in accounts.Select(row => (row.account, row.position)))
        {
            var secret = SHA256.HashData(Encoding.UTF8.GetBytes($"{account.UserName} {now:O}"));
            secrets[account.UserName!] = Base64Url.EncodeToString(secret);
            db.Add(new Session
            {
                GovernmentId = account.GovernmentId,
                SecretHash = SHA256.HashData(secret),
                AccountId = account.Id,
                PositionId = position.Id,
                SecurityStamp = account.SecurityStamp!,
                SecondFactorShown = true,
                StartedAt = now,
                SeenAt = now,
                IdleMinutes = 120,
                LongestHours = 24,
                Agent = "load",
            });
        }

        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return secrets;
    }
}
