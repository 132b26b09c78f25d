using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Luoshi.App.Accounts;

namespace Luoshi.Web.Tests.Api;

/// <summary>Files that prove a return, by programs: by their content, within the limits of the page, seen by whoever sees the return.</summary>
public sealed class HandingInEvidence
{
    private static readonly byte[] Pdf = "%PDF-1.7 现场照片"u8.ToArray();

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_file_is_added_had_again_as_it_was_and_removed(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var other = await Program.CreateAsync(site, site.District.HousingReporter);
        var item = await ItemAsync(site);

        var answer = await SendAsync(reporter, item, "../验收单.exe", Pdf, "attach-1");
        var replayed = await SendAsync(reporter, item, "../验收单.exe", Pdf, "attach-1");
        var added = await answer.JsonAsync();
        var path = $"attachments/{added["id"]}";
        var had = await clerk.GetAsync(path);
        var listed = (await clerk.ReadAsync($"attachments?report={added["reportId"]}"))["items"]!.AsArray().Count;
        var foreign = (await other.GetAsync(path), await other.SendAsync(HttpMethod.Delete, path));
        var removed = await reporter.SendAsync(HttpMethod.Delete, path);
        var again = await reporter.SendAsync(HttpMethod.Delete, path);

        Assert.Equal((HttpStatusCode.Created, $"/api/v1/{path}"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Equal(("验收单.pdf", Convert.ToHexStringLower(SHA256.HashData(Pdf)), 1), ((string)added["name"]!, (string)added["contentHash"]!, listed));
        Assert.Equal((string)added["id"]!, (string)(await replayed.JsonAsync())["id"]!);
        Assert.Equal(Pdf, await had.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("attachment", had.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal((404, "attachment-not-found"), await foreign.Item1.ProblemAsync());
        Assert.Equal((404, "attachment-not-found"), await foreign.Item2.ProblemAsync());
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal((404, "attachment-not-found"), await again.ProblemAsync());
    }

    [Fact]
    public async Task What_could_run_is_too_large_or_comes_too_late_is_refused()
    {
        await using var site = await Site.CreateAsync();
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        using var reader = await Program.CreateAsync(site, site.District.FarmingReporter, TokenScope.Read);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var other = await Program.CreateAsync(site, site.District.HousingReporter);
        var item = await ItemAsync(site);
        var added = await (await SendAsync(reporter, item, "验收单.pdf", Pdf)).JsonAsync();

        Assert.Equal((409, "file-not-accepted"), await (await SendAsync(reporter, item, "验收单.pdf", "MZ\0\0"u8.ToArray())).ProblemAsync());
        Assert.Equal((409, "empty-file"), await (await SendAsync(reporter, item, "验收单.pdf", [])).ProblemAsync());
        Assert.Equal("附件.pdf", (string)(await (await SendAsync(reporter, item, "", Pdf)).JsonAsync())["name"]!);
        Assert.Equal((413, "request-too-large"), await (await SendAsync(reporter, item, "验收单.pdf", new byte[21 * 1024 * 1024])).ProblemAsync());
        Assert.Equal((400, "request-invalid"), await (await SendAsync(reporter, item, new string('长', 256), Pdf)).ProblemAsync());
        Assert.Equal((403, "token-reads-only"), await (await SendAsync(reader, item, "验收单.pdf", Pdf)).ProblemAsync());
        Assert.Equal((403, "token-reads-only"), await (await reader.SendAsync(HttpMethod.Delete, $"attachments/{added["id"]}")).ProblemAsync());
        Assert.Equal((403, "forbidden"), await (await SendAsync(clerk, item, "验收单.pdf", Pdf)).ProblemAsync());
        Assert.Equal((404, "due-item-not-found"), await (await SendAsync(other, item, "验收单.pdf", Pdf)).ProblemAsync());
        await (await reporter.PostAsync(item + "/progress-report/submission", new { progress = "累计建成高标准农田3600亩。", planMet = true }, seen: 1)).JsonAsync();
        Assert.Equal((409, "report-not-editable"), await (await SendAsync(reporter, item, "补充.pdf", Pdf)).ProblemAsync());
        Assert.Equal((409, "report-not-editable"), await (await reporter.SendAsync(HttpMethod.Delete, $"attachments/{added["id"]}")).ProblemAsync());
    }

    private static async Task<HttpResponseMessage> SendAsync(Program program, string item, string name, byte[] content, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{item}/attachments?file={Uri.EscapeDataString(name)}", UriKind.Relative));
        request.Content = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString("N"));

        // What is refused for its length is refused before it is sent.
        request.Headers.ExpectContinue = true;
        return await program.Http.SendAsync(request);
    }

    private static async Task<string> ItemAsync(Site site) => $"due-items/{(await site.District.OpenAsync(new Core.Reporting.ReportingPeriod(2024, 7), "新建高标准农田")).Id}";
}
