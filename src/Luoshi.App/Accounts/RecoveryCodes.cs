using System.Security.Cryptography;
using System.Text;
using Luoshi.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>Making, keeping and taking the codes that stand in for a lost telephone.</summary>
internal static class RecoveryCodes
{
    private const string Readable = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Half = 5;

    /// <summary>Ten characters, some 49 bits, as <c>abcde-23456</c>.</summary>
    public static string Create() => RandomNumberGenerator.GetString(Readable, Half) + "-" + RandomNumberGenerator.GetString(Readable, Half);

    /// <summary>The old ones, used or not, are worth nothing from here on.</summary>
    public static async Task ReplaceAsync(LuoshiDb db, Account account, IEnumerable<string> codes, CancellationToken ct)
    {
        (await db.RecoveryCodes.Where(code => code.AccountId == account.Id).ToListAsync(ct)).ForEach(code => db.Remove(code));
        foreach (var code in codes)
        {
            db.Add(new RecoveryCode { GovernmentId = account.GovernmentId, AccountId = account.Id, CodeHash = HashOf(code) });
        }
    }

    /// <summary>Uses one up.</summary>
    /// <returns>Whether it was good.</returns>
    public static async Task<bool> TakeAsync(LuoshiDb db, Guid accountId, string code, DateTime now, CancellationToken ct)
    {
        var hash = HashOf(code);
        if (await db.RecoveryCodes.SingleOrDefaultAsync(row => row.AccountId == accountId && row.CodeHash == hash && row.UsedAt == null, ct) is not { } found)
        {
            return false;
        }

        found.UsedAt = now;
        return true;
    }

    private static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()));
}
