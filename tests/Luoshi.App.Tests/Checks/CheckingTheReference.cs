using Luoshi.App.Checks;
using Luoshi.Core.Checks;
using Luoshi.Documents.Reading;

namespace Luoshi.App.Tests.Checks;

/// <summary>Figures of a real material, where it is at hand; its sentences stay where they are.</summary>
public sealed class CheckingTheReference
{
    [Fact]
    public async Task What_is_behind_is_found_and_what_is_met_is_left_alone()
    {
        var report = await ExamineAsync();

        (int Leader, int Number, decimal Target, decimal Reading)[] behind =
            [(2, 1, 5, 4.0m), (3, 1, 8, 7.8m), (2, 9, 800, 120), (8, 3, 10, 2.5m), (3, 10, 200, 50), (3, 22, 8.7m, 2.08m)];
        Assert.All(behind, fact => Assert.Contains(Compared(report, fact.Leader, fact.Number), found => found == (fact.Target, fact.Reading, Verdict.Behind)));
        Assert.Contains((5m, 15.1m, Verdict.Met), Compared(report, 1, 1));
        Assert.Contains((1122m, 1530m, Verdict.Met), Compared(report, 8, 6));
        Assert.Empty(Of(report, 1, 1).Doubts);
        Assert.Empty(Of(report, 8, 6).Doubts);
    }

    [Fact]
    public async Task Two_rows_that_disagree_name_each_other()
    {
        var report = await ExamineAsync();

        var doubts = report.Tasks.SelectMany(task => task.Doubts.Where(doubt => doubt.Code == DoubtCode.CrossRowConflict)).ToList();
        Assert.Equal(2, doubts.Count);
        Assert.All(doubts, doubt => Assert.Equal(DoubtStrength.Strong, doubt.Strength));
        Assert.Equal([7, 3], doubts.Select(doubt => doubt.Related[0].Number!.Value));
    }

    [Fact]
    public async Task Nothing_done_is_asked_about_and_most_rows_are_left_in_peace()
    {
        var report = await ExamineAsync();

        Assert.Contains(Of(report, 4, 13).Doubts, doubt => doubt.Code == DoubtCode.ZeroValue);
        Assert.InRange(report.Tasks.Count(task => task.Doubts.Any(doubt => doubt.Strength == DoubtStrength.Strong)), 8, 20);
        Assert.True(report.Tasks.Count(task => task.Doubts.Count == 0) >= 75);
    }

    private static async Task<CheckReport> ExamineAsync()
    {
        Assert.SkipUnless(File.Exists(Repository.Reference), "The reference document (../shared/samples) is not here.");
        var examination = (await CheckDocuments.ExecuteAsync(new CheckRequest { Files = [Repository.Reference] }, ReadLimits.Local, TestContext.Current.CancellationToken)).Value;
        return new CheckReport(examination.AsOf, examination.ExpectedShare, [.. examination.Tasks()]);
    }

    private static TaskCheck Of(CheckReport report, int leader, int number) =>
        report.Tasks.GroupBy(task => task.Task.Leader?.Name).ElementAt(leader - 1).Single(task => task.Task.Number == number);

    private static List<(decimal?, decimal?, Verdict)> Compared(CheckReport report, int leader, int number)
    {
        var task = Of(report, leader, number);
        return [.. task.Comparisons.Where(comparison => comparison.Reading is not null)
            .Select(comparison => (task.Targets[comparison.Target].Quantity.Value, task.Readings[comparison.Reading!.Value].Quantity.Value, comparison.Verdict))];
    }
}
