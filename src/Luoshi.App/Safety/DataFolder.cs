namespace Luoshi.App.Safety;

/// <summary>数据目录 — what lies beside the database: attachments under the hash of their bytes, and the keys that secrets are encrypted with.</summary>
public sealed class DataFolder(string path)
{
    public string FullPath { get; } = Path.GetFullPath(path);

    public string Keys => Path.Combine(FullPath, "keys");

    /// <summary>Where the attachment of that hash lies, there or not. Never built from what a user wrote.</summary>
    public string AttachmentPath(string contentHash) => Path.Combine(FullPath, RelativeAttachmentPath(contentHash));

    /// <summary>The same under the folder, with forward slashes.</summary>
    public static string RelativeAttachmentPath(string contentHash) =>
        contentHash.Length == 64 && contentHash.All(char.IsAsciiHexDigit)
            ? $"attachments/{contentHash[..2]}/{contentHash}"
            : throw new ArgumentException("Not a SHA-256.", nameof(contentHash));
}
