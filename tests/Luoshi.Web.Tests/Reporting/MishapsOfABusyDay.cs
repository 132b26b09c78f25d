using System.IO.Compression;
using System.Net;
using System.Text;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests.Reporting;

/// <summary>A button pressed twice, a file that means harm: a clear answer each time, and nothing lost.</summary>
public sealed class MishapsOfABusyDay
{
    private static readonly ReportingPeriod July = new(2024, 7);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_form_that_is_sent_twice_is_taken_once_and_both_times_said_to_be_done(string database)
    {
        await using var site = await Site.CreateAsync(database);
        var item = await site.District.OpenAsync(July, "新建高标准农田");
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);
        var entry = new Dictionary<string, string>
        {
            [$"Entries[{item.Id:N}].Version"] = "0",
            [$"Entries[{item.Id:N}].Progress"] = "累计建成高标准农田3600亩。",
            [$"Entries[{item.Id:N}].PlanMet"] = "true",
        };

        var first = await reporter.PostAsync("/reporting/submit", entry, form: "/reporting");
        var told = await reporter.ReadAsync("/reporting");
        var second = await reporter.PostAsync("/reporting/submit", entry, form: "/reporting");

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect], [first.StatusCode, second.StatusCode]);
        Assert.Contains("已提交1项", told, StringComparison.Ordinal);
        Assert.Contains("已提交1项", await reporter.ReadAsync("/reporting"), StringComparison.Ordinal);
        Assert.Equal(1, (await site.Store.LookAsync(site.District.System, db => db.ProgressReports.SingleAsync())).Submissions);
    }

    [Theory]
    [InlineData("/reporting/import")]
    [InlineData("/import?handler=upload")]
    public async Task A_file_that_means_harm_is_refused_in_words_and_leaves_nothing(string path)
    {
        await using var site = await Site.CreateAsync();
        await site.District.OpenAsync(July, "新建高标准农田");
        using var person = await site.SignInAsync(path == "/reporting/import" ? site.District.FarmingReporter : site.District.Clerk);
        var (field, form) = path == "/reporting/import" ? ("file", path) : ("files", "/import?year=2024");

        foreach (var (name, file) in new (string, byte[])[]
        {
            ("炸弹.xlsx", Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", new string(' ', 50_000_000)))),
            ("外部实体.docx", Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"))),
            ("程序.xlsx", "MZ\0\0"u8.ToArray()),
            ("../../外面.csv", Encoding.UTF8.GetBytes("\0\0\0")),
        })
        {
            using var answer = await person.UploadAsync(path, field, file, name, form, ("kind", "ledger"), ("year", "2024"));
            var page = answer.Headers.Location is { } preview ? await person.ReadAsync(preview.OriginalString) : await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("root:", page, StringComparison.Ordinal);
        }

        Assert.Equal((3, 0), await site.Store.LookAsync(site.District.System, async db => (await db.KeyTasks.CountAsync(), await db.ProgressReports.CountAsync())));
    }

    [Fact]
    public async Task Files_of_a_whole_year_go_in_one_upload()
    {
        await using var site = await Site.CreateAsync();
        await site.District.OpenAsync(July, "新建高标准农田");
        using var clerk = await site.SignInAsync(site.District.Clerk);

        // More than a server takes that is not told otherwise: it reaches the page, and the page says which file is too large.
        using var answer = await clerk.UploadAsync("/import?handler=upload", "files", new byte[40_000_000], "一年.txt", "/import?year=2024", ("kind", "history"), ("year", "2024"));

        Assert.NotEqual(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return bytes.ToArray();
    }
}
