using System.Text.RegularExpressions;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Documents.Reading.Tables;

/// <summary>What a document says of itself outside its rows: title, government, date, and the month its title names.</summary>
internal sealed partial record DocumentFacts(string? Title, string? Government, DateOnly? Date, int? Year, PeriodMention? TitlePeriod)
{
    private const int LongestTitle = 80;

    private static readonly string[] TitleWords =
    [
        "重点工作", "重点任务", "工作报告", "完成情况", "进展情况", "推进情况", "落实情况", "任务", "材料", "台账", "督查", "督办", "清单", "分解", "情况表", "汇总表", "通报", "民生实事", "计划", "目标", "进度表", "报送表",
    ];

    /// <summary>Looks at lines outside tables, in order; sheet names and title rows count as lines.</summary>
    public static DocumentFacts From(IReadOnlyList<string> lines)
    {
        var titles = lines.Where(IsTitle).ToList();
        // The line that names the month is the title of what follows; a cover may name only the year.
        var title = titles.Find(line => PeriodText.Find(WithoutDate(line)) is not null) ?? titles.Find(line => PeriodText.FindYear(line) is not null) ?? titles.FirstOrDefault();
        var date = lines.Where(line => line.Length <= LongestTitle).Select(DateText.Find).FirstOrDefault(found => found is not null);
        var titlePeriod = title is null ? null : PeriodText.Find(WithoutDate(title));
        var year = titlePeriod?.Year
            ?? (title is null ? null : PeriodText.FindYear(title))
            ?? lines.Where(line => line.Length <= LongestTitle).Select(PeriodText.FindYear).FirstOrDefault(found => found is not null)
            ?? date?.Year;
        return new DocumentFacts(title is null ? null : Squeeze(title), FindGovernment(lines), date, year, titlePeriod);
    }

    private static bool IsTitle(string line) =>
        line.Length is >= 4 and <= LongestTitle
        && line[^1] is not ('。' or '；' or '，' or '：' or ':')
        && !ListMark.TryRead(line, out _, out _)
        && Array.Exists(TitleWords, word => line.Contains(word, StringComparison.Ordinal));

    private static string? FindGovernment(IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            if (line.Length <= 120 && GovernmentName().Match(PlainText.Compact(line)) is { Success: true } match)
            {
                return match.Value;
            }
        }

        return null;
    }

    // 2024 年 4 月 28 日 in a title is the day of the meeting, not the month reported on.
    private static string WithoutDate(string line) => DayDate().Replace(PlainText.Compact(line), "");

    // A title set with spaces (2024 年 … （4 月）) is the same title: spaces stay only between Latin words.
    private static string Squeeze(string title) => InnerSpace().Replace(title.Replace('\n', ' '), "");

    [GeneratedRegex(@"[\u4E00-\u9FFF]{1,12}?[省市县区州盟旗镇乡](?:人民)?政府(?!工作报告|网|采购|性|督查|投资|债)|[\u4E00-\u9FFF]{1,14}?(?:开发区|新区|高新区|功能区|产业园区|工业园区|度假区)管(?:理)?委(?:员)?会", RegexOptions.CultureInvariant)]
    private static partial Regex GovernmentName();

    [GeneratedRegex(@"\d{4}年\d{1,2}月\d{1,2}日", RegexOptions.CultureInvariant)]
    private static partial Regex DayDate();

    [GeneratedRegex(@"(?<![A-Za-z])\s+|\s+(?![A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex InnerSpace();
}
