using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Auditing;

/// <summary>What of the audit is looked for; everything where nothing is said.</summary>
public sealed record AuditFilter
{
    /// <summary>By Beijing's clock.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day that is in.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Part of the name.</summary>
    public string? Person { get; init; }

    public string? Action { get; init; }

    /// <summary>The kind of thing.</summary>
    public string? Subject { get; init; }

    public Guid? SubjectId { get; init; }
}

/// <summary>A page of the audit, newest first; the next one begins before <paramref name="Next"/>, null at the end.</summary>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, long? Next);

/// <summary>查阅审计.</summary>
public sealed class SearchAudit(LuoshiDb db)
{
    private const int PageLength = 50;

    /// <param name="filter">What is looked for.</param>
    /// <param name="before">The sequence that the page ends before; null for the newest.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The page; <c>forbidden</c>.</returns>
    public async Task<Outcome<AuditPage>> ExecuteAsync(AuditFilter filter, long? before, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ReadAudit) is { } refusal)
        {
            return refusal;
        }

        var rows = await Of(db, filter).Where(entry => before == null || entry.Sequence < before).OrderByDescending(entry => entry.Sequence).Take(PageLength + 1).ToListAsync(ct);
        return rows.Count > PageLength ? new AuditPage(rows[..PageLength], rows[PageLength - 1].Sequence) : new AuditPage(rows, null);
    }

    /// <summary>The entries that a filter lets through, in no order yet.</summary>
    internal static IQueryable<AuditEntry> Of(LuoshiDb db, AuditFilter filter)
    {
        var entries = db.AuditEntries.AsNoTracking().Where(entry => entry.GovernmentId == db.Access.GovernmentId);
        if (filter.From is { } from)
        {
            var start = StartOf(from);
            entries = entries.Where(entry => entry.At >= start);
        }

        if (filter.To is { } to)
        {
            var end = StartOf(to.AddDays(1));
            entries = entries.Where(entry => entry.At < end);
        }

        if (!string.IsNullOrWhiteSpace(filter.Person))
        {
            var person = filter.Person.Trim();
            entries = entries.Where(entry => entry.AccountName.Contains(person));
        }

        if (!string.IsNullOrWhiteSpace(filter.Action))
        {
            entries = entries.Where(entry => entry.Action == filter.Action);
        }

        if (!string.IsNullOrWhiteSpace(filter.Subject))
        {
            entries = entries.Where(entry => entry.Subject == filter.Subject);
        }

        return filter.SubjectId is { } id ? entries.Where(entry => entry.SubjectId == id) : entries;
    }

    private static DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), BeijingTime.Zone);
}
