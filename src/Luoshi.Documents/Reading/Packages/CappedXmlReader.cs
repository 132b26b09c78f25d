using System.Xml;

namespace Luoshi.Documents.Reading.Packages;

/// <summary>
/// One forward walk over an XML part: no DTD, no resolver, depth and elements counted before anything is built.
/// Names that <see cref="Atom"/> returns may be compared by reference with <see cref="LocalName"/>.
/// </summary>
internal sealed class CappedXmlReader : IDisposable
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = false,
        CloseInput = true,
        CheckCharacters = false,
    };

    private readonly ReadBudget _budget;

    public CappedXmlReader(Stream stream, ReadBudget budget)
    {
        _budget = budget;
        Xml = XmlReader.Create(stream, Settings);
    }

    /// <summary>The reader underneath, for values and attributes. Move it only by <see cref="Read"/>.</summary>
    public XmlReader Xml { get; }

    public XmlNodeType NodeType => Xml.NodeType;

    public string LocalName => Xml.LocalName;

    public string Atom(string name) => Xml.NameTable.Add(name);

    /// <summary>Moves on; false at the end.</summary>
    /// <exception cref="RefusedDocumentException">A cap is passed or the part is not well-formed XML.</exception>
    public bool Read()
    {
        try
        {
            if (!Xml.Read())
            {
                return false;
            }
        }
        catch (Exception error) when (error is XmlException or InvalidDataException)
        {
            throw OfficePackage.Damaged();
        }

        if (Xml.NodeType == XmlNodeType.Element)
        {
            _budget.CountElement(Xml.Depth);
        }

        return true;
    }

    public void Dispose() => Xml.Dispose();
}
