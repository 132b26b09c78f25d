using System.Globalization;
using System.Xml;
using Luoshi.Documents.Reading.Packages;

namespace Luoshi.Documents.Reading.Docx;

/// <summary>
/// The walk over a part of a Word document: knows the namespaces, transitional and strict, that its elements may stand in.
/// </summary>
internal sealed class WordXml : IDisposable
{
    private const int Nothing = -1;

    private readonly CappedXmlReader _reader;
    private readonly string _transitional;
    private readonly string _strict;
    private readonly string _math;
    private readonly string _strictMath;
    private readonly string _compatibility;

    public WordXml(CappedXmlReader reader)
    {
        _reader = reader;
        _transitional = reader.Atom("http://schemas.openxmlformats.org/wordprocessingml/2006/main");
        _strict = reader.Atom("http://purl.oclc.org/ooxml/wordprocessingml/main");
        _math = reader.Atom("http://schemas.openxmlformats.org/officeDocument/2006/math");
        _strictMath = reader.Atom("http://purl.oclc.org/ooxml/officeDocument/math");
        _compatibility = reader.Atom("http://schemas.openxmlformats.org/markup-compatibility/2006");
    }

    public XmlNodeType NodeType => _reader.NodeType;

    public int Depth => _reader.Xml.Depth;

    public bool IsEmpty => _reader.Xml.IsEmptyElement;

    /// <summary>
    /// The element's local name when it is Word's own, else empty. The runs and texts of a formula have Word's names and are read like Word's.
    /// </summary>
    public string Name
    {
        get
        {
            // The reader's name table holds one string per name, so the reference says it all.
            var space = _reader.Xml.NamespaceURI;
            return ReferenceEquals(space, _transitional) || ReferenceEquals(space, _strict)
                || ReferenceEquals(space, _math) || ReferenceEquals(space, _strictMath)
                ? _reader.LocalName
                : "";
        }
    }

    /// <summary>The element's local name when it chooses between variants of the same content (<c>mc:AlternateContent</c>), else empty.</summary>
    public string CompatibilityName => ReferenceEquals(_reader.Xml.NamespaceURI, _compatibility) ? _reader.LocalName : "";

    /// <summary>The value of an on-off element such as <c>w:vanish</c>: present means on unless it says otherwise.</summary>
    public bool IsOn => Attribute("val") is not ("0" or "false" or "off");

    public bool Read() => _reader.Read();

    /// <summary>What to give to <see cref="NextElement"/> to walk what the element holds that the walk stands on.</summary>
    public int Content => IsEmpty ? Nothing : Depth;

    /// <summary>Moves to the next element inside, however deep; false at the end of the content.</summary>
    public bool NextElement(int content)
    {
        while (content != Nothing && _reader.ReadInside(content))
        {
            if (NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }

    public void Skip() => _reader.Skip();

    public int ReadText(char[] buffer, int start, int count) => _reader.ReadText(buffer, start, count);

    public string? Attribute(string name) => _reader.Xml.GetAttribute(name, _reader.Xml.NamespaceURI);

    /// <summary>A whole number of at most nine digits; null when the attribute is missing or no such number.</summary>
    public int? Integer(string name) =>
        Attribute(name) is { Length: < 10 } text && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    public void Dispose() => _reader.Dispose();
}
