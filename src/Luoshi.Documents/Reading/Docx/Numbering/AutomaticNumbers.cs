using System.Text;
using Luoshi.Documents.Reading.Packages;

namespace Luoshi.Documents.Reading.Docx.Numbering;

/// <summary>
/// Puts automatic numbers back as the text people see. Lists and styles are read when a paragraph first asks, so that a document without
/// numbering pays nothing.
/// </summary>
internal sealed class AutomaticNumbers(OfficePackage package, string mainPart)
{
    private readonly Dictionary<string, StyleNumbering> _resolved = new(StringComparer.Ordinal);
    private readonly StringBuilder _label = new();
    private NumberingPart? _numbering;
    private StylesPart? _styles;

    /// <summary>
    /// Counts the paragraph and says what stands before its text, the space after it included. Empty for a paragraph without a number
    /// and for bullets, which are decoration.
    /// </summary>
    public string Next(in ParagraphProperties paragraph)
    {
        var numbering = _numbering ??= ReadLists();
        if (numbering.IsEmpty || paragraph.NumberingId == 0)
        {
            return "";
        }

        var style = OfStyle(paragraph.Style);
        if (numbering.List(paragraph.NumberingId ?? style.List ?? 0) is not { } list || Definition(list) is not { } definition)
        {
            return "";
        }

        var level = Math.Clamp(
            paragraph.Level ?? (paragraph.NumberingId is null ? LevelOf(style, list, definition) : style.Level) ?? 0,
            0,
            ListDefinition.LevelCount - 1);
        if (Level(list, definition, level) is not { } look)
        {
            return "";
        }

        definition.Advance(level, look.Start, list.Starts[level]);
        list.Starts[level] = null;
        return look.Format == "bullet" ? "" : Label(list, definition, look);
    }

    private string Label(ListInstance list, ListDefinition definition, ListLevel look)
    {
        _label.Clear();
        for (var i = 0; i < look.Text.Length; i++)
        {
            if (look.Text[i] == '%' && i + 1 < look.Text.Length && look.Text[i + 1] is >= '1' and <= '9')
            {
                var shown = look.Text[++i] - '1';
                var source = Level(list, definition, shown);
                var number = definition.Current(shown) ?? list.Starts[shown] ?? source?.Start ?? 0;
                _label.Append(NumberFormats.Write(number, look.IsLegal ? "decimal" : source?.Format ?? "decimal"));
            }
            else
            {
                _label.Append(look.Text[i]);
            }
        }

        if (_label.Length > 0 && look.HasSpaceAfter)
        {
            _label.Append(' ');
        }

        return _label.ToString();
    }

    private static ListLevel? Level(ListInstance list, ListDefinition definition, int level) => list.Levels[level] ?? definition.Levels[level];

    private static int? LevelOf(in StyleNumbering style, ListInstance list, ListDefinition definition)
    {
        for (var level = 0; level < ListDefinition.LevelCount && style.Owner is not null; level++)
        {
            if (Level(list, definition, level)?.Style == style.Owner)
            {
                return level;
            }
        }

        return style.Level;
    }

    private ListDefinition? Definition(ListInstance list)
    {
        var definition = _numbering!.Definition(list);
        if (definition?.LinkedStyle is { } link && OfStyle(link).List is { } linked && _numbering.List(linked) is { } instance)
        {
            // The definition only points at a numbering style, whose own list has the levels.
            return _numbering.Definition(instance);
        }

        return definition;
    }

    private StyleNumbering OfStyle(string? style)
    {
        if (!_resolved.TryGetValue(style ?? "", out var numbering))
        {
            numbering = (_styles ??= ReadStyles()).NumberingOf(style);
            _resolved.Add(style ?? "", numbering);
        }

        return numbering;
    }

    private NumberingPart ReadLists() => NumberingPart.Read(package, PackageRelationships.Of(package, mainPart).Find("numbering"));

    private StylesPart ReadStyles() => StylesPart.Read(package, PackageRelationships.Of(package, mainPart).Find("styles"));
}
