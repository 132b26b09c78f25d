using Luoshi.App.Tests.Faults;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Data;

/// <summary>Those who write to the SQLite file at once share a commit: each is told what became of his own change, and not before it lasts.</summary>
public sealed class CommittingTogether
{
    [Fact]
    public async Task Who_is_told_that_it_is_saved_finds_it_over_any_connection()
    {
        await using var store = await Store.CreateAsync("sqlite");

        var seen = await AtOnceAsync(40, async number =>
        {
            await AddAsync(store, number, CancellationToken.None);
            return await IsStoredAsync(store, number);
        });

        Assert.All(seen, Assert.True);
    }

    [Fact]
    public async Task A_change_that_is_refused_undoes_nothing_of_the_others()
    {
        await using var store = await Store.CreateAsync("sqlite");

        // Every third takes the number of another.
        var kept = await AtOnceAsync(60, number => TriedAsync(store, number % 3 == 0 ? number - 1 : number, CancellationToken.None));

        Assert.Equal(40, kept.Count(isKept => isKept));
        Assert.Equal(Enumerable.Range(1, 60).Where(number => number % 3 != 0), (await StoredAsync(store)).Order());
        await AssertAuditedAsync(store);
    }

    [Fact]
    public async Task Who_gives_up_in_line_leaves_nobody_waiting()
    {
        await using var store = await Store.CreateAsync("sqlite");
        using var gone = new CancellationTokenSource();

        var kept = await AtOnceAsync(60, number =>
        {
            if (number == 30)
            {
                gone.Cancel();
            }

            return TriedAsync(store, number, number % 2 == 0 ? gone.Token : CancellationToken.None);
        });

        Assert.All(Enumerable.Range(1, 60).Where(number => number % 2 == 1), number => Assert.True(kept[number - 1]));
        Assert.Equal(Enumerable.Range(1, 60).Where(number => kept[number - 1]), (await StoredAsync(store)).Order());
        await AssertAuditedAsync(store);
    }

    [Fact]
    public async Task Where_there_is_room_for_some_only_those_are_told_that_it_is_saved()
    {
        await using var store = await Store.CreateAsync("sqlite");
        await FullDisk.AfterAsync(store, pages: 200);

        var kept = await AtOnceAsync(60, number => TriedAsync(store, number, CancellationToken.None, new string('满', 4000)));

        Assert.Contains(true, kept);
        Assert.Contains(false, kept);
        Assert.Equal(Enumerable.Range(1, 60).Where(number => kept[number - 1]), (await StoredAsync(store)).Order());
        await AssertAuditedAsync(store);
    }

    [Fact]
    public async Task Who_writes_alone_finds_what_others_wrote_together()
    {
        await using var store = await Store.CreateAsync("sqlite");

        var found = await AtOnceAsync(40, async number =>
        {
            if (number % 2 == 0)
            {
                await AddAsync(store, number, CancellationToken.None);
                return true;
            }

            return await store.LookAsync(Access.System, async db =>
            {
                using var turn = await db.EnterAsync(CancellationToken.None);
                var within = await db.Governments.CountAsync();
                return within == await CountStoredAsync(store);
            });
        });

        Assert.All(found, Assert.True);
    }

    private static Task<T[]> AtOnceAsync<T>(int people, Func<int, Task<T>> act) => Task.WhenAll(Enumerable.Range(1, people).Select(number => Task.Run(() => act(number))));

    private static async Task<bool> TriedAsync(Store store, int number, CancellationToken ct, string note = "")
    {
        try
        {
            await AddAsync(store, number, ct, note);
            return true;
        }
        catch (Exception error) when (error is OperationCanceledException or DbUpdateException or SqliteException or InvalidOperationException)
        {
            return false;
        }
    }

    private static Task<int> AddAsync(Store store, int number, CancellationToken ct, string note = "") => store.LookAsync(Access.System, db =>
    {
        db.Add(new Government { Id = number, Name = $"第{number}区{note}" });
        db.Record(number, "government-created", nameof(Government), null);
        return db.SaveChangesAsync(ct);
    });

    private static Task<List<int>> StoredAsync(Store store) => store.LookAsync(Access.System, db => db.Governments.Select(government => government.Id).ToListAsync());

    // Not by the store's own connections: what another program sees has been committed.
    private static async Task<bool> IsStoredAsync(Store store, int number) => await AskAsync(store, $"SELECT count(*) FROM governments WHERE id = {number}") == 1;

    private static Task<long> CountStoredAsync(Store store) => AskAsync(store, "SELECT count(*) FROM governments");

    private static async Task<long> AskAsync(Store store, string question)
    {
        await using var connection = new SqliteConnection(store.Choice.Connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task AssertAuditedAsync(Store store)
    {
        var (stored, told) = await store.LookAsync(Access.System, async db => (
            await db.Governments.Select(government => government.Id).ToListAsync(),
            await db.AuditEntries.Where(entry => entry.Action == "government-created").Select(entry => entry.GovernmentId).ToListAsync()));
        Assert.Equal(stored.Order(), told.Order());
    }
}
