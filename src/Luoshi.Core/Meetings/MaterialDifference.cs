using Luoshi.Core.Ledgers;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Meetings;

/// <summary>What became of a task since the earlier material.</summary>
public enum TaskChange
{
    /// <summary>Something else is said of it.</summary>
    Changed,

    /// <summary>The same is said, commas and spaces aside.</summary>
    Unchanged,

    /// <summary>The earlier material does not have it.</summary>
    New,

    /// <summary>Only the earlier material has it.</summary>
    Closed,
}

/// <summary>
/// One task beside what the earlier material says of it. <paramref name="Words"/> name what changed, figures first (old → new);
/// <paramref name="Added"/> are the sentences of the progress that were not there before in other figures either.
/// </summary>
public sealed record TaskDifference(TaskChange Change, ReportedTask Task, IReadOnlyList<string> Words, IReadOnlyList<string> Added);

/// <summary>One leader's tasks: those of the material in its order, then those it no longer has.</summary>
public sealed record DifferenceSection(LeaderMention? Leader, IReadOnlyList<TaskDifference> Tasks);

/// <summary>与上月材料相比 — a material beside an earlier one.</summary>
public sealed record MaterialDifference(ReportingPeriod? Before, ReportingPeriod? Now, IReadOnlyList<DifferenceSection> Sections)
{
    private static readonly char[] s_sentenceEnds = ['。', '；', '\n'];

    public int Count(TaskChange change) => Sections.Sum(section => section.Tasks.Count(task => task.Change == change));

    public static MaterialDifference Between(TaskDocument before, MeetingMaterial now)
    {
        var leaders = new LeaderRoll(before.Tasks.Concat(now.Rows.Select(row => row.Task)).SelectMany(task => task.OtherLeaders.Append(task.Leader)).OfType<LeaderMention>());
        var index = new TaskIndex();
        foreach (var task in before.Tasks)
        {
            index.Add(new AssembledTask(task, leaders.Key(task.Leader), new ContentKey(task.Content), expected: true));
        }

        var taken = new HashSet<AssembledTask>();
        var sections = new List<(string? Key, LeaderMention? Leader, List<TaskDifference> Tasks)>();
        foreach (var section in now.Sections)
        {
            var tasks = new List<TaskDifference>();
            foreach (var row in section.Rows)
            {
                var known = index.Find(row.Task, leaders.Key(row.Task.Leader ?? section.Leader), new ContentKey(row.Task.Content), out _);
                tasks.Add(known is null || !taken.Add(known)
                    ? new TaskDifference(TaskChange.New, row.Task, [], [MaterialWording.Progress(row)])
                    : Compare(known.Task, before.Period, row, now.Period));
            }

            sections.Add((leaders.Key(section.Leader), section.Leader, tasks));
        }

        foreach (var gone in index.Tasks.Where(task => !taken.Contains(task)))
        {
            var own = sections.FindIndex(section => section.Key == gone.LeaderKey);
            if (own < 0)
            {
                own = sections.Count;
                sections.Add((gone.LeaderKey, gone.Task.Leader, []));
            }

            sections[own].Tasks.Add(new TaskDifference(TaskChange.Closed, gone.Task, [], []));
        }

        return new MaterialDifference(before.Period, now.Period, [.. sections.Select(section => new DifferenceSection(section.Leader, section.Tasks))]);
    }

    private static TaskDifference Compare(ReportedTask before, ReportingPeriod? beforePeriod, MaterialRow now, ReportingPeriod? nowPeriod)
    {
        var (old, current) = (Said(before.Progress), MaterialWording.Progress(now));
        var words = new List<string>(Figures(old, beforePeriod, current, nowPeriod));
        if (before.PlanMet != now.Task.PlanMet)
        {
            words.Add($"是否完成月度计划：{Claim(before.PlanMet)} → {Claim(now.Task.PlanMet)}");
        }

        if (Differs(before.Shortfall, now.Task.Shortfall))
        {
            words.Add(now.Task.Shortfall is null ? "未完成情况说明已撤" : "未完成情况说明有改动");
        }

        if (Differs(before.Content, now.Task.Content))
        {
            words.Add("工作内容有改动");
        }

        var added = Differs(old, current) ? Added(old, current).ToList() : [];
        if (words.Count == 0 && added.Count == 0 && Differs(old, current))
        {
            words.Add("完成情况有改动");
        }

        return new TaskDifference(words.Count + added.Count == 0 ? TaskChange.Unchanged : TaskChange.Changed, now.Task, words, added);
    }

    /// <summary>A sentence told again with this month's figures is no new sentence: the figures say it.</summary>
    private static IEnumerable<string> Added(string before, string now)
    {
        var known = Sentences(before).Select(WithoutFigures).ToHashSet();
        return Sentences(now).Where(sentence => !known.Contains(WithoutFigures(sentence)));
    }

    private static string[] Sentences(string text) =>
        text.Split(s_sentenceEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string WithoutFigures(string sentence) => string.Concat(new ContentKey(sentence).Text.Where(character => !char.IsDigit(character)));

    /// <summary>The results that both texts state once under one name and that are not the same.</summary>
    private static IEnumerable<string> Figures(string before, ReportingPeriod? beforePeriod, string now, ReportingPeriod? nowPeriod)
    {
        var old = Results(before, beforePeriod);
        foreach (var (name, figure) in Results(now, nowPeriod))
        {
            if (old.TryGetValue(name, out var earlier) && earlier.BaseValue != figure.BaseValue)
            {
                yield return $"{figure.Metric}：{earlier.ValueSpan.Of(before)} → {figure.ValueSpan.Of(now)}";
            }
        }
    }

    private static Dictionary<(string, QuantityKind, string, string?), Quantity> Results(string text, ReportingPeriod? period) =>
        QuantityReader.Read(text, new QuantityContext { Field = QuantityField.Progress, AsOf = period })
            .Where(figure => figure is { Role: QuantityRole.Result, BaseValue: not null, MetricKey.Length: > 0 })
            .GroupBy(figure => (figure.MetricKey, figure.Kind, figure.BaseUnit, figure.Scope))
            .Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.Single());

    private static bool Differs(string? one, string? other)
    {
        var (left, right) = (new ContentKey(one ?? ""), new ContentKey(other ?? ""));
        return left.Text != right.Text || left.Figures != right.Figures;
    }

    private static string Said(string? progress) => progress ?? MaterialWording.Nothing;

    private static string Claim(bool? met) => met switch
    {
        true => "是",
        false => "否",
        null => "未填",
    };
}
