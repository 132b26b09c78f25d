using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Supervision;

/// <summary>The office's own words where the program writes for it.</summary>
public sealed class WordsOfTheOffice
{
    private static readonly ReturnReason NoFigure = new("缺数字", "请写明累计数。");

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Are_kept_and_stand_in_the_next_reminder(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await district.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");

        var refusal = await ChangeAsync(district, 0, [NoFigure], "写明累计数和增速。", "联系电话：区府办督查科。");
        store.Clock.SetUtcNow(new DateTimeOffset(2024, 7, 25, 9, 0, 0, TimeSpan.FromHours(8)));
        var desk = (await store.AskAsync<ReadReminders, Outcome<ReminderDesk>>(district.Clerk, read => read.ExecuteAsync(CancellationToken.None))).Value;

        Assert.Null(refusal);
        Assert.Equal([NoFigure], (await store.LookAsync(district.Clerk, db => db.OfficeWords.SingleAsync())).ReturnReasons);
        Assert.All(desk.Due, digest => Assert.Contains("写明累计数和增速。", digest.Body, StringComparison.Ordinal));
        Assert.All(desk.Due, digest => Assert.EndsWith("联系电话：区府办督查科。", digest.Body, StringComparison.Ordinal));
        Assert.NotEmpty(desk.Due);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_two_who_change_them_the_second_is_told(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await ChangeAsync(district, 0, [NoFigure], "写明累计数。", "谢谢。");

        var second = await ChangeAsync(district, 0, [], "另写。", "谢谢。");

        Assert.Equal("changed-meanwhile", second?.Code);
    }

    [Fact]
    public async Task A_reason_needs_both_its_word_and_its_sentence()
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);

        var half = await ChangeAsync(district, 0, [NoFigure, new("只有按钮", "")], "写明累计数。", "谢谢。");
        var twice = await ChangeAsync(district, 0, [NoFigure, NoFigure], "写明累计数。", "谢谢。");
        var empty = await ChangeAsync(district, 0, [NoFigure, new("", "")], "写明累计数。", "谢谢。");

        Assert.Equal("reason-incomplete", half?.Code);
        Assert.Equal("reason-twice", twice?.Code);
        Assert.Null(empty);
    }

    [Fact]
    public async Task Nobody_else_changes_them()
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);

        var refusal = await store.AskAsync<ChangeWords, Refusal?>(district.Reviewer, change => change.ExecuteAsync(0, [NoFigure], "写明累计数。", "谢谢。", CancellationToken.None));

        Assert.Equal("forbidden", refusal?.Code);
    }

    private static Task<Refusal?> ChangeAsync(SmallDistrict district, int version, IReadOnlyList<ReturnReason> reasons, string asks, string closes) =>
        district.Store.AskAsync<ChangeWords, Refusal?>(district.Clerk, change => change.ExecuteAsync(version, reasons, asks, closes, CancellationToken.None));
}
