using System.Diagnostics;
using Luoshi.App.Safety;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Faults;

/// <summary>Killed at any moment under load, the store agrees with itself and has everything that was acknowledged.</summary>
public sealed class WhenTheProcessDies
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Nothing_acknowledged_is_lost_and_nothing_half_done_is_seen(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await DistrictAsync(store);
        var acknowledged = new List<string>();

        foreach (var round in Enumerable.Range(0, 3))
        {
            using var submitter = Start(store, district);
            await HearAsync(submitter, acknowledged, Random.Shared.Next(1, 40));
            submitter.Kill(entireProcessTree: true);

            // What was said before it died, and not yet heard.
            acknowledged.AddRange((await submitter.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n').Where(line => line.EndsWith('。')));
            await submitter.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Empty(await FindingsAsync(store));
            Assert.Empty(acknowledged.Except(await TextsAsync(store)));
        }
    }

    [Fact]
    public async Task Connections_cut_in_the_middle_lose_nothing_that_was_acknowledged()
    {
        await using var store = await Store.CreateAsync("postgres");
        var district = await DistrictAsync(store);
        var acknowledged = new List<string>();
        using var submitter = Start(store, district);

        foreach (var round in Enumerable.Range(0, 6))
        {
            await HearAsync(submitter, acknowledged, Random.Shared.Next(1, 15));
            await store.LookAsync(Access.System, db => db.Database.ExecuteSqlRawAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"));
        }

        // It goes on: the database is there again.
        await HearAsync(submitter, acknowledged, 5);
        submitter.Kill(entireProcessTree: true);
        await submitter.WaitForExitAsync(TestContext.Current.CancellationToken);
        Npgsql.NpgsqlConnection.ClearAllPools();
        Assert.Empty(await FindingsAsync(store));
        Assert.Empty(acknowledged.Except(await TextsAsync(store)));
    }

    private static async Task<SmallDistrict> DistrictAsync(Store store)
    {
        var district = await SmallDistrict.CreateAsync(store);
        foreach (var month in Enumerable.Range(1, 7))
        {
            await district.OpenAsync(new ReportingPeriod(2024, month), "新建高标准农田");
        }

        return district;
    }

    private static Process Start(Store store, SmallDistrict district)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Luoshi.Submitter.dll");
        string[] where = store.Choice.IsPostgres ? ["postgres", store.Choice.Connection] : ["sqlite", new SqliteConnectionStringBuilder(store.Choice.Connection).DataSource];
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. where, $"{district.GovernmentId}", $"{district.Farming.Id}"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
    }

    private static async Task HearAsync(Process submitter, List<string> acknowledged, int count)
    {
        foreach (var _ in Enumerable.Range(0, count))
        {
            acknowledged.Add(await submitter.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The submitter ended by itself."));
        }
    }

    private static async Task<IReadOnlyList<Finding>> FindingsAsync(Store store) =>
        [.. (await store.AskAsync<ExamineStore, Outcome<IReadOnlyList<Examined>>>(Access.System, examine => examine.ExecuteAsync(new DataFolder(Path.GetTempPath()), CancellationToken.None))).Value.SelectMany(examined => examined.Findings).Where(finding => finding.Code is not ("clock-behind" or "disk-low"))];

    private static Task<List<string>> TextsAsync(Store store) => store.LookAsync(Access.System, db => db.ReportVersions.Select(version => version.Progress).ToListAsync());
}
