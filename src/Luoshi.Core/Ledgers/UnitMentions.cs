using System.Buffers;
using Luoshi.Core.Reading;

namespace Luoshi.Core.Ledgers;

/// <summary>
/// A cell of units taken apart: separators 、，；/ line breaks and spaces, qualifiers kept, names that the column's width broke in two joined again.
/// <see cref="Lead"/> and <see cref="Supporting"/> keep the cell's order; units stay in <see cref="Lead"/> unless the cell itself marks them 配合.
/// </summary>
public sealed record UnitMentions(IReadOnlyList<UnitMention> Lead, IReadOnlyList<UnitMention> Supporting)
{
    private const int LongestName = 40;

    private static readonly SearchValues<char> Openers = SearchValues.Create("（(<＜〈【[《〔");

    private static readonly string[] LeadMarks = ["牵头", "主办", "主责", "负责"];
    private static readonly string[] SupportMarks = ["配合", "协办", "参与", "协同", "参加", "协助"];

    /// <summary>What a unit's name may end with; a line that does not end so may go on in the next one.</summary>
    private static readonly string[] Endings =
    [
        "局", "委", "办", "部", "院", "会", "室", "厅", "处", "科", "股", "所", "站", "馆", "校", "园", "队", "团", "社", "行", "台", "场", "库", "厂", "港", "店", "矿", "区", "县", "市",
        "镇", "乡", "村", "中心", "集团", "公司", "街道", "单位", "部门", "指挥部", "专班", "政府", "学院", "大学", "医院", "平台", "组", "联", "企业", "党校", "发", "投", "办事处",
    ];

    private static readonly string[] Openings =
    [
        "区", "市", "县", "省", "州", "旗", "各", "镇", "国家", "国网", "中国", "有关", "相关",
    ];

    /// <summary>Reads a cell of units; an empty or nothing-saying text gives none.</summary>
    public static UnitMentions Parse(string? text)
    {
        var lead = new List<UnitMention>();
        var supporting = new List<UnitMention>();
        if (PlainText.IsNothing(text))
        {
            return new UnitMentions(lead, supporting);
        }

        // 甲局牵头，乙局、丙局配合: names wait for the mark that follows them.
        var waiting = new List<UnitMention>();
        var side = lead;
        foreach (var joined in Join(Split(text!)))
        {
            var piece = joined;
            var colon = piece.AsSpan().IndexOfAny('：', ':');
            if (colon is > 0 and <= 8)
            {
                // 配合单位：区财政局 — a label inside the cell turns what follows to its side.
                Flush(side);
                side = Marks(piece[..colon], SupportMarks) ? supporting : lead;
                piece = piece[(colon + 1)..].TrimStart();
            }

            piece = piece.TrimEnd('。', '.');
            var mark = EndMark(piece);
            piece = WithoutEtCetera(piece[..^(mark?.Length ?? 0)].TrimEnd());
            if (piece.Length > 0)
            {
                Place(WithQualifier(piece));
            }

            if (mark is not null)
            {
                Flush(SideOf(mark));
            }
        }

        Flush(side);
        return new UnitMentions(lead, supporting);

        List<UnitMention> SideOf(string mark) => Marks(mark, SupportMarks) ? supporting : lead;

        void Flush(List<UnitMention> to)
        {
            to.AddRange(waiting);
            waiting.Clear();
        }

        void Place(UnitMention unit)
        {
            if (unit.Qualifier is { } role && (IsMark(role, LeadMarks) || IsMark(role, SupportMarks)))
            {
                SideOf(role).Add(unit with { Qualifier = null });
            }
            else
            {
                waiting.Add(unit);
            }
        }
    }

    /// <summary>Whether the text, as a whole, can be a unit's name: 区发改局, 各镇（街道）, 区城投集团.</summary>
    public static bool LooksLikeUnit(string name)
    {
        var open = name.AsSpan().IndexOfAny(Openers);
        var stem = open > 0 && IsClosing(name[^1]) ? name[..open] : name;
        return stem.Length is >= 2 and <= LongestName
            && Endings.Any(ending => stem.EndsWith(ending, StringComparison.Ordinal))
            && stem.All(c => PlainText.IsHan(c) || char.IsAsciiLetterOrDigit(c) || c is '·' or '“' or '”');
    }

