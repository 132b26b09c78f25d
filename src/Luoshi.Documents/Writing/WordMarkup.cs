using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Luoshi.Documents.Writing;

/// <summary>
/// Writes WordprocessingML forward only, so that a material of any length costs no more memory than its zip.
/// Element and attribute names are given without their prefix: everything here is in the <c>w</c> namespace.
/// </summary>
internal sealed class WordMarkup : IDisposable
{
    public const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly XmlWriter _xml;

    public WordMarkup(Stream part, string root)
    {
        _xml = Begin(part);
        _xml.WriteStartElement("w", root, Namespace);
        _xml.WriteAttributeString("xmlns", "r", null, Relationships);
    }

    /// <summary>Writes a part whose root, with all it declares, is the same as another part's.</summary>
    public WordMarkup(Stream part, XElement root)
    {
        _xml = Begin(part);
        Open(root);
    }

    public WordMarkup Open(XElement like)
    {
        _xml.WriteStartElement(like.GetPrefixOfNamespace(like.Name.Namespace), like.Name.LocalName, like.Name.NamespaceName);
        foreach (var attribute in like.Attributes())
        {
            if (attribute.IsNamespaceDeclaration)
            {
                _xml.WriteAttributeString(attribute.Name.LocalName == "xmlns" ? null : "xmlns", attribute.Name.LocalName, null, attribute.Value);
            }
            else
            {
                _xml.WriteAttributeString(like.GetPrefixOfNamespace(attribute.Name.Namespace), attribute.Name.LocalName, attribute.Name.NamespaceName, attribute.Value);
            }
        }

        return this;
    }

    public void Copy(XElement element) => element.WriteTo(_xml);

    public WordMarkup Open(string element)
    {
        _xml.WriteStartElement("w", element, Namespace);
        return this;
    }

    public WordMarkup With(string attribute, string value)
    {
        _xml.WriteAttributeString("w", attribute, Namespace, value);
        return this;
    }

    public WordMarkup With(string attribute, int value) => With(attribute, value.ToString(CultureInfo.InvariantCulture));

    public WordMarkup Close()
    {
        _xml.WriteEndElement();
        return this;
    }

    /// <summary>An element without content and at most a <c>w:val</c>.</summary>
    public WordMarkup Flag(string element, string? value = null)
    {
        Open(element);
        if (value is not null)
        {
            With("val", value);
        }

        return Close();
    }

    public WordMarkup Flag(string element, int value) => Flag(element, value.ToString(CultureInfo.InvariantCulture));

    public WordMarkup RelationId(string id)
    {
        _xml.WriteAttributeString("r", "id", Relationships, id);
        return this;
    }

    /// <summary>One run of text in the paragraph's own format, or in a character style.</summary>
    public WordMarkup Run(string text, string? characterStyle = null)
    {
        Open("r").Open("rPr");
        if (characterStyle is not null)
        {
            Flag("rStyle", characterStyle);
        }

        // Without the hint Word sets “ ” — and · in the Latin font.
        Open("rFonts").With("hint", "eastAsia").Close().Close();
        Open("t");
        _xml.WriteAttributeString("xml", "space", null, "preserve");
        _xml.WriteString(XmlText.Clean(text));
        return Close().Close();
    }

    public WordMarkup Break() => Open("r").Flag("br").Close();

    public WordMarkup Tab() => Open("r").Flag("tab").Close();

    /// <summary>A field with the result it has until an application works it out again.</summary>
    public WordMarkup Field(string instruction, string result)
    {
        BeginField(instruction);
        Run(result);
        return EndField();
    }

    public WordMarkup BeginField(string instruction)
    {
        Open("r").Open("fldChar").With("fldCharType", "begin").Close().Close();
        Open("r").Open("instrText");
        _xml.WriteAttributeString("xml", "space", null, "preserve");
        _xml.WriteString($" {instruction} ");
        Close().Close();
        return Open("r").Open("fldChar").With("fldCharType", "separate").Close().Close();
    }

    public WordMarkup EndField() => Open("r").Open("fldChar").With("fldCharType", "end").Close().Close();

    /// <summary>
    /// The paragraph Word wants after a table, of a single point so that it does not open an empty page; with the section break that
    /// ends there, if one does.
    /// </summary>
    public WordMarkup AfterTable(XElement? sectionBreak = null)
    {
        Open("p").Open("pPr").Open("spacing").With("line", 20).With("lineRule", "exact").Close().Open("rPr").Flag("sz", 2).Close();
        if (sectionBreak is not null)
        {
            Copy(sectionBreak);
        }

        return Close().Close();
    }

    public void Dispose()
    {
        _xml.WriteEndDocument();
        _xml.Dispose();
    }

    private static XmlWriter Begin(Stream part)
    {
        var xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = true });
        xml.WriteStartDocument(standalone: true);
        return xml;
    }
}
