using System.Text;
using System.Xml;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Reading.Packages;

namespace Luoshi.Documents.Reporting;

/// <summary>Copies an XML part node by node under the caps, so that somebody can put something in on the way.</summary>
internal sealed class XmlCopy : IDisposable
{
    private readonly char[] _chunk = new char[1024];
    private readonly StringBuilder _text = new();
    private readonly CappedXmlReader _source;
    private readonly ReadBudget _budget;

    public XmlCopy(CappedXmlReader source, Stream destination, ReadBudget budget)
    {
        (_source, _budget) = (source, budget);

        // A carriage return that stands in a cell must not become a line feed.
        Writer = XmlWriter.Create(destination, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize, CloseOutput = true });
    }

    public XmlWriter Writer { get; }

    public XmlReader Source => _source.Xml;

    public bool Read() => _source.Read();

    /// <summary>Leaves out the current element.</summary>
    public void Skip() => _source.Skip();

    public bool IsElement(int depth, string name) => Source.NodeType == XmlNodeType.Element && Source.Depth == depth && Source.LocalName == name;

    public bool IsEnd(int depth, string name) => Source.NodeType == XmlNodeType.EndElement && Source.Depth == depth && Source.LocalName == name;

    /// <summary>Begins the current element in the copy; the attributes that <paramref name="changed"/> names get its value, or go where that is null.</summary>
    public void Start(params ReadOnlySpan<(string Attribute, string? Value)> changed)
    {
        Writer.WriteStartElement(Source.Prefix, Source.LocalName, Source.NamespaceURI);
        while (Source.MoveToNextAttribute())
        {
            var isChanged = false;
            foreach (var (attribute, _) in changed)
            {
                isChanged |= Source.NamespaceURI.Length == 0 && Source.LocalName == attribute;
            }

            if (!isChanged)
            {
                Writer.WriteAttributeString(Source.Prefix, Source.LocalName, Source.NamespaceURI, Source.Value);
            }
        }

        Source.MoveToElement();
        foreach (var (attribute, value) in changed)
        {
            if (value is not null)
            {
                Writer.WriteAttributeString(attribute, value);
            }
        }
    }

    /// <summary>Copies the current node as it is.</summary>
    public void Copy()
    {
        switch (Source.NodeType)
        {
            case XmlNodeType.XmlDeclaration:
                Writer.WriteStartDocument(standalone: true);
                break;
            case XmlNodeType.Element:
                var isEmpty = Source.IsEmptyElement;
                Start();
                if (isEmpty)
                {
                    Writer.WriteEndElement();
                }

                break;
            case XmlNodeType.EndElement:
                Writer.WriteFullEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when Source.Depth > 0:
                Writer.WriteString(Text());
                break;
        }
    }

    public void Dispose()
    {
        _source.Dispose();
        Writer.Dispose();
    }

    private string Text()
    {
        _text.Clear();
        for (int read; (read = _source.ReadText(_chunk, 0, _chunk.Length)) > 0;)
        {
            _text.Append(_chunk, 0, read);
            _budget.CheckCellLength(_text.Length);
        }

        return _text.ToString();
    }
}
