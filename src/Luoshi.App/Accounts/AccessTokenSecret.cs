using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Luoshi.App.Accounts;

/// <summary>The secret of an access token: <c>luoshi_</c> and 32 random bytes. The beginning lets scanners of source code find one that leaked.</summary>
public static class AccessTokenSecret
{
    public const string Prefix = "luoshi_";

    private const int Length = 32;
    private const int Written = 43;

    public static string Create() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Length));

    /// <summary>The hash under which a token is kept; null for what is no secret of ours.</summary>
    public static byte[]? HashOf(string secret)
    {
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal) || secret.Length != Prefix.Length + Written)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[Length];
        return Base64Url.DecodeFromChars(secret.AsSpan(Prefix.Length), bytes, out _, out var written) == OperationStatus.Done && written == Length ? SHA256.HashData(bytes) : null;
    }
}
