using Luoshi.App.Data;
using Luoshi.App.Searching;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>What became of a month's old material.</summary>
public sealed record HistoryImported(ReportingPeriod Month, int Reports, IReadOnlyList<string> Unplaced);

/// <summary>
/// 导入往期材料 — a month that was reported on paper becomes history: each row the return on its task, as it stood in the material, with the checks
/// of today beside it. What the ledger already has of the month stays.
/// </summary>
public sealed class ImportHistory(LuoshiDb db, TimeProvider clock)
{
    /// <returns>What was written; <c>forbidden</c>, <c>period-unknown</c>, <c>period-not-open</c>, <c>changed-meanwhile</c>.</returns>
    public async Task<Outcome<HistoryImported>> ExecuteAsync(TaskDocument document, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ImportLedger) is { } refusal)
        {
            return refusal;
        }

        if (document.Period is not { } month)
        {
            return new Refusal("period-unknown", $"{document.Source}：看不出是哪个月的材料。请在标题或表头写明月份，例如“（3月）”。");
        }

        var items = await db.DueItems.Where(item => item.Month == month).ToListAsync(ct);
        if (items.Count == 0)
        {
            return new Refusal("period-not-open", $"{month.Year}年{month.Month}月还没有开启报送期，请先开启，再导入材料。");
        }

        var ledgerId = items[0].LedgerId;
        var tasks = await db.KeyTasks.Where(task => task.LedgerId == ledgerId).OrderBy(task => task.Id).ToListAsync(ct);
        var before = new LedgerBefore(
            await db.Units.AsNoTracking().OrderBy(unit => unit.Rank).ToListAsync(ct),
            await db.LeaderPosts.AsNoTracking().OrderBy(post => post.Rank).ToListAsync(ct),
            tasks,
            DateText.LastDayOf(month));
        var reported = (await db.ProgressReports.Where(report => report.Month == month).Select(report => report.DueItemId).ToListAsync(ct)).ToHashSet();
        var rows = LedgerImport.Plan(before, [document]).Rows;
        var said = await SaidBefore.LoadAsync(db, items[0].GovernmentId, ledgerId, month, ct);
        var itemsOf = items.ToLookup(item => item.TaskId);
        var taskOf = tasks.ToDictionary(task => task.Id);
        var count = 0;
        foreach (var row in rows.Where(row => row is { TaskId: not null, Row.Progress: not null, Kind: ImportKind.Matched or ImportKind.Changed }))
        {
            var item = itemsOf[row.TaskId!.Value].OrderByDescending(item => item.DueAt).FirstOrDefault();
            if (item is null || !reported.Add(item.Id))
            {
                continue;
            }

            Archive(item, said.ExaminationOf(taskOf[item.TaskId], month), ReportText.Of(row.Row.Progress, row.Row.PlanMet, row.Row.Shortfall), said.Answered[item.TaskId]);
            count++;
        }

        db.Record("history-imported", nameof(OpenedPeriod), ledgerId, document.Source);
        var imported = new HistoryImported(month, count, [.. rows.Where(row => row.Kind is ImportKind.New or ImportKind.Conflict).Select(row => row.Row.Content)]);
        return await db.TrySaveAsync(ct) is { } changed ? changed : imported;
    }

    private void Archive(DueItem item, ReportExamination examination, ReportText text, IEnumerable<AnsweredDoubt> answered)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var check = examination.Examine(text);
        var findings = CheckedReport.Of(check, examination.Rules.Id);
        var (report, version) = ProgressReport.Archive(item, text, findings, db.Access.AccountId ?? Guid.Empty, now);
        db.Add(report);
        db.Add(version);
        item.SubmittedAt ??= version.SubmittedAt;
        examination.Task.KeepLatest(report.Id, version.SubmittedAt);
        StandingDoubts.Renew(db, report, check.Doubts, standing: [], answered, now);
        SearchIndex.Add(db, SearchedText.Of(report), now);
    }

    /// <summary>What the month's texts are examined with, for all tasks of the ledger at once.</summary>
    private sealed record SaidBefore(
        string Government, RulesInForce Rules, Dictionary<Guid, string> Plans, ILookup<Guid, EarlierReport> Earlier, ILookup<Guid, AnsweredDoubt> Answered)
    {
        public static async Task<SaidBefore> LoadAsync(LuoshiDb db, int governmentId, Guid ledgerId, ReportingPeriod month, CancellationToken ct)
        {
            var tasks = db.KeyTasks.Where(task => task.LedgerId == ledgerId).Select(task => task.Id);
            return new SaidBefore(
                await db.Governments.Where(government => government.Id == governmentId).Select(government => government.Name).SingleAsync(ct),
                await RulesInForce.NowAsync(db, ct),
                await db.PlannedMonths.Where(plan => tasks.Contains(plan.TaskId) && plan.Month == month && plan.ApprovedBy != null).ToDictionaryAsync(plan => plan.TaskId, plan => plan.Text, ct),
                (await EarlierReport.Of(db.ProgressReports.Where(report => tasks.Contains(report.TaskId) && report.Month < month)).ToListAsync(ct)).ToLookup(report => report.TaskId),
                (await AnsweredDoubt.Of(db.RaisedDoubts.Where(doubt => tasks.Contains(doubt.TaskId) && doubt.Month < month)).ToListAsync(ct)).ToLookup(doubt => doubt.TaskId));
        }

        public ReportExamination ExaminationOf(KeyTask task, ReportingPeriod month) =>
            new(task, Government, month, Plans.GetValueOrDefault(task.Id), [.. Earlier[task.Id].Take(ReportExamination.EarlierMonths)], Rules);
    }
}
