using CsCheck;
using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.App.Safety;
using Luoshi.App.Searching;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.App.Tests.Safety;

/// <summary>A backup holds everything, goes into either database, and is refused when anything in it changed.</summary>
public sealed class BackingUpAndRestoring : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("luoshi-backup-");

    private string BackupFile => Path.Combine(_folder.FullName, "backup.zip");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("sqlite", "sqlite")]
    [InlineData("sqlite", "postgres")]
    [InlineData("postgres", "sqlite")]
    [InlineData("postgres", "postgres")]
    public async Task What_is_restored_sums_up_to_what_was_backed_up_table_by_table(string from, string to)
    {
        await using var store = await Store.CreateAsync(from);
        await FilledDistrict.FillAsync(store, Folder("data"));
        var made = await BackUpAsync(store, BackupFile);
        await using var target = await EmptyTargetAsync(to);

        var restored = await RestoreBackup.ExecuteAsync(BackupFile, Folder("restored"), target?.Choice, CancellationToken.None);

        Assert.Null(restored.Refusal);
        await using var services = Services(target?.Choice ?? DatabaseChoice.InFolder(Folder("restored").FullPath));
        var again = await BackUpAsync(services, Folder("restored"), Path.Combine(_folder.FullName, "again.zip"));
        Assert.Equal(made.Tables.Select(table => (table.Name, table.Rows, table.Sha256)), again.Tables.Select(table => (table.Name, table.Rows, table.Sha256)));
        Assert.Equal(made.Files, again.Files);
        Assert.Equal(1, Assert.Single(made.Tables, table => table.Name == "report_versions").Rows);
        Assert.Single(made.Files);
    }

    [Theory]
    [InlineData("sqlite", "sqlite")]
    [InlineData("sqlite", "postgres")]
    [InlineData("postgres", "sqlite")]
    [InlineData("postgres", "postgres")]
    public async Task What_was_written_is_found_and_what_was_encrypted_is_read_after_the_move(string from, string to)
    {
        await using var store = await Store.CreateAsync(from);
        var (district, _) = await FilledDistrict.FillAsync(store, Folder("data"));
        var encrypted = store.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("第二因素的密钥");
        if (store.Choice.KeyFolder is { } keys)
        {
            Directory.Move(keys, Folder("data").Keys);
        }

        var found = await FindAsync(store.Services, district, "农田");
        await BackUpAsync(store, BackupFile);
        await using var target = await EmptyTargetAsync(to);
        await RestoreBackup.ExecuteAsync(BackupFile, Folder("restored"), target?.Choice, CancellationToken.None);

        var choice = (target?.Choice ?? DatabaseChoice.InFolder(Folder("restored").FullPath)) with { DataFolder = Folder("restored").FullPath };
        await using var services = Services(choice);
        Assert.Equal((found.Tasks, found.Texts), await FindAsync(services, district, "农田"));
        Assert.True(found.Texts > 1);
        Assert.Equal("第二因素的密钥", services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(encrypted));
        Assert.Equal(to == "sqlite", Directory.Exists(Folder("restored").Keys));
    }

    [Theory, InlineData("sqlite", "postgres"), InlineData("postgres", "sqlite")]
    public async Task Work_goes_on_in_the_other_database_where_it_stood(string from, string to)
    {
        await using var store = await Store.CreateAsync(from);
        var (district, report) = await FilledDistrict.FillAsync(store, Folder("data"));
        await BackUpAsync(store, BackupFile);
        await using var target = await EmptyTargetAsync(to);
        await RestoreBackup.ExecuteAsync(BackupFile, Folder("restored"), target?.Choice, CancellationToken.None);
        await using var services = Services(target?.Choice ?? DatabaseChoice.InFolder(Folder("restored").FullPath));
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LuoshiDb>();
        db.ActAs(district.FarmingReporter);
        var item = await db.ProgressReports.Where(row => row.Id == report.ReportId).Select(row => row.DueItemId).SingleAsync(cancellationToken: TestContext.Current.CancellationToken);

        var again = await scope.ServiceProvider.GetRequiredService<SubmitReport>().ExecuteAsync(item, report.Version, FilledDistrict.Behind with { Progress = "累计建成高标准农田3600亩。" }, CancellationToken.None);

        Assert.Equal(report.Version + 1, again.Value.Stand.Version);
        db.ActAs(district.System);
        var entries = await db.AuditEntries.OrderBy(entry => entry.Sequence).ToListAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(entries.SkipLast(1).Select(entry => entry.Hash), entries.Skip(1).Select(entry => entry.PreviousHash));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_backup_made_while_others_write_is_of_one_moment(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var number = 0; !stop.IsCancellationRequested; number++)
            {
                await store.AskAsync<CreateAccount, Outcome<AccountCreated>>(district.System, create => create.ExecuteAsync(district.GovernmentId, $"zhanghao{number}", "某人", CancellationToken.None));
            }
        }, TestContext.Current.CancellationToken);

        var counts = new List<(long Accounts, long Created)>();
        foreach (var turn in Enumerable.Range(0, 5))
        {
            var manifest = await BackUpAsync(store, Path.Combine(_folder.FullName, $"{turn}.zip"));
            counts.Add((Rows(manifest, "accounts"), Rows(manifest, "audit_entries")));
        }

        await stop.CancelAsync();
        await writing;
        Assert.All(counts, count => Assert.Equal(counts[0].Created - counts[0].Accounts, count.Created - count.Accounts));
    }

    [Fact]
    public async Task Every_byte_that_changes_is_noticed_and_nothing_is_left_behind()
    {
        await using var store = await Store.CreateAsync("sqlite");
        await FilledDistrict.FillAsync(store, Folder("data"));
        await BackUpAsync(store, BackupFile);
        var whole = await File.ReadAllBytesAsync(BackupFile, TestContext.Current.CancellationToken);

        await Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte[1, 255]).SampleAsync(
            async flip =>
            {
                var damaged = whole.ToArray();
                damaged[flip.Item1] ^= flip.Item2;
                Assert.Contains(await RefusalOfAsync(damaged), (string[])["backup-damaged", "backup-unknown"]);
            },
            iter: 60, threads: 1);

        Assert.False(Directory.Exists(Folder("restored").FullPath));
        Assert.Empty(Directory.GetDirectories(_folder.FullName, "*.restoring-*"));
    }

    [Fact]
    public async Task A_truncated_backup_is_refused_wherever_it_ends()
    {
        await using var store = await Store.CreateAsync("sqlite");
        await FilledDistrict.FillAsync(store, Folder("data"));
        await BackUpAsync(store, BackupFile);
        var whole = await File.ReadAllBytesAsync(BackupFile, TestContext.Current.CancellationToken);

        await Gen.Int[0, whole.Length - 1].SampleAsync(
            async length => Assert.Contains(await RefusalOfAsync(whole[..length]), (string[])["backup-damaged", "backup-unknown"]),
            iter: 40, threads: 1);
    }

    [Fact]
    public async Task The_place_of_the_damage_is_named()
    {
        await using var store = await Store.CreateAsync("sqlite");
        await FilledDistrict.FillAsync(store, Folder("data"));
        await BackUpAsync(store, BackupFile);
        using (var archive = System.IO.Compression.ZipFile.Open(BackupFile, System.IO.Compression.ZipArchiveMode.Update))
        {
            archive.GetEntry("tables/key_tasks.ndjson")!.Delete();
            await using var writer = new StreamWriter(archive.CreateEntry("tables/key_tasks.ndjson").Open());
            await writer.WriteLineAsync("[]");
        }

        var outcome = await RestoreBackup.ExecuteAsync(BackupFile, Folder("restored"), null, CancellationToken.None);

        Assert.Equal("backup-damaged", outcome.Refusal?.Code);
        Assert.Contains("tables/key_tasks.ndjson", outcome.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_with_anything_in_it_is_no_target()
    {
        await using var store = await Store.CreateAsync("sqlite");
        await FilledDistrict.FillAsync(store, Folder("data"));
        await BackUpAsync(store, BackupFile);

        var outcome = await RestoreBackup.ExecuteAsync(BackupFile, Folder("data"), null, CancellationToken.None);

        Assert.Equal("target-not-empty", outcome.Refusal?.Code);
    }

    [Fact]
    public async Task A_database_with_anything_in_it_is_no_target()
    {
        await using var store = await Store.CreateAsync("postgres");
        await FilledDistrict.FillAsync(store, Folder("data"));
        var before = await BackUpAsync(store, BackupFile);

        var outcome = await RestoreBackup.ExecuteAsync(BackupFile, Folder("restored"), store.Choice, CancellationToken.None);

        Assert.Equal("target-not-empty", outcome.Refusal?.Code);
        var after = await BackUpAsync(store, Path.Combine(_folder.FullName, "after.zip"));
        Assert.Equal(before.Tables.Select(table => table.Sha256), after.Tables.Select(table => table.Sha256));
    }

    [Fact]
    public async Task A_backup_never_takes_the_place_of_another()
    {
        await using var store = await Store.CreateAsync("sqlite");
        await FilledDistrict.FillAsync(store, Folder("data"));
        await BackUpAsync(store, BackupFile);

        var second = await store.AskAsync<BackUpStore, Outcome<BackupManifest>>(Access.System, backUp => backUp.ExecuteAsync(Folder("data"), BackupFile, CancellationToken.None));

        Assert.Equal("file-exists", second.Refusal?.Code);
    }

    [Fact]
    public async Task An_attachment_that_is_not_there_is_named()
    {
        await using var store = await Store.CreateAsync("sqlite");
        await FilledDistrict.FillAsync(store, Folder("data"));

        var manifest = (await store.AskAsync<BackUpStore, Outcome<BackupManifest>>(Access.System, backUp => backUp.ExecuteAsync(Folder("elsewhere"), BackupFile, CancellationToken.None))).Value;

        Assert.StartsWith("attachments/", Assert.Single(manifest.Missing), StringComparison.Ordinal);
    }

    private static long Rows(BackupManifest manifest, string table) => manifest.Tables.Single(row => row.Name == table).Rows;

    private static ServiceProvider Services(DatabaseChoice choice) => new ServiceCollection().AddLogging().AddLuoshi(choice).BuildServiceProvider();

    private static async Task<(int Tasks, int Texts)> FindAsync(IServiceProvider services, SmallDistrict district, string word)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<LuoshiDb>().ActAs(district.Clerk);
        var page = (await scope.ServiceProvider.GetRequiredService<FindTexts>().ExecuteAsync(word, null, CancellationToken.None)).Value;
        return (page.Tasks, page.Texts);
    }

    // A database of the server without a row in it; null for a file that is not there yet.
    private static async Task<Store?> EmptyTargetAsync(string database) => database == "sqlite" ? null : await Store.CreateAsync(database);

    private static async Task<BackupManifest> BackUpAsync(IServiceProvider services, DataFolder folder, string file)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<LuoshiDb>().ActAs(Access.System);
        return (await scope.ServiceProvider.GetRequiredService<BackUpStore>().ExecuteAsync(folder, file, CancellationToken.None)).Value;
    }

    private DataFolder Folder(string name) => new(Path.Combine(_folder.FullName, name));

    private Task<BackupManifest> BackUpAsync(Store store, string file) => BackUpAsync(store.Services, Folder("data"), file);

    private async Task<string?> RefusalOfAsync(byte[] archive)
    {
        var file = Path.Combine(_folder.FullName, "damaged.zip");
        await File.WriteAllBytesAsync(file, archive);
        return (await RestoreBackup.ExecuteAsync(file, Folder("restored"), null, CancellationToken.None)).Refusal?.Code;
    }
}
