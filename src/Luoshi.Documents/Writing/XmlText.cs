using System.Text;
using System.Xml;

namespace Luoshi.Documents.Writing;

internal static class XmlText
{
    /// <summary>The text without what XML cannot hold: control characters and halves of surrogate pairs.</summary>
    public static string Clean(string text)
    {
        var bad = text.AsSpan().IndexOfAnyInRange('\0', '\u001F') >= 0 || text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0
            || text.AsSpan().IndexOfAny('\uFFFE', '\uFFFF') >= 0;
        if (!bad)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                clean.Append(text, i++, 2);
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                clean.Append(text[i]);
            }
        }

        return clean.ToString();
    }
}
