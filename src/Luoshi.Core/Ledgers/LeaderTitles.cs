using System.Buffers;
using Luoshi.Core.Reading;

namespace Luoshi.Core.Ledgers;

/// <summary>The posts that a responsible leader may hold, as words: what a title is made of.</summary>
internal static class LeaderTitles
{
    private const int LongestTitle = 16;

    /// <summary>What may stand before the core of a title.</summary>
    private static readonly string[] Prefixes =
    [
        "区委", "县委", "市委", "省委", "州委", "旗委", "镇委", "区政府", "县政府", "市政府", "区人民政府", "县人民政府", "市人民政府", "区府", "县府", "市府", "政府",
        "人大常委会", "区人大常委会", "县人大常委会", "市人大常委会", "区人大", "县人大", "市人大", "人大", "区政协", "县政协", "市政协", "政协",
        "党工委", "党委", "管委会", "高新区", "经开区", "开发区", "园区", "新区", "功能区", "公安局", "公安分局", "区公安分局", "县公安局", "市公安局", "区公安局", "人武部", "区人武部", "县人武部",
        "宣传部", "组织部", "统战部", "政法委", "纪委", "监委", "常务", "副", "第一", "一级", "二级", "三级", "四级", "执行", "专职", "代理", "代", "党组", "挂职", "原",
    ];

    /// <summary>What a title ends with.</summary>
    private static readonly string[] Cores =
    [
        "区长", "县长", "市长", "州长", "旗长", "盟长", "省长", "镇长", "乡长", "书记", "主任", "常委", "委员", "秘书长", "部长", "局长", "主席", "调研员", "巡视员", "党组成员",
        "党组书记", "检察长", "院长", "政委", "总监", "指挥长", "总指挥", "指挥", "会长", "董事长", "总经理", "督学", "街道办主任", "办公室主任", "督察专员",
    ];

    private static readonly SearchValues<string> CoreWords = SearchValues.Create(Cores, StringComparison.Ordinal);

    /// <summary>Whether the whole text is one title: 区长, 区委常委, 常务副区长, 区政府党组成员.</summary>
    public static bool IsTitle(ReadOnlySpan<char> text)
    {
        while (true)
        {
            if (text.IsEmpty)
            {
                return false;
            }

            foreach (var core in Cores)
            {
                if (text.SequenceEqual(core))
                {
                    return true;
                }
            }

            var longest = 0;
            foreach (var prefix in Prefixes)
            {
                if (prefix.Length > longest && text.StartsWith(prefix))
                {
                    longest = prefix.Length;
                }
            }

            if (longest == 0)
            {
                return false;
            }

            text = text[longest..];
        }
    }

    /// <summary>Whether a word of any office ends as titles do: 云溪镇党委书记. Weaker than <see cref="IsTitle"/>.</summary>
    public static bool EndsLikeTitle(string word) =>
        word.Length <= LongestTitle && word.All(PlainText.IsHan) && Array.Exists(Cores, core => word.Length > core.Length + 1 && word.EndsWith(core, StringComparison.Ordinal));

    /// <summary>Whether a title may stand in the text: a quick no for most lines.</summary>
    public static bool MayContain(string text) => text.AsSpan().ContainsAny(CoreWords);

    /// <summary>Whether a person holds this post beside another: 常委, 党组成员, 局长. The heads of the government and their deputies are none.</summary>
    public static bool IsSecondPost(string title) =>
        !(title.EndsWith('长') && Array.Exists(["区长", "县长", "市长", "州长", "旗长", "盟长", "省长", "镇长", "乡长", "秘书长"], head => title.EndsWith(head, StringComparison.Ordinal)));
}
