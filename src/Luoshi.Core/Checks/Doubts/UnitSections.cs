using System.Buffers;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>The sections of a joint report, one a unit, each a paragraph that begins with the unit's name: 区住建局：…… or 【望湖镇】…….</summary>
internal static class UnitSections
{
    private const int LongestName = 20;

    private static readonly SearchValues<char> NoName = SearchValues.Create("，。；、0123456789%");

    /// <summary>The sections without their labels, in order; a paragraph without a label belongs to the unit before it.</summary>
    public static List<TextSpan> Of(string text)
    {
        var sections = new List<TextSpan>();
        for (var at = 0; at < text.Length;)
        {
            var line = text.AsSpan(at);
            var length = line.IndexOf('\n');
            var end = length < 0 ? text.Length : at + length;
            if (Label(text.AsSpan(at, end - at)) is > 0 and var label)
            {
                sections.Add(TextSpan.Between(at + label, end));
            }
            else if (sections.Count > 0)
            {
                sections[^1] = TextSpan.Between(sections[^1].Start, end);
            }

            at = end + 1;
        }

        return sections;
    }

    private static int Label(ReadOnlySpan<char> line)
    {
        var close = line.Length > 0 && line[0] == '【' ? line.IndexOf('】') : line.IndexOfAny('：', ':');
        return close is > 2 and <= LongestName && line[..close].IndexOfAny(NoName) < 0 ? close + 1 : 0;
    }
}
