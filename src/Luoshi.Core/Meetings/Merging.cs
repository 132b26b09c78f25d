using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Meetings;

/// <summary>The merge under way: tasks known so far, what was said on each, and what a person must look at.</summary>
internal sealed class Merging(LeaderRoll leaders, List<AssemblyNote> notes)
{
    private readonly TaskIndex _index = new();
    private string? _ledger;

    /// <summary>Takes over the tasks of a plan or an earlier material, not what that reports.</summary>
    public Refusal? AddOrder(MaterialInput input, bool mayDisagree)
    {
        if (input.Role == InputRole.Plan && !mayDisagree && _ledger is not null && PlanAgreement.Check(_index, _ledger, input.Document, leaders) is { } refusal)
        {
            return refusal;
        }

        var first = _ledger is null;
        _ledger ??= input.Document.Source;
        foreach (var row in input.Document.Tasks)
        {
            var task = WithoutReports(row, input.Role);
            if (first)
            {
                Add(task, expected: true);
                continue;
            }

            var content = new ContentKey(row.Content);
            if (_index.Find(row, leaders.Key(row.Leader), content, out _) is { } known)
            {
                TellDifferences(known, row, content, input);
            }
            else
            {
                Add(task, expected: true);
                TellNotInLedger(row, input);
            }
        }

        return null;
    }

    /// <summary>Puts every row to the task it speaks of; a row that speaks of none becomes a task of its own, and a note.</summary>
    public void AddReports(MaterialInput input)
    {
        var taken = new HashSet<AssembledTask>();
        var before = _index.Tasks.Count;
        foreach (var row in input.Document.Tasks)
        {
            var content = new ContentKey(row.Content);

            // The first document's rows are tasks by definition: two alike in one document are two.
            var known = before == 0 ? null : Find(row, content, input);
            if (known is null || (!taken.Add(known) && row.Number != known.Task.Number))
            {
                // A return without a column of units is its sender's.
                var own = !row.UnitNames().Any() && input.Sender is { } sender ? row with { LeadUnits = [sender] } : row;
                Add(own, expected: false).Contributions.Add(new Contribution(input, own));
                if (_ledger is not null)
                {
                    TellNotInLedger(row, input);
                }

                continue;
            }

            TellDifferences(known, row, content, input);
            known.Contributions.Add(new Contribution(input, row));
        }
    }

    public IReadOnlyList<LeaderSection> Sections(ReportingPeriod? period, bool ordered)
    {
        var groups = _index.Tasks.GroupBy(LeaderKey).ToList();
        var sections = ordered
            ? groups.OrderBy(group => group.Any(task => task.Expected || FromMaterial(task)) ? -1 : Rank(group.Key))
            : groups.OrderBy(group => Rank(group.Key));
        return [.. sections.OrderBy(group => group.Key is null).Select(group => new LeaderSection(leaders.Mention(group.Key), Rows([.. group], period)))];
    }

    private List<MaterialRow> Rows(List<AssembledTask> tasks, ReportingPeriod? period)
    {
        var rows = tasks
            .Select(task => new JointReport(task, notes.Add).Row(IsDue(task.Task.Frequency, period)))
            .Select(row => row with { Task = row.Task with { Leader = leaders.Mention(leaders.Key(row.Task.Leader)) } })
            .ToList();
        return Numbered(IsCountedThrough(tasks) ? [.. rows.OrderBy(row => row.Task.Number ?? int.MaxValue)] : rows);
    }

