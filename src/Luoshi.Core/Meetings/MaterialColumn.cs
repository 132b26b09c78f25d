using System.Globalization;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Meetings;

/// <summary>What a column of the table is for; decides its width, its alignment and where its header may break.</summary>
public enum MaterialColumnKind
{
    Number,
    Leaders,
    Frequency,
    Content,
    Target,
    LeadUnits,
    SupportingUnits,
    Deadline,
    EarlierProgress,
    Progress,
    PlanMet,
    Shortfall,
    Other,
}

/// <summary>
/// One column of the material's table. <see cref="Header"/> is what the reader recognises it by; <see cref="Text"/> gives a row's cell,
/// never empty: <c>/</c> stands for nothing.
/// </summary>
public sealed record MaterialColumn(MaterialColumnKind Kind, string Header, Func<MaterialRow, string> Text)
{
    /// <summary>
    /// The seven columns of the form, and beside them only those that some task has something to say in: what was read in is
    /// printed, and an office that keeps to seven columns gets seven. <paramref name="withLeaders"/> has every row name its leader, for
    /// a workbook where all stand in one table.
    /// </summary>
    public static IReadOnlyList<MaterialColumn> Of(MeetingMaterial material, bool withLeaders = false)
    {
        var tasks = material.Rows.Select(row => row.Task).ToList();
        var columns = new List<MaterialColumn> { Column(MaterialColumnKind.Number, "序号", task => task.Number?.ToString(CultureInfo.InvariantCulture)) };
        var leaderless = material.Sections.Count(section => section.Leader is null);
        if (withLeaders || tasks.Any(task => task.OtherLeaders.Count > 0) || (leaderless > 0 && leaderless < material.Sections.Count)
            || material.Sections.Any(section => section.Leader is { Title: null }))
        {
            // A section without a leader would be read as the one before it, and a bare name above a table as any line of text: there
            // the rows say themselves whose they are.
            columns.Add(Column(MaterialColumnKind.Leaders, "分管领导", Leaders));
        }

        columns.Add(Column(MaterialColumnKind.Frequency, "报送频次", task => task.Frequency?.Name()));
        columns.Add(Column(MaterialColumnKind.Content, "工作内容", task => task.Content));
        if (tasks.Any(task => task.Target is not null))
        {
            columns.Add(Column(MaterialColumnKind.Target, "年度目标", task => task.Target));
        }

        columns.Add(Column(MaterialColumnKind.LeadUnits, "牵头单位", task => task.LeadUnits.Names()));
        if (tasks.Any(task => task.SupportingUnits.Count > 0))
        {
            columns.Add(Column(MaterialColumnKind.SupportingUnits, "配合单位", task => task.SupportingUnits.Names()));
        }

        if (tasks.Any(task => task.Deadline is not null))
        {
            columns.Add(Column(MaterialColumnKind.Deadline, "完成时限", task => task.Deadline));
        }

        columns.AddRange(EarlierColumns(tasks, material.Period));
        columns.Add(new MaterialColumn(MaterialColumnKind.Progress, ProgressHeader(material.Period, material.Period), MaterialWording.Progress));
        columns.Add(Column(MaterialColumnKind.PlanMet, "是否完成月度计划", task => task.PlanMet is { } met ? met ? "是" : "否" : null));
        columns.Add(Column(MaterialColumnKind.Shortfall, "未完成情况说明", task => task.Shortfall));
        columns.AddRange(tasks
            .SelectMany(task => task.OtherColumns)
            .Select(other => other.Header)
            .Distinct()
            .Select(header => Column(MaterialColumnKind.Other, header, task => task.OtherColumns.FirstOrDefault(other => other.Header == header)?.Text)));
        return columns;
    }

    private static IEnumerable<MaterialColumn> EarlierColumns(IReadOnlyList<ReportedTask> tasks, ReportingPeriod? current) => tasks
        .SelectMany(task => task.EarlierProgress)
        .Select(earlier => earlier.Period)
        .Distinct()
        .OrderBy(period => period)
        .Select(period => Column(
            MaterialColumnKind.EarlierProgress,
            period is null ? "上期完成情况" : ProgressHeader(period, current),
            task => task.EarlierProgress.FirstOrDefault(earlier => earlier.Period == period)?.Text));

    // The year is written only where it is another than the material's: the heading already has that one.
    private static string ProgressHeader(ReportingPeriod? period, ReportingPeriod? current) => period is { } month
        ? (month.Year == current?.Year ? string.Create(CultureInfo.InvariantCulture, $"{month.Month}月") : month.InWords()) + "完成情况"
        : "完成情况";

    private static string? Leaders(ReportedTask task) =>
        task.Leader is null ? null : string.Join('、', task.OtherLeaders.Prepend(task.Leader).Select(leader => leader.Line()));

    private static MaterialColumn Column(MaterialColumnKind kind, string header, Func<ReportedTask, string?> text) =>
        new(kind, header, row => text(row.Task) is { Length: > 0 } some ? some : MaterialWording.Nothing);
}
