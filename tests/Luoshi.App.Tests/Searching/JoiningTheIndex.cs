using Luoshi.App.Searching;
using Luoshi.Core.Accounts;
using Luoshi.Core.Searching;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Searching;

/// <summary>What was written into the index in many pieces is joined by a job, in steps that others write between; the words stay what they were.</summary>
public sealed class JoiningTheIndex
{
    [Fact]
    public async Task Small_pieces_become_one()
    {
        await using var store = await Store.CreateAsync("sqlite");
        var entries = await WriteAsync(store, pieces: 7, texts: 1);
        var before = await PiecesAsync(store);

        var steps = await JoinAsync(store);

        Assert.Equal(7, before);
        Assert.InRange(steps, 1, 7);
        Assert.Equal(1, await PiecesAsync(store));
        Assert.Empty(await UnindexedAsync(store, entries));
    }

    [Fact]
    public async Task Large_pieces_are_joined_in_many_steps()
    {
        await using var store = await Store.CreateAsync("sqlite");
        var entries = await WriteAsync(store, pieces: 5, texts: 300);

        var steps = await JoinAsync(store);

        // Sixty-four pages a step: that much is what anybody waits for who wants to write meanwhile.
        var pages = await PagesAsync(store);
        Assert.True(pages > 4 * 64, $"Only {pages} pages.");
        Assert.InRange(steps, pages / 64, int.MaxValue);
        Assert.Equal(1, await PiecesAsync(store));
        Assert.Empty(await UnindexedAsync(store, entries));
    }

    [Fact]
    public async Task Large_pieces_are_never_joined_all_at_once_by_whoever_writes_the_next()
    {
        await using var store = await Store.CreateAsync("sqlite");

        await WriteAsync(store, pieces: 20, texts: 300);

        Assert.True(await PiecesAsync(store) > 8, $"Only {await PiecesAsync(store)} pieces.");
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Where_nothing_is_to_be_joined_nothing_is_done(string database)
    {
        await using var store = await Store.CreateAsync(database);
        await SmallDistrict.CreateAsync(store);
        await JoinAsync(store);

        Assert.Equal(0, await JoinAsync(store));
    }

    /// <summary>Texts that have little in common, so many in each piece.</summary>
    private static async Task<List<SearchEntry>> WriteAsync(Store store, int pieces, int texts)
    {
        var chance = new Random(5);
        var written = new List<SearchEntry>();
        for (var piece = 0; piece < pieces; piece++)
        {
            var entries = Enumerable.Range(0, texts).Select(text => new SearchEntry
            {
                GovernmentId = 1,
                Id = (piece * texts) + text + 1,
                Kind = SearchKind.Report,
                SubjectId = Guid.CreateVersion7(),
                TaskId = Guid.Empty,
                UnitId = Guid.Empty,
                PostId = Guid.Empty,
                Folded = string.Concat(Enumerable.Range(0, 120).Select(_ => (char)chance.Next(0x4E00, 0x9FA5))),
            }).ToList();
            await store.LookAsync(Access.System, async db =>
            {
                await using var change = await db.BeginAsync(CancellationToken.None);
                await db.IndexAsync(entries, [], CancellationToken.None);
                await change.CommitAsync(CancellationToken.None);
                return entries.Count;
            });
            written.AddRange(entries);
        }

        return written;
    }

    private static Task<int> JoinAsync(Store store) => store.AskAsync<JoinIndex, int>(Access.System, join => join.ExecuteAsync(CancellationToken.None));

    private static Task<int> PiecesAsync(Store store) => CountAsync(store, "SELECT count(DISTINCT segid) AS Value FROM search_grams_idx");

    private static Task<int> PagesAsync(Store store) => CountAsync(store, "SELECT count(*) AS Value FROM search_grams_data");

    private static Task<int> CountAsync(Store store, string sql) => store.LookAsync(Access.System, db => db.Database.SqlQueryRaw<int>(sql).SingleAsync());

    private static Task<IReadOnlyList<long>> UnindexedAsync(Store store, IReadOnlyList<SearchEntry> entries) =>
        store.LookAsync(Access.System, db => db.UnindexedAsync(entries, CancellationToken.None));
}
