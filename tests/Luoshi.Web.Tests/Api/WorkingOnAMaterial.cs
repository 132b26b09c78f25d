using System.Net;
using System.Security.Cryptography;

namespace Luoshi.Web.Tests.Api;

/// <summary>A month's material from the ledger to the table, by programs.</summary>
public sealed class WorkingOnAMaterial
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task It_is_compiled_checked_issued_and_had_as_the_document_it_was(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var leader = await Program.CreateAsync(site, site.District.Leader);
        await (await clerk.PostAsync("periods", new { month = "2024-07" })).JsonAsync();

        var answer = await clerk.PostAsync("materials", new { month = "2024-07" });
        var compiled = await answer.JsonAsync();
        var path = $"materials/{compiled["id"]}";
        var beforeIssue = await leader.GetAsync(path);
        var tooEarly = await clerk.PostAsync(path + "/issue", seen: 1);
        var isChecked = await (await clerk.PostAsync(path + "/check", seen: 1)).JsonAsync();
        var issued = await (await clerk.PostAsync(path + "/issue", seen: (int)isChecked["version"]!)).JsonAsync();

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.EndsWith("/api/v1/" + path, answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal((404, "material-not-found"), await beforeIssue.ProblemAsync());
        Assert.Equal((409, "material-not-checked"), await tooEarly.ProblemAsync());
        Assert.Equal(("checked", "issued"), ((string)isChecked["state"]!, (string)issued["state"]!));
        var document = await (await clerk.GetAsync(path + "/files/material.docx")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal((string)issued["contentHash"]!, Convert.ToHexStringLower(SHA256.HashData(document)));
        Assert.Equal("issued", (string)(await leader.ReadAsync("materials?month=2024-07"))["items"]![0]!["state"]!);
    }

    [Fact]
    public async Task What_is_the_offices_alone_a_leader_does_not_get()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var leader = await Program.CreateAsync(site, site.District.Leader);
        await (await clerk.PostAsync("periods", new { month = "2024-07" })).JsonAsync();
        var path = $"materials/{(await (await clerk.PostAsync("materials", new { month = "2024-07" })).JsonAsync())["id"]}";
        await (await clerk.PostAsync(path + "/check", seen: 1)).JsonAsync();
        await (await clerk.PostAsync(path + "/issue", seen: 2)).JsonAsync();

        Assert.Equal(HttpStatusCode.OK, (await leader.GetAsync(path + "/files/material.html")).StatusCode);
        Assert.Equal((404, "file-not-found"), await (await leader.GetAsync(path + "/files/doubts.docx")).ProblemAsync());
        Assert.Equal((404, "file-not-found"), await (await clerk.GetAsync(path + "/files/other.exe")).ProblemAsync());
        Assert.Equal((403, "forbidden"), await (await leader.PostAsync("materials", new { month = "2024-07" })).ProblemAsync());
    }

    [Fact]
    public async Task Of_two_who_issue_the_second_is_told_and_what_is_issued_is_called_back_with_a_reason()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        await (await clerk.PostAsync("periods", new { month = "2024-07" })).JsonAsync();
        var path = $"materials/{(await (await clerk.PostAsync("materials", new { month = "2024-07" })).JsonAsync())["id"]}";
        await (await clerk.PostAsync(path + "/check", seen: 1)).JsonAsync();
        await (await clerk.PostAsync(path + "/issue", seen: 2)).JsonAsync();

        Assert.Equal((412, "changed-meanwhile"), await (await clerk.PostAsync(path + "/issue", seen: 2)).ProblemAsync());
        Assert.Equal((428, "version-required"), await (await clerk.PostAsync(path + "/recall", new { reason = "数字有误。" })).ProblemAsync());
        Assert.Equal((422, "reason-missing"), await (await clerk.PostAsync(path + "/recall", new { reason = " " }, seen: 3)).ProblemAsync());
        Assert.Equal("recalled", (string)(await (await clerk.PostAsync(path + "/recall", new { reason = "数字有误。" }, seen: 3)).JsonAsync())["state"]!);
    }
}
