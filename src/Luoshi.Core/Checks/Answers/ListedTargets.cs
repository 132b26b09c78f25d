using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Answers;

/// <summary>绿色食品5个、有机农产品2个 answer 绿色食品、有机农产品12个: what is promised of several things together is told of each.</summary>
internal static class ListedTargets
{
    private const int Before = 4;

    private const int Verb = 2;

    private const string AndAbove = "以上";

    private static readonly char[] Marks = ['、', '和', '及', '或'];

    // 另有6项已立项: told beside what is done, and of no thing by name.
    private static readonly WordFinder Further = new("另有 还有 另外");

    /// <summary>引进世界500强、 before 中国500强或龙头企业, 足球场、篮球场等 before 运动场地: the items of the list, with their marks, that stand right before the target and that its name has lost; empty where it has lost none.</summary>
    public static string Unread(CheckedRow row, Quantity target)
    {
        if (row.Targets.FirstOrDefault(own => ReferenceEquals(own.Quantity, target)) is not { Source.Field: "content" })
        {
            return "";
        }

        var clause = Clauses.Around(row.Content, target.Span);
        var before = row.Content.AsSpan(clause.Start, Math.Max(0, target.Span.Start - clause.Start));
        var verb = LeadingVerbs.VerbLength(before) is var length && length < before.Length - 1 ? length : Math.Min(Verb, before.Length);
        return before.Length > 1 && before[^1] is '、' or '或' or '等' && !row.Targets.Any(other => clause.Contains(other.Quantity.Span) && other.Quantity.Span.Start < target.Span.Start) ? before[verb..].ToString().Replace('等', '、') : "";
    }

    /// <summary>The readings by their index that together answer the target; null where it names one thing, or fewer than two of its things are told, each once and with nothing else.</summary>
    public static List<int>? Parts(CheckedRow row, IReadOnlyList<StatedQuantity> readings, Quantity target)
    {
        if (readings.Count < 2 || target.Metric is not { } metric || $"{Unread(row, target)}{metric}" is var listed && listed.IndexOfAny(Marks) < 0)
        {
            return null;
        }

        var names = listed.Split(Marks, StringSplitOptions.RemoveEmptyEntries).Select(MetricNames.Key).Where(name => name.Length > 1).ToList();
        if (names.Count == 0)
        {
            return null;
        }

        var lowest = LowestLevel(names[0]);
        var told = new Dictionary<string, int>();
        for (var i = 0; i < readings.Count; i++)
        {
            var reading = readings[i].Quantity;
            if (reading.Kind != target.Kind || reading.BaseUnit != target.BaseUnit || reading.WholeIndex is not null || IsOfLowerLevel(reading.MetricKey, names) || !Numbers.CanBeAdded(reading.BaseValue) || names.Find(name => Names(name, reading.MetricKey) || SharesTheLast(name, reading.MetricKey, names[^1]) || IsOfALevel(name, reading.MetricKey, lowest)) is null
                || Further.Find(row.Progress, TextSpan.Between(Math.Max(0, reading.ValueSpan.Start - Before), reading.ValueSpan.Start)) is not null || !Stages.Answers(Stages.Asked(target), Stages.Of(row.Progress, reading).Stage))
            {
                continue;
            }

            if (!told.TryAdd(reading.MetricKey, i))
            {
                return null;
            }
        }

        return told.Count > 1 ? [.. told.Values] : null;
    }

    /// <summary>省级智能工厂 of 省级以上智能工厂, 地理标志农产品登记 of 地理标志农产品, 国家级单项冠军 of 国家级制造业单项冠军.</summary>
    private static bool Names(string name, string told) =>
        name == told || LeavesOutAWord(name, told) || MetricMatch.Score(name, told) >= 0.9 || name.Replace("以上", "", StringComparison.Ordinal) == told || (told.StartsWith(name, StringComparison.Ordinal) && told[name.Length..] is "登记" or "认证");

    /// <summary>世界500强企业投资项目 of 世界500强、上市公司投资项目: the last word of the list is said of each.</summary>
    private static bool SharesTheLast(string name, string told, string last)
    {
        const int Word = 2;
        return name.Length >= Word && last.Length > Word && told.Length > name.Length && told.StartsWith(name, StringComparison.Ordinal) && told.EndsWith(last[^Word..], StringComparison.Ordinal);
    }

    /// <summary>市级 of 市级以上企业技术中心、工程研究中心: the lowest level that counts, which the first of the list says for all; -1 where it says none.</summary>
    private static int LowestLevel(string first) => Array.FindIndex(LowerLevels.Names, level => first.StartsWith(level + AndAbove, StringComparison.Ordinal));

    /// <summary>市级企业技术中心 beside 省级工程研究中心、企业技术中心: a level under that of the first, which nothing in the list names.</summary>
    private static bool IsOfLowerLevel(string told, List<string> names) =>
        Array.FindIndex(LowerLevels.Names, names[0].StartsWith) is >= 0 and var asked && Array.FindIndex(LowerLevels.Names, told.StartsWith) is >= 0 and var level && level > asked && !names.Exists(name => name.StartsWith(LowerLevels.Names[level], StringComparison.Ordinal));

    private static bool IsOfALevel(string name, string told, int lowest)
    {
        if (lowest < 0 || Array.FindIndex(LowerLevels.Names, told.StartsWith) is not (>= 0 and var level) || level > lowest)
        {
            return false;
        }

        var thing = name.StartsWith(LowerLevels.Names[lowest] + AndAbove, StringComparison.Ordinal) ? name[(LowerLevels.Names[lowest].Length + AndAbove.Length)..] : name;
        return told.AsSpan(LowerLevels.Names[level].Length).SequenceEqual(thing);
    }

    private static bool LeavesOutAWord(string name, string told)
    {
        const int Word = 2;
        return told.Length >= 2 * Word && told.Length < name.Length && told.StartsWith(name[..Word], StringComparison.Ordinal) && told.EndsWith(name[^Word..], StringComparison.Ordinal) && MetricMatch.IsWithin(told, name);
    }
}
