using System.Security.Cryptography;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Reporting;

/// <summary>Files are kept by what they are, under the hash of their bytes, and seen by whoever sees the return.</summary>
public sealed class KeepingEvidence
{
    private static readonly ReportingPeriod July = new(2024, 7);

    private static readonly byte[] Pdf = "%PDF-1.7 现场照片"u8.ToArray();

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_file_lies_under_its_hash_with_a_name_that_fits_what_it_is(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");

        var file = (await AttachAsync(store, district.FarmingReporter, item, @"C:\填报\..\验收<单>.exe", Pdf)).Value;

        var hash = Convert.ToHexStringLower(SHA256.HashData(Pdf));
        Assert.Equal(("验收单.pdf", hash, (long)Pdf.Length), (file.Name, file.ContentHash, file.Size));
        Assert.Equal(Pdf, await File.ReadAllBytesAsync(Path.Combine(store.Choice.DataFolder, "attachments", hash[..2], hash), CancellationToken.None));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_unit_and_the_office_see_it_and_another_unit_does_not(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await AttachAsync(store, district.FarmingReporter, await district.OpenAsync(July, "新建高标准农田"), "验收单.pdf", Pdf);

        var seen = new List<int>();
        foreach (var person in new[] { district.FarmingHead, district.Clerk, district.Leader, district.HousingReporter, district.Person(Role.SystemAdministrator) })
        {
            seen.Add(await store.LookAsync(person, db => db.Attachments.CountAsync()));
        }

        Assert.Equal([1, 1, 1, 0, 0], seen);
    }

    [Theory]
    [InlineData("MZ\0\0", "file-not-accepted")]
    [InlineData("\u007fELF", "file-not-accepted")]
    [InlineData("<html><script>alert(1)</script>", "file-not-accepted")]
    [InlineData("#!/bin/sh", "file-not-accepted")]
    [InlineData("前面有别的字%PDF-1.7", "file-not-accepted")]
    [InlineData("", "empty-file")]
    public async Task What_could_run_or_is_no_document_is_refused(string content, string code)
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");

        var outcome = await AttachAsync(store, district.FarmingReporter, item, "验收单.pdf", System.Text.Encoding.UTF8.GetBytes(content));

        Assert.Equal(code, outcome.Refusal?.Code);
        Assert.False(Directory.Exists(Path.Combine(store.Choice.DataFolder, "attachments")));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task After_submission_nothing_is_added_or_taken_away(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");
        var file = (await AttachAsync(store, district.FarmingReporter, item, "验收单.pdf", Pdf)).Value;
        await store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(district.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 1, new("累计建成高标准农田3600亩。", true, null), CancellationToken.None));

        var added = await AttachAsync(store, district.FarmingReporter, item, "补充.pdf", Pdf);
        var removed = await store.AskAsync<RemoveFile, Refusal?>(district.FarmingReporter, remove => remove.ExecuteAsync(file.Id, CancellationToken.None));

        Assert.Equal(("report-not-editable", "report-not-editable"), (added.Refusal?.Code, removed?.Code));
    }

    private static Task<Outcome<Attachment>> AttachAsync(Store store, Access access, DueItem item, string name, byte[] content) =>
        store.AskAsync<AttachFile, Outcome<Attachment>>(access, attach => attach.ExecuteAsync(item.Id, name, content, CancellationToken.None));
}
