using System.Security.Cryptography;
using System.Text;

namespace Luoshi.App.Safety;

/// <summary>
/// The SHA-256 of an archive within the archive: its comment, which is its last 64 bytes. Any byte that changes afterwards shows, also in those parts
/// of a zip that unpacking never looks at.
/// </summary>
internal static class BackupSeal
{
    public const int Length = 64;

    public static string Blank { get; } = new('0', Length);

    /// <summary>Puts the sum of everything before it in the place of <see cref="Blank"/>.</summary>
    public static async Task SetAsync(FileStream archive, CancellationToken ct)
    {
        var sum = await SumAsync(archive, ct);
        archive.Position = archive.Length - Length;
        await archive.WriteAsync(Encoding.ASCII.GetBytes(sum), ct);
    }

    /// <summary>Whether nothing changed since it was set.</summary>
    public static async Task<bool> HoldsAsync(FileStream archive, CancellationToken ct)
    {
        if (archive.Length < Length)
        {
            return false;
        }

        var sum = await SumAsync(archive, ct);
        var written = new byte[Length];
        await archive.ReadExactlyAsync(written, ct);
        return sum == Encoding.ASCII.GetString(written);
    }

    /// <summary>Copies and sums up what passes; the number of bytes.</summary>
    public static async Task<long> CopyAsync(Stream input, Stream? output, IncrementalHash hash, CancellationToken ct, long most = long.MaxValue)
    {
        var buffer = new byte[1 << 16];
        long copied = 0;
        while (copied < most && await input.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, most - copied)), ct) is var read and > 0)
        {
            hash.AppendData(buffer, 0, read);
            copied += read;
            if (output is not null)
            {
                await output.WriteAsync(buffer.AsMemory(0, read), ct);
            }
        }

        return copied;
    }

    private static async Task<string> SumAsync(FileStream archive, CancellationToken ct)
    {
        archive.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await CopyAsync(archive, null, hash, ct, archive.Length - Length);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
