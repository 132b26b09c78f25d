using Luoshi.Core.Checks.Answers;
using Luoshi.Core.Checks.Doubts;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>
/// 第二双眼睛 — examines every task of a set of documents. Earlier documents are shown to it one after another and may be let go at once; tasks are
/// told one after another. What it holds grows with the rows of the set, not with the months they are compared with, nor with what is found.
/// The same documents and settings give the same report.
/// </summary>
public sealed class TaskExamination
{
    // So many rows are examined once and kept; further ones again when they are told. An ordinary material is small, and memory is dearer than time in a large set.
    private const int MostKept = 2000;

    // The rows as they were written, and in plain form, as every rule reads them.
    private readonly IReadOnlyList<ReportedTask> _written;
    private readonly IReadOnlyList<ReportedRow> _rows;
    private readonly ExaminedRow?[] _kept;
    private readonly IReadOnlyList<string> _places;
    private readonly ScopeRule _scopes;
    private readonly CheckSettings _settings;
    private readonly MonthlyPlans _plans;
    private readonly CrossRowConflicts _conflicts;
    private readonly RepeatedTexts _repeated;
    private readonly EarlierMonths _earlier;
    private readonly List<string> _compared = [];

    private TaskExamination(IReadOnlyList<TaskDocument> documents, ReportingPeriod month, CheckSettings settings, IReadOnlyList<TaskDocument> plans)
    {
        var district = documents.Select(document => ScopeRule.DistrictOf(document.Government)).FirstOrDefault(name => name is not null);
        AsOf = month;
        _settings = settings;
        _written = [.. documents.SelectMany(document => document.Tasks)];
        _rows = [.. documents.SelectMany(document => document.Tasks.Select(task => new ReportedRow(PlainTask.Of(task), document.Source)))];
        _kept = new ExaminedRow?[Math.Min(_rows.Count, MostKept)];
        _places = district is null ? [] : [district];
        _scopes = new ScopeRule(settings, district);
        _plans = new MonthlyPlans(plans.Select(PlainTask.Of).ToList(), documents);
        _conflicts = new CrossRowConflicts(_rows);
        _repeated = new RepeatedTexts(_rows, settings);
        _earlier = new EarlierMonths(_rows, month, _places, settings);
        for (var at = 0; at < _rows.Count; at++)
        {
            var row = Row(at);
            _conflicts.Add(row);
            _repeated.Add(at);
            _earlier.Add(row);
        }
    }

    public ReportingPeriod AsOf { get; }

    /// <summary>The earlier months that the rows are compared with and the documents they stand in, as they are called.</summary>
    public IReadOnlyList<string> ComparedWith => _compared;

    /// <summary>The share of the year gone by at the end of <see cref="AsOf"/>.</summary>
    public decimal ExpectedShare => Math.Round(AsOf.Month / 12m, 4);

    /// <param name="documents">One set: conflicts and repeated texts are looked for across all of them.</param>
    /// <param name="asOf">The month to judge by; null takes the newest period of the documents.</param>
    /// <param name="settings">Thresholds and tolerances.</param>
    /// <param name="plans">Approved plans by month; what they ask for goes before the straight line.</param>
    /// <returns>The examination, or a refusal: <c>no-tasks</c>, <c>period-unknown</c>, <c>plan-without-months</c>.</returns>
    public static Outcome<TaskExamination> Of(IReadOnlyList<TaskDocument> documents, ReportingPeriod? asOf, CheckSettings settings, IReadOnlyList<TaskDocument> plans)
    {
        if (!documents.Any(document => document.Tasks.Count > 0))
        {
            return new Refusal("no-tasks", "文件里没有认出重点工作，无从核对。请先用 luoshi read 查看读出了什么，表头要有“工作内容”一列。");
        }

        if ((asOf ?? documents.Max(document => document.Period)) is not { } month)
        {
            return new Refusal("period-unknown", "文件没有写明是哪个月的材料，不能判断进度。请加上 --as-of，例如 --as-of 2024-04。");
        }

        return plans.FirstOrDefault(plan => !MonthlyPlans.HasMonths(plan)) is { } other
            ? new Refusal("plan-without-months", $"{other.Source}：没有认出分月计划。计划表要有“工作内容”一列，各月各占一列，表头写1月、2月……或4月计划。")
            : new TaskExamination(documents, month, settings, plans);
    }

    /// <summary>Takes what an earlier month's document says of the tasks. Their order does not matter; one without a period is passed over.</summary>
    public void CompareWith(TaskDocument previous)
    {
        if (previous.Period is { } period)
        {
            _compared.Add($"{period.Year}年{period.Month}月（{previous.Source}）");
        }

        _earlier.Add(PlainTask.Of(previous));
    }

    /// <summary>Every task in the order of the documents, each made when it is asked for.</summary>
    public IEnumerable<TaskCheck> Tasks() => Enumerable.Range(0, _rows.Count).Select(at => PlainTask.AsWritten(Check(Row(at)), _written[at]));

    private ExaminedRow Row(int at) => at < _kept.Length ? _kept[at] ??= Examine(at) : Examine(at);

    private ExaminedRow Examine(int at) => ExaminedRow.Of(CheckedRow.Of(_rows[at].Task, _rows[at].Source, at, AsOf, _places, _plans), _settings, _scopes, AsOf);

    private TaskCheck Check(ExaminedRow row)
    {
        Doubt?[] single =
        [
            TargetDoubts.Behind(row, _settings),
            UnansweredTargets.Find(row, _settings),
            TargetDoubts.Restated(row),
            TargetDoubts.PartialCoverage(row),
            WordingDoubts.Zero(row),
            WordingDoubts.NotStarted(row),
            DatesToCome.Find(row),
            WordingDoubts.ShortfallUnexplained(row),
            StaleFigures.Find(row, _settings),
            WordingDoubts.ProcessOnly(row),
            WordingDoubts.OffTopic(row),
            _repeated.Find(row.Row),
        ];
        var doubts = single.OfType<Doubt>()
            .Concat(Applications.Find(row))
            .Concat(ArithmeticDoubts.Find(row, _settings))
            .Concat(PhasesOfWhole.Find(row))
            .Concat(_conflicts.Find(row))
            .Concat(CrossRowConflicts.Within(row))
            .Concat(EarlierMonthDoubts.Find(row, _earlier.Of(row.Row.Index), _places, _settings));
        return new TaskCheck
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
}
