using Luoshi.App.Accounts;
using Luoshi.App.Auditing;
using Luoshi.App.Calendars;
using Luoshi.App.Searching;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Luoshi.Core.Searching;
using Luoshi.Core.Supervision;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Data;

/// <summary>
/// The store. It shows only the rows that its <see cref="Access"/> lets through, whoever asks and through whatever door, and saves no change
/// without its audit row. One model, two thin contexts: <see cref="SqliteLuoshiDb"/>, <see cref="PostgresLuoshiDb"/>.
/// </summary>
public abstract class LuoshiDb(DbContextOptions options, TimeProvider clock) : IdentityUserContext<Account, Guid>(options)
{
    private readonly AuditTrail _trail = new();

    /// <summary>Who acts. Nobody until <see cref="ActAs"/> says otherwise.</summary>
    public Access Access { get; private set; } = Access.Nobody;

    // The rows of the government acted for. Every query starts here, so that the filter stands in one place and in the SQL as a plain condition.
    public IQueryable<Government> Governments => Access.Scope switch
    {
        Scope.Everything => Set<Government>(),
        Scope.None or Scope.Unit or Scope.Post or Scope.Government => Set<Government>().Where(government => government.Id == Access.GovernmentId),
    };

    public IQueryable<Unit> Units => OfGovernment<Unit>();

    public IQueryable<LeaderPost> LeaderPosts => OfGovernment<LeaderPost>();

    public IQueryable<Ledger> Ledgers => OfGovernment<Ledger>();

    public IQueryable<SourceSentence> SourceSentences => Business<SourceSentence>();

    public IQueryable<OpenedPeriod> OpenedPeriods => Business<OpenedPeriod>();

    public IQueryable<OfficeDay> OfficeDays => OfGovernment<OfficeDay>();

    public IQueryable<RuleSet> RuleSets => OfGovernment<RuleSet>();

    public IQueryable<KeyTask> KeyTasks => Visible<KeyTask>(
        task => task.PostId == Access.PostId,
        task => Set<Responsibility>().Any(part => part.GovernmentId == Access.GovernmentId && part.UnitId == Access.UnitId && part.TaskId == task.Id && part.Until == null));

    public IQueryable<KeyTaskVersion> KeyTaskVersions => OfVisibleTask<KeyTaskVersion>(row => row.TaskId);

    public IQueryable<Responsibility> Responsibilities => OfVisibleTask<Responsibility>(row => row.TaskId);

    public IQueryable<PlannedMonth> PlannedMonths => OfVisibleTask<PlannedMonth>(row => row.TaskId);

    public IQueryable<DueItem> DueItems => Visible<DueItem>(item => item.PostId == Access.PostId, item => item.UnitId == Access.UnitId);

    public IQueryable<ProgressReport> ProgressReports => Visible<ProgressReport>(report => report.PostId == Access.PostId, report => report.UnitId == Access.UnitId);

    public IQueryable<ReportVersion> ReportVersions => Visible<ReportVersion>(
        version => Set<ProgressReport>().Any(report => report.GovernmentId == Access.GovernmentId && report.Id == version.ReportId && report.PostId == Access.PostId),
        version => Set<ProgressReport>().Any(report => report.GovernmentId == Access.GovernmentId && report.Id == version.ReportId && report.UnitId == Access.UnitId));

    public IQueryable<RaisedDoubt> RaisedDoubts => Visible<RaisedDoubt>(doubt => doubt.PostId == Access.PostId, doubt => doubt.UnitId == Access.UnitId);

    public IQueryable<Attachment> Attachments => Visible<Attachment>(file => file.PostId == Access.PostId, file => file.UnitId == Access.UnitId);

    public IQueryable<Instruction> Instructions => Visible<Instruction>(row => row.PostId == Access.PostId, row => row.UnitId == Access.UnitId);

    public IQueryable<InstructionReply> InstructionReplies => Visible<InstructionReply>(row => row.PostId == Access.PostId, row => row.UnitId == Access.UnitId);

    // Whoever sees the task and the row finds it, and nobody else.
    public IQueryable<SearchEntry> SearchEntries => Visible<SearchEntry>(
        entry => (entry.Kind == SearchKind.Task || entry.PostId == Access.PostId) && KeyTasks.Any(task => task.Id == entry.TaskId),
        entry => (entry.Kind == SearchKind.Task || entry.UnitId == Access.UnitId) && KeyTasks.Any(task => task.Id == entry.TaskId));

