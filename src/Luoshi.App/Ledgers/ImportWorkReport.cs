using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Ledgers;

/// <summary>A work report that was taken apart: how many sentences, how many tasks found theirs, and which did not.</summary>
public sealed record WorkReportImported(int Sentences, int Linked, IReadOnlyList<string> Unlinked);

/// <summary>
/// 导入政府工作报告 — its sentences become rows, and each task of the year is traced to the one it was made of. A task that has its sentence keeps it;
/// where two sentences are as likely, none is taken.
/// </summary>
public sealed class ImportWorkReport(LuoshiDb db)
{
    /// <param name="year">Whose ledger.</param>
    /// <param name="paragraphs">The report's running text.</param>
    /// <param name="write">False only shows what would be linked.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>What was linked; <c>forbidden</c>, <c>ledger-not-found</c>, <c>ledger-closed</c>, <c>report-without-sentences</c>, <c>report-there</c>, <c>changed-meanwhile</c>.</returns>
    public async Task<Outcome<WorkReportImported>> ExecuteAsync(int year, IReadOnlyList<string> paragraphs, bool write, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ImportLedger) is { } refusal)
        {
            return refusal;
        }

        var ledger = await db.Ledgers.AsNoTracking().SingleOrDefaultAsync(ledger => ledger.Year == year, ct);
        if (ledger is null || ledger.IsClosed)
        {
            return ledger is null
                ? new Refusal("ledger-not-found", $"还没有建立{year}年台账，请先建账。")
                : new Refusal("ledger-closed", $"{ledger.Title}已经办结，不能再导入。");
        }

        var sentences = SourceSentences.Read(paragraphs);
        if (sentences.Count == 0)
        {
            return new Refusal("report-without-sentences", "没有从文件里读出报告的句子，请检查是不是政府工作报告全文。");
        }

        if (await db.SourceSentences.AnyAsync(sentence => sentence.LedgerId == ledger.Id, ct))
        {
            return new Refusal("report-there", $"{ledger.Title}已经导入过政府工作报告。");
        }

        var tasks = await db.KeyTasks.Where(task => task.LedgerId == ledger.Id && task.SourceSentenceId == null).OrderBy(task => task.Number).ThenBy(task => task.Id).ToListAsync(ct);
        var found = tasks.ConvertAll(task => (Task: task, Sentence: SourceSentences.Find(sentences, task.Content)));
        var imported = new WorkReportImported(sentences.Count, found.Count(one => one.Sentence is not null), [.. found.Where(one => one.Sentence is null).Select(one => one.Task.Content)]);
        if (!write)
        {
            return imported;
        }

        var rows = sentences.ToDictionary(sentence => sentence.Position, sentence => new SourceSentence
        {
            GovernmentId = ledger.GovernmentId,
            LedgerId = ledger.Id,
            Position = sentence.Position,
            Heading = sentence.Heading,
            Text = sentence.Text,
        });
        db.AddRange(rows.Values);
        foreach (var (task, sentence) in found)
        {
            if (sentence is null)
            {
                continue;
            }

            task.SourceSentenceId = rows[sentence.Position].Id;
            if (task.Theme.Length == 0)
            {
                task.Theme = sentence.Theme[..Math.Min(sentence.Theme.Length, KeyTask.LongestTheme)];
            }
        }

        db.Record("work-report-imported", nameof(Ledger), ledger.Id);
        return await db.TrySaveAsync(ct) is { } changed ? changed : imported;
    }
}
