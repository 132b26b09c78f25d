using System.Buffers;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>What one unit says in a joint report. A department speaks for the district, a town, a park or a company for itself.</summary>
internal readonly record struct UnitSection(TextSpan Span, string Unit)
{
    private static readonly string[] Departments = ["局", "委", "办", "中心", "部门", "指挥部"];

    private static readonly string[] Towns = ["镇", "乡", "街道", "管委会"];

    public bool OfDistrict => EndsWith(Departments);

    /// <summary>A town or a park, whose figures are its own.</summary>
    public bool OfTown => EndsWith(Towns);

    private bool EndsWith(string[] ends)
    {
        var unit = Unit;
        return Array.Exists(ends, end => unit.EndsWith(end, StringComparison.Ordinal));
    }
}

/// <summary>The sections of a joint report, one a unit, each a paragraph that begins with the unit's name: 区住建局：…… or 【望湖镇】…….</summary>
internal static class UnitSections
{
    private const int LongestName = 20;

    private static readonly SearchValues<char> NoName = SearchValues.Create("，。；、0123456789%");

    /// <summary>The sections without their labels, in order; a paragraph without a label belongs to the unit before it.</summary>
    public static List<UnitSection> Of(string text)
    {
        var sections = new List<UnitSection>();
        for (var at = 0; at < text.Length;)
        {
            var end = ParagraphEnd(text, at);
            if (Label(text.AsSpan(at, end - at)) is > 0 and var label)
            {
                sections.Add(new UnitSection(TextSpan.Between(at + label, end), Unit(text.AsSpan(at, label))));
            }
            else if (sections.Count > 0)
            {
                sections[^1] = sections[^1] with { Span = TextSpan.Between(sections[^1].Span.Start, end) };
            }

            at = end < text.Length && text[end] == '\n' ? end + 1 : end;
        }

        return sections;
    }

    /// <summary>Where the paragraph ends, or the sentence before another unit's name: ……126家。区统计局：…….</summary>
    private static int ParagraphEnd(string text, int start)
    {
        var length = text.AsSpan(start).IndexOf('\n');
        var end = length < 0 ? text.Length : start + length;
        for (var stop = text.IndexOf('。', start, end - start); stop >= 0 && stop + 1 < end; stop = text.IndexOf('。', stop + 1, end - stop - 1))
        {
            var rest = text.AsSpan(stop + 1, end - stop - 1);
            if (Label(rest) is > 0 and var label && new UnitSection(default, Unit(rest[..label])) is { OfDistrict: true } or { OfTown: true })
            {
                return stop + 1;
            }
        }

        return end;
    }

    private static string Unit(ReadOnlySpan<char> label) => label.Trim("：:【】 ").ToString();

    private static int Label(ReadOnlySpan<char> line)
    {
        line = line[..Math.Min(line.Length, LongestName + 1)];
        var close = line.Length > 0 && line[0] == '【' ? line.IndexOf('】') : line.IndexOfAny('：', ':');
        return close is > 2 and <= LongestName && line[..close].IndexOfAny(NoName) < 0 ? close + 1 : 0;
    }
}
