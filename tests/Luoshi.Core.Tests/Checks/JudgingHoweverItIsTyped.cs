using System.Text.Json;
using System.Text.RegularExpressions;
using Luoshi.Core.Checks;

namespace Luoshi.Core.Tests.Checks;

/// <summary>How a text is typed, and the words that offices close every return with, say nothing of the work: all labelled rows are judged again with theirs changed.</summary>
public sealed partial class JudgingHoweverItIsTyped(ITestOutputHelper output)
{
    // What another row says, or whether two rows are alike, is not what is changed here.
    private static readonly DoubtCode[] OfOtherRows = [DoubtCode.CrossRowConflict, DoubtCode.DuplicateText, DoubtCode.OffTopic];

    private static readonly string[] Files =
        ["pairs.jsonl", "pairs-fresh.jsonl", "pairs-trades.jsonl", "pairs-reports.jsonl", "pairs-tables.jsonl", "pairs-tasks.jsonl", "pairs-wordings.jsonl", "pairs-clerks.jsonl", "pairs-published.jsonl", "pairs-innocent.jsonl"];

    private static readonly Dictionary<string, Func<string, string>> Typings = new()
    {
        ["数字全角"] = text => Digits().Replace(text, digit => ((char)(digit.Value[0] + 0xFEE0)).ToString()).Replace('.', '．').Replace('%', '％'),
        ["数字前后有空格"] = text => GroupedByBlanks().IsMatch(text) ? text : Numbers().Replace(text, " $0 "),
        ["数字前后有全角空格"] = text => GroupedByBlanks().IsMatch(text) ? text : Numbers().Replace(text, "\u3000$0\u00A0"),
        ["西文标点"] = text => text.Replace('，', ',').Replace('；', ';').Replace('：', ':').Replace('（', '(').Replace('）', ')'),
        ["千分位"] = text => Thousands().Replace(text, digits => digits.Value.Insert(digits.Length - 3, ",")),
        ["不写句号"] = text => text.TrimEnd('。', '；'),
        ["带序号"] = text => text.Length > 0 && !char.IsAsciiDigit(text[0]) ? "1." + text : text,
        ["带括号序号"] = text => "（1）" + text,
        ["带中文序号"] = text => "（三）" + text,
        ["写明责任单位"] = text => text.TrimEnd('。', '；') + "（责任单位：区发改局）。",
        ["开头写单位"] = text => text.Contains('：') ? text : "区发改局：" + text,
        ["末尾写下一步"] = text => text.TrimEnd('。', '；') + "。下一步，将继续加大工作力度，确保圆满完成全年任务。",
    };

    public static TheoryData<string> Ways => [.. Typings.Keys];

    /// <summary>Nobody reports in a task, and it has no outlook.</summary>
    public static TheoryData<string> WaysOfTasks => [.. Typings.Keys.Where(way => way is not ("开头写单位" or "末尾写下一步"))];

    [Theory]
    [MemberData(nameof(Ways))]
    public void No_verdict_and_no_strong_doubt_changes_with_how_the_progress_is_typed(string way) => Changes(way, (row, type) => Changed(row, "progress", type));

    [Theory]
    [MemberData(nameof(WaysOfTasks))]
    public void No_verdict_and_no_strong_doubt_changes_with_how_the_task_is_typed(string way) => Changes(way, (row, type) => Changed(row, "content", type));

    private void Changes(string way, Func<JsonElement, Func<string, string>, JsonElement> change)
    {
        var changed = 0;
        foreach (var file in Files)
        {
            var (header, rows) = LabelledRows.Load(file);
            foreach (var month in rows.GroupBy(LabelledRows.MonthOf))
            {
                var asWritten = LabelledRows.Examine(header, month.Key, [.. month]).Tasks;
                var asTyped = LabelledRows.Examine(header, month.Key, [.. month.Select(row => change(row, Typings[way]))]).Tasks;
                foreach (var (written, typed) in asWritten.Zip(asTyped).Where(pair => Told(pair.First) != Told(pair.Second)))
                {
                    changed++;
                    output.WriteLine($"{typed.Task.Content} · {typed.Task.Progress}: {Told(written)}, then {Told(typed)}");
                }

                Assert.All(asTyped, task => Assert.All(task.Readings.Concat(task.OtherNumbers).Select(figure => figure.Source).Concat(task.Doubts.SelectMany(doubt => doubt.Evidence)).Where(evidence => evidence.Field == "progress"), evidence => Assert.Equal(evidence.Text, evidence.Span.Of(task.Task.Progress!))));
            }
        }

        Assert.Equal(0, changed);
    }

    private static string Told(TaskCheck task) =>
        string.Join("，", task.Comparisons.Select(comparison => comparison.Verdict.Code()).Concat(task.Doubts.Where(doubt => doubt.Strength == DoubtStrength.Strong && !OfOtherRows.Contains(doubt.Code)).Select(doubt => doubt.Code.Code())));

    private static JsonElement Changed(JsonElement row, string field, Func<string, string> type)
    {
        var values = row.EnumerateObject().ToDictionary(value => value.Name, value => (object)value.Value);
        if (LabelledRows.Text(row, field) is { } text)
        {
            values[field] = type(text);
        }

        return JsonSerializer.SerializeToElement(values);
    }

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\d[\d.]*%?")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\d \d")]
    private static partial Regex GroupedByBlanks();

    [GeneratedRegex(@"(?<![\d.])\d{4,6}(?=[\u4E00-\u9FFF])(?!年)")]
    private static partial Regex Thousands();
}
