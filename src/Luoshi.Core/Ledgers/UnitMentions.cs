using Luoshi.Core.Reading;

namespace Luoshi.Core.Ledgers;

/// <summary>
/// A cell of units taken apart: separators 、，；/ line breaks and spaces, qualifiers kept, names that the column's width broke in two joined again.
/// <see cref="Lead"/> and <see cref="Supporting"/> keep the cell's order; units stay in <see cref="Lead"/> unless the cell itself marks them 配合
/// or marks others 牵头.
/// </summary>
public sealed record UnitMentions(IReadOnlyList<UnitMention> Lead, IReadOnlyList<UnitMention> Supporting)
{
    private static readonly UnitMentions None = new([], []);

    private static readonly string[] LeadMarks = ["牵头", "主办", "主责", "负责"];
    private static readonly string[] SupportMarks = ["配合", "协办", "参与", "协同", "参加", "协助"];

    /// <summary>How the marked units do it, which says nothing of who.</summary>
    private static readonly string[] Manners = ["按职责分工", "按职责", "分别", "共同", "联合"];

    private enum Side
    {
        Open,
        Lead,
        Supporting,
    }

    /// <summary>Reads a cell of units; an empty or nothing-saying text gives none.</summary>
    public static UnitMentions Parse(string? text)
    {
        if (PlainText.IsNothing(text))
        {
            return None;
        }

        var units = new List<(UnitMention Unit, Side Side)>();
        // 甲局牵头，乙局、丙局配合: names wait for the mark that follows them; 牵头单位：甲局 settles those that follow the label.
        var settled = 0;
        var label = Side.Open;
        var leadMarked = false;
        foreach (var joined in UnitPieces.Of(text))
        {
            var piece = joined;
            var colon = piece.AsSpan().IndexOfAny('：', ':');
            if (colon is > 0 and <= 8)
            {
                label = Contains(piece[..colon], SupportMarks) ? Side.Supporting : Side.Lead;
                piece = piece[(colon + 1)..].TrimStart();
            }

            piece = piece.TrimEnd('。', '.').TrimStart('·', '•', '-');
            var mark = EndMark(piece);
            piece = UnitPieces.WithoutEtCetera(WithoutManner(piece[..^(mark?.Length ?? 0)]).TrimEnd());
            foreach (var name in UnitPieces.Conjoined(ListMark.Strip(piece)))
            {
                var unit = WithQualifier(name);
                var role = unit.Qualifier is null ? Side.Open : RoleOf(unit.Qualifier);
                leadMarked |= role == Side.Lead;
                units.Add(role == Side.Open ? (unit, label) : (unit with { Qualifier = null }, role));
            }

            if (mark is not null)
            {
                for (var i = settled; i < units.Count; i++)
                {
                    units[i] = units[i].Side == Side.Open ? units[i] with { Side = RoleOf(mark) } : units[i];
                }

                settled = units.Count;
            }
        }

        // 甲局（牵头）、乙局: whoever is not marked helps the one who is.
        var open = leadMarked ? Side.Supporting : Side.Lead;
        return new UnitMentions(
            [.. units.Where(u => (u.Side == Side.Open ? open : u.Side) == Side.Lead).Select(u => u.Unit)],
            [.. units.Where(u => (u.Side == Side.Open ? open : u.Side) == Side.Supporting).Select(u => u.Unit)]);
    }

    /// <summary>Whether the text, as a whole, can be a unit's name: 区发改局, 各镇（街道）, 区城投集团.</summary>
    public static bool LooksLikeUnit(string name) => UnitPieces.LooksLikeUnit(name);

    private static string? EndMark(string piece) =>
        Array.Find(LeadMarks, mark => EndsWith(piece, mark)) ?? Array.Find(SupportMarks, mark => EndsWith(piece, mark));

    private static string WithoutManner(string piece) => Array.Find(Manners, manner => EndsWith(piece, manner)) is { } manner ? piece[..^manner.Length] : piece;

    private static bool EndsWith(string piece, string mark) => piece.Length > mark.Length && piece.EndsWith(mark, StringComparison.Ordinal);

    private static Side RoleOf(string word)
    {
        var bare = word.EndsWith("单位", StringComparison.Ordinal) || word.EndsWith("部门", StringComparison.Ordinal) ? word[..^2] : word;
        return Array.IndexOf(LeadMarks, bare) >= 0 ? Side.Lead : Array.IndexOf(SupportMarks, bare) >= 0 ? Side.Supporting : Side.Open;
    }

    private static bool Contains(string text, string[] marks) => Array.Exists(marks, mark => text.Contains(mark, StringComparison.Ordinal));

    private static UnitMention WithQualifier(string piece)
    {
        var open = piece.AsSpan().IndexOfAny(UnitPieces.Openers);
        // 各镇（街道）, 各县（市、区）: the brackets are part of the name.
        if (open <= 0 || piece[0] == '各' || !UnitPieces.IsClosing(piece[^1]))
        {
            return new UnitMention(piece);
        }

        var name = piece[..open].TrimEnd();
        var qualifier = piece[(open + 1)..^1].Trim();
        return name.Length == 0 || qualifier.Length == 0 ? new UnitMention(piece) : new UnitMention(name, qualifier);
    }
}
