using System.Buffers;
using Luoshi.Core.Reading;

namespace Luoshi.Core.Ledgers;

/// <summary>Where one unit's name ends and the next begins, from separators and from what names end and begin with.</summary>
internal static class UnitPieces
{
    private const int LongestName = 40;

    /// <summary>The brackets a qualifier may stand in.</summary>
    public static readonly SearchValues<char> Openers = SearchValues.Create("（(<＜〈【[《〔");

    private static readonly SearchValues<char> Closers = SearchValues.Create("）)>＞〉】]》〕");

    /// <summary>等12个部门, 等有关单位: what may follow 等 at the end of a list.</summary>
    private static readonly SearchValues<char> EtCetera = SearchValues.Create("有关相各部门单位和及个家多余0123456789０１２３４５６７８９一二三四五六七八九十");

    /// <summary>What a unit's name may end with; a line that does not end so may go on in the next one.</summary>
    private static readonly string[] Endings =
    [
        "局", "委", "办", "部", "院", "会", "室", "厅", "处", "科", "股", "所", "站", "馆", "校", "园", "队", "团", "社", "行", "台", "场", "库", "厂", "港", "店", "矿", "区", "县", "市",
        "镇", "乡", "村", "中心", "集团", "公司", "街道", "单位", "部门", "指挥部", "专班", "政府", "学院", "大学", "医院", "平台", "组", "联", "企业", "党校", "发", "投", "办事处", "海关", "银行", "团区委",
    ];

    /// <summary>
    /// The endings that no part of a name has before 和 or 与: 区发改局和区财政局 is two, 区农业农村和水利局 and 市自然资源和规划局 are one.
    /// </summary>
    private static readonly string[] SureEndings =
    [
        "局", "委", "办", "部", "院", "厅", "处", "室", "管委会", "委员会", "工会", "协会", "联合会", "中心", "集团", "公司", "街道", "政府", "大队", "支队", "海关", "单位", "部门", "党校", "大学",
    ];

    private static readonly string[] Conjunctions = ["以及", "和", "与", "及"];

    private static readonly string[] Openings =
    [
        "区", "市", "县", "省", "州", "旗", "各", "镇", "国家", "国网", "中国", "有关", "相关",
    ];

    /// <summary>The names that separators part. What only white space parts is joined when the halves make one name: 区 财 政 局.</summary>
    public static List<string> Of(string text)
    {
        var pieces = new List<string>();
        var depth = 0;
        var start = 0;
        var separated = true;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '、';
            if (Openers.Contains(c))
            {
                depth++;
            }
            else if (IsClosing(c))
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (i == text.Length || (depth == 0 && (IsSeparator(c) || char.IsWhiteSpace(c))))
            {
                Add(text[start..i].Trim());
                separated |= !char.IsWhiteSpace(c);
                start = i + 1;
            }
        }

        return pieces;

        void Add(string piece)
        {
            if (piece is "" or "and" or "&")
            {
                return;
            }

            if (!separated && pieces.Count > 0 && BelongTogether(pieces[^1], piece))
            {
                pieces[^1] += piece;
            }
            else
            {
                pieces.Add(piece);
            }

            separated = false;
        }
    }

    /// <summary>区发改局和区财政局 as two names; a name that has 和 inside it stays whole. Nothing for an empty text.</summary>
    public static IEnumerable<string> Conjoined(string piece)
    {
        foreach (var conjunction in piece.Length > 3 * LongestName ? [] : Conjunctions)
        {
            for (var at = piece.IndexOf(conjunction, StringComparison.Ordinal); at > 0; at = piece.IndexOf(conjunction, at + 1, StringComparison.Ordinal))
            {
                var (first, second) = (piece[..at], piece[(at + conjunction.Length)..]);
                if (IsWhole(first) && IsWhole(second) && !IsBranch(second))
                {
                    return [first, .. Conjoined(second)];
                }
            }
        }

        return piece.Length == 0 ? [] : [piece];

        // 东湖街道和云溪镇: a place is as sure an end as 局, but only where nothing else can follow it.
        static bool IsWhole(string name) => LooksLikeUnit(name) && (EndsWithAny(name, SureEndings) || (name.Length <= 4 && name[^1] is '镇' or '乡') || IsClosing(name[^1]));

        // 市公安局和平分局: one branch, not two units.
        static bool IsBranch(string name) => name.Length <= 4 && name.EndsWith("分局", StringComparison.Ordinal);
    }

    /// <summary>Without 等, 等有关单位, 等12个部门 at the end.</summary>
    public static string WithoutEtCetera(string piece)
    {
        var at = piece.LastIndexOf('等');
        return at > 0 && piece.AsSpan(at + 1).IndexOfAnyExcept(EtCetera) < 0 ? piece[..at].TrimEnd() : piece;
    }

    /// <summary>Whether the text, as a whole, can be a unit's name.</summary>
    public static bool LooksLikeUnit(string name)
    {
        var open = name.AsSpan().IndexOfAny(Openers);
        var stem = open > 0 && IsClosing(name[^1]) ? name[..open] : name;
        return stem.Length is >= 2 and <= LongestName
            && EndsWithAny(stem, Endings)
            && stem.All(c => PlainText.IsHan(c) || char.IsAsciiLetterOrDigit(c) || c is '·' or '“' or '”');
    }

    public static bool IsClosing(char c) => Closers.Contains(c);

    private static bool IsSeparator(char c) => c is '、' or '，' or ',' or '；' or ';' or '/' or '／' or '\\' or '|' or (>= '①' and <= '⑳');

    private static bool BelongTogether(string first, string second)
    {
        var together = first.Length + second.Length;
        if (together > LongestName || Openers.Contains(second[0]))
        {
            return together <= 2 * LongestName && Openers.Contains(second[0]);
        }

        if (first.Length == 1 || second.Length == 1)
        {
            // 区委编办 区 纪 委: the next name may be set with spaces.
            return first.Length == 1 || !(second[0] is '区' or '市' or '县' or '各' && EndsWithAny(first, Endings));
        }

        // 市自然资源和规划局 ⏎ 青岚分局: the branch of a city's bureau.
        if (second.EndsWith("分局", StringComparison.Ordinal) && second.Length <= 5 && first[0] is '市' or '省' && first[^1] == '局')
        {
            return true;
        }

        return !EndsWithAny(first, Endings) && !IsClosing(first[^1]) && !Array.Exists(Openings, opening => second.StartsWith(opening, StringComparison.Ordinal));
    }

    private static bool EndsWithAny(string name, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
