using System.Diagnostics;
using Luoshi.App.Reporting;
using Luoshi.App.Safety;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Faults;

/// <summary>On a disk without room nothing is acknowledged that is not kept; when there is room again the work goes on. On a disk of its own, which only root can make.</summary>
public sealed class WhenTheDiskIsFull
{
    [Fact]
    public async Task What_was_acknowledged_is_there_and_what_failed_is_not()
    {
        await using var store = await Store.CreateAsync("sqlite");
        using var disk = SmallDisk.Under(store);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        var acknowledged = new List<string>();
        await SubmitAsync(district, item, acknowledged);
        Fill(store.Choice.DataFolder);

        var refused = 0;
        for (var attempt = 0; attempt < 400 && refused < 3; attempt++)
        {
            refused += await FailsForWantOfRoomAsync(() => SubmitAsync(district, item, acknowledged)) ? 1 : 0;
        }

        File.Delete(Path.Combine(store.Choice.DataFolder, "filler"));
        await SubmitAsync(district, item, acknowledged);

        Assert.Equal(3, refused);
        Assert.Empty(await FindingsAsync(store));
        Assert.Equal(acknowledged.Order(StringComparer.Ordinal), (await store.LookAsync(Access.System, db => db.ReportVersions.Select(version => version.Progress).ToListAsync())).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_for_which_there_is_no_room_leaves_neither_a_row_nor_a_half_of_it()
    {
        await using var store = await Store.CreateAsync("sqlite");
        using var disk = SmallDisk.Under(store);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        await store.AskAsync<SaveDraft, Outcome<ReportStand>>(district.FarmingReporter, save => save.ExecuteAsync(item.Id, 0, new("草稿", null, null), CancellationToken.None));
        var photo = new byte[2_000_000];
        Random.Shared.NextBytes(photo);
        "%PDF-1.7\n"u8.CopyTo(photo);
        Fill(store.Choice.DataFolder);

        await Assert.ThrowsAsync<IOException>(() => store.AskAsync<AttachFile, Outcome<Attachment>>(district.FarmingReporter, attach => attach.ExecuteAsync(item.Id, "现场.pdf", photo, CancellationToken.None)));

        File.Delete(Path.Combine(store.Choice.DataFolder, "filler"));
        Assert.Empty(Directory.GetFiles(Path.Combine(store.Choice.DataFolder, "attachments"), "*", SearchOption.AllDirectories));
        Assert.False(await store.LookAsync(Access.System, db => db.Attachments.AnyAsync()));
        Assert.Empty(await FindingsAsync(store));
    }

    /// <summary>Leaves a hundred kilobytes.</summary>
    private static void Fill(string folder)
    {
        using var filler = new FileStream(Path.Combine(folder, "filler"), FileMode.Create);
        var room = new DriveInfo(folder).AvailableFreeSpace - 100_000;
        filler.Write(new byte[Math.Max(0, room)]);
    }

    private static async Task<bool> FailsForWantOfRoomAsync(Func<Task> work)
    {
        try
        {
            await work();
            return false;
        }
        catch (Exception error) when ((error as SqliteException ?? error.InnerException as SqliteException) is { SqliteErrorCode: 13 or 10 })
        {
            // SQLITE_FULL, or SQLITE_IOERR where the journal could not grow.
            return true;
        }
    }

    private static async Task SubmitAsync(SmallDistrict district, DueItem item, List<string> acknowledged)
    {
        var seen = await district.Store.LookAsync(district.FarmingReporter, db => db.ProgressReports.AsNoTracking().SingleOrDefaultAsync(report => report.DueItemId == item.Id));
        var version = seen is { IsSubmitted: true }
            ? (await district.Store.AskAsync<WithdrawReport, Outcome<ReportStand>>(district.FarmingReporter, withdraw => withdraw.ExecuteAsync(seen.Id, seen.Version, CancellationToken.None))).Value.Version
            : seen?.Version ?? 0;
        var text = $"累计建成高标准农田{Random.Shared.Next(100, 6000)}亩，{Guid.NewGuid():N}。" + new string('补', 1500);
        var outcome = await district.Store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(district.FarmingReporter, submit => submit.ExecuteAsync(item.Id, version, new(text, true, null), CancellationToken.None));
        Assert.Null(outcome.Refusal);
        acknowledged.Add(text);
    }

    private static async Task<IReadOnlyList<Finding>> FindingsAsync(Store store) =>
        [.. (await store.AskAsync<ExamineStore, Outcome<IReadOnlyList<Examined>>>(Access.System, examine => examine.ExecuteAsync(new DataFolder(store.Choice.DataFolder), CancellationToken.None))).Value
            .SelectMany(examined => examined.Findings).Where(finding => finding.Code != "disk-low")];

    /// <summary>A disk of six megabytes under the folder of a store, for as long as it is not disposed.</summary>
    private sealed class SmallDisk : IDisposable
    {
        private readonly string _folder;

        private SmallDisk(string folder) => _folder = folder;

        public static SmallDisk Under(Store store)
        {
            var (folder, file) = (store.Choice.DataFolder, new SqliteConnectionStringBuilder(store.Choice.Connection).DataSource);
            var content = File.ReadAllBytes(file);
            Assert.SkipUnless(OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", folder), "No disk can be mounted by whoever runs the tests.");
            File.WriteAllBytes(file, content);
            return new SmallDisk(folder);
        }

        public void Dispose()
        {
            SqliteConnection.ClearAllPools();
            Run("umount", "-l", _folder);
        }

        private static bool Run(string program, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
    }
}
