using System.Xml;

namespace Luoshi.Documents.Reading.Packages;

/// <summary>
/// What one part of a package (or the package itself) points at inside the package. Targets outside are not kept: nobody can follow them by mistake.
/// </summary>
internal sealed class PackageRelationships
{
    private readonly List<(string Kind, string Part)> _targets = [];

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

    private void Add(XmlReader reader, string folder)
    {
        if (reader.GetAttribute("Type") is { } type && reader.GetAttribute("Target") is { } target && reader.GetAttribute("TargetMode") != "External")
        {
            _targets.Add((type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target)));
        }
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target.TrimStart('/');
        }

        while (target.StartsWith("../", StringComparison.Ordinal))
        {
            target = target[3..];
            folder = folder[..(folder.TrimEnd('/').LastIndexOf('/') + 1)];
        }

        return folder + (target.StartsWith("./", StringComparison.Ordinal) ? target[2..] : target);
    }
}
