using System.Runtime.CompilerServices;
using Luoshi.App.Data;
using Luoshi.Core.Searching;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Searching;

/// <summary>A text beside the entries that the index has of it, oldest first.</summary>
internal sealed record IndexedText(SearchedText Text, IReadOnlyList<SearchEntry> Entries)
{
    /// <summary>The entries as they should be, under the ids that they have; empty where their number or place differs.</summary>
    public IReadOnlyList<SearchEntry> Expected()
    {
        var expected = Text.Entries(index => index < Entries.Count ? Entries[index].Id : 0).ToList();
        return expected.Count == Entries.Count && Entries.All(Text.IsPlacedAs) ? expected : [];
    }
}

/// <summary>Some texts of one kind and one government.</summary>
internal sealed record TextBatch(SearchKind Kind, int GovernmentId, IReadOnlyList<Guid> SubjectIds);

/// <summary>All texts that can be found, read from where they stand. For the program itself: it looks at every government.</summary>
internal static class IndexedTexts
{
    private const int BatchSize = 500;

    /// <summary>Every text is in one of them.</summary>
    public static async IAsyncEnumerable<TextBatch> BatchesAsync(LuoshiDb db, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var governmentId in await db.Governments.OrderBy(government => government.Id).Select(government => government.Id).ToListAsync(ct))
        {
            foreach (var kind in Enum.GetValues<SearchKind>())
            {
                foreach (var ids in (await Subjects(db, kind, governmentId).ToListAsync(ct)).Chunk(BatchSize))
                {
                    yield return new TextBatch(kind, governmentId, ids);
                }
            }
        }
    }

    /// <summary>The texts of a batch with their entries.</summary>
    public static async Task<IReadOnlyList<IndexedText>> LoadAsync(LuoshiDb db, TextBatch batch, CancellationToken ct)
    {
        var entries = (await db.SearchEntries.Where(entry => entry.GovernmentId == batch.GovernmentId && batch.SubjectIds.Contains(entry.SubjectId)).OrderBy(entry => entry.Id).ToListAsync(ct)).ToLookup(entry => entry.SubjectId);
        return [.. (await TextsAsync(db, batch, ct)).Select(text => new IndexedText(text, [.. entries[text.SubjectId]]))];
    }

    /// <summary>The entries of a government that are of no text.</summary>
    public static IQueryable<SearchEntry> Orphans(LuoshiDb db, int governmentId, SearchKind kind)
    {
        var subjects = Subjects(db, kind, governmentId);
        return db.SearchEntries.Where(entry => entry.GovernmentId == governmentId && entry.Kind == kind && !subjects.Contains(entry.SubjectId));
    }

    private static IQueryable<Guid> Subjects(LuoshiDb db, SearchKind kind, int governmentId) => kind switch
    {
        SearchKind.Task => db.KeyTasks.Where(task => task.GovernmentId == governmentId).Select(task => task.Id),
        SearchKind.Report => db.ProgressReports.Where(report => report.GovernmentId == governmentId && report.Submissions > 0).Select(report => report.Id),
        SearchKind.Doubt => db.RaisedDoubts.Where(doubt => doubt.GovernmentId == governmentId).Select(doubt => doubt.Id),
        SearchKind.Instruction => db.Instructions.Where(instruction => instruction.GovernmentId == governmentId).Select(instruction => instruction.Id),
        SearchKind.Reply => db.InstructionReplies.Where(reply => reply.GovernmentId == governmentId).Select(reply => reply.Id),
    };

    private static async Task<IEnumerable<SearchedText>> TextsAsync(LuoshiDb db, TextBatch batch, CancellationToken ct)
    {
        var (governmentId, ids) = (batch.GovernmentId, batch.SubjectIds);
        return batch.Kind switch
        {
            SearchKind.Task => (await db.KeyTasks.AsNoTracking().Where(task => task.GovernmentId == governmentId && ids.Contains(task.Id)).ToListAsync(ct)).Select(SearchedText.Of),
            SearchKind.Report => (await db.ProgressReports.AsNoTracking().Where(report => report.GovernmentId == governmentId && ids.Contains(report.Id))
                    .Join(
                        db.ReportVersions.AsNoTracking(),
                        report => new { report.GovernmentId, report.Id, report.Submissions },
                        version => new { version.GovernmentId, Id = version.ReportId, Submissions = version.Submission },
                        (report, version) => new { report, version })
                    .ToListAsync(ct))
                .Select(row => SearchedText.Of(row.report, row.version)),
            SearchKind.Doubt => (await db.RaisedDoubts.AsNoTracking().Where(doubt => doubt.GovernmentId == governmentId && ids.Contains(doubt.Id)).ToListAsync(ct)).Select(SearchedText.Of),
            SearchKind.Instruction => (await db.Instructions.AsNoTracking().Where(row => row.GovernmentId == governmentId && ids.Contains(row.Id)).ToListAsync(ct)).Select(SearchedText.Of),
            SearchKind.Reply => (await db.InstructionReplies.AsNoTracking().Where(row => row.GovernmentId == governmentId && ids.Contains(row.Id)).ToListAsync(ct)).Select(SearchedText.Of),
        };
    }
}
