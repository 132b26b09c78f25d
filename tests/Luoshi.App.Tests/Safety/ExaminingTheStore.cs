using Luoshi.App.Safety;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Safety;

/// <summary>Whatever is stored and does not agree is named, with its place.</summary>
public sealed class ExaminingTheStore : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("luoshi-doctor-");

    private DataFolder Data => new(_folder.FullName);

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_sound_store_is_found_sound(string database)
    {
        await using var store = await Store.CreateAsync(database);
        await FilledDistrict.FillAsync(store, Data);

        Assert.Empty(await FindingsAsync(store));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Whatever_is_damaged_is_named(string database)
    {
        await using var store = await Store.CreateAsync(database);
        await FilledDistrict.FillAsync(store, Data);
        var before = await FindingsAsync(store);

        foreach (var (code, sql) in Damages(database))
        {
            await DamageAsync(store, sql);
            var after = await FindingsAsync(store);
            Assert.True(after.Except(before).Any(finding => finding.Code == code), $"{code} was not found after: {sql}");
            before = after;
        }
    }

    [Fact]
    public async Task An_attachment_that_changed_or_went_is_named()
    {
        await using var store = await Store.CreateAsync("sqlite");
        await FilledDistrict.FillAsync(store, Data);
        var file = Directory.GetFiles(Path.Combine(_folder.FullName, "attachments"), "*", SearchOption.AllDirectories).Single();

        await File.AppendAllTextAsync(file, "改", TestContext.Current.CancellationToken);
        var changed = await FindingsAsync(store);
        File.Delete(file);
        var gone = await FindingsAsync(store);

        Assert.Equal(["attachment-damaged", "attachment-damaged"], changed.Concat(gone).Select(finding => finding.Code));
        Assert.NotEqual(changed[0].Message, gone[0].Message);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_time_of_a_latest_return_that_is_not_the_returns_own_is_named(string database)
    {
        await using var store = await Store.CreateAsync(database);
        await FilledDistrict.FillAsync(store, Data);
        await DamageAsync(store, "UPDATE key_tasks SET latest_report_at = NULL");

        Assert.Contains("latest-report-differs", (await FindingsAsync(store)).Select(finding => finding.Code));
    }

    [Fact]
    public async Task A_clock_that_was_set_back_is_named()
    {
        await using var store = await Store.CreateAsync("sqlite");
        await FilledDistrict.FillAsync(store, Data);
        await DamageAsync(store, "DROP TRIGGER audit_entries_no_update; UPDATE audit_entries SET at = at + 3600000");

        Assert.Contains("clock-behind", (await FindingsAsync(store)).Select(finding => finding.Code));
    }

    [Fact]
    public async Task A_damaged_file_is_named()
    {
        await using var store = await Store.CreateAsync("sqlite");
        await FilledDistrict.FillAsync(store, Data);

        // An index that is left behind its table is what a lost page looks like.
        await DamageAsync(store, """
            PRAGMA writable_schema = ON;
            UPDATE sqlite_schema SET sql = 'CREATE INDEX ix_key_tasks_government_id_post_id ON key_tasks (government_id, number)' WHERE name = 'ix_key_tasks_government_id_post_id';
            PRAGMA writable_schema = RESET
            """);

        Assert.Contains("file-damaged", (await FindingsAsync(store)).Select(finding => finding.Code));
    }

    private static IEnumerable<(string Code, string Sql)> Damages(string database)
    {
        yield return ("search-differs", database == "sqlite" ? "DELETE FROM search_grams WHERE rowid = (SELECT MAX(id) FROM search_entries WHERE kind = 'Report')" : "UPDATE search_grams SET grams = '1g00a0' WHERE id = (SELECT MAX(id) FROM search_entries WHERE kind = 'Report')");
        yield return ("search-differs", "UPDATE search_entries SET post_id = unit_id WHERE kind = 'Task'");
        yield return ("search-differs", "DELETE FROM search_entries WHERE kind = 'Doubt'");
        yield return ("search-differs", "UPDATE search_entries SET subject_id = unit_id WHERE kind = 'Report'");
        yield return ("lead-unit-differs", "UPDATE responsibilities SET until = '2024-02-01'");
        yield return ("latest-report-differs", "UPDATE key_tasks SET latest_report_id = NULL");
        yield return ("submissions-differ", "UPDATE progress_reports SET submissions = submissions + 1");
        yield return ("doubts-differ", "UPDATE progress_reports SET strong_doubts = 9");
        yield return ("verdict-missing", "UPDATE progress_reports SET verdict = NULL");
        yield return ("text-differs", "UPDATE progress_reports SET status = 'InReview', progress = progress || '。'");
        yield return ("submitted-at-differs", "UPDATE due_items SET submitted_at = NULL");
        yield return ("submissions-differ", "DELETE FROM report_versions");
        yield return ("calendar-missing", "DELETE FROM office_days");
        yield return ("reference-broken", "UPDATE due_items SET post_id = unit_id");
        yield return ("audit-broken", "UPDATE audit_chains SET sequence = sequence + 1");
        yield return ("audit-broken", $"{Unguarded(database)}; UPDATE audit_entries SET account_name = '别人' WHERE sequence = 3");
        yield return ("audit-broken", "DELETE FROM audit_entries WHERE sequence = 2");
    }

    private static string Unguarded(string database) => database == "sqlite"
        ? "DROP TRIGGER audit_entries_no_update; DROP TRIGGER audit_entries_no_delete"
        : "ALTER TABLE audit_entries DISABLE TRIGGER USER";

    private static Task<int> DamageAsync(Store store, string sql) => store.LookAsync(Access.System, db => db.Database.ExecuteSqlRawAsync(sql));

    private async Task<IReadOnlyList<Finding>> FindingsAsync(Store store) =>
        [.. (await store.AskAsync<ExamineStore, Outcome<IReadOnlyList<Examined>>>(Access.System, examine => examine.ExecuteAsync(Data, CancellationToken.None))).Value.SelectMany(examined => examined.Findings)];
}
