using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Luoshi.App.Accounts;

/// <summary>Keeps the secrets of one-time codes encrypted: whoever reads the database or a backup cannot make codes.</summary>
public sealed class SecondFactorSecrets(IDataProtectionProvider protection)
{
    private const string Purpose = "Luoshi.SecondFactor";

    public string Protect(Guid accountId, byte[] secret) => Convert.ToBase64String(OfAccount(accountId).Protect(secret));

    /// <summary>Throws when the keys that it was encrypted with are gone.</summary>
    public byte[] Unprotect(Guid accountId, string kept) => OfAccount(accountId).Unprotect(Convert.FromBase64String(kept));

    /// <summary>A secret that was offered and not yet taken, for the form of that session.</summary>
    public string ProtectOffer(Guid sessionId, byte[] secret, DateTimeOffset until)
    {
        var offer = new byte[8 + secret.Length];
        BinaryPrimitives.WriteInt64BigEndian(offer, until.UtcTicks);
        secret.CopyTo(offer.AsSpan(8));
        return Convert.ToBase64String(OfSession(sessionId).Protect(offer));
    }

    /// <returns>Null when it is not ours, not this session's, or too old.</returns>
    public byte[]? ReadOffer(Guid sessionId, string ticket, DateTimeOffset now)
    {
        try
        {
            var offer = OfSession(sessionId).Unprotect(Convert.FromBase64String(ticket));
            return BinaryPrimitives.ReadInt64BigEndian(offer) >= now.UtcTicks ? offer[8..] : null;
        }
        catch (Exception error) when (error is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector OfAccount(Guid accountId) => protection.CreateProtector(Purpose, accountId.ToString("N"));

    private IDataProtector OfSession(Guid sessionId) => protection.CreateProtector(Purpose, "offer", sessionId.ToString("N"));
}
