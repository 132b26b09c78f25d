using Luoshi.Documents.Reading.Docx.Numbering;
using Luoshi.Documents.Reading.Packages;

namespace Luoshi.Documents.Reading.Docx;

/// <summary>
/// Reads a docx as Word and WPS write it: what a person would see with all tracked changes accepted, and nothing that is fetched from elsewhere.
/// </summary>
internal static class WordReader
{
    /// <exception cref="RefusedDocumentException">The document is damaged or passes a cap.</exception>
    public static BlockDocument Read(OfficePackage package, ReadBudget budget)
    {
        var main = package.MainPart ?? throw OfficePackage.Damaged();
        using var xml = new WordXml(package.OpenXml(main));
        return new DocumentWalk(xml, budget, new AutomaticNumbers(package, main)).ToBlocks();
    }
}
