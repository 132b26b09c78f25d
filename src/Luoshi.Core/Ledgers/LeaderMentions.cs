using System.Buffers;
using Luoshi.Core.Reading;

namespace Luoshi.Core.Ledgers;

/// <summary>Leaders in cells, headings and sheet names: 夏某某常务副区长, 副区长 夏某某, 夏某（常务副区长）, 陆 明俞 悦.</summary>
public static class LeaderMentions
{
    private const int LongestLine = 40;
    private const int LongestName = 4;

    private static readonly SearchValues<char> CountMarks = SearchValues.Create("0123456789０１２３４５６７８９项件条");

    private static readonly string[] Labels =
    [
        "分管领导", "责任领导", "牵头领导", "包抓领导", "分管县领导", "分管区领导", "分管市领导", "牵头负责领导", "领导", "分管", "责任人", "汇报人", "牵头县领导", "牵头区领导", "牵头市领导",
    ];

    private static readonly string[] Tails =
    [
        "同志", "牵头负责", "牵头的重点工作", "分管工作", "分管", "牵头", "负责", "重点工作任务", "重点工作", "任务",
    ];

    /// <summary>
    /// Takes a leader cell apart. What is neither a name nor a title gives nothing, so that the caller can say so.
    /// The list is empty when nothing is recognised.
    /// </summary>
    public static IReadOnlyList<LeaderMention> Parse(string? text)
    {
        if (PlainText.IsNothing(text))
        {
            return [];
        }

        var leaders = new List<LeaderMention>();
        foreach (var part in text!.Split(['、', '，', ',', '；', ';', '/', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!AddPart(part, leaders))
            {
                return [];
            }
        }

        return leaders;
    }

    /// <summary>
    /// Reads a line that stands for a leader by itself: above a table, as a merged row, as the name of a sheet. Unlike a cell,
    /// a line must show a title (a bare name is no leader line), and may carry a list mark, a label or a count: 二、常务副区长 夏某（24项）.
    /// </summary>
    public static LeaderMention? ParseLine(string? text)
    {
        if (text is null || text.Length > LongestLine)
        {
            return null;
        }

        var line = ListMark.Strip(text.Trim().TrimStart('#', '*', ' ')).TrimEnd('*', ' ', '：', ':', '。');
        line = WithoutLabel(line);
        // 夏某（24项）: a count is no qualifier of the leader.
        if (line.Length > 3 && line[^1] is '）' or ')' && line.LastIndexOfAny(['（', '(']) is > 0 and var open && line.AsSpan(open).ContainsAny(CountMarks))
        {
            line = line[..open].TrimEnd();
        }

        var leaders = Parse(line);
        return leaders.Count == 1 && leaders[0].Title is not null ? leaders[0] : null;
    }

    /// <summary>Whether a short text by itself may be somebody's name: two or three characters that begin with a surname.</summary>
    public static bool MayBeName(string text) => FusedNames.MayBeName(text);

    private static string WithoutLabel(string line)
    {
        var colon = line.AsSpan().IndexOfAny('：', ':');
        return colon > 0 && Array.IndexOf(Labels, PlainText.Compact(line[..colon])) >= 0 ? line[(colon + 1)..].Trim() : line;
    }

    private static bool AddPart(string part, List<LeaderMention> leaders)
    {
        part = WithoutLabel(part);
        foreach (var tail in Tails)
        {
            if (part.Length > tail.Length && part.EndsWith(tail, StringComparison.Ordinal))
            {
                part = part[..^tail.Length].TrimEnd();
                break;
            }
        }

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

        return AddNames(words, leaders);
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
        var count = leaders.Count;
        for (var i = 0; i < words.Length;)
        {
            var word = words[i++];
            // 陆 明俞 悦: names of two characters are spread to three places; the first character of the next word ends this name.
            while (word.Length == 1 && i < words.Length)
            {
                word += words[i][0];
                var rest = words[i++][1..];
                AddName(word);
                word = rest;
            }

            if (word.Length > 0)
            {
                AddName(word);
            }
        }

        if (leaders.Skip(count).All(leader => LooksLikeName(leader.Name!)))
        {
            return true;
        }

        leaders.RemoveRange(count, leaders.Count - count);
        return false;

        void AddName(string name)
        {
            foreach (var one in FusedNames.Split(name))
            {
                if (leaders.Count > count || leaders.Count == 0 || leaders[^1] is not { Name: null } waiting)
                {
                    leaders.Add(new LeaderMention(one, null));
                }
                else
                {
                    leaders[^1] = waiting with { Name = one };
                }
            }
        }
    }

    private static bool LooksLikeName(string name)
    {
        var length = name.Contains('·', StringComparison.Ordinal) ? name.Length - 8 : name.Length;
        return length is >= 1 and <= LongestName && name.All(c => PlainText.IsHan(c) || c is '·' or '某' or '×' or 'X' or '*');
    }

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
