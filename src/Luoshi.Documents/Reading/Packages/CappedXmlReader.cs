using System.Xml;

namespace Luoshi.Documents.Reading.Packages;

/// <summary>
/// One forward walk over an XML part: no DTD, no resolver, depth, elements, names and the size of one tag counted before anything is built.
/// Names that <see cref="Atom"/> returns may be compared by reference with <see cref="LocalName"/>.
/// </summary>
internal sealed class CappedXmlReader : IDisposable
{
    private readonly CountingStream _stream;
    private readonly ReadBudget _budget;

    public CappedXmlReader(CountingStream stream, ReadBudget budget)
    {
        _stream = stream;
        _budget = budget;
        Xml = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = false,
            CloseInput = true,
            NameTable = new CappedNameTable(),
        });
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
        _stream.StartNode();
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

    /// <summary>Moves on inside the element that began at <paramref name="depth"/>; false once it has ended.</summary>
    /// <exception cref="RefusedDocumentException">As <see cref="Read"/>.</exception>
    public bool ReadInside(int depth) => Read() && !(Xml.NodeType == XmlNodeType.EndElement && Xml.Depth == depth);

    /// <summary>Leaves out the current element with all it holds; the caps go on counting.</summary>
    /// <exception cref="RefusedDocumentException">As <see cref="Read"/>.</exception>
    public void Skip()
    {
        if (Xml.IsEmptyElement)
        {
            return;
        }

        var depth = Xml.Depth;
        while (ReadInside(depth))
        {
        }
    }

    /// <summary>
    /// The next piece of the current text, 0 at its end. A text is never built as a whole before somebody has looked at its length.
    /// </summary>
    /// <exception cref="RefusedDocumentException">As <see cref="Read"/>.</exception>
    public int ReadText(char[] buffer, int start, int count)
    {
        _stream.StartNode();
        try
        {
            return Xml.ReadValueChunk(buffer, start, count);
        }
        catch (Exception error) when (error is XmlException or InvalidDataException)
        {
            throw OfficePackage.Damaged();
        }
    }

    public void Dispose() => Xml.Dispose();
}
