using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;

namespace Luoshi.Documents.Reading.Tables;

/// <summary>One 标签：内容 pair of running text. The label is understood by the same words as a column header.</summary>
internal sealed record LabelledText(string Label, ColumnRole Role, string Text)
{
    private const int LongestLabel = 14;
    private const int LongestDeadline = 16;

    /// <summary>Only whether a text names a day is asked, so that any leap year will do.</summary>
    private const int AnyYear = 2024;

    /// <summary>
    /// The pairs of a line that begins with a label: 牵头单位：区发改局；配合单位：区财政局. Empty when the line does not begin with one.
    /// </summary>
    public static List<LabelledText> Read(string line)
    {
        var pairs = new List<LabelledText>();
        var at = 0;
        while (NextLabel(line, at) is { } label)
        {
            if (pairs.Count == 0 && label.Start > 0)
            {
                return [];
            }

            if (pairs.Count > 0)
            {
                pairs[^1] = pairs[^1] with { Text = Clean(line[at..label.Start]) };
            }

            pairs.Add(new LabelledText(label.Text, label.Role, ""));
            at = label.End;
        }

        if (pairs.Count > 0)
        {
            pairs[^1] = pairs[^1] with { Text = line[at..].Trim() };
        }

        return pairs;
    }

    /// <summary>
    /// The units in brackets that end a paragraph: [牵头单位：…；责任单位：…], （市经信局牵头，市发改委等参与）, （责任单位：…）.
    /// <paramref name="content"/> is the paragraph without them; the whole text when there are none.
    /// </summary>
    public static List<LabelledText> ReadTail(string text, out string content)
    {
        content = text;
        var trimmed = text.TrimEnd('。', '；', ' ');
        if (trimmed.Length < 4 || Opening(trimmed[^1]) is not { } opening)
        {
            return [];
        }

        // Brackets may stand inside the last ones: （区府办（金融）牵头）.
        var depth = 0;
        var open = trimmed.Length - 1;
        for (; open >= 0; open--)
        {
            depth += Opening(trimmed[open]) is not null ? 1 : IsOpening(trimmed[open]) ? -1 : 0;
            if (depth == 0)
            {
                break;
            }
        }

        if (open <= 0 || !opening.Contains(trimmed[open], StringComparison.Ordinal))
        {
            return [];
        }

        var inner = trimmed[(open + 1)..^1].Trim();
        var pairs = Read(inner);
        if (pairs.Count == 0)
        {
            pairs = Unlabelled(inner);
        }

        if (pairs.Count > 0)
        {
            content = trimmed[..open].TrimEnd();
        }

        return pairs;
    }

    // （市经信局、市发改委牵头，市生态环境局等参与，12月底前完成）: the verbs tell; without a verb every piece must be a unit's name.
    private static List<LabelledText> Unlabelled(string inner)
    {
        var pieces = inner.Split(['，', ',', '；', ';']).ToList();
        var deadline = pieces.Count > 1 && pieces[^1].Length <= LongestDeadline && DateText.LastDayOf(pieces[^1], AnyYear) is not null ? pieces[^1].Trim() : null;
        if (deadline is not null)
        {
            pieces.RemoveAt(pieces.Count - 1);
        }

        var text = string.Join('，', pieces);
        var units = UnitMentions.Parse(text);
        var all = units.Lead.Concat(units.Supporting).ToList();
        return all.Count == 0 || !all.TrueForAll(unit => UnitMentions.LooksLikeUnit(unit.Name)) ? []
            : deadline is null ? [new LabelledText("牵头单位", ColumnRole.LeadUnits, text)]
            : [new LabelledText("牵头单位", ColumnRole.LeadUnits, text), new LabelledText("完成时限", ColumnRole.Deadline, deadline)];
    }

    private static (int Start, int End, string Text, ColumnRole Role)? NextLabel(string line, int from)
    {
        for (var colon = from; colon < line.Length; colon++)
        {
            if (line[colon] is not ('：' or ':'))
            {
                continue;
            }

            var start = colon;
            while (start > from && colon - start < LongestLabel && !IsBoundary(line[start - 1]))
            {
                start--;
            }

            if (start < colon
                && (start == from || IsBoundary(line[start - 1]))
                && HeaderWords.Classify(line[start..colon]) is { Role: not (ColumnRole.Number or ColumnRole.Other) } meaning)
            {
                return (start, colon + 1, line[start..colon], meaning.Role);
            }
        }

        return null;
    }

    // What parts this pair from the next one on the line is no part of it.
    private static string Clean(string text) => text.Trim().TrimEnd('；', ';', '，', ',', '|').TrimEnd();

    private static bool IsBoundary(char c) => c is '；' or ';' or '，' or ',' or '。' or '|' or '【' or '[' or '（' or '(' || char.IsWhiteSpace(c);

    private static string? Opening(char closing) => closing switch
    {
        '）' or ')' => "（(",
        ']' or '］' => "[［",
        '】' => "【",
        '〕' => "〔",
        _ => null,
    };

    private static bool IsOpening(char c) => c is '（' or '(' or '[' or '［' or '【' or '〔';
}
