using Luoshi.App.Accounts;
using Luoshi.App.Jobs;
using Luoshi.App.Ledgers;
using Luoshi.App.Notices;
using Luoshi.App.Searching;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Luoshi.App.Auditing;

/// <summary>What a change means, said before it is saved.</summary>
internal sealed record AuditRecord(int GovernmentId, string Action, string Subject, Guid? SubjectId, string? Reason);

/// <summary>The records of one save, until they are written with it.</summary>
internal sealed class AuditTrail
{
    // What the program notes for itself, not what somebody did to the business. The audit and the kept answers go past the tracker.
    private static readonly HashSet<Type> s_unaudited =
    [
        typeof(AuditAnchor), typeof(Session), typeof(SearchEntry), typeof(Notice), typeof(Lease), typeof(StagedUpload),
    ];

    private readonly List<AuditRecord> _records = [];
    private Dictionary<int, string?> _told = [];

    public bool IsEmpty => _records.Count == 0;

    public void Add(AuditRecord record) => _records.Add(record);

    /// <summary>Forgets what was said of a save that did not come about.</summary>
    public void Clear() => _records.Clear();

    /// <summary>Throws when business would change without a word of why: a bug of ours.</summary>
    public void Demand(ChangeTracker changes)
    {
        if (IsEmpty && Changed(changes).FirstOrDefault() is { } silent)
        {
            throw new InvalidOperationException($"{silent.Metadata.ClrType.Name} would change without an audit record.");
        }
    }

    /// <summary>Writes down what changes, by government. Done before anybody waits for the turn to write.</summary>
    public void Tell(ChangeTracker changes)
    {
        var changed = Changed(changes).ToLookup(GovernmentOf);
        _told = _records.Select(record => record.GovernmentId).Distinct().ToDictionary(governmentId => governmentId, governmentId => AuditChanges.Of(changed[governmentId]));
    }

    /// <summary>The entries to be saved with the changes, chained on; the changes stand in the first record of their government.</summary>
    public async Task<IReadOnlyList<AuditEntry>> WriteAsync(Access access, DateTime now, Func<int, Task<AuditChain>> chainOf, CancellationToken ct)
    {
        var entries = new List<AuditEntry>(_records.Count);
        foreach (var group in _records.GroupBy(record => record.GovernmentId).OrderBy(group => group.Key).ToList())
        {
            ct.ThrowIfCancellationRequested();
            var told = _told[group.Key];
            var chain = await chainOf(group.Key);
            foreach (var record in group)
            {
                var entry = new AuditEntry
                {
                    GovernmentId = group.Key,
                    Sequence = ++chain.Sequence,
                    At = now,
                    AccountId = access.AccountId,
                    AccountName = access.Name,
                    Role = access.Role?.ToString(),
                    Address = access.Address,
                    RequestId = access.RequestId,
                    Action = record.Action,
                    Subject = record.Subject,
                    SubjectId = record.SubjectId,
                    Reason = record.Reason,
                    Changes = told,
                    PreviousHash = chain.Hash,
                };
                entry.Hash = chain.Hash = entry.ComputeHash();
                told = null;
                entries.Add(entry);
            }
        }

        _records.Clear();
        return entries;
    }

    private static IEnumerable<EntityEntry> Changed(ChangeTracker changes) =>
        changes.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && !s_unaudited.Contains(entry.Metadata.ClrType));

    private static int GovernmentOf(EntityEntry entry) =>
        entry.Metadata.FindProperty("GovernmentId") is { } property ? (int)entry.Property(property).CurrentValue!
        : entry.Entity is Luoshi.Core.Ledgers.Government government ? government.Id
        : 0;
}
