namespace Luoshi.Core.Tests.Checks;

public sealed class AnsweringEachTarget(ITestOutputHelper output)
{
    [Theory]
    [InlineData("answers-plain.jsonl", 255)]
    [InlineData("answers-published.jsonl", 29)]
    [InlineData("answers-bureaus.jsonl", 26)]
    [InlineData("answers-counties.jsonl", 278)]
    public void No_more_pairs_are_wrong_and_no_fewer_right_than_recorded(string file, int atLeast)
    {
        var (header, rows) = LabelledRows.Load(file);
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var row in rows)
        {
            var tally = LabelledAnswers.Compare(header, row);
            (right, wrong, missed) = (right + tally.Right, wrong + tally.Wrong, missed + tally.Missed);
            foreach (var note in tally.Notes)
            {
                output.WriteLine(note);
            }
        }

        output.WriteLine($"{right} right, {wrong} wrong, {missed} missed");
        Assert.True(rows.Count >= atLeast);
        Assert.True(wrong <= header.GetProperty("wrong").GetInt32(), $"{wrong} pairs are wrong.");
        Assert.True((double)right / (right + wrong + missed) >= header.GetProperty("right").GetDouble(), $"{right} of {right + wrong + missed} are right.");
    }
}
