using System.Data.Common;
using Luoshi.App.Auditing;
using Luoshi.App.Ledgers;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Auditing;

/// <summary>Whoever owns the database can take its guards away; the chain tells it all the same.</summary>
public sealed class VerifyingTheAudit
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_nobody_touched_is_whole(string database)
    {
        await using var store = await Store.CreateAsync(database);
        await FillAsync(store);

        var chains = await VerifyAsync(store);

        Assert.Equal([(1, 9L), (2, 3L)], chains.Select(chain => (chain.GovernmentId, chain.Entries)));
        Assert.All(chains, chain => Assert.Null(chain.Break));
    }

    [Theory]
    [InlineData("sqlite", "UPDATE audit_entries SET account_name = 'x' WHERE government_id = 1 AND sequence = 4", ChainBreak.Changed, 4)]
    [InlineData("sqlite", "UPDATE audit_entries SET changes = replace(changes, '区', '县') WHERE government_id = 1 AND sequence = 6", ChainBreak.Changed, 6)]
    [InlineData("sqlite", "DELETE FROM audit_entries WHERE government_id = 1 AND sequence = 5", ChainBreak.Missing, 5)]
    [InlineData("sqlite", "DELETE FROM audit_entries WHERE government_id = 1 AND sequence = 1", ChainBreak.Missing, 1)]
    [InlineData("sqlite", "DELETE FROM audit_entries WHERE government_id = 1 AND sequence >= 8", ChainBreak.Missing, 8)]
    [InlineData("sqlite", "DELETE FROM audit_entries WHERE government_id = 1", ChainBreak.Missing, 1)]
    [InlineData("postgres", "UPDATE audit_entries SET account_name = 'x' WHERE government_id = 1 AND sequence = 4", ChainBreak.Changed, 4)]
    [InlineData("postgres", "UPDATE audit_entries SET changes = replace(changes, '区', '县') WHERE government_id = 1 AND sequence = 6", ChainBreak.Changed, 6)]
    [InlineData("postgres", "DELETE FROM audit_entries WHERE government_id = 1 AND sequence = 5", ChainBreak.Missing, 5)]
    [InlineData("postgres", "DELETE FROM audit_entries WHERE government_id = 1 AND sequence = 1", ChainBreak.Missing, 1)]
    [InlineData("postgres", "DELETE FROM audit_entries WHERE government_id = 1 AND sequence >= 8", ChainBreak.Missing, 8)]
    [InlineData("postgres", "DELETE FROM audit_entries WHERE government_id = 1", ChainBreak.Missing, 1)]
    public async Task The_first_row_that_was_changed_or_taken_away_is_named(string database, string tampering, ChainBreak how, long where)
    {
        await using var store = await Store.CreateAsync(database);
        await FillAsync(store);
        await TamperAsync(store, tampering);

        var chains = await VerifyAsync(store);

        Assert.Equal((how, where), (chains[0].Break, chains[0].BrokenAt));
        Assert.Null(chains[1].Break);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_row_that_was_put_in_is_named(string database)
    {
        await using var store = await Store.CreateAsync(database);
        await FillAsync(store);
        var last = await store.LookAsync(Access.System, db => db.AuditEntries.Where(entry => entry.GovernmentId == 1).OrderByDescending(entry => entry.Sequence).FirstAsync());
        await ForgeAsync(store, new AuditEntry { GovernmentId = 1, Sequence = 10, At = last.At, AccountName = "季平", Action = "report-approved", Subject = "ProgressReport", PreviousHash = last.Hash });

        var chains = await VerifyAsync(store);

        Assert.Equal((ChainBreak.Inserted, 10L), (chains[0].Break, chains[0].BrokenAt));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_row_that_was_forged_with_its_hash_does_not_fit_the_next(string database)
    {
        await using var store = await Store.CreateAsync(database);
        await FillAsync(store);
        var fourth = await EntryAsync(store, 4);
        await TamperAsync(store, "DELETE FROM audit_entries WHERE government_id = 1 AND sequence = 4");
        await ForgeAsync(store, new AuditEntry { GovernmentId = 1, Sequence = 4, At = fourth.At, AccountName = "季平", Action = fourth.Action, Subject = fourth.Subject, PreviousHash = fourth.PreviousHash });

        var chains = await VerifyAsync(store);

        Assert.Equal((ChainBreak.Unlinked, 5L), (chains[0].Break, chains[0].BrokenAt));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_tail_that_was_cut_off_with_its_end_adjusted_does_not_fit_the_days_anchor(string database)
    {
        await using var store = await Store.CreateAsync(database);
        await FillAsync(store);
        Assert.Equal(2, await store.AskAsync<AnchorAudit, int>(Access.Nobody, anchor => anchor.ExecuteAsync(CancellationToken.None)));
        await TamperAsync(
            store,
            "DELETE FROM audit_entries WHERE government_id = 1 AND sequence > 6",
            "UPDATE audit_chains SET sequence = 6, hash = (SELECT hash FROM audit_entries WHERE government_id = 1 AND sequence = 6) WHERE government_id = 1");

        var chains = await VerifyAsync(store);

        Assert.Equal((ChainBreak.Missing, 7L), (chains[0].Break, chains[0].BrokenAt));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_chain_is_anchored_once_a_day(string database)
    {
        await using var store = await Store.CreateAsync(database);
        await FillAsync(store);

        Assert.Equal(2, await AnchorAsync(store));
        Assert.Equal(0, await AnchorAsync(store));
        store.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, await AnchorAsync(store));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task An_auditor_sees_the_own_government_and_nobody_else_sees_any(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await FillAsync(store);

        var own = await store.AskAsync<VerifyAudit, Outcome<IReadOnlyList<ChainVerified>>>(district.Person(Role.AuditAdministrator), verify => verify.ExecuteAsync(CancellationToken.None));
        var clerk = await store.AskAsync<VerifyAudit, Outcome<IReadOnlyList<ChainVerified>>>(district.Clerk, verify => verify.ExecuteAsync(CancellationToken.None));
        var search = await store.AskAsync<SearchAudit, Outcome<AuditPage>>(district.Person(Role.SystemAdministrator), ask => ask.ExecuteAsync(new AuditFilter(), null, CancellationToken.None));

        Assert.Equal([district.GovernmentId], own.Value.Select(chain => chain.GovernmentId));
        Assert.Equal("forbidden", clerk.Refusal?.Code);
        Assert.Equal("forbidden", search.Refusal?.Code);
    }

    // Nine entries in the first government, three in the second.
    private static async Task<SmallDistrict> FillAsync(Store store)
    {
        var district = await SmallDistrict.CreateAsync(store);
        await SmallDistrict.CreateAsync(store, "云溪区人民政府");
        for (var i = 1; i <= 6; i++)
        {
            await store.AskAsync<SavePost, Outcome<LeaderPost>>(district.Person(Role.SystemAdministrator), save => save.ExecuteAsync(null, 0, $"副区长（第{i}）", i, CancellationToken.None));
        }

        return district;
    }

    private static async Task<IReadOnlyList<ChainVerified>> VerifyAsync(Store store) =>
        (await store.AskAsync<VerifyAudit, Outcome<IReadOnlyList<ChainVerified>>>(Access.System, verify => verify.ExecuteAsync(CancellationToken.None))).Value;

    private static Task<int> AnchorAsync(Store store) => store.AskAsync<AnchorAudit, int>(Access.Nobody, anchor => anchor.ExecuteAsync(CancellationToken.None));

    private static Task<AuditEntry> EntryAsync(Store store, long sequence) =>
        store.LookAsync(Access.System, db => db.AuditEntries.AsNoTracking().SingleAsync(entry => entry.GovernmentId == 1 && entry.Sequence == sequence));

    // As its owner at the database's own console.
    private static Task<bool> TamperAsync(Store store, params string[] statements) => store.LookAsync(Access.System, async db =>
    {
        DbConnection connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        string[] unguarded = store.Choice.IsPostgres
            ? ["DROP TRIGGER audit_entries_append_only ON audit_entries"]
            : ["DROP TRIGGER audit_entries_no_update", "DROP TRIGGER audit_entries_no_delete"];
        foreach (var statement in unguarded.Concat(statements))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync();
        }

        return true;
    });

    private static Task<bool> ForgeAsync(Store store, AuditEntry forged) => store.LookAsync(Access.System, async db =>
    {
        forged.Hash = forged.ComputeHash();
        await using var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO audit_entries (government_id, sequence, at, account_name, action, subject, previous_hash, hash) VALUES (1, @sequence, @at, @name, @action, @subject, @previous, @hash)";
        (string Name, object Value)[] values =
        [
            ("sequence", forged.Sequence),
            ("at", store.Choice.IsPostgres ? forged.At : (forged.At - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond),
            ("name", forged.AccountName),
            ("action", forged.Action),
            ("subject", forged.Subject),
            ("previous", forged.PreviousHash),
            ("hash", forged.Hash),
        ];
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync();
        return true;
    });
}
