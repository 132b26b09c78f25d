using Luoshi.Core.Checks;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Tests.Checks;

public sealed class RaisingLabelledDoubts(ITestOutputHelper output)
{
    [Theory]
    [InlineData("doubts.jsonl")]
    [InlineData("doubts-fresh.jsonl")]
    [InlineData("doubts-trades.jsonl")]
    [InlineData("doubts-reports.jsonl")]
    [InlineData("doubts-tables.jsonl")]
    [InlineData("doubts-tasks.jsonl")]
    [InlineData("doubts-wordings.jsonl")]
    [InlineData("doubts-clerks.jsonl")]
    [InlineData("doubts-published.jsonl")]
    [InlineData("doubts-plain.jsonl")]
    [InlineData("doubts-series.jsonl")]
    [InlineData("doubts-codes.jsonl")]
    [InlineData("doubts-proved.jsonl")]
    public void Precision_and_recall_are_no_lower_than_recorded(string file)
    {
        var (header, rows) = LabelledRows.Load(file);
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var set in rows.GroupBy(row => row.GetProperty("set").GetString()))
        {
            var labelled = set.ToList();
            var report = LabelledRows.Examine(header, LabelledRows.MonthOfSet(labelled), labelled);
            for (var i = 0; i < labelled.Count; i++)
            {
                var expected = labelled[i].GetProperty("doubts").EnumerateArray().Select(code => code.GetString()!).ToHashSet();
                var raised = report.Tasks[i].Doubts.Select(doubt => doubt.Code.Code()).ToHashSet();
                right += raised.Intersect(expected).Count();
                wrong += raised.Except(expected).Count();
                missed += expected.Except(raised).Count();
                if (!raised.SetEquals(expected))
                {
                    output.WriteLine($"raised [{string.Join(' ', raised)}] {labelled[i]} · {string.Join(" | ", report.Tasks[i].Doubts.Select(doubt => doubt.Message))}");
                }
            }
        }

        var precision = (double)right / (right + wrong);
        var recall = (double)right / (right + missed);
        output.WriteLine($"precision {precision:F4} recall {recall:F4}");
        Assert.True(precision >= header.GetProperty("precision").GetDouble(), $"precision is {precision:F4}");
        Assert.True(recall >= header.GetProperty("recall").GetDouble(), $"recall is {recall:F4}");
    }

    [Theory]
    [InlineData("doubts-clerks.jsonl", 60)]
    [InlineData("doubts-published.jsonl", 42)]
    [InlineData("doubts-plain.jsonl", 255)]
    [InlineData("doubts-series.jsonl", 180)]
    [InlineData("doubts-codes.jsonl", 480)]
    [InlineData("doubts-proved.jsonl", 620)]
    public void Strong_are_the_doubts_that_a_row_says_are_strong(string file, int atLeast)
    {
        var (header, rows) = LabelledRows.Load(file);
        var told = rows.Where(row => row.TryGetProperty("strong", out _)).ToList();

        // One row a set, so that rows are not held against each other.
        var wrong = told.SelectMany(row => LabelledRows.Examine(header, LabelledRows.MonthOfSet([row]), [row]).Tasks[0].Doubts
            .Where(doubt => doubt.Strength == DoubtStrength.Strong && !row.GetProperty("strong").EnumerateArray().Any(code => code.GetString() == doubt.Code.Code()))
            .Select(doubt => $"{row.GetProperty("set")} {doubt.Message}"));

        Assert.True(told.Count >= atLeast);
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("doubts-innocent.jsonl", 400)]
    public void Strong_doubts_are_as_right_as_recorded_where_rows_tempt(string file, int atLeast)
    {
        var (header, rows) = LabelledRows.Load(file);
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var set in rows.GroupBy(row => row.GetProperty("set").GetString()))
        {
            var labelled = set.ToList();
            var tasks = LabelledRows.Examine(header, LabelledRows.MonthOf(labelled[0]), labelled).Tasks;
            for (var i = 0; i < labelled.Count; i++)
            {
                var expected = labelled[i].GetProperty("strong").EnumerateArray().Select(code => code.GetString()!).ToHashSet();
                var raised = LabelledRows.Strong(tasks[i]);
                right += raised.Intersect(expected).Count();
                wrong += raised.Except(expected).Count();
                missed += expected.Except(raised).Count();
                if (!raised.SetEquals(expected))
                {
                    output.WriteLine($"strong [{string.Join(' ', raised)}] {labelled[i]} · {string.Join(" | ", tasks[i].Doubts.Select(doubt => doubt.Message))}");
                }
            }
        }

        var precision = (double)right / (right + wrong);
        var recall = (double)right / (right + missed);
        output.WriteLine($"precision {precision:F4} recall {recall:F4}");
        Assert.True(rows.Count >= atLeast);
        Assert.True(precision >= header.GetProperty("precision").GetDouble(), $"precision is {precision:F4}");
        Assert.True(recall >= header.GetProperty("recall").GetDouble(), $"recall is {recall:F4}");
    }

    [Fact]
    public void Rows_that_give_no_reason_raise_none()
    {
        var (header, rows) = LabelledRows.Load("doubts.jsonl");
        var quiet = rows.Where(row => row.GetProperty("set").GetString() == "quiet").ToList();

        var report = LabelledRows.Examine(header, new ReportingPeriod(2025, 6), quiet);

        Assert.True(quiet.Count >= 80);
        Assert.Empty(report.Tasks.SelectMany(task => task.Doubts).Select(doubt => doubt.Message));
    }
}
