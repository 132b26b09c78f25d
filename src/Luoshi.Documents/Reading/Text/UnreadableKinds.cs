namespace Luoshi.Documents.Reading.Text;

/// <summary>Files that hold no text we read, told apart by their first bytes, each with what a person can do about it.</summary>
internal static class UnreadableKinds
{
    private const string Picture = "这是图片，暂不支持文字识别（OCR）。请提供原来的 Word、Excel 或带文字层的 PDF 文件。";
    private const string Archive = "这是压缩包。请解压后逐个读取里面的文件。";
    private const string Program = "这是程序文件，不是文档，没有读取。请确认来源，不要运行它。";
    private const string Media = "这是音视频文件，不是文档。请提供 Word、Excel、PDF 或文本文件。";
    private const string RichText = "这是 RTF 文件。请用 Word 或 WPS 打开，另存为 .docx 后再试。";
    private const string WebArchive = "这是网页归档或邮件文件（.mht、.eml）。请用 Word 或 WPS 打开，另存为 .docx 后再试。";
    private const string WordXml = "这是旧版 Word 或 Excel 的 XML 文件。请用 Word 或 WPS 打开，另存为 .docx 或 .xlsx 后再试。";
    private const string Unknown = "认不出这个文件的格式，没有读取。请用 Word 或 WPS 打开，另存为 .docx、.xlsx 或 .pdf 后再试。";

    /// <exception cref="RefusedDocumentException">The first bytes name a kind that plain text cannot begin with.</exception>
    public static void Refuse(ReadOnlySpan<byte> file)
    {
        var message = file switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] => Picture,
            [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] or [0x1F, 0x8B, ..] or [0xFD, (byte)'7', (byte)'z', (byte)'X', ..] => Archive,
            [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => Program,
            _ when file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8) => Picture,
            _ when file.StartsWith("Rar!\x1A\x07"u8) => Archive,
            _ when file.StartsWith(@"{\rtf"u8) => RichText,
            _ when file.StartsWith("MIME-Version:"u8) => WebArchive,
            _ when file.StartsWith("<?xml"u8) && file[..Math.Min(file.Length, 1024)].IndexOf("<?mso-application"u8) >= 0 => WordXml,
            _ => null,
        };

        if (message is not null)
        {
            throw new RefusedDocumentException("unknown-format", message);
        }
    }

    /// <summary>The refusal of a file whose bytes are no text. Signatures that a text could begin with are only believed here.</summary>
    public static RefusedDocumentException Binary(ReadOnlySpan<byte> file)
    {
        var message = file switch
        {
            [(byte)'M', (byte)'Z', ..] => Program,
            [(byte)'B', (byte)'M', ..] or [(byte)'I', (byte)'I', 0x2A, 0, ..] or [(byte)'M', (byte)'M', 0, 0x2A, ..] => Picture,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', ..] => Picture,
            [(byte)'B', (byte)'Z', (byte)'h', ..] => Archive,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] or [(byte)'I', (byte)'D', (byte)'3', ..] => Media,
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => Media,
            _ => Unknown,
        };
        return new RefusedDocumentException("unknown-format", message);
    }
}
