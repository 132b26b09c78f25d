using System.Globalization;
using Luoshi.App.Idempotency;
using Luoshi.Core.Accounts;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Idempotency;

/// <summary>Answers that are kept no longer go a portion at a time, so that nobody waits for all of them.</summary>
public sealed class ForgettingAnswers
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Many_old_answers_go_some_at_a_time_and_those_of_today_stay(string database)
    {
        await using var store = await Store.CreateAsync(database);
        await AnswerAsync(store, (2 * ForgetAnswers.AtOnce) + 10);
        store.Clock.Advance(IdempotencyRecord.Kept);
        await AnswerAsync(store, 3);
        store.Statements.Forget();

        var forgotten = await ForgetAsync(store);

        Assert.Equal((2 * ForgetAnswers.AtOnce) + 10, forgotten);
        Assert.Equal(3, store.Statements.Sent.Count(statement => statement.StartsWith("DELETE", StringComparison.Ordinal)));
        Assert.Equal(3, await KeptAsync(store));
        Assert.Equal(0, await ForgetAsync(store));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Answers_of_one_moment_go_together_however_many_they_are(string database)
    {
        await using var store = await Store.CreateAsync(database);
        await AnswerAsync(store, ForgetAnswers.AtOnce + 10, TimeSpan.Zero);
        store.Clock.Advance(IdempotencyRecord.Kept);

        Assert.Equal(ForgetAnswers.AtOnce + 10, await ForgetAsync(store));
        Assert.Equal(0, await KeptAsync(store));
    }

    private static Task<int> ForgetAsync(Store store) => store.AskAsync<ForgetAnswers, int>(Access.System, forget => forget.ExecuteAsync(CancellationToken.None));

    private static Task<int> KeptAsync(Store store) => store.LookAsync(Access.System, db => db.IdempotencyRecords.CountAsync());

    private static Task<bool> AnswerAsync(Store store, int count, TimeSpan? apart = null) => store.LookAsync(Access.System, async db =>
    {
        db.HoldCommit();
        var account = Guid.NewGuid();
        for (var number = 1; number <= count; number++)
        {
            await db.NoteAsync(
                new IdempotencyRecord
                {
                    GovernmentId = 1,
                    AccountId = account,
                    Key = number.ToString(CultureInfo.InvariantCulture),
                    RequestHash = [1],
                    Status = 200,
                    Body = "",
                    At = store.Clock.GetUtcNow().UtcDateTime - ((apart ?? TimeSpan.FromMilliseconds(1)) * number),
                },
                CancellationToken.None);
        }

        await db.CommitAsync(CancellationToken.None);
        return true;
    });
}
