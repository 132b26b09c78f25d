using Luoshi.App.Reading;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Reading;

namespace Luoshi.App.Tests.Reading;

public sealed class ReadingTheSampleDistrict
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Every_row_of_a_material_is_what_its_authors_wrote(int month)
    {
        var document = (await Read(Path.Combine(Repository.District, $"2024-{month:D2}", "material.docx")))[0];

        Assert.Equal(new ReportingPeriod(2024, month), document.Period);
        var read = document.Tasks.ToDictionary(task => (task.Leader!.Name, task.Number));
        Assert.All(SourceRow.Of(month), row =>
        {
            var task = read[(row.Leader, row.Number)];
            Assert.Equal(row.Content, task.Content);
            Assert.Equal(PlainText.OrNull(row.Progress), task.Progress);
            Assert.Equal(row.PlanMet, task.PlanMet);
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Every_report_of_the_month_is_found_in_the_returns_whatever_their_form(int month)
    {
        var returns = await Read(Directory.GetFiles(Path.Combine(Repository.District, $"2024-{month:D2}", "returns")));

        // Units number their rows as they like and some name no leader: the text of the progress is what must arrive whole.
        var read = returns.SelectMany(document => document.Tasks).Select(task => Words(task.Progress)).ToHashSet();
        Assert.All(SourceRow.Of(month).Where(row => !PlainText.IsNothing(row.Progress)), row => Assert.Contains(Words(row.Progress), read));
    }

    [Fact]
    public async Task The_ledger_names_every_task_with_its_units_and_deadline()
    {
        var document = (await Read(Path.Combine(Repository.District, "2024", "重点工作任务分解.xlsx")))[0];

        Assert.Null(document.Period);
        Assert.Equal(115, document.Tasks.Count);
        Assert.Equal(9, document.Tasks.Select(task => task.Leader).Distinct().Count());
        Assert.All(document.Tasks, task => Assert.NotEmpty(task.LeadUnits));
        Assert.All(document.Tasks.Where(task => task.Deadline?.Contains('月') == true), task => Assert.NotNull(task.DeadlineDate));
    }

    // Some units' habits change the spacing, the width of digits and the line breaks of what they report, and nothing else.
    private static string Words(string? text) => PlainText.Compact(text ?? "");

    private static async Task<IReadOnlyList<TaskDocument>> Read(params string[] files) =>
        (await ReadDocuments.ExecuteAsync(files, ReadLimits.Upload, TestContext.Current.CancellationToken)).Value;
}
