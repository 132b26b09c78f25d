using System.Text.RegularExpressions;

namespace Luoshi.Documents.Reading.Text;

/// <summary>Lines that only number a page: — 3 —, 第 3 页 共 9 页, Page 3 of 9.</summary>
internal static partial class PageNumber
{
    private const int LongestLine = 24;

    public static bool Is(ReadOnlySpan<char> line) => line.Length <= LongestLine && Pattern().IsMatch(line);

    [GeneratedRegex(
        @"^(?:[-—–－─―]{1,3} ?\d{1,4} ?[-—–－─―]{1,3}|第 ?[\d一二三四五六七八九十百]{1,4} ?页(?: ?[,，/／]? ?共 ?[\d一二三四五六七八九十百]{1,4} ?页)?|共 ?\d{1,4} ?页 ?[,，/／]? ?第 ?\d{1,4} ?页|[Pp]age \d{1,4}(?: (?:of|/) \d{1,4})?)$")]
    private static partial Regex Pattern();
}
