using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Reminding;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Supervision;

public sealed class RemindingUnits
{
    private static readonly ReportingPeriod July = new(2024, 7);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Each_unit_gets_one_message_and_none_again_within_the_quiet_hours(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await district.OpenAsync(July, "新建高标准农田");

        var first = await SendAsync(district, null);
        var second = await SendAsync(district, null);

        Assert.Equal([district.Farming.Id, district.Housing.Id], first.Value.Select(sent => sent.UnitId));
        Assert.Empty(second.Value);
        Assert.Contains("高标准农田", await store.LookAsync(district.FarmingReporter, db => db.SentReminders.Select(sent => sent.Body).SingleAsync()), StringComparison.Ordinal);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Only_who_is_picked_is_written_to(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await district.OpenAsync(July, "新建高标准农田");

        var sent = await SendAsync(district, [district.Housing.Id]);

        Assert.Equal([district.Housing.Id], sent.Value.Select(one => one.UnitId));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task However_many_send_at_once_each_unit_gets_one(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await district.OpenAsync(July, "新建高标准农田");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SendAsync(district, null))));

        Assert.All(outcomes, outcome => Assert.True(outcome.Refusal is null or { Code: "changed-meanwhile" }));
        Assert.Equal(2, await store.LookAsync(district.System, db => db.SentReminders.CountAsync()));
        Assert.Equal(1, await store.LookAsync(district.System, db => db.AuditEntries.CountAsync(entry => entry.Action == "reminders-sent")));
    }

    private static Task<Outcome<IReadOnlyList<SentReminder>>> SendAsync(SmallDistrict district, IReadOnlyCollection<Guid>? units) =>
        district.Store.AskAsync<SendReminders, Outcome<IReadOnlyList<SentReminder>>>(district.Clerk, send => send.ExecuteAsync(units, CancellationToken.None));
}
