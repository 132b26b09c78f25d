using System.Data.Common;
using Luoshi.App.Accounts;
using Luoshi.App.Auditing;
using Luoshi.App.Searching;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Data;

/// <summary>
/// The store. It shows only the rows that its <see cref="Access"/> lets through, whoever asks and through whatever door, and saves no change
/// without its audit row. One model, two thin contexts: <see cref="SqliteLuoshiDb"/>, <see cref="PostgresLuoshiDb"/>.
/// </summary>
public abstract partial class LuoshiDb : IdentityUserContext<Account, Guid>
{
    private readonly TimeProvider _clock;
    private readonly AuditTrail _trail = new();
    private readonly List<IndexedEntry> _found = [];
    private Change? _held;
    private bool _holdsCommit;

    protected LuoshiDb(DbContextOptions options, TimeProvider clock)
        : base(options)
    {
        _clock = clock;

        // All that is saved together lasts or none of it: nothing goes back to the middle of a transaction.
        Database.AutoSavepointsEnabled = false;
    }

    /// <summary>Who acts. Nobody until <see cref="ActAs"/> says otherwise.</summary>
    public Access Access { get; private set; } = Access.Nobody;

    /// <summary>From here on the store is seen and written as by <paramref name="access"/>.</summary>
    public void ActAs(Access access) => Access = access;

    /// <summary>
    /// Says what the changes that are about to be saved mean. The audit row is written with them, in one transaction; a save without
    /// one is a bug and throws.
    /// </summary>
    /// <param name="action">What happened, in the past tense and kebab-case: <c>report-submitted</c>.</param>
    /// <param name="subject">The kind of thing it happened to.</param>
    /// <param name="subjectId">Which one; null for many or none.</param>
    /// <param name="reason">What the person gave as the reason.</param>
    public void Record(string action, string subject, Guid? subjectId, string? reason = null) => Record(Access.GovernmentId, action, subject, subjectId, reason);

    /// <summary>The same for a government that is named: the system acts for all.</summary>
    public void Record(int governmentId, string action, string subject, Guid? subjectId, string? reason = null) =>
        _trail.Add(new AuditRecord(governmentId, action, subject, subjectId, reason));

    /// <summary>What can be found from the next save on.</summary>
    public void Index(IEnumerable<SearchEntry> entries) => _found.AddRange(entries.Select(WithWords));

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Once, before anybody waits for the turn: every look at the tracker would compare every row again.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var changes = ChangeTracker.HasChanges();
            if (!changes && _trail.IsEmpty && _found.Count == 0)
            {
                return 0;
            }

