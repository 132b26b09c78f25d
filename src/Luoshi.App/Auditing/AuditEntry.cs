using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Luoshi.App.Auditing;

/// <summary>
/// 审计记录 — who did what, when, from where, with what before and after. Written in the transaction of the change itself, never changed,
/// each carrying the hash of the one before.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>0 for what belongs to the deployment as a whole. Each government has a chain of its own.</summary>
    public required int GovernmentId { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>In UTC, to the millisecond.</summary>
    public required DateTime At { get; init; }

    public Guid? AccountId { get; init; }

    public required string AccountName { get; init; }

    public string? Role { get; init; }

    public string? Address { get; init; }

    public string? RequestId { get; init; }

    /// <summary>What happened, in the past tense: <c>report-submitted</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The kind of thing it happened to: <c>ProgressReport</c>.</summary>
    public required string Subject { get; init; }

    public Guid? SubjectId { get; init; }

    public string? Reason { get; init; }

    /// <summary>Every changed row with its values before and after, as JSON.</summary>
    public string? Changes { get; init; }

    /// <summary>SHA-256; all zero for the first.</summary>
    public required byte[] PreviousHash { get; init; }

    /// <summary>SHA-256 over <see cref="PreviousHash"/> and every field above.</summary>
    public byte[] Hash { get; set; } = [];

    /// <summary>The hash that the fields ask for. Fields are length-prefixed, so that none can run over into the next.</summary>
    public byte[] ComputeHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(PreviousHash);
        foreach (var field in (string?[])
        [
            GovernmentId.ToString(CultureInfo.InvariantCulture),
            Sequence.ToString(CultureInfo.InvariantCulture),
            At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            AccountId?.ToString("N"),
            AccountName,
            Role,
            Address,
            RequestId,
            Action,
            Subject,
            SubjectId?.ToString("N"),
            Reason,
            Changes,
        ])
        {
            Append(hash, field);
        }

        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, string? field)
    {
        Span<byte> length = stackalloc byte[4];
        var bytes = field is null ? [] : Encoding.UTF8.GetBytes(field);
        BinaryPrimitives.WriteInt32BigEndian(length, field is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}

/// <summary>The end of a government's chain: what the next entry follows on.</summary>
public sealed class AuditChain
{
    public required int GovernmentId { get; init; }

    /// <summary>Of the last entry; 0 before the first.</summary>
    public long Sequence { get; set; }

    public byte[] Hash { get; set; } = new byte[32];
}