    /// <summary>Accounts of the government, for whoever manages them.</summary>
    public IQueryable<Account> Accounts => OfGovernment<Account>();

    public IQueryable<Position> Positions => OfGovernment<Position>();

    public IQueryable<Session> Sessions => OfGovernment<Session>();

    public IQueryable<AuditEntry> AuditEntries => OfGovernment<AuditEntry>();

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

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        if (!ChangeTracker.HasChanges() && _trail.IsEmpty)
        {
            return 0;
        }

        _trail.Demand(ChangeTracker);
        if (Database.CurrentTransaction is not null)
        {
            return await SaveWithAuditAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        using var turn = await EnterAsync(cancellationToken);
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        var saved = await SaveWithAuditAsync(acceptAllChangesOnSuccess, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return saved;
    }

    /// <summary>Everything is saved through <see cref="SaveChangesAsync(bool, CancellationToken)"/>.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Save asynchronously.");

    /// <summary>Waits for the turn to write; nothing to wait for where the database lets many write.</summary>
    public abstract Task<IDisposable> EnterAsync(CancellationToken ct);

    /// <summary>The ids of the search entries whose text contains a folded word of a government.</summary>
    public abstract IQueryable<long> EntriesWith(int governmentId, string foldedWord);

    /// <summary>Indexes entries that were just written and forgets others, in the same transaction.</summary>
    protected abstract Task IndexAsync(IReadOnlyList<SearchEntry> added, IReadOnlyList<SearchEntry> removed, CancellationToken ct);

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

    private async Task<int> SaveWithAuditAsync(bool acceptAllChangesOnSuccess, CancellationToken ct)
    {
        var entries = await _trail.WriteAsync(Access, ChangeTracker, UtcConverter.ToMilliseconds(clock.GetUtcNow().UtcDateTime), ChainAsync, ct);
        Set<AuditEntry>().AddRange(entries);
        var searched = ChangeTracker.Entries<SearchEntry>().Where(entry => entry.State is EntityState.Added or EntityState.Deleted).ToLookup(entry => entry.State, entry => entry.Entity);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
        if (searched.Count > 0)
        {
            await IndexAsync([.. searched[EntityState.Added]], [.. searched[EntityState.Deleted]], ct);
        }

        return saved;

        async Task<AuditChain> ChainAsync(int governmentId)
        {
            // Read anew: another node may have written since this context saw it last.
            foreach (var known in ChangeTracker.Entries<AuditChain>().Where(entry => entry.Entity.GovernmentId == governmentId).ToList())
            {
                known.State = EntityState.Detached;
            }

            return await LockChainAsync(governmentId, ct) ?? Set<AuditChain>().Add(new AuditChain { GovernmentId = governmentId }).Entity;
        }
    }

    private IQueryable<T> OfGovernment<T>()
        where T : class
    {
        return Access.Scope == Scope.Everything ? Set<T>() : Set<T>().Where(row => EF.Property<int>(row, "GovernmentId") == Access.GovernmentId);
    }

    /// <summary>What everybody in the government's business may read; the three administrators see none of it.</summary>
    private IQueryable<T> Business<T>()
        where T : class
    {
        return Access.Scope == Scope.None ? Set<T>().Where(_ => false) : OfGovernment<T>();
    }

    private IQueryable<T> Visible<T>(System.Linq.Expressions.Expression<Func<T, bool>> ofPost, System.Linq.Expressions.Expression<Func<T, bool>> ofUnit)
        where T : class => Access.Scope switch
        {
            Scope.Everything or Scope.Government or Scope.None => Business<T>(),
            Scope.Post => OfGovernment<T>().Where(ofPost),
            Scope.Unit => OfGovernment<T>().Where(ofUnit),
        };

    private IQueryable<T> OfVisibleTask<T>(System.Linq.Expressions.Expression<Func<T, Guid>> taskId)
        where T : class => Access.Scope switch
        {
            Scope.Everything or Scope.Government or Scope.None => Business<T>(),
            Scope.Post or Scope.Unit => OfGovernment<T>().Join(KeyTasks, taskId, task => task.Id, (row, _) => row),
        };
}
