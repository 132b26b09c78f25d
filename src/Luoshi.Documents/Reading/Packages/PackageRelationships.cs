using System.Xml;

namespace Luoshi.Documents.Reading.Packages;

/// <summary>
/// What one part of a package (or the package itself) points at inside the package. Targets outside are not kept: nobody can follow them by mistake.
/// </summary>
internal sealed class PackageRelationships
{
    private readonly List<(string Id, string Kind, string Part)> _targets = [];

    private PackageRelationships()
    {
    }

    /// <summary>The relationships of <paramref name="part"/>, of the package itself when it is empty. None when the file has none.</summary>
    /// <exception cref="RefusedDocumentException">The relationships are damaged or pass a cap.</exception>
    public static PackageRelationships Of(OfficePackage package, string part)
    {
        var relationships = new PackageRelationships();
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var file = $"{folder}_rels/{part[folder.Length..]}.rels";
        if (!package.Has(file))
        {
            return relationships;
        }

        using var reader = package.OpenXml(file);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Relationship")
            {
                relationships.Add(reader.Xml, folder);
            }
        }

        return relationships;
    }

    /// <summary>
    /// The first part of a kind (<c>officeDocument</c>, <c>styles</c>, …): the last word of the relationship's type,
    /// which the transitional and the strict variant share. Null when there is none.
    /// </summary>
    public string? Find(string kind)
    {
        foreach (var target in _targets)
        {
            if (target.Kind == kind)
            {
                return target.Part;
            }
        }

        return null;
    }

    /// <summary>The relationship that the part itself calls by this id; null when there is none.</summary>
    public (string Kind, string Part)? ById(string id)
    {
        foreach (var target in _targets)
        {
            if (target.Id == id)
            {
                return (target.Kind, target.Part);
            }
        }

        return null;
    }

    private void Add(XmlReader reader, string folder)
    {
        if (reader.GetAttribute("Type") is { } type && reader.GetAttribute("Target") is { } target && reader.GetAttribute("TargetMode") != "External")
        {
            _targets.Add((reader.GetAttribute("Id") ?? string.Empty, type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target)));
        }
    }

    /// <summary>The part that a target means: escapes undone, backslashes of careless writers turned, <c>.</c> and <c>..</c> walked.</summary>
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
