using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Meetings;

/// <summary>What one document says on a task, and whose word it is.</summary>
internal sealed record Contribution(MaterialInput Input, ReportedTask Row)
{
    public string Reporter => Input.Reporter;

    public ReportingPeriod? Period => Input.Document.Period;
}

/// <summary>
/// Makes one report of what several units say on a joint task: one section a unit, in the order the task names them. Where they
/// disagree the worse claim stands, and a note says so.
/// </summary>
internal sealed class JointReport(AssembledTask assembled, Action<AssemblyNote> tell)
{
    public MaterialRow Row(bool due)
    {
        var spoken = Current(assembled.Contributions.Where(contribution => MaterialInput.IsReportedOn(contribution.Row)).ToList());
        var task = WithFieldsOf(assembled.Contributions.Select(contribution => contribution.Row));
        if (spoken.Count == 0)
        {
            return new MaterialRow(task, due ? ReturnState.Missing : ReturnState.NotDue);
        }

        // Labels once several units speak: an explanation without one would be nobody's.
        var labelled = Texts(spoken, row => row.Progress).Count > 1;
        return new MaterialRow(
            task with
            {
                Progress = Join(spoken, row => row.Progress, labelled),
                PlanMet = Claim(spoken),
                Shortfall = Join(spoken, row => row.Shortfall, labelled),
                EarlierProgress = spoken.Select(contribution => contribution.Row.EarlierProgress).FirstOrDefault(earlier => earlier.Count > 0) ?? [],
                OtherColumns = [.. spoken.SelectMany(contribution => contribution.Row.OtherColumns).Select(column => column.Header).Distinct()
                    .Select(header => new OtherColumn(header, Join(spoken, row => Other(row, header), labelled)!))],
            },
            ReturnState.Received);
    }

    private string Place => $"{assembled.Task.Leader?.Line()}第{assembled.Task.Number}项";

    /// <summary>One word of each reporter, the newest; a unit's own return goes before what a material says for it.</summary>
    private List<Contribution> Current(List<Contribution> spoken)
    {
        var current = new List<Contribution>();
        foreach (var reporter in spoken.GroupBy(contribution => contribution.Reporter))
        {
            // Stable: of two returns of one month the first given stands.
            var ordered = reporter.OrderByDescending(contribution => contribution.Period).ToList();
            current.Add(ordered[0]);
            foreach (var other in ordered.Skip(1).Where(other => Differs(other.Row, ordered[0].Row)))
            {
                tell(Unused(other, $"{reporter.Key}对{Place}报了两次，采用{ordered[0].Input.Document.Source}"));
            }
        }

        var returns = current.Where(contribution => contribution.Input.Role == InputRole.Return).ToList();
        if (returns.Count == 0)
        {
            return current;
        }

        foreach (var other in current.Except(returns).Where(other => returns.TrueForAll(own => Differs(other.Row, own.Row))))
        {
            tell(Unused(other, $"{Place}已有单位报送，采用{string.Join('、', returns.Select(own => own.Input.Document.Source))}"));
        }

        return [.. returns.OrderBy(UnitPlace)];
    }

    private static AssemblyNote Unused(Contribution other, string reason) =>
        new("report-not-used", $"{reason}；未采用：{other.Row.Progress}{(other.Row.PlanMet is { } met ? $"（{Word(met)}）" : "")}{other.Row.Shortfall}", other.Input.Document.Source, other.Row.Location);

    private static bool Differs(ReportedTask one, ReportedTask other) =>
        Compared(one.Progress) != Compared(other.Progress) || one.PlanMet != other.PlanMet || Compared(one.Shortfall) != Compared(other.Shortfall);

    private static string Compared(string? text) => new ContentKey(text ?? "").Text;

    private int UnitPlace(Contribution contribution)
    {
        var place = assembled.Task.UnitNames().ToList().IndexOf(contribution.Input.Sender?.Name ?? "");
        return place < 0 ? int.MaxValue : place;
    }

    private bool? Claim(List<Contribution> spoken)
    {
        var claims = spoken.Where(contribution => contribution.Row.PlanMet is not null).ToList();
        if (claims.Count == 0)
        {
            return null;
        }

        var met = claims.TrueForAll(contribution => contribution.Row.PlanMet == true);
        if (!met && claims.Exists(contribution => contribution.Row.PlanMet == true))
        {
            var said = string.Join('，', claims.Select(contribution => $"{contribution.Reporter}报“{Word(contribution.Row.PlanMet == true)}”"));
            tell(new AssemblyNote("claims-differ", $"{Place}是否完成月度计划说法不一：{said}；材料列“否”，请核实。"));
        }

        return met;
    }

    private static string? Join(List<Contribution> spoken, Func<ReportedTask, string?> field, bool labelled)
    {
        var texts = Texts(spoken, field);
        return texts.Count == 0 ? null
            : !labelled ? texts[0].Text
            : string.Join('\n', texts.Select(said => Labelled(said.Reporter, said.Text)));
    }

    /// <summary>Different texts with who said them first.</summary>
    private static List<(string Reporter, string Text)> Texts(List<Contribution> spoken, Func<ReportedTask, string?> field) =>
        [.. spoken
            .Select(contribution => (contribution.Reporter, Text: field(contribution.Row)))
            .Where(said => said.Text is not null)
            .DistinctBy(said => Compared(said.Text))
            .Select(said => (said.Reporter, said.Text!))];

    private static string Labelled(string reporter, string text) =>
        text.StartsWith(reporter, StringComparison.Ordinal) && text.AsSpan(reporter.Length).StartsWith("：") ? text
            : text.Contains('\n', StringComparison.Ordinal) ? $"{reporter}：\n{text}"
            : $"{reporter}：{text}";

    private static string? Other(ReportedTask row, string header) => row.OtherColumns.FirstOrDefault(column => column.Header == header)?.Text;

    private static string Word(bool met) => met ? "是" : "否";

    /// <summary>The task as the ledger has it; what the ledger leaves open is taken from the first row that says it.</summary>
    private ReportedTask WithFieldsOf(IEnumerable<ReportedTask> rows)
    {
        var task = assembled.Task with { Progress = null, PlanMet = null, Shortfall = null, EarlierProgress = [], OtherColumns = [] };
        foreach (var row in rows)
        {
            task = task with
            {
                Leader = task.Leader ?? row.Leader,
                OtherLeaders = task.OtherLeaders.Count > 0 ? task.OtherLeaders : row.OtherLeaders,
                Number = task.Number ?? row.Number,
                Frequency = task.Frequency ?? row.Frequency,
                Target = task.Target ?? row.Target,
                LeadUnits = task.LeadUnits.Count > 0 ? task.LeadUnits : row.LeadUnits,
                SupportingUnits = task.SupportingUnits.Count > 0 ? task.SupportingUnits : row.SupportingUnits,
                DeadlineDate = task.Deadline is null ? row.DeadlineDate : task.DeadlineDate,
                Deadline = task.Deadline ?? row.Deadline,
            };
        }

        return task;
    }
}
