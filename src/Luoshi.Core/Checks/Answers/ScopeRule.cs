namespace Luoshi.Core.Checks.Answers;

/// <summary>Whether a figure of one place may stand for another.</summary>
internal sealed class ScopeRule(CheckSettings settings, string? district)
{
    /// <summary>Whether a reading of <paramref name="reading"/> answers a target of <paramref name="target"/>; null is the whole of what the row is about.</summary>
    public bool Covers(string? target, string? reading) => reading is null || target == reading || (IsWhole(target) && IsWhole(reading)) || (target is not null && reading is not null && SamePlace(target, reading));

    /// <summary>Whether the words mean the whole government's area, or say nothing.</summary>
    public bool IsWhole(string? scope)
    {
        if (scope is null || settings.WholeScopes.Contains(scope))
        {
            return true;
        }

        if (district is null)
        {
            return false;
        }

        var place = scope.StartsWith('小') ? scope.AsSpan(1) : scope.AsSpan();
        return place.StartsWith(district, StringComparison.Ordinal) && place[district.Length..] is "" or "区" or "市" or "县" or "旗";
    }

    private static bool SamePlace(string left, string right) => left.Contains(right, StringComparison.Ordinal) || right.Contains(left, StringComparison.Ordinal);

    /// <summary>青岚 of 海州市青岚区人民政府; null where the government is not named.</summary>
    public static string? DistrictOf(string? government)
    {
        if (government is null)
        {
            return null;
        }

        var name = government.AsSpan();
        var end = name.IndexOf("人民政府");
        name = (end > 0 ? name[..end] : name).TrimEnd();
        if (name.Length > 2 && name[^1] is '区' or '县' or '市' or '旗')
        {
            name = name[..^1];
        }

        var above = name.LastIndexOfAny("省市州盟");
        name = name[(above + 1)..];
        return name.Length is >= 2 and <= 6 ? name.ToString() : null;
    }
}
