using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Luoshi.Core.Accounts;

/// <summary>动态口令 — six digits of the half minute (RFC 6238 with SHA-1, which every authenticator speaks).</summary>
public static class OneTimeCode
{
    /// <summary>How many bytes of secret RFC 4226 recommends.</summary>
    public const int SecretLength = 20;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;

    /// <summary>The code that is shown at an instant.</summary>
    public static string At(ReadOnlySpan<byte> secret, DateTime utc) => OfStep(secret, StepOf(utc));

    /// <summary>
    /// The step that <paramref name="code"/> belongs to: the present one, or its neighbours, since telephones are slow or fast. Null when it is of
    /// none of them, or of one not after <paramref name="lastStep"/>: a code is good once.
    /// </summary>
    public static long? Match(ReadOnlySpan<byte> secret, string code, DateTime utc, long lastStep)
    {
        var now = StepOf(utc);
        for (var step = now - 1; step <= now + 1; step++)
        {
            if (step > lastStep && CryptographicOperations.FixedTimeEquals(Bytes(OfStep(secret, step)), Bytes(code)))
            {
                return step;
            }
        }

        return null;
    }

    /// <summary>The secret as authenticators take it when it is typed.</summary>
    public static string ToBase32(ReadOnlySpan<byte> secret)
    {
        var text = new char[(secret.Length * 8 + 4) / 5];
        for (var i = 0; i < text.Length; i++)
        {
            var bit = i * 5;
            var pair = (secret[bit / 8] << 8) | (bit / 8 + 1 < secret.Length ? secret[bit / 8 + 1] : 0);
            text[i] = Base32[(pair >> (11 - bit % 8)) & 31];
        }

        return new string(text);
    }

    private static long StepOf(DateTime utc) => (utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond / StepSeconds;

    private static byte[] Bytes(string code) => System.Text.Encoding.UTF8.GetBytes(code);

    private static string OfStep(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 as authenticators implement it; what breaks SHA-1 does not break its HMAC.
        HMACSHA1.HashData(secret, counter, mac);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }
}
