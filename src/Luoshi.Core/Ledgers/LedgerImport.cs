using Luoshi.Core.Meetings;
using Luoshi.Core.Reading;

namespace Luoshi.Core.Ledgers;

/// <summary>What a row of a document is to the ledger.</summary>
public enum ImportKind
{
    /// <summary>新增.</summary>
    New,

    /// <summary>一致: the ledger has it as it stands.</summary>
    Matched,

    /// <summary>有改动: the ledger has it with other words, units or terms.</summary>
    Changed,

    /// <summary>冲突: it cannot be told which task is meant, or something needed is missing. Never written.</summary>
    Conflict,
}

/// <summary>The words for an <see cref="ImportKind"/>.</summary>
public static class ImportKinds
{
    public static string Name(this ImportKind kind) => kind switch
    {
        ImportKind.New => "新增",
        ImportKind.Matched => "一致",
        ImportKind.Changed => "有改动",
        ImportKind.Conflict => "冲突",
    };
}

/// <summary>One field that the document has otherwise than the ledger.</summary>
public sealed record ImportChange(string Field, string? Before, string? After);

/// <summary>One row of a document and what would become of it. <paramref name="Problem"/> says in Chinese why it conflicts.</summary>
public sealed record ImportRow(ReportedTask Row, string Source, ImportKind Kind, Guid? TaskId, IReadOnlyList<ImportChange> Changes, string? Problem);

/// <summary>What an import would do, shown before anything is written.</summary>
public sealed record ImportPlan(IReadOnlyList<ImportRow> Rows, IReadOnlyList<UnitMention> NewUnits, IReadOnlyList<LeaderMention> NewPosts)
{
    public int Count(ImportKind kind) => Rows.Count(row => row.Kind == kind);
}

/// <summary>The ledger as an import finds it.</summary>
public sealed record LedgerBefore(IReadOnlyList<Unit> Units, IReadOnlyList<LeaderPost> Posts, IReadOnlyList<KeyTask> Tasks, DateOnly Day);

/// <summary>导入 — finds out what documents would change in a ledger. Rows are matched across months and edits as materials are put together.</summary>
public static class LedgerImport
{
    public static ImportPlan Plan(LedgerBefore before, IReadOnlyList<TaskDocument> documents)
    {
        var rows = documents.SelectMany(document => document.Tasks.Select(task => (task, document.Source))).ToList();
        var known = before.Tasks.Select(task => AsRow(before, task)).ToList();
        var roll = new LeaderRoll(rows.Select(row => row.task.Leader).Concat(known.Select(task => task.Leader)).OfType<LeaderMention>());
        var index = new TaskIndex();
        var idOf = new Dictionary<AssembledTask, KeyTask>();
        foreach (var (task, row) in before.Tasks.Zip(known))
        {
            var assembled = new AssembledTask(row, roll.Key(row.Leader), new ContentKey(row.Content), expected: true);
            idOf.Add(assembled, task);
            index.Add(assembled);
        }

        var taken = new HashSet<Guid>();
        var planned = rows.ConvertAll(row => Planned(row.task, row.Source));
        return new ImportPlan(
            planned,
            [.. rows.SelectMany(row => row.task.LeadUnits.Concat(row.task.SupportingUnits)).Distinct().Where(mention => UnitOf(before, mention) is null)],
            [.. rows.SelectMany(row => row.task.OtherLeaders.Prepend(row.task.Leader).OfType<LeaderMention>()).DistinctBy(roll.Key).Select(mention => roll.Mention(roll.Key(mention))!).Where(mention => PostOf(before, mention) is null)]);

        ImportRow Planned(ReportedTask row, string source)
        {
            var found = index.Find(row, roll.Key(row.Leader), new ContentKey(row.Content), out var ambiguous);
            if (ambiguous)
            {
                return new ImportRow(row, source, ImportKind.Conflict, null, [], "台账里有几项同样像的任务，分不清是哪一项。请在文件里写全工作内容、分管领导和序号。");
            }

            if (found is null)
            {
                return Missing(row) is { } missing
                    ? new ImportRow(row, source, ImportKind.Conflict, null, [], missing)
                    : new ImportRow(row, source, ImportKind.New, null, [], null);
            }

            var task = idOf[found];
            if (!taken.Add(task.Id))
            {
                return new ImportRow(row, source, ImportKind.Conflict, task.Id, [], "文件里有两行指向台账的同一项任务。请合并，或写清它们的区别。");
            }

            var changes = Changes(found.Task, row, roll).ToList();
            return new ImportRow(row, source, changes.Count == 0 ? ImportKind.Matched : ImportKind.Changed, task.Id, changes, null);
        }
    }

    /// <summary>The unit that a mention means; null for none.</summary>
    public static Unit? UnitOf(LedgerBefore before, UnitMention mention) => before.Units.FirstOrDefault(unit => unit.IsMeantBy(mention));

    /// <summary>The post that a mention means: by its holder's name, else by the only post of that title; null for none.</summary>
    public static LeaderPost? PostOf(LedgerBefore before, LeaderMention mention) =>
        mention.Name is { } name && before.Posts.FirstOrDefault(post => post.HolderOn(before.Day) == name && (mention.Title is null || mention.Title == post.Title)) is { } held ? held
        : before.Posts.Where(post => post.Title == mention.Title && (mention.Name is null || post.Holders.Exists(holder => holder.Name == mention.Name))).ToList() is [var only] ? only
        : null;

    private static string? Missing(ReportedTask row) =>
        row.Leader is null ? "没有写分管领导。"
        : row.LeadUnits.Count == 0 ? "没有写牵头单位。"
        : null;

    private static ReportedTask AsRow(LedgerBefore before, KeyTask task) => new()
    {
        Leader = before.Posts.First(post => post.Id == task.PostId).MentionOn(before.Day),
        Number = task.Number,
        Frequency = task.Frequency,
        Content = task.Content,
        Target = task.Target,
        LeadUnits = [MentionOf(before.Units.First(unit => unit.Id == task.LeadUnitId))],
        Deadline = task.Deadline,
        DeadlineDate = task.DeadlineDate,
    };

    private static UnitMention MentionOf(Unit unit) => new(unit.Name, unit.Qualifier.Length == 0 ? null : unit.Qualifier);

    // A field that the document does not have says nothing: a month's material has no target column.
    private static IEnumerable<ImportChange> Changes(ReportedTask before, ReportedTask after, LeaderRoll roll)
    {
        if (before.Content != after.Content)
        {
            yield return new ImportChange("工作内容", before.Content, after.Content);
        }

        if (after.Target is { } target && target != before.Target)
        {
            yield return new ImportChange("年度目标", before.Target, target);
        }

        if (after.Deadline is { } deadline && deadline != before.Deadline)
        {
            yield return new ImportChange("完成时限", before.Deadline, deadline);
        }

        if (after.Frequency is { } frequency && frequency != before.Frequency)
        {
            yield return new ImportChange("报送频次", before.Frequency is { } was ? Reporting.ReportingFrequencyText.Name(was) : null, Reporting.ReportingFrequencyText.Name(frequency));
        }

        if (after.LeadUnits.Count > 0 && after.LeadUnits[0] != before.LeadUnits[0])
        {
            yield return new ImportChange("牵头单位", before.LeadUnits[0].Name, after.LeadUnits[0].Name);
        }

        if (after.Leader is { } leader && roll.Key(leader) != roll.Key(before.Leader))
        {
            yield return new ImportChange("分管领导", before.Leader?.Title, leader.Title ?? leader.Name);
        }
    }
}
