using Luoshi.Core;
using Luoshi.Documents.Reading.Packages;

namespace Luoshi.Documents.Reading;

/// <summary>佐证材料 — which files a unit may hand in, by their content: documents and pictures that run nothing. The name is never asked.</summary>
public static class EvidenceFiles
{
    private static ReadOnlySpan<byte> Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    /// <returns>
    /// The extension that fits the content: <c>.pdf</c>, <c>.png</c>, <c>.jpg</c>, <c>.docx</c>, <c>.xlsx</c>, <c>.ofd</c>; or <c>file-not-accepted</c>, <c>macro-file</c>,
    /// and what <see cref="DocumentReader"/> refuses of a damaged, encrypted, old or oversized file.
    /// </returns>
    public static Outcome<string> Detect(ReadOnlyMemory<byte> file, ReadLimits limits) => CappedReading.Run<string>(file, limits, budget =>
    {
        if (file.Span.StartsWith(Png))
        {
            return ".png";
        }

        if (file.Span.StartsWith(Jpeg))
        {
            return ".jpg";
        }

        return FileKinds.Detect(file.Span) switch
        {
            // A PDF that begins with something else may be read as that by another program.
            FileKind.Pdf when file.Span.StartsWith("%PDF-"u8) => ".pdf",
            FileKind.Zip => OfPackage(file, budget),
            FileKind.Pdf or FileKind.Text => NotAccepted,
        };
    });

    private static Refusal NotAccepted { get; } =
        new("file-not-accepted", "只收 PDF、OFD、Word（.docx）、Excel（.xlsx）和图片（.png、.jpg）。请转换后再上传，多个文件逐个上传。");

    private static Outcome<string> OfPackage(ReadOnlyMemory<byte> file, ReadBudget budget)
    {
        using var package = OfficePackage.Open(file, budget);
        if (package.Has("OFD.xml"))
        {
            return ".ofd";
        }

        // Asking for the content type refuses documents that say they hold macros.
        var type = package.MainContentType ?? "";
        return type.Contains("wordprocessingml.document", StringComparison.OrdinalIgnoreCase) ? ".docx"
            : type.Contains("spreadsheetml.sheet", StringComparison.OrdinalIgnoreCase) ? ".xlsx"
            : NotAccepted;
    }
}
