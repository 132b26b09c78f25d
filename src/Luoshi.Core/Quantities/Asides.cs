namespace Luoshi.Core.Quantities;

/// <summary>（责任单位：区住建局）, （区发改局负责）, （详见附件2）: brackets that say who does it or where to look, and nothing of the work; 区住建局： where nobody else speaks.</summary>
internal static class Asides
{
    private const int Longest = 60;

    private const int LongestName = 16;

    private const int LongestReference = 8;

    private static readonly string[] Duties = ["责任单位", "牵头单位", "配合单位", "责任领导", "分管领导", "牵头领导", "责任人"];

    private static readonly string[] References = ["详见", "见附件", "见附表", "附后", "附件"];

    private static readonly string[] Ends = ["负责", "牵头", "牵头负责", "按职责分工负责", "配合"];

    /// <summary>Where they stand, in order, brackets included.</summary>
    public static List<TextSpan> In(string text)
    {
        List<TextSpan> found = Speaker(text) is { } speaker ? [speaker] : [];
        for (var at = Next(text, 0); at >= 0; at = Next(text, at))
        {
            var inside = text.AsSpan(at + 1, Math.Min(Longest, text.Length - at - 1));
            var close = inside.IndexOfAny("（(）)");
            if (close > 0 && inside[close] is '）' or ')' && Is(inside[..close]))
            {
                found.Add(new TextSpan(at, close + 2));
            }

            at++;
        }

        return found;
    }

    /// <summary>区住建局：, at the head of a text with no other colon; several speakers are told apart by theirs. Null for none.</summary>
    private static TextSpan? Speaker(string text)
    {
        var colon = text.AsSpan(0, Math.Min(LongestName, text.Length)).IndexOfAny('：', ':');
        return colon > 0 && text.AsSpan(colon + 1).IndexOfAny('：', ':') < 0 && Places.IsOffice(text.AsSpan(0, colon).Trim()) ? new TextSpan(0, colon + 1) : null;
    }

    private static int Next(string text, int from) => text.AsSpan(from).IndexOfAny('（', '(') is >= 0 and var at ? from + at : -1;

    private static bool Is(ReadOnlySpan<char> words)
    {
        words = words.Trim();
        return BeginsWith(words, Duties) || (words.Length <= LongestReference && BeginsWith(words, References)) || (words.IndexOfAnyInRange('0', '9') < 0 && EndsWith(words));
    }

    private static bool BeginsWith(ReadOnlySpan<char> words, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (words.StartsWith(beginning))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWith(ReadOnlySpan<char> words)
    {
        foreach (var end in Ends)
        {
            if (words.EndsWith(end))
            {
                return true;
            }
        }

        return false;
    }
}
