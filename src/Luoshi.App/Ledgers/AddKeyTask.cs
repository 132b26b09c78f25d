using Luoshi.App.Calendars;
using Luoshi.App.Data;
using Luoshi.App.Searching;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;

namespace Luoshi.App.Ledgers;

/// <summary>增加一项 by hand: what came up in the middle of the year.</summary>
public sealed class AddKeyTask(LuoshiDb db, TimeProvider clock)
{
    /// <summary>Longest content, target and deadline, in UTF-16 code units.</summary>
    public const int LongestField = 2_000;

    /// <param name="ledgerId">Whose task.</param>
    /// <param name="terms">What is promised.</param>
    /// <param name="number">Its number within its leader; null for the next free one.</param>
    /// <param name="theme">Empty for none.</param>
    /// <param name="supportingUnits">In their order.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The task; <c>forbidden</c>, <c>ledger-not-found</c>, <c>ledger-closed</c>, <c>content-missing</c>, <c>content-too-long</c>, <c>post-unknown</c>, <c>unit-unknown</c>, or what <see cref="KeyTask.Edit"/> refuses.</returns>
    public async Task<Outcome<KeyTask>> ExecuteAsync(Guid ledgerId, KeyTaskTerms terms, int? number, string? theme, IReadOnlyList<Guid> supportingUnits, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.EditKeyTask) is { } refusal)
        {
            return refusal;
        }

        if (await OpenTask.LedgerRefusesAsync(db, ledgerId, ct) is { } closed)
        {
            return closed;
        }

        if (Unclear(terms) is { } unclear)
        {
            return unclear;
        }

        if (await OpenTask.UnknownAsync(db, terms.PostId, [terms.LeadUnitId, .. supportingUnits], ct) is { } unknown)
        {
            return unknown;
        }

        var task = New(db.Access.GovernmentId, ledgerId, terms, number ?? await OpenTask.NextNumberAsync(db, ledgerId, terms.PostId, ct));
        if (task.Edit(task.Number, theme) is { } unedited)
        {
            return unedited;
        }

        db.Add(task);
        SearchIndex.Add(db, SearchedText.Of(task), clock.GetUtcNow().UtcDateTime);
        ResponsibleUnits.Add(db, task, UnitPart.Lead, [terms.LeadUnitId], 0, clock.Today());
        ResponsibleUnits.Add(db, task, UnitPart.Supporting, [.. supportingUnits.Distinct().Where(unit => unit != terms.LeadUnitId)], 1, clock.Today());
        db.Record("task-added", nameof(KeyTask), task.Id);
        return await db.TrySaveAsync(ct) is { } changed ? changed : task;
    }

    /// <returns>Null when the terms say something; <c>content-missing</c> or <c>content-too-long</c>.</returns>
    internal static Refusal? Unclear(KeyTaskTerms terms) =>
        string.IsNullOrWhiteSpace(terms.Content) ? new Refusal("content-missing", "请写明工作内容。")
        : terms.Content.Length > LongestField ? new Refusal("content-too-long", $"工作内容有{terms.Content.Length}字，最多{LongestField}字。")
        : null;

    internal static KeyTask New(int governmentId, Guid ledgerId, KeyTaskTerms terms, int number, Guid? carriedFrom = null) => new()
    {
        GovernmentId = governmentId,
        LedgerId = ledgerId,
        Number = number,
        Content = terms.Content.Trim(),
        Target = terms.Target,
        Deadline = terms.Deadline,
        DeadlineDate = terms.DeadlineDate,
        Frequency = terms.Frequency,
        PostId = terms.PostId,
        LeadUnitId = terms.LeadUnitId,
        CarriedFromId = carriedFrom,
    };
}
