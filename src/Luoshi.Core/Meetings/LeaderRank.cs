using Luoshi.Core.Ledgers;

namespace Luoshi.Core.Meetings;

/// <summary>
/// The protocol order of posts, for inputs that bring no order of their own: the head, the first deputy, members of the standing
/// committee, deputies, party-group members, everybody else. Within one rank the order of appearance stands.
/// </summary>
internal static class LeaderRank
{
    private static readonly string[] s_heads = ["区长", "市长", "县长", "州长", "旗长", "盟长", "省长", "主席", "主任", "乡长", "镇长"];

    public static int Of(LeaderMention? leader)
    {
        if (leader?.Title is not { } title)
        {
            return 6;
        }

        var deputy = title.Contains('副', StringComparison.Ordinal);
        var first = title.Contains("常务", StringComparison.Ordinal) && !title.Contains("常务委员", StringComparison.Ordinal);
        return deputy && first ? 1
            : title.Contains("常委", StringComparison.Ordinal) ? 2
            : deputy ? 3
            : s_heads.Any(head => title.EndsWith(head, StringComparison.Ordinal)) ? 0
            : title.Contains("党组", StringComparison.Ordinal) ? 4
            : 5;
    }
}
