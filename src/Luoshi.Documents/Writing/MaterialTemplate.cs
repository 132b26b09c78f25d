using System.IO.Compression;
using System.Xml.Linq;
using Luoshi.Core;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Reading.Packages;

namespace Luoshi.Documents.Writing;

/// <summary>
/// A Word document whose placeholders the material takes: its pages, styles, headers and pictures stay as the office made them.
/// </summary>
public sealed class MaterialTemplate
{
    private const string DocumentPart = "word/document.xml";
    private const string StylesPart = "word/styles.xml";

    private static readonly XNamespace s_w = WordMarkup.Namespace;

    private MaterialTemplate(List<(string Name, byte[] Bytes)> parts)
    {
        Parts = parts;
        var document = Load(DocumentPart);
        if (document.Name != s_w + "document" || document.Element(s_w + "body") is not { } body)
        {
            throw NotWord();
        }

        foreach (var (name, _) in parts.Where(part => IsText(part.Name)))
        {
            TemplateText.Check(Load(name), name == DocumentPart ? "" : name.Contains("header", StringComparison.Ordinal) ? "页眉" : "页脚");
        }

        var sections = body.Elements(s_w + "p").Count(paragraph => TemplateText.Is(paragraph, TemplateText.Sections));
        if (sections != 1)
        {
            throw new RefusedDocumentException("template-placeholder-missing", sections == 0
                ? "模板里没有 {{各领导表}}，不知道表格放在哪里。请在正文里单独起一段写上它。"
                : $"模板里有 {sections} 处 {{{{各领导表}}}}，只能有一处。请删去多余的。");
        }
    }

    /// <summary>Takes a template, from anywhere: it is read under the caps of <paramref name="limits"/>.</summary>
    /// <returns>
    /// The template, or a refusal that names the placeholder and its place: <c>template-not-word</c>, <c>template-placeholder-unknown</c>,
    /// <c>template-placeholder-misplaced</c>, <c>template-placeholder-missing</c>, or that of a reader for a damaged or hostile file.
    /// </returns>
    public static Outcome<MaterialTemplate> Open(ReadOnlyMemory<byte> file, ReadLimits limits)
    {
        using var clock = new CancellationTokenSource(limits.Time);
        var budget = new ReadBudget(limits, file.Length, clock.Token);
        try
        {
            if (!file.Span.StartsWith("PK\x03\x04"u8))
            {
                throw NotWord();
            }

            using var package = OfficePackage.Open(file, budget);
            if (!package.Has(DocumentPart) || !package.Has(StylesPart))
            {
                throw NotWord();
            }

            // Depth and element caps hold before any tree is built.
            foreach (var part in package.Parts.Where(part => IsText(part) || part == StylesPart))
            {
                using var reader = package.OpenXml(part);
                while (reader.Read())
                {
                }
            }

            return new MaterialTemplate(Unpack(file, budget));
        }
        catch (RefusedDocumentException refused)
        {
            return refused.Refusal;
        }
        catch (OperationCanceledException)
        {
            return new Refusal("took-too-long", "模板太大，没有读完。请另存一份简洁的模板再试。");
        }
    }

    /// <summary>Every part in the template's order.</summary>
    internal IReadOnlyList<(string Name, byte[] Bytes)> Parts { get; }

    internal static bool IsText(string part) => part == DocumentPart
        || (part.StartsWith("word/", StringComparison.Ordinal) && part.EndsWith(".xml", StringComparison.Ordinal) && part.LastIndexOf('/') == 4
            && (part.AsSpan(5).StartsWith("header") || part.AsSpan(5).StartsWith("footer")));

    internal static bool IsDocument(string part) => part == DocumentPart;

    internal static bool IsStyles(string part) => part == StylesPart;

    internal XElement Styles() => Load(StylesPart);

    internal XElement Load(string name)
    {
        using var stream = new MemoryStream(Parts.First(part => part.Name == name).Bytes);
        return XElement.Load(stream, LoadOptions.PreserveWhitespace);
    }

    private static List<(string Name, byte[] Bytes)> Unpack(ReadOnlyMemory<byte> file, ReadBudget budget)
    {
        using var zip = new ZipArchive(new ReadOnlyMemoryStream(file), ZipArchiveMode.Read);
        var parts = new List<(string, byte[])>();
        var buffer = new byte[64 * 1024];
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            using var inflating = entry.Open();
            using var bytes = new MemoryStream();
            for (int read; (read = inflating.Read(buffer)) > 0;)
            {
                budget.CountInflated(read);
                bytes.Write(buffer, 0, read);
            }

            parts.Add((entry.FullName, bytes.ToArray()));
        }

        return parts;
    }

    private static RefusedDocumentException NotWord() => new("template-not-word", "模板不是 Word 文档（.docx）。请用 Word 或 WPS 把模板另存为 .docx 再试。");
}
