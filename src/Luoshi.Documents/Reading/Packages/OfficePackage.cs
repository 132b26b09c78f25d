using System.IO.Compression;
using System.Xml;

namespace Luoshi.Documents.Reading.Packages;

/// <summary>
/// The zip of a docx or xlsx. Parts are streamed, bytes are counted while inflating, sizes written in the file are not believed,
/// and no relationship is ever followed out of the package.
/// </summary>
internal sealed class OfficePackage : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries;
    private readonly ReadBudget _budget;
    private string? _mainPart;

    private OfficePackage(ZipArchive zip, Dictionary<string, ZipArchiveEntry> entries, ReadBudget budget)
    {
        _zip = zip;
        _entries = entries;
        _budget = budget;
    }

    /// <summary>Every part by its name without a leading slash, compared without case as the packaging standard asks.</summary>
    public IReadOnlyCollection<string> Parts => _entries.Keys;

    /// <exception cref="RefusedDocumentException">Damaged, encrypted, with macros, or too many entries.</exception>
    public static OfficePackage Open(ReadOnlyMemory<byte> file, ReadBudget budget)
    {
        ZipArchive zip;
        try
        {
            zip = new ZipArchive(new ReadOnlyMemoryStream(file), ZipArchiveMode.Read);
            if (zip.Entries.Count > budget.Limits.ZipEntries)
            {
                zip.Dispose();
                throw new RefusedDocumentException("too-many-parts", $"文件内的部件超过 {budget.Limits.ZipEntries:N0} 个，不像办公文档。请用 Word 或 WPS 打开后另存一份再试。");
            }
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }

        var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in zip.Entries)
        {
            if (!entries.TryAdd(entry.FullName.TrimStart('/').Replace('\\', '/'), entry))
            {
                zip.Dispose();
                throw new RefusedDocumentException("duplicate-part", "文件内有两个同名部件，可能被改动过。请用 Word 或 WPS 打开后另存一份再试。");
            }
        }

        if (entries.Keys.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            zip.Dispose();
            throw Macros();
        }

        return new OfficePackage(zip, entries, budget);
    }

    /// <summary>The part that is the document itself, as the package names it (or where everybody puts it); null when there is none.</summary>
    /// <exception cref="RefusedDocumentException">The package's relationships are damaged or pass a cap.</exception>
    public string? MainPart => _mainPart ??= FindMainPart();

    /// <summary>What the package says its main part is; null when it says nothing. Says who should read the document, nothing more.</summary>
    /// <exception cref="RefusedDocumentException">The content types are damaged or pass a cap, or name a document with macros.</exception>
    public string? MainContentType => MainPart is { } part ? FindContentType(part) : null;

    public bool Has(string part) => _entries.ContainsKey(part);

    /// <summary>Opens an XML part for one forward walk under the caps.</summary>
    /// <exception cref="RefusedDocumentException">The part is missing, encrypted or damaged.</exception>
    public CappedXmlReader OpenXml(string part)
    {
        var stream = Open(part);
        try
        {
            return new CappedXmlReader(stream, _budget);
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
    }

    /// <summary>Copies a part as it is, under the caps.</summary>
    /// <exception cref="RefusedDocumentException">As <see cref="OpenXml"/>.</exception>
    public void CopyTo(string part, Stream destination)
    {
        using var source = Open(part);
        var buffer = new byte[81_920];
        try
        {
            for (int read; (read = source.Read(buffer, 0, buffer.Length)) > 0;)
            {
                // A picture is no XML, and nobody holds it in memory.
                source.StartNode();
                destination.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
    }

    public void Dispose() => _zip.Dispose();

    internal static RefusedDocumentException Damaged() =>
        new("damaged-file", "文件损坏、不完整或含有办公文档不该有的内容，读不出来。请用 Word 或 WPS 打开看是否正常，另存一份再试。");

    private CountingStream Open(string part)
    {
        if (!_entries.TryGetValue(part, out var entry))
        {
            throw new RefusedDocumentException("damaged-file", "文件不完整，缺少内部的部件。请用 Word 或 WPS 打开后另存一份再试。");
        }

        if (entry.IsEncrypted)
        {
            throw new RefusedDocumentException("encrypted-file", "文件已加密。请打开后去掉密码，另存一份再试。");
        }

        try
        {
            return new CountingStream(entry.Open(), _budget);
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
    }

    private string? FindMainPart()
    {
        if (PackageRelationships.Of(this, "").Find("officeDocument") is { } named && Has(named))
        {
            return named;
        }

        return Has("word/document.xml") ? "word/document.xml" : Has("xl/workbook.xml") ? "xl/workbook.xml" : null;
    }

    private string? FindContentType(string part)
    {
        if (!Has("[Content_Types].xml"))
        {
            return null;
        }

        string? found = null;
        using var reader = OpenXml("[Content_Types].xml");
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Xml.GetAttribute("ContentType") is not { } type)
            {
                continue;
            }

            if (reader.Xml.GetAttribute("PartName") is { } name && name.AsSpan().TrimStart('/').Equals(part, StringComparison.OrdinalIgnoreCase))
            {
                found = type;
                break;
            }

            if (reader.Xml.GetAttribute("Extension") is { Length: > 0 } extension && part.EndsWith("." + extension, StringComparison.OrdinalIgnoreCase))
            {
                found = type;
            }
        }

        // Every binary workbook is called macro-enabled, with macros or without.
        return found is not null
            && found.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
            && !found.Contains("binary", StringComparison.OrdinalIgnoreCase)
                ? throw Macros()
                : found;
    }

    private static RefusedDocumentException Macros() =>
        new("macro-file", "文件带有宏，为安全起见不读取。请另存为不带宏的 .docx 或 .xlsx 后再试。");
}
