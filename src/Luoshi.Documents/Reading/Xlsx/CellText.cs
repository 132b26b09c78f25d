using System.Globalization;
using System.Text;
using System.Xml;
using Luoshi.Documents.Reading.Packages;

namespace Luoshi.Documents.Reading.Xlsx;

/// <summary>Gathers the text of an element under the cap for cells. One for each sheet or string table; its buffers are used again.</summary>
internal sealed class CellText(ReadBudget budget)
{
    private readonly StringBuilder _text = new();
    private readonly char[] _chunk = new char[1024];

    /// <summary>The characters directly inside the current element, as written. Stands on the element's end afterwards.</summary>
    public string ReadPlain(CappedXmlReader xml)
    {
        _text.Clear();
        AppendElement(xml, asWritten: true);
        return _text.ToString();
    }

    /// <summary>
    /// The text of a string item (<c>si</c> or <c>is</c>): its runs joined, the reading aids over them (<c>rPh</c>) left out, cleaned.
    /// Stands on the element's end afterwards.
    /// </summary>
    public string ReadRich(CappedXmlReader xml)
    {
        _text.Clear();
        var depth = xml.Xml.Depth;
        var aidDepth = int.MaxValue;
        if (xml.Xml.IsEmptyElement)
        {
            return string.Empty;
        }

        while (xml.ReadInside(depth))
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.Xml.Depth <= aidDepth)
            {
                aidDepth = xml.LocalName == "rPh" ? xml.Xml.Depth : int.MaxValue;
            }

            if (xml.LocalName == "t" && aidDepth == int.MaxValue)
            {
                AppendElement(xml, asWritten: xml.Xml.XmlSpace == XmlSpace.Preserve);
            }
        }

        return Clean(_text.ToString());
    }

    /// <summary>
    /// Text as a person sees it: <c>_x000D_</c> escapes resolved, every line break <c>\n</c>, no control characters, trimmed.
    /// </summary>
    public static string Clean(string raw)
    {
        var first = raw.AsSpan().IndexOfAnyInRange('\0', '\u001f');
        if (first < 0 && !raw.Contains("_x", StringComparison.Ordinal) && !raw.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
        {
            return raw.Trim();
        }

        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            var character = raw[i];
            if (character == '_' && Escaped(raw, i) is { } escaped)
            {
                character = escaped;
                i += "_x000D_".Length - 1;
            }

            Append(text, character);
        }

        text.Replace("\r\n", "\n").Replace('\r', '\n');
        return WithoutHalfPairs(text.ToString()).Trim();
    }

    private static char? Escaped(string raw, int at) =>
        at + 6 < raw.Length && raw[at + 1] == 'x' && raw[at + 6] == '_'
        && ushort.TryParse(raw.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : null;

    private static void Append(StringBuilder text, char character)
    {
        if (!char.IsControl(character) || character is '\n' or '\r' or '\t')
        {
            text.Append(character);
        }
    }

    /// <summary>Half a surrogate pair is no character, and no XML can be written with it.</summary>
    private static string WithoutHalfPairs(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
        {
            return text;
        }

        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune.ToString());
        }

        return whole.ToString();
    }

    private void AppendElement(CappedXmlReader xml, bool asWritten)
    {
        if (xml.Xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Xml.Depth;
        var start = _text.Length;
        while (xml.ReadInside(depth))
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace
                || (asWritten && xml.NodeType == XmlNodeType.Whitespace))
            {
                AppendValue(xml);
            }
        }

        if (!asWritten)
        {
            TrimFrom(start);
        }
    }

    private void AppendValue(CappedXmlReader xml)
    {
        int read;
        while ((read = xml.ReadText(_chunk, 0, _chunk.Length)) > 0)
        {
            _text.Append(_chunk, 0, read);
            budget.CheckCellLength(_text.Length);
        }
    }

    /// <summary>Without xml:space="preserve" the blanks around a run are the writer's indentation.</summary>
    private void TrimFrom(int start)
    {
        var run = _text.ToString(start, _text.Length - start);
        var trimmed = run.Trim(' ', '\t', '\r', '\n');
        if (trimmed.Length < run.Length)
        {
            _text.Length = start;
            _text.Append(trimmed);
        }
    }
}
