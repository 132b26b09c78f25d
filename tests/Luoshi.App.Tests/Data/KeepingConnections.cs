using System.Globalization;
using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Data;

/// <summary>SQLite's connections are kept open with what they compiled: nothing of one request may be felt by the next.</summary>
public sealed class KeepingConnections
{
    [Fact]
    public async Task The_next_request_is_given_the_connection_of_the_last()
    {
        await using var store = await Store.CreateAsync("sqlite");

        var first = await store.LookAsync(Access.System, async db => await OpenedAsync(db));
        var second = await store.LookAsync(Access.System, async db => await OpenedAsync(db));

        Assert.Same(first, second);
    }

    [Fact]
    public async Task SQLite_takes_no_lock_that_all_connections_share()
    {
        await using var store = await Store.CreateAsync("sqlite");
        await store.LookAsync(Access.System, async db => await AddAsync(db, "青岚区"));

        // It counts its memory under such a lock, and nothing where it does not count.
        var counted = SQLitePCL.raw.sqlite3_memory_used();

        Assert.Equal(0, counted);
    }

    [Fact]
    public async Task A_list_of_any_length_is_asked_for_with_one_statement()
    {
        await using var store = await Store.CreateAsync("sqlite");

        var texts = await store.LookAsync(Access.System, db => Task.FromResult(new[] { 0, 1, 9, 300 }.Select(length => Named(db, length)).ToList()));

        Assert.Single(texts.Distinct());
    }

    [Fact]
    public async Task Two_requests_at_once_have_a_connection_each()
    {
        await using var store = await Store.CreateAsync("sqlite");

        var (outer, inner) = await store.LookAsync(Access.System, async db => (await OpenedAsync(db), await store.LookAsync(Access.System, async other => await OpenedAsync(other))));

        Assert.NotSame(outer, inner);
    }

    [Fact]
    public async Task What_was_left_in_the_middle_is_undone_before_anybody_else_asks()
    {
        await using var store = await Store.CreateAsync("sqlite");

        await store.LookAsync(Access.System, async db =>
        {
            await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await AddAsync(db, "半途区");
            return true;
        });
        var seen = await store.LookAsync(Access.System, db => db.Governments.CountAsync());
        await store.LookAsync(Access.System, async db => await AddAsync(db, "青岚区"));

        Assert.Equal(0, seen);
        Assert.Equal("青岚区", await store.LookAsync(Access.System, db => db.Governments.Select(government => government.Name).SingleAsync()));
    }

    [Fact]
    public async Task All_write_over_one_connection_and_read_over_their_own()
    {
        await using var store = await Store.CreateAsync("sqlite");

        var (reading, writing, afterwards) = await store.LookAsync(Access.System, async db => (await OpenedAsync(db), await WritingAsync(db), await OpenedAsync(db)));
        var next = await store.LookAsync(Access.System, async db => await store.LookAsync(Access.System, async _ => await WritingAsync(db)));

        Assert.NotSame(reading, writing);
        Assert.NotSame(writing, afterwards);
        Assert.Same(writing, next);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Who_writes_inside_an_answer_that_is_read_is_told_so_and_holds_nobody_up(bool alone)
    {
        await using var store = await Store.CreateAsync("sqlite");
        await store.LookAsync(Access.System, async db => await AddAsync(db, "青岚区"));

        var inside = () => store.LookAsync(Access.System, async db =>
        {
            await foreach (var name in Names(db).AsAsyncEnumerable())
            {
                await (alone ? (Task)WritingAsync(db) : AddAsync(db, name + "二"));
            }

            return true;
        });

        await Assert.ThrowsAsync<InvalidOperationException>(inside);
        Assert.True(await store.LookAsync(Access.System, async db => await AddAsync(db, "云溪区")));
    }

    [Fact]
    public async Task A_list_that_was_read_in_part_holds_nobody_up()
    {
        await using var store = await Store.CreateAsync("sqlite");
        await store.LookAsync(Access.System, async db => await AddAsync(db, "青岚区"));
        await store.LookAsync(Access.System, async db => await AddAsync(db, "云溪区"));

        var first = await store.LookAsync(Access.System, async db =>
        {
            await foreach (var name in db.Governments.OrderBy(government => government.Id).Select(government => government.Name).AsAsyncEnumerable())
            {
                return name;
            }

            return null;
        });
        await store.LookAsync(Access.System, async db => await AddAsync(db, "白川区"));
        var names = await store.LookAsync(Access.System, db => db.Governments.OrderBy(government => government.Id).Select(government => government.Name).ToListAsync());

        Assert.Equal("青岚区", first);
        Assert.Equal(["青岚区", "云溪区", "白川区"], names);
    }

    [Fact]
    public async Task The_same_question_inside_its_own_answer_is_answered_too()
    {
        await using var store = await Store.CreateAsync("sqlite");
        await store.LookAsync(Access.System, async db => await AddAsync(db, "青岚区"));
        await store.LookAsync(Access.System, async db => await AddAsync(db, "云溪区"));

        var pairs = await store.LookAsync(Access.System, async db =>
        {
            var said = new List<string>();
            await foreach (var outer in Names(db).AsAsyncEnumerable())
            {
                said.AddRange((await Names(db).ToListAsync()).Select(inner => outer + inner));
            }

            return said;
        });

        Assert.Equal(["青岚区青岚区", "青岚区云溪区", "云溪区青岚区", "云溪区云溪区"], pairs);
    }

    [Fact]
    public async Task More_texts_than_are_kept_are_answered_all_the_same()
    {
        await using var store = await Store.CreateAsync("sqlite");

        var answers = await store.LookAsync(Access.System, async db =>
        {
            var said = new List<int>();
            for (var number = 0; number < 700; number++)
            {
                var text = string.Create(CultureInfo.InvariantCulture, $"SELECT {number % 350} AS \"Value\"");
                said.Add((await db.Database.SqlQueryRaw<int>(text).ToListAsync())[0]);
            }

            return said;
        });

        Assert.Equal(Enumerable.Range(0, 700).Select(number => number % 350), answers);
    }

    private static IQueryable<string> Names(LuoshiDb db) => db.Governments.OrderBy(government => government.Id).Select(government => government.Name);

    private static async Task<object> OpenedAsync(LuoshiDb db)
    {
        await db.Governments.CountAsync();
        return db.Database.GetDbConnection();
    }

    private static async Task<object> WritingAsync(LuoshiDb db)
    {
        using var turn = await db.EnterAsync(TestContext.Current.CancellationToken);
        return await OpenedAsync(db);
    }

    // Without the values, which stand in front of it.
    private static string Named(LuoshiDb db, int length)
    {
        var names = Enumerable.Range(0, length).Select(index => $"第{index}区").ToList();
        var text = db.Governments.Where(government => names.Contains(government.Name)).ToQueryString();
        return text[text.IndexOf("SELECT", StringComparison.Ordinal)..];
    }

    private static async Task<bool> AddAsync(LuoshiDb db, string name)
    {
        var id = await db.Governments.CountAsync() + 1;
        db.Add(new Government { Id = id, Name = name });
        db.Record(id, "government-created", nameof(Government), null);
        await db.SaveChangesAsync();
        return true;
    }
}