    private static string? EndMark(string piece) =>
        LeadMarks.Concat(SupportMarks).FirstOrDefault(mark => piece.Length > mark.Length && piece.EndsWith(mark, StringComparison.Ordinal));

    private static bool IsMark(string qualifier, string[] marks) =>
        Array.Exists(marks, mark => qualifier == mark || qualifier == mark + "单位" || qualifier == mark + "部门");

    private static bool Marks(string text, string[] marks) => Array.Exists(marks, mark => text.Contains(mark, StringComparison.Ordinal));

    private static string WithoutEtCetera(string piece)
    {
        foreach (var tail in (ReadOnlySpan<string>)["等有关单位", "等相关单位", "等有关部门", "等相关部门", "等单位", "等部门", "等"])
        {
            if (piece.Length > tail.Length && piece.EndsWith(tail, StringComparison.Ordinal))
            {
                return piece[..^tail.Length].TrimEnd();
            }
        }

        return piece;
    }

    private static UnitMention WithQualifier(string piece)
    {
        var open = piece.AsSpan().IndexOfAny(Openers);
        // 各镇（街道）, 各县（市、区）: the brackets are part of the name.
        if (open <= 0 || piece[0] == '各' || !IsClosing(piece[^1]))
        {
            return new UnitMention(piece);
        }

        var name = piece[..open].TrimEnd();
        var qualifier = piece[(open + 1)..^1].Trim();
        return name.Length == 0 || qualifier.Length == 0 ? new UnitMention(piece) : new UnitMention(name, qualifier);
    }

    private readonly record struct Piece(string Text, char Before);

    private static List<Piece> Split(string text)
    {
        var pieces = new List<Piece>();
        var depth = 0;
        var start = 0;
        var separator = '\0';
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '、';
            if (IsOpening(c))
            {
                depth++;
            }
            else if (IsClosing(c))
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (i == text.Length || (depth == 0 && (c is '、' or '，' or ',' or '；' or ';' or '/' or '／' or '\\' or '|' || char.IsWhiteSpace(c))))
            {
                var piece = text[start..i].Trim();
                if (piece.Length > 0)
                {
                    pieces.Add(new Piece(piece, separator));
                    separator = '\0';
                }

                // A hard separator beside white space wins: 区发改局、 区财政局.
                if (!char.IsWhiteSpace(c) || separator == '\0')
                {
                    separator = c;
                }

                start = i + 1;
            }
        }

        return pieces;
    }

    /// <summary>Joins what only white space parts when the halves make one name: 市自然资源和 ⏎ 规划局青岚分局, 区 财 政 局.</summary>
    private static List<string> Join(List<Piece> pieces)
    {
        var joined = new List<string>(pieces.Count);
        foreach (var (text, before) in pieces)
        {
            if (joined.Count > 0 && char.IsWhiteSpace(before) && BelongTogether(joined[^1], text))
            {
                joined[^1] += text;
            }
            else
            {
                joined.Add(text);
            }
        }

        return joined;
    }

    private static bool BelongTogether(string first, string second)
    {
        if (first.Length + second.Length > LongestName || IsOpening(second[0]))
        {
            return IsOpening(second[0]);
        }

        if (first.Length == 1 || second.Length == 1)
        {
            return true;
        }

        // 市自然资源和规划局 ⏎ 青岚分局: the branch of a city's bureau.
        if (second.EndsWith("分局", StringComparison.Ordinal) && second.Length <= 5 && first[0] is '市' or '省' && first[^1] == '局')
        {
            return true;
        }

        return !Endings.Any(ending => first.EndsWith(ending, StringComparison.Ordinal))
            && !IsClosing(first[^1])
            && !Openings.Any(opening => second.StartsWith(opening, StringComparison.Ordinal));
    }

    private static bool IsOpening(char c) => Openers.Contains(c);

    private static bool IsClosing(char c) => c is '）' or ')' or '>' or '〉' or '】' or ']' or '》' or '〕' or '＞';
}