            _trail.Demand(ChangeTracker);
            _trail.Tell(ChangeTracker);
            return changes ? await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken) : await WriteInTurnAsync(_ => Task.FromResult(0), cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>Waits for the turn and writes what a save has put together, with its audit rows and what can be found, in one transaction.</summary>
    internal async Task<int> WriteInTurnAsync(Func<CancellationToken, Task<int>> write, CancellationToken ct)
    {
        await HoldAsync(ct);
        if (Database.CurrentTransaction is not null)
        {
            return await WriteWithAuditAsync(write, ct);
        }

        await using var change = await BeginAsync(ct);
        var saved = await WriteWithAuditAsync(write, ct);
        await change.CommitAsync(ct);
        return saved;
    }

    /// <summary>
    /// From here on a save does not last by itself: the transaction that it begins stays open for what is saved after it, until
    /// <see cref="CommitAsync"/> or <see cref="UndoAsync"/>. Nothing waits for it before the first save.
    /// </summary>
    public void HoldCommit() => _holdsCommit = true;

    /// <summary>Notes a row that nobody is told of, with what was saved since <see cref="HoldCommit"/>.</summary>
    /// <returns>False where such a row is there: all that was saved since then is to be undone.</returns>
    public async Task<bool> NoteAsync<T>(T row, CancellationToken ct)
        where T : class
    {
        await HoldAsync(ct);
        try
        {
            await WriteAsync([NotedRows.Added(this, [row])], [], [], ct);
            return true;
        }
        catch (DbException error) when (Concurrency.IsTwice(error))
        {
            return false;
        }
    }

    /// <summary>Makes what was saved since <see cref="HoldCommit"/> last.</summary>
    public async Task CommitAsync(CancellationToken ct)
    {
        if (_held is { } held)
        {
            await held.CommitAsync(ct);
        }

        await UndoAsync();
    }

    /// <summary>Undoes what was saved since <see cref="HoldCommit"/> and was not committed.</summary>
    public async Task UndoAsync()
    {
        _holdsCommit = false;
        if (_held is { } held)
        {
            _held = null;
            await held.DisposeAsync();
        }
    }

    /// <summary>Forgets what a refused save would have changed, so that the whole of it can be done once more on the rows as they are now.</summary>
    public async Task StartOverAsync()
    {
        var holdsCommit = _holdsCommit;
        await UndoAsync();
        _holdsCommit = holdsCommit;
        _trail.Clear();
        _found.Clear();
        ChangeTracker.Clear();
    }

    /// <summary>Everything is saved through <see cref="SaveChangesAsync(bool, CancellationToken)"/>.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Save asynchronously.");

    /// <summary>Waits for the turn to write statements that each last by themselves; nothing to wait for where the database lets many write.</summary>
    public abstract Task<IDisposable> EnterAsync(CancellationToken ct);

    /// <summary>Waits for the turn to write, and begins a change of several saves and statements.</summary>
    public abstract Task<Change> BeginAsync(CancellationToken ct);

    /// <summary>The search entries whose text contains a folded word of a government, whoever sees them: from the words to the entries, which are far more.</summary>
    protected abstract IQueryable<SearchEntry> IndexedWith(int governmentId, string foldedWord);

    /// <summary>All entries, in whatever way the database finds those of given ids soonest.</summary>
    protected abstract IQueryable<SearchEntry> IndexedById { get; }

    /// <summary>All returns, in whatever way the database finds those of given tasks soonest.</summary>
    protected abstract IQueryable<ProgressReport> IndexedByTask { get; }

    /// <summary>Indexes entries that were just written and forgets others, in the same transaction.</summary>
    public Task IndexAsync(IReadOnlyList<SearchEntry> added, IReadOnlyList<SearchEntry> removed, CancellationToken ct) => WriteAsync([], [.. added.Select(WithWords)], removed, ct);

    /// <summary>Of entries with their texts, the ids of those whose words are not indexed, or not as the texts have them.</summary>
    public abstract Task<IReadOnlyList<long>> UnindexedAsync(IReadOnlyList<SearchEntry> entries, CancellationToken ct);

    /// <summary>Joins some of the pieces that the index of words was written in, in a turn of its own that nobody has to wait for long.</summary>
    /// <returns>False where there was nothing left to join.</returns>
    public abstract Task<bool> JoinIndexAsync(CancellationToken ct);

    /// <summary>
    /// Writes rows inside the transaction and past the change tracker, which costs several times what such a row does: for what the program notes for itself,
    /// with a change, and the change never looks at. What can be found is indexed with them.
    /// </summary>
    private protected abstract Task WriteAsync(IReadOnlyList<NotedRows> noted, IReadOnlyList<IndexedEntry> found, IReadOnlyList<SearchEntry> lost, CancellationToken ct);

    /// <summary>The words of an entry's text as the database's index takes them.</summary>
    protected abstract string WordsOf(SearchEntry entry);

    /// <summary>The end of the chain, held until the transaction ends.</summary>
    protected abstract Task<AuditChain?> LockChainAsync(int governmentId, CancellationToken ct);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(LuoshiDb).Assembly);
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<ReportingPeriod>().HaveConversion<ReportingPeriodConverter>().HaveMaxLength(7);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    private IndexedEntry WithWords(SearchEntry entry) => new(entry, WordsOf(entry));

    private async Task HoldAsync(CancellationToken ct)
    {
        if (_holdsCommit && Database.CurrentTransaction is null)
        {
            _held = await BeginAsync(ct);
        }
    }

    private async Task<int> WriteWithAuditAsync(Func<CancellationToken, Task<int>> write, CancellationToken ct)
    {
        List<AuditChain> chains = [];
        var entries = await _trail.WriteAsync(Access, UtcConverter.ToMilliseconds(_clock.GetUtcNow().UtcDateTime), ChainAsync, ct);
        var lost = ChangeTracker.Entries<SearchEntry>().Where(entry => entry.State == EntityState.Deleted).Select(entry => entry.Entity).ToList();
        var found = _found.ToList();
        _found.Clear();
        var saved = await write(ct);
        try
        {
            await WriteAsync([NotedRows.Added(this, entries), NotedRows.Renewed(this, chains), NotedRows.Added(this, [.. found.Select(indexed => indexed.Entry)])], found, lost, ct);
        }
        catch (DbException error)
        {
            // As of any other row that could not be saved.
            throw new DbUpdateException("What is noted with a change was not saved.", error);
        }

        return saved + entries.Count + found.Count;

        async Task<AuditChain> ChainAsync(int governmentId)
        {
            var chain = await LockChainAsync(governmentId, ct) ?? new AuditChain { GovernmentId = governmentId };
            chains.Add(chain);
            return chain;
        }
    }
}
