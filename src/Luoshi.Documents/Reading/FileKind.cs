namespace Luoshi.Documents.Reading;

/// <summary>What a file's first bytes say it is. The name is never asked.</summary>
internal enum FileKind
{
    /// <summary>docx, xlsx or any other zip.</summary>
    Zip,
    Pdf,

    /// <summary>txt, md, csv, tsv or HTML.</summary>
    Text,
}

internal static class FileKinds
{
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <exception cref="RefusedDocumentException">A kind that is not read; the message says what to do.</exception>
    public static FileKind Detect(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
        {
            throw new RefusedDocumentException("empty-file", "文件是空的。请确认发来的文件是否完整。");
        }

        if (file.StartsWith("PK\x03\x04"u8) || file.StartsWith("PK\x05\x06"u8))
        {
            return FileKind.Zip;
        }

        // Readers of PDF look for the header in the first kilobyte: some gateways write a line before it.
        if (file[..Math.Min(file.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
        {
            return FileKind.Pdf;
        }

        if (file.StartsWith(CompoundFile))
        {
            // An encrypted docx is a compound file too, with a stream of this name in UTF-16.
            throw file.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0
                ? new RefusedDocumentException("encrypted-file", "文件已加密。请打开后去掉密码，另存一份再试。")
                : new RefusedDocumentException("old-office-format", "这是旧版格式（.doc、.xls、.wps 或 .et）。请用 Word 或 WPS 打开，另存为 .docx 或 .xlsx 后再试。");
        }

        return FileKind.Text;
    }
}
