using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Luoshi.Documents.Reading.Pdf;

/// <summary>Makes <see cref="PageMarks"/> of pages. The library creates it, so it finds its budget through the options.</summary>
#pragma warning disable CA1812 // Created by PdfPig through reflection.
internal sealed class PageMarksFactory(
    IPdfTokenScanner scanner,
    IResourceStore resources,
    ILookupFilterProvider filters,
    IPageContentParser parser,
    ParsingOptions options)
    : BasePageFactory<PageMarks>(scanner, new CheckedResources(resources, scanner, filters), filters, new CappedContentParser(parser), options)
{
    protected override PageMarks ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations)
    {
        var budget = ((PdfFilters)ParsingOptions.FilterProvider!).Budget;
        var collector = new PageMarksCollector(
            pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider,
            cropBox, userSpaceUnit, rotation, initialMatrix, ParsingOptions, budget);
        return collector.Process(pageNumber, operations);
    }

    /// <summary>Content becomes some twenty times its size as a list of operations, so its length is looked at before.</summary>
    private sealed class CappedContentParser(IPageContentParser inner) : IPageContentParser
    {
        private const int LongestContent = 6_000_000;

        public IReadOnlyList<IGraphicsStateOperation> Parse(int pageNumber, IInputBytes inputBytes, ILog log) =>
            inputBytes.Length > LongestContent
                ? throw new RefusedDocumentException("too-many-elements", $"PDF 第 {pageNumber} 页内容过于庞大。请拆成几个文件，或提供 Word 文件。")
                : inner.Parse(pageNumber, inputBytes, log);
    }
}
