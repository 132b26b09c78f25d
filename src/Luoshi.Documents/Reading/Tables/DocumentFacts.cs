using System.Buffers;
using System.Text.RegularExpressions;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Documents.Reading.Tables;

/// <summary>What a document says of itself outside its rows: title, government, date, and the month its title names.</summary>
internal sealed partial record DocumentFacts(string? Title, string? Government, DateOnly? Date, int? Year, PeriodMention? TitlePeriod)
{
    private const int LongestTitle = 80;

    private static readonly SearchValues<string> TitleWords = SearchValues.Create(
    [
        "重点工作", "重点任务", "工作报告", "完成情况", "进展情况", "推进情况", "落实情况", "任务", "材料", "台账", "督查", "督办", "清单", "分解", "情况表", "汇总表", "通报", "民生实事", "计划", "目标", "进度表", "报送表", "进展", "推进", "实事", "项目", "情况", "分工",
    ], StringComparison.Ordinal);

    /// <summary>Looks at lines outside tables, in order; sheet names and title rows count as lines.</summary>
    public static DocumentFacts From(IReadOnlyList<string> lines)
    {
        var shortLines = lines.Where(line => line.Length <= LongestTitle).ToList();
        var (title, titlePeriod) = FindTitle(shortLines);
        var date = shortLines.Select(DateText.Find).FirstOrDefault(found => found is not null);
        var year = titlePeriod?.Year
            ?? (title is null ? null : PeriodText.FindYear(title))
            // 2023年秋季以来 inside a sentence says nothing of the document.
            ?? shortLines.Where(MayBeTitle).Select(line => PeriodText.FindYear(WithoutDate(line))).FirstOrDefault(found => found is not null)
            // 12月份完成情况 of the 5th of January is last year's.
            ?? (date?.Month < titlePeriod?.Month ? date?.Year - 1 : date?.Year);
        return new DocumentFacts(title is null ? null : Squeeze(title), FindGovernment(lines), date, year, titlePeriod);
    }

    /// <summary>
    /// The period of a document whose title and columns name no month: the month of its day; December when its day lies after the
    /// year it speaks of, or when it speaks of 2024年度 and has no day.
    /// </summary>
    public ReportingPeriod? PeriodWithoutMonth() =>
        Date is { } date && (Year is null || Year >= date.Year) ? new ReportingPeriod(date.Year, date.Month)
        : Year is { } year && (Date is not null || Title?.Contains("年度", StringComparison.Ordinal) == true) ? new ReportingPeriod(year, 12)
        : null;

    // The line that names the month is the title of what follows; a cover may name only the year.
    private static (string? Title, PeriodMention? Period) FindTitle(List<string> lines)
    {
        string? withYear = null;
        string? first = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (!MayBeTitle(line))
            {
                continue;
            }

            var isTitle = HasTitleWord(line);
            var year = PeriodText.FindYear(line);
            if ((isTitle || year is not null) && PeriodText.Find(WithoutDate(line)) is { } period)
            {
                // A title set in two lines: …2024年政府工作报告重点任务 ⏎ 5月份完成情况表.
                return year is null && i > 0 && MayBeTitle(lines[i - 1]) && HasTitleWord(lines[i - 1]) && PeriodText.FindYear(lines[i - 1]) is { } above
                    ? (lines[i - 1] + line, period with { Year = above })
                    : (line, period);
            }

            first ??= isTitle ? line : null;
            withYear ??= isTitle && year is not null ? line : null;
        }

        return (withYear ?? first, null);
    }

    private static bool HasTitleWord(string line) => line.AsSpan().ContainsAny(TitleWords);

    private static bool MayBeTitle(string line) =>
        line.Length is >= 4 and <= LongestTitle
        && line[^1] is not ('；' or '：' or ':')
        && !line.AsSpan().ContainsAny('。', '，')
        && !ListMark.TryRead(line, out _, out _);

    private static string? FindGovernment(IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            if (line.Length > LongestTitle || !line.AsSpan().ContainsAny('府', '管'))
            {
                continue;
            }

            // Two offices on one line stand apart; a name set with spaces (青 岚 区 人 民 政 府) is one.
            foreach (var words in (string[])[.. line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), PlainText.Compact(line)])
            {
                if (GovernmentName().Match(PlainText.Compact(words)) is { Success: true } match)
                {
                    return match.Groups["name"].Value;
                }
            }
        }

        return null;
    }

    // 2024 年 4 月 28 日 in a title is the day of the meeting, not the month reported on.
    private static string WithoutDate(string line) => DayDate().Replace(PlainText.Compact(line), "");

    // A title set with spaces (2024 年 … （4 月）) is the same title: spaces stay only between Latin words. 附件1： is no part of it.
    private static string Squeeze(string title) => InnerSpace().Replace(AttachmentLabel().Replace(title.Trim(), ""), "");

    // A name begins a line or follows a mark, and no name begins like 根据市政府要求 or 各镇人民政府.
    [GeneratedRegex(@"(?<![\u4E00-\u9FFF])(?!各|全[区县市]|本|根据|按照?|由|请|我|报|现|在|经[^开济]|区委|县委|市委)(?<name>[\u4E00-\u9FFFX×]{1,12}?[省市县区州盟旗镇乡](?:人民)?政府(?!工作报告|网|采购|性|督查|投资|债|要求|部署|领导|同意)|[\u4E00-\u9FFF]{1,14}?(?:开发区|新区|高新区|功能区|产业园区|工业园区|度假区)管(?:理)?委(?:员)?会)", RegexOptions.CultureInvariant)]
    private static partial Regex GovernmentName();

    [GeneratedRegex(@"\d{4}年\d{1,2}月\d{1,2}日", RegexOptions.CultureInvariant)]
    private static partial Regex DayDate();

    [GeneratedRegex(@"^附\s*(?:件|表)\s*[\d一二三四五六七八九十]*\s*[:：]?\s*(?=.{4})", RegexOptions.CultureInvariant)]
    private static partial Regex AttachmentLabel();

    [GeneratedRegex(@"(?<![A-Za-z])\s+|\s+(?![A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex InnerSpace();
}
