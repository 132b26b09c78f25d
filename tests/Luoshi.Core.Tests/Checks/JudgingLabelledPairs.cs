using Luoshi.Core.Checks;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Tests.Checks;

public sealed class JudgingLabelledPairs(ITestOutputHelper output)
{
    [Theory]
    [InlineData("pairs.jsonl", 150)]
    [InlineData("pairs-fresh.jsonl", 40)]
    [InlineData("pairs-trades.jsonl", 60)]
    [InlineData("pairs-reports.jsonl", 60)]
    [InlineData("pairs-tables.jsonl", 70)]
    [InlineData("pairs-tasks.jsonl", 15)]
    [InlineData("pairs-wordings.jsonl", 180)]
    [InlineData("pairs-clerks.jsonl", 360)]
    [InlineData("pairs-published.jsonl", 42)]
    [InlineData("pairs-innocent.jsonl", 150)]
    public void No_fewer_verdicts_are_right_than_recorded(string file, int atLeast)
    {
        var (header, rows) = LabelledRows.Load(file);
        var right = 0;
        foreach (var row in rows)
        {
            Assert.True(ReportingPeriod.TryParse(row.GetProperty("asOf").GetString(), out var asOf));
            var check = LabelledRows.Examine(header, asOf, [row]).Tasks[0];
            if (check.Verdict.Code() == row.GetProperty("verdict").GetString())
            {
                right++;
            }
            else
            {
                output.WriteLine($"{check.Verdict.Code()} instead of {row} · {string.Join(" | ", check.Comparisons.Select(comparison => comparison.Reason))}");
            }
        }

        output.WriteLine($"{right} of {rows.Count}");
        Assert.True(rows.Count >= atLeast);
        Assert.True((double)right / rows.Count >= header.GetProperty("accuracy").GetDouble(), $"{right} of {rows.Count} verdicts are right.");
    }
}
