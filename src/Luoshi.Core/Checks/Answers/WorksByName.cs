using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Answers;

/// <summary>建成实验小学、第三中学 for 新建学校2所: works that are told by their names are as many as there are names, where each name ends in the kind that is asked for.</summary>
internal static class WorksByName
{
    private const int Most = 12;

    private const int Kind = 2;

    // 断头路, 人行天桥: here one character names the kind.
    private const string OneWordKinds = "路桥街渠闸站园馆巷";

    private static readonly string[] Done = ["建成投入使用", "建成投用", "竣工投用", "建成启用", "建成通车", "竣工通车", "建成移交", "投入使用", "建成", "竣工", "完工", "投用", "投运", "启用", "通车", "交付", "打通", "贯通"];

    private static readonly string[] When = ["目前", "已经", "已", "均已", "均", "全部", "都已", "现已", "正式", "相继", "先后", "顺利", "全面", "累计", "今年", "上半年", "等"];

    private static readonly WordFinder NotYet = new("主体 预计 计划 将 拟 待 正在 有望 力争 确保 未 年底 下半年 基本 前期 项目 方案");

    /// <summary>The names of finished works of the target's kind; none where the target counts more than are told by name.</summary>
    public static IReadOnlyList<string> Of(CheckedRow row, Quantity target)
    {
        if (target is not { Kind: QuantityKind.Count, BaseValue: > 0 and <= Most, MetricKey.Length: >= Kind } || Stages.Asked(target) is not (Stage.Finished or Stage.Unknown))
        {
            return [];
        }

        var names = new List<string>();
        foreach (var clause in Clauses.All(row.Progress))
        {
            var words = clause.Of(row.Progress);
            if (NotYet.Find(row.Progress, clause) is null && Listed(words) is { } list && list.Split(['、', '和', '及', '与'], StringSplitOptions.RemoveEmptyEntries) is { } told && Array.TrueForAll(told, name => IsOfKind(name, target.MetricKey)))
            {
                names.AddRange(told.Except(names));
            }
        }

        return names;
    }

    /// <summary>What stands behind a verb of finishing at the head of the clause, or before one at its end.</summary>
    private static string? Listed(string clause)
    {
        var words = clause.Trim();
        var head = Bare(words, fromStart: true);
        if (Array.Find(Done, head.StartsWith) is { } first)
        {
            return head[first.Length..].TrimEnd('等');
        }

        return Array.Find(Done, words.EndsWith) is { } last ? Bare(words[..^last.Length], fromStart: false) : null;
    }

    private static string Bare(string words, bool fromStart)
    {
        while (Array.Find(When, word => fromStart ? words.StartsWith(word, StringComparison.Ordinal) : words.EndsWith(word, StringComparison.Ordinal)) is { } said)
        {
            words = fromStart ? words[said.Length..] : words[..^said.Length];
        }

        return words;
    }

    private static bool IsOfKind(string name, string asked) =>
        name.Length > Kind && !Clauses.HasFigures(name)
            && (name.EndsWith(asked[^Kind..], StringComparison.Ordinal) || (OneWordKinds.Contains(asked[^1], StringComparison.Ordinal) && name[^1] == asked[^1]) || Classes.IsMember(name, asked));
}
