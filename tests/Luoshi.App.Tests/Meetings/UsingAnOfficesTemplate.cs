using System.Text;
using Luoshi.App.Meetings;
using Luoshi.Core;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Writing;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Meetings;

/// <summary>The office's own Word template: examined as any upload is, and kept for what was printed on it.</summary>
public sealed class UsingAnOfficesTemplate
{
    private static readonly ReportingPeriod July = new(2024, 7);

    // The shipped template with another face is a template of an office like any other.
    private static readonly byte[] s_own = DefaultTemplate.Write(new MaterialLook { Fonts = FontSet.Windows });

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_is_compiled_from_then_on_is_printed_on_it(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await district.OpenAsync(July, "新建高标准农田");
        var before = await CompileAsync(district);
        await KeepAsync(district, "青岚模板.docx", s_own);

        var after = await CompileAsync(district);
        await store.AskAsync<KeepTemplate, Refusal?>(district.Clerk, keep => keep.EndAsync(CancellationToken.None));

        Assert.NotEqual(before.ContentHash, after.ContentHash);
        Assert.Equal(before.ContentHash, await HashAsync(district, before));
        Assert.Equal(after.ContentHash, await HashAsync(district, after));
        Assert.Equal((await CompileAsync(district)).ContentHash, before.ContentHash);
    }

    [Theory]
    [InlineData("这不是Word文档", "template-not-word")]
    [InlineData("PK\u0003\u0004假的压缩包", null)]
    [InlineData("", "template-not-word")]
    public async Task What_is_no_template_is_refused_and_changes_nothing(string content, string? code)
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);

        var outcome = await KeepAsync(district, "模板.docx", Encoding.UTF8.GetBytes(content));

        Assert.NotNull(outcome.Refusal);
        Assert.True(code is null || code == outcome.Refusal.Code);
        Assert.False(await store.LookAsync(district.System, db => db.OfficeTemplates.AnyAsync()));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Only_who_compiles_brings_one(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);

        var outcome = await store.AskAsync<KeepTemplate, Outcome<OfficeTemplate>>(district.Reviewer, keep => keep.ExecuteAsync("模板.docx", s_own, CancellationToken.None));

        Assert.Equal("forbidden", outcome.Refusal?.Code);
    }

    private static Task<Outcome<OfficeTemplate>> KeepAsync(SmallDistrict district, string name, byte[] content) =>
        district.Store.AskAsync<KeepTemplate, Outcome<OfficeTemplate>>(district.Clerk, keep => keep.ExecuteAsync(name, content, CancellationToken.None));

    private static async Task<Material> CompileAsync(SmallDistrict district) =>
        (await district.Store.AskAsync<CompileFromLedger, Outcome<Material>>(district.Clerk, compile => compile.ExecuteAsync(new LedgerCompilation(July, new MaterialChoice(ApprovedOnly: true, LastValues: false)), CancellationToken.None))).Value;

    private static Task<string> HashAsync(SmallDistrict district, Material material) => district.Store.LookAsync(district.Clerk, async db =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData((await PrintedMaterial.LoadAsync(db, material.Id, CancellationToken.None))!.Docx())));
}
