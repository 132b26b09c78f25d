using System.Globalization;
using System.Xml.Linq;

namespace Luoshi.Documents.Writing;

/// <summary>
/// The styles of a template by the names a clerk sees, with what the writer has to know of them. A style the template does not have is
/// added from the default template, so that a template names only what it wants otherwise.
/// </summary>
internal sealed class TemplateStyles
{
    private static readonly XNamespace s_w = WordMarkup.Namespace;

    private readonly Dictionary<string, XElement> _byDefaultId = [];

    private TemplateStyles(XElement root)
    {
        Root = root;
        var byName = root.Elements(s_w + "style").GroupBy(Name).ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        foreach (var standard in Standard().Elements(s_w + "style").Where(style => Id(style) != "Normal").ToList())
        {
            if (!byName.TryGetValue(Name(standard), out var style))
            {
                style = standard;
                Adopt(style, byName);
            }

            _byDefaultId[Id(standard)] = style;
        }
    }

    /// <summary>The styles part, complete.</summary>
    public XElement Root { get; }

    public int TableHalfPoints => Value(WordStyles.TableText, "rPr", "sz", "val") ?? 21;

    public int TablePitch => Value(WordStyles.TableText, "pPr", "spacing", "line") ?? TableHalfPoints * 14;

    /// <summary>What a line in this style takes down the page, spacing included.</summary>
    public int Height(string id) => (Value(id, "pPr", "spacing", "line") ?? (Value(id, "rPr", "sz", "val") ?? 32) * 13)
        + (Value(id, "pPr", "spacing", "before") ?? 0) + (Value(id, "pPr", "spacing", "after") ?? 0);

    /// <summary>Whether the style that these paragraph properties name begins a new page.</summary>
    public bool BreaksPage(XElement format) => format.Element(s_w + "pStyle")?.Attribute(s_w + "val")?.Value is { } id
        && Root.Elements(s_w + "style").FirstOrDefault(style => Id(style) == id)?.Element(s_w + "pPr")?.Element(s_w + "pageBreakBefore") is not null;

    /// <summary>The id in this template of the style that the default template knows by <paramref name="defaultId"/>.</summary>
    public string this[string defaultId] => Id(_byDefaultId[defaultId]);

    /// <summary>Takes the styles part of a template; the element is changed where styles are missing.</summary>
    public static TemplateStyles Of(XElement root) => new(root);

    private void Adopt(XElement style, Dictionary<string, XElement> byName)
    {
        style.Remove();
        var ids = Root.Elements(s_w + "style").Select(Id).ToHashSet();
        while (ids.Contains(Id(style)))
        {
            style.SetAttributeValue(s_w + "styleId", Id(style) + "1");
        }

        // Word writes the ids of its own styles in the user's language: in a Chinese Word, Normal is “a”.
        if (style.Element(s_w + "basedOn") is { } basedOn)
        {
            var parent = (string)basedOn.Attribute(s_w + "val")!;
            if ((_byDefaultId.GetValueOrDefault(parent) ?? byName.GetValueOrDefault(parent)) is { } known)
            {
                basedOn.SetAttributeValue(s_w + "val", Id(known));
            }
            else
            {
                basedOn.Remove();
            }
        }

        Root.Add(style);
    }

    private int? Value(string id, string properties, string element, string attribute) =>
        int.TryParse(_byDefaultId[id].Element(s_w + properties)?.Element(s_w + element)?.Attribute(s_w + attribute)?.Value, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static XElement Standard()
    {
        using var part = new MemoryStream();
        WordStyles.Write(part, new MaterialLook());
        using var copy = new MemoryStream(part.ToArray());
        return XElement.Load(copy);
    }

    private static string Id(XElement style) => (string?)style.Attribute(s_w + "styleId") ?? "";

    private static string Name(XElement style) => (string?)style.Element(s_w + "name")?.Attribute(s_w + "val") ?? "";
}
