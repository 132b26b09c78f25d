using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Meetings;

/// <summary>
/// A material with what the checks find in it. It is the rows as printed that are examined, one for each task: a joint report is
/// one text there, and an earlier month's file that only gives the order reports nothing.
/// </summary>
public sealed record MaterialExamination(MeetingMaterial Material, ReportingPeriod AsOf, decimal ExpectedShare, IReadOnlyList<ExaminedSection> Sections)
{
    public IEnumerable<ExaminedTask> Tasks => Sections.SelectMany(section => section.Tasks);

    /// <summary>Examines by the material's own month. <paramref name="previous"/> are earlier months' documents.</summary>
    /// <returns>The examination, or a refusal: <c>period-unknown</c>.</returns>
    public static Outcome<MaterialExamination> Examine(MeetingMaterial material, IReadOnlyList<TaskDocument> previous, CheckSettings settings)
    {
        if (material.Period is not { } month)
        {
            return new Refusal("period-unknown", "所给文件没有写明是哪个月的情况，不能核对进度。请加上 --as-of，例如 --as-of 2024-04。");
        }

        // Nothing can be doubted in a report that did not come.
        var reported = material.Rows.Where(row => row.Return == ReturnState.Received).Select(row => row.Task).ToList();
        IReadOnlyList<TaskCheck> checks = [];
        if (reported.Count > 0)
        {
            var document = new TaskDocument { Source = material.Heading, Title = material.Heading, Government = material.Government, Date = material.Date, Period = month, Tasks = reported };
            var report = TaskChecks.Examine([document], previous, month, settings);
            if (report.Refusal is { } refusal)
            {
                return refusal;
            }

            checks = report.Value.Tasks;
        }

        var next = 0;
        var sections = material.Sections
            .Select(section => new ExaminedSection(section.Leader, [.. section.Rows.Select(row => new ExaminedTask(row, row.Return == ReturnState.Received ? checks[next++] : null))]))
            .ToList();
        return new MaterialExamination(material, month, month.Month / 12m, sections);
    }
}

/// <summary>One responsible leader's rows, examined.</summary>
public sealed record ExaminedSection(LeaderMention? Leader, IReadOnlyList<ExaminedTask> Tasks);

/// <summary>A row, and what was found in it; nothing was looked for where no report came.</summary>
public sealed record ExaminedTask(MaterialRow Row, TaskCheck? Check)
{
    public bool IsBehind => Check?.Verdict == Verdict.Behind;

    /// <summary>The sentences, arithmetic included, that say what is behind.</summary>
    public IEnumerable<string> Reasons => Check is null ? [] : Check.Comparisons.Where(comparison => comparison.Verdict == Verdict.Behind).Select(comparison => comparison.Reason);

    public IEnumerable<Doubt> Doubts(DoubtStrength strength) => Check is null ? [] : Check.Doubts.Where(doubt => doubt.Strength == strength);
}
