using CsCheck;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reading;
using static Luoshi.Core.Tests.Meetings.Documents;

namespace Luoshi.Core.Tests.Meetings;

public sealed class NothingIsDropped
{
    private static readonly string[] s_units = ["区住建局", "区教育局", "区水利局", "区交通运输局"];
    private static readonly string[] s_contents = ["改造老旧小区12个。", "改造老旧小区15个。", "新建公办幼儿园3所。", "除险加固水库4座。", "提升改造农村公路45公里。"];

    // Few words, so that rows collide in every way: same content elsewhere, same number twice, one unit in two files.
    private static readonly Gen<ReportedTask> s_row = Gen.Select(
        OneOf<string?>("区长", "副区长", null),
        Gen.Int[0, 3],
        OneOf(s_contents),
        OneOf("区住建局", "区教育局 区住建局", "区水利局", "区交通运输局", ""),
        OneOf(true, false),
        (leader, number, content, units, met) => Row(leader, number == 0 ? null : number, content, units, "进展", met));

    private static readonly Gen<TaskDocument> s_document = Gen.Select(
        s_row.Array[1, 6], OneOf(s_units), OneOf("2026-04", "2026-05"), Gen.Bool,
        (rows, unit, period, isPlan) => isPlan
            ? Document("分解表.docx", null, [.. rows.Select(row => row with { Progress = null, PlanMet = null })])
            : Document(unit + ".docx", period, rows));

    [Fact]
    public void Every_report_is_in_the_material_or_in_a_note() => s_document.Array[2, 5].Sample(drawn =>
    {
        var documents = drawn.Select((document, d) => document with
        {
            Tasks = [.. document.Tasks.Select((task, t) => task.Progress is null ? task : task with { Progress = $"甲{d}乙{t}丙进展。" })],
        }).ToList();

        var outcome = MaterialAssembly.Assemble(documents);

        if (outcome.Refusal is { } refusal)
        {
            Assert.Equal("plans-disagree", refusal.Code);
            return;
        }

        var target = outcome.Value.Period;
        var told = string.Join('\n', outcome.Value.Rows.Select(row => row.Task.Progress).Concat(outcome.Value.Notes.Select(note => note.Message)));
        foreach (var task in documents.SelectMany(document => document.Tasks).Where(task => task.Progress is not null))
        {
            // An earlier month's material gives the order only: what it reported was on the table a month ago.
            var earlier = documents.First(document => document.Tasks.Contains(task)).Period < target;
            Assert.True(earlier || told.Contains(task.Progress!, StringComparison.Ordinal), task.Progress);
        }
    });

    [Fact]
    public void Numbers_are_unique_under_every_leader() => s_document.Array[2, 5].Sample(documents =>
    {
        if (MaterialAssembly.Assemble(documents) is { Refusal: null } outcome)
        {
            Assert.All(outcome.Value.Sections, section => Assert.Distinct(section.Rows.Select(row => row.Task.Number)));
        }
    });

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
