using Luoshi.App.Meetings;
using Luoshi.App.Reading;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Reading;

namespace Luoshi.App.Tests.Reading;

/// <summary>A real April material of a district: counts and forms only, no sentence of it stands here.</summary>
public sealed class ReadingTheReference : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("luoshi-reference-").FullName;

    [Fact]
    public async Task All_105_rows_of_9_leaders_are_read_with_their_frequencies_and_claims()
    {
        Repository.SkipWithoutReference();

        var document = await Read(Repository.Reference);

        Assert.Equal(new ReportingPeriod(2024, 4), document.Period);
        Assert.Equal(new DateOnly(2024, 4, 28), document.Date);
        Assert.Equal([2, 24, 24, 13, 4, 20, 7, 9, 2], document.Tasks.GroupBy(task => task.Leader!.Name).Select(leader => leader.Count()));
        Assert.All(document.Tasks.GroupBy(task => task.Leader!.Name), leader => Assert.Equal(Enumerable.Range(1, leader.Count()), leader.Select(task => task.Number!.Value)));
        Assert.Equal([89, 10, 6], new[] { ReportingFrequency.Monthly, ReportingFrequency.Quarterly, ReportingFrequency.HalfYearly }.Select(frequency => document.Tasks.Count(task => task.Frequency == frequency)));
        Assert.Equal(104, document.Tasks.Count(task => task.PlanMet == true));
        Assert.NotNull(Assert.Single(document.Tasks, task => task.PlanMet == false).Shortfall);
        Assert.Equal(36, document.Tasks.SelectMany(task => task.LeadUnits).Select(unit => unit.Name).Distinct().Count());
        Assert.Equal(12, document.Tasks.Count(task => task.LeadUnits.Count == 2));
        Assert.Equal("continued-row", Assert.Single(document.Problems).Code);
    }

    [Fact]
    public async Task A_material_made_of_it_reads_back_the_same_in_every_field()
    {
        Repository.SkipWithoutReference();
        var output = Path.Combine(_folder, "material.docx");

        var compiled = await CompileMaterial.ExecuteAsync(new CompileRequest { Inputs = [Repository.Reference], Output = output }, TestContext.Current.CancellationToken);

        Assert.Null(compiled.Refusal);
        Assert.Equal(Fields(await Read(Repository.Reference)), Fields(await Read(output)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<string> Fields(TaskDocument document) => document.Tasks.Select(task => string.Join(
        " | ",
        task.Leader?.Name,
        task.Leader?.Title,
        task.Number,
        task.Frequency,
        task.Content,
        string.Join('、', task.LeadUnits),
        string.Join('、', task.SupportingUnits),
        task.Progress,
        task.PlanMet,
        task.Shortfall,
        string.Join('、', task.OtherColumns)));

    private static async Task<TaskDocument> Read(string file) =>
        (await ReadDocuments.ExecuteAsync([file], ReadLimits.Upload, TestContext.Current.CancellationToken)).Value[0];
}
