using Luoshi.App.Reporting;
using Luoshi.App.Safety;
using Luoshi.App.Tests.Safety;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Faults;

/// <summary>Two people and one row; a disk without room.</summary>
public sealed class WhenManyWriteAtOnce : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("luoshi-faults-");

    private DataFolder Data => new(_folder.FullName);

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_fifty_who_approve_at_once_one_does_and_the_others_are_told(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var (district, returned) = await FilledDistrict.FillAsync(store, Data);
        var item = await store.LookAsync(district.System, db => db.ProgressReports.Select(report => report.DueItemId).SingleAsync());
        var submitted = (await store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(district.FarmingReporter, submit => submit.ExecuteAsync(item, returned.Version, FilledDistrict.Behind, CancellationToken.None))).Value.Stand;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => store.AskAsync<ApproveReport, Outcome<ReportStand>>(
            district.Clerk, approve => approve.ExecuteAsync(submitted.ReportId, submitted.Version, Judgement.Accepted, "已核对现场台账。", CancellationToken.None)))));

        Assert.Single(outcomes, outcome => outcome.Refusal is null);
        Assert.Equal(["changed-meanwhile"], outcomes.Where(outcome => outcome.Refusal is not null).Select(outcome => outcome.Refusal!.Code).Distinct());
        Assert.Equal(1, await store.LookAsync(Access.System, db => db.AuditEntries.CountAsync(entry => entry.Action == "report-approved")));
        Assert.Empty(await FindingsAsync(store));
    }

    [Fact]
    public async Task A_full_disk_refuses_the_write_and_leaves_what_was_there()
    {
        await using var store = await Store.CreateAsync("sqlite");
        var (district, returned) = await FilledDistrict.FillAsync(store, Data);
        var item = await store.LookAsync(district.System, db => db.ProgressReports.Select(report => report.DueItemId).SingleAsync());

        await FullDisk.AfterAsync(store, pages: 0);

        var attempt = () => store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(
            district.FarmingReporter, submit => submit.ExecuteAsync(item, returned.Version, FilledDistrict.Behind with { Progress = new string('满', 9000) }, CancellationToken.None));

        var error = await Assert.ThrowsAsync<DbUpdateException>(attempt);
        Assert.Equal(13, Assert.IsType<SqliteException>(error.InnerException).SqliteErrorCode);
        Assert.Empty(await FindingsAsync(store));
        await FullDisk.NoMoreAsync(store);
        var again = await store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(district.FarmingReporter, submit => submit.ExecuteAsync(item, returned.Version, FilledDistrict.Behind, CancellationToken.None));
        Assert.Null(again.Refusal);
    }

    private async Task<IReadOnlyList<Finding>> FindingsAsync(Store store) =>
        [.. (await store.AskAsync<ExamineStore, Outcome<IReadOnlyList<Examined>>>(Access.System, examine => examine.ExecuteAsync(Data, CancellationToken.None))).Value.SelectMany(examined => examined.Findings)];
}
