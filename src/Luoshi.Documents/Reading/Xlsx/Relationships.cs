using Luoshi.Documents.Reading.Packages;

namespace Luoshi.Documents.Reading.Xlsx;

/// <summary>What one part of the package points to. Targets outside the package are left out: they are never followed.</summary>
internal sealed class Relationships
{
    private readonly List<Relationship> _all = [];

    /// <summary>The relationships of <paramref name="part"/>, or of the whole package for an empty name; none where there is no such part.</summary>
    public static Relationships Of(string part, OfficePackage package)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var list = $"{folder}_rels/{part[folder.Length..]}.rels";
        var relationships = new Relationships();
        if (!package.Has(list))
        {
            return relationships;
        }

        using var xml = package.OpenXml(list);
        while (xml.Read())
        {
            if (xml.NodeType == System.Xml.XmlNodeType.Element && xml.LocalName == "Relationship"
                && xml.Xml.GetAttribute("TargetMode") != "External"
                && xml.Xml.GetAttribute("Id") is { } id
                && xml.Xml.GetAttribute("Type") is { } type
                && xml.Xml.GetAttribute("Target") is { } target)
            {
                // Strict and transitional types differ in everything but the last word.
                relationships._all.Add(new Relationship(id, type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target)));
            }
        }

        return relationships;
    }

    /// <summary>The part that the relationship points to and the last word of its type.</summary>
    public Relationship? ById(string id) => _all.Find(r => r.Id == id);

    /// <summary>The part of the first relationship whose type ends with this word.</summary>
    public string? PartOfType(string type) => _all.Find(r => r.Type == type)?.Part;

    private static string Resolve(string folder, string target)
    {
        target = Uri.UnescapeDataString(target).Replace('\\', '/');
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }
}

internal sealed record Relationship(string Id, string Type, string Part);
