using Luoshi.App.Data;
using Luoshi.App.Searching;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Calendars;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Ledgers;

/// <summary>导入台账 — documents become key tasks. First the plan is shown, then the same plan is written; rows that conflict never are.</summary>
public sealed class ImportLedger(LuoshiDb db, TimeProvider clock)
{
    /// <param name="year">Whose ledger.</param>
    /// <param name="documents">Read as one set.</param>
    /// <param name="write">False only shows what would happen.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>
    /// The plan, which is written when <paramref name="write"/> says so: new tasks, units and posts. A changed task stays as it is: it is adjusted,
    /// with an approval. <c>forbidden</c>, <c>ledger-not-found</c>, <c>ledger-closed</c>, <c>no-tasks</c>, <c>changed-meanwhile</c>.
    /// </returns>
    public async Task<Outcome<ImportPlan>> ExecuteAsync(int year, IReadOnlyList<TaskDocument> documents, bool write, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ImportLedger) is { } refusal)
        {
            return refusal;
        }

        var ledger = await db.Ledgers.SingleOrDefaultAsync(ledger => ledger.Year == year, ct);
        if (ledger is null)
        {
            return new Refusal("ledger-not-found", $"还没有建立{year}年台账，请先建账。");
        }

        if (ledger.IsClosed)
        {
            return new Refusal("ledger-closed", $"{ledger.Title}已经办结，不能再导入。");
        }

        if (documents.All(document => document.Tasks.Count == 0))
        {
            return new Refusal("no-tasks", $"{string.Join("、", documents.Select(document => document.Source))}：没有认出重点工作。表头要有“工作内容”和“牵头单位”。");
        }

        var before = new LedgerBefore(
            await db.Units.OrderBy(unit => unit.Rank).ToListAsync(ct),
            await db.LeaderPosts.OrderBy(post => post.Rank).ToListAsync(ct),
            await db.KeyTasks.AsNoTracking().Where(task => task.LedgerId == ledger.Id).OrderBy(task => task.Id).ToListAsync(ct),
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, BeijingTime.Zone)));
        var plan = LedgerImport.Plan(before, documents);
        if (!write)
        {
            return plan;
        }

        Write(ledger, before, plan);
        db.Record("ledger-imported", nameof(Ledger), ledger.Id, string.Join("、", documents.Select(document => document.Source)));
        return await db.TrySaveAsync(ct) is { } changed ? changed : plan;
    }

    private void Write(Ledger ledger, LedgerBefore before, ImportPlan plan)
    {
        var firstDay = new DateOnly(ledger.Year, 1, 1);
        var units = before.Units.Concat(plan.NewUnits.Select((mention, index) => new Unit
        {
            GovernmentId = ledger.GovernmentId,
            Name = mention.Name,
            Qualifier = mention.Qualifier ?? "",
            Kind = KindOf(mention.Name),
            Rank = before.Units.Count + index + 1,
        })).ToList();
        var posts = before.Posts.Concat(plan.NewPosts.Select((mention, index) => new LeaderPost
        {
            GovernmentId = ledger.GovernmentId,
            Title = mention.Title ?? "领导",
            Rank = before.Posts.Count + index + 1,
            Holders = mention.Name is { } name ? [new PostHolder(name, firstDay, null)] : [],
        })).ToList();
        db.AddRange(units.Skip(before.Units.Count));
        db.AddRange(posts.Skip(before.Posts.Count));

        var after = before with { Units = units, Posts = posts, Day = firstDay > before.Day ? firstDay : before.Day };
        foreach (var row in plan.Rows.Where(row => row.Kind == ImportKind.New).Select(row => row.Row))
        {
            var task = new KeyTask
            {
                GovernmentId = ledger.GovernmentId,
                LedgerId = ledger.Id,
                Number = row.Number ?? 0,
                Content = row.Content,
                Target = row.Target,
                Deadline = row.Deadline,
                DeadlineDate = row.DeadlineDate,
                Frequency = row.Frequency ?? ReportingFrequency.Monthly,
                PostId = LedgerImport.PostOf(after, row.Leader!)!.Id,
                LeadUnitId = LedgerImport.UnitOf(after, row.LeadUnits[0])!.Id,
            };
            db.Add(task);
            SearchIndex.Add(db, SearchedText.Of(task), clock.GetUtcNow().UtcDateTime);
            var parts = row.LeadUnits.Select((mention, index) => (mention, index == 0 ? UnitPart.Lead : UnitPart.CoLead))
                .Concat(row.SupportingUnits.Select(mention => (mention, UnitPart.Supporting)))
                .DistinctBy(part => part.mention);
            db.AddRange(parts.Select((part, position) => new Responsibility
            {
                GovernmentId = ledger.GovernmentId,
                TaskId = task.Id,
                UnitId = LedgerImport.UnitOf(after, part.mention)!.Id,
                Part = part.Item2,
                Position = position,
                From = firstDay,
            }));
        }
    }

    private static UnitKind KindOf(string name) =>
        name.EndsWith('镇') || name.EndsWith('乡') || name.EndsWith("街道", StringComparison.Ordinal) || name.StartsWith("各镇", StringComparison.Ordinal) ? UnitKind.Town
        : name.EndsWith("集团", StringComparison.Ordinal) || name.EndsWith("公司", StringComparison.Ordinal) ? UnitKind.Enterprise
        : name.StartsWith('市') || name.EndsWith("分局", StringComparison.Ordinal) ? UnitKind.Vertical
        : UnitKind.Department;
}
