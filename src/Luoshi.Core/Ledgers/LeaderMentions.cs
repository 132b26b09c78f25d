using Luoshi.Core.Reading;

namespace Luoshi.Core.Ledgers;

/// <summary>Leaders in cells, headings and sheet names: 夏某某常务副区长, 副区长 夏某某, 夏某（常务副区长）, 陆 明俞 悦.</summary>
public static class LeaderMentions
{
    private const int LongestLine = 40;
    private const int LongestName = 4;
    private const int LongestForeignName = 15;
    private const int LongestCell = 200;

    private static readonly char[] Ornaments = [.. "#*●■◆▲★※·-—“”\"【】[] \t\u3000\u00A0"];

    private static readonly string[] LabelEnds = ["领导", "分管", "责任人", "汇报人"];

    private static readonly string[] Tails = ["同志", "牵头", "分管", "负责", "主抓", "的", "重点", "工作", "任务", "事项", "项目"];

    private static readonly string[] Conjunctions = ["和", "与", "及"];

    /// <summary>
    /// Takes a leader cell apart. What is neither a name nor a title gives nothing, so that the caller can say so.
    /// The list is empty when nothing is recognised.
    /// </summary>
    public static IReadOnlyList<LeaderMention> Parse(string? text)
    {
        if (PlainText.IsNothing(text) || text.Length > LongestCell)
        {
            return [];
        }

        var leaders = new List<LeaderMention>();
        foreach (var part in WithoutScopes(text).Split(['、', '，', ',', '；', ';', '/', '\n', '\r', '\t', '“', '”', '"'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!AddPart(part, leaders) && !AddConjoined(part, leaders))
            {
                return [];
            }
        }

        return leaders;
    }

    /// <summary>
    /// Reads a line that stands for leaders by itself: above a table, as a merged row, as the name of a sheet. Unlike a cell, a line must
    /// show a title for each (a bare name is no leader line), and may carry a list mark, a label or a count: 二、常务副区长 夏某（24项）.
    /// </summary>
    /// <returns>The leaders in order; none when the line is something else.</returns>
    public static IReadOnlyList<LeaderMention> ParseLine(string? text)
    {
        if (text is null || text.Length > LongestLine || !LeaderTitles.MayContain(text))
        {
            return [];
        }

        var line = WithoutLabel(ListMark.Strip(text.Trim(Ornaments)).TrimEnd('：', ':', '。'));
        var leaders = Parse(line);
        return leaders.All(leader => leader.Title is { } title && (leader.Name is not null || title.Split('、').All(post => LeaderTitles.IsTitle(post)))) ? leaders : [];
    }

    /// <summary>Whether a short text by itself may be somebody's name: two or three characters that begin with a surname.</summary>
    public static bool MayBeName(string text) => FusedNames.MayBeName(text);

    private static string WithoutLabel(string line)
    {
        var colon = line.AsSpan().IndexOfAny('：', ':');
        if (colon <= 0)
        {
            return line;
        }

        var label = PlainText.Compact(line[..colon]);
        return Array.Exists(LabelEnds, end => label.EndsWith(end, StringComparison.Ordinal)) ? line[(colon + 1)..].Trim()
            : LeaderTitles.IsTitle(label) ? $"{label} {line[(colon + 1)..]}"
            : line;
    }

    // （分管交通、水利）, （兼）, （24项）: a bracket that holds neither posts nor a name says nothing of who it is.
    private static string WithoutScopes(string text)
    {
        for (var open = text.AsSpan().IndexOfAny('（', '('); open >= 0;)
        {
            var length = text.AsSpan(open).IndexOfAny('）', ')');
            if (length < 0)
            {
                break;
            }

            var inner = text[(open + 1)..(open + length)];
            if (!NamesSomebody(inner))
            {
                text = text.Remove(open, length + 1);
            }
            else
            {
                open += length;
            }

            var next = text.AsSpan(open).IndexOfAny('（', '(');
            open = next < 0 ? -1 : open + next;
        }

        return text;
    }

    private static bool NamesSomebody(string text) =>
        Parse(text) is { Count: > 0 } leaders
        && leaders.All(leader => leader.Title is not null || FusedNames.MayBeName(leader.Name!) || leader.Name!.Contains('某', StringComparison.Ordinal));

    private static bool AddPart(string part, List<LeaderMention> leaders)
    {
        part = WithoutTails(WithoutLabel(part));
        var words = part.Split([' ', '\u3000', '\u00A0', '（', '）', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var compact = string.Concat(words);
        if (compact.Length == 0)
        {
            return true;
        }

        if (TitleStart(compact) is { } titleStart)
        {
            return AddTitled(compact[..titleStart], compact[titleStart..], leaders);
        }

        if (TitleEnd(compact) is { } titleEnd)
        {
            return AddTitled(compact[titleEnd..], compact[..titleEnd], leaders);
        }

        // 云溪镇党委书记 李某: whatever the office, a word that ends like a title is one.
        if (Array.FindIndex(words, LeaderTitles.EndsLikeTitle) is >= 0 and var at)
        {
            return AddTitled(string.Concat(words.Where((_, i) => i != at)), words[at], leaders);
        }

        return AddNames(words, leaders);
    }

    private static string WithoutTails(string part)
    {
        for (var i = 0; i < Tails.Length; i++)
        {
            if (part.Length > Tails[i].Length && part.EndsWith(Tails[i], StringComparison.Ordinal))
            {
                part = part[..^Tails[i].Length].TrimEnd();
                i = -1;
            }
        }

        return part;
    }

    // 方亦舟和温若川: the last 和 first, for a name may end with it.
    private static bool AddConjoined(string part, List<LeaderMention> leaders)
    {
        foreach (var conjunction in Conjunctions)
        {
            for (var at = part.LastIndexOf(conjunction, StringComparison.Ordinal); at > 0; at = part.LastIndexOf(conjunction, at - 1, StringComparison.Ordinal))
            {
                var both = new List<LeaderMention>(leaders);
                if (AddPart(part[..at], both) && both.Count > leaders.Count && AddPart(part[(at + 1)..], both))
                {
                    leaders.Clear();
                    leaders.AddRange(both);
                    return true;
                }
            }
        }

        return false;
    }

    // A person may hold two posts: 区委常委、常务副区长 夏某. Two heads side by side (区长、常务副区长) are two people.
    private static bool AddTitled(string name, string title, List<LeaderMention> leaders)
    {
        if (name.Length > 0 && !LooksLikeName(name))
        {
            return false;
        }

        var last = leaders.Count > 0 ? leaders[^1] : null;
        if (name.Length == 0 && last is { Title: null })
        {
            leaders[^1] = last with { Title = title };
        }
        else if (last?.Title is { } first && (name.Length == 0 || last.Name is null) && (LeaderTitles.IsSecondPost(first) || LeaderTitles.IsSecondPost(title)))
        {
            leaders[^1] = new LeaderMention(last.Name ?? (name.Length == 0 ? null : name), $"{first}、{title}");
        }
        else
        {
            leaders.Add(new LeaderMention(name.Length == 0 ? null : name, title));
        }

        return true;
    }

    private static bool AddNames(string[] words, List<LeaderMention> leaders)
    {
        var names = new List<string>();
        for (var i = 0; i < words.Length;)
        {
            var word = words[i++];
            // 陆 明俞 悦: names of two characters are spread to three places; the first character of the next word ends this name.
            while (word.Length == 1 && i < words.Length)
            {
                names.Add(word + words[i][0]);
                word = words[i++][1..];
            }

            names.AddRange(word.Length == 0 ? [] : FusedNames.Split(word));
        }

        if (!names.TrueForAll(LooksLikeName))
        {
            return false;
        }

        foreach (var name in names)
        {
            // 副区长、方亦舟: the post before the name is his.
            if (name == names[0] && leaders.Count > 0 && leaders[^1] is { Name: null } waiting)
            {
                leaders[^1] = waiting with { Name = name };
            }
            else
            {
                leaders.Add(new LeaderMention(name, null));
            }
        }

        return true;
    }

    private static bool LooksLikeName(string name) =>
        name.Length >= 1
        && name.Length <= (name.Contains('·', StringComparison.Ordinal) ? LongestForeignName : LongestName)
        && name.All(c => PlainText.IsHan(c) || c is '·' or '某' or '×' or 'X' or '*');

    // Where the longest title that ends the text begins.
    private static int? TitleStart(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (LeaderTitles.IsTitle(text.AsSpan(start)))
            {
                return start;
            }
        }

        return null;
    }

    // Where the longest title that begins the text ends.
    private static int? TitleEnd(string text)
    {
        for (var end = text.Length - 1; end > 0; end--)
        {
            if (LeaderTitles.IsTitle(text.AsSpan(0, end)))
            {
                return end;
            }
        }

        return null;
    }
}