    // A ledger that counts anew in every chapter keeps its own order: sorting would shuffle the chapters.
    private static bool IsCountedThrough(List<AssembledTask> tasks)
    {
        var numbers = tasks.Where(task => task.Expected).Select(task => task.Task.Number).OfType<int>().ToList();
        return numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second);
    }

    // A number that is missing or taken is the next free one: two rows with one number cannot be spoken of in a meeting.
    private List<MaterialRow> Numbered(List<MaterialRow> rows)
    {
        var taken = new HashSet<int>();
        var next = rows.Max(row => row.Task.Number ?? 0) + 1;
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Task.Number is { } number && taken.Add(number))
            {
                continue;
            }

            if (rows[i].Task.Number is { } old)
            {
                notes.Add(new AssemblyNote("renumbered", $"{Under(rows[i].Task)}有两项序号都是{old}，后一项改为{next}：{rows[i].Task.Content}"));
            }

            rows[i] = rows[i] with { Task = rows[i].Task with { Number = next } };
            taken.Add(next++);
        }

        return rows;
    }

    private AssembledTask? Find(ReportedTask row, ContentKey content, MaterialInput input)
    {
        var known = _index.Find(row, leaders.Key(row.Leader), content, out var ambiguous);
        if (ambiguous)
        {
            notes.Add(new AssemblyNote("ambiguous-row", $"有几项重点工作与这一行同样相近，分不清是哪一项，已单独列出：{row.Content}", input.Document.Source, row.Location));
        }

        return known;
    }

    private AssembledTask Add(ReportedTask task, bool expected)
    {
        var added = new AssembledTask(task, leaders.Key(task.Leader), new ContentKey(task.Content), expected);
        _index.Add(added);
        return added;
    }

    private void TellNotInLedger(ReportedTask row, MaterialInput input) =>
        notes.Add(new AssemblyNote("not-in-ledger", $"{_ledger}中没有这一项，已列入{Under(row)}：{row.Content}", input.Document.Source, row.Location));

    private void TellDifferences(AssembledTask known, ReportedTask row, ContentKey content, MaterialInput input)
    {
        if (known.Content.Text != content.Text)
        {
            Tell("content-differs", $"工作内容与材料所列不同。材料：{known.Task.Content} 此处：{row.Content}");
        }

        if (known.LeaderKey is not null && leaders.Key(row.Leader) is { } leader && leader != known.LeaderKey)
        {
            Tell("leader-differs", $"分管领导与材料所列不同：此处是{row.Leader?.Line()}，材料列在{known.Task.Leader?.Line()}名下。");
        }

        if (known.Task.Frequency is { } frequency && row.Frequency is { } other && other != frequency)
        {
            Tell("frequency-differs", $"报送频次与材料所列不同：此处是{other.Name()}，材料是{frequency.Name()}。");
        }

        void Tell(string code, string message) =>
            notes.Add(new AssemblyNote(code, $"{Under(known.Task)}第{known.Task.Number}项，{message}", input.Document.Source, row.Location));
    }

    private string? LeaderKey(AssembledTask task) =>
        task.LeaderKey ?? task.Contributions.Select(contribution => leaders.Key(contribution.Row.Leader)).FirstOrDefault(key => key is not null);

    private int Rank(string? key) => LeaderRank.Of(leaders.Mention(key));

    private static bool FromMaterial(AssembledTask task) => task.Contributions.Exists(contribution => contribution.Input.Role == InputRole.Material);

    private static string Under(ReportedTask task) => task.Leader?.Line() ?? "未明确分管领导的任务";

    // A plan's further columns are the ledger's; an earlier material's are the office's form, and the material has the same.
    private static ReportedTask WithoutReports(ReportedTask row, InputRole role) => role == InputRole.Plan
        ? row with { Target = null, SupportingUnits = [], Deadline = null, DeadlineDate = null, OtherColumns = [] }
        : row with { Progress = null, PlanMet = null, Shortfall = null, EarlierProgress = [], OtherColumns = [] };

    private static bool IsDue(ReportingFrequency? frequency, ReportingPeriod? period) => period is not { } month || frequency is not { } asked || asked switch
    {
        ReportingFrequency.Weekly or ReportingFrequency.Biweekly or ReportingFrequency.Monthly => true,
        ReportingFrequency.Quarterly => month.Month % 3 == 0,
        ReportingFrequency.HalfYearly => month.Month % 6 == 0,
        ReportingFrequency.Yearly => month.Month == 12,
    };
}
