using System.Text.RegularExpressions;
using Luoshi.Core.Reading;

namespace Luoshi.Documents.Reading.Pdf;

/// <summary>Takes page numbers and the headers and footers that every page repeats out of the pages' lines.</summary>
internal static partial class RunningText
{
    /// <summary>Headers and footers stand in the outer eighth of a page.</summary>
    private const double Margin = 0.125;

    public static void Remove(IReadOnlyList<PageLayout> pages, List<ReadingProblem> problems)
    {
        var repeated = Repeated(pages);
        var kept = new HashSet<string>();
        foreach (var page in pages)
        {
            var removed = page.Lines.RemoveAll(line => IsOuter(line, page)
                && (PageNumber().IsMatch(line.Text) || (repeated.Contains(Place(line, page)) && !(IsHeading(line) && kept.Add(Pattern(line))))));
            if (removed > 0)
            {
                problems.Add(new ReadingProblem(
                    ProblemSeverity.Info, "page-furniture", $"第 {page.Number} 页的页码、页眉或页脚已略去。", new SourceLocation(Page: page.Number)));
            }
        }
    }

    private static HashSet<(string, int)> Repeated(IReadOnlyList<PageLayout> pages) =>
        pages
            .SelectMany(page => page.Lines.Where(line => IsOuter(line, page)).Select(line => Place(line, page)).Distinct())
            .GroupBy(place => place)
            .Where(same => same.Count() >= 2 && same.Count() * 2 >= pages.Count)
            .Select(same => same.Key)
            .ToHashSet();

    private static bool IsOuter(TextLine line, PageLayout page) =>
        (line.Baseline < page.Height * Margin || line.Baseline > page.Height * (1 - Margin))
        && !page.Tables.Exists(t => t.Grid.Top < line.Baseline && t.Grid.Bottom > line.Baseline);

    private static (string Pattern, int Height) Place(TextLine line, PageLayout page)
    {
        const double alike = 3;
        var fromEdge = line.Baseline > page.Height / 2 ? page.Height - line.Baseline : line.Baseline;
        return (Pattern(line), (int)Math.Round(fromEdge / alike));
    }

    private static string Pattern(TextLine line) => Digits().Replace(line.Text, "0").Trim();

    // The title over every leader's table is repeated too, and its first time is the document's title.
    private static bool IsHeading(TextLine line) =>
        line.Text.Contains('年', StringComparison.Ordinal) && line.Text.Contains('月', StringComparison.Ordinal);

    [GeneratedRegex(@"^[\s\-—–－―·•.]*第?\s*\d{1,4}\s*页?\s*([/／,，]?\s*共?\s*\d{1,4}\s*页?)?[\s\-—–－―·•.]*$")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
