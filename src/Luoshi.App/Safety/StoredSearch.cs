using Luoshi.App.Data;
using Luoshi.App.Searching;
using Luoshi.Core.Searching;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Safety;

/// <summary>Whether what can be found is what was written: each text has its entries, each entry its words, and neither is there without the other.</summary>
internal static class StoredSearch
{
    private const string Mend = "请运行 luoshi reindex 重建检索。";

    public static async Task<IReadOnlyList<Finding>> ExamineAsync(LuoshiDb db, CancellationToken ct)
    {
        var findings = new List<Finding>();
        await foreach (var batch in IndexedTexts.BatchesAsync(db, ct))
        {
            var texts = await IndexedTexts.LoadAsync(db, batch, ct);
            db.ChangeTracker.Clear();
            var placed = texts.ToLookup(text => text.Expected().Count > 0);
            var wrong = (await db.UnindexedAsync([.. placed[true].SelectMany(text => text.Expected())], ct)).ToHashSet();
            findings.AddRange(placed[false].Concat(placed[true].Where(text => text.Entries.Any(entry => wrong.Contains(entry.Id))))
                .Select(text => new Finding("search-differs", $"{text.Text.Kind} {text.Text.SubjectId}", $"这条{text.Text.Kind.Name()}的文字与检索里的不一致，会找不到或找错。{Mend}"))
                .Take(Examined.Most - findings.Count));
        }

        foreach (var governmentId in await db.Governments.OrderBy(government => government.Id).Select(government => government.Id).ToListAsync(ct))
        {
            foreach (var kind in Enum.GetValues<SearchKind>())
            {
                var orphans = await IndexedTexts.Orphans(db, governmentId, kind).OrderBy(entry => entry.Id).Take(Examined.Most - findings.Count).Select(entry => entry.Id).ToListAsync(ct);
                findings.AddRange(orphans.Select(id => new Finding("search-differs", $"search_entries {id}", $"检索里有一条没有原文的{kind.Name()}。{Mend}")));
            }
        }

        return findings;
    }
}
