using Luoshi.Core.Checks.Doubts;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>第二双眼睛 — examines every task of a set of documents. The same documents and settings give the same report.</summary>
public static class TaskChecks
{
    /// <param name="documents">One set: conflicts and repeated texts are looked for across all of them.</param>
    /// <param name="previous">Earlier months' documents; their order does not matter.</param>
    /// <param name="asOf">The month to judge by; null takes the newest period of the documents.</param>
    /// <param name="settings">Thresholds and tolerances.</param>
    /// <param name="plans">Approved plans by month; what they ask for goes before the straight line.</param>
    /// <returns>
    /// The report, its tasks in the order of the documents, or a refusal: <c>no-tasks</c>, <c>period-unknown</c>, <c>plan-without-months</c>.
    /// </returns>
    public static Outcome<CheckReport> Examine(IReadOnlyList<TaskDocument> documents, IReadOnlyList<TaskDocument> previous, ReportingPeriod? asOf, CheckSettings settings, IReadOnlyList<TaskDocument>? plans = null)
    {
        if (!documents.Any(document => document.Tasks.Count > 0))
        {
            return new Refusal("no-tasks", "文件里没有认出重点工作，无从核对。请先用 luoshi read 查看读出了什么，表头要有“工作内容”一列。");
        }

        if ((asOf ?? documents.Max(document => document.Period)) is not { } month)
        {
            return new Refusal("period-unknown", "文件没有写明是哪个月的材料，不能判断进度。请加上 --as-of，例如 --as-of 2024-04。");
        }

        if (plans?.FirstOrDefault(plan => !MonthlyPlans.HasMonths(plan)) is { } other)
        {
            return new Refusal("plan-without-months", $"{other.Source}：没有认出分月计划。计划表要有“工作内容”一列，各月各占一列，表头写1月、2月……或4月计划。");
        }

        var district = documents.Select(document => ScopeRule.DistrictOf(document.Government)).FirstOrDefault(name => name is not null);
        IReadOnlyList<string> places = district is null ? [] : [district];
        var scopes = new ScopeRule(settings, district);
        var approved = new MonthlyPlans(plans ?? [], documents);
        var rows = documents
            .SelectMany(document => document.Tasks.Select(task => (document.Source, Task: task)))
            .Select((row, index) => ExaminedRow.Of(CheckedRow.Of(row.Task, row.Source, index, month, places, approved), settings, scopes, month))
            .ToList();

        var conflicts = CrossRowConflicts.Find(rows);
        var repeated = RepeatedTexts.Find(rows, settings);
        var earlier = EarlierMonths.Of(rows.ConvertAll(row => row.Row), previous, month);
        return new CheckReport(month, Math.Round(month.Month / 12m, 4), rows.ConvertAll(row => Check(row,
        [
            .. OfRow(row, settings),
            .. conflicts.GetValueOrDefault(row.Row.Index) ?? [],
            .. repeated.GetValueOrDefault(row.Row.Index) ?? [],
            .. EarlierMonthDoubts.Find(row, earlier[row.Row.Index] ?? [], places, settings),
        ])));
    }

    private static IEnumerable<Doubt> OfRow(ExaminedRow row, CheckSettings settings)
    {
        Doubt?[] single =
        [
            TargetDoubts.Behind(row, settings),
            TargetDoubts.NoResult(row, settings),
            TargetDoubts.Restated(row),
            TargetDoubts.PartialCoverage(row),
            WordingDoubts.Zero(row),
            WordingDoubts.NotStarted(row),
            WordingDoubts.FutureAsDone(row),
            WordingDoubts.ShortfallUnexplained(row),
            WordingDoubts.Stale(row, settings),
            WordingDoubts.ProcessOnly(row),
            WordingDoubts.OffTopic(row),
        ];
        return single.OfType<Doubt>().Concat(TargetDoubts.ApplicationAsResult(row)).Concat(ArithmeticDoubts.Find(row, settings));
    }

    private static TaskCheck Check(ExaminedRow row, IReadOnlyList<Doubt> doubts) => new()
    {
        Task = row.Row.Task,
        Source = row.Row.Source,
        Targets = row.Row.Targets,
        Readings = row.Readings,
        OtherNumbers = row.OtherNumbers,
        Comparisons = row.Comparisons,
        Verdict = row.Verdict,
        Doubts = [.. doubts.OrderBy(doubt => doubt.Strength).ThenBy(doubt => doubt.Code)],
    };
}
