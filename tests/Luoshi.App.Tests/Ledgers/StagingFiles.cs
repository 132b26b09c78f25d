using System.Text;
using Luoshi.App.Data;
using Luoshi.App.Jobs;
using Luoshi.App.Ledgers;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.App.Tests.Ledgers;

/// <summary>An upload waits for its confirmation where every node finds it, and for its own person alone.</summary>
public sealed class StagingFiles
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_one_node_took_the_other_reads(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await using var other = new ServiceCollection().AddSingleton<TimeProvider>(store.Clock).AddLogging().AddLuoshi(store.Choice).BuildServiceProvider();

        var staged = (await KeepAsync(district, district.Clerk, "任务分解")).Value;

        await using var scope = other.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<LuoshiDb>().ActAs(district.Clerk);
        var read = await scope.ServiceProvider.GetRequiredService<StagedFiles>().ReadAsync(district.Clerk.AccountId!.Value, staged, CancellationToken.None);
        Assert.Equal("任务分解", Encoding.UTF8.GetString(read.Value));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Nobody_reads_anothers(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var staged = (await KeepAsync(district, district.Clerk, "任务分解")).Value;

        var asTheClerk = await store.AskAsync<StagedFiles, Outcome<byte[]>>(district.Reviewer, files => files.ReadAsync(district.Clerk.AccountId!.Value, staged, CancellationToken.None));
        var asOneself = await store.AskAsync<StagedFiles, Outcome<byte[]>>(district.Reviewer, files => files.ReadAsync(district.Reviewer.AccountId!.Value, staged, CancellationToken.None));

        Assert.Equal(("staged-gone", "staged-gone"), (asTheClerk.Refusal?.Code, asOneself.Refusal?.Code));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task After_a_day_it_is_gone_and_swept(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var staged = (await KeepAsync(district, district.Clerk, "任务分解")).Value;

        store.Clock.Advance(TimeSpan.FromHours(25));
        var read = await store.AskAsync<StagedFiles, Outcome<byte[]>>(district.Clerk, files => files.ReadAsync(district.Clerk.AccountId!.Value, staged, CancellationToken.None));
        await store.AskAsync<TidyUp, bool>(Access.System, async tidy =>
        {
            await tidy.ExecuteAsync(CancellationToken.None);
            return true;
        });

        Assert.Equal("staged-gone", read.Refusal?.Code);
        Assert.Equal(0, await store.LookAsync(Access.System, db => db.StagedUploads.CountAsync()));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task However_much_somebody_uploads_only_the_newest_wait(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        foreach (var number in Enumerable.Range(1, StagedFiles.Most + 5))
        {
            store.Clock.Advance(TimeSpan.FromSeconds(1));
            await KeepAsync(district, district.Clerk, $"第{number}份");
        }

        await KeepAsync(district, district.Clerk, $"第{StagedFiles.Most + 5}份");

        Assert.Equal(StagedFiles.Most, await store.LookAsync(Access.System, db => db.StagedUploads.CountAsync()));
    }

    private static Task<Outcome<StagedFile>> KeepAsync(SmallDistrict district, Access who, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return district.Store.AskAsync<StagedFiles, Outcome<StagedFile>>(who, files => files.KeepAsync(who.AccountId!.Value, "任务分解.csv", new MemoryStream(bytes), bytes.Length, CancellationToken.None));
    }
}
