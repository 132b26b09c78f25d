using System.Globalization;
using System.Text.RegularExpressions;

namespace Luoshi.Samples.Source;

/// <summary>Reads <c>leaders/NN.md</c>; the form is described in <c>source/FORMAT.md</c>. What does not fit the form throws: the source is ours.</summary>
internal static partial class LeaderFile
{
    private static readonly HashSet<string> KnownKeys = ["频次", "牵头", "配合", "时限", "内容", "目标", "报告", "指标", "计划", "完成", "判断", "说明"];

    public static LeaderSource Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var heading = lines[0].Split(' ');
        if (heading is not ["#", var rank, var name, var title])
        {
            throw new InvalidDataException($"{path}: the first line should read “# NN name post”.");
        }

        var tasks = new List<KeyTaskSource>();
        var number = 0;
        var fields = new Dictionary<string, string>();
        string? key = null;
        foreach (var (index, line) in lines.Index().Skip(1))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                AddTask();
                number = int.Parse(line[3..], CultureInfo.InvariantCulture);
                key = null;
            }
            else if (line.StartsWith("  ", StringComparison.Ordinal) && key is not null)
            {
                fields[key] += "\n" + line.Trim();
            }
            else if (FieldLine().Match(line) is { Success: true } field && KnownKeys.Contains(field.Groups["name"].Value))
            {
                key = field.Groups["key"].Value;
                if (!fields.TryAdd(key, field.Groups["value"].Value.Trim()))
                {
                    throw new InvalidDataException($"{path}:{index + 1}: “{key}” stands twice in task {number}.");
                }
            }
            else if (line.Trim().Length > 0)
            {
                throw new InvalidDataException($"{path}:{index + 1}: not a field: {line}");
            }
        }

        AddTask();
        return new LeaderSource(rank, name, title, tasks);

        void AddTask()
        {
            if (number > 0)
            {
                if (number != tasks.Count + 1)
                {
                    throw new InvalidDataException($"{path}: task {number} does not follow task {tasks.Count}.");
                }

                tasks.Add(Task($"{path}, task {number}", number, fields));
            }

            fields = [];
        }
    }

    private static KeyTaskSource Task(string place, int number, Dictionary<string, string> fields)
    {
        var task = new KeyTaskSource
        {
            Number = number,
            Frequency = Required("频次"),
            LeadUnits = Required("牵头"),
            SupportingUnits = fields.GetValueOrDefault("配合"),
            Deadline = fields.GetValueOrDefault("时限"),
            Content = Required("内容"),
            Target = fields.GetValueOrDefault("目标"),
            ReportSentence = Required("报告"),
            PlannedMetric = fields.GetValueOrDefault("指标"),
            Plan = fields.TryGetValue("计划", out var plan) ? Plan(place, plan) : [],
            Contributions = Contributions(place, fields),
        };

        foreach (var contribution in task.Contributions)
        {
            if (contribution.Unit is { } unit && !task.LeadUnitNames.Contains(unit))
            {
                throw new InvalidDataException($"{place}: {unit} reports in month {contribution.Month} but does not lead.");
            }
        }

        return task;

        string Required(string key) => fields.GetValueOrDefault(key) ?? throw new InvalidDataException($"{place}: “{key}” is missing.");
    }

    private static List<PlannedStretch> Plan(string place, string plan)
    {
        var starts = StretchStart().Matches(plan);
        if (starts.Count == 0 || starts[0].Index != 0)
        {
            throw new InvalidDataException($"{place}: the plan should begin with a month: {plan}");
        }

        return [.. starts.Select((start, index) =>
        {
            var end = index + 1 < starts.Count ? starts[index + 1].Index : plan.Length;
            var from = int.Parse(start.Groups["from"].Value, CultureInfo.InvariantCulture);
            var to = start.Groups["to"] is { Success: true } last ? int.Parse(last.Value, CultureInfo.InvariantCulture) : from;
            return new PlannedStretch(from, to, plan[(start.Index + start.Length)..end].Trim());
        })];
    }

    private static List<Contribution> Contributions(string place, Dictionary<string, string> fields)
    {
        var contributions = new List<Contribution>();
        foreach (var (key, progress) in fields)
        {
            if (MonthKey().Match(key) is not { Success: true } reported)
            {
                continue;
            }

            var month = reported.Groups["month"].Value;
            var suffix = reported.Groups["unit"].Success ? "@" + reported.Groups["unit"].Value : "";
            contributions.Add(new Contribution(
                int.Parse(month, CultureInfo.InvariantCulture),
                reported.Groups["unit"].Success ? reported.Groups["unit"].Value : null,
                progress,
                OfMonth("判断") switch
                {
                    null or "是" => true,
                    "否" => false,
                    var claim => throw new InvalidDataException($"{place}: “判断 {month}” is neither 是 nor 否: {claim}"),
                },
                OfMonth("说明")));

            string? OfMonth(string name) => fields.GetValueOrDefault($"{name} {month}{suffix}") ?? fields.GetValueOrDefault($"{name} {month}");
        }

        return contributions;
    }

    [GeneratedRegex("^(?<key>(?<name>[^\\s:@]+)( \\d\\d)?(@[^:]+)?): ?(?<value>.*)$")]
    private static partial Regex FieldLine();

    [GeneratedRegex("(?:^|[；|])\\s*(?<from>\\d{1,2})(?:-(?<to>\\d{1,2}))?月:")]
    private static partial Regex StretchStart();

    [GeneratedRegex("^完成 (?<month>\\d\\d)(?:@(?<unit>.+))?$")]
    private static partial Regex MonthKey();
}
