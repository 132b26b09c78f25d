namespace Luoshi.Core.Checks.Names;

/// <summary>10亿元以上项目 are no 亿元以上项目: how large a thing must be to be counted is a part of its name.</summary>
internal static class Sizes
{
    private const string AndAbove = "元以上";

    /// <summary>Whether both names set a size and not the same one.</summary>
    public static bool Differ(string left, string right) => Of(left) is { } first && Of(right) is { } second && first != second;

    /// <summary>10亿 of 投资10亿元以上项目, 亿 of 亿元以上项目 and of 1亿元以上项目; null where a name sets none.</summary>
    private static string? Of(string name)
    {
        var end = name.IndexOf(AndAbove, StringComparison.Ordinal);
        var start = end;
        while (start > 0 && (char.IsAsciiDigit(name[start - 1]) || name[start - 1] is '.' or '亿' or '万' or '千' or '百'))
        {
            start--;
        }

        return end <= 0 || start == end ? null : name[start..end] is "1亿" ? "亿" : name[start..end];
    }
}
